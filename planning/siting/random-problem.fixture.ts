import { randomFrom } from './generate/random.ts';
import type { Group, Problem, Site } from './problem.ts';

const NEEDS = [15, 8, 7.5, 3, 2.5] as const;

/** A small problem of any kind: ways that are missing, ties, stations that exist, sites that must or may not be chosen, budgets. */
export function randomProblem(seed: number): Problem {
  const below = randomFrom(seed);
  const oneOf = <T>(list: readonly [T, ...T[]]): T => list[below(list.length)] ?? list[0];
  const alike = below(3) === 0;
  const free = below(4) === 0;
  const sites = Array.from({ length: 1 + below(5) }, (_, i): Site => {
    const kind = below(9);
    return {
      id: `s${i}`,
      yield: oneOf([0, 15, 22.5, 30, 45, 61.5]),
      building: free ? 0 : 100 * below(4),
      running: free ? 0 : 10.5 * below(3),
      ...(kind === 0 && { existing: true }),
      ...(kind === 1 && { choice: 'must' as const }),
      ...(kind === 2 && { choice: 'never' as const }),
    };
  });
  const groups = Array.from({ length: 1 + below(5) }, (_, j): Group => {
    return { id: `g${j}`, people: below(5), litres: alike ? 7.5 : oneOf(NEEDS) };
  });
  const apart = below(3) === 0;
  const cells = (most: number) =>
    sites.map((_, i) =>
      groups.map((__, j) => (below(7) === 0 || (apart && (i + j) % 2) ? null : below(most))),
    );
  const must = sites.filter(({ choice }) => choice === 'must');
  const least = must.reduce((sum, { building = 0 }) => sum + building, 0);
  return {
    sites,
    groups,
    metres: cells(6).map((row) => row.map((one) => one && 120 * one)),
    seconds: cells(8).map((row) => row.map((one) => one && 170 * one)),
    most: must.length + below(5),
    ...(below(3) === 0 && { budget: least + 100 * below(4) }),
    ...(below(3) === 0 && { limits: { metres: 400, queue: 60 } }),
    ...(below(3) === 0 && { months: 0 }),
    ...(below(3) > 0 && { trucking: oneOf([0, 45.5, 3000]) }),
  };
}
