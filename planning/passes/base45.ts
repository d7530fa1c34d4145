/** The characters of QR's alphanumeric mode, in order of their value (RFC 9285, table 1). */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const values = new Map([...alphabet].map((char, value) => [char, value]));

/**
 * Base45 (RFC 9285): three characters for two bytes, two for a last one.
 *
 * @param bytes of any length.
 * @returns text for QR's alphanumeric mode; it may hold spaces, at its end too.
 */
export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const [high = 0, low] = bytes.subarray(i, i + 2);
    const value = low === undefined ? high : high * 256 + low;
    text += (alphabet[value % 45] ?? '') + (alphabet[Math.floor(value / 45) % 45] ?? '');
    if (low !== undefined) text += alphabet[Math.floor(value / 2025)] ?? '';
  }
  return text;
}

/**
 * The bytes of a Base45 text. One text, one sequence of bytes: nothing else is taken (RFC 9285, section 6).
 *
 * @returns `undefined` for another character (lower case too), a single character at the end, or a group beyond its bytes.
 */
export function fromBase45(text: string): Uint8Array | undefined {
  const rest = text.length % 3;
  if (rest === 1) return undefined;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (rest === 2 ? 1 : 0));
  let at = 0;
  for (let i = 0; i < text.length; i += 3) {
    const whole = i + 2 < text.length;
    const c = values.get(text[i] ?? '');
    const d = values.get(text[i + 1] ?? '');
    const e = whole ? values.get(text[i + 2] ?? '') : 0;
    if (c === undefined || d === undefined || e === undefined) return undefined;
    const value = c + d * 45 + e * 2025;
    if (value > (whole ? 0xffff : 0xff)) return undefined;
    if (whole) bytes[at++] = value >> 8;
    bytes[at++] = value & 0xff;
  }
  return bytes;
}
