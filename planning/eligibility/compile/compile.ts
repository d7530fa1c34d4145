import { CompiledRules } from '../decide/compiled-rules.ts';
import type { Rules } from '../decide/rules.ts';
import { doubtsOf } from '../publish/doubts.ts';
import type { TableFault } from '../refuse/fault.ts';
import { InvalidTable } from '../refuse/refusals.ts';
import type { DecisionTable } from '../table.ts';
import { compileTable } from './compile-table.ts';

export interface CompileOptions {
  /** How much work one question may take before it is given up: a word of 32 rules for each atom of each state. Default 1,000,000, some tenths of a second. What is given up is never said to be known. */
  most?: number;
}

/**
 * Everything that is wrong with a table or doubtful about it, with the cell where it is.
 *
 * @param table a `DecisionTable`, or anything else: nothing about its form is taken for granted.
 * @returns at most a hundred faults, then `more-faults`; codes are listed in refuse/codes.md. None: it is fit to be published.
 */
export function tableFaults(table: unknown): TableFault[] {
  const { compiled, faults } = compileTable(table);
  if (compiled) doubtsOf(compiled, faults);
  return faults.close();
}

/**
 * Makes a table ready to decide. What is only doubtful (a gap, a column that nobody uses) is in the result's `faults`.
 *
 * @throws InvalidTable with everything for which nothing can be decided by it: a cell that cannot be read, an overlap under `UNIQUE`.
 */
export function compile(table: DecisionTable, { most }: CompileOptions = {}): Rules {
  const { compiled, faults } = compileTable(table);
  if (compiled) doubtsOf(compiled, faults);
  const found = faults.close();
  if (!compiled || faults.barred) throw new InvalidTable(found.filter(({ bars }) => bars));
  return new CompiledRules(compiled, found, most);
}

/**
 * The same, but a table that is doubtful in any way is refused too: what is published holds for everybody.
 *
 * @throws InvalidTable
 */
export function publish(table: DecisionTable, options: CompileOptions = {}): Rules {
  const rules = compile(table, options);
  if (rules.faults.length > 0) throw new InvalidTable(rules.faults);
  return rules;
}
