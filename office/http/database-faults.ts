import { type Refusal, refuse } from './refusal.ts';
import { changedMeanwhile, databaseAway, malformed, outsideYourArea } from './shared-refusals.ts';

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** Undone by PostgreSQL for no fault of the request: a deadlock or a serialization failure. */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01';
}

const away = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT)$/;
// What is still undone after every attempt is told like a conflict: others are at the same rows.
const conflict = /^(23505|23503|23001|40001|40P01)$/;
const badValue = /^(22P02|22003|22007|22008|22021|22P05|22001|23514)$/;

// The message is in the server's language; where in PostgreSQL it arose is not.
const isPolicy = (error: Error): boolean =>
  'routine' in error && error.routine === 'ExecWithCheckOptions';

/** What a fault from the database means to who asked; undefined where it is our own fault. */
export function databaseFault(error: unknown): Refusal | undefined {
  const code = codeOf(error);
  if (code === undefined) {
    return error instanceof Error && /Connection terminated|connection error/i.test(error.message)
      ? refuse(databaseAway, undefined)
      : undefined;
  }
  if (away.test(code)) return refuse(databaseAway, undefined);
  if (conflict.test(code)) return refuse(changedMeanwhile, undefined);
  if (code === '42501' && isPolicy(error as Error)) return refuse(outsideYourArea, undefined);
  if (badValue.test(code)) return refuse(malformed, undefined);
  return undefined;
}
