import type { Say } from '../http/say.ts';

/** The database cannot be used as it is: one clear line with the remedy, then the end. */
export class DatabaseRefused extends Error {
  readonly code: string;
  readonly says: Say;
  readonly remedy: Say;

  constructor(code: string, said: { cause: Say; remedy: Say }) {
    super(`${said.cause.en} ${said.remedy.en}`);
    this.name = 'DatabaseRefused';
    this.code = code;
    this.says = said.cause;
    this.remedy = said.remedy;
  }
}
