import { refuse } from '../../../http/refusal.ts';
import {
  orNull,
  type PlainCell,
  type SheetLimits,
  type SheetRow,
  type Sheets,
} from '../plain-cell.ts';
import { cellTooLong, tooManyColumns, unknownEncoding } from '../refusals.ts';
import { type Bytes, pieces, type Source, streamBytes, withBytes } from './bytes.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Text with commas, semicolons or tabs, as one sheet. */
export async function openCsv(
  source: Source,
  limits: SheetLimits,
  signal: AbortSignal | undefined,
): Promise<Sheets> {
  const encoding = await withBytes(source, (bytes) => findEncoding(bytes, signal));
  return {
    names: ['CSV'],
    visible: ['CSV'],
    rows: () =>
      streamBytes(source, (bytes) =>
        readCsv(decoded(pieces(bytes, 0, bytes.size, signal), encoding), limits),
      ),
  };
}

// Text that is valid UTF-8 all the way is UTF-8; hardly a Chinese text in GB18030 is.
async function findEncoding(bytes: Bytes, signal: AbortSignal | undefined): Promise<Encoding> {
  const head = await bytes.read(0, 2);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      for await (const _ of decoded(pieces(bytes, 0, bytes.size, signal), encoding));
      return encoding;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw refuse(unknownEncoding, undefined);
}

async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** Rows count as a spreadsheet program counts them: a field in quotes may hold several lines. */
export async function* readCsv(
  texts: AsyncIterable<string>,
  limits: SheetLimits,
): AsyncGenerator<SheetRow> {
  const rows: SheetRow[] = [];
  let reader: ReturnType<typeof startReader> | undefined;
  let head = '';
  for await (const text of texts) {
    // Which sign separates is to be seen from the first lines; they nearly always come in one piece.
    if (!reader) {
      head += text;
      if (!/[\r\n]/.test(head) && head.length < limits.textLength) continue;
    }
    reader ??= startReader(findSeparator(head), limits, rows);
    reader.read(head === '' ? text : head);
    head = '';
    yield* rows.splice(0);
  }
  reader ??= startReader(findSeparator(head), limits, rows);
  reader.read(head);
  reader.end();
  yield* rows;
}

// Of the first lines, for a title above the table has no separators.
function findSeparator(text: string): string {
  const lines = text
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]+/, 20)
    .join('\n');
  const count = (sign: string) => lines.split(sign).length;
  return ['\t', ';'].reduce((most, sign) => (count(sign) > count(most) ? sign : most), ',');
}

function startReader(separator: string, limits: SheetLimits, rows: SheetRow[]) {
  let number = 1;
  let cells: PlainCell[] = [];
  let column = 0;
  let field = '';
  let state: 'start' | 'bare' | 'quoted' | 'quote' = 'start';
  let afterReturn = false;

  const add = (text: string) => {
    field += text;
    if (field.length > limits.textLength) {
      throw refuse(cellTooLong, { row: number, most: limits.textLength });
    }
  };
  const endField = () => {
    // ="00123" is how some keep the zeros.
    const value = orNull(field.replace(/^="([^"]*)"$/, '$1'));
    if (value !== null) {
      if (column >= limits.columns) {
        throw refuse(tooManyColumns, { row: number, most: limits.columns });
      }
      cells[column] = value;
    }
    column += 1;
    field = '';
    state = 'start';
  };
  const endRow = () => {
    endField();
    if (cells.length > 0) rows.push({ number, cells });
    cells = [];
    column = 0;
    number += 1;
  };
  const one = (sign: string) => {
    const secondOfBreak = sign === '\n' && afterReturn;
    afterReturn = sign === '\r' && state !== 'quoted';
    if (secondOfBreak) return;
    if (state === 'quoted') {
      if (sign === '"') state = 'quote';
      else add(sign);
    } else if (sign === '\n' || sign === '\r') endRow();
    else if (sign === separator) endField();
    else if (state === 'start') state = 'quoted';
    else {
      add('"');
      state = state === 'quote' ? 'quoted' : 'bare';
    }
  };
  const special = new RegExp(`[\\r\\n"${separator}]`, 'g');

  return {
    read(text: string) {
      for (let at = 0; at < text.length; ) {
        special.lastIndex = at;
        const next = special.exec(text)?.index ?? text.length;
        if (next > at) {
          afterReturn = false;
          if (state !== 'quoted') state = 'bare';
          add(text.slice(at, next));
        }
        if (next < text.length) one(text[next] as string);
        at = next + 1;
      }
    },
    end: () => endRow(),
  };
}
