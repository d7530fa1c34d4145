import type { Say } from '../water-day.ts';

/** Every way in which a file can break `water-day/1` or `water-day-plan/1`; see ../codes.md. */
export type FormatCode =
  | 'json-syntax'
  | 'json-duplicate-key'
  | 'wrong-type'
  | 'wrong-format'
  | 'missing-key'
  | 'unknown-key'
  | 'not-whole'
  | 'out-of-range'
  | 'not-a-date'
  | 'not-an-interval'
  | 'empty-interval'
  | 'empty-list'
  | 'duplicate-id'
  | 'unknown-place'
  | 'matrix-size'
  | 'tier-falls'
  | 'tier-count'
  | 'loaded-over-size'
  | 'unknown-kind'
  | 'unknown-operation'
  | 'not-a-pointer'
  | 'more-faults';

export interface FormatFault {
  /** JSON pointer (RFC 6901) to what is wrong; keys longer than 80 characters are cut. */
  path: string;
  code: FormatCode;
  /** What is wrong. */
  say: Say;
  /** What would be right. */
  expected: Say;
}

export type Parsed<Name extends string, T> =
  | ({ ok: true } & Record<Name, T>)
  | { ok: false; faults: FormatFault[] };

/** So many faults are listed; one more line then says that there are others. */
export const MOST_FAULTS = 100;

export class FaultList {
  readonly #listed: FormatFault[] = [];
  #more = false;

  add(path: string, code: FormatCode, say: Say, expected: Say): void {
    if (this.full) this.#more = true;
    else this.#listed.push({ path, code, say, expected });
  }

  get full(): boolean {
    return this.#listed.length >= MOST_FAULTS;
  }

  get none(): boolean {
    return this.#listed.length === 0;
  }

  /** The listed faults, closed by one line when there are more of them. */
  close(): FormatFault[] {
    if (!this.#more) return this.#listed;
    const closing: FormatFault = {
      path: '',
      code: 'more-faults',
      say: {
        'zh-CN': `还有更多错误，这里只列出前 ${MOST_FAULTS} 处`,
        en: `has more faults; only the first ${MOST_FAULTS} are listed`,
      },
      expected: {
        'zh-CN': '先改正已列出的错误，再检查一次',
        en: 'to be checked again once those are put right',
      },
    };
    return [...this.#listed, closing];
  }
}

/** `path` with one more step, escaped as RFC 6901 asks and cut when the key is huge. */
export function below(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}/${key}`;
  const escaped = key.replaceAll('~', '~0').replaceAll('/', '~1');
  return `${path}/${escaped.length > 80 ? `${escaped.slice(0, 80)}…` : escaped}`;
}
