import { expect, test } from 'vitest';
import type { Column } from '../column.ts';
import { judge, readCells } from './fate.ts';

const say = (text: string) => ({ 'zh-CN': text, en: text });
const columns: Column[] = [
  { field: 'name', kind: 'text', label: say('名称') },
  { field: 'area', kind: 'area', label: say('村') },
  { field: 'litres', kind: 'whole', label: say('载水量'), unit: { 'zh-CN': '升', en: 'L' } },
  { field: 'state', kind: 'text', label: say('状态'), shown: true },
];
const meaning = (column: number, field: string | null, unit: string | null = null) => ({
  column,
  field,
  unit,
});

test('cells are read by what their headers mean, units included; what is only shown is not read', () => {
  const read = readCells(
    ['洒水1号', '白壁村', 8, '停用', '随便'],
    [
      meaning(0, 'name'),
      meaning(1, 'area'),
      meaning(2, 'litres', '吨'),
      meaning(3, 'state'),
      meaning(4, null),
    ],
    columns,
  );
  expect(read).toEqual({
    id: null,
    values: { name: '洒水1号', litres: 8000 },
    words: { area: '白壁村' },
    faults: [],
  });
});

test('what cannot be read is named by its field, and the others are read all the same', () => {
  const read = readCells(
    ['x', null, '很多'],
    [meaning(0, 'id'), meaning(1, 'name'), meaning(2, 'litres')],
    columns,
  );
  expect(read.faults.map(({ field }) => field)).toEqual(['id', 'name', 'litres']);
  expect(read.values).toEqual({});
});

const fields = ['name', 'bays'];
const row = { name: '深井', bays: 1 };
const of = (more: Partial<Parameters<typeof judge>[0]>) =>
  judge({
    fields,
    after: row,
    before: undefined,
    twice: false,
    sameNamed: false,
    how: 'update',
    ...more,
  });

test.each([
  ['new', of({}), ['name', 'bays']],
  ['same', of({ before: row }), []],
  ['changed', of({ before: { ...row, bays: 2 } }), ['bays']],
  ['doubled', of({ twice: true, before: row }), []],
  ['doubled', of({ sameNamed: true, how: 'skip' }), []],
  ['changed', of({ sameNamed: true, before: { ...row, bays: 2 } }), ['bays']],
  ['new', of({ sameNamed: true, how: 'add' }), ['name', 'bays']],
] as const)('%s', (fate, judged, changed) => {
  expect(judged.fate).toBe(fate);
  expect(judged.changes.map(({ field }) => field)).toEqual(changed);
});
