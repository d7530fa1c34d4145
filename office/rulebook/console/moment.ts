/** Rules are dated in Beijing time, whatever the browser's. */
const offset = '+08:00';

/** An instant as a `datetime-local` field shows it. */
export function toField(instant: string | null | undefined): string {
  if (!instant) return '';
  const at = Date.parse(instant);
  return Number.isNaN(at) ? '' : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);
}

export const fromField = (text: string): string => `${text}:00${offset}`;

/** The first instant of the day after. */
export function nextDay(instant: string): string {
  const field = toField(new Date(Date.parse(instant) + 24 * 3_600_000).toISOString());
  return fromField(`${field.slice(0, 10)}T00:00`);
}
