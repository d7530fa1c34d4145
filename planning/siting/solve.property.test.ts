import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestChoice, servedNow } from './best-choice.fixture.ts';
import { check } from './check/check.ts';
import { generate } from './generate/generate.ts';
import type { Level, Problem } from './problem.ts';
import { randomProblem } from './random-problem.fixture.ts';
import { problemFaults } from './refuse/problem-faults.ts';
import { solveHere } from './solve-here.fixture.ts';

const seeds = fc.nat(1_000_000);

function costOf({ months = 12 }: Problem, { building, running }: Level): number {
  return Math.round(100 * building) + months * Math.round(100 * running);
}

test('every level is what trying everything finds: most people, then least cost, then least walking', async () => {
  const seen = { levels: 0, shared: 0, mixed: 0, budget: 0, must: 0, more: 0 };
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const problem = randomProblem(seed);
      expect(problemFaults(problem)).toEqual([]);
      const result = await solveHere(problem);
      expect(check(problem, result).faults).toEqual([]);
      expect(result.servedNow).toBe(servedNow(problem));
      expect(result.stopped).toBe(false);
      for (const level of result.levels) {
        const { people, walking, most } = level;
        const own = { people, cost: costOf(problem, level), walking };
        expect(own).toEqual(bestChoice(problem, most));
        seen.levels += 1;
        if (level.gain > 0) seen.more += 1;
        if (new Set(level.walks.map(({ group }) => group)).size < level.walks.length)
          seen.shared += 1;
      }
      if (new Set(problem.groups.map(({ litres }) => litres)).size > 1) seen.mixed += 1;
      if (problem.budget !== undefined) seen.budget += 1;
      if (problem.sites.some(({ choice }) => choice === 'must')) seen.must += 1;
    }),
    { numRuns: 400, seed: 11 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
});

test('what a station adds is what goes missing when it is taken away', async () => {
  let less = 0;
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const problem = randomProblem(seed);
      const { levels } = await solveHere(problem);
      for (const { stations, people } of levels) {
        for (const { site, adds } of stations) {
          const open = new Set(stations.map((one) => one.site));
          const others = problem.sites.map((one) => ({
            ...one,
            choice: undefined,
            existing: one.id !== site && open.has(one.id),
          }));
          expect(adds).toBe(people - servedNow({ ...problem, sites: others }));
          if ((adds ?? 0) < people) less += 1;
        }
      }
    }),
    { numRuns: 60, seed: 5 },
  );
  expect(less).toBeGreaterThan(20);
});

test('problems of a town and of a county are proven, their levels never fall, and the checker agrees', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, fc.boolean(), fc.boolean(), async (seed, town, alike) => {
      const problem = generate(seed, {
        sites: 16,
        groups: 60,
        most: 4,
        kind: town ? 'town' : 'county',
        litres: alike ? [15] : [15, 9.5, 7.5],
        existing: 10,
      });
      const result = await solveHere(problem);
      expect(check(problem, result).faults).toEqual([]);
      expect(result.stopped).toBe(false);
    }),
    { numRuns: 12, seed: 3 },
  );
});
