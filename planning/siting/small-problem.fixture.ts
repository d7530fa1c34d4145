import type { Group, Problem, Site } from './problem.ts';

type Way = [metres: number, seconds: number] | null;

/** A problem written out: for each site its ways to the groups in turn. */
export function problemOf(
  sites: readonly Site[],
  groups: readonly Group[],
  ways: readonly (readonly Way[])[],
  rest: Partial<Problem> = {},
): Problem {
  return {
    sites,
    groups,
    metres: ways.map((row) => row.map((way) => way && way[0])),
    seconds: ways.map((row) => row.map((way) => way && way[1])),
    most: 2,
    ...rest,
  };
}

/** Three sites in a row: `old` reaches a and b, `middle` b and c, `end` c, nobody d. */
export function threeWells(rest: Partial<Problem> = {}): Problem {
  const near: Way = [200, 400];
  return problemOf(
    [
      { id: 'old', yield: 450, existing: true },
      { id: 'middle', yield: 1500, building: 8000, running: 300 },
      { id: 'end', yield: 600, building: 5000, running: 200 },
    ],
    [
      { id: 'a', people: 40, litres: 15 },
      { id: 'b', people: 50, litres: 15 },
      { id: 'c', people: 60, litres: 15 },
      { id: 'd', people: 7, litres: 15 },
    ],
    [
      [[100, 300], near, null, null],
      [null, near, near, null],
      [null, null, near, null],
    ],
    { trucking: 60, ...rest },
  );
}
