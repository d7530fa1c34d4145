import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { stream, Worksheet } from 'exceljs';
import { refuse } from '../../http/refusal.ts';
import type { CellValue, Table } from '../column.ts';
import type { Language } from './cells/words.ts';
import { rowId, rowIdHeader } from './match-headers.ts';
import { columnName, sheetLimits } from './plain-cell.ts';
import { cellTooLong } from './refusals.ts';
import { listRange, notesName, writeNotes } from './write-notes.ts';
import { excelCell, headerOf, styleOf, widthOf } from './written-cell.ts';

export interface SheetToWrite {
  table: Table;
  /** Each with its `id`. */
  rows: AsyncIterable<Readonly<Record<string, CellValue>>>;
  language: Language;
  /** What areas, places and rows of other tables are called, by their id. */
  names: ReadonlyMap<string, string>;
  /** When it is written, for the file's properties. */
  at: Date;
  signal?: AbortSignal;
}

const batch = 100;
/** Rows below the last one that have lists to choose from too. */
const spare = 1000;
const grey = { argb: 'FF8C8C8C' };
const author = '两不误 Liangbuwu';

/** Writes an .xlsx file, row by row, to a path or a stream. Answers how many rows it has. */
export async function writeSheet(to: Writable | string, what: SheetToWrite): Promise<number> {
  if (typeof to !== 'string') return writeTo(to, what);
  const file = createWriteStream(to);
  try {
    return await writeTo(file, what);
  } catch (error) {
    if (!file.closed) await once(file, 'close');
    await rm(to, { force: true });
    throw error;
  }
}

async function writeTo(destination: Writable, what: SheetToWrite): Promise<number> {
  // For a stream that has closed exceljs would wait for ever.
  const { signal } = what;
  const ended = finished(destination, { readable: false, ...(signal ? { signal } : {}) });
  const written = write(destination, what, ended);
  try {
    return (await Promise.all([written, ended]))[0];
  } catch (error) {
    destination.destroy();
    throw error;
  }
}

async function write(destination: Writable, what: SheetToWrite, ended: Promise<void>) {
  // Loaded late: few processes ever write a sheet.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: destination, useStyles: true });
  Object.assign(workbook, { creator: author, lastModifiedBy: author });
  Object.assign(workbook, { created: what.at, modified: what.at });
  const sheet = addSheet(workbook, what);
  const count = await addRows(sheet, what, ended);
  finishSheet(sheet, what, count);
  writeNotes(workbook, what.table, what.language);
  await Promise.race([workbook.commit(), ended]);
  return count;
}

function addSheet(workbook: stream.xlsx.WorkbookWriter, { table, language }: SheetToWrite) {
  const sheet = workbook.addWorksheet(sheetName(table, language), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = [
    { width: 8, style: { numFmt: '@', font: { color: grey } } },
    ...table.columns.map((column) => ({
      width: widthOf(column, language),
      style: styleOf(column),
    })),
  ];
  const header = sheet.addRow([
    rowIdHeader[language],
    ...table.columns.map((column) => headerOf(column, language)),
  ]);
  header.font = { bold: true };
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F0F0' } };
  header.getCell(1).font = { color: grey };
  header.commit();
  return sheet;
}

// What Excel allows as a sheet's name.
function sheetName(table: Table, language: Language): string {
  const name = table.many[language]
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .trim();
  return name === '' || name === notesName[language] ? table.id.slice(0, 31) : name;
}

async function addRows(sheet: Worksheet, what: SheetToWrite, ended: Promise<void>) {
  const { table, language, names, signal } = what;
  let count = 0;
  for await (const row of what.rows) {
    signal?.throwIfAborted();
    const cells = table.columns.map((column) =>
      excelCell(column, row[column.field], language, names),
    );
    count += 1;
    const added = sheet.addRow([row[rowId] ?? undefined, ...cells.map(({ value }) => value)]);
    cells.forEach(({ value, format }, i) => {
      if (format) added.getCell(i + 2).numFmt = format;
      // Excel calls a file damaged that has a longer one.
      if (typeof value === 'string' && value.length > sheetLimits.textLength) {
        throw refuse(cellTooLong, { row: count + 1, most: sheetLimits.textLength });
      }
    });
    added.commit();
    if (count % batch === 0) await Promise.race([taken(sheet), ended]);
  }
  return count;
}

/** exceljs writes without ever waiting: whatever the destination has not yet taken would pile up in memory. */
function taken(sheet: Worksheet): Promise<unknown> {
  const { pipes } = (sheet as unknown as { stream: { pipes: Writable[] } }).stream;
  return Promise.all(pipes.map((zip) => new Promise((resolve) => zip.write('', resolve))));
}

function finishSheet(sheet: Worksheet, { table, language }: SheetToWrite, count: number): void {
  const last = count + 1;
  const columns = table.columns.length + 1;
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: last, column: columns } };
  const { dataValidations } = sheet as unknown as {
    dataValidations: { add(range: string, validation: object): void };
  };
  table.columns.forEach((column, i) => {
    const range = listRange(table, column.field, language);
    if (!range) return;
    const letters = columnName(i + 1);
    dataValidations.add(`${letters}2:${letters}${last + spare}`, {
      type: 'list',
      allowBlank: true,
      formulae: [range],
    });
  });
  sheet.commit();
}
