import type { Qr } from './qr.ts';

/** A QR code as one SVG path, a unit a module. */
export function qrPath({ modules }: Pick<Qr, 'modules'>): string {
  return modules
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1]) return [];
        const end = row.indexOf(false, x);
        return [`M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`];
      }),
    )
    .join('');
}
