import type { Answer } from '../answer.ts';
import type { TableFault } from '../refuse/fault.ts';
import type { DecisionTable, Facts } from '../table.ts';

export interface DecideOptions {
  /**
   * The clock: ISO 8601 with an offset. Needed where the table holds for a time only, or asks `now()`. Default: none.
   */
  at?: string;
  /** Whether to look for what would change the answer. Default true. */
  changes?: boolean;
}

/** A table made ready: many facts are decided by it, one after another. */
export interface Rules {
  readonly table: DecisionTable;
  /** What is doubtful about the table, though it can decide: gaps, columns that nobody uses, rules that are never reached. */
  readonly faults: readonly TableFault[];
  /** Names of the facts that the table asks, in the order of its columns. */
  readonly facts: readonly string[];
  /**
   * What the table says of these facts, as far as it can be said of all that the missing ones may be.
   *
   * A fact that is not there, or undefined, is missing; null is known to be nothing, and only cells that ask for null accept it. Keys that the table does not ask are
   * ignored. Nothing is written anywhere: a what-if is a call with other facts.
   *
   * @param facts by name; dates, times and durations as ISO 8601 texts.
   * @throws InvalidFacts where a fact is of another type or not among the values allowed, and where the table does not hold at that moment.
   */
  decide(facts: Facts, options?: DecideOptions): Answer;
}
