import { describe, expect, test } from 'vitest';
import { say } from '../../http/say.ts';
import type { CellValue, Column, ColumnKind } from '../column.ts';
import { parseCell, parseRowId } from './parse-cell.ts';
import type { PlainCell } from './plain-cell.ts';

const column = (kind: ColumnKind, more: Partial<Column> = {}): Column => ({
  field: 'x',
  kind,
  label: say('某列', 'Some column'),
  ...more,
});
const litres = column('whole', { unit: say('升', 'L') });
const said = (of: Column, cell: PlainCell, unit?: string) => {
  const { value, fault } = parseCell(of, cell, { unit });
  return fault ? fault.code : value;
};
const all = (of: Column, cases: readonly (readonly [PlainCell, CellValue])[]) => {
  expect(cases.map(([cell]) => said(of, cell))).toEqual(cases.map(([, value]) => value));
};

describe('whole numbers', () => {
  test('as people write them', () => {
    all(column('whole'), [
      [1200, 1200],
      ['1200', 1200],
      ['1,200', 1200],
      ['１，２００', 1200],
      [' 1 200 ', 'not-a-number'],
      ['1.2万', 12_000],
      ['1.1万', 11_000],
      ['3千', 3000],
      ['0.5亿', 50_000_000],
      ['-5', -5],
      ['－5', -5],
      ['+5', 5],
      ['12.0', 12],
      [0.1 + 0.2 + 2.7, 3],
      [-0, 0],
    ]);
  });

  test('what is none', () => {
    all(column('whole'), [
      ['约500', 'not-a-number'],
      ['500多', 'other-unit'],
      ['3-5', 'not-a-number'],
      ['3~5', 'not-a-number'],
      ['1,5', 'not-a-number'],
      ['12,34', 'not-a-number'],
      ['1.2.3', 'not-a-number'],
      ['1.38E+10', 'not-a-number'],
      ['三', 'not-a-number'],
      [true, 'not-a-number'],
      [1.5, 'not-whole'],
      ['0.5', 'not-whole'],
      [1e20, 'not-whole'],
      ['5人', 'other-unit'],
      ['5%', 'other-unit'],
    ]);
  });

  test('litres, of tonnes and cubic metres too', () => {
    all(litres, [
      ['4000升', 4000],
      ['4000 L', 4000],
      ['4吨', 4000],
      ['4t', 4000],
      ['4.5立方', 4500],
      ['4.5 m³', 4500],
      ['4.5㎥', 4500],
      ['2方', 2000],
      ['5千升', 5000],
      ['1.2万吨', 12_000_000],
      ['500毫升', 'not-whole'],
      ['4桶', 'other-unit'],
    ]);
  });

  test('only litres: elsewhere a tonne is what the column says or nothing', () => {
    expect(said(column('whole'), '4吨')).toBe('other-unit');
    expect(said(column('whole', { unit: say('吨', 't') }), '4吨')).toBe(4);
    expect(said(column('decimal', { unit: say('千米', 'km') }), '4.2千米')).toBe(4.2);
    expect(said(column('decimal', { unit: say('元', 'yuan') }), '1.2万元')).toBe(12_000);
    expect(said(column('decimal', { unit: say('升/百公里', 'L/100 km') }), '4吨')).toBe(
      'other-unit',
    );
  });

  test('the unit that the header says holds for numbers without one', () => {
    expect(said(litres, 4, '吨')).toBe(4000);
    expect(said(litres, '4', 'm³')).toBe(4000);
    expect(said(litres, '1.2万', '吨')).toBe(12_000_000);
    expect(said(litres, '4升', '吨')).toBe(4);
    expect(said(litres, 4000, '一次')).toBe(4000);
    expect(said(column('whole'), 4, '吨')).toBe(4);
  });
});

test('decimals', () => {
  all(column('decimal'), [
    [0.1, 0.1],
    ['18.50', 18.5],
    ['.5', 0.5],
    [1e-7, 1e-7],
    ['1,234.5', 1234.5],
    ['', 'empty-cell'],
  ]);
});

test('days', () => {
  const day = '2022-11-10';
  all(column('day'), [
    ['2022-11-10', day],
    ['2022/11/10', day],
    ['2022.11.10', day],
    ['2022．11．10', day],
    ['2022年11月10日', day],
    ['2022 年 11 月 10 号', day],
    ['2022年11月10日（星期四）', day],
    ['2022-11-10 07:30', day],
    ['2022-11-10T07:30:00', day],
    ['20221110', day],
    [20_221_110, day],
    [44_875, day],
    [44_875.5, day],
    ['2022-1-5', '2022-01-05'],
    ['22-11-10', 'two-digit-year'],
    ['22年11月10日', 'two-digit-year'],
    ['11/10/2022', 'not-a-day'],
    ['11月10日', 'not-a-day'],
    ['2022年11月', 'not-a-day'],
    [2022, 'not-a-day'],
    ['明天', 'not-a-day'],
    ['2022-02-29', 'no-such-day'],
    ['2022-13-01', 'no-such-day'],
    ['1899-12-31', 'no-such-day'],
    ['2200-01-01', 'no-such-day'],
  ]);
});

test('times', () => {
  const half = 7.5 * 3600;
  all(column('time'), [
    ['7:30', half],
    ['07：30', half],
    ['07:30:15', half + 15],
    ['7点半', half],
    ['7点30', half],
    ['7时30分', half],
    ['7点一刻', 7.25 * 3600],
    ['7点', 7 * 3600],
    ['上午7:30', half],
    ['下午2点', 14 * 3600],
    ['2:30 PM', 14.5 * 3600],
    ['pm2:30', 14.5 * 3600],
    ['中午12点', 12 * 3600],
    ['24:00', 86_400],
    [0.3125, half],
    [0, 0],
    ['24:01', 'not-a-time'],
    ['7:60', 'not-a-time'],
    ['上午12:30', 'not-a-time'],
    ['7', 'not-a-time'],
    [7, 'not-a-time'],
    [1, 'not-a-time'],
    ['7:', 'not-a-time'],
    ['早上', 'not-a-time'],
  ]);
});

test('hours', () => {
  const [seven, noon, two, five] = [7 * 3600, 11.5 * 3600, 13.5 * 3600, 17 * 3600];
  const both = [
    [seven, noon],
    [two, five],
  ] as const;
  all(column('hours'), [
    ['07:00-11:30、13:30-17:00', both],
    ['7:00—11:30，13:30—17:00', both],
    ['7:00~11:30;13:30～17:00', both],
    ['7:00至11:30 13:30到17:00', both],
    ['7:00－11:30\n13:30–17:00', both],
    ['7:00 - 11:30 / 13:30 - 17:00', both],
    ['7点-11点半和下午1点半-5点', both],
    ['上午7:00-11:30，下午1:30-5:00', both],
    ['7:00 to 11:30, 1:30 pm-5:00 pm', both],
    ['7-11:30', [[seven, noon]]],
    ['全天', [[0, 86_400]]],
    ['All day', [[0, 86_400]]],
    ['24小时', [[0, 86_400]]],
    ['00:00-24:00', [[0, 86_400]]],
    ['不开放', []],
    ['22:00-06:00', 'not-hours'],
    ['7:00', 'not-hours'],
    ['7:00-', 'not-hours'],
    ['7:00-9:00-11:00', 'not-hours'],
    ['白天', 'not-hours'],
    [0.3, 'not-hours'],
  ]);
});

test('flags', () => {
  for (const cell of ['是', '有', '√', '✔', 'Yes', 'TRUE', 'ｙ', '1', 1, true]) {
    expect(said(column('flag'), cell)).toBe(true);
  }
  for (const cell of ['否', '无', '×', 'no', 'False', '0', 0, false]) {
    expect(said(column('flag'), cell)).toBe(false);
  }
  all(column('flag'), [
    ['也许', 'not-a-flag'],
    [2, 'not-a-flag'],
    ['', 'empty-cell'],
  ]);
});

test('choices, by value or words', () => {
  const options = [
    { value: 'county', words: say('县属', 'County') },
    { value: 'hired', words: say('租用（民营）', 'Hired, private') },
  ];
  const of = column('choice', { options });
  all(of, [
    ['county', 'county'],
    ['县属', 'county'],
    [' 县 属 ', 'county'],
    ['COUNTY', 'county'],
    ['租用(民营)', 'hired'],
    ['hired,private', 'hired'],
    ['租', 'not-a-choice'],
  ]);
  expect(parseCell(of, '租').fault?.remedy).toEqual(
    say('请从中选一个：县属、租用（民营）。', 'Choose one of: County, Hired, private.'),
  );
});

test('texts', () => {
  all(column('text'), [
    ['　红旗水厂\u00a0', '红旗水厂'],
    ['一\r\n二\u0007', '一\n二'],
    ['=1+1', '=1+1'],
    ['-', '-'],
    ['半\ud800个', '半个'],
    [13_800_000_000, '13800000000'],
    [1.5, '1.5'],
    [430_221_199_001_011_200, 'digits-lost'],
    [true, 'TRUE'],
    ['#REF!', 'cell-error'],
    ['  ', 'empty-cell'],
  ]);
  expect(said(column('place'), ' 白壁村3组 ')).toBe('白壁村3组');
});

test('nothing is null where it may be', () => {
  for (const cell of [null, undefined, '', ' 　', '—', '/', '--']) {
    expect(parseCell({ ...litres, optional: true }, cell)).toEqual({ value: null });
    expect(parseCell(litres, cell).fault?.code).toBe('empty-cell');
  }
  expect(said(column('text', { optional: true }), '—')).toBe('—');
});

test('a fault quotes the cell, briefly, in both languages', () => {
  expect(parseCell(litres, `大约${'很'.repeat(5000)}多`).fault?.cause).toEqual(
    say(`“大约${'很'.repeat(18)}…”不是数。`, `“大约${'很'.repeat(18)}…” is no number.`),
  );
});

test('no cell takes long, whatever is in it', () => {
  const kinds: ColumnKind[] = ['whole', 'day', 'time', 'hours', 'flag', 'choice', 'text'];
  for (const sign of [' ', '\n', '1', '1,', '1 ', '7:00-', '(', '-', '.', '、', '上午']) {
    for (const kind of kinds) parseCell(column(kind), `1${sign.repeat(16_000)}x`);
  }
});

test("a row's id", () => {
  const id = '8f1c6f60-5a6f-4d07-9b35-3f2a1f2b7d21';
  expect(parseRowId(` ${id.toUpperCase()} `)).toEqual({ id });
  expect(parseRowId(null)).toEqual({ id: null });
  expect(parseRowId(7)).toMatchObject({ fault: { code: 'no-row-id' } });
});
