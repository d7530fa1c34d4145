import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { dice, randomProblem, randomRoutes } from '../check/random-problem.fixture.ts';
import { problemFaults } from './problem-faults.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });

test('random problems have no fault', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(problemFaults(randomProblem(seed))).toEqual([]);
    }),
    { numRuns: 200, seed: 2 },
  );
});

test('a beginning is refused as impossible exactly when the checker refuses it as a route', () => {
  let refused = 0;
  let accepted = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const roll = dice(seed);
      const problem = randomProblem(seed, 9);
      for (const { vehicle, visits } of randomRoutes(problem, seed)) {
        const reload = { reload: roll.whole(0, problem.depots.length - 1) };
        const mixed = roll.chance(50) ? visits : roll.shuffled(visits);
        const beginning = {
          vehicle: roll.chance(80) ? vehicle : 0,
          visits: roll.chance(80) ? mixed : [...mixed, reload],
        };
        const pinned = { ...problem, pinned: [beginning] };
        const { ok } = check(pinned, { routes: [beginning] });
        expect(problemFaults(pinned).map(({ code }) => code)).toEqual(
          ok ? [] : ['pinned-impossible'],
        );
        if (ok) accepted++;
        else refused++;
      }
    }),
    { numRuns: 200, seed: 7 },
  );
  expect(accepted).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(50);
});
