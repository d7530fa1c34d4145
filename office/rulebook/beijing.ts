/** Rules are dated in Beijing time, as their documents are, whatever the browser's or the response's. */
export const beijingOffset = '+08:00';

const ahead = 8 * 3_600_000;

/** An instant as it is written there, without its offset: `2022-11-17T07:20:00.000`. */
export const inBeijing = (instant: string): string =>
  new Date(Date.parse(instant) + ahead).toISOString().slice(0, -1);

/** The day before or after one: `2022-11-17`. */
export const dayBeside = (day: string, days: 1 | -1): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
