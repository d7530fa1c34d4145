import type { Style } from 'exceljs';
import type { CellValue, Column } from '../column.ts';
import { flagWords, hoursText, type Language } from './cells/words.ts';
import { escaped } from './xlsx/strings.ts';

export interface WrittenCell {
  value: string | number | Date | undefined;
  /** Other than its column's. */
  format?: string;
}

const daySeconds = 86_400;
const formats = { text: '@', day: 'yyyy-mm-dd', time: '[hh]:mm', seconds: '[hh]:mm:ss' };

/** A value as a sheet holds it: days, times and numbers to calculate with, the rest in words. */
export function excelCell(
  column: Column,
  value: CellValue | undefined,
  language: Language,
  names: ReadonlyMap<string, string>,
): WrittenCell {
  if (value === null || value === undefined) return { value: undefined };
  if (typeof value === 'boolean') return { value: flagWords[`${value}`][language] };
  if (typeof value === 'object') return { value: hoursText(value, language) };
  if (typeof value === 'number') {
    if (column.kind !== 'time') return { value };
    const format = value % 60 === 0 ? {} : { format: formats.seconds };
    return { value: value / daySeconds, ...format };
  }
  switch (column.kind) {
    case 'day':
      // Excel counts the days before wrongly: it has a 29 February 1900.
      return { value: value < '1900-03-01' ? value : new Date(`${value}T00:00:00Z`) };
    case 'choice': {
      const option = column.options?.find((candidate) => candidate.value === value);
      return { value: escaped(option?.words[language] ?? value) };
    }
    case 'area':
    case 'place':
    case 'row':
      return { value: escaped(names.get(value) ?? value) };
    default:
      return { value: escaped(value) };
  }
}

export function styleOf({ kind, unit }: Column): Partial<Style> {
  switch (kind) {
    case 'whole':
      return { numFmt: unit ? '#,##0' : '0' };
    case 'decimal':
      return {};
    case 'day':
      return { numFmt: formats.day };
    case 'time':
      return { numFmt: formats.time };
    default:
      // As text: what begins with = is no formula, not even after somebody has edited it.
      return { numFmt: formats.text };
  }
}

/** The label with its unit, and a star where it may not be left empty. */
export function headerOf({ label, unit, optional, shown }: Column, language: Language): string {
  const [open, close] = language === 'en' ? [' (', ')'] : ['（', '）'];
  const withUnit = unit ? `${label[language]}${open}${unit[language]}${close}` : label[language];
  return optional || shown ? withUnit : `${withUnit}*`;
}

/** What a person chooses from in a column. */
export function listOf({ kind, options, shown }: Column, language: Language): string[] {
  if (shown) return [];
  if (kind === 'flag') return [flagWords.true[language], flagWords.false[language]];
  return kind === 'choice' ? (options ?? []).map(({ words }) => words[language]) : [];
}

const widths: Partial<Record<Column['kind'], number>> = {
  whole: 10,
  decimal: 10,
  day: 12,
  time: 9,
  hours: 28,
  flag: 8,
  choice: 12,
};

/** In Excel's measure, a digit's width. The header has a filter's button beside it. */
export function widthOf(column: Column, language: Language): number {
  const header = textWidth(headerOf(column, language)) + 4;
  return Math.min(40, Math.max(widths[column.kind] ?? 20, header));
}

const textWidth = (text: string) =>
  [...text].reduce((width, letter) => width + (letter > '\u2e7f' ? 2 : 1), 0);
