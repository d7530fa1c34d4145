import { encode } from 'uqr';

/** Light modules that must lie around a code (ISO/IEC 18004). */
export const quietZone = 4;

/** A QR code as one SVG path, a unit a module, its quiet zone within the size. */
export function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const runs = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark && !row[x - 1] ? [run(row, x, y)] : [])),
  );
  return { size, path: runs.join('') };
}

/** The dark modules from here on as one bar. */
function run(row: readonly boolean[], x: number, y: number): string {
  const end = row.indexOf(false, x);
  return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`;
}
