import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { Basis, FortnightDay } from '../../fortnight-sheet.ts';
import { floorsFor } from '../../kinds.ts';
import type { Floors, PointKind } from '../../water.ts';
import { StandingShape } from '../floor-tag.tsx';
import { standingAt } from '../standing.ts';
import styles from './day-cell.module.css';

/** A day as a figure, coloured by where it stands, with its marks: who is below a floor, how it is known, whether the sides differ. */
export function DayCell(props: {
  day: FortnightDay;
  kind: PointKind;
  floors: Floors;
  words: string;
}) {
  const { day, kind, words } = props;
  const floors = floorsFor(kind, props.floors);
  const format = useFormat();
  const { below, perPerson } = day;
  const known = perPerson !== null;
  // What the figure itself rounds away is not held against it.
  const standing = known && below !== null ? standingAt(perPerson, floors) : undefined;
  return (
    <span
      className={styles.cell}
      data-standing={standing}
      data-dry={below === 'survival'}
      data-known={known}
      title={words}
    >
      <span className="visually-hidden">{words}</span>
      <span className={styles.figure} aria-hidden="true">
        {known ? format.number(perPerson, 1) : '—'}
      </span>
      <span className={styles.marks} aria-hidden="true">
        {(below === 'survival' || below === 'basic') && (
          <StandingShape standing={below} size={10} />
        )}
        {day.peopleDry > 0 && <span>{format.number(day.peopleDry)}</span>}
        <BasisMark basis={day.basis} />
        {day.differing > 0 && <DifferingMark />}
      </span>
    </span>
  );
}

/** A tick for what both sides have proven, half a tick for a part; what is only promised has no mark. */
export function BasisMark({ basis }: { basis: Basis }) {
  if (basis !== 'proven' && basis !== 'partly-proven') return null;
  return (
    <svg className={styles.mark} width="10" height="10" viewBox="0 0 11 11" aria-hidden="true">
      <path
        d="M1.5 6 4.3 8.8 9.6 2.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeDasharray={basis === 'proven' ? undefined : '2.2 1.6'}
      />
    </svg>
  );
}

export function DifferingMark() {
  return (
    <svg className={styles.mark} width="10" height="10" viewBox="0 0 11 11" aria-hidden="true">
      <path d="M1.5 4h8M1.5 7h8M7.6 1 3.4 10" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}
