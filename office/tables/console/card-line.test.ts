import { expect, test } from 'vitest';
import type { Column } from '../column.ts';
import { cardLine } from './card-line.ts';
import type { CellWords } from './format-cell.ts';

const words = {
  format: { number: String },
  say: (said: { en: string }) => said.en,
  yes: 'Yes',
  no: 'No',
  empty: '—',
} as unknown as CellWords;
const column = (field: string, kind: Column['kind'], more: Partial<Column> = {}): Column => ({
  field,
  kind,
  label: { 'zh-CN': field, en: field },
  ...more,
});

test('a card names figures and the flags that are set, and leaves out what is empty', () => {
  const columns = [
    column('name', 'text'),
    column('area', 'area'),
    column('people', 'whole'),
    column('litres', 'whole', { unit: { 'zh-CN': '升', en: 'L' } }),
    column('note', 'text'),
    column('alone', 'flag'),
    column('cannotCome', 'flag'),
    column('hidden', 'text', { folded: true }),
  ];
  const row = {
    id: '1',
    version: 1,
    name: 'x',
    area: 'a',
    people: 3,
    litres: 40,
    note: null,
    alone: false,
    cannotCome: true,
    hidden: 'y',
  };
  expect(cardLine(columns, row, { a: '白壁村' }, words)).toBe(
    '白壁村 · people 3 · 40 L · cannotCome',
  );
});
