import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cheapestPlan } from './cheapest-plan.fixture.ts';
import { randomProblem } from './check/random-problem.fixture.ts';
import { faultsOf } from './faults-of.fixture.ts';
import type { Problem, Solution } from './problem.ts';
import { solveHere } from './solve-here.ts';

const seeds = fc.nat(1_000_000);

function atMost(a: Solution, b: { missing: number; cost: number }): boolean {
  return a.missing < b.missing || (a.missing === b.missing && a.cost <= b.cost);
}

test('solutions of problems of every kind keep all rules, and so do searches that begin with them', () => {
  const kinds = new Map<string, number>();
  fc.assert(
    fc.property(seeds, (seed) => {
      const problem = randomProblem(seed);
      const solution = solveHere(problem, { iterations: 300, seed });
      expect(faultsOf(problem, solution)).toEqual([]);
      const again = solveHere(problem, { iterations: 100, seed: seed + 1, start: solution.routes });
      expect(faultsOf(problem, again)).toEqual([]);
      expect(atMost(again, solution)).toBe(true);
      for (const { because } of solution.unserved) {
        kinds.set(because, (kinds.get(because) ?? 0) + 1);
      }
    }),
    { numRuns: 80, seed: 23 },
  );
  expect(kinds.size).toBeGreaterThanOrEqual(5);
});

test('small problems are solved as cheaply as trying everything solves them', () => {
  let served = 0;
  fc.assert(
    fc.property(seeds, fc.integer({ min: 2, max: 6 }), (seed, clients) => {
      const problem = simple(randomProblem(seed, clients));
      const best = cheapestPlan(problem);
      const { cost, missing } = solveHere(problem, { iterations: 10_000, seed });
      expect({ missing, cost }).toEqual(best);
      if (missing === 0) served += 1;
    }),
    { numRuns: 80, seed: 7 },
  );
  expect(served).toBeGreaterThan(40);
});

/** Without what makes the number of plans endless or needs a beginning: reloads, pinned beginnings. */
function simple({ pinned: _, ...problem }: Problem): Problem {
  const vehicles = problem.vehicles.map(({ reloads: __, reloadsAtMost: ___, ...type }) => type);
  return { ...problem, vehicles };
}
