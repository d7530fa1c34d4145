import type { Language } from '../language/messages.ts';
import type { Column, Direction, Sorting } from './column.ts';

const reverse = (direction: Direction): Direction =>
  direction === 'ascending' ? 'descending' : 'ascending';

export function firstDirection<Row>(column: Column<Row>): Direction {
  return column.firstSort ?? (column.numeric ? 'descending' : 'ascending');
}

/** One press sorts, the next turns round, the third goes back to the order that the rows came in. */
export function nextSorting<Row>(
  column: Column<Row>,
  now: Sorting | undefined,
): Sorting | undefined {
  const first = firstDirection(column);
  if (now?.column !== column.id) return { column: column.id, direction: first };
  if (now.direction === first) return { column: column.id, direction: reverse(first) };
  return undefined;
}

/** Sorted rows, equal ones in the order they came in; Chinese by pinyin. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | undefined,
  language: Language,
): readonly Row[] {
  const by = columns.find(({ id }) => id === sorting?.column)?.sort;
  if (!sorting || !by) return rows;
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: by(row) ?? undefined }));
  keyed.sort((one, other) => {
    if (one.key === undefined || other.key === undefined)
      return Number(one.key === undefined) - Number(other.key === undefined);
    if (typeof one.key === 'number' && typeof other.key === 'number')
      return sign * (one.key - other.key);
    return sign * collator.compare(String(one.key), String(other.key));
  });
  return keyed.map(({ row }) => row);
}
