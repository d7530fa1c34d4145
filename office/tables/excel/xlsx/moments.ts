/** How a number is shown that stands for a day or a time. */
export type MomentFormat = 'day' | 'time' | 'elapsed' | 'both';

// What Excel and WPS mean by these numbers; 27 to 36 and 50 to 58 are the Chinese ones.
const builtIn = new Map<number, MomentFormat>([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map(
    (id) => [id, 'day'] as const,
  ),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((id) => [id, 'time'] as const),
  [46, 'elapsed'],
  [22, 'both'],
]);

/** undefined for formats of plain numbers. */
export function findMomentFormat(id: number, code: string | undefined): MomentFormat | undefined {
  if (code === undefined) return builtIn.get(id);
  const first = code.replace(/"[^"]*"|\\.|_.|\*./gu, '').split(';')[0] ?? '';
  if (/\[(h+|m+|s+)\]/i.test(first)) return 'elapsed';
  const bare = first.replace(/\[[^\]]*\]/g, '').replace(/am\/pm|a\/p|general|0?e[+-]/gi, '');
  const time = /[hs]/i.test(bare);
  const day = /[yd]/i.test(bare) || (!time && /m/i.test(bare));
  if (day) return time ? 'both' : 'day';
  return time ? 'time' : undefined;
}

const daySeconds = 86_400;
const lastSerial = 2_958_465;

/** `2022-11-10`, `2022-11-10 07:30`, `07:30`, `24:00`; undefined where no day of the calendar is meant. */
export function momentText(
  serial: number,
  format: MomentFormat,
  date1904: boolean,
): string | undefined {
  if (!(serial >= 0 && serial <= lastSerial)) return undefined;
  const seconds = Math.round(serial * daySeconds);
  if (format === 'elapsed') return clock(seconds);
  if (format === 'time') return clock(seconds % daySeconds);
  const day = serialDay(Math.floor(seconds / daySeconds), date1904);
  return format === 'day' ? day : `${day} ${clock(seconds % daySeconds)}`;
}

/** The day that a whole serial number stands for. */
export function serialDay(serial: number, date1904 = false): string {
  // Excel has a 29 February 1900, serial 60; before it all days are one later than counted from 1899-12-30.
  const since = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return new Date(since + serial * daySeconds * 1000).toISOString().slice(0, 10);
}

/** `07:30`, or `07:30:15` where there are seconds. */
export function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const shown = seconds % 60 === 0 ? parts : [...parts, seconds % 60];
  return shown.map((part) => String(part).padStart(2, '0')).join(':');
}
