import { expect, test } from 'vitest';
import { nextTry, type TryEvent, type TryState, tryTable } from './one-more.ts';

const states = Object.keys(tryTable) as TryState[];
const events: TryEvent[] = ['begun', 'gaveWay', 'solved', 'dropped', 'failed'];

test('the table leads only to states that it has, and to each of them from the first', () => {
  const reached = new Set<TryState>(['waiting']);
  for (const state of reached) {
    for (const event of events) {
      const to = nextTry(state, event);
      if (to !== undefined) reached.add(to);
    }
  }
  expect([...reached].sort()).toEqual([...states].sort());
});

test('what a server left half tried is begun again; what has ended stays', () => {
  expect(states.filter((state) => nextTry(state, 'begun'))).toEqual(['waiting', 'running']);
  for (const state of ['solved', 'dropped', 'failed'] as const) {
    expect(events.map((event) => nextTry(state, event)).filter(Boolean)).toEqual([]);
  }
});

test('only what is running gives way or ends with a result', () => {
  expect(states.filter((state) => nextTry(state, 'gaveWay'))).toEqual(['running']);
  expect(states.filter((state) => nextTry(state, 'solved'))).toEqual(['running']);
});
