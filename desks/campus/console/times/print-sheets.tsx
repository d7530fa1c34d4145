import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { A4Sheet, OnlyPaper } from '@liangbuwu/ui/paper/a4-sheet.tsx';
import type { CSSProperties, ReactNode } from 'react';
import { canteenId } from '../../times/plan-times.ts';
import type { Timetable } from '../../times/timetable.ts';
import { timesMessages } from '../messages/times.ts';
import { useGradeName } from '../schools/grade-name.ts';
import { type Chip, chipsOf } from './picture.ts';
import styles from './print-sheets.module.css';
import { peopleIn, useTimesWords } from './use-times-words.ts';

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
  const phases = ['arrival', ...day.meals.map(({ id }) => id), 'dismissal'];
  const stair = one?.stair ? t('print.stair', { stair: words.name(one.stair) }) : undefined;
  const line = ({ mode, of: bus, way }: Chip) => {
    if (mode === 'meal') return [words.name(way), stair].filter(Boolean).join(' · ');
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
          <section key={phase} className={styles.phase}>
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

/** For who keeps a gate, or the canteen: who comes when. */
function GateSheet(props: Printing & { gate: { id: string; name: string } }) {
  const { timetable, gate } = props;
  const { basis, result } = timetable;
  const { day } = basis;
  const t = timesMessages.use();
  const format = useFormat();
  const words = useTimesWords(basis);
  const gradeName = useGradeName();
  const way = gate.id === 'canteen' ? canteenId.seats : gate.id;
  const at = Map.groupBy(
    chipsOf(result?.placements ?? [])
      .filter((chip) => chip.way === way)
      .sort((a, b) => a.start - b.start || a.mode.localeCompare(b.mode)),
    ({ phase, start, mode }) => `${phase} ${start} ${mode}`,
  );
  const gradeOf = new Map(basis.classes.map((one) => [one.id, gradeName(one)]));
  /** “Grade 10 class 1, Grade 10 class 2” is long sixty times over: the grade is said once. */
  const who = (chips: readonly Chip[]) =>
    [...Map.groupBy(chips, ({ of }) => gradeOf.get(of) ?? '')].map(([grade, of]) =>
      of
        .map((chip, i) => {
          const name = words.name(chip.of);
          const short = grade !== '' && name.startsWith(grade) ? name.slice(grade.length) : name;
          return i === 0 ? name : short.trim();
        })
        .join(format.language === 'en' ? ', ' : '、'),
    );
  const open = day.gates.find(({ id }) => id === gate.id)?.open ?? [];
  const hours = open
    .map(({ from, to }) => format.timeRange(from * 60, to * 60))
    .join(format.language === 'en' ? ', ' : '，');
  const note =
    day.canteen && way === canteenId.seats
      ? t('print.seats', { seats: format.number(day.canteen.seats) })
      : t('print.open_hours', { hours });
  return (
    <Sheet {...props} name={gate.name} note={note}>
      <table className={styles.table} data-long={at.size > 16 || undefined}>
        <thead>
          <tr>
            <th scope="col">{t('print.time')}</th>
            <th scope="col">{t('print.who')}</th>
            <th scope="col">{t('print.people')}</th>
          </tr>
        </thead>
        <tbody>
          {[...at].map(([key, chips]) => {
            const [first] = chips;
            if (!first) return null;
            return (
              <tr key={key}>
                <th scope="row">
                  <strong>{words.at(first.start)}</strong>
                  <span>{words.what(first)}</span>
                </th>
                <td>
                  {who(chips).map((line) => (
                    <div key={line}>{line}</div>
                  ))}
                </td>
                <td>{format.number(chips.reduce((sum, chip) => sum + peopleIn(day, chip), 0))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Sheet>
  );
}
