import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { newCode, readCode, writtenCode } from './point-code.ts';

test('a new code is read back however it is typed', () => {
  for (let i = 0; i < 200; i++) {
    const code = newCode(randomInt);
    for (const typed of [code, code.toLowerCase(), writtenCode(code), ` ${[...code].join(' ')} `])
      expect(readCode(typed)).toBe(code);
  }
});

test('codes have no signs that look alike', () => {
  const codes = Array.from({ length: 500 }, () => newCode(randomInt)).join('');
  expect(codes).not.toMatch(/[0O1IL2Z5S8BGU]/);
  expect(new Set(codes).size).toBe(23);
});

test.each(['', 'ACDE346', 'ACDE34679', 'ACDE346O', "ACDE346'", '白壁村3组'])(
  '%s is no code',
  (typed) => {
    expect(readCode(typed)).toBeUndefined();
  },
);
