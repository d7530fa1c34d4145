import { expect, test } from 'vitest';
import { createFormat } from './format.ts';

const zh = createFormat('zh-CN');
const en = createFormat('en');

test('quantities carry their unit in the reader’s language', () => {
  expect([zh.litres(1200), en.litres(1200)]).toEqual(['1,200 升', '1,200 L']);
  expect([zh.cubicMetres(16500), en.cubicMetres(428_868)]).toEqual(['16.5 m³', '428.9 m³']);
  expect([zh.distance(850), zh.distance(428_868), en.distance(1000)]).toEqual([
    '850 米',
    '428.9 公里',
    '1 km',
  ]);
  expect(zh.percent(0.256)).toBe('26%');
});

test('what is not a number is a dash, never NaN or 0', () => {
  for (const nothing of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY])
    expect([
      zh.number(nothing),
      zh.litres(nothing),
      zh.cubicMetres(nothing),
      zh.distance(nothing),
      zh.timeOfDay(nothing),
      zh.duration(nothing),
      zh.percent(nothing),
      zh.signed(nothing),
    ]).toEqual(Array(8).fill('—'));
  expect(zh.instant('not a time')).toBe('—');
  expect(zh.date(null)).toBe('—');
});

test.each([
  [0, '00:00'],
  [25_200, '07:00'],
  [27_029, '07:30'],
  [27_031, '07:31'],
  [86_400, '24:00'],
  [90_000, '次日 01:00'],
])('%i seconds of the day read %s', (seconds, text) => {
  expect(zh.timeOfDay(seconds)).toBe(text);
});

test('a time after midnight says so in English', () => {
  expect(en.timeOfDay(90_000)).toBe('01:00 (+1 d)');
  expect(en.timeOfDay(-3600)).toBe('23:00 (−1 d)');
});

test.each([
  [45, '45 秒', '45 s'],
  [0, '0 分', '0 min'],
  [5400, '1 小时 30 分', '1 h 30 min'],
  [7200, '2 小时', '2 h'],
  [3599, '1 小时', '1 h'],
])('a duration of %i seconds', (seconds, chinese, english) => {
  expect(zh.duration(seconds)).toBe(chinese);
  expect(en.duration(seconds)).toBe(english);
});

test('a change is signed, and nothing is neither more nor less', () => {
  expect([zh.signed(1200), zh.signed(-3.25, 1), zh.signed(0), zh.signed(-0.01)]).toEqual([
    '+1,200',
    '−3.3',
    '0',
    '0',
  ]);
});

test('an instant is shown in the response’s time zone', () => {
  expect(zh.instant('2022-11-09T22:00:00Z')).toBe('2022-11-10 06:00');
  expect(createFormat('en', 'Asia/Urumqi').instant('2022-11-09T22:00:00Z')).toBe(
    '2022-11-10 04:00',
  );
  expect(zh.findMoment('2022-11-09T16:00:00Z')).toEqual({
    day: '2022-11-10',
    time: '00:00',
    seconds: 0,
  });
  expect(zh.date('2022-11-10')).toMatch(/2022年11月10日\s?周四/);
  expect(en.date('2022-11-10')).toMatch(/Thu,? 10 Nov 2022/);
});
