import { expect, test } from 'vitest';
import { fill } from './fill.ts';

const room = (id: string, beds: number, taken: [number, string][] = []) => ({
  id,
  beds,
  taken: new Map(taken),
});
const members = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'];

test('a class goes on where it sleeps, then into empty rooms, then beside others; no bed is given twice', () => {
  const rooms = [
    room('other', 4, [[1, 'b']]),
    room('empty', 2),
    room('own', 3, [[2, 'a']]),
    room('full', 1, [[1, 'a']]),
  ];
  expect(fill(rooms, { area: 'a', members })).toEqual([
    { member: 'm1', room: 'own', bed: 1 },
    { member: 'm2', room: 'own', bed: 3 },
    { member: 'm3', room: 'empty', bed: 1 },
    { member: 'm4', room: 'empty', bed: 2 },
    { member: 'm5', room: 'other', bed: 2 },
    { member: 'm6', room: 'other', bed: 3 },
  ]);
});

test('who finds no bed is left out', () => {
  expect(fill([room('one', 2)], { area: 'a', members })).toHaveLength(2);
  expect(fill([], { area: 'a', members })).toEqual([]);
});
