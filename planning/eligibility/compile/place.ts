import { say } from '../refuse/fault.ts';
import type { DecisionTable, Say } from '../table.ts';

export interface Place {
  at: string;
  cell: string | undefined;
  named: Say;
}

/** Where a cell is, also in words: rows and columns as people count them. */
export function placeOf(table: DecisionTable, row: number, column: number): Place {
  const { label, expression } = table.columns[column];
  const name = (label ?? expression).slice(0, 60);
  return {
    at: `rules[${row}].when[${column}]`,
    cell: table.rules[row].cells?.[column],
    named: say(`第 ${row + 1} 条的“${name}”格`, `rule ${row + 1}, column “${name}”,`),
  };
}
