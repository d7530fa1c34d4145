import { day, id, litres, secondOfDay, text } from '@liangbuwu/office/http/fields.ts';
import { Say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';

/** Half-open, seconds of the day, local time. */
export const Interval = z
  .tuple([secondOfDay, secondOfDay])
  .refine(([from, to]) => from < to, { error: 'from < to' });
export type Interval = z.infer<typeof Interval>;

const intervals = z.array(Interval).max(12);

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
});
export type Floors = z.infer<typeof Floors>;

/** A town's desk in one response: its service hours and the drivers' rest rule. */
export const Desk = z.strictObject({
  response: id,
  area: id,
  from: secondOfDay,
  to: secondOfDay,
  rest: z
    .strictObject({ every: z.int().min(1).max(86_400), seconds: z.int().min(1).max(86_400) })
    .nullable(),
});
export type Desk = z.infer<typeof Desk>;

/** Where tankers fill: a waterworks, a well whose owner agreed. */
export const Source = z.strictObject({
  id,
  area: id,
  place: id,
  name: text(60, 1),
  kind: z.enum(['waterworks', 'deep-well', 'other']),
  bays: z.int().min(1).max(20),
  litresPerMinute: z.int().min(1).max(100_000).describe('per bay'),
  setupSeconds: z.int().min(0).max(7200),
  open: intervals,
  litresPerDay: litres.nullable(),
  consentUntil: day.nullable(),
  state: z.enum(['open', 'closed']),
  reason: text(200).nullable(),
  since: z.iso.datetime({ offset: true }).nullable(),
  invented: z.boolean(),
});
export type Source = z.infer<typeof Source>;

export const Shift = z
  .strictObject({
    id,
    driver: text(40, 1).describe('a role or an alias, never a private name'),
    from: secondOfDay,
    to: secondOfDay,
  })
  .refine(({ from, to }) => from < to, { error: 'from < to' });
export type Shift = z.infer<typeof Shift>;

/** A sprinkler is barred from drinking water until it has been disinfected. */
export const Tanker = z.strictObject({
  id,
  area: id,
  home: id,
  name: text(60, 1),
  litres: z.int().min(1).max(100_000),
  kind: z.enum(['sprinkler', 'tanker']),
  disinfectedOn: day.nullable(),
  state: z.enum(['ready', 'out']),
  reason: text(200).nullable(),
  since: z.iso.datetime({ offset: true }).nullable(),
  shifts: z.array(Shift).max(6),
  invented: z.boolean(),
});
export type Tanker = z.infer<typeof Tanker>;

/** Where people collect. `have` is what the point's own wells or station still give in the day. */
export const Point = z.strictObject({
  id,
  area: id.describe('the village'),
  desk: id.describe('the town whose desk plans it'),
  place: id,
  name: text(60, 1),
  people: z.int().min(0).max(1_000_000),
  have: litres,
  weight: z.number().gt(0).max(100),
  taps: z.int().min(0).max(1000),
  litresPerMinute: z.int().min(1).max(100_000),
  setupSeconds: z.int().min(0).max(7200),
  open: intervals.nullable(),
  maxTankerLitres: z.int().min(1).max(100_000).nullable(),
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
});
export type Position = z.infer<typeof Position>;
