import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestLines } from './best-lines.ts';

const value = fc.integer({ min: -50, max: 50 });
const way = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 60 }) },
  { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
);

test('the best of all lines, wherever one looks', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(value, value, fc.tuple(way, way)), { maxLength: 7 }),
      fc.integer({ min: 1, max: 12 }),
      (lines, units) => {
        const constant = Float64Array.from(lines, ([start]) => start);
        const slope = Float64Array.from(lines, ([, rise]) => rise);
        const ways = Float64Array.from(lines.flatMap(([, , both]) => both));
        const best = new Float64Array((units + 1) * 2);
        const which = new Int16Array((units + 1) * 2);
        bestLines(
          { constant, slope, second: 0.5 },
          ways,
          { bySource: 2, byPoint: 1 },
          { units, points: 2 },
          best,
          which,
        );
        const height = (s: number, l: number, i: number) =>
          (constant[s] ?? 0) + (slope[s] ?? 0) * l - 0.5 * (ways[2 * s + i] ?? 0);
        for (let l = 0; l <= units; l += 1) {
          for (const i of [0, 1]) {
            const heights = lines.map((_, s) => height(s, l, i));
            const highest = Math.max(Number.NEGATIVE_INFINITY, ...heights);
            const at = 2 * l + i;
            expect(best[at]).toBeCloseTo(highest, 9);
            if (highest > Number.NEGATIVE_INFINITY) {
              expect(heights[which[at] ?? -1]).toBeCloseTo(highest, 9);
            }
          }
        }
      },
    ),
    { numRuns: 400, seed: 5 },
  );
});
