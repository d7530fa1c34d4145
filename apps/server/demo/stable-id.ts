import { createHash } from 'node:crypto';

/** The same UUID (RFC 9562, version 8) for the same name: loading the demonstration again changes nothing. */
export function stableId(name: string): string {
  const bytes = createHash('sha256').update(`liangbuwu demo ${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
