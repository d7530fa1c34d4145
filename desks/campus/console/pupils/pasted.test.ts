import { expect, test } from 'vitest';
import { readPasted } from './pasted.ts';

test('a list is read as spreadsheets give it, and what is unclear is said by its line', () => {
  const text =
    '姓名\t出生年月\t电话\n虚构甲\t2005-03\t138 0000 0000\r\n虚构乙\t２００５年４月\n\n虚构丙,2005/11/02\n虚构丁\t200512\n虚构戊\t2005\n\t2005-01\n虚构己\t2005-01\tx';
  expect(readPasted(text)).toEqual({
    people: [
      { name: '虚构甲', born: '2005-03', phone: '138 0000 0000' },
      { name: '虚构乙', born: '2005-04', phone: null },
      { name: '虚构丙', born: '2005-11', phone: null },
      { name: '虚构丁', born: '2005-12', phone: null },
    ],
    bad: [7, 8, 9],
  });
});
