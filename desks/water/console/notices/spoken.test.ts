import { expect, test } from 'vitest';
import {
  secondsToRead,
  spokenCount,
  spokenDay,
  spokenLitres,
  spokenName,
  spokenNumber,
  spokenTime,
} from './spoken.ts';

test.each([
  [0, '零'],
  [2, '二'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [22, '二十二'],
  [100, '一百'],
  [102, '一百零二'],
  [110, '一百一十'],
  [115, '一百一十五'],
  [200, '两百'],
  [222, '两百二十二'],
  [1002, '一千零二'],
  [1010, '一千零一十'],
  [1200, '一千二百'],
  [2000, '两千'],
  [2200, '两千二百'],
  [3850, '三千八百五十'],
  [4000, '四千'],
  [10_000, '一万'],
  [10_010, '一万零一十'],
  [10_500, '一万零五百'],
  [12_000, '一万二千'],
  [20_000, '两万'],
  [22_000, '两万二千'],
  [100_000, '十万'],
  [105_000, '十万五千'],
  [120_300, '十二万零三百'],
  [1_000_500, '一百万零五百'],
  [2_000_000, '两百万'],
  [200_000_000, '两亿'],
  [100_000_005, '一亿零五'],
  [7.5, '七点五'],
  [0.5, '零点五'],
  [2.5, '二点五'],
  [14.96, '十五'],
  [-3, '负三'],
])('%d is read %s', (value, said) => {
  expect(spokenNumber(value)).toBe(said);
});

test('what cannot be said is refused', () => {
  expect(() => spokenNumber(Number.NaN)).toThrow(RangeError);
  expect(() => spokenNumber(1e12)).toThrow(RangeError);
});

test('two of something are 两, also in the dozen they are 二', () => {
  expect([1, 2, 12, 22].map((count) => `${spokenCount(count)}次`)).toEqual([
    '一次',
    '两次',
    '十二次',
    '二十二次',
  ]);
});

test.each([
  [0, '凌晨零点'],
  [2 * 3600 + 120, '凌晨两点零二分'],
  [5 * 3600, '早上五点'],
  [7 * 3600 + 1800, '早上七点半'],
  [9 * 3600, '上午九点'],
  [9 * 3600 + 300, '上午九点零五分'],
  [9 * 3600 + 600, '上午九点十分'],
  [9 * 3600 + 1320, '上午九点二十二分'],
  [11 * 3600 + 3599, '中午十二点'],
  [12 * 3600 + 2700, '中午十二点四十五分'],
  [13 * 3600, '下午一点'],
  [14 * 3600, '下午两点'],
  [18 * 3600, '晚上六点'],
  [23 * 3600 + 59 * 60, '晚上十一点五十九分'],
  [86_400, '夜里十二点'],
  [86_400 + 1800, '第二天凌晨零点半'],
])('second %d is %s', (second, said) => {
  expect(spokenTime(second)).toBe(said);
});

test('days have month, date and weekday', () => {
  expect(spokenDay('2022-11-10')).toBe('十一月十日，星期四');
  expect(spokenDay('2022-02-20')).toBe('二月二十日，星期日');
});

test('figures in names are a rank, not an amount', () => {
  expect(spokenName('洒水2号')).toBe('洒水二号');
  expect(spokenName('白壁村11组')).toBe('白壁村十一组');
  expect(spokenName('200号井')).toBe('二百号井');
  expect(spokenName('湘B02156')).toBe('湘B零二一五六');
  expect(spokenName('红旗村（2组）')).toBe('红旗村二组');
  expect(spokenName('塘边')).toBe('塘边');
});

test('litres for the ear are never more than what comes', () => {
  expect(spokenLitres(4000)).toBe('四千升');
  expect(spokenLitres(3847)).toBe('大约三千八百升');
  expect(spokenLitres(655)).toBe('大约六百五十升');
  expect(spokenLitres(2)).toBe('两升');
  expect(spokenLitres(0)).toBe('零升');
});

test('time to read goes by what is said, and pauses count', () => {
  expect(secondsToRead('各位乡亲'.repeat(45))).toBe(40);
  expect(secondsToRead('')).toBe(0);
  expect(secondsToRead('好，好。')).toBeGreaterThan(secondsToRead('好好'));
});
