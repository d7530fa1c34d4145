import { Inflate, zlibSync } from 'fflate';
import { concat } from '../bytes.ts';

/** Bits for each pass (draft-ietf-oauth-status-list, section 4). */
export type StatusBits = 1 | 2 | 4 | 8;

/** The status of many passes by their places; a byte's lowest bits come first. */
export interface StatusList {
  bits: StatusBits;
  bytes: Uint8Array;
}

/** Status types of the draft, section 7.1. Others mean nothing here, and count as refused. */
export const VALID = 0;
export const REVOKED = 1;
/** For a while; needs two bits. */
export const SUSPENDED = 2;

/** A status list in the draft's CBOR form (section 4.3), deflated with ZLIB (RFC 1950). */
export interface PackedStatusList {
  bits: StatusBits;
  lst: Uint8Array;
}

/** The most bytes that a list may have: 131,072 places of 8 bits. */
export const MOST_BYTES = 131_072;

/**
 * A list on which every pass is valid.
 *
 * @param places how many; rounded up to whole bytes.
 * @param bits 1 for valid and revoked, 2 for suspended as well. Default 1.
 */
export function makeStatusList(places: number, bits: StatusBits = 1): StatusList {
  const bytes = Math.ceil((places * bits) / 8);
  if (!Number.isInteger(places) || places < 1 || bytes > MOST_BYTES) {
    throw new RangeError(`a status list has 1 to ${(MOST_BYTES * 8) / bits} places`);
  }
  return { bits, bytes: new Uint8Array(bytes) };
}

/** The status at a place; `undefined` beyond the list's end. */
export function findStatus({ bits, bytes }: StatusList, index: number): number | undefined {
  const byte = bytes[Math.floor((index * bits) / 8)];
  if (byte === undefined) return undefined;
  return (byte >> ((index * bits) % 8)) & (2 ** bits - 1);
}

/**
 * Writes a status into the list.
 *
 * @throws RangeError for a place beyond its end, or a status beyond its bits.
 */
export function setStatus({ bits, bytes }: StatusList, index: number, status: number): void {
  const at = Math.floor((index * bits) / 8);
  const byte = bytes[at];
  const most = 2 ** bits - 1;
  if (byte === undefined || !Number.isInteger(status) || status < 0 || status > most) {
    throw new RangeError(`no place ${index}, or no status ${status}, in this list`);
  }
  const shift = (index * bits) % 8;
  bytes[at] = (byte & ~(most << shift)) | (status << shift);
}

/** A list in the form that is signed; `bytes` is copied. */
export function packStatusList({ bits, bytes }: StatusList): PackedStatusList {
  return { bits, lst: zlibSync(bytes, { level: 9 }) };
}

/**
 * Inflates a list, and stops where it grows beyond what a list can be.
 *
 * @returns `undefined` for what is no ZLIB stream, is cut off, is empty or is larger than 131,072 bytes.
 */
export function unpackStatusList({ bits, lst }: PackedStatusList): StatusList | undefined {
  const bytes = inflate(lst, MOST_BYTES);
  return bytes && bytes.length > 0 ? { bits, bytes } : undefined;
}

/** So few bytes at a time cannot become much before it is noticed: deflate's factor is 1,032 at most. */
const STEP = 256;

/** A ZLIB stream inflated, if it has an end and is no larger than `most`. */
export function inflate(zlib: Uint8Array, most: number): Uint8Array | undefined {
  const [method = 0, flags = 0] = zlib;
  // CM 8, no preset dictionary, and the check of both bytes (RFC 1950, section 2.2).
  if ((method & 0x0f) !== 8 || flags & 0x20 || (method * 256 + flags) % 31 !== 0) return undefined;
  const deflated = zlib.subarray(2, -4);
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((part) => {
    parts.push(part);
    length += part.length;
  });
  try {
    for (let at = 0; at < deflated.length && length <= most; at += STEP) {
      stream.push(deflated.subarray(at, at + STEP), at + STEP >= deflated.length);
    }
  } catch {
    return undefined;
  }
  if (length > most || deflated.length === 0) return undefined;
  const whole = concat(...parts);
  return adler32(whole) ===
    new DataView(zlib.buffer, zlib.byteOffset + zlib.length - 4, 4).getUint32(0)
    ? whole
    : undefined;
}

/** The checksum at a ZLIB stream's end (RFC 1950, section 9), which fflate passes over. */
function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return b * 65_536 + a;
}
