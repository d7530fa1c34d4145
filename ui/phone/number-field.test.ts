import { expect, test } from 'vitest';
import { readNumber } from './number-field.tsx';

test.each([
  ['4000', 4000],
  ['4,000', 4000],
  ['４，０００', 4000],
  [' 1,234,567 ', 1_234_567],
  ['1,5', undefined],
  ['4,0000', undefined],
  ['-5', undefined],
  ['', undefined],
])('%j as a whole number is %j', (typed, read) => {
  expect(readNumber(typed)).toBe(read);
});

test.each([
  ['0.5', 0.5],
  ['０．５', 0.5],
  ['0,5', undefined],
  ['0。5', undefined],
])('%j as a decimal number is %j', (typed, read) => {
  expect(readNumber(typed, true)).toBe(read);
});
