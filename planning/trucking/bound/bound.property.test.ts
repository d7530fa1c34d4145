import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { generate } from '../generate/generate.ts';
import { later } from '../generate/later.ts';
import { solveHere } from '../plan/solve-here.ts';
import type { Score } from '../water-day.ts';
import { hardshipBound } from './bound.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const sizes = fc.record({
  points: fc.integer({ min: 1, max: 24 }),
  tankers: fc.integer({ min: 1, max: 5 }),
  supply: fc.constantFrom('scarce' as const, 'even' as const, 'plentiful' as const),
});

/** A hardship is declared with two decimals. */
const ROUNDING = 0.005 + 1e-9;

function expectNotBelow(score: Score, bound: number[]): void {
  expect(bound).toHaveLength(score.tiers.length);
  score.tiers.forEach(({ hardship }, k) => {
    expect(hardship).toBeGreaterThanOrEqual((bound[k] as number) - ROUNDING);
  });
}

test('no plan is below the bound in any tier, and some come near it', () => {
  let near = 0;
  fc.assert(
    fc.property(seeds, sizes, (seed, size) => {
      const problem = generate(seed, size);
      const bound = hardshipBound(problem);
      const { score, faults } = check(problem, solveHere(problem, { iterations: 200, seed }));
      expect(faults).toEqual([]);
      expectNotBelow(score, bound);
      const last = score.tiers.at(-1)?.hardship ?? 0;
      if (last > 0.01 && (bound.at(-1) ?? 0) > 0.9 * last) near += 1;
    }),
    { numRuns: 220, seed: 1 },
  );
  expect(near).toBeGreaterThan(80);
});

test('no tier alone can be brought below its bound either', () => {
  fc.assert(
    fc.property(seeds, sizes, (seed, size) => {
      const problem = generate(seed, size);
      hardshipBound(problem).forEach((bound, k) => {
        const alone = structuredClone(problem);
        // The last tier says what a point may take, so it stays; what is planned for is this one first.
        const { points, tiers } = alone;
        for (const point of points) {
          if (point.litresPerPerson) {
            point.litresPerPerson = [
              point.litresPerPerson[k] ?? 0,
              point.litresPerPerson.at(-1) ?? 0,
            ];
          }
        }
        alone.tiers = [tiers[k], tiers.at(-1)].flatMap((tier) => (tier ? [tier] : []));
        const plan = solveHere(alone, { iterations: 100, seed });
        const first = check(alone, plan).score.tiers[0]?.hardship ?? 0;
        expect(first).toBeGreaterThanOrEqual(bound - ROUNDING);
      });
    }),
    { numRuns: 60, seed: 2 },
  );
});

test('planning again: what has begun counts, whatever has happened since', () => {
  fc.assert(
    fc.property(seeds, sizes, (seed, size) => {
      const before = generate(seed, size);
      const previous = solveHere(before, { iterations: 96, seed });
      const { problem, now } = later(before, seed);
      const bound = hardshipBound(problem, { previous, now });
      const plan = solveHere(problem, { iterations: 96, seed, previous, now });
      const { score, faults } = check(problem, plan, { previous, now });
      expect(faults).toEqual([]);
      expectNotBelow(score, bound);
    }),
    { numRuns: 150, seed: 3 },
  );
});

test('when the day is over the bound is what the plan has', () => {
  fc.assert(
    fc.property(seeds, sizes, (seed, size) => {
      const problem = generate(seed, size);
      const previous = solveHere(problem, { iterations: 50, seed });
      const bound = hardshipBound(problem, { previous, now: 100_000 });
      const { tiers } = check(problem, previous).score;
      tiers.forEach(({ hardship }, k) => {
        expect(bound[k]).toBeCloseTo(hardship, 1);
      });
    }),
    { numRuns: 60, seed: 4 },
  );
});
