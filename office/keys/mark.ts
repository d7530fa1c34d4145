import { createHmac, hkdfSync } from 'node:crypto';
import { boundTo, keyBytes, type RecordName } from './envelope.ts';

/** What marks of a response, or of the register, are made with. */
export const markKeyOf = (key: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', 'liangbuwu mark', keyBytes));

/**
 * The same for the same text under the same name, so that it can be found again without standing there. Unlike a plain
 * hash it cannot be tried through without the response's key, which it dies with.
 *
 * @param markKey as {@link markKeyOf} gives it.
 */
export function mark(markKey: Buffer, name: RecordName, text: string): Buffer {
  return createHmac('sha256', markKey)
    .update(boundTo(name))
    .update('\0')
    .update(text, 'utf8')
    .digest();
}
