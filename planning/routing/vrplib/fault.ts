import type { Say } from '../refuse/fault.ts';

/** Every way in which a file can be broken. */
export type FileCode =
  | 'not-vrplib'
  | 'not-solution'
  | 'too-large'
  | 'unreadable-line'
  | 'unknown-key'
  | 'key-twice'
  | 'missing-key'
  | 'unknown-section'
  | 'section-twice'
  | 'missing-section'
  | 'unexpected-section'
  | 'unknown-type'
  | 'unknown-edge-weight-type'
  | 'unknown-edge-weight-format'
  | 'not-number'
  | 'not-whole'
  | 'out-of-range'
  | 'row-length'
  | 'wrong-dimension'
  | 'unknown-node'
  | 'duplicate-node'
  | 'wrong-matrix-size'
  | 'too-far'
  | 'no-depot'
  | 'no-client'
  | 'several-depots'
  | 'unknown-depot'
  | 'unknown-vehicle'
  | 'unknown-client'
  | 'depot-with-demand'
  | 'depot-with-release'
  | 'demand-over-capacity'
  | 'window-reversed'
  | 'more-faults';

export interface FileFault {
  code: FileCode;
  /** Counted from 1; 0 for the file as a whole. */
  line: number;
  /** Key or section: `DEMAND_SECTION`. Empty for the file as a whole. */
  at: string;
  /** What is wrong. */
  cause: Say;
  /** What to do about it. */
  remedy: Say;
}

/** So many faults are listed; one more then says that there are others. */
const MOST_FAULTS = 100;

export type Words = readonly [zh: string, en: string];

export class FileFaults {
  readonly #listed: FileFault[] = [];
  #more = false;

  add(code: FileCode, line: number, at: string, cause: Words, remedy: Words): void {
    if (this.full) this.#more = true;
    else this.#listed.push({ code, line, at, cause: say(cause), remedy: say(remedy) });
  }

  get none(): boolean {
    return this.#listed.length === 0;
  }

  /** Nothing further would be listed. */
  get full(): boolean {
    return this.#listed.length >= MOST_FAULTS;
  }

  /** In the order of the file, closed by one more when there are others. */
  close(): FileFault[] {
    const listed = this.#listed.toSorted((a, b) => a.line - b.line);
    if (!this.#more) return listed;
    const cause: Words = [
      `还有更多错误，这里只列出前 ${MOST_FAULTS} 处`,
      `there are more faults; the first ${MOST_FAULTS} are listed`,
    ];
    const remedy: Words = ['先改正已列出的，再试一次', 'put those right, then try again'];
    return [
      ...listed,
      { code: 'more-faults', line: 0, at: '', cause: say(cause), remedy: say(remedy) },
    ];
  }
}

/** What stands there, short enough for a sentence. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

function say([zh, en]: Words): Say {
  return { 'zh-CN': zh, en };
}
