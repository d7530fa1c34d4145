import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roomFor, ticksIn } from './scale.ts';

test.each([
  [[0, 10], 5, [0, 2, 4, 6, 8, 10]],
  [[0, 1], 4, [0, 0.25, 0.5, 0.75, 1]],
  [[0, 0.7], 4, [0, 0.2, 0.4, 0.6]],
  [[1310, 1390], 4, [1320, 1340, 1360, 1380]],
  [[7, 7], 4, [7]],
] as const)('the round values in %j, about %i', ([least, most], about, ticks) => {
  expect(ticksIn([least, most], about)).toEqual(ticks);
});

const value = fc.double({ min: 0, max: 1e7, noNaN: true });

test('ticks lie in the span, ascending, and never crowd it', () => {
  fc.assert(
    fc.property(value, fc.double({ min: 0.01, max: 1e6, noNaN: true }), (least, width) => {
      const most = least + width;
      const ticks = ticksIn([least, most], 4);
      expect(ticks.length).toBeLessThanOrEqual(6);
      ticks.forEach((tick, at) => {
        expect(tick).toBeGreaterThanOrEqual(least - width * 1e-6);
        expect(tick).toBeLessThanOrEqual(most + width * 1e-6);
        if (at > 0) expect(tick).toBeGreaterThan(ticks[at - 1] as number);
      });
    }),
    { seed: 1 },
  );
});

test('every value has its place in the room, which begins at nothing or near the least', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
      const [least, most] = roomFor(values);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(least);
      expect(Math.max(...values)).toBeLessThanOrEqual(most);
      expect(most).toBeGreaterThan(least);
      expect(least).toBeGreaterThanOrEqual(0);
    }),
    { seed: 1 },
  );
  expect(roomFor([2, 10])[0]).toBe(0);
  expect(roomFor([90, 100])[0]).toBeGreaterThan(80);
  expect(roomFor([0, 0])).toEqual([0, 1]);
});
