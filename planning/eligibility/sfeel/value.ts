import type { ValueType } from '../table.ts';

/** A value as it is compared: texts as they are; truth 0 or 1; dates in days, times and durations in milliseconds or months. */
export type Value = number | string;

export const DAY = 86_400_000;

/** Types of which there is no value between one and the next. */
export function isDiscrete(type: ValueType): boolean {
  return (
    type === 'integer' ||
    type === 'boolean' ||
    type === 'date' ||
    type === 'years and months duration'
  );
}

/** Whether some value of the type lies strictly between two; `undefined` is no bound. */
export function hasBetween(type: ValueType, lo: Value | undefined, hi: Value | undefined): boolean {
  if (typeof lo === 'string' || typeof hi === 'string' || type === 'string') {
    if (hi === undefined) return true;
    // In the order of code units nothing is below the empty text, and nothing between a text and itself with a zero after it.
    return lo === undefined ? hi !== '' : (hi as string) > `${lo}\0`;
  }
  const [least, most] = spanOf(type);
  const [above, orAt] = lo === undefined || lo < least ? [least, true] : [lo, false];
  const [below, orTo] = hi === undefined || hi > most ? [most, true] : [hi, false];
  if (!isDiscrete(type)) return above < below || (above === below && orAt && orTo);
  const first = orAt ? Math.ceil(above) : Math.floor(above) + 1;
  const last = orTo ? Math.floor(below) : Math.ceil(below) - 1;
  return first <= last;
}

/** Whether the type has this value at all. */
export function hasValue(type: ValueType, value: Value): boolean {
  if (typeof value === 'string') return true;
  const [least, most] = spanOf(type);
  return value >= least && value <= most && (!isDiscrete(type) || Number.isInteger(value));
}

function spanOf(type: ValueType): [least: number, most: number] {
  if (type === 'boolean') return [0, 1];
  if (type === 'time') return [0, DAY - 1e-6];
  return [-Infinity, Infinity];
}

/** @returns undefined where it is none; `offset` is that of times which have none, in milliseconds. */
export function findDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? Math.round(date.getTime() / DAY)
    : undefined;
}

const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?$/;
const ZONED = /^(\d{4}-\d{2}-\d{2})T([\d:.]+)(Z|[+-]\d{2}:\d{2}|@Asia\/Shanghai)?$/;

export function findTime(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number(match[4] ?? 0) * 1000;
}

export function findDateTime(text: string, offset: number): number | undefined {
  const match = ZONED.exec(text);
  if (!match) return undefined;
  const date = findDate(match[1] ?? '');
  const time = findTime(match[2] ?? '');
  const zone = match[3] === undefined ? offset : findOffset(match[3]);
  if (date === undefined || time === undefined || zone === undefined) return undefined;
  return date * DAY + time - zone;
}

/** Of China there is one zone, without summer time since 1991. */
export function findOffset(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  if (zone === '@Asia/Shanghai') return 8 * 3_600_000;
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (!match) return undefined;
  const [hours, minutes] = [Number(match[2]), Number(match[3])];
  if (hours > 14 || minutes > 59) return undefined;
  return (match[1] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

export function findDaysAndTime(text: string): number | undefined {
  const match =
    /^(-?)P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?$/.exec(
      text,
    );
  if (!match || !/\d[DHMS]/.test(text) || text.endsWith('T')) return undefined;
  const [days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const total = days * DAY + (hours * 60 + minutes) * 60_000 + seconds * 1000;
  return match[1] === '-' ? 0 - total : total;
}

export function findYearsAndMonths(text: string): number | undefined {
  const match = /^(-?)P(?:(\d{1,9})Y)?(?:(\d{1,9})M)?$/.exec(text);
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined;
  const total = Number(match[2] ?? 0) * 12 + Number(match[3] ?? 0);
  return match[1] === '-' ? 0 - total : total;
}

/** A fact's value as JSON has it, as it is compared; undefined where it is of another type. */
export function findValue(type: ValueType, raw: unknown, offset: number): Value | undefined {
  switch (type) {
    case 'string':
      return typeof raw === 'string' ? raw : undefined;
    case 'number':
      return typeof raw === 'number' && Number.isFinite(raw) ? raw + 0 : undefined;
    case 'integer':
      return typeof raw === 'number' && Number.isInteger(raw) ? raw + 0 : undefined;
    case 'boolean':
      return typeof raw === 'boolean' ? Number(raw) : undefined;
    default:
      return typeof raw === 'string' ? findTemporal(type, raw, offset) : undefined;
  }
}

export function findTemporal(type: ValueType, text: string, offset: number): number | undefined {
  switch (type) {
    case 'date':
      return findDate(text);
    case 'time':
      return findTime(text);
    case 'date and time':
      return findDateTime(text, offset);
    case 'days and time duration':
      return findDaysAndTime(text);
    case 'years and months duration':
      return findYearsAndMonths(text);
    default:
      return undefined;
  }
}
