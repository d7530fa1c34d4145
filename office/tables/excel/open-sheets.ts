import { refuse } from '../../http/refusal.ts';
import { type Source, withBytes } from './file/bytes.ts';
import { openCsv } from './file/csv.ts';
import { whatFile } from './file/what-file.ts';
import { type SheetLimits, type SheetRow, type Sheets, sheetLimits } from './plain-cell.ts';
import { fileTooLarge, noSuchSheet, tooManyRows } from './refusals.ts';
import { openWorkbook } from './xlsx/workbook.ts';

/** Opens an .xlsx or .csv file, given by its path or content. Faults of the file are refusals. */
export async function openSheets(
  source: Source,
  given: { signal?: AbortSignal; limits?: Partial<SheetLimits> } = {},
): Promise<Sheets> {
  const limits = { ...sheetLimits, ...given.limits };
  given.signal?.throwIfAborted();
  const kind = await withBytes(source, (bytes) => {
    if (bytes.size > limits.fileBytes) throw refuse(fileTooLarge, { bytes: limits.fileBytes });
    return whatFile(bytes);
  });
  const sheets =
    kind === 'zip'
      ? await openWorkbook(source, limits, given.signal)
      : await openCsv(source, limits, given.signal);
  return {
    ...sheets,
    rows(name) {
      const { names } = sheets;
      if (!names.includes(name)) throw refuse(noSuchSheet, { name, names });
      return { [Symbol.asyncIterator]: () => counted(sheets.rows(name), limits.rows) };
    },
  };
}

async function* counted(rows: AsyncIterable<SheetRow>, most: number): AsyncGenerator<SheetRow> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > most) throw refuse(tooManyRows, { most });
    yield row;
  }
}
