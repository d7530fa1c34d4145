import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { findInstant } from '@liangbuwu/office/public/local-time.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { whenUnclear } from './refusals.ts';

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
