import type { Say } from '../http/say.ts';

/**
 * How a column's values are shown, typed in and read from a sheet. What is allowed is said by the row's schema alone.
 *
 * | kind | value |
 * |---|---|
 * | text, choice | string |
 * | whole, decimal | number |
 * | day | `2022-11-10` |
 * | time | second of the day |
 * | hours | half-open pairs of seconds of the day |
 * | instant | ISO 8601, only shown |
 * | flag | boolean |
 * | area, place, row | the id of another row |
 */
export type ColumnKind =
  | 'text'
  | 'whole'
  | 'decimal'
  | 'day'
  | 'time'
  | 'hours'
  | 'instant'
  | 'flag'
  | 'choice'
  | 'area'
  | 'place'
  | 'row';

export type CellValue = string | number | boolean | null | readonly (readonly [number, number])[];

export interface Column {
  /** The row's field. */
  field: string;
  kind: ColumnKind;
  label: Say;
  unit?: Say;
  hint?: Say;
  /** What sheets call it besides its label. */
  also?: readonly string[];
  /** Of a choice; with a level where one is better than another. */
  options?: readonly { value: string; words: Say; level?: 'ok' | 'warn' | 'bad' }[];
  /** Of a row: the table that it is in. */
  of?: string;
  /** May be left empty: null. */
  optional?: boolean;
  /** Not in the list, only in the row's own form and in sheets. */
  folded?: boolean;
  /** Changed by deeds of its own, never typed in here; not in sheets that come in. */
  shown?: boolean;
}

/** A table that people keep: listed, searched, edited, undone, taken to Excel and back. */
export interface Table {
  /** `room.rows`, such as `water.sources`. */
  id: `${string}.${string}`;
  one: Say;
  many: Say;
  /** The first one names a row. */
  columns: readonly Column[];
  /** Ways to narrow the list at one press. */
  filters?: readonly { id: string; words: Say }[];
  /** Why a row is taken off the register; who removes it says which. */
  whys?: readonly { value: string; words: Say }[];
  /** Every row belongs to a response: it has a field of that name, and a list is of one response. */
  ofResponse?: true;
  /**
   * Personal data: the ledger hears of fields only, never of values, and of who takes it out. Of a response, its history
   * and the sheets that it came in die with that; else its sheets are forgotten a month after they came, when the next one comes or goes.
   */
  personal?: true;
}

/** A column in one line. */
export const column = (
  field: string,
  kind: ColumnKind,
  label: Say,
  more: Omit<Column, 'field' | 'kind' | 'label'> = {},
): Column => ({ field, kind, label, ...more });
