import { refuse } from '../http/refusal.ts';
import type { Response } from './contract.ts';
import { aheadAtMost, beforeResponse, notYet } from './rules.ts';

/** The day of an instant where the response is. */
export const dayIn = ({ zone }: Pick<Response, 'zone'>, at: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/** 07:30 of an instant where the response is. */
export const clockIn = ({ zone }: Pick<Response, 'zone'>, at: string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });

/** An instant as it is kept, to the millisecond. */
export const milliseconds = (at: string): string =>
  Temporal.Instant.from(at)
    .round({ smallestUnit: 'millisecond', roundingMode: 'trunc' })
    .toString({ smallestUnit: 'millisecond' });

/** Refuses what a phone says of a time that the response has not come to, or did not begin before. */
export function requireTime(response: Response, at: string): void {
  const latest = Temporal.Instant.from(response.now).add({ seconds: aheadAtMost });
  if (Temporal.Instant.compare(at, latest) > 0)
    throw refuse(notYet, { at: clockIn(response, at), now: clockIn(response, response.now) });
  if (Temporal.Instant.compare(at, response.starts) < 0) throw refuse(beforeResponse, undefined);
}
