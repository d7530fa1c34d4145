import type { Format } from '../language/format.ts';

type Zoned = Pick<Format, 'findMoment'>;

/** An instant as a `datetime-local` field shows it where the response is. */
export function fieldOf(instant: string, { findMoment }: Zoned): string {
  const moment = findMoment(instant);
  return moment ? `${moment.day}T${moment.time}` : '';
}

/** What a `datetime-local` field says, as the instant that it is where the response is. */
export function instantOf(field: string, zoned: Zoned): string {
  const asUtc = Date.parse(`${field.slice(0, 16)}:00Z`);
  const shown = Date.parse(`${fieldOf(new Date(asUtc).toISOString(), zoned)}:00Z`);
  return new Date(asUtc - (shown - asUtc)).toISOString();
}
