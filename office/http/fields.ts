import { z } from 'zod';

// Control characters but tab and line feed are refused: no form needs them and PostgreSQL stores no NUL.
// oxlint-disable-next-line no-control-regex -- that is what it is for
const printable = /^[^\u0000-\u0008\u000b-\u001f\u007f]*$/;

/** A text of at most `max` characters, trimmed, without control characters. */
export const text = (max: number, min = 0) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(printable, { error: 'printable' })
    // Half a character, which UTF-8 cannot write and PostgreSQL would not keep.
    .refine((given) => !/\p{Surrogate}/u.test(given), { error: 'Unicode' });

/** In lower case, as PostgreSQL gives it back: the same id is the same text everywhere. */
export const id = z.uuid().toLowerCase();
export const litres = z.int().min(0).max(100_000_000);
/** Seconds since 00:00 of the day in local time; 24:00 is 86400. */
export const secondOfDay = z.int().min(0).max(86_400);
// Years that PostgreSQL, Temporal and JavaScript's Date write in the same four digits, whatever the offset.
const inOurTimes = (text: string) => !/^\d{4}-/.test(text) || (text >= '1900' && text < '2200');
const years = { error: '1900-01-01 … 2199-12-31' };
export const day = z.iso.date().refine(inOurTimes, years);
export const instant = z.iso.datetime({ offset: true }).refine(inOurTimes, years);
export const version = z.int().min(1).max(2_147_483_647);
