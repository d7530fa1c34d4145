import type { Column } from '../column.ts';
import { type CellWords, formatCell } from './format-cell.ts';
import type { AnyRow, Names } from './queries.ts';

const most = 4;

/** A row's second line on a phone. A bare figure or a bare "yes" says nothing: they are named. */
export function cardLine(
  columns: readonly Column[],
  row: AnyRow,
  names: Names,
  words: CellWords,
): string {
  const shown = columns.slice(1).filter(({ folded }) => !folded);
  const said = (column: Column) => {
    const value = formatCell(column, row[column.field], names, words);
    if (value === words.empty) return value;
    if (column.unit) return `${value} ${words.say(column.unit)}`;
    return column.kind === 'whole' ? `${words.say(column.label)} ${value}` : value;
  };
  const values = shown
    .filter(({ kind }) => kind !== 'flag')
    .slice(0, most)
    .map(said)
    .filter((text) => text !== words.empty);
  const flags = shown
    .filter(({ kind, field }) => kind === 'flag' && row[field] === true)
    .map(({ label }) => words.say(label));
  return [...values, ...flags].join(' · ');
}
