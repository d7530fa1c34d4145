import { createHash } from 'node:crypto';

/** Does not name the key, but is the same for the same key only. */
export const fingerprintOf = (key: Buffer): string =>
  createHash('sha256').update('liangbuwu response key\0').update(key).digest('hex').slice(0, 32);
