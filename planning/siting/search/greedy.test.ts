import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generate } from '../generate/generate.ts';
import { type Guess, greedy } from './greedy.ts';
import { instanceOf } from './instance.ts';
import { partsOf } from './reduce.ts';
import { serve } from './serve.ts';

test('no choice serves more than the bound, none less than the guess promises, and guesses can be beaten', () => {
  let beaten = 0;
  let close = 0;
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.boolean(), (seed, alike) => {
      const litres = alike ? [15] : [15, 8];
      const problem = generate(seed, { sites: 9, groups: 14, reach: 4, most: 4, litres });
      for (const part of partsOf(instanceOf(problem))) {
        const guesses: Guess[] = [];
        const most = Math.min(4, part.sites.length);
        greedy(part, most, null, (stations, guess) => (guesses[stations] = guess));
        for (const [stations, { served, bound }] of guesses.entries()) {
          const best = Math.max(
            ...choices(part.sites.length, stations).map((open) => serve(part, open).people),
          );
          expect(bound).toBeGreaterThanOrEqual(best);
          expect(served.divided).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best - 1e-6);
          if (best > served.people) beaten += 1;
          if (bound === best && stations > 0) close += 1;
        }
      }
    }),
    { numRuns: 60, seed: 1 },
  );
  expect(beaten).toBeGreaterThan(5);
  expect(close).toBeGreaterThan(20);
});

/** All ways to open at most so many of `sites`. */
function choices(sites: number, most: number): number[][] {
  return Array.from({ length: 1 << sites }, (_, bits) =>
    Array.from({ length: sites }, (__, i) => i).filter((i) => bits & (1 << i)),
  ).filter(({ length }) => length <= most);
}
