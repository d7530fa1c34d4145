import { judge } from '@liangbuwu/ui/figures/diff-value.tsx';
import { expect, test } from 'vitest';
import type { Comparison } from '../../comparison.ts';
import { type CompareWords, floorRows, tankerRows, villageRows } from './compare-rows.ts';

const words: CompareWords = {
  floor: (tier) => tier,
  floorNote: '',
  metres: 'metres',
  shares: String,
  litresEach: String,
  litres: (litres) => `${litres} L`,
  distance: (metres) => `${metres} m`,
};

const pair = (before: number, after: number) => ({ before, after });
const village = (name: string, before: number, after: number) => ({
  area: name,
  name,
  expected: pair(before, after),
  perPerson: pair(before / 100, after / 100),
});
const comparison: Comparison = {
  tiers: [
    { name: 'survival', hardship: pair(0, 0), people: pair(0, 0) },
    { name: 'basic', hardship: pair(1, 9), people: pair(5, 30) },
  ],
  metres: pair(1000, 900),
  changed: 4,
  villages: [village('same', 500, 500), village('gains', 100, 400), village('loses', 900, 200)],
  tankers: [{ tanker: 't', name: 'T', litres: pair(8000, 0), metres: pair(9000, 0) }],
  words: [],
};

test('fewer shares missing and fewer kilometres are better', () => {
  const rows = floorRows(comparison, words);
  expect(
    rows.map(({ id, before, after, better = 'neither' }) => [id, judge(before, after, better)]),
  ).toEqual([
    ['survival', undefined],
    ['basic', false],
    ['metres', true],
  ]);
  expect(rows.filter(({ always }) => always).map(({ id }) => id)).toEqual(['survival', 'basic']);
});

test('villages that lose come first, and less water is worse', () => {
  const rows = villageRows(comparison, words);
  expect(rows.map(({ id }) => id)).toEqual(['loses', 'same', 'gains']);
  const [first] = rows;
  expect(first && judge(first.before, first.after, first.better ?? 'neither')).toBe(false);
  expect(first?.note).toBe('900 L → 200 L');
});

test('a tanker that stays at home is shown, without a verdict', () => {
  expect(tankerRows(comparison, words)).toMatchObject([
    { id: 't', before: 8000, after: 0, note: '9000 m → 0 m' },
  ]);
  expect(tankerRows(comparison, words)[0]?.better).toBeUndefined();
});
