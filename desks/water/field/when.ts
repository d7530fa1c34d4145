import { createFormat } from '@liangbuwu/ui/language/format.ts';
import { nowBy } from '@liangbuwu/ui/phone/now-by.ts';

export type FieldClock = { now: string; clock: 'system' | 'set'; zone: string };

/** When something most likely happened: now; where a demonstration's clock stands, when it was planned, if that is over. */
export function likelyTime(
  clock: FieldClock,
  fetched: number,
  phoneNow: number,
  planned?: number,
): number {
  const now = nowBy([{ now: clock.now, fetched }], clock.clock, phoneNow);
  if (clock.clock === 'system' || planned === undefined) return now;
  return Math.min(planned, now);
}

/** A second of a day in the zone, as ms since 1970. */
export function instantOf(day: string, second: number, zone: string): number {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + second * 1000;
  const shown = createFormat('en', zone).findMoment(asIfUtc);
  if (!shown) throw new RangeError(`${day} is no day`);
  const offset = Date.parse(`${shown.day}T00:00:00Z`) + shown.seconds * 1000 - asIfUtc;
  return asIfUtc - offset;
}
