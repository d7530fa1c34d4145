import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Answer } from './answer.ts';

/** What a run depends on. */
export interface RunKey {
  solver: string;
  /** Release and hash of the program that asks it. */
  version: string;
  /** Hash of the instance. */
  data: string;
  seconds: number;
  seed: number;
}

/** Finished runs in a file of JSON lines, so that what was interrupted goes on where it was. */
export class Runs {
  readonly #file: string;
  readonly #known = new Map<string, Answer>();

  constructor(file: string, fresh: boolean) {
    this.#file = file;
    if (fresh) rmSync(file, { force: true });
    mkdirSync(dirname(file), { recursive: true });
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    for (const line of lines) {
      const run = parseLine(line);
      if (run) this.#known.set(textOf(run.key), run.answer);
    }
  }

  find(key: RunKey): Answer | undefined {
    return this.#known.get(textOf(key));
  }

  add(key: RunKey, answer: Answer): void {
    this.#known.set(textOf(key), answer);
    appendFileSync(this.#file, `\n${JSON.stringify({ key, answer })}`);
  }
}

function textOf({ solver, version, data, seconds, seed }: RunKey): string {
  return JSON.stringify([solver, version, data, seconds, seed]);
}

/** A line may be cut off where its writer was stopped. */
function parseLine(line: string): { key: RunKey; answer: Answer } | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
