import { expect, test } from 'vitest';
import { nowBy } from './now-by.ts';

const nine = Date.parse('2022-11-10T01:00:00Z');

test('a phone that is an hour ahead tells the time of the response', () => {
  const fetched = nine + 3_600_000;
  const told = [{ now: '2022-11-10T01:00:00Z', fetched }];
  expect(nowBy(told, 'system', fetched + 60_000)).toBe(nine + 60_000);
});

test('what was told last counts; a clock that stands stands', () => {
  const told = [
    { now: '2022-11-10T02:00:00Z', fetched: 20 },
    { now: '2022-11-10T01:00:00Z', fetched: 10 },
  ];
  expect(nowBy(told, 'set', 90_000)).toBe(nine + 3_600_000);
  expect(nowBy(told, 'system', 90_020)).toBe(nine + 3_600_000 + 90_000);
});
