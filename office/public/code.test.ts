import { randomBytes, randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { newCode, readCode, secretLength, secretOf, writtenCode } from './code.ts';

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

test('a secret is the same for the same bytes only, and every sign of it may be any', () => {
  const bytes = Array.from({ length: 500 }, () => randomBytes(32));
  const secrets = bytes.map(secretOf);
  expect(bytes.map(secretOf)).toEqual(secrets);
  expect(new Set(secrets).size).toBe(500);
  for (const secret of secrets) {
    expect(readCode(writtenCode(secret), secretLength)).toBe(secret);
    expect(readCode(secret)).toBeUndefined();
  }
  for (let at = 0; at < secretLength; at++)
    expect(new Set(secrets.map((secret) => secret[at])).size).toBe(23);
});
