import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { A4Sheet, OnlyPaper } from '@liangbuwu/ui/paper/a4-sheet.tsx';
import type { CSSProperties, ReactNode } from 'react';
import { canteenId } from '../../times/plan-times.ts';
import type { Timetable } from '../../times/timetable.ts';
import { timesMessages } from '../messages/times.ts';
import { type Chip, chipsOf } from './picture.ts';
import styles from './print-sheets.module.css';
import { namesInShort, sheetPages } from './sheet-pages.ts';
import { peopleIn, useTimesWords } from './use-times-words.ts';

export const canteenSheet = 'canteen';

interface Printing {
  timetable: Timetable;
  school: string;
  /** Since when it is in force; null: it is not. */
  published: string | null;
}

/** On the screen pictures of the sheets, on paper a page each. */
export function PrintSheets(
  props: Printing & { of: 'classes' | 'gates'; sheets: readonly { id: string; name: string }[] },
) {
  return (
    <OnlyPaper>
      <div className={styles.sheets}>
        {props.sheets.map((one) =>
          props.of === 'gates' ? (
            <GateSheet key={one.id} {...props} gate={one} />
          ) : (
            <ClassSheet key={one.id} {...props} of={one} />
          ),
        )}
      </div>
    </OnlyPaper>
  );
}

function Sheet(props: Printing & { name: string; note?: string; children: ReactNode }) {
  const { timetable, school, published, name } = props;
  const t = timesMessages.use();
  const format = useFormat();
  const size = { '--across': '30mm' } as CSSProperties;
  return (
    <A4Sheet
      name={name}
      language={format.language}
      className={styles.sheet}
      mark={published === null ? t('print.draft') : undefined}
      sizes={size}
    >
      <header className={styles.head}>
        <h2 className={styles.name}>{name}</h2>
        {props.note && <p className={styles.note}>{props.note}</p>}
      </header>
      <div className={styles.body}>{props.children}</div>
      <footer className={styles.foot}>
        <span>{t('print.version', { school, number: timetable.number })}</span>
        <span>
          {published === null
            ? t('print.notInForce')
            : t('print.inForce', { at: format.instant(published) })}
        </span>
      </footer>
    </A4Sheet>
  );
}

/** For the door of a classroom: its few times, large. */
function ClassSheet(props: Printing & { of: { id: string; name: string } }) {
  const { timetable, of } = props;
  const { basis, result } = timetable;
  const t = timesMessages.use();
  const format = useFormat();
  const words = useTimesWords(basis);
  const { day } = basis;
  const one = day.classes.find((found) => found.class === of.id);
  const own = chipsOf(result?.placements ?? []).filter((chip) => chip.of === of.id);
  const buses = chipsOf(result?.placements ?? []).filter(
    ({ mode, of: bus }) => mode === 'bus' && one?.rides.some((ride) => ride.bus === bus),
  );
  const many = own.length + buses.length > 6;
  const phases = ['arrival', ...day.meals.map(({ id }) => id), 'dismissal'];
  const stair = one?.stair ? t('print.stair', { stair: words.name(one.stair) }) : undefined;
  const line = ({ mode, of: bus, way }: Chip) => {
    if (mode === 'meal') return [words.way(way), stair].filter(Boolean).join(' · ');
    const by =
      mode === 'bus'
        ? t('print.bus', {
            bus: words.name(bus),
            people: format.number(one?.rides.find((ride) => ride.bus === bus)?.people ?? 0),
          })
        : t(`mode.${mode}`);
    return t('print.by', { mode: by, gate: words.name(way) });
  };
  if (one?.home)
    return (
      <Sheet {...props} name={of.name}>
        <p className={styles.large}>{t('print.home')}</p>
      </Sheet>
    );
  return (
    <Sheet {...props} name={of.name} note={t('print.passing')}>
      {phases.map((phase) => {
        const chips = [...own, ...buses]
          .filter((chip) => chip.phase === phase)
          .sort((a, b) => a.start - b.start);
        if (chips.length === 0) return null;
        return (
          <section key={phase} className={styles.phase} data-many={many || undefined}>
            <h3>{words.name(phase)}</h3>
            <ul>
              {chips.map((chip) => (
                <li key={chip.activity}>
                  <strong>{words.at(chip.start)}</strong>
                  <span>{line(chip)}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {one !== undefined && one.boarders > 0 && (
        <p className={styles.small}>{t('print.boards', { people: format.number(one.boarders) })}</p>
      )}
    </Sheet>
  );
}

/** For who keeps a gate, or the canteen: who comes when, on as many sheets as it takes. */
function GateSheet(props: Printing & { gate: { id: string; name: string } }) {
  const { timetable, gate } = props;
  const { basis, result } = timetable;
  const { day } = basis;
  const t = timesMessages.use();
  const format = useFormat();
  const words = useTimesWords(basis);
  const comma = format.language === 'en' ? ', ' : '、';
  const isCanteen = gate.id === canteenSheet;
  const way = isCanteen ? canteenId.seats : gate.id;
  const at = Map.groupBy(
    chipsOf(result?.placements ?? [])
      .filter((chip) => chip.way === way)
      .sort((a, b) => a.start - b.start || a.mode.localeCompare(b.mode)),
    ({ phase, start, mode }) => `${phase} ${start} ${mode}`,
  );
  const rows = [...at].flatMap(([key, chips]) => {
    const [first] = chips;
    const lines = namesInShort(
      chips.map(({ of }) => words.name(of)),
      comma,
    );
    const people = chips.reduce((sum, chip) => sum + peopleIn(day, chip), 0);
    return first ? { key, first, lines, people } : [];
  });
  const hours = (day.gates.find(({ id }) => id === gate.id)?.open ?? []).map(({ from, to }) =>
    format.timeRange(from * 60, to * 60),
  );
  const note =
    isCanteen && day.canteen
      ? t('print.seats', { seats: format.number(day.canteen.seats) })
      : t('print.hours', { hours: hours.join(comma) });
  const pages = sheetPages(rows);
  return pages.map((page, i) => (
    <Sheet
      {...props}
      key={page[0]?.key}
      name={pages.length > 1 ? `${gate.name} ${i + 1}/${pages.length}` : gate.name}
      note={note}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('print.time')}</th>
            <th scope="col">{t('print.who')}</th>
            <th scope="col">{t('print.people')}</th>
          </tr>
        </thead>
        <tbody>
          {page.map(({ key, first, lines, people }) => (
            <tr key={key}>
              <th scope="row">
                <strong>{words.at(first.start)}</strong>
                <span>{words.what(first)}</span>
              </th>
              <td>
                {lines.map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </td>
              <td>{format.number(people)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  ));
}
