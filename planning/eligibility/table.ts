/**
 * The words of decision tables.
 *
 * A table is data: its cells are the S-FEEL texts that people wrote (DMN 1.3, chapter 9). `compile` reads them.
 */

/** A text that a person reads, in both languages. */
export interface Say {
  'zh-CN': string;
  en: string;
}

/** A constant as JSON writes it; dates, times and durations are ISO 8601 texts. */
export type Constant = string | number | boolean | null;

/** What a fact can be: DMN's simple types, and whole numbers. */
export type ValueType =
  | 'string'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration';

/** `UNIQUE`: at most one rule applies. `FIRST`: the first that applies. `ANY`: all that apply agree. `COLLECT`: all that apply. */
export type HitPolicy = 'UNIQUE' | 'FIRST' | 'ANY' | 'COLLECT';

/** Of a `COLLECT` table: instead of the list its sum, least, greatest, or how many they are. */
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

/** How a value is said to people. */
export interface ValueWords {
  value: Constant;
  say: Say;
}

/** How an outcome is said to people, and what they may do by it. */
export interface OutcomeWords extends ValueWords {
  /** Whether it lets somebody through. Nothing here is decided by it. Default: not said. */
  admits?: boolean;
}

/** A fact that columns ask about, in words. A table works without any. */
export interface Fact {
  /** As the columns' expressions and the facts' keys name it. */
  name: string;
  /** Default: that of the column that asks it. */
  type?: ValueType;
  /** Default: the column's words, or the name. */
  say?: Say;
  /** What its numbers count, after the number: “ 小时”, “ hours”. */
  unit?: Say;
  values?: readonly ValueWords[];
}

/** A question that every rule answers with a cell. */
export interface Column {
  id?: string;
  /** A fact's name, `now()`, or the difference of two: `arrival - reported`. */
  expression: string;
  /** Default: of the fact; else what the cells compare with. */
  type?: ValueType;
  /** In one language, as DMN has it; for `say` in both. */
  label?: string;
  say?: Say;
  /** S-FEEL: the only values there are, such as `"green", "yellow", "red"` or `[0..120]`. Default: any of the type. */
  values?: string;
}

/** A part of the outcome. */
export interface Output {
  id?: string;
  /** Needed where there are several. */
  name?: string;
  label?: string;
  type?: ValueType;
  /** S-FEEL: the only values there are. */
  values?: string;
  /** A constant: the outcome where no rule applies. Default: null; a `COLLECT` list is then empty. */
  otherwise?: string;
  /** How its values are said. */
  words?: readonly OutcomeWords[];
}

export interface Rule {
  id?: string;
  /** One S-FEEL cell a column; `-` or empty: anything. */
  when: readonly string[];
  /** One constant an output; empty: null. */
  gives: readonly string[];
  /** Ids of the cells of `when` in their file. */
  cells?: readonly (string | undefined)[];
  description?: string;
  /** One a heading of the table's `annotations`. */
  annotations?: readonly string[];
}

/** Who issued a table, where it is written, from when to when it holds, where to appeal. */
export interface Issue {
  version?: string;
  /** The first instant at which it holds: ISO 8601 with an offset, or a date (its first instant in `zone`). Default: always. */
  from?: string;
  /** The first instant at which it no longer holds; a date: the last day. Default: until replaced. */
  until?: string;
  issuer?: Say;
  document?: Say;
  appeal?: Say;
  /** Offset that times without one are read in. Default `+08:00`. */
  zone?: string;
  /** Some of it is told nowhere, but set for a demonstration. */
  invented?: true;
}

export interface DecisionTable {
  id: string;
  name: string;
  say?: Say;
  issue?: Issue;
  hitPolicy: HitPolicy;
  aggregation?: Aggregation;
  facts?: readonly Fact[];
  columns: readonly Column[];
  outputs: readonly Output[];
  /**
   * Headings of what rules are annotated with. `why zh-CN`, `why en`, `do zh-CN`, `do en`, `again zh-CN`, `again en` are told with the answer: why it is so,
   * what to do, when it is looked at again.
   */
  annotations?: readonly string[];
  rules: readonly Rule[];
}

/** A fact that is missing is unknown; one that is `null` is known to be nothing. */
export type Facts = Readonly<Record<string, unknown>>;
