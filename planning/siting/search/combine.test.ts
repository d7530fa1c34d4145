import { expect, test } from 'vitest';
import { combine } from './combine.ts';
import type { Part } from './part.ts';
import type { Standing } from './standing.ts';

const proven = { people: true, cost: true, walking: true };

function part(must = 0): Part {
  return {
    sites: [],
    existing: 0,
    must,
    caps: [],
    building: [],
    cost: [],
    groups: [],
    classes: [],
  };
}

function standing(people: number, cost: number, rest: Partial<Standing> = {}): Standing {
  return {
    open: [],
    trips: [],
    people,
    cost,
    walking: 0,
    bound: people,
    proven,
    adds: [],
    ...rest,
  };
}

test('stations go where they serve most, and of equals where they cost least', () => {
  const board = [
    [standing(0, 0), standing(10, 5), standing(13, 9)],
    [standing(1, 0), standing(9, 1), standing(12, 2), standing(12, 2)],
  ];
  const levels = combine([part(), part()], board, 4);
  expect(levels.map(({ people }) => people)).toEqual([1, 11, 19, 22, 25]);
  expect(levels[3]?.standings.map(({ cost }) => cost)).toEqual([5, 2]);
  expect(levels[4]?.proven()).toEqual(proven);
});

test('parts with `must` sites have them, whatever the others could do', () => {
  const board = [
    [undefined, standing(2, 7)],
    [standing(0, 0), standing(9, 1)],
  ];
  const levels = combine([part(1), part()], board, 2);
  expect(levels.map(({ people, standings }) => [people, standings[1]?.people])).toEqual([
    [2, 0],
    [11, 9],
  ]);
});

test('what is not proven of one number matters only to levels that could take it', () => {
  const loose = { bound: 12, proven: { people: false, cost: false, walking: false } };
  const board = [
    [standing(0, 0), standing(8, 1), standing(10, 2, loose), standing(20, 3)],
    [standing(0, 0), standing(5, 1)],
  ];
  const levels = combine([part(), part()], board, 4);
  expect(levels.map(({ people, bound }) => [people, bound])).toEqual([
    [0, 0],
    [8, 8],
    [13, 13],
    [20, 20],
    [25, 25],
  ]);
  expect(levels.map((level) => level.proven().cost)).toEqual([true, true, true, true, true]);
  const [first, second] = board;
  const close = [first?.slice(0, 3) ?? [], second ?? []];
  const [, , two, three] = combine([part(), part()], close, 3);
  expect(two?.proven()).toEqual(proven);
  expect([three?.people, three?.bound, three?.proven().people]).toEqual([15, 17, false]);
});
