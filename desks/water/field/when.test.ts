import { expect, test } from 'vitest';
import { instantOf, likelyTime } from './when.ts';

const zone = 'Asia/Shanghai';
const now = '2022-11-10T01:00:00.000Z';
const at = Date.parse(now);
const fetched = 5_000_000;
const minutes = (many: number) => many * 60_000;

test('a phone whose clock is wrong still tells the time of the response', () => {
  const clock = { now, clock: 'system', zone } as const;
  expect(likelyTime(clock, fetched, fetched + minutes(40), at - minutes(5))).toBe(at + minutes(40));
});

test('where the clock stands it is the planned time, never after the clock', () => {
  const clock = { now, clock: 'set', zone } as const;
  expect(likelyTime(clock, fetched, fetched + minutes(40), at - minutes(5))).toBe(at - minutes(5));
  expect(likelyTime(clock, fetched, fetched, at + minutes(5))).toBe(at);
  expect(likelyTime(clock, fetched, fetched)).toBe(at);
});

test('a second of the day is an instant in its zone', () => {
  expect(new Date(instantOf('2022-11-10', 29_400, zone)).toISOString()).toBe(
    '2022-11-10T00:10:00.000Z',
  );
  expect(new Date(instantOf('2022-11-10', 86_400, zone)).toISOString()).toBe(
    '2022-11-10T16:00:00.000Z',
  );
  expect(new Date(instantOf('2022-11-10', 0, 'UTC')).toISOString()).toBe(
    '2022-11-10T00:00:00.000Z',
  );
});
