/** Every way in which a problem can be broken; see ../check/codes.md. */
export type ProblemCode =
  | 'missing'
  | 'wrong-type'
  | 'not-whole'
  | 'out-of-range'
  | 'id-empty'
  | 'id-twice'
  | 'unknown-id'
  | 'list-empty'
  | 'start-twice'
  | 'ends-before'
  | 'openings-overlap'
  | 'with-itself'
  | 'most-below-least'
  | 'sum-over'
  | 'more-faults';

export interface Say {
  'zh-CN': string;
  en: string;
}

export interface ProblemFault {
  code: ProblemCode;
  /** Where in the problem: `activities[3].people`. Empty for the problem itself. */
  at: string;
  /** What is wrong. */
  cause: Say;
  /** What to do about it. */
  remedy: Say;
}

/** So many faults are listed; one more then says that there are others. */
export const MOST_FAULTS = 100;

export class FaultList {
  readonly #listed: ProblemFault[] = [];
  #more = false;

  add(code: ProblemCode, at: string, cause: Say, remedy: Say): void {
    if (this.#listed.length < MOST_FAULTS) this.#listed.push({ code, at, cause, remedy });
    else this.#more = true;
  }

  get none(): boolean {
    return this.#listed.length === 0;
  }

  /** The listed faults, closed by one more when there are others. */
  close(): ProblemFault[] {
    if (!this.#more) return this.#listed;
    const cause = say(
      `还有更多错误，这里只列出前 ${MOST_FAULTS} 处`,
      `has more faults; the first ${MOST_FAULTS} are listed`,
    );
    const remedy = say('先改正已列出的，再试一次', 'put those right, then try again');
    return [...this.#listed, { code: 'more-faults', at: '', cause, remedy }];
  }
}

export function say(zh: string, en: string): Say {
  return { 'zh-CN': zh, en };
}
