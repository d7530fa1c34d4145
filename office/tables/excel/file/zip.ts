import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { refuse } from '../../../http/refusal.ts';
import { damagedSheet, passwordProtected, unpacksTooLarge } from '../refusals.ts';
import { type Bytes, pieces } from './bytes.ts';

/** A file within a zip, as the zip's own list of contents has it. */
export interface Entry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  /** Where its local header begins. */
  at: number;
}

const signatures = { end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 };
const endLength = 22;
const longestComment = 0xffff;
const inExtra = 0xffffffff;

const damaged = (part: string) => refuse(damagedSheet, { part });
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** By name in lower case, without a leading slash: what writers make of the names differs in both. */
export async function listEntries(bytes: Bytes): Promise<Map<string, Entry>> {
  const { at, length, count } = await findDirectory(bytes);
  if (at + length > bytes.size || length > 16 * 2 ** 20) throw damaged('zip');
  const directory = view(await bytes.read(at, length));
  const entries = new Map<string, Entry>();
  let offset = 0;
  for (let i = 0; i < count; i++) {
    if (offset + 46 > length || directory.getUint32(offset, true) !== 0x02014b50) {
      throw damaged('zip');
    }
    if (directory.getUint16(offset + 8, true) & 1) throw refuse(passwordProtected, undefined);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      directory.getUint16(offset + field, true),
    ) as [number, number, number];
    const end = offset + 46 + nameLength + extraLength + commentLength;
    if (end > length) throw damaged('zip');
    const entry = readEntry(directory, offset, nameLength, extraLength);
    const key = entryKey(entry.name);
    // Two of one name: which one a program reads is anybody's guess.
    if (entries.has(key)) throw damaged(entry.name);
    entries.set(key, entry);
    offset = end;
  }
  return entries;
}

export const entryKey = (name: string) =>
  name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

function readEntry(
  directory: DataView,
  offset: number,
  nameLength: number,
  extraLength: number,
): Entry {
  const at = directory.byteOffset + offset + 46;
  const name = Buffer.from(directory.buffer as ArrayBuffer, at, nameLength).toString('utf8');
  const extra = new DataView(directory.buffer, at + nameLength, extraLength);
  const [packed, unpacked, start] = [20, 24, 42].map((field) =>
    directory.getUint32(offset + field, true),
  ) as [number, number, number];
  const large = largeFields(extra);
  const orLarge = (field: number) => (field === inExtra ? (large.shift() ?? field) : field);
  // The extra field holds only what did not fit, in this order.
  const sizes = { unpacked: orLarge(unpacked), packed: orLarge(packed), at: orLarge(start) };
  return {
    name,
    method: directory.getUint16(offset + 10, true),
    crc: directory.getUint32(offset + 16, true),
    ...sizes,
  };
}

function largeFields(extra: DataView): number[] {
  for (let at = 0; at + 4 <= extra.byteLength; ) {
    const length = extra.getUint16(at + 2, true);
    if (extra.getUint16(at, true) === 1 && at + 4 + length <= extra.byteLength) {
      const fields = Math.floor(Math.min(length, 24) / 8);
      return Array.from({ length: fields }, (_, i) =>
        Number(extra.getBigUint64(at + 4 + 8 * i, true)),
      );
    }
    at += 4 + length;
  }
  return [];
}

async function findDirectory(bytes: Bytes): Promise<{ at: number; length: number; count: number }> {
  const from = Math.max(0, bytes.size - endLength - longestComment);
  const tail = view(await bytes.read(from, bytes.size - from));
  for (let at = tail.byteLength - endLength; at >= 0; at--) {
    if (tail.getUint32(at, true) !== signatures.end) continue;
    const end = {
      count: tail.getUint16(at + 10, true),
      length: tail.getUint32(at + 12, true),
      at: tail.getUint32(at + 16, true),
    };
    const large = end.count === 0xffff || end.length === inExtra || end.at === inExtra;
    return large ? findLargeDirectory(bytes, from + at) : end;
  }
  throw damaged('zip');
}

async function findLargeDirectory(bytes: Bytes, end: number) {
  const locator = view(await bytes.read(Math.max(0, end - 20), 20));
  if (locator.byteLength < 20 || locator.getUint32(0, true) !== signatures.locator64) {
    throw damaged('zip');
  }
  const record = view(await bytes.read(Number(locator.getBigUint64(8, true)), 56));
  if (record.byteLength < 56 || record.getUint32(0, true) !== signatures.end64) {
    throw damaged('zip');
  }
  const [count, length, at] = [32, 40, 48].map((field) =>
    Number(record.getBigUint64(field, true)),
  ) as [number, number, number];
  return { count, length, at };
}

/** What a zip's file holds, unpacked piece by piece; refused as soon as it proves larger than it says or than allowed. */
export async function* unpack(
  bytes: Bytes,
  entry: Entry,
  most: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  if (entry.unpacked > most) throw refuse(unpacksTooLarge, { bytes: most });
  const header = view(await bytes.read(entry.at, 30));
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) throw damaged(entry.name);
  const from = entry.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  if (from + entry.packed > bytes.size) throw damaged(entry.name);
  const packed = pieces(bytes, from, entry.packed, signal);
  let size = 0;
  let crc = 0;
  for await (const piece of inflated(packed, entry)) {
    signal?.throwIfAborted();
    size += piece.length;
    if (size > entry.unpacked) throw damaged(entry.name);
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.unpacked || crc !== entry.crc) throw damaged(entry.name);
}

async function* inflated(
  packed: AsyncGenerator<Uint8Array>,
  entry: Entry,
): AsyncGenerator<Uint8Array> {
  if (entry.method === 0) {
    yield* packed;
    return;
  }
  if (entry.method !== 8) throw damaged(entry.name);
  const inflate = createInflateRaw();
  // Its error reaches the loop below through `inflate`.
  pipeline(Readable.from(packed), inflate, () => {});
  try {
    for await (const piece of inflate) yield piece as Uint8Array;
  } catch (error) {
    throw isOfZlib(error) ? damaged(entry.name) : error;
  } finally {
    inflate.destroy();
  }
}

const isOfZlib = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
