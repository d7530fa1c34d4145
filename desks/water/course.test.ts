import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alsoHeard, type CoursePoint, endedWith, roomLeft, telling } from './course.ts';

const at = (seconds: number, hardship: number[], metres = 1000): CoursePoint => ({
  seconds,
  hardship,
  metres,
});
const heard = (...points: CoursePoint[]) => points.reduce<readonly CoursePoint[]>(alsoHeard, []);

test('a search that lags behind does not lift the line', () => {
  const course = heard(at(1, [0, 9]), at(2, [1, 2]), at(3, [0, 7]), at(4, [0, 8]));
  expect(course.map(({ hardship }) => hardship)).toEqual([
    [0, 9],
    [0, 9],
    [0, 7],
    [0, 7],
  ]);
  expect(course.map(({ seconds }) => seconds)).toEqual([1, 2, 3, 4]);
});

test('of two plans with the same hardship the shorter one counts', () => {
  expect(heard(at(1, [5], 900), at(2, [5], 950), at(3, [5], 800)).map((one) => one.metres)).toEqual(
    [900, 900, 800],
  );
});

test('what two searches tell in the same second counts once, by the better of them', () => {
  expect(heard(at(1, [9]), at(2, [6]), at(2, [4]))).toEqual([at(1, [9]), at(2, [4])]);
});

test('a search that begins anew begins a new line', () => {
  expect(heard(at(8, [1]), at(1, [9]))).toEqual([at(1, [9])]);
});

test('a long quiet stretch is kept by its two ends', () => {
  const quiet = Array.from({ length: 50 }, (_, i) => at(i + 2, [5]));
  expect(heard(at(1, [9]), ...quiet)).toEqual([at(1, [9]), at(2, [5]), at(51, [5])]);
});

test('the plan that was kept has the last word', () => {
  expect(endedWith(heard(at(1, [9]), at(9.9, [5], 700)), at(9.5, [5], 720))).toEqual([
    at(1, [9]),
    at(9.5, [5], 720),
  ]);
});

test('however long it goes on, the course stays short, ascending in time, never getting worse', () => {
  const one = fc.record({
    hardship: fc.tuple(fc.nat(30), fc.nat(3000)),
    metres: fc.nat(100_000),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 500 }), (all) => {
      const course = heard(...all.map(({ hardship, metres }, i) => at(i / 5, hardship, metres)));
      expect(course.length).toBeLessThanOrEqual(161);
      expect(course.at(-1)?.seconds).toBe((all.length - 1) / 5);
      const best = [...all].sort(
        (a, b) =>
          (a.hardship[0] ?? 0) - (b.hardship[0] ?? 0) ||
          (a.hardship[1] ?? 0) - (b.hardship[1] ?? 0) ||
          a.metres - b.metres,
      )[0];
      expect(course.at(-1)).toMatchObject({ hardship: best?.hardship, metres: best?.metres });
      course.slice(1).forEach((point, i) => {
        expect(point.seconds).toBeGreaterThan(course[i]?.seconds ?? 0);
        expect(point.hardship[0]).toBeLessThanOrEqual(course[i]?.hardship[0] ?? 0);
      });
    }),
    { seed: 1, numRuns: 40 },
  );
});

test('the floor that is shown is the first that may still become better and did', () => {
  const points = [at(0, [4, 90, 300]), at(9, [0, 40, 200])];
  expect(telling({ points, bound: null })).toBe(1);
  expect(telling({ points, bound: [0, 39, 100] })).toBe(1);
  expect(telling({ points, bound: [0, 40, 100] })).toBe(2);
  expect(telling({ points, bound: [0, 40, 200] })).toBe(2);
  const still = [at(0, [4, 40, 300]), at(9, [4, 40, 200])];
  expect(telling({ points: still, bound: [4, 30, 100] })).toBe(2);
  expect(telling({ points: [at(9, [4, 40, 200])], bound: [4, 30, 100] })).toBe(1);
  expect(telling({ points: [at(0, [4, 0, 0]), at(9, [0, 0, 0])], bound: null })).toBe(0);
  expect(telling({ points: [], bound: null })).toBe(0);
});

test('how much better it could be is said floor by floor, and never without a bound', () => {
  const points = [at(9, [0, 40, 200])];
  expect(roomLeft({ points, bound: null })).toBeUndefined();
  expect(roomLeft({ points: [], bound: [0, 0, 0] })).toBeUndefined();
  expect(roomLeft({ points, bound: [0, 36, 199.996] })).toEqual([
    { tier: 0, kind: 'none' },
    { tier: 1, kind: 'some', share: 0.1 },
    { tier: 2, kind: 'none' },
  ]);
  expect(roomLeft({ points, bound: [0, 0, 0] })?.[1]).toEqual({ tier: 1, kind: 'some', share: 1 });
});
