import { expect, test } from 'vitest';
import { dueOf, handsOf, keptFrom, nextPlan, planStates } from './plan-rules.ts';

test('a plan goes its way one step after the other, and nothing skips a step', () => {
  const way = ['submitted', 'inspected', 'assessed', 'approved'] as const;
  let state = nextPlan('drafting', 'saved');
  for (const [at, event] of way.entries()) {
    for (const later of way.slice(at + 1))
      expect(nextPlan(state ?? 'replaced', later)).toBe(undefined);
    state = nextPlan(state ?? 'replaced', event);
  }
  expect(state).toBe('approved');
  expect(planStates.filter((one) => nextPlan(one, 'approved'))).toEqual(['assessed']);
});

test('no two of the three are one person’s, and none is a drafter’s', () => {
  const hands = { workedOn: ['a'], inspected: ['b'], assessed: ['c'] };
  const may = (event: 'inspected' | 'assessed' | 'approved') =>
    ['a', 'b', 'c', 'd'].filter((one) => !keptFrom(event, handsOf(hands, one)));
  expect(may('inspected')).toEqual(['b', 'c', 'd']);
  expect(may('assessed')).toEqual(['c', 'd']);
  expect(may('approved')).toEqual(['d']);
});

test('who is waited for has until a moment; nobody is waited for with what is approved', () => {
  expect(dueOf('submitted', '2022-11-10T00:00:00.000Z')).toBe('2022-11-12T00:00:00.000Z');
  expect(dueOf('approved', '2022-11-10T00:00:00.000Z')).toBeNull();
});
