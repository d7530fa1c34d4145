import type { PlainCell } from '../plain-cell.ts';
import { serialDay } from '../xlsx/moments.ts';
import { type CellFault, noSuchDay, notADay, twoDigitYear } from './faults.ts';

// A plain number below may as well be a year: 2022 as a day would be in 1905.
const firstSerial = 18_264;
const lastSerial = 109_574;

/** `2022-11-10` of however a day is written; a time of day behind it is left out. */
export function parseDay(cell: PlainCell): string | CellFault {
  if (typeof cell === 'number') {
    if (cell >= firstSerial && cell < lastSerial + 1) return serialDay(Math.floor(cell));
    if (!/^\d{8}$/.test(String(cell))) return notADay(cell);
  }
  const text = String(cell)
    .normalize('NFKC')
    .replace(/\([^()]*\)|(星期|周)[一二三四五六日天]/g, ' ')
    .trim();
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{1,4})\s*[-/.年‐‑–—]\s*(\d{1,2})\s*[-/.月‐‑–—]\s*(\d{1,2})\s*[日号.]?(?:[\sT]+\d{1,2}[:时点].*)?$/.exec(
      text,
    );
  if (!parts) return notADay(cell);
  const [year = '', month, day] = parts.slice(1);
  if (year.length <= 2) return twoDigitYear(cell);
  return calendarDay(Number(year), Number(month), Number(day)) ?? noSuchDay(cell);
}

function calendarDay(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2199) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : undefined;
}
