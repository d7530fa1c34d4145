import type { Column } from '../../column.ts';
import type { PlainCell } from '../plain-cell.ts';
import { type CellFault, notANumber, notWhole, otherUnit } from './faults.ts';

/** How many places the point moves to the right. Longer words first. */
const counting = [
  ['千万', 7],
  ['百万', 6],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
] as const;
const litres = new Map([
  ...['毫升', 'ml'].map((unit) => [unit, -3] as const),
  ...['升', '公升', 'l', 'litre', 'litres', 'liter', 'liters'].map((unit) => [unit, 0] as const),
  // A tonne of water.
  ...['吨', 't', '立方', '立方米', '方', 'm3', '千升', 'kl'].map((unit) => [unit, 3] as const),
]);

const tidy = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** A number, in the column's own unit. `unit` is what its header says. */
export function parseNumber(
  column: Column,
  cell: PlainCell,
  unit: string | undefined,
): number | CellFault {
  const read = typeof cell === 'number' ? { digits: String(cell), behind: '' } : split(cell);
  if (!read) return notANumber(cell);
  const places = placesOf(column, read.behind, unit);
  if (places === undefined) return otherUnit(read.behind, column.unit);
  const value = shifted(read.digits, places);
  if (!Number.isFinite(value)) return notANumber(cell);
  if (column.kind === 'decimal') return value;
  const whole = Math.round(value);
  // What a formula gives may be off in the fifteenth digit.
  const near = Math.abs(value - whole) <= Math.abs(value) * 1e-12;
  return near && Number.isSafeInteger(whole) ? whole + 0 : notWhole(cell);
}

const grouped = /^([-+]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(.*)$/;

function split(cell: PlainCell): { digits: string; behind: string } | undefined {
  if (typeof cell !== 'string') return undefined;
  // A space between digits may be a separator, or there are two numbers.
  const text = cell.normalize('NFKC').replace(/[−–]/g, '-').trim();
  if (/\d\s+\d/.test(text)) return undefined;
  const parts = grouped.exec(tidy(text));
  if (!parts || (parts[2] === undefined && parts[3] === undefined)) return undefined;
  const [, sign = '', whole = '0', fraction = '', behind = ''] = parts;
  // 1,5 · 1.2.3 · 3-5: what follows is no unit.
  if (/[\d,.~-]/.test(behind.replace('m3', ''))) return undefined;
  return { digits: `${sign}${whole.replaceAll(',', '')}${fraction}`, behind };
}

/** By how many places the point moves for what stands behind the number, 万吨, or else in the header. */
function placesOf(column: Column, behind: string, header: string | undefined) {
  const asUnit = behind === '' ? undefined : placesOfUnit(column, behind);
  if (asUnit !== undefined) return asUnit;
  const [count, places] = counting.find(([word]) => behind.startsWith(word)) ?? ['', 0];
  const unit = behind.slice(count.length);
  const ofUnit = unit === '' ? placesOfHeader(column, header) : placesOfUnit(column, unit);
  return ofUnit === undefined ? undefined : ofUnit + places;
}

function placesOfUnit(column: Column, unit: string): number | undefined {
  const own = Object.values(column.unit ?? {}).map(tidy);
  if (own.includes(unit)) return 0;
  return own.some((word) => litres.get(word) === 0) ? litres.get(unit) : undefined;
}

// What stands in a header's brackets is often no unit at all, but a remark.
const placesOfHeader = (column: Column, unit: string | undefined) =>
  unit === undefined ? 0 : (placesOfUnit(column, tidy(unit)) ?? 0);

// 1.1 × 10000 is 11000.000000000002; 1.1e4 is 11000.
const shifted = (digits: string, places: number) => {
  if (places === 0) return Number(digits);
  return Number(/e/i.test(digits) ? Number(digits) * 10 ** places : `${digits}e${places}`);
};
