import { refuse } from '../../http/refusal.ts';
import type { Table } from '../column.ts';
import type { Source } from './file/bytes.ts';
import { bareHeader } from './header-text.ts';
import { matchHeaders, type Remembered } from './match-headers.ts';
import { openSheets } from './open-sheets.ts';
import type { PlainCell, SheetLimits, SheetRow, Sheets } from './plain-cell.ts';
import { noHeaderRow, noSuchSheet } from './refusals.ts';

/** What a row below the header is: only a `row` is data. */
export type RowKind = 'row' | 'total' | 'note' | 'header';

export interface ReadRow extends SheetRow {
  kind: RowKind;
}

export interface SheetReading {
  sheet: string;
  /** All that the file has. */
  sheets: readonly string[];
  header: { number: number; texts: readonly string[] };
  /** Those below the header that hold anything, read from the file again each time that they are gone through. */
  rows: AsyncIterable<ReadRow>;
}

export interface SheetWishes {
  /** A sheet by its name; otherwise the first visible one that has a header. */
  sheet?: string;
  /** The row that is the header, by its number; otherwise it is looked for. */
  header?: number;
  remembered?: Remembered;
  signal?: AbortSignal;
  limits?: Partial<SheetLimits>;
}

const headerWithin = 20;

/** Finds a table in an .xlsx or .csv file. What is wrong with the file is refused, each fault by its own name. */
export async function readSheet(
  source: Source,
  table: Table,
  wishes: SheetWishes = {},
): Promise<SheetReading> {
  const sheets = await openSheets(source, wishes);
  const { names } = sheets;
  if (wishes.sheet !== undefined && !names.includes(wishes.sheet)) {
    throw refuse(noSuchSheet, { name: wishes.sheet, names });
  }
  const looked = wishes.sheet === undefined ? sheets.visible : [wishes.sheet];
  for (const sheet of looked) {
    const header = await findHeader(sheets, sheet, table, wishes);
    if (!header) continue;
    const rows = { [Symbol.asyncIterator]: () => rowsBelow(sheets.rows(sheet), header) };
    return { sheet, sheets: names, header, rows };
  }
  const written = table.columns.filter((column) => !column.shown).slice(0, 6);
  throw refuse(noHeaderRow, {
    many: table.many,
    expected: {
      'zh-CN': written.map(({ label }) => label['zh-CN']),
      en: written.map(({ label }) => label.en),
    },
    names: looked,
    within: headerWithin,
  });
}

type Header = SheetReading['header'];

async function findHeader(
  sheets: Sheets,
  sheet: string,
  table: Table,
  { header: wished, remembered = new Map() }: SheetWishes,
): Promise<Header | undefined> {
  const last = wished ?? headerWithin;
  const enough = Math.min(2, table.columns.length);
  let best: (Header & { matched: number }) | undefined;
  for await (const { number, cells } of sheets.rows(sheet)) {
    if (number > last) break;
    const texts = Array.from(cells, headerText);
    if (number === wished) return { number, texts };
    if (wished !== undefined) continue;
    const matches = matchHeaders(texts, table, { remembered });
    const matched = matches.filter(({ field, found }) => field !== null || found !== null).length;
    if (matched >= enough && matched > (best?.matched ?? 0)) best = { number, texts, matched };
  }
  return best && { number: best.number, texts: best.texts };
}

const headerText = (cell: PlainCell | undefined) =>
  typeof cell === 'string' ? cell.trim() : String(cell ?? '');

async function* rowsBelow(rows: AsyncIterable<SheetRow>, header: Header): AsyncGenerator<ReadRow> {
  for await (const row of rows) {
    if (row.number > header.number) yield { ...row, kind: kindOf(row, header) };
  }
}

const total = /^(合计|总计|小计|共计|累计|本页合计|本页小计|总数|grandtotal|subtotal|total|sum)$/;
const note =
  /^(注|备注|附注|说明|填表说明|填报说明|填写说明|填表人?|填报人?|填报单位|填表单位|制表人?|审核人?|负责人|联系人|notes?|remarks?)(\d*)[:：]/i;

function kindOf({ cells }: SheetRow, header: Header): RowKind {
  const texts = cells.filter((cell) => cell !== null && cell !== undefined);
  const first = texts.find((cell) => typeof cell === 'string' && !/^\d+$/.test(cell));
  if (typeof first !== 'string') return 'row';
  if (total.test(bareHeader(first))) return 'total';
  if (note.test(first.normalize('NFKC').replace(/\s/g, ''))) return 'note';
  const same = header.texts.every((text, i) => headerText(cells[i]) === text);
  return same ? 'header' : 'row';
}
