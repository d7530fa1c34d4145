import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CellValue, Column } from '../column.ts';
import { matchHeaders, rowId } from './match-headers.ts';
import { parseCell, parseRowId } from './parse-cell.ts';
import { readSheet } from './read-sheet.ts';
import { everyKind } from './testing/every-kind.ts';
import { writeSheet } from './write-sheet.ts';

type Row = Record<string, CellValue>;

const notFirst = /^(合计|总计|小计|#)|[:：]/;
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({
      unit: fc.constantFrom(
        '&',
        '<',
        ';',
        '"',
        "'",
        '=',
        '_x',
        '000A',
        '_',
        'l',
        't',
        '水',
        '\n',
        ',',
      ),
    }),
    fc.constantFrom(
      '0012',
      '1e5',
      'TRUE',
      '2022-11-10',
      '44875',
      '&lt;',
      '_x0041_',
      '=1+1',
      '@',
      '-',
      '是',
    ),
  )
  // oxlint-disable-next-line no-control-regex -- as the fields of the office take them
  .map((given) => given.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').trim())
  .filter((given) => given !== '' && !notFirst.test(given));
const second = fc.integer({ min: 0, max: 86_400 });
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const span = fc
  .tuple(second, second)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));

const valueOf = ({ kind, options = [] }: Column): fc.Arbitrary<CellValue> => {
  switch (kind) {
    case 'whole':
      return fc.maxSafeInteger().map((value) => value + 0);
    case 'decimal':
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    case 'day':
      return day;
    case 'time':
      return second;
    case 'hours':
      return fc.array(span, { maxLength: 5 });
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...options.map(({ value }) => value));
    default:
      return text;
  }
};
const taken = everyKind.columns.filter((column) => !column.shown);
const row = fc.record<Row>({
  id: fc.uuid(),
  ...Object.fromEntries(
    everyKind.columns.map((column) => [
      column.field,
      column.optional ? fc.option(valueOf(column)) : valueOf(column),
    ]),
  ),
});

async function readBack(file: Buffer): Promise<Row[]> {
  const { header, rows } = await readSheet(file, everyKind);
  const matches = matchHeaders(header.texts, everyKind);
  const at = (field: string) => matches.find((match) => match.field === field);
  const read: Row[] = [];
  for await (const { kind, cells } of rows) {
    expect(kind).toBe('row');
    const id = parseRowId(cells[at(rowId)?.column ?? -1]);
    const values = taken.map((column) => {
      const match = at(column.field);
      const parsed = parseCell(column, cells[match?.column ?? -1], { unit: match?.unit });
      return [column.field, parsed.fault ? parsed.fault.code : parsed.value];
    });
    read.push({ id: 'id' in id ? id.id : 'fault', ...Object.fromEntries(values) });
  }
  return read;
}

test('what is written is read back as it was, in either language', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 6 }),
      fc.constantFrom('zh-CN', 'en'),
      async (rows, language) => {
        const stream = new PassThrough();
        const source = (async function* () {
          yield* rows;
        })();
        const at = new Date(0);
        const [file] = await Promise.all([
          buffer(stream),
          writeSheet(stream, { table: everyKind, rows: source, language, names: new Map(), at }),
        ]);
        expect(await readBack(file)).toEqual(rows.map(({ trips: _, ...kept }) => kept));
      },
    ),
    { numRuns: 60 },
  );
});
