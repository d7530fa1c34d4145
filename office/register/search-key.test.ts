import { expect, it } from 'vitest';
import { searchKey, searchPatterns } from './search-key.ts';

it.each([
  ['渌口区', 'lukouqu lkq'],
  ['白壁村3组', 'baibicun3zu bbc3z'],
  ['A 区', 'aqu aq'],
  ['重庆街道', 'chongqingjiedao cqjd'],
  ['', ''],
])('%s sounds %s', (name, expected) => {
  expect(searchKey(name)).toBe(expected);
});

it('keeps every name of a place', () => {
  expect(searchKey('古岳峰镇', '坝塘')).toBe('guyuefengzhen gyfz batang bt');
});

it('takes signs of a pattern literally', () => {
  expect(searchPatterns('5%_\\ 组')).toEqual({
    exact: '5%_\\ 组',
    begins: '5\\%\\_\\\\ 组%',
    within: '%5\\%\\_\\\\ 组%',
    sound: '%5\\%\\_\\\\组%',
  });
});
