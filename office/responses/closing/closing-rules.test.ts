import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClosingEvent,
  type ClosingState,
  closingTable,
  earliestClosing,
  nextClosing,
  stateOf,
} from './closing-rules.ts';

const events: ClosingEvent[] = [
  'proposed',
  'objected',
  'settled',
  'withdrawn',
  'time-came',
  'confirmed',
];

describe('the table', () => {
  test('closes what is due, and nothing else', () => {
    const closing = Object.keys(closingTable).flatMap((state) =>
      events
        .filter((event) => nextClosing(state as ClosingState, event) === 'closed')
        .map((event) => `${state} ${event}`),
    );
    expect(closing).toEqual(['due confirmed']);
  });

  test('whatever happens in whatever order, closed is reached by a proposal, time and a confirmation', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (told) => {
        let state: ClosingState = 'open';
        const taken: ClosingEvent[] = [];
        for (const event of told) {
          const next = nextClosing(state, event);
          if (!next) continue;
          state = next;
          taken.push(event);
        }
        if (state !== 'closed') return;
        expect(taken.at(-1)).toBe('confirmed');
        const since = taken.slice(taken.lastIndexOf('proposed'));
        expect(since).toContain('time-came');
        expect(since.lastIndexOf('objected')).toBeLessThan(since.lastIndexOf('time-came'));
      }),
    );
  });

  test('from every state but the last it goes back to open', () => {
    expect(nextClosing('closing', 'withdrawn')).toBe('open');
    expect(nextClosing('objected', 'withdrawn')).toBe('open');
    expect(nextClosing('due', 'withdrawn')).toBe('open');
    expect(closingTable.closed).toEqual({});
  });
});

describe('where it stands', () => {
  const effective = '2022-11-11T06:00:00+08:00';
  const at = (now: string, openObjections = 0) =>
    stateOf({ closed: false, openObjections, effective }, now);

  test('is due at its second, not before', () => {
    expect(at('2022-11-10T21:59:59.999Z')).toBe('closing');
    expect(at('2022-11-10T22:00:00.000Z')).toBe('due');
    expect(at('2022-11-20T22:00:00.000Z', 1)).toBe('objected');
  });

  test('without a closing it is open, and closed stays closed', () => {
    expect(stateOf(undefined, effective)).toBe('open');
    expect(stateOf({ closed: true, openObjections: 2, effective }, '2000-01-01T00:00:00Z')).toBe(
      'closed',
    );
  });

  test('the shortest countdown is counted from now', () => {
    expect(earliestClosing('2022-11-09T22:00:00.000Z', 24)).toBe('2022-11-10T22:00:00.000Z');
  });
});
