const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const date = /^\d{4}-\d{2}-\d{2}$/;

/** A value of an address where it is one that makes sense; the rest is passed over. */
export const fitting = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

export const idIn = (value: unknown): string | undefined => fitting(value, uuid);

/** A day that there is. */
export function dayIn(value: unknown): string | undefined {
  const day = fitting(value, date);
  return day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : undefined;
}
