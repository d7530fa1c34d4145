import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { usePhone } from '@liangbuwu/ui/theme/media.ts';
import { Segmented } from 'antd';
import { Fragment, useMemo, useState } from 'react';
import type { NamedClass, TimesBasis, TimesResult } from '../../times/timetable.ts';
import { timesMessages } from '../messages/times.ts';
import { timesPrintPath } from '../paths.ts';
import { useGradeName } from '../schools/grade-name.ts';
import { type Chip, chipsOf, columnsOf, type PhaseColumns } from './picture.ts';
import styles from './times.module.css';
import { peopleIn, useTimesWords } from './use-times-words.ts';

type Row = { id: string; name: string; chips: readonly Chip[] };

/** A lane for each class, grouped by grade: when it comes, eats and goes. */
export function TimesPicture(props: {
  timetable: string;
  basis: TimesBasis;
  result: TimesResult;
  changed: ReadonlySet<string>;
}) {
  const { basis, result } = props;
  const t = timesMessages.use();
  const words = useTimesWords(basis);
  const gradeName = useGradeName();
  const phone = usePhone();
  const all = useMemo(() => columnsOf(basis.day, result.placements), [basis, result]);
  const [chosen, setChosen] = useState<string>();
  const shown = chosen ?? (phone ? (all[0]?.id ?? '') : '');
  const phases = all.filter(({ id }) => shown === '' || id === shown);
  const rows = useMemo(() => {
    const chips = Map.groupBy(chipsOf(result.placements), ({ of }) => of);
    return (one: { id: string; name: string }): Row => ({ ...one, chips: chips.get(one.id) ?? [] });
  }, [result]);
  const listed = new Set(basis.day.classes.map((one) => one.class));
  const grades = Map.groupBy(
    basis.classes.filter(({ id }) => listed.has(id)),
    (one: NamedClass) => gradeName(one),
  );
  const groups = [
    ...[...grades].map(([name, classes]) => ({ name, rows: classes.map(rows) })),
    { name: t('picture.buses'), rows: basis.day.buses.map(rows) },
  ].filter((group) => group.rows.some(({ chips }) => chips.length > 0));
  const columns = phases.reduce((sum, { times }) => sum + times.length, 1);
  return (
    <Panel
      flush
      title={t('picture.title')}
      note={t('picture.note')}
      tools={
        <Segmented
          size="small"
          aria-label={t('picture.phases')}
          value={shown}
          onChange={setChosen}
          options={[
            { value: '', label: t('picture.all') },
            ...all.map(({ id }) => ({ value: id, label: words.name(id) })),
          ]}
        />
      }
    >
      <Legend />

      <section
        className={styles.scroller}
        aria-label={t('picture.grid')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
        tabIndex={0}
      >
        <table className={styles.grid}>
          <Head phases={phases} name={words.name} at={words.at} />
          <tbody>
            {groups.map((group) => (
              <Fragment key={group.name}>
                <tr className={styles.group}>
                  <th scope="rowgroup" colSpan={columns}>
                    <span>{group.name}</span>
                  </th>
                </tr>
                {group.rows.map((row) => (
                  <Lane
                    key={row.id}
                    {...props}
                    row={row}
                    phases={phases}
                    isClass={listed.has(row.id)}
                  />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

function Legend() {
  const t = timesMessages.use();
  return (
    <ul className={styles.legend}>
      {(['walk', 'car', 'bus', 'meal'] as const).map((mode) => (
        <li key={mode}>
          <span className={styles.chip} data-mode={mode} aria-hidden="true">
            {t(`short.${mode}`)}
          </span>
          {t(`mode.${mode}`)}
        </li>
      ))}
    </ul>
  );
}

export function Head(props: {
  phases: readonly PhaseColumns[];
  name(id: string): string;
  at(minute: number): string;
  first?: string;
}) {
  const t = timesMessages.use();
  const { phases, name, at, first = t('picture.classHead') } = props;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {first}
        </th>
        {phases.map(({ id, times }) => (
          <th key={id} scope="colgroup" colSpan={times.length} className={styles.phase}>
            {name(id)}
          </th>
        ))}
      </tr>
      <tr>
        {phases.flatMap(({ id, times }) =>
          times.map((minute, i) => (
            <th key={`${id} ${minute}`} scope="col" data-first={i === 0 || undefined}>
              {at(minute)}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

function Lane(props: {
  timetable: string;
  basis: TimesBasis;
  changed: ReadonlySet<string>;
  row: Row;
  phases: readonly PhaseColumns[];
  isClass: boolean;
}) {
  const { row, phases, basis, changed } = props;
  const t = timesMessages.use();
  const format = useFormat();
  const words = useTimesWords(basis);
  const told = (chip: Chip) =>
    t('picture.chip', {
      who: row.name,
      at: words.at(chip.start),
      mode: t(`mode.${chip.mode}`),
      way: words.way(chip.way),
      people: format.number(peopleIn(basis.day, chip)),
    }) + (changed.has(chip.activity) ? ` · ${t('picture.changed')}` : '');
  return (
    <tr>
      <th scope="row">
        {props.isClass ? (
          <AppLink href={`${timesPrintPath}?timetable=${props.timetable}&sheet=${row.id}`}>
            {row.name}
          </AppLink>
        ) : (
          row.name
        )}
      </th>
      {phases.flatMap(({ id, times }) =>
        times.map((minute, i) => (
          <td key={`${id} ${minute}`} data-first={i === 0 || undefined}>
            {row.chips
              .filter(({ phase, start }) => phase === id && start === minute)
              .map((chip) => (
                <span
                  key={chip.activity}
                  className={styles.chip}
                  data-mode={chip.mode}
                  data-changed={changed.has(chip.activity) || undefined}
                  title={told(chip)}
                >
                  <span aria-hidden="true">{t(`short.${chip.mode}`)}</span>
                  <span className="visually-hidden">{told(chip)}</span>
                </span>
              ))}
          </td>
        )),
      )}
    </tr>
  );
}
