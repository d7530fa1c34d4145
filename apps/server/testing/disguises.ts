import { createHash } from 'node:crypto';

/** What to look for so that a text is found however it lies there: as it is, encoded, or hashed without a key. */
export function disguises(text: string): Map<string, Buffer> {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  const forms: [string, Buffer][] = [
    ['as it is', utf8],
    ['UTF-16', utf16],
    ['UTF-16, the other way round', Buffer.from(utf16).swap16()],
    ['JSON', Buffer.from(escaped(text))],
  ];
  const found = new Map(forms);
  found.set('hex', Buffer.from(utf8.toString('hex')));
  for (const [name, bytes] of forms)
    for (const ahead of [0, 1, 2]) found.set(`${name}, base64 +${ahead}`, base64(bytes, ahead));
  for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
    const hash = createHash(algorithm).update(utf8).digest();
    found.set(algorithm, hash);
    found.set(`${algorithm}, hex`, Buffer.from(hash.toString('hex')));
    found.set(`${algorithm}, base64`, base64(hash, 0));
  }
  return found;
}

/** What is the same in base64 wherever the bytes stand among others. */
function base64(bytes: Buffer, ahead: number): Buffer {
  const coded = Buffer.concat([Buffer.alloc(ahead), bytes]).toString('base64');
  const whole = Math.floor(((ahead + bytes.length) * 8) / 6);
  return Buffer.from(coded.slice(Math.ceil((ahead * 8) / 6), whole));
}

const escaped = (text: string) =>
  Array.from(
    { length: text.length },
    (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
