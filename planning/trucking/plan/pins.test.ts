import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { brokenPins } from '../check/pins.ts';
import { generate } from '../generate/generate.ts';
import { later } from '../generate/later.ts';
import type { Plan, Route } from '../water-day.ts';
import { compareScores } from './compare-scores.fixture.ts';
import type { Pin } from './pins.ts';
import { solve } from './solve.ts';
import { solveHere } from './solve-here.ts';

const seeds = fc.nat({ max: 100_000 });

/** Every second delivery of a plan, as promised by word: a quarter of an hour either way. */
const pinsOf = (plan: Plan): Pin[] =>
  plan.routes
    .flatMap(({ tanker, stops }) =>
      stops.flatMap((stop) =>
        stop.kind === 'deliver'
          ? [
              {
                tanker,
                point: stop.point,
                litres: stop.litres,
                from: stop.start - 900,
                to: stop.start + 900,
              },
            ]
          : [],
      ),
    )
    .filter((_, i) => i % 2 === 0);

const dayOf = (plan: Plan, tanker: string): Route | undefined =>
  plan.routes.find((route) => route.tanker === tanker);

test('a search changes everything else, but keeps what was promised', () => {
  let changed = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const problem = generate(seed, { points: 12 });
      const start = solveHere(problem, { iterations: 16 });
      const pins = pinsOf(start);
      const plan = solveHere(problem, { iterations: 300, start, pins });
      expect(check(problem, plan).faults).toEqual([]);
      expect(brokenPins(plan, pins)).toEqual([]);
      expect(compareScores(plan.score, start.score)).toBeLessThanOrEqual(0);
      if (JSON.stringify(plan.routes) !== JSON.stringify(start.routes)) changed += 1;
    }),
    { numRuns: 50 },
  );
  expect(changed).toBeGreaterThan(25);
});

test('a promise is laid down where the plan to begin with does not have it', () => {
  let laid = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const problem = generate(seed, { points: 12, supply: 'plentiful' });
      const other = solveHere(problem, { iterations: 32, seed: 5 });
      const pins = pinsOf(other).slice(0, 1);
      const plan = solveHere(problem, { iterations: 100, pins });
      expect(check(problem, plan).faults).toEqual([]);
      if (brokenPins(plan, pins).length === 0) laid += 1;
    }),
    { numRuns: 40 },
  );
  // A village tank that is full by then takes no more: not every promise of another plan can be kept in this one.
  expect(laid).toBeGreaterThan(30);
});

test('a locked tanker’s day stays as it was', () => {
  let locked = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const problem = generate(seed, { points: 12 });
      const start = solveHere(problem, { iterations: 16 });
      const tanker = start.routes[0]?.tanker;
      if (tanker === undefined) return;
      const plan = solveHere(problem, { iterations: 300, start, locks: [tanker] });
      expect(check(problem, plan).faults).toEqual([]);
      expect(dayOf(plan, tanker)).toEqual(dayOf(start, tanker));
      locked += 1;
    }),
    { numRuns: 50 },
  );
  expect(locked).toBeGreaterThan(30);
});

test('with every tanker locked the plan is the one that it started from', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const problem = generate(seed, { points: 12 });
      const start = solveHere(problem, { iterations: 16 });
      const locks = problem.tankers.map(({ id }) => id);
      const plan = solveHere(problem, { iterations: 300, start, locks });
      expect(plan.routes).toEqual(start.routes);
      expect(plan.score).toEqual(start.score);
    }),
    { numRuns: 30 },
  );
});

test('planned again in the middle of the day promises are kept where they can be, and nothing breaks where not', () => {
  const tally = { kept: 0, of: 0 };
  fc.assert(
    fc.property(seeds, (seed) => {
      const before = generate(seed, { points: 12 });
      const previous = solveHere(before, { iterations: 32 });
      const { problem, now } = later(before, seed);
      const pins = pinsOf(previous);
      const plan = solveHere(problem, { iterations: 100, previous, now, pins });
      expect(check(problem, plan, { previous, now }).faults).toEqual([]);
      tally.kept += pins.length - brokenPins(plan, pins).length;
      tally.of += pins.length;
    }),
    { numRuns: 50 },
  );
  expect(tally.kept).toBeGreaterThan(0.7 * tally.of);
  expect(tally.kept).toBeLessThan(tally.of);
});

test('with threads that race by iterations, promises included, the plan is a function of its arguments', async () => {
  const problem = generate(7, { points: 12 });
  const start = solveHere(problem, { iterations: 16 });
  const options = { iterations: 64, workers: 2, start, pins: pinsOf(start), locks: [] };
  const [one, other] = [await solve(problem, options), await solve(problem, options)];
  expect(one).toEqual(other);
  expect(brokenPins(one, options.pins)).toEqual([]);
});
