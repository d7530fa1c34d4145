import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { generate } from '../generate/generate.ts';
import { later } from '../generate/later.ts';
import { compareScores } from './compare-scores.fixture.ts';
import { solveHere } from './solve-here.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const options = { iterations: 96 };

test('every plan passes the checker, its score and rows of short included', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const problem = generate(seed);
      const plan = solveHere(problem, options);
      expect(check(problem, plan).faults).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('every plan made again from an earlier one passes the checker, whatever has happened since', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const before = generate(seed);
      const previous = solveHere(before, options);
      const { problem, now } = later(before, seed);
      const plan = solveHere(problem, { ...options, previous, now });
      expect(check(problem, plan, { previous, now }).faults).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a plan can be made again from one that was made again', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const first = generate(seed);
      const morning = later(first, seed);
      const noon = later(morning.problem, seed + 1);
      let previous = solveHere(first, options);
      for (const { problem, now } of [morning, { ...noon, now: Math.max(morning.now, noon.now) }]) {
        const plan = solveHere(problem, { ...options, previous, now });
        expect(check(problem, plan, { previous, now }).faults).toEqual([]);
        previous = plan;
      }
    }),
    { numRuns: 30 },
  );
});

test('what is left of the old plan is never made worse', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 25200, max: 80000 }), (seed, now) => {
      const problem = generate(seed);
      const previous = solveHere(problem, options);
      const plan = solveHere(problem, { ...options, previous, now });
      expect(compareScores(plan.score, { ...previous.score, changed: 0 })).toBeLessThanOrEqual(0);
    }),
    { numRuns: 40 },
  );
});

test('removing a restriction never gives a worse plan when started from the old one', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(...Object.keys(LOOSER)), (seed, name) => {
      const problem = generate(seed);
      const previous = solveHere(problem, options);
      const wider = structuredClone(problem);
      LOOSER[name]?.(wider);
      const plan = solveHere(wider, { ...options, previous });
      const before = check(wider, { ...previous, short: [] }).score;
      expect(compareScores(plan.score, before)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 60 },
  );
});

const LOOSER: Record<string, (problem: ReturnType<typeof generate>) => void> = {
  'no daily limits': ({ sources }) => {
    for (const source of sources) delete source.litresPerDay;
  },
  'more bays': ({ sources }) => {
    for (const source of sources) source.bays += 1;
  },
  'sources open all day': ({ sources, day }) => {
    for (const source of sources) source.open = [[Math.min(day.from, 0), day.to]];
  },
  'no rests': ({ tankers }) => {
    for (const tanker of tankers) delete tanker.rest;
  },
  'longer shifts': ({ tankers }) => {
    for (const tanker of tankers) tanker.to += 7200;
  },
  'no weight limits on roads': ({ points }) => {
    for (const point of points) delete point.maxTankerLitres;
  },
  'points open all day': ({ points }) => {
    for (const point of points) delete point.open;
  },
  'a further tanker': ({ tankers }) => {
    tankers.push({ ...(tankers[0] as (typeof tankers)[number]), id: 'further' });
  },
};
