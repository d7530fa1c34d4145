import { day, id, instant, litres } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';
import { PointKind } from '../registers.ts';

/** Sums, which may pass what one field of a form may hold. */
const sum = z.int().min(0);
const signed = z.int();

const part = z.strictObject({ id, name: z.string(), litres: sum });

export const SourceRow = z.strictObject({
  source: id,
  name: z.string(),
  fills: z.int(),
  filled: sum,
  to: z.array(part).describe('the tankers that filled there'),
});
export type SourceRow = z.infer<typeof SourceRow>;

/** What may have become of litres that a tanker filled and nobody received, or the other way round. */
export const May = z.enum([
  'in-tank',
  'spilled',
  'delivery-not-recorded',
  'fill-not-recorded',
  'filled-before',
]);
export type May = z.infer<typeof May>;

export const TankerAccount = z.strictObject({
  tanker: id,
  name: z.string(),
  fills: z.int(),
  filled: sum,
  deliveries: z.int(),
  emptied: sum.describe('by what counts of each delivery'),
  said: signed.describe('what its driver says beyond what counts'),
  open: signed.describe('filled − emptied − said: what nobody has accounted for'),
  may: z.array(May).describe('what that may be, the likeliest first'),
  to: z.array(part).describe('the points that it brought to'),
});
export type TankerAccount = z.infer<typeof TankerAccount>;

export const Brought = z.strictObject({
  promise: id,
  day,
  point: id,
  name: z.string(),
  village: z.string(),
  tanker: id.nullable().describe('null: not known'),
  tankerName: z.string(),
  due: instant,
  promised: litres.nullable().describe('null: nobody had promised it'),
  giver: litres.nullable().describe('what its driver says'),
  receiver: litres.nullable().describe('what the point says'),
  resolved: litres.nullable().describe('what was decided where they differed'),
  resolvedBy: z.string().nullable(),
  litres: litres.describe('what counts'),
  known: z
    .enum(['both', 'resolved', 'one-side', 'differs', 'promised'])
    .describe('`promised`: nobody has spoken of it'),
});
export type Brought = z.infer<typeof Brought>;

export const PointAccount = z.strictObject({
  point: id,
  name: z.string(),
  village: z.string(),
  kind: PointKind,
  people: z.int().describe('heads, by kind, on the last day'),
  deliveries: z.int().describe('that somebody has spoken of'),
  came: sum.describe('litres, as far as anybody has spoken of them'),
  verified: sum.describe('of it, what both sides say, or what was resolved'),
  promised: sum.describe('that nobody has spoken of yet'),
  spilled: sum.describe('between tap and people, by the percentage of the desk'),
  stays: signed.describe(
    'left in the village tank, or too late for the day; below 0: drawn from it',
  ),
  reached: sum.describe('litres that people have: came + promised − spilled − stays'),
});
export type PointAccount = z.infer<typeof PointAccount>;

export const VillageLitres = z.strictObject({
  area: id,
  name: z.string(),
  days: z.array(
    z.strictObject({ day, people: z.int(), kind: PointKind, litres: sum, perPerson: z.number() }),
  ),
});
export type VillageLitres = z.infer<typeof VillageLitres>;

const LedgerTotals = z.strictObject({
  filled: sum.describe('of the sources'),
  said: signed.describe('of the tankers'),
  open: signed.describe('of the tankers'),
  unknown: sum.describe('that came by a tanker that nobody named'),
  came: sum.describe('filled − said − open + unknown; of the points'),
  verified: sum.describe('of the points'),
  promised: sum.describe('of the points'),
  spilled: sum.describe('of the points'),
  stays: signed.describe('of the points'),
  reached: sum.describe('came + promised − spilled − stays; of the points'),
});

/** Litres from the source to people. Every total is the sum of the rows, and what does not balance has litres of its own. */
export const Ledger = z.strictObject({
  sources: z.array(SourceRow),
  tankers: z.array(TankerAccount),
  points: z.array(PointAccount),
  deliveries: z.array(Brought).describe('in order of time'),
  villages: z
    .array(VillageLitres)
    .describe('litres a person by day; days without a plan are left out'),
  totals: LedgerTotals,
});
export type Ledger = z.infer<typeof Ledger>;
