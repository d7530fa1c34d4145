import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../register/testing/refusal-of.ts';
import { readSheet, type SheetWishes } from './read-sheet.ts';
import { all } from './testing/all.ts';
import { everyKind } from './testing/every-kind.ts';
import { type TestSheet, workbookFile } from './testing/workbook-file.ts';

type Cells = (string | number | null)[][];
const sheet = (data: Cells, name = '汇总', state?: 'hidden'): TestSheet =>
  state ? { name, data, state } : { name, data };
const read = (sheets: TestSheet[], wishes?: SheetWishes) =>
  readSheet(workbookFile({ sheets }), everyKind, wishes);

const office: Cells = [
  ['附件2'],
  ['抗旱应急送水车辆一览表（截至2022年11月10日）', null, null],
  ['填报单位：古岳峰镇', null, null, null, '单位：吨'],
  [null, null, '序号', '车辆名称', '车牌号', '载水量\n（吨）', '司机', '备注'],
  [null, null, 1, '洒水车一号', '湘B·A0001', 8, '刘师傅', null],
  [null, null, 2, '消防车', null, 5, '陈师傅', '县里调来'],
  [],
  [null, null, '序号', '车辆名称', '车牌号', '载水量\n（吨）', '司机', '备注'],
  [null, null, 3, '合计水厂送水车', null, 4, null, null],
  [null, null, '合　计（吨）', null, null, 17, null, null],
  [null, null, '注：1. 载水量以车辆铭牌为准。', null, null, null, null, null],
  [null, null, '填表人：', '张某', null, '审核人：', null, null],
];

test('a table from an office: titles above, blank columns, a header again, totals and notes below', async () => {
  const reading = await read([sheet(office)]);
  expect(reading.header.number).toBe(4);
  expect(reading.header.texts.slice(2, 5)).toEqual(['序号', '车辆名称', '车牌号']);
  const rows = await all(reading.rows);
  expect(rows.map(({ number, kind, cells }) => [number, kind, cells[3] ?? null])).toEqual([
    [5, 'row', '洒水车一号'],
    [6, 'row', '消防车'],
    [8, 'header', '车辆名称'],
    [9, 'row', '合计水厂送水车'],
    [10, 'total', null],
    [11, 'note', null],
    [12, 'note', '张某'],
  ]);
  expect(await all(reading.rows)).toEqual(rows);
});

describe('which sheet', () => {
  const cover = sheet([['抗旱应急工作台账'], ['二〇二二年十一月']], '封面');
  const hidden = sheet(
    [
      ['名称', '载水量'],
      ['旧车', 1],
    ],
    '旧表',
    'hidden',
  );
  const tankers = sheet(
    [
      ['名称', '载水量'],
      ['新车', 2],
    ],
    '送水车',
  );

  test('the first that has a header and is to be seen', async () => {
    const reading = await read([cover, hidden, tankers]);
    expect([reading.sheet, reading.sheets]).toEqual(['送水车', ['封面', '旧表', '送水车']]);
  });

  test('the one that is asked for, hidden or not', async () => {
    const [row] = await all((await read([cover, hidden, tankers], { sheet: '旧表' })).rows);
    expect(row?.cells).toEqual(['旧车', 1]);
  });

  test('refused: one that is not there, and all without a header', async () => {
    expect(await refusalOf(read([cover], { sheet: '送水车' }))).toBe('no-such-sheet');
    expect(await refusalOf(read([cover, hidden]))).toBe('no-header-row');
    expect(await refusalOf(read([tankers, cover], { sheet: '封面' }))).toBe('no-header-row');
  });
});

describe('which row is the header', () => {
  test('the one that knows most of the columns, within twenty rows', async () => {
    const titles = Array.from({ length: 18 }, () => ['名称', '说明书']);
    const late = [...titles, ['名称', '载水量', '司机'], ['车', 1, '刘']];
    expect((await read([sheet(late)])).header.number).toBe(19);
    const tooLate = [...Array.from({ length: 20 }, () => ['通知']), ['名称', '载水量']];
    expect(await refusalOf(read([sheet(tooLate)]))).toBe('no-header-row');
  });

  test('one that is pointed at, or whose words are remembered', async () => {
    const own = [['清单'], ['叫法', '装多少'], ['车', 1]];
    expect(await refusalOf(read([sheet(own)]))).toBe('no-header-row');
    expect((await read([sheet(own)], { header: 2 })).header.texts).toEqual(['叫法', '装多少']);
    const remembered = new Map([
      ['叫法', 'name'],
      ['装多少', 'litres'],
    ]);
    expect((await read([sheet(own)], { remembered })).header.number).toBe(2);
  });
});

test('CSV is read the same', async () => {
  const reading = await readSheet(
    Buffer.from('送水车\n名称,载水量（升）\n一号,4000\n合计,4000\n'),
    everyKind,
  );
  expect(reading.header.number).toBe(2);
  expect((await all(reading.rows)).map(({ kind }) => kind)).toEqual(['row', 'total']);
});
