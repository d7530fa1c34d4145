import type { Constant, Say } from './table.ts';

/** What a table decides: a constant, several by name, a list of either. */
export type Outcome = Constant | Readonly<Record<string, Constant>> | readonly Outcome[];

/** What a table says of some facts. */
export interface Answer {
  /** Whether everything that the missing facts may turn out to be has this outcome. */
  known: boolean;
  /** Null where it is not known; else of one output a constant, of several an object by name, of `COLLECT` a list, or what it is aggregated to. */
  outcome: Outcome;
  /** Names of the facts that are missing and matter, in the order of the columns; empty where it is known. */
  ask: string[];
  /** The first rule that surely applies; null where none does. */
  applies: Applied | null;
  /** Statements, the most important first. They are put into words when they are first read. */
  readonly because: Because[];
}

/** A rule, by its row as people count it (from 1), with what its annotations say to people. */
export interface Applied {
  row: number;
  why?: Say;
  todo?: Say;
  again?: Say;
}

/** One statement; `say` is all of it in words. */
export type Because =
  | RuleStatement
  | NoRule
  | Open
  | Asked
  | Change
  | Others
  | Limit
  | SourceStatement
  | Appeal;

/** Whether a cell holds of a fact: it does, it does not, or the fact is missing. */
export type Holds = 'passed' | 'failed' | 'unknown';

export interface Clause {
  /** What its column asks: a fact's name, or a difference. */
  asks: string;
  /** The cell as it is written. */
  cell: string;
  holds: Holds;
  /** The cell in words: “≥ 37.3 ℃”. */
  wants: Say;
  /** What the column asks, as it is, in words; not there while it is missing. */
  is?: Say;
  say: Say;
}

/** A rule that applies, that may apply, or that does not: of the last only the clauses that fail. */
export interface RuleStatement {
  kind: 'rule';
  /** Its id, if it has one. */
  rule?: string;
  /** The row as people count it, from 1. */
  row: number;
  status: 'applies' | 'may-apply' | 'does-not-apply';
  outcome: Outcome;
  clauses: Clause[];
  /** From the annotations: why it is so, what to do, when it is looked at again. */
  why?: Say;
  todo?: Say;
  again?: Say;
  say: Say;
}

/** No rule applies: the outcome is the table's default, or nothing. */
export interface NoRule {
  kind: 'no-rule';
  say: Say;
}

/** It is not known yet: what it may be. */
export interface Open {
  kind: 'open';
  /** Of a list empty. */
  outcomes: Outcome[];
  say: Say;
}

export interface Asked {
  kind: 'ask';
  fact: string;
  say: Say;
}

/** What a fact would have to be; without bounds anything but null. */
export type Wanted =
  | { is: Constant }
  | { least?: Constant; above?: Constant; most?: Constant; below?: Constant }
  /** A text that the table does not name. */
  | { other: true };

/** Were these facts so, all else being as it is, the outcome would be this. */
export interface Change {
  kind: 'change';
  outcome: Outcome;
  facts: { fact: string; to: Wanted[]; say: Say }[];
  say: Say;
}

/** So many more rules do not apply, and are not listed. */
export interface Others {
  kind: 'others';
  rules: number;
  say: Say;
}

/** The work ran out before it was certain: nothing is said to be known, and `ask` has all that may matter. */
export interface Limit {
  kind: 'limit';
  say: Say;
}

export interface SourceStatement {
  kind: 'source';
  table: string;
  version?: string;
  from?: string;
  until?: string;
  issuer?: Say;
  document?: Say;
  /** Some of it is told nowhere, but set for a demonstration. */
  invented?: true;
  say: Say;
}

export interface Appeal {
  kind: 'appeal';
  say: Say;
}
