import { createFormat } from '@liangbuwu/ui/language/format.ts';
import { expect, test } from 'vitest';
import { dayAfter, secondOfDay } from './day-time.ts';

const format = createFormat('zh-CN', 'Asia/Shanghai');

test('an instant becomes a second of the day in the response’s zone', () => {
  expect(secondOfDay(format, '2022-11-09T22:00:00.000Z', '2022-11-10')).toBe(6 * 3600);
  expect(secondOfDay(format, '2022-11-10T07:30:15+08:00', '2022-11-10')).toBe(27_015);
});

test('what lies outside of the day is kept at its ends', () => {
  expect(secondOfDay(format, '2022-11-09T15:59:59Z', '2022-11-10')).toBe(0);
  expect(secondOfDay(format, '2022-11-10T16:00:00Z', '2022-11-10')).toBe(86_400);
});

test('days go over months and years', () => {
  expect(dayAfter('2022-11-30', 1)).toBe('2022-12-01');
  expect(dayAfter('2023-01-01', -1)).toBe('2022-12-31');
});
