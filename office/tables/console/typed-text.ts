import type { Column } from '../column.ts';
import type { CellWords } from './format-cell.ts';
import { asText, formatCell } from './format-cell.ts';

/** A value as one would type it into a field: plain figures, days and hours. */
export function typedText(column: Column, value: unknown, words: CellWords): string {
  if (value === null || value === undefined) return '';
  if (column.kind === 'whole' || column.kind === 'decimal') return asText(value);
  if (column.kind === 'hours' && (value as unknown[]).length === 0) return '';
  return formatCell(column, value, {}, words);
}

export const isTyped = ({ kind }: Column): boolean =>
  kind === 'text' ||
  kind === 'whole' ||
  kind === 'decimal' ||
  kind === 'day' ||
  kind === 'time' ||
  kind === 'hours';
