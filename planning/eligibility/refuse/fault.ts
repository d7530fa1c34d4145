import type { Say } from '../table.ts';

/** Every way in which a table can be broken or doubtful; see codes.md. */
export type TableCode =
  | 'missing'
  | 'wrong-type'
  | 'too-large'
  | 'id-twice'
  | 'unknown-hit-policy'
  | 'unknown-aggregation'
  | 'aggregation-needs-number'
  | 'bad-date'
  | 'bad-zone'
  | 'cell-count'
  | 'unreadable-cell'
  | 'unsupported-cell'
  | 'wrong-type-in-cell'
  | 'type-unclear'
  | 'unsupported-expression'
  | 'unknown-type'
  | 'overlap'
  | 'disagreement'
  | 'gap'
  | 'gap-not-ruled-out'
  | 'column-unused'
  | 'cell-never'
  | 'rule-never'
  | 'more-faults';

/** Every way in which a DMN file can be unfit to be read. */
export type DmnCode =
  | 'too-large'
  | 'doctype'
  | 'broken-xml'
  | 'not-dmn'
  | 'no-table'
  | 'unsupported-language'
  | 'unknown-hit-policy'
  | 'unknown-type';

/** Every way in which facts, or the moment asked for, can be unfit to decide by. */
export type FactCode =
  | 'not-facts'
  | 'wrong-type'
  | 'not-allowed'
  | 'no-clock'
  | 'bad-clock'
  | 'not-in-force';

export interface Fault<Code extends string = string> {
  code: Code;
  /** Where: `rules[2].when[0]`, `hours`. Empty for the whole. */
  at: string;
  /** What is wrong. */
  cause: Say;
  /** What to do about it. */
  remedy: Say;
}

export interface TableFault extends Fault<TableCode> {
  /** No decision can be made by the table as it stands. Otherwise it is only not fit to be published. */
  bars: boolean;
  /** The cell's id in its file, where it has one. */
  cell?: string;
}

/** So many faults are listed; one more then says that there are others. */
export const MOST_FAULTS = 100;

export function say(zh: string, en: string): Say {
  return { 'zh-CN': zh, en };
}

export class FaultList {
  readonly #listed: TableFault[] = [];
  #more = false;
  #barred = false;

  /** A fault that bars decisions. */
  add(code: TableCode, at: string, cause: Say, remedy: Say, cell?: string): void {
    this.#barred = true;
    this.#push({ code, at, cause, remedy, bars: true, ...(cell !== undefined && { cell }) });
  }

  /** A fault that only bars publishing. */
  doubt(code: TableCode, at: string, cause: Say, remedy: Say, cell?: string): void {
    this.#push({ code, at, cause, remedy, bars: false, ...(cell !== undefined && { cell }) });
  }

  #push(fault: TableFault): void {
    if (this.#listed.length < MOST_FAULTS) this.#listed.push(fault);
    else this.#more = true;
  }

  /** More faults would not be listed. */
  get isFull(): boolean {
    return this.#more;
  }

  get barred(): boolean {
    return this.#barred;
  }

  /** The listed faults, closed by one more when there are others. */
  close(): TableFault[] {
    if (!this.#more) return this.#listed;
    const cause = say(
      `还有更多问题，这里只列出前 ${MOST_FAULTS} 处`,
      `has more faults; the first ${MOST_FAULTS} are listed`,
    );
    const remedy = say('先改正已列出的，再试一次', 'put those right, then try again');
    const bars = this.#barred;
    return [...this.#listed, { code: 'more-faults', at: '', cause, remedy, bars }];
  }
}
