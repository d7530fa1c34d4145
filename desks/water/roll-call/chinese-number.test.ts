import { expect, test } from 'vitest';
import { numberAtEnd, readChineseNumber } from './chinese-number.ts';

test.each([
  ['零', 0],
  ['三', 3],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['三十五', 35],
  ['一百', 100],
  ['一百八', 180],
  ['一百八十', 180],
  ['一百零八', 108],
  ['一百一十二', 112],
  ['两千', 2000],
  ['两千五', 2500],
  ['两千零五', 2005],
  ['半', 0.5],
  ['六〇', 60],
])('%s is %d', (text, number) => {
  expect(readChineseNumber(text)).toBe(number);
});

test.each(['', '张', '三人', '四两', '三三', '百'])('%j is no number', (text) => {
  expect(readChineseNumber(text)).toBeUndefined();
});

test('a name that ends with a numeral keeps it', () => {
  expect(numberAtEnd('四两')).toEqual({ number: 2, letters: '两' });
  expect(numberAtEnd('三三')).toEqual({ number: 3, letters: '三' });
  expect(numberAtEnd('十二')).toEqual({ number: 12, letters: '十二' });
  expect(numberAtEnd('百')).toBeUndefined();
});
