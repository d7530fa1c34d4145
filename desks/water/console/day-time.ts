import type { Format } from '@liangbuwu/ui/language/format.ts';

/** Second of a day at which an instant lies, kept within the day: 0 before it, 86400 after it. */
export function secondOfDay(
  format: Pick<Format, 'findMoment'>,
  instant: string | number,
  day: string,
): number {
  const moment = format.findMoment(instant);
  if (!moment || moment.day < day) return 0;
  return moment.day > day ? 86_400 : moment.seconds;
}

export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
