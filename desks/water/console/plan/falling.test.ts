import { expect, test } from 'vitest';
import { alsoTold, fallingLine, type Told } from './falling.ts';

const progress = (seconds: number, ...hardship: number[]) => ({
  seconds,
  of: 10,
  iterations: 0,
  metres: 0,
  hardship,
});
const size = { width: 100, height: 40 };

test('each word of the search is kept once, in order', () => {
  let told: readonly Told[] = [];
  for (const one of [progress(1, 9), progress(2, 6), progress(2, 6), progress(4, 5)])
    told = alsoTold(told, one);
  expect(told.map(({ seconds }) => seconds)).toEqual([1, 2, 4]);
});

test('a search that begins anew begins a new line', () => {
  expect(alsoTold([{ seconds: 8, hardship: [1] }], progress(1, 9))).toEqual([
    { seconds: 1, hardship: [9] },
  ]);
});

test('a search that lags behind does not lift the line', () => {
  let told: readonly Told[] = [];
  for (const one of [progress(1, 0, 9), progress(2, 1, 2), progress(3, 0, 7), progress(4, 0, 8)])
    told = alsoTold(told, one);
  expect(told.map(({ hardship }) => hardship)).toEqual([
    [0, 9],
    [0, 9],
    [0, 7],
    [0, 7],
  ]);
});

test('the line falls from the top to what is left', () => {
  const told = [
    { seconds: 0, hardship: [0, 8] },
    { seconds: 5, hardship: [0, 4] },
    { seconds: 10, hardship: [0, 2] },
  ];
  expect(fallingLine(told, 1, 10, size)).toBe('M0.0 0.0L50.0 20.0L100.0 30.0');
});

test('nothing short lies at the bottom, and one point is no line', () => {
  const none = [
    { seconds: 0, hardship: [0] },
    { seconds: 5, hardship: [0] },
  ];
  expect(fallingLine(none, 0, 10, size)).toBe('M0.0 40.0L50.0 40.0');
  expect(fallingLine(none.slice(1), 0, 10, size)).toBeUndefined();
});
