import { z } from 'zod';

/** Sealed lengths are multiples of this: else 绿 and 红, or a short name and a long one, could be told apart by them. */
const step = 256;
// Made loose once: making a schema anew takes longer than opening what it reads.
const Padded = z.looseObject({ pad: z.string() });

export function pad(plain: object): object {
  const length = Buffer.byteLength(JSON.stringify({ ...plain, pad: '' }));
  return { ...plain, pad: ' '.repeat((step - (length % step)) % step) };
}

export function unpad(opened: unknown): object {
  const { pad: _, ...plain } = Padded.parse(opened);
  return plain;
}
