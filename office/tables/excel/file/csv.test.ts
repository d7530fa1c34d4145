import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../../register/testing/refusal-of.ts';
import { sheetLimits } from '../plain-cell.ts';
import { all } from '../testing/all.ts';
import { openCsv, readCsv } from './csv.ts';

const read = async (content: Uint8Array | string, limits = {}) => {
  const sheets = await openCsv(
    Buffer.from(content as string),
    { ...sheetLimits, ...limits },
    undefined,
  );
  return (await all(sheets.rows('CSV'))).map(({ number, cells }) => [number, ...cells]);
};

describe('encodings', () => {
  const expected = [
    [1, '名称', '升'],
    [2, '红旗水厂', '4000'],
  ];
  const text = '名称,升\r\n红旗水厂,4000\r\n';
  // 名称,升 / 红旗水厂,4000 as Excel on Chinese Windows saves it.
  const gb = 'c3fbb3c62cc9fd0d0abaecc6eccbaeb3a72c343030300d0a';
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['GB18030', Buffer.from(gb, 'hex')],
  ])('%s', async (_, content) => {
    expect(await read(content)).toEqual(expected);
  });

  test('four-byte characters of GB18030, on the edge of a piece as well', async () => {
    const rare = Buffer.from('8139ee39', 'hex');
    for (const before of [64 * 1024 - 2, 64 * 1024 - 1]) {
      const [row] = await read(Buffer.concat([Buffer.alloc(before, 'a\n'), rare])).then((rows) =>
        rows.slice(-1),
      );
      expect(row?.[1]).toMatch(/㐀|a㐀/);
    }
  });

  test('what is neither', async () => {
    expect(await refusalOf(read(Buffer.from('c3fbff2c', 'hex')))).toBe('unknown-encoding');
  });
});

test.each([
  [
    '名称;升\n水厂;1,5',
    [
      [1, '名称', '升'],
      [2, '水厂', '1,5'],
    ],
  ],
  [
    '水源一览表\n名称\t升\n"水\t厂"\t4',
    [
      [1, '水源一览表'],
      [2, '名称', '升'],
      [3, '水\t厂', '4'],
    ],
  ],
  [
    'a,"说""好""的"\r\rb,="00123"',
    [
      [1, 'a', '说"好"的'],
      [3, 'b', '00123'],
    ],
  ],
  [
    'a,"两\r\n行",c\n\n ,,\nb',
    [
      [1, 'a', '两\r\n行', 'c'],
      [4, 'b'],
    ],
  ],
  ['罐 5" 口,1', [[1, '罐 5" 口', '1']]],
])('%j', async (text, rows) => {
  expect(await read(text)).toEqual(rows);
});

test('a quotation mark without its other half is found out, not read to the end', async () => {
  expect(await refusalOf(read(`a,"b\n${'c,d\n'.repeat(20_000)}`))).toBe('cell-too-long');
});

test('limits', async () => {
  expect(await refusalOf(read('a,b,c', { columns: 2 }))).toBe('too-many-columns');
  expect(await read('a,b,,,', { columns: 2 })).toEqual([[1, 'a', 'b']]);
});

/** What a cell holds: nothing where there is only blank in it. */
function valueOf(cell: string): string | undefined {
  const value = cell.replace(/^="([^"]*)"$/, '$1');
  return value.trim() === '' ? undefined : value;
}

test('whatever the fields and wherever the pieces are cut', async () => {
  const field = fc.string({ unit: fc.constantFrom('a', '水', '"', ',', '\n', '\r', '=', '𠮷') });
  const row = fc.array(
    field.map((text) => text.trim()),
    { minLength: 1, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(row),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 9 }),
      async (rows, end, size) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((cells) => cells.map(quoted).join(',') + end).join('');
        async function* pieces() {
          for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
        }
        const got = await all(readCsv(pieces(), sheetLimits));
        const wanted = rows.flatMap((cells, i) =>
          cells.some((cell) => cell !== '')
            ? [
                {
                  number: i + 1,
                  cells: cells.map(valueOf),
                },
              ]
            : [],
        );
        expect(got.map(({ number, cells }) => ({ number, cells: Array.from(cells) }))).toEqual(
          wanted
            .map(({ number, cells }) => ({
              number,
              cells: cells.slice(0, cells.findLastIndex((cell) => cell !== undefined) + 1),
            }))
            .filter(({ cells }) => cells.length > 0),
        );
      },
    ),
  );
});
