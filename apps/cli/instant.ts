import '@liangbuwu/office/clock/temporal.ts';
import { systemClock } from '@liangbuwu/office/clock/clock.ts';
import { refuse } from './refusal.ts';

/** Seconds since 1970 of `--at`, an ISO time with its zone (`2022-11-10T06:00:00+08:00`); of now without it. */
export function readInstant(text: string | undefined, flag: string): number {
  if (text === undefined) return Math.floor(systemClock.now().epochMilliseconds / 1000);
  const whole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text);
  const milliseconds = whole ? Date.parse(text) : Number.NaN;
  if (Number.isFinite(milliseconds) && milliseconds >= 0) return Math.floor(milliseconds / 1000);
  throw refuse(
    `--${flag} 不是时间；应如 2022-11-10T06:00:00+08:00`,
    `--${flag} is no time; it should be such as 2022-11-10T06:00:00+08:00`,
    'bad-time',
  );
}

/** In Beijing time, as people here read it. */
export function toInstant(seconds: number): string {
  return `${new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 19)}+08:00`;
}
