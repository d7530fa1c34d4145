import { expect, test } from 'vitest';
import type { Column } from './column.ts';
import { nextSorting, sortRows } from './sorting.ts';

type Row = { name: string; litres: number | null };
const columns: Column<Row>[] = [
  { id: 'name', header: 'name', cell: (row) => row.name, sort: (row) => row.name },
  {
    id: 'litres',
    header: 'litres',
    numeric: true,
    cell: (row) => row.litres,
    sort: (row) => row.litres,
  },
];
const rows: Row[] = [
  { name: '岳峰村', litres: 15 },
  { name: '白壁村', litres: null },
  { name: '红旗村', litres: 7.5 },
  { name: '家和村', litres: 15 },
];
const names = (sorted: readonly Row[]) => sorted.map(({ name }) => name);

test('Chinese sorts by pinyin', () => {
  const sorted = sortRows(rows, columns, { column: 'name', direction: 'ascending' }, 'zh-CN');
  expect(names(sorted)).toEqual(['白壁村', '红旗村', '家和村', '岳峰村']);
});

test('what has no value is last both ways, equals keep their order, the input is untouched', () => {
  const before = names(rows);
  expect(
    names(sortRows(rows, columns, { column: 'litres', direction: 'ascending' }, 'zh-CN')),
  ).toEqual(['红旗村', '岳峰村', '家和村', '白壁村']);
  expect(
    names(sortRows(rows, columns, { column: 'litres', direction: 'descending' }, 'zh-CN')),
  ).toEqual(['岳峰村', '家和村', '红旗村', '白壁村']);
  expect(names(rows)).toEqual(before);
});

test('pressing a header goes round: first direction, the other, back', () => {
  const litres = columns[1] as Column<Row>;
  const first = nextSorting(litres, undefined);
  expect(first).toEqual({ column: 'litres', direction: 'descending' });
  const second = nextSorting(litres, first);
  expect(second).toEqual({ column: 'litres', direction: 'ascending' });
  expect(nextSorting(litres, second)).toBeUndefined();
  expect(nextSorting(litres, { column: 'name', direction: 'ascending' })).toEqual(first);
});
