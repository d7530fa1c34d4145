import { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import { day, id, instant, text, version } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';

/** As a store counts: whole units, so that a need and what came for it are the same figure. */
export const amount = z.int().min(0).max(10_000_000);

/** What is used up: by each person a day, or by the school a day; or what each person has one of, which stays. */
export const Use = z.strictObject({
  per: z.enum(['head-day', 'day', 'head']),
  quantity: z
    .number()
    .min(0.001)
    .max(100_000)
    .refine((given) => Number.isInteger(Math.round(given * 1e6) / 1e3), {
      error: 'three decimals',
    }),
});
export type Use = z.infer<typeof Use>;

const days = (least: number) => z.int().min(least).max(120);

export const StoreItemFields = z
  .strictObject({
    name: text(40, 1),
    unit: text(12, 1),
    use: Use,
    source: text(120, 1).describe('where the figure of its use comes from'),
    lead: days(0).describe('days from the order until it is there'),
    floor: days(0).describe('days left below which more is asked for'),
    cover: days(1).describe('days that a need is to last for'),
  })
  .refine(({ floor, cover }) => cover >= floor, { path: ['cover'], error: 'at least the floor' });
export type StoreItemFields = z.infer<typeof StoreItemFields>;

export const StoreItem = z.strictObject({ id, fields: StoreItemFields, version });
export type StoreItem = z.infer<typeof StoreItem>;

export const EntryKind = z.enum(['count', 'delivery']);
export type EntryKind = z.infer<typeof EntryKind>;

/** Somebody counted what is there, or what came. It stays as it was said; a correction is a further one. */
export const StoreEntry = z.strictObject({
  id,
  item: id,
  kind: EntryKind,
  quantity: amount,
  noted: amount.nullable().describe('of a delivery: what its delivery note says'),
  at: instant,
  by: z.string().describe('who recorded it'),
  promise: id.nullable(),
  corrects: id.nullable(),
  corrected: z.boolean().describe('by a later one, which counts in its place'),
});
export type StoreEntry = z.infer<typeof StoreEntry>;

/** How many eat and sleep there now. */
export const Inside = z.strictObject({
  people: z.int().min(0),
  from: z.enum(['set', 'roster']),
  source: z.string().nullable().describe('of a number that was set: where it comes from'),
  roster: z.int().min(0).describe('members of the school and its classes in this response'),
  version: version.nullable().describe('null: none was ever set'),
});
export type Inside = z.infer<typeof Inside>;

/** A need that the school raised for an item, with what was promised and what came. */
export const StoreNeed = z.strictObject({
  id,
  item: id,
  day,
  quantity: amount,
  state: z.enum(['open', 'promised', 'met', 'withdrawn']),
  promised: amount.describe('what is promised and not taken back'),
  arrived: amount.describe('as the school counted it'),
  standing: z.boolean().describe('not all of it has come yet'),
  promises: z.array(Commitment),
});
export type StoreNeed = z.infer<typeof StoreNeed>;

/** How long an item lasts. */
export const Standing = z.strictObject({
  counted: z.strictObject({ quantity: amount, at: instant }).nullable(),
  now: amount.nullable().describe('reckoned from the last count; null: never counted'),
  perHead: z.number().nullable(),
  daysLeft: z.number().nullable().describe('null: unknown, or not used up'),
  runsOut: day.nullable(),
  orderBy: day.nullable(),
  state: z.enum(['out', 'late', 'below', 'short', 'enough', 'uncounted', 'no-people']),
  ask: amount.describe('what would have to come for it to last as long as is wanted'),
});
export type Standing = z.infer<typeof Standing>;
