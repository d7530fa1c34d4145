import { z } from 'zod';
import { text } from '../http/fields.ts';

const plain = (typed: string) => typed.normalize('NFKC').replace(/[\s\-()（）.]/g, '');

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
function isResidentId(typed: string): boolean {
  const number = plain(typed).toUpperCase();
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return number[17] === '10X98765432'[sum % 11] && z.iso.date().safeParse(bornOn(number)).success;
}
const bornOn = (number: string) =>
  `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

/** A document is compared whole and kept as its last four signs. */
export const Document = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('resident-id'),
    number: text(30, 15).refine(isResidentId, {
      error: '居民身份证号 / a resident identity number',
    }),
  }),
  z.strictObject({
    kind: z.literal('other'),
    number: text(30, 4).refine((typed) => /^[A-Z0-9]{4,24}$/.test(plain(typed).toUpperCase()), {
      error: '字母和数字 / letters and figures',
    }),
  }),
]);
export type Document = z.infer<typeof Document>;

export const Phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 -]{4,18}[0-9]$/, { error: 'a telephone number' });

export const BirthMonth = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, { error: 'a month such as 2010-09' });

/** What is kept of who somebody is: all of it sealed, and nothing besides. */
export const Identity = z.strictObject({
  name: text(60, 1),
  document: z.strictObject({ kind: z.enum(['resident-id', 'other']), end: z.string() }).nullable(),
  phone: z.string().nullable(),
  born: BirthMonth,
});
export type Identity = z.infer<typeof Identity>;

/** The same document is the same text, however it was typed. */
export const plainDocument = ({ kind, number }: Document): string =>
  `${kind}:${plain(number).toUpperCase()}`;

/** The same telephone is the same text: with or without spaces and +86. */
export const plainPhone = (typed: string): string =>
  plain(typed).replace(/^(\+|00)86(?=1\d{10}$)/, '');

/** The month in which somebody was born, as their resident identity number says it. */
export const birthMonthIn = (document: Document | null | undefined): string | undefined =>
  document?.kind === 'resident-id' ? bornOn(plain(document.number)).slice(0, 7) : undefined;

export const endOf = (document: Document): string => plain(document.number).toUpperCase().slice(-4);

/** 张*: always one star, so that it does not tell how long the name is. */
export const masked = (name: string): string => `${[...name][0] ?? ''}*`;

/**
 * Whether a guardian decides: under 14 on the day. Of the birthday only the month is kept, so the whole month in which
 * somebody turns 14 still counts as under 14.
 */
export function isUnder14(born: string, today: string): boolean {
  // Of 2008-11 and of 2022-11-17; as texts, for a school has thousands of them.
  const turns = `${Number(born.slice(0, 4)) + 14}${born.slice(4)}`;
  return today.slice(0, turns.length) <= turns;
}
