import { expect, test } from 'vitest';
import { findMomentFormat, momentText, serialDay } from './moments.ts';

test.each([
  ['yyyy-mm-dd', 'day'],
  ['yyyy"年"m"月"d"日"', 'day'],
  ['[$-804]yyyy年m月d日;@', 'day'],
  ['[DBNum1][$-804]m"月"d"日"', 'day'],
  ['mmm-yy', 'day'],
  ['h:mm', 'time'],
  ['[$-804]上午/下午h"时"mm"分"', 'time'],
  ['[h]:mm:ss', 'elapsed'],
  ['yyyy/m/d h:mm', 'both'],
  ['General', undefined],
  ['@', undefined],
  ['0.00E+00', undefined],
  ['#,##0.00_ ;[Red]\\-#,##0.00\\ ', undefined],
  ['0.0"吨/day"', undefined],
  ['0\\d', undefined],
] as const)('%s stands for %s', (code, format) => {
  expect(findMomentFormat(200, code)).toBe(format);
});

test('formats that have a number only', () => {
  expect(
    [0, 2, 14, 31, 57, 20, 33, 46, 22, 49].map((id) => findMomentFormat(id, undefined)),
  ).toEqual([
    undefined,
    undefined,
    'day',
    'day',
    'day',
    'time',
    'time',
    'elapsed',
    'both',
    undefined,
  ]);
});

test('days around the one that Excel made up', () => {
  expect([1, 59, 61, 44_875, 109_574].map((serial) => serialDay(serial))).toEqual([
    '1900-01-01',
    '1900-02-28',
    '1900-03-01',
    '2022-11-10',
    '2199-12-31',
  ]);
  expect(momentText(-1, 'day', false)).toBeUndefined();
  expect(momentText(1e9, 'day', false)).toBeUndefined();
});

test('to the second: 7:30 is no whole fraction of a day', () => {
  expect(momentText(0.3125 - 1e-9, 'time', false)).toBe('07:30');
  expect(momentText(44_875 - 1e-9, 'both', false)).toBe('2022-11-10 00:00');
});
