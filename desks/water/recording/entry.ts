import { id, instant, litres, text } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';

/** Litres, or what the gauge read before and after: from which they are reckoned. */
export const Amount = z.union([
  z.strictObject({ litres }),
  z.strictObject({ before: litres, after: litres }),
]);
export type Amount = z.infer<typeof Amount>;

export const DelayWhy = z.enum(['traffic', 'checkpoint', 'queue', 'vehicle', 'other']);
export const WayWhy = z.enum(['checkpoint', 'roadworks', 'blocked', 'too-narrow', 'other']);
export const BrokenWhy = z.enum(['engine', 'tyre', 'pump', 'accident', 'other']);
export type DelayWhy = z.infer<typeof DelayWhy>;
export type WayWhy = z.infer<typeof WayWhy>;
export type BrokenWhy = z.infer<typeof BrokenWhy>;

/** Free residual chlorine, mg/L. */
export const chlorine = z.number().min(0).max(20);
export const note = text(200, 1).describe('in their own words; no names');

const every = {
  response: id,
  at: instant.describe('when it happened, by the phone, corrected to the clock of the response'),
  note: note.optional(),
};
const statement = {
  ...every,
  corrects: id.optional().describe('an earlier entry of the same side that this one puts right'),
};

export const Filled = z.strictObject({
  kind: z.literal('filled'),
  tanker: id,
  source: id,
  amount: Amount,
  doseGrams: z
    .number()
    .min(0)
    .max(100_000)
    .optional()
    .describe('of chlorine product put into the tank'),
  chlorine: chlorine.optional(),
  ...statement,
});
export const Arrived = z.strictObject({
  kind: z.literal('arrived'),
  tanker: id,
  point: id,
  ...every,
});
export const Emptied = z.strictObject({
  kind: z.literal('emptied'),
  tanker: id,
  point: id,
  promise: id.nullable().describe('as the phone knew it; null: nobody had promised it'),
  amount: Amount,
  chlorine: chlorine.optional(),
  ...statement,
});
export const Delayed = z.strictObject({
  kind: z.literal('delayed'),
  tanker: id,
  minutes: z.int().min(1).max(600),
  why: DelayWhy,
  ...every,
});
export const WayClosed = z.strictObject({
  kind: z.literal('way-closed'),
  tanker: id.optional(),
  point: id.describe('that could not be reached'),
  why: WayWhy,
  ...every,
});
export const BrokenDown = z.strictObject({
  kind: z.literal('broken-down'),
  tanker: id,
  why: BrokenWhy,
  ...every,
});
export const Accepted = z.strictObject({
  kind: z.literal('accepted'),
  tanker: id,
  plan: id,
  ...every,
});

/** What a driver records. */
export const DriverEntry = z.discriminatedUnion('kind', [
  Filled,
  Arrived,
  Emptied,
  Delayed,
  WayClosed,
  BrokenDown,
  Accepted,
]);
export type DriverEntry = z.infer<typeof DriverEntry>;

export const Received = z.strictObject({
  kind: z.literal('received'),
  point: id,
  promise: id.nullable().describe('null: none was expected; whose tanker it was is not known'),
  amount: Amount.describe("a village tank's gauge rises"),
  chlorine: chlorine.optional(),
  onBehalfOf: text(60, 1).optional().describe('the role acted for, when somebody has no phone'),
  ...statement,
});
export const Measured = z.strictObject({
  kind: z.literal('measured'),
  point: id,
  litres: litres.describe('that stand in the village tank'),
  ...every,
});
export const DryWell = z.strictObject({
  kind: z.literal('dry-well'),
  point: id,
  have: litres.describe("what the point's own wells still give in a day"),
  ...every,
});
export const RollCall = z.strictObject({
  kind: z.literal('roll-call'),
  point: id,
  homes: z.int().min(1).max(10_000).describe('that were counted; who they are stays on the phone'),
  people: z.int().min(0).max(100_000),
  litres: litres.describe('that they ask for'),
  ...every,
});

/** What the keeper of a point, or the village's cadre, records: the second key. */
export const KeeperEntry = z.discriminatedUnion('kind', [
  Received,
  Measured,
  DryWell,
  RollCall,
  WayClosed,
]);
export type KeeperEntry = z.infer<typeof KeeperEntry>;

export type EntryBody = DriverEntry | KeeperEntry;
export type EntryKind = EntryBody['kind'];

type WithoutNote<Body> = Body extends unknown ? Omit<Body, 'note'> : never;
/** An entry as it was said, without the words of its own, which are kept apart. */
export type Said = WithoutNote<EntryBody>;

/** The order in which a tanker's stop goes; also how an equal minute is read. */
export const entryKinds = [
  'filled',
  'arrived',
  'emptied',
  'received',
  'measured',
  'dry-well',
  'roll-call',
  'delayed',
  'way-closed',
  'broken-down',
  'accepted',
] as const satisfies readonly EntryKind[];

/** An entry as it is kept: append-only, what is wrong is put right by a further one. */
export const Entry = z.strictObject({
  id,
  kind: z.enum(entryKinds),
  side: z.enum(['driver', 'keeper']),
  day: z.iso.date(),
  at: instant,
  recorded: instant.describe('when it reached the server'),
  tanker: id.nullable(),
  source: id.nullable(),
  point: id.nullable(),
  promise: id.nullable().describe('the promise that it speaks of'),
  litres: litres.nullable(),
  before: litres.nullable(),
  after: litres.nullable(),
  chlorine: chlorine.nullable(),
  doseGrams: z.number().nullable(),
  minutes: z.int().nullable(),
  homes: z.int().nullable(),
  people: z.int().nullable(),
  why: z.string().nullable(),
  plan: id.nullable(),
  by: z.strictObject({ id, name: z.string() }),
  onBehalfOf: z.string().nullable(),
  corrects: id.nullable(),
  corrected: z.boolean().describe('a later entry puts it right'),
});
export type Entry = z.infer<typeof Entry>;

/** Litres of an amount: a tanker's gauge falls as it delivers and rises as it fills; a village tank's rises. */
export function litresOf(amount: Amount, gauge: 'rises' | 'falls'): number {
  if ('litres' in amount) return amount.litres;
  return gauge === 'rises' ? amount.after - amount.before : amount.before - amount.after;
}
