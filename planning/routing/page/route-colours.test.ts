import { expect, test } from 'vitest';
import type { Route } from '../problem.ts';
import { assignSlots, inkOf } from './route-colours.ts';

const route = (...clients: number[]): Route => ({
  vehicle: 0,
  visits: clients.map((client) => ({ client })),
});

test('a route keeps its slot when most of its clients stay, wherever it stands in the plan', () => {
  const before = new Map<number, number>();
  expect(assignSlots([route(0, 1, 2), route(3, 4), route(5)], before)).toEqual([0, 1, 2]);
  expect(assignSlots([route(4, 3, 0), route(5), route(2, 1)], before)).toEqual([1, 2, 0]);
});

test('two routes from one get two slots, and a slot that is free is used again', () => {
  const before = new Map<number, number>();
  assignSlots([route(0, 1, 2, 3), route(4)], before);
  expect(assignSlots([route(0), route(1, 2, 3, 4)], before)).toEqual([1, 0]);
});

test('fewer routes take the slots from 0, so that no ink is rarer than it need be', () => {
  const before = new Map<number, number>();
  assignSlots([route(0), route(1), route(2), route(3)], before);
  expect(assignSlots([route(3, 2), route(0, 1)], before).sort()).toEqual([0, 1]);
});

test('24 routes have 24 different inks', () => {
  const inks = Array.from({ length: 24 }, (_, slot) => JSON.stringify(inkOf(slot)));
  expect(new Set(inks).size).toBe(24);
});
