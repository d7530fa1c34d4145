import { refuse } from '../../../http/refusal.ts';
import {
  columnName,
  orNull,
  type PlainCell,
  type SheetLimits,
  type SheetRow,
} from '../plain-cell.ts';
import { cellTooLong, damagedSheet, formulaInSheet, tooManyColumns } from '../refusals.ts';
import { type MomentFormat, momentText } from './moments.ts';
import { unescaped } from './strings.ts';
import { type Attributes, readXml } from './xml.ts';

/** What the cells of a sheet refer to. */
export interface Book {
  strings: readonly string[];
  styles: readonly (MomentFormat | undefined)[];
  date1904: boolean;
}

/** The rows that hold anything. Formulas come as the results that they were saved with. */
export async function* readSheetXml(
  part: string,
  pieces: AsyncIterable<Uint8Array>,
  book: Book,
  limits: SheetLimits,
): AsyncGenerator<SheetRow> {
  const rows: SheetRow[] = [];
  const elements = collectRows(part, book, limits, rows);
  for await (const _ of readXml(part, pieces, elements)) {
    yield* rows.splice(0);
  }
}

function collectRows(part: string, book: Book, limits: SheetLimits, rows: SheetRow[]) {
  let inData = false;
  let number = 0;
  let cells: PlainCell[] = [];
  let column = -1;
  let inCell = false;
  let type = 'n';
  let style = 0;
  let text = '';
  let collecting = false;
  let phonetic = false;

  const startCell = (attributes: Attributes) => {
    inCell = true;
    column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
    if (column < 0) throw refuse(damagedSheet, { part });
    type = attributes.t ?? 'n';
    style = Number(attributes.s ?? 0);
    text = '';
  };
  const endCell = () => {
    inCell = false;
    if (text === '') return;
    const value = plain(part, text, type, book, style);
    if (value === null) return;
    if (typeof value === 'string' && value.length > limits.textLength) {
      throw refuse(cellTooLong, { row: number, most: limits.textLength });
    }
    if (column >= limits.columns) {
      throw refuse(tooManyColumns, { row: number, most: limits.columns });
    }
    cells[column] = value;
  };

  const startRow = (attributes: Attributes) => {
    number = attributes.r === undefined ? number + 1 : Number(attributes.r);
    if (!Number.isInteger(number)) throw refuse(damagedSheet, { part });
    cells = [];
    column = -1;
  };

  return {
    open(name: string, attributes: Attributes) {
      collecting = inCell && (name === 'v' || (name === 't' && !phonetic));
      if (name === 'sheetData') inData = true;
      else if (name === 'row' && inData) startRow(attributes);
      else if (name === 'c' && inData) startCell(attributes);
      else if (name === 'rPh') phonetic = true;
      else if (name === 'f' && inCell && !limits.formulas)
        throw refuse(formulaInSheet, { cell: `${columnName(column)}${number}` });
    },
    close(name: string) {
      collecting = false;
      if (name === 'sheetData') inData = false;
      else if (name === 'row' && inData && cells.length > 0) rows.push({ number, cells });
      else if (name === 'c' && inCell) endCell();
      else if (name === 'rPh') phonetic = false;
    },
    text(run: string) {
      if (collecting && text.length <= limits.textLength) text += run;
    },
  };
}

function plain(part: string, text: string, type: string, book: Book, style: number): PlainCell {
  switch (type) {
    case 's': {
      const shared = book.strings[Number(text)];
      if (shared === undefined) throw refuse(damagedSheet, { part });
      return orNull(shared);
    }
    case 'b':
      return text.trim() === '1' || text.trim() === 'true';
    case 'd':
      return text.trim().replace('T', ' ');
    case 'n': {
      const value = Number(text);
      const format = book.styles[style];
      if (!Number.isFinite(value) || text.trim() === '') return orNull(text);
      return (format && momentText(value, format, book.date1904)) ?? value;
    }
    default:
      return orNull(unescaped(text));
  }
}

// AB12: letters, then the row.
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = (reference.charCodeAt(i) & 0xdf) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
