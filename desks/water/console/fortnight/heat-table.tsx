import { RightIcon } from '@liangbuwu/ui/icons.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Fragment, useState } from 'react';
import type { Fortnight, FortnightPoint, FortnightVillage } from '../../fortnight-sheet.ts';
import { KindTag } from '../kind-tag.tsx';
import { fortnightMessages } from '../messages/fortnight.ts';
import { DayCell } from './day-cell.tsx';
import { DryWords } from './dry-words.tsx';
import styles from './heat-table.module.css';
import { shortDay } from './short-day.ts';
import { useCellWords, useFloorWords } from './use-cell-words.ts';

/** Villages down, days across; unfolded, a village's points. It scrolls sideways in its own box where it must. */
export function HeatTable({ sheet, today }: { sheet: Fortnight; today: string }) {
  const t = fortnightMessages.use();
  const format = useFormat();
  const floor = useFloorWords(sheet.floors);
  const words = useCellWords(sheet.floors);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = (area: string) => {
    const next = new Set(opened);
    if (!next.delete(area)) next.add(area);
    setOpened(next);
  };
  const { total } = sheet;
  return (
    <section
      className={styles.box}
      aria-label={t('table.title')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <table className={styles.table}>
        <caption className="visually-hidden">{t('table.title')}</caption>
        <colgroup>
          <col className={styles.villageColumn} />
          <col className={styles.dryColumn} />
          <col span={sheet.days.length} />
          <col className={styles.meanColumn} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('table.village')}</th>
            <th scope="col">{t('table.dry', { floor: floor('survival') })}</th>
            {sheet.days.map((day) => (
              <DayHead key={day} day={day} today={today} />
            ))}
            <th scope="col" className={styles.number}>
              {t('table.mean')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.villages.map((village) => (
            <Fragment key={village.area}>
              <Row
                row={village}
                sheet={sheet}
                words={words}
                unfold={{ opened: opened.has(village.area), toggle: () => toggle(village.area) }}
              />
              {opened.has(village.area) &&
                village.points.map((point) => (
                  <Row key={point.id} row={point} sheet={sheet} words={words} />
                ))}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('table.total')}
            </th>
            {total.days.map((day, at) => (
              <td key={sheet.days[at]}>
                <DayCell
                  day={day}
                  kind="village"
                  floors={sheet.floors}
                  words={words(
                    { name: t('table.total'), kind: 'village' },
                    sheet.days[at] ?? '',
                    day,
                  )}
                />
              </td>
            ))}
            <td rowSpan={2} className={styles.number}>
              {format.number(total.mean, 1)}
            </td>
          </tr>
          <tr>
            <th scope="row" colSpan={2}>
              {t('table.villagesDry', { floor: floor('survival') })}
            </th>
            {total.days.map((day, at) => (
              <td key={sheet.days[at]} className={styles.count}>
                {day.perPerson === null ? '—' : format.number(day.villagesDry)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function DayHead({ day, today }: { day: string; today: string }) {
  const t = fortnightMessages.use();
  const format = useFormat();
  const { date, weekday } = shortDay(format.language, day);
  return (
    <th scope="col" className={styles.day} {...(day === today && { 'data-today': '' })}>
      {date}
      <span className={styles.weekday}>{day === today ? t('table.today') : weekday}</span>
    </th>
  );
}

function Row(props: {
  row: FortnightVillage | FortnightPoint;
  sheet: Fortnight;
  words: ReturnType<typeof useCellWords>;
  unfold?: { opened: boolean; toggle: () => void };
}) {
  const { row, words, unfold } = props;
  const { days, floors } = props.sheet;
  const t = fortnightMessages.use();
  const format = useFormat();
  return (
    <tr className={unfold ? undefined : styles.point}>
      <th scope="row" className={styles.name}>
        {unfold ? (
          <button
            type="button"
            className={styles.unfold}
            aria-expanded={unfold.opened}
            aria-label={t(unfold.opened ? 'table.close' : 'table.open', { name: row.name })}
            onClick={unfold.toggle}
          >
            <RightIcon className={styles.unfoldIcon} rotate={unfold.opened ? 90 : 0} />
            {row.name}
          </button>
        ) : (
          <>
            {row.name} <KindTag kind={row.kind} />
          </>
        )}
      </th>
      <td className={styles.dry}>
        <DryWords dry={row.dry} known={row.known} />
      </td>
      {row.days.map((day, at) => (
        <td key={days[at]}>
          <DayCell
            day={day}
            kind={row.kind}
            floors={floors}
            words={words(row, days[at] ?? '', day)}
          />
        </td>
      ))}
      <td className={styles.number}>{format.number(row.mean, 1)}</td>
    </tr>
  );
}
