import { expect, test } from 'vitest';
import type { Score } from '../water-day.ts';
import { gapsOf } from './gap.ts';

const score = (...hardships: number[]): Score => ({
  tiers: hardships.map((hardship, k) => ({ name: `t${k}`, hardship, worst: 0, people: 0 })),
  metres: 0,
  changed: 0,
});

test('what is above the bound, as a part of what the plan has', () => {
  expect(gapsOf(score(0, 4.36, 200), [0, 4.3582, 150.001])).toEqual([
    { name: 't0', bound: 0, gap: 0 },
    { name: 't1', bound: 4.36, gap: 0 },
    { name: 't2', bound: 150, gap: 25 },
  ]);
});

test('one bound for each tier', () => {
  expect(() => gapsOf(score(1, 2), [1])).toThrow('1 bounds for 2 tiers');
});
