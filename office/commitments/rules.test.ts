import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  judge,
  type NeedEvent,
  needTable,
  nextNeed,
  nextPromise,
  type PromiseEvent,
  promiseTable,
  sameWithin,
} from './rules.ts';

describe.each([
  ['needs', needTable, 'open'],
  ['promises', promiseTable, 'made'],
] as const)('the table of %s', (_, table: Record<string, Record<string, string>>, first) => {
  test('leads only to states that it has', () => {
    for (const to of Object.values(table).flatMap((events) => Object.values(events))) {
      expect(Object.keys(table)).toContain(to);
    }
  });

  test('leads to every state from the first', () => {
    const reached = new Set<string>([first]);
    for (const state of reached)
      for (const to of Object.values(table[state] ?? {})) reached.add(to);
    expect([...reached].sort()).toEqual(Object.keys(table).sort());
  });
});

test('a promise that somebody has spoken of is not taken back, and one taken back is not spoken of', () => {
  for (const state of ['one-sided', 'disputed', 'kept', 'partly-kept'] as const) {
    expect(nextPromise(state, 'withdrawn')).toBeUndefined();
  }
  for (const event of [
    'one-side-spoke',
    'both-agree',
    'both-agree-less',
    'both-differ',
    'withdrawn',
  ] satisfies PromiseEvent[]) {
    expect(nextPromise('withdrawn', event)).toBeUndefined();
  }
});

test('a need that was met is promised anew when more is planned for it, and stays met when less is', () => {
  const events: NeedEvent[] = ['promised', 'unpromised', 'met', 'withdrawn'];
  expect(events.map((event) => nextNeed('met', event))).toEqual([
    'promised',
    'met',
    undefined,
    undefined,
  ]);
});

describe('what the two sides say', () => {
  const said = (giver: number | undefined, receiver: number | undefined) =>
    judge(1000, { giver, receiver });

  test.each([
    [undefined, undefined, undefined],
    [1000, undefined, 'one-side-spoke'],
    [undefined, 0, 'one-side-spoke'],
    [1000, 1000, 'both-agree'],
    // A gauge reads no finer than a twentieth: of the larger figure, on the edge still the same.
    [1000, 950, 'both-agree'],
    [1000, 949, 'both-differ'],
    [950, 1000, 'both-agree'],
    [949, 1000, 'both-differ'],
    [950, 950, 'both-agree'],
    [949, 949, 'both-agree-less'],
    [960, 930, 'both-agree-less'],
    [2000, 2000, 'both-agree'],
    [0, 0, 'both-agree-less'],
    [0, 1, 'both-differ'],
    [100_000_000, 100_000_000, 'both-agree'],
  ] as const)('%s and %s', (giver, receiver, event) => {
    expect(said(giver, receiver)).toBe(event);
  });

  test('is judged without regard to who is which', () => {
    const litres = fc.integer({ min: 0, max: 100_000_000 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        litres,
        litres,
        (quantity, giver, receiver) => {
          const event = judge(quantity, { giver, receiver });
          expect(judge(quantity, { giver: receiver, receiver: giver })).toBe(event);
          expect(
            event !== 'both-agree' || Math.min(giver, receiver) >= quantity * (1 - sameWithin),
          ).toBe(true);
          // What both read from the same gauge never differs.
          expect(judge(quantity, { giver, receiver: giver })).not.toBe('both-differ');
        },
      ),
    );
  });
});
