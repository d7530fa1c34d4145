/** Sealed lengths are multiples of this: else 绿 and 红, or a short name and a long one, could be told apart by them. */
const step = 256;

export function pad(plain: object): object {
  const length = Buffer.byteLength(JSON.stringify({ ...plain, pad: '' }));
  return { ...plain, pad: ' '.repeat((step - (length % step)) % step) };
}

/** @throws RangeError where it is nothing that {@link pad} made. */
export function unpad(opened: unknown): object {
  if (typeof opened !== 'object' || opened === null || !('pad' in opened))
    throw new RangeError('unpadded');
  const { pad: _, ...plain } = opened;
  return plain;
}
