import { createHash } from 'node:crypto';
import type { RecordName } from '../keys/envelope.ts';
import type { ResponseKeys } from '../keys/response-keys.ts';
import { secretOf } from './code.ts';

/**
 * What opens somebody's own page. It is drawn from the response's key, so that it can be told again, and is kept
 * nowhere; once the key is destroyed nobody can draw it any more.
 */
export const secretFor = (keys: ResponseKeys, name: RecordName): string =>
  secretOf(keys.mark(name, 'secret of a page'));

/** What of a secret stands in the database. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
