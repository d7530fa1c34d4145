import { PassThrough, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export interface FormCell {
  value: string | number | null;
  bold?: boolean;
  /** Excel's number format. */
  format?: string;
  /** Shaded: a heading, or a place to write in. */
  shade?: 'heading' | 'blank';
  /** Small and grey: a hint. */
  hint?: boolean;
}

export interface FormSheet {
  name: string;
  /** Of each column, in characters. */
  widths: readonly number[];
  rows: readonly (readonly FormCell[])[];
  landscape?: boolean;
}

const author = '两不误 Liangbuwu';
const shades = { heading: 'FFF0F0F0', blank: 'FFFFF8E1' };

/** Writes forms to be read and printed, one A4 page wide each, as an .xlsx file. */
export async function writeForms(
  to: Writable,
  { sheets, at }: { sheets: readonly FormSheet[]; at: Date },
): Promise<void> {
  // Loaded late: few processes ever write a sheet.
  const { default: excel } = await import('exceljs');
  const ended = finished(to, { readable: false });
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: to, useStyles: true });
  Object.assign(workbook, { creator: author, lastModifiedBy: author, created: at, modified: at });
  const names = sheetNames(sheets);
  sheets.forEach(({ widths, rows, landscape }, index) => {
    const sheet = workbook.addWorksheet(names[index], {
      pageSetup: {
        paperSize: 9,
        orientation: landscape ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      },
    });
    sheet.columns = widths.map((width) => ({ width }));
    for (const cells of rows) {
      const row = sheet.addRow(cells.map(({ value }) => value));
      cells.forEach((cell, column) => {
        const made = row.getCell(column + 1);
        made.alignment = { wrapText: true, vertical: 'top' };
        if (cell.bold || cell.hint)
          made.font = cell.hint ? { size: 9, color: { argb: 'FF6B6B6B' } } : { bold: true };
        if (cell.format) made.numFmt = cell.format;
        if (cell.shade)
          made.fill = {
            type: 'pattern',
            pattern: 'solid',
            fgColor: { argb: shades[cell.shade] },
          };
      });
      row.commit();
    }
    sheet.commit();
  });
  await Promise.all([workbook.commit(), ended]);
}

/** The same as a file that an answer carries; `name` without its ending. */
export async function formFile(
  name: string,
  what: Parameters<typeof writeForms>[1],
): Promise<{ name: string; type: string; content: string }> {
  const out = new PassThrough();
  const parts: Buffer[] = [];
  out.on('data', (part: Buffer) => parts.push(part));
  await writeForms(out, what);
  return {
    name: `${name}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: Buffer.concat(parts).toString('base64'),
  };
}

/** What Excel allows as names: no special signs, 31 characters, each once whatever its case. */
function sheetNames(sheets: readonly FormSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, index) => {
    const plain = name.replace(/[[\]:*?/\\']/g, ' ').trim();
    const first = plain.slice(0, 31).trim() || `${index + 1}`;
    const unique = taken.has(first.toLowerCase())
      ? `${plain.slice(0, 26).trim()} (${index + 1})`
      : first;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
