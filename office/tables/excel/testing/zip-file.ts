import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  name: string;
  content: string | Uint8Array;
  stored?: boolean;
  /** What the zip says, if not the truth. */
  unpacked?: number;
  crc?: number;
  flags?: number;
}

const le = (...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]) =>
  Buffer.concat(
    fields.map(([bytes, value]) => {
      const field = Buffer.alloc(8);
      field.writeBigUInt64LE(BigInt(value));
      return field.subarray(0, bytes);
    }),
  );
const beyond = 0xffffffff;

/** A zip as other programs write it, or as somebody with bad intentions does. `large`: with the fields for more than 4 GB. */
export function zipFile(parts: readonly ZipPart[], { large = false } = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, stored = false, flags = 0, ...part } of parts) {
    const content = Buffer.from(part.content as string);
    const packed = stored ? content : deflateRawSync(content);
    const unpacked = part.unpacked ?? content.length;
    const crc = part.crc ?? crc32(content);
    const bytes = Buffer.from(name);
    const begin = le([2, 20], [2, flags], [2, stored ? 0 : 8], [4, 0], [4, crc]);
    const sizes = le([4, packed.length], [4, unpacked], [2, bytes.length]);
    locals.push(
      Buffer.concat([Buffer.from('PK\u0003\u0004'), begin, sizes, le([2, 0]), bytes, packed]),
    );
    const extra = large ? le([2, 1], [2, 24], [8, unpacked], [8, packed.length], [8, at]) : le();
    const listed = large ? le([4, beyond], [4, beyond], [2, bytes.length]) : sizes;
    const tail = le([2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, large ? beyond : at]);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        le([2, 20]),
        begin,
        listed,
        tail,
        bytes,
        extra,
      ]),
    );
    at += locals.at(-1)?.length ?? 0;
  }
  const list = Buffer.concat(directory);
  const count = parts.length;
  const largeEnd = Buffer.concat([
    Buffer.from('PK\u0006\u0006'),
    le(
      [8, 44],
      [2, 45],
      [2, 45],
      [4, 0],
      [4, 0],
      [8, count],
      [8, count],
      [8, list.length],
      [8, at],
    ),
    Buffer.from('PK\u0006\u0007'),
    le([4, 0], [8, at + list.length], [4, 1]),
  ]);
  const [size, start] = large ? [beyond, beyond] : [list.length, at];
  const end = le([2, 0], [2, 0], [2, count], [2, count], [4, size], [4, start], [2, 0]);
  return Buffer.concat([
    ...locals,
    list,
    ...(large ? [largeEnd] : []),
    Buffer.from('PK\u0005\u0006'),
    end,
  ]);
}
