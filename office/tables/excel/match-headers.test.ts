import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchHeaders, rowId } from './match-headers.ts';
import { everyKind } from './testing/every-kind.ts';

const fields = (texts: readonly (string | null)[], remembered?: [string, string | null][]) =>
  matchHeaders(texts, everyKind, remembered ? { remembered: new Map(remembered) } : {}).map(
    ({ text, field, found }) => [text, field, found],
  );

test.each([
  ['名称', 'name', 'exact'],
  ['名 称*', 'name', 'exact'],
  ['＊名称（必填）', 'name', 'exact'],
  ['NAME', 'name', 'exact'],
  ['车辆\n名称', 'name', 'also'],
  ['载水量（升）', 'litres', 'exact'],
  ['载水量(吨)', 'litres', 'exact'],
  ['载水量/吨', 'litres', 'exact'],
  ['载水量【升】：', 'litres', 'exact'],
  ['Capacity (L)', 'litres', 'exact'],
  ['罐容', 'litres', 'also'],
  ['litres', 'litres', 'also'],
  ['最大载水量', 'litres', 'near'],
  ['送水车载水量', 'litres', 'near'],
  ['送水车名称', 'name', 'near'],
  ['是否可装饮用水', 'drinking', 'near'],
  ['启用日', 'since', 'near'],
  ['乡镇', 'area', 'near'],
  ['备注', null, null],
  ['序号', null, null],
  ['送水车一览表（2022年11月）', null, null],
])('%j means %s', (text, field, found) => {
  expect(fields([null, text])).toEqual([[text, field, found]]);
});

describe('no field is given to two headers', () => {
  test('the better match keeps it, the other says so', () => {
    const matches = matchHeaders(['罐容', '载水量（升）', '名称', '名称'], everyKind);
    expect(matches.map(({ field, aside }) => field ?? aside)).toEqual([
      { field: 'litres', why: 'doubled' },
      'litres',
      'name',
      { field: 'name', why: 'doubled' },
    ]);
  });

  test('whatever the headers', () => {
    const words = [
      '名称',
      '车名',
      '载水量',
      '水量',
      '车号',
      '车牌',
      'id',
      '编号',
      '司机',
      '趟数',
      'x',
    ];
    const text = fc
      .array(fc.constantFrom(...words), { maxLength: 3 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const taken = matchHeaders(texts, everyKind).flatMap(({ field }) => field ?? []);
        expect(new Set(taken).size).toBe(taken.length);
        expect(taken).not.toContain('trips');
      }),
    );
  });
});

test('a column that is only shown is recognised, and not read', () => {
  expect(matchHeaders(['已送趟数'], everyKind)).toEqual([
    {
      column: 0,
      text: '已送趟数',
      field: null,
      found: null,
      aside: { field: 'trips', why: 'shown' },
    },
  ]);
});

test('what was remembered comes before what it looks like', () => {
  expect(
    fields(
      ['水车', '罐 容（吨）', '名称', '司机'],
      [
        ['水车', 'name'],
        ['罐容（吨）', null],
        ['司机', 'no-such-field'],
      ],
    ),
  ).toEqual([
    ['水车', 'name', 'remembered'],
    ['罐 容（吨）', null, 'remembered'],
    ['名称', null, null],
    ['司机', 'driver', 'exact'],
  ]);
});

test('the unit in a header', () => {
  const units = matchHeaders(['载水量（吨）', '人数/人', '名称（*必填）', '司机'], everyKind);
  expect(units.map(({ unit }) => unit)).toEqual(['吨', '人', undefined, undefined]);
});

describe("the rows' own id", () => {
  test('is in the first column only', () => {
    expect(fields(['编号', '名称', '编号'])).toEqual([
      ['编号', rowId, 'exact'],
      ['名称', 'name', 'exact'],
      ['编号', null, null],
    ]);
    expect(fields(['ID'])).toEqual([['ID', rowId, 'exact']]);
  });

  test('leaves a 编号 of the table its own, and is known where it was written here', () => {
    const [first] = everyKind.columns;
    const number = {
      ...(first as (typeof everyKind.columns)[number]),
      field: 'number',
      label: { 'zh-CN': '编号', en: 'Number' },
    };
    const table = { ...everyKind, columns: [number] };
    expect(matchHeaders(['编号'], table)[0]?.field).toBe('number');
    expect(matchHeaders(['编号（勿改）', '编号*'], table).map(({ field }) => field)).toEqual([
      rowId,
      'number',
    ]);
  });
});
