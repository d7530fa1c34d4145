import { expect, test } from 'vitest';
import { stepPath, turningPoints } from './steps.ts';

const same = { x: (value: number) => value, y: (value: number) => value };

test('the line goes on level until the next value', () => {
  const points = [
    { x: 0, y: 9 },
    { x: 2, y: 5 },
    { x: 3, y: 5 },
  ];
  expect(stepPath(points, same)).toBe('M0.0 9.0H2.0V5.0H3.0V5.0');
  expect(stepPath([], same)).toBe('');
});

test('what stays the same is told once, the last moment always', () => {
  const points = [9, 9, 5, 5, 5, 4, 4].map((y, x) => ({ x, y }));
  expect(turningPoints(points, 10).map(({ x }) => x)).toEqual([0, 2, 5, 6]);
});

test('many values are thinned, the first and the last among those that stay', () => {
  const points = Array.from({ length: 100 }, (_, x) => ({ x, y: 100 - x }));
  const few = turningPoints(points, 8);
  expect(few).toHaveLength(8);
  expect(few[0]).toEqual({ x: 0, y: 100 });
  expect(few.at(-1)).toEqual({ x: 99, y: 1 });
});
