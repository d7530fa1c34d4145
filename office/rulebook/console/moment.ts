import { beijingOffset, dayBeside, inBeijing } from '../beijing.ts';

/** An instant as a `datetime-local` field shows it. */
export function toField(instant: string | null | undefined): string {
  return !instant || Number.isNaN(Date.parse(instant)) ? '' : inBeijing(instant).slice(0, 16);
}

export const fromField = (text: string): string => `${text}:00${beijingOffset}`;

/** The first instant of the day after. */
export const nextDay = (instant: string): string =>
  fromField(`${dayBeside(inBeijing(instant).slice(0, 10), 1)}T00:00`);
