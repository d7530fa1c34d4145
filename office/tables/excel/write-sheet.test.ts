import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { refusalOf } from '../../register/testing/refusal-of.ts';
import type { CellValue } from '../column.ts';
import { withBytes } from './file/bytes.ts';
import { listEntries } from './file/zip.ts';
import { openSheets } from './open-sheets.ts';
import { all } from './testing/all.ts';
import { everyKind } from './testing/every-kind.ts';
import { type SheetToWrite, writeSheet } from './write-sheet.ts';

type Row = Record<string, CellValue>;
const id = '8f1c6f60-5a6f-4d07-9b35-3f2a1f2b7d21';
const tanker: Row = { id, name: '一号', litres: 4000, drinking: true };

async function* from(rows: readonly Row[]) {
  yield* rows;
}
const what = (rows: readonly Row[], more: Partial<SheetToWrite> = {}): SheetToWrite => ({
  table: everyKind,
  rows: from(rows),
  language: 'zh-CN',
  names: new Map(),
  at: new Date('2022-11-10T06:00:00Z'),
  ...more,
});
async function written(rows: readonly Row[], more?: Partial<SheetToWrite>): Promise<Buffer> {
  const stream = new PassThrough();
  const [file, count] = await Promise.all([buffer(stream), writeSheet(stream, what(rows, more))]);
  expect(count).toBe(rows.length);
  return file;
}
const part = (file: Buffer, name: string) =>
  withBytes(file, async (bytes) => {
    const entry = (await listEntries(bytes)).get(name);
    if (!entry) throw new Error(name);
    const start =
      entry.at + 30 + file.readUInt16LE(entry.at + 26) + file.readUInt16LE(entry.at + 28);
    return inflateRawSync(file.subarray(start, start + entry.packed)).toString();
  });
const rowsOf = async (file: Buffer, name: string) => {
  const rows = await all((await openSheets(file)).rows(name));
  return rows.map(({ cells }) => Array.from(cells, (cell) => cell ?? null));
};

test('headers with units and stars, values as a person writes them, ids by their names', async () => {
  const row: Row = {
    ...tanker,
    since: '2022-11-10',
    leaves: 27_000,
    hours: [
      [25_200, 41_400],
      [48_600, 61_200],
    ],
    owner: 'hired',
    area: 'a1',
    driver: 'unknown',
    rate: 18.5,
    trips: 3,
  };
  const names = new Map([['a1', '古岳峰镇']]);
  const rows = await rowsOf(await written([row], { names, language: 'en' }), 'tankers');
  expect(rows).toEqual([
    [
      'id (do not change)',
      'Name*',
      'Plate',
      'Capacity (L)*',
      'Crew (people)',
      'Consumption (L/100 km)',
      'In use since',
      'Leaves at',
      'Hours',
      'Drinking water*',
      'Owner',
      'Town',
      'Base',
      'Driver',
      'Trips made',
    ],
    [
      id,
      '一号',
      null,
      4000,
      null,
      18.5,
      '2022-11-10',
      '07:30',
      '07:00-11:30, 13:30-17:00',
      'yes',
      'hired',
      '古岳峰镇',
      null,
      'unknown',
      3,
    ],
  ]);
});

test('dates, times and numbers are ones to calculate with; nothing is ever a formula', async () => {
  const evil = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x")',
  ];
  const rows = evil.map((name) => ({ ...tanker, name, since: '2022-11-10', leaves: 27_000 }));
  const file = await written(rows);
  const xml = await part(file, 'xl/worksheets/sheet1.xml');
  expect(xml).not.toMatch(/<f[ >]/);
  expect(xml).toContain('<v>44875</v>');
  expect(xml).toContain('<v>0.3125</v>');
  expect((await rowsOf(file, '送水车')).slice(1).map(([, name]) => name)).toEqual(evil);
  // A text that is edited stays one.
  expect(xml).toMatch(/<c r="B2" s="(\d+)" t="str">/);
  expect(await part(file, 'xl/styles.xml')).toContain('numFmtId="49"');
});

test('a frozen header with a filter, and lists to choose from', async () => {
  const file = await written([tanker, tanker]);
  const xml = await part(file, 'xl/worksheets/sheet1.xml');
  expect(xml).toContain('state="frozen"');
  expect(xml).toContain('<autoFilter ref="A1:O3"/>');
  expect(xml).toMatch(
    /type="list" allowBlank="1" sqref="J2:J1003"><formula1>&apos;说明&apos;!\$F\$2:\$F\$3</,
  );
  expect(xml).toMatch(
    /type="list" allowBlank="1" sqref="K2:K1003"><formula1>&apos;说明&apos;!\$G\$2:\$G\$4</,
  );
});

test('the second sheet says what each column means and allows, and holds the lists', async () => {
  const rows = await rowsOf(await written([]), '说明');
  expect(rows).toHaveLength(everyKind.columns.length + 2);
  expect(rows[0]?.slice(5)).toEqual(['可装饮用水', '权属']);
  expect(rows.slice(1, 4).map((row) => row.slice(5))).toEqual([
    ['是', '县属'],
    ['否', '租用'],
    [null, '借用，企业'],
  ]);
  const about = (label: string) => rows.find(([first]) => first === label);
  expect(about('载水量')?.slice(1, 4)).toEqual([
    '是',
    '整数，只填数，单位：升',
    '一次最多能装多少水',
  ]);
  expect(about('已送趟数')?.[2]).toBe('由系统填写；导入时不读。');
});

test("a sheet's name is one that Excel takes", async () => {
  const named = async (many: string) => {
    const table = { ...everyKind, many: { 'zh-CN': many, en: many } };
    return (await openSheets(await written([], { table }))).names[0];
  };
  expect(await named('送水车/司机:[2022]*?')).toBe('送水车 司机  2022');
  expect(await named('水'.repeat(40))).toBe('水'.repeat(31));
  expect(await named('说明')).toBe('water.tankers');
});

test('a text that Excel would not open is refused', async () => {
  const long = { ...tanker, name: '字'.repeat(32_768) };
  expect(await refusalOf(written([long]))).toBe('cell-too-long');
});

describe('streams', () => {
  async function* endless(counted: (count: number) => void) {
    for (let count = 1; ; count++) {
      counted(count);
      const hash = (salt: number) =>
        createHash('sha512').update(`${salt} ${count}`).digest('base64');
      yield { ...tanker, plate: Array.from({ length: 10 }, (_, i) => hash(i)).join('') };
      if (count % 100 === 0) await new Promise(setImmediate);
    }
  }

  test('no more rows are taken than the destination takes', async () => {
    let rows = 0;
    let release = () => {};
    const { promise: blocked, resolve: block } = Promise.withResolvers<void>();
    const stuck = new Writable({
      write(_chunk, _encoding, done) {
        release = done;
        block();
      },
    });
    const stop = new AbortController();
    const more = { rows: endless((count) => void (rows = count)), signal: stop.signal };
    const writing = writeSheet(stuck, what([], more));
    await blocked;
    // In each turn a writer that does not wait takes a hundred.
    for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate);
    const taken = rows;
    stop.abort();
    release();
    await expect(writing).rejects.toThrow(/aborted/);
    expect(taken).toBeLessThan(5000);
    expect(stuck.destroyed).toBe(true);
  });

  test('a destination that goes away ends it', async () => {
    const stream = new PassThrough();
    const writing = writeSheet(stream, what([], { rows: endless(() => {}) }));
    stream.once('data', () => stream.destroy());
    await expect(writing).rejects.toThrow(/[Pp]remature close/);
  });

  test('a path: the whole file, or none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    const path = join(folder, '送水车.xlsx');
    expect(await writeSheet(path, what([tanker]))).toBe(1);
    expect(await rowsOf(readFileSync(path), '送水车')).toHaveLength(2);
    async function* failing() {
      yield tanker;
      throw new Error('database away');
    }
    await expect(writeSheet(path, what([], { rows: failing() }))).rejects.toThrow('database away');
    expect(existsSync(path)).toBe(false);
    await expect(writeSheet(join(folder, 'no/such.xlsx'), what([]))).rejects.toThrow(/ENOENT/);
  });
});
