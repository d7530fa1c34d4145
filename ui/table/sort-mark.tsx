import type { Sorting } from './column.ts';
import styles from './table.module.css';

/** Which way a column is sorted, if at all. */
export function SortMark({ direction }: { direction: Sorting['direction'] | undefined }) {
  return (
    <svg className={styles.sortMark} width="8" height="12" viewBox="0 0 8 12" aria-hidden="true">
      <path d="M4 0 8 5H0Z" opacity={direction === 'ascending' ? 1 : 0.3} fill="currentColor" />
      <path d="M4 12 0 7h8Z" opacity={direction === 'descending' ? 1 : 0.3} fill="currentColor" />
    </svg>
  );
}
