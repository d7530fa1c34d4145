import { expect, test } from 'vitest';
import { shortDay } from './short-day.ts';

test.each([
  ['zh-CN', { date: '11/10', weekday: '周四' }],
  ['en', { date: '10 Nov', weekday: 'Thu' }],
])('a day in %s', (language, written) => {
  expect(shortDay(language, '2022-11-10')).toEqual(written);
});
