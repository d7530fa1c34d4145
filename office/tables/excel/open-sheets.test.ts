import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { refusalOf } from '../../register/testing/refusal-of.ts';
import { openSheets } from './open-sheets.ts';
import type { SheetLimits } from './plain-cell.ts';
import { all } from './testing/all.ts';
import { type TestBook, workbookFile } from './testing/workbook-file.ts';
import { type ZipPart, zipFile } from './testing/zip-file.ts';

const cellsOf = async (book: TestBook) => {
  const sheets = await openSheets(workbookFile(book));
  return (await all(sheets.rows(sheets.names[0] ?? ''))).map(({ cells }) => [...cells]);
};
const dataOf = (data: string, book: Partial<TestBook> = {}) =>
  cellsOf({ sheets: [{ name: 'A', data }], ...book });
const readAll = async (file: Buffer, limits?: Partial<SheetLimits>) => {
  const sheets = await openSheets(file, limits ? { limits } : {});
  for (const name of sheets.names) await all(sheets.rows(name));
};

describe('values', () => {
  test('a text in several fonts is all of its runs, without the pinyin above it', async () => {
    const strings =
      '<si><r><t>红旗</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 水厂</t></r></si>' +
      '<si><t>张三</t><rPh sb="0" eb="1"><t>zhāng</t></rPh></si>';
    const data =
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>' +
      '<row><c t="inlineStr"><is><r><t>红旗</t></r><r><t>水厂</t></r></is></c></row>';
    expect(await dataOf(data, { strings })).toEqual([['红旗 水厂', '张三'], ['红旗水厂']]);
  });

  test('a formula is its result, whatever that is', async () => {
    const data =
      '<row><c><f>A2+1</f><v>3.5</v></c><c t="str"><f>B2</f><v>水厂</v></c><c t="b"><f>1=1</f><v>1</v></c>' +
      '<c t="e"><f>1/0</f><v>#DIV/0!</v></c><c s="1"><f>TODAY()</f><v>44875</v></c></row>';
    expect(await dataOf(data, { formats: ['yyyy-mm-dd'] })).toEqual([
      [3.5, '水厂', true, '#DIV/0!', '2022-11-10'],
    ]);
  });

  test('days and times are what the sheet shows', async () => {
    const formats = ['yyyy"年"m"月"d"日"', 'h:mm', '[h]:mm', 'yyyy/m/d h:mm', '0.0_ "时"'];
    const data = [1, 2, 3, 4, 5].map((s) => `<c s="${s}"><v>44875.3125</v></c>`).join('');
    expect(await dataOf(`<row>${data}<c s="3"><v>1</v></c></row>`, { formats })).toEqual([
      ['2022-11-10', '07:30', '1077007:30', '2022-11-10 07:30', 44875.3125, '24:00'],
    ]);
  });

  test('a workbook that counts from 1904', async () => {
    const book = { formats: ['yyyy-mm-dd'], date1904: true };
    expect(await dataOf('<row><c s="1"><v>43413</v></c></row>', book)).toEqual([['2022-11-10']]);
  });

  test('escapes are undone once', async () => {
    const data =
      '<row><c t="str"><v>a&amp;lt;b</v></c><c t="str"><v>一_x000A_二</v></c><c t="str"><v>_x005F_x0041_</v></c></row>';
    expect(await dataOf(data)).toEqual([['a&lt;b', '一\n二', '_x0041_']]);
  });

  test('cells and rows that hold nothing are left out, and do not count', async () => {
    const sheets = await openSheets(
      workbookFile({
        sheets: [
          {
            name: 'A',
            data: '<row r="1"><c r="A1" s="0"/></row><row r="7"><c r="C7"><v>1</v></c><c r="D7" t="str"><v>　 </v></c></row>',
          },
        ],
      }),
      { limits: { rows: 1 } },
    );
    const [row, ...more] = await all(sheets.rows('A'));
    expect(row?.number).toBe(7);
    expect(row?.cells[2]).toBe(1);
    expect(row?.cells).toHaveLength(3);
    expect(more).toEqual([]);
  });

  test('names with prefixes, and rows without references', async () => {
    const change = (parts: ZipPart[]) =>
      parts.map((part) =>
        part.name.endsWith('sheet1.xml')
          ? {
              ...part,
              content: String(part.content)
                .replaceAll('</', '</x:')
                .replace(/<(?=[a-z])/g, '<x:')
                .replace('xmlns=', 'xmlns:x='),
            }
          : part,
      );
    const sheets = [{ name: 'A', data: [['名称', 4000]] }];
    expect(await cellsOf({ sheets, change })).toEqual([['名称', 4000]]);
  });

  test('zips whose parts are stored as they are, or that are made for more than 4 GB', async () => {
    const sheets = [{ name: 'A', data: [['名称', 4000]] }];
    const change = (parts: ZipPart[]) => parts.map((part) => ({ ...part, stored: true }));
    expect(await cellsOf({ sheets, change })).toEqual([['名称', 4000]]);
    expect(await cellsOf({ sheets, large: true })).toEqual([['名称', 4000]]);
  });

  test('rows can be gone through again, from a path as from content', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    const path = join(folder, '水源 1.xlsx');
    writeFileSync(path, workbookFile({ sheets: [{ name: 'A', data: [['名称'], ['水厂']] }] }));
    const rows = (await openSheets(path)).rows('A');
    expect(await all(rows)).toEqual(await all(rows));
    for await (const row of rows) {
      expect(row.cells).toEqual(['名称']);
      break;
    }
  });
});

describe('what is no workbook', () => {
  const ole = (stream: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from(stream, 'utf16le'),
    ]);
  test.each([
    ['empty-file', Buffer.alloc(0)],
    ['not-a-sheet', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['not-a-sheet', zipFile([{ name: 'photo.jpg', content: 'x' }])],
    ['other-sheet-format', ole('Workbook')],
    ['password-protected', ole('EncryptedPackage')],
    ['other-sheet-format', Buffer.from('<html><table><tr><td>名称</td></tr></table></html>')],
    ['other-sheet-format', Buffer.from('\ufeff<?xml version="1.0"?><Workbook/>')],
    ['other-sheet-format', zipFile([{ name: 'xl/workbook.bin', content: 'x' }])],
    ['other-sheet-format', zipFile([{ name: 'content.xml', content: '<x/>' }])],
  ])('%s', async (code, file) => {
    expect(await refusalOf(openSheets(file))).toBe(code);
  });
});

describe('bad files', () => {
  const good: TestBook = {
    sheets: [
      {
        name: 'A',
        data: [
          ['名称', '升'],
          ['水厂', 4000],
        ],
      },
    ],
  };
  const changed = (name: string, change: (part: ZipPart) => Partial<ZipPart>) =>
    workbookFile({
      ...good,
      change: (parts) =>
        parts.map((part) => (part.name === name ? { ...part, ...change(part) } : part)),
    });
  const sheet = 'xl/worksheets/sheet1.xml';
  const withData = (data: string) => workbookFile({ sheets: [{ name: 'A', data }] });

  test('cut off anywhere it is refused, and nothing hangs', async () => {
    const file = workbookFile(good);
    for (let length = 4; length < file.length; length += 97) {
      expect(await refusalOf(readAll(file.subarray(0, length)))).toBe('damaged-sheet');
    }
  });

  test('with any byte changed it is read or refused by name', async () => {
    const file = workbookFile(good);
    for (let at = 0; at < file.length; at += 13) {
      const bad = Buffer.from(file);
      bad[at] = (bad[at] ?? 0) ^ 0x55;
      expect([
        undefined,
        'damaged-sheet',
        'not-a-sheet',
        'password-protected',
        'sheet-unpacks-too-large',
      ]).toContain(await refusalOf(readAll(bad)));
    }
  });

  test('with anything else written anywhere into any part it is read or refused by name', async () => {
    const place = fc.record({
      part: fc.nat(5),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      text: fc.constantFrom(
        '',
        '<',
        '>',
        '"',
        '&',
        '/',
        'x',
        '-1',
        '<row>',
        '</c>',
        '<c r="',
        '<!--',
      ),
      cut: fc.nat(12),
    });
    await fc.assert(
      fc.asyncProperty(place, async ({ part: which, at, text, cut }) => {
        const change = (parts: ZipPart[]) =>
          parts.map((part, i) => {
            const content = String(part.content);
            const from = Math.floor(at * content.length);
            const bad = content.slice(0, from) + text + content.slice(from + cut);
            return i === which ? { ...part, content: bad } : part;
          });
        const code = await refusalOf(readAll(workbookFile({ ...good, change })));
        expect([undefined, 'damaged-sheet', 'not-a-sheet', 'too-many-columns']).toContain(code);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['sheet-unpacks-too-large', 'says that it is too large', () => ({ unpacked: 2 ** 31 })],
    ['damaged-sheet', 'is larger than it says', () => ({ unpacked: 100 })],
    ['damaged-sheet', 'has another checksum', () => ({ crc: 1 })],
    ['password-protected', 'is encrypted as a zip', () => ({ flags: 1 })],
    ['damaged-sheet', 'is no XML', () => ({ content: '<worksheet><sheetData><row>' })],
    [
      'damaged-sheet',
      'defines entities',
      ({ content }: ZipPart) => ({
        content: `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${String(content)}`,
      }),
    ],
    ['damaged-sheet', 'nests without end', () => ({ content: '<a>'.repeat(100_000) })],
    [
      'damaged-sheet',
      'has a tag without end',
      () => ({ content: `<worksheet a="${' '.repeat(2 ** 21)}"/>` }),
    ],
    [
      'damaged-sheet',
      'is not UTF-8',
      () => ({ content: Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe]) }),
    ],
  ])('%s: a sheet that %s', async (code, _, change) => {
    expect(await refusalOf(readAll(changed(sheet, change)))).toBe(code);
  });

  test('a bomb is not unpacked', async () => {
    const bomb = withData(`<row><c t="str"><v>${'0'.repeat(40 * 2 ** 20)}</v></c></row>`);
    expect(bomb.length).toBeLessThan(100_000);
    const limits = { unpackedBytes: 2 ** 20 };
    expect(await refusalOf(readAll(bomb, limits))).toBe('sheet-unpacks-too-large');
    expect(await refusalOf(readAll(bomb))).toBe('damaged-sheet');
  });

  test('beyond each limit', async () => {
    const wide = (column: string) => withData(`<row r="1"><c r="${column}1"><v>1</v></c></row>`);
    await readAll(wide('GR'));
    expect(await refusalOf(readAll(wide('GS')))).toBe('too-many-columns');
    const rows = (count: number) => withData('<row><c><v>1</v></c></row>'.repeat(count));
    await readAll(rows(5), { rows: 5 });
    expect(await refusalOf(readAll(rows(6), { rows: 5 }))).toBe('too-many-rows');
    const long = (length: number) =>
      withData(`<row><c t="str"><v>${'字'.repeat(length)}</v></c></row>`);
    await readAll(long(32_767));
    expect(await refusalOf(readAll(long(32_768)))).toBe('cell-too-long');
    expect(await refusalOf(readAll(rows(1), { fileBytes: 100 }))).toBe('sheet-file-too-large');
  });

  test('a text that is not there, a sheet that is not there, two of one name', async () => {
    expect(await refusalOf(readAll(withData('<row><c t="s"><v>7</v></c></row>')))).toBe(
      'damaged-sheet',
    );
    const without = workbookFile({
      ...good,
      change: (p) => p.filter(({ name }) => name !== sheet),
    });
    expect(await refusalOf(readAll(without))).toBe('damaged-sheet');
    const doubled = workbookFile({
      ...good,
      change: (p) => [...p, { name: 'XL/worksheets/Sheet1.xml', content: '<x/>' }],
    });
    expect(await refusalOf(readAll(doubled))).toBe('damaged-sheet');
    const { rows } = await openSheets(workbookFile(good));
    expect(() => rows('B')).toThrow(/no-such-sheet/);
  });

  test('stops when it is told to', async () => {
    const stop = new AbortController();
    const many = withData(`<row><c><v>${'1'.repeat(15)}</v></c></row>`.repeat(20_000));
    const sheets = await openSheets(many, { signal: stop.signal });
    let count = 0;
    const reading = (async () => {
      for await (const _ of sheets.rows('A')) if (++count === 1) stop.abort();
    })();
    await expect(reading).rejects.toThrow(/aborted/);
    expect(count).toBeLessThan(5000);
    await expect(openSheets(many, { signal: stop.signal })).rejects.toThrow(/aborted/);
  });
});
