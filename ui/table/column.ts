import type { ReactNode } from 'react';

export type Column<Row> = {
  id: string;
  header: string;
  /** Said when the pointer or focus is on the header. */
  hint?: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand right-aligned, in digits of equal width. */
  numeric?: boolean;
  /** Makes the column sortable; what has no value stays last in either direction. */
  sort?: (row: Row) => number | string | null | undefined;
  /** Which way the first press sorts; default: figures descending, texts ascending. */
  firstSort?: Direction;
  /** What the totals row shows under this column. */
  total?: (rows: readonly Row[]) => ReactNode;
  /** CSS width; the rest share what is left. */
  width?: number | string;
  /** Where it goes when the table becomes cards. Default: the first column is the title, others are lines. */
  inCard?: 'title' | 'aside' | 'line' | 'wide' | 'none';
};

export type Direction = 'ascending' | 'descending';
export type Sorting = { column: string; direction: Direction };
