/** What a sheet's cell comes down to. Dates and times are texts: `2022-11-10`, `2022-11-10 07:30`, `07:30`, `24:00`. */
export type PlainCell = string | number | boolean | null;

export interface SheetRow {
  /** As the sheet counts: the first row is 1. */
  number: number;
  /** Column A first. Cells that are empty may be missing. */
  cells: readonly (PlainCell | undefined)[];
}

/** What a file holds: rows by sheet, which can be read as often as wanted. Rows without any value are left out. */
export interface Sheets {
  names: readonly string[];
  /** Those that whoever opens the file sees. */
  visible: readonly string[];
  rows(name: string): AsyncIterable<SheetRow>;
}

/** A file beyond these is refused. `textLength` is Excel's own limit. */
export interface SheetLimits {
  columns: number;
  rows: number;
  fileBytes: number;
  unpackedBytes: number;
  textLength: number;
  /** False: a formula is refused, and not read as the result that it was saved with. */
  formulas: boolean;
}

export const sheetLimits: SheetLimits = {
  columns: 200,
  rows: 200_000,
  fileBytes: 64 * 2 ** 20,
  unpackedBytes: 256 * 2 ** 20,
  textLength: 32_767,
  formulas: true,
};

/** Spaces of any width alone are nothing. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** `AB` for the column after AA. Column A is 0. */
export function columnName(index: number): string {
  const before = index < 26 ? '' : columnName(Math.floor(index / 26) - 1);
  return `${before}${String.fromCharCode(65 + (index % 26))}`;
}
