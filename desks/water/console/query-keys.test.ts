import type { LiveMessage } from '@liangbuwu/office/live/contract.ts';
import { expect, test } from 'vitest';
import { examples } from '../contract.examples.ts';
import { findProgress, keys, staleAfter, withProgress } from './query-keys.ts';

const day = examples.getGap.query;
const plan = examples.getGap.output.plan;
const said = (topic: string, detail?: Record<string, number | string>): LiveMessage => ({
  topic,
  area: day.area,
  id: plan.id,
  ...(detail && { detail }),
});

const isStale = (key: readonly string[], message: LiveMessage) =>
  staleAfter(message).some((start) => start.every((part, at) => key[at] === part));

test.each([
  [
    'plans',
    [
      keys.plans(day),
      keys.gap(day),
      keys.gap(day, plan.id),
      keys.fortnight(day),
      keys.since(day),
      keys.runway(day),
      keys.exit(day),
      keys.schedule(plan.id),
      keys.course(plan.id),
      keys.tries(plan.id),
      keys.hand(plan.id),
      keys.whatIfs(day),
    ],
  ],
  ['water.course', [keys.course(plan.id)]],
  ['water.one-more', [keys.tries(plan.id)]],
  ['water.siting', [keys.siting(plan.id), keys.sitings(day)]],
  ['plans.presence', [keys.plans(day)]],
  ['water.day', [keys.day(day), keys.gap(day), keys.since(day), keys.runway(day)]],
  ['water.requests', [keys.requests(day)]],
  ['water.codes', [keys.codes(day.area)]],
  ['water.costs', [keys.exit(day), keys.accounts(day, day.day)]],
  ['water.entries', [keys.accounts(day, day.day), keys.evening(day.response, day.day)]],
  [
    'commitments',
    [
      keys.needs(day.response, day.day),
      keys.requests(day),
      keys.gap(day),
      keys.fortnight(day),
      keys.since(day),
      keys.runway(day),
    ],
  ],
  ['responses.clock', [keys.responses, keys.runway(day)]],
])('%s makes stale what it is about', (topic, stale) => {
  expect(stale.filter((key) => !isStale(key, said(topic)))).toEqual([]);
});

test('an event leaves alone what it is not about', () => {
  expect(isStale(keys.day(day), said('plans'))).toBe(false);
  expect(isStale(keys.schedule('another'), said('plans'))).toBe(false);
  expect(isStale(keys.tries('another'), said('water.one-more'))).toBe(false);
  expect(isStale(keys.course(plan.id), said('water.one-more'))).toBe(false);
  expect(isStale(keys.plans(day), said('commitments'))).toBe(false);
  expect(staleAfter(said('plans.progress'))).toEqual([]);
  expect(staleAfter(said('gate.passes'))).toEqual([]);
});

test('after a gap in the stream everything is read again', () => {
  const all = [
    keys.day(day),
    keys.gap(day),
    keys.plans(day),
    keys.needs(day.response, day.day),
    keys.responses,
  ];
  expect(all.filter((key) => !isStale(key, { topic: 'resync' }))).toEqual([]);
});

test('progress goes to the plan that is being solved, and to no other', () => {
  const event = said('plans.progress', {
    seconds: 3,
    of: 10,
    iterations: 900,
    metres: 1000,
    hardship1: 0,
    hardship2: 12.5,
    hardship3: 40,
  });
  const found = findProgress(event);
  expect(found).toEqual({
    plan: plan.id,
    progress: { seconds: 3, of: 10, iterations: 900, metres: 1000, hardship: [0, 12.5, 40] },
  });
  if (!found) return;
  const list = { plans: [{ ...plan, state: 'queued' as const, score: null }], present: [] };
  expect(withProgress(list, found).plans[0]).toMatchObject({
    state: 'solving',
    progress: found.progress,
  });
  const done = { plans: [plan], present: [] };
  expect(withProgress(done, found)).toBe(done);
  expect(findProgress(said('plans'))).toBeUndefined();
  expect(findProgress(said('plans.progress', { seconds: 'x', of: 10 }))).toBeUndefined();
});
