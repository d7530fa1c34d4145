import { day, id, litres, secondOfDay, text } from '@liangbuwu/office/http/fields.ts';
import { Say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { Interval, PointKind, RoadClass, Source, TankerRow } from './registers.ts';

export { Interval, PointKind, Source };

/** What a person should get in a day: figures with their source, dated, never edited in place. */
export const Tier = z.strictObject({
  name: z.enum(['survival', 'basic', 'full']),
  label: Say,
  litresPerPerson: z.number().min(0).max(1000),
  source: text(200, 1),
});
export type Tier = z.infer<typeof Tier>;

const ascending = (one: Tier | undefined, next: Tier | undefined) =>
  (one?.litresPerPerson ?? 0) <= (next?.litresPerPerson ?? 0);

/** What a kind of point has of its own, each with its source; null: as a village. */
export const KindFigures = z.strictObject({
  litres: z
    .strictObject({
      perHead: z
        .array(z.number().min(0).max(1000))
        .length(3)
        .refine(([survival = 0, basic = 0, full = 0]) => survival <= basic && basic <= full, {
          error: 'survival ≤ basic ≤ full',
        })
        .describe('a day, for each bed, pupil, person or animal, in the order of the tiers'),
      source: text(200, 1),
    })
    .nullable(),
  weight: z
    .strictObject({
      times: z
        .number()
        .gt(0)
        .max(100)
        .describe("what a point's registered weight is multiplied by"),
      source: text(200, 1),
    })
    .nullable(),
});
export type KindFigures = z.infer<typeof KindFigures>;

export const Floors = z.strictObject({
  version: text(40, 1),
  validFrom: day,
  tiers: z
    .array(Tier)
    .length(3)
    .refine((tiers) => tiers.map(({ name }) => name).join() === 'survival,basic,full', {
      error: 'survival, basic, full',
    })
    .refine(([survival, basic, full]) => ascending(survival, basic) && ascending(basic, full), {
      error: 'survival ≤ basic ≤ full',
    }),
  kinds: z
    .partialRecord(PointKind.exclude(['village']), KindFigures)
    .default({})
    .describe('kinds of points that have figures of their own'),
});
export type Floors = z.infer<typeof Floors>;

/** A town's desk in one response: its service hours, the drivers' rest rule, and what is spilled. */
export const Desk = z.strictObject({
  response: id,
  area: id,
  from: secondOfDay,
  to: secondOfDay,
  rest: z
    .strictObject({ every: z.int().min(1).max(86_400), seconds: z.int().min(1).max(86_400) })
    .nullable(),
  lossPercent: z
    .number()
    .min(0)
    .max(50)
    .default(0)
    .describe('of the litres that a tanker delivers, what is spilled before people have them'),
});
export type Desk = z.infer<typeof Desk>;

export const Shift = z
  .strictObject({
    id,
    driver: text(40, 1).describe('a role or an alias, never a private name'),
    from: secondOfDay,
    to: secondOfDay,
  })
  .refine(({ from, to }) => from < to, { error: 'from < to' });
export type Shift = z.infer<typeof Shift>;

/** A tanker with the shifts that it has on the day. */
export const Tanker = TankerRow.safeExtend({ shifts: z.array(Shift).max(20) });
export type Tanker = z.infer<typeof Tanker>;

/** Where people collect. `have` is what the point's own wells or station still give in the day. */
export const Point = z.strictObject({
  id,
  area: id.describe('the village'),
  desk: id.describe('the town whose desk plans it'),
  place: id,
  name: text(60, 1),
  kind: PointKind,
  people: z.int().min(0).max(1_000_000).describe('heads, by kind: people, beds, pupils or animals'),
  have: litres,
  weight: z.number().gt(0).max(100),
  taps: z.int().min(0).max(1000),
  litresPerMinute: z.int().min(1).max(100_000),
  setupSeconds: z.int().min(0).max(7200),
  open: z.array(Interval).max(12).nullable(),
  maxTankerLitres: z.int().min(1).max(100_000).nullable(),
  wayClosed: z.boolean(),
  tank: z
    .strictObject({ litres: z.int().min(1).max(10_000_000), level: litres })
    .refine(({ litres, level }) => level <= litres, { error: 'level <= litres' })
    .nullable(),
  invented: z.boolean(),
});
export type Point = z.infer<typeof Point>;

/** A place with where its position comes from; only `real` and `imported` ones may be shown as true. */
export const Position = z.strictObject({
  place: id,
  name: z.string(),
  lon: z.number(),
  lat: z.number(),
  provenance: z.enum(['real', 'imported', 'schematic']),
  roadClass: RoadClass,
});
export type Position = z.infer<typeof Position>;
