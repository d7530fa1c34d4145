import { day, id } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';
import { Floors, PointKind, Tier } from './water.ts';

/**
 * How a figure is known. proven: both sides have said what came of every delivery, and agree; promised: by the plan that
 * was in force; unknown: no plan was.
 */
export const Basis = z.enum(['proven', 'partly-proven', 'promised', 'unknown']);
export type Basis = z.infer<typeof Basis>;

/** One day of a point, or of a village. */
export const FortnightDay = z.strictObject({
  perPerson: z
    .number()
    .nullable()
    .describe('own wells included, what is spilled left out; of a point a head; null: unknown'),
  basis: Basis,
  below: Tier.shape.name
    .nullable()
    .describe('the first floor that somebody in it misses, of a point its own kind’s'),
  peopleDry: z.int().describe('people below the first floor; animals are no people'),
  differing: z.int().describe('deliveries of which the two sides say different things'),
});
export type FortnightDay = z.infer<typeof FortnightDay>;

/** The longest run of days below the first floor. An unknown day neither counts nor ends it. */
export const DrySpell = z.strictObject({
  days: z.int(),
  unknown: z.int().describe('unknown days between them, which are not counted'),
  from: day.nullable(),
  to: day.nullable(),
  goesOn: z.boolean().describe('it includes the last day that is known'),
});
export type DrySpell = z.infer<typeof DrySpell>;

const row = {
  name: z.string(),
  kind: PointKind.describe('whom litres a person are of'),
  days: z.array(FortnightDay),
  dry: DrySpell,
  mean: z.number().nullable().describe('litres a person a day, over the known days'),
  known: z.int().describe('days'),
};

export const FortnightPoint = z.strictObject({ id, ...row });
export type FortnightPoint = z.infer<typeof FortnightPoint>;

export const FortnightVillage = z.strictObject({
  area: id,
  ...row,
  dry: DrySpell.describe('of the point that has the longest'),
  points: z.array(FortnightPoint),
});
export type FortnightVillage = z.infer<typeof FortnightVillage>;

export const Fortnight = z.strictObject({
  floors: Floors.describe('in force on the last day; each day is held against its own'),
  days: z.array(day),
  villages: z.array(FortnightVillage).describe('the longest dry spell first'),
  total: z.strictObject({
    days: z.array(
      FortnightDay.extend({
        villages: z.int().describe('villages that are known'),
        villagesDry: z.int().describe('villages where somebody is below the first floor'),
      }),
    ),
    mean: z.number().nullable(),
    known: z.int(),
    peopleDaysDry: z.int().describe('people below the first floor, added up over the known days'),
  }),
});
export type Fortnight = z.infer<typeof Fortnight>;
