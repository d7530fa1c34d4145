import { expect, test } from 'vitest';
import { ageOf } from './age.ts';

const times = {
  issuedAt: Date.parse('2022-11-10T01:00:00Z') / 1000,
  staleAt: Date.parse('2022-11-11T01:00:00Z') / 1000,
  expiresAt: Date.parse('2022-11-13T01:00:00Z') / 1000,
};

test.each([
  ['2022-11-10T00:54:59Z', 'ahead'],
  ['2022-11-10T00:55:00Z', 'fresh'],
  ['2022-11-11T00:59:59Z', 'fresh'],
  ['2022-11-11T01:00:00Z', 'stale'],
  ['2022-11-13T00:59:59Z', 'stale'],
  ['2022-11-13T01:00:00Z', 'expired'],
] as const)('at %s what the gate knows is %s', (now, age) => {
  expect(ageOf(times, Date.parse(now))).toBe(age);
});
