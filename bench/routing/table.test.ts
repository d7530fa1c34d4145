import { expect, test } from 'vitest';
import { comparison, type Outcome, type Row } from './table.ts';

const ran = (...costs: (number | undefined)[]): Outcome[] =>
  costs.map((cost) => ({ cost, seconds: 10.04 }));
const row = (
  instance: string,
  best: number | undefined,
  outcomes: Record<string, Outcome[] | 'refused'>,
  set = 'X',
): Row => ({ instance, set, best, outcomes: new Map(Object.entries(outcomes)) });
const lines = (...rows: Row[]) => comparison(rows, ['ours', 'peer']).split('\n').slice(2);

test('a row has mean, least and greatest gap over the seeds, and the mean time', () => {
  expect(lines(row('a', 1000, { ours: ran(1000, 1010, 1020), peer: ran(1005) }))).toEqual([
    '| a | 1000 | 1.00 (0.00–2.00) | 10.0 | 0.50 | 10.0 |',
  ]);
});

test('a set has the mean of its rows', () => {
  const all = lines(
    row('a', 1000, { ours: ran(1010), peer: ran(1000) }),
    row('b', 100, { ours: ran(103), peer: ran(101) }),
    row('c', 100, { ours: ran(150), peer: ran(150) }, 'other'),
  );
  expect(all[2]).toBe('| **X, mean** |  | **2.00** | 10.0 | **0.50** | 10.0 |');
  expect(all).toHaveLength(4);
});

test('a solver that failed on one seed has no mean of the set', () => {
  const all = lines(
    row('a', 1000, { ours: ran(1010, undefined), peer: 'refused' }),
    row('b', 100, { ours: ran(103, 103), peer: ran(undefined) }),
  );
  expect(all).toEqual([
    '| a | 1000 | 1.00, 1 of 2 | 10.0 | – |  |',
    '| b | 100 | 3.00 (3.00–3.00) | 10.0 | no plan (0 of 1) | 10.0 |',
    '| **X, mean** |  |  |  |  |  |',
  ]);
});

test('without a best known cost the least of all runs is the reference, and is marked', () => {
  expect(lines(row('a', undefined, { ours: ran(110, 105), peer: ran(100) }))).toEqual([
    '| a | 100 † | 7.50 (5.00–10.00) | 10.0 | 0.00 | 10.0 |',
  ]);
});

test('what was not run is left empty', () => {
  expect(lines(row('a', undefined, { ours: [] }))).toEqual(['| a |  |  |  |  |  |']);
});

test('a cost below the best known shows as a negative gap', () => {
  expect(lines(row('a', 1000, { ours: ran(999), peer: ran(1000) }))).toEqual([
    '| a | 1000 | -0.10 | 10.0 | 0.00 | 10.0 |',
  ]);
});
