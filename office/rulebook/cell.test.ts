import { expect, test } from 'vitest';
import { type PlainCell, readPlain, sayCell, writePlain } from './cell.ts';
import type { ValueType } from './table.ts';

const cells: [string, PlainCell, ValueType, string, string][] = [
  ['-', { how: 'any', values: [] }, 'string', '不限', 'anything'],
  ['<= 48', { how: '<=', values: [48] }, 'integer', '≤ 48 小时', '≤ 48 hours'],
  ['> 37.3', { how: '>', values: [37.3] }, 'number', '> 37.3 小时', '> 37.3 hours'],
  ['[1..3]', { how: 'between', values: [1, 3] }, 'integer', '1 至 3 小时', '1 to 3 hours'],
  ['"green"', { how: 'is', values: ['green'] }, 'string', '绿码', 'green'],
  [
    '"green", "red"',
    { how: 'is', values: ['green', 'red'] },
    'string',
    '绿码、red',
    'green or red',
  ],
  ['not("green")', { how: 'not', values: ['green'] }, 'string', '除 绿码 外', 'not green'],
  ['true', { how: 'is', values: [true] }, 'boolean', '是', 'yes'],
  [
    '>= date("2022-11-17")',
    { how: '>=', values: ['2022-11-17'] },
    'date',
    '≥ 2022-11-17',
    '≥ 2022-11-17',
  ],
  [
    '<= duration("PT48H")',
    { how: '<=', values: ['PT48H'] },
    'days and time duration',
    '≤ 48 小时',
    '≤ 48 hours',
  ],
  ['"a, \\"b\\""', { how: 'is', values: ['a, "b"'] }, 'string', 'a, "b"', 'a, "b"'],
];

test.each(cells)('%s is read, written and said', (text, cell, type, zh, en) => {
  expect(readPlain(text)).toEqual(cell);
  expect(writePlain(cell, type)).toBe(text);
  const unit = { 'zh-CN': ' 小时', en: ' hours' };
  const values = [{ value: 'green', say: { 'zh-CN': '绿码', en: 'green' } }];
  expect(sayCell(text, { type, unit, values })).toEqual({ 'zh-CN': zh, en });
});

test.each([
  ['[duration("PT0S")..duration("PT48H")], null', '0 至 48 小时 或 无', '0 to 48 hours or none'],
  ['"green", null', 'green 或 无', 'green or none'],
  ['null', '无', 'none'],
  ['< 3, > 5', '< 3 或 > 5', '< 3 or > 5'],
])('%s is said test by test', (text, zh, en) => {
  const words = { type: 'days and time duration' as const, unit: undefined, values: [] };
  expect(sayCell(text, words)).toEqual({ 'zh-CN': zh, en });
});

test.each(['(1..3)', '< now()', 'arrival', 'not(< 5)', '"open'])(
  '%s is left to those who know S-FEEL',
  (text) => {
    expect(readPlain(text)).toBeUndefined();
    expect(sayCell(text, { type: undefined, unit: undefined, values: [] }).en).toBe(text);
  },
);
