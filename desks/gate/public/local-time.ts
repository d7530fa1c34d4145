import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { whenUnclear } from './refusals.ts';

/** As a form has it: 2022-11-17T07:00. */
export const localOf = (at: string, zone: string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

/** What was typed, with its offset: 2022-11-17T07:00:00+08:00; undefined where it is no time. */
export function findInstant(local: string, zone: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local)) return undefined;
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' })
      .toZonedDateTime(zone)
      .toString({ timeZoneName: 'never', smallestUnit: 'second' });
  } catch {
    return undefined;
  }
}

/** So many days ahead somebody may ask: as long as a pass may last. */
export const daysAhead = 31;

/** When somebody means to come: what is over, or left out, is now. */
export function comingAt(typed: string | undefined, { now, zone }: Response): string {
  if (typed === undefined) return now;
  const at = findInstant(typed, zone);
  if (at === undefined || Date.parse(at) > Date.parse(now) + daysAhead * 86_400_000)
    throw refuse(whenUnclear, undefined);
  return Date.parse(at) > Date.parse(now) ? at : now;
}
