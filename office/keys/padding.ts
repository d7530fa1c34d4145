import { z } from 'zod';

/** Sealed lengths are multiples of this: else 绿 and 红 could be told apart by how long they are. */
const step = 256;
const Padded = z.object({ pad: z.string() });

/** What is to be sealed, filled up. */
export function pad(plain: object): object {
  const length = Buffer.byteLength(JSON.stringify({ ...plain, pad: '' }));
  return { ...plain, pad: ' '.repeat((step - (length % step)) % step) };
}

/** What was opened, without what filled it up. */
export function unpad(opened: unknown): object {
  const { pad: _, ...plain } = Padded.loose().parse(opened);
  return plain;
}
