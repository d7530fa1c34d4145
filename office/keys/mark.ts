import { createHmac, hkdfSync } from 'node:crypto';
import { boundTo, keyBytes, type RecordName } from './envelope.ts';

/**
 * The same for the same text under the same name, so that it can be found again without standing there. Unlike a plain
 * hash it cannot be tried through without the response's key, which it dies with.
 */
export function mark(responseKey: Buffer, name: RecordName, text: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', responseKey, '', 'liangbuwu mark', keyBytes));
  return createHmac('sha256', key).update(boundTo(name)).update('\0').update(text, 'utf8').digest();
}
