import type { CellValue, Column } from '../column.ts';
import { parseDay } from './cells/day.ts';
import {
  type CellFault,
  cellError,
  digitsLost,
  emptyCell,
  noRowId,
  notAChoice,
  notAFlag,
} from './cells/faults.ts';
import { parseNumber } from './cells/number.ts';
import { parseHours, parseTime } from './cells/time.ts';
import type { PlainCell } from './plain-cell.ts';

export type ParsedCell =
  | { value: CellValue; fault?: undefined }
  | { value?: undefined; fault: CellFault };

/**
 * What a sheet's cell says in a column. Areas, places and rows stay the words that were written: who they are is found
 * out later. `unit` is what the header says its numbers are in.
 */
export function parseCell(
  column: Column,
  cell: PlainCell | undefined,
  given: { unit?: string | undefined } = {},
): ParsedCell {
  const text = typeof cell === 'string' ? printable(cell) : cell;
  if (text === null || text === undefined || text === '' || isBlank(column, text)) {
    return column.optional ? { value: null } : { fault: emptyCell(column) };
  }
  if (typeof text === 'string' && excelErrors.has(text)) return { fault: cellError(text) };
  const value = parse(column, wordKinds.has(column.kind) ? text : cut(text), given.unit);
  return isFault(value) ? { fault: value } : { value };
}

/** A row's id, as it was written here; null for a new row. */
export function parseRowId(
  cell: PlainCell | undefined,
): { id: string | null } | { fault: CellFault } {
  const text = String(cell ?? '')
    .trim()
    .toLowerCase();
  if (text === '') return { id: null };
  const isId = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text);
  return isId ? { id: text } : { fault: noRowId(text) };
}

const excelErrors = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
]);

// What is longer says nothing else than words; an ellipsis is in none of them.
const longest = 2000;
const cut = (cell: string | number | boolean) =>
  typeof cell === 'string' && cell.length > longest ? `${cell.slice(0, longest)}…` : cell;

// A dash or a stroke is how forms are filled in where there is nothing to say.
const isBlank = ({ kind }: Column, cell: PlainCell) =>
  !wordKinds.has(kind) && typeof cell === 'string' && /^[-–—―/／\\]+$/.test(cell);
const wordKinds = new Set<Column['kind']>(['text', 'area', 'place', 'row']);

function parse(
  column: Column,
  cell: string | number | boolean,
  unit: string | undefined,
): CellValue | CellFault {
  switch (column.kind) {
    case 'whole':
    case 'decimal':
      return parseNumber(column, cell, unit);
    case 'day':
      return parseDay(cell);
    case 'time':
      return parseTime(cell);
    case 'hours':
      return parseHours(cell);
    case 'flag':
      return typeof cell === 'boolean' ? cell : (flags.get(tidy(cell)) ?? notAFlag(cell));
    case 'choice':
      return findChoice(column, tidy(cell)) ?? notAChoice(cell, column);
    default:
      return parseText(cell);
  }
}

const isFault = (value: CellValue | CellFault): value is CellFault =>
  typeof value === 'object' && value !== null && 'code' in value;

const tidy = (cell: PlainCell) =>
  String(cell)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\ufe0f]+/g, '');

const flags = new Map<string, boolean>([
  ...['是', '有', '对', '√', '✓', '✔', '☑', '✅', 'yes', 'y', 'true', 't', '1'].map(
    (word) => [word, true] as const,
  ),
  ...[
    '否',
    '无',
    '没有',
    '不是',
    '不',
    '×',
    '✗',
    '✘',
    '☐',
    '❌',
    'x',
    'no',
    'n',
    'false',
    'f',
    '0',
  ].map((word) => [word, false] as const),
]);

function findChoice({ options = [] }: Column, given: string): string | undefined {
  const found =
    options.find(({ value }) => tidy(value) === given) ??
    options.find(({ words }) => Object.values(words).some((word) => tidy(word) === given));
  return found?.value;
}

function parseText(cell: string | number | boolean): string | CellFault {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'string') return cell;
  const digits = Math.abs(cell) < 1e15;
  return digits ? String(cell) : digitsLost(cell);
}

/** Trimmed, with line feeds only, without other control characters and halves of characters. */
function printable(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex -- that is what it is for
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replace(/\p{Surrogate}/gu, '')
      .trim()
  );
}
