import { z } from 'zod';
import { inventedOrigin, origin, Said } from './origin.ts';

const id = z.string().min(1);
const whole = z.int().min(0);
const rate = z.int().min(1);

/** Time of day, 00:00 to 24:00. */
export const TimeOfDay = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/);
export const Hours = z.tuple([TimeOfDay, TimeOfDay]);

/** What a person should get in the day, with where the figure is from. */
export const FloorTier = z.strictObject({
  name: id,
  label: Said,
  litresPerPerson: z.number().positive(),
  source: z.string().min(1),
  states: Said,
});
export type FloorTier = z.infer<typeof FloorTier>;

export const kinds = ['clinic', 'school', 'elderly-home', 'livestock'] as const;
export const Kind = z.enum(kinds);

/** What a kind of point has of its own, a bed, pupil, person or animal a day in the order of the tiers. */
export const KindFigures = z.strictObject({
  litres: z
    .strictObject({
      perHead: z.array(z.number().min(0)).length(3),
      source: z.string().min(1),
      states: Said,
    })
    .nullable(),
  weight: z
    .strictObject({ times: z.number().positive(), source: z.string().min(1), states: Said })
    .nullable(),
});

export const Floors = z.strictObject({
  version: id,
  validFrom: z.iso.date(),
  tiers: z.array(FloorTier).length(3),
  kinds: z.record(Kind, KindFigures),
});
export type Floors = z.infer<typeof Floors>;

export const Rest = z.strictObject({
  every: rate,
  seconds: rate,
  source: z.string().min(1),
  states: Said,
});

export const Driver = z.strictObject({ id, name: Said, ...inventedOrigin });

export const Tanker = z.strictObject({
  id,
  name: Said,
  litres: rate,
  home: id,
  disinfection: z.strictObject({
    last: z.iso.date(),
    milligramsPerLitre: z.number().positive(),
    minutes: z.number().positive(),
    by: Said,
  }),
  shifts: z.array(z.strictObject({ driver: id, from: TimeOfDay, to: TimeOfDay })).min(1),
  ...inventedOrigin,
});
export type Tanker = z.infer<typeof Tanker>;

export const Source = z.strictObject({
  id,
  kind: z.enum(['waterworks', 'deep-well']),
  place: id,
  bays: rate,
  litresPerMinute: rate,
  setupSeconds: whole,
  open: z.array(Hours).min(1),
  litresPerDay: whole.optional(),
  /** What a well's owner agreed to; first and last day included. */
  consent: z.strictObject({ from: z.iso.date(), until: z.iso.date(), terms: Said }).optional(),
  ...inventedOrigin,
});
export type Source = z.infer<typeof Source>;

export const Station = z.strictObject({
  id,
  place: id,
  village: id,
  trial: z.boolean(),
  litresPerDay: whole,
  serves: z.array(z.strictObject({ point: id, litres: rate })).min(1),
  ...inventedOrigin,
});
export type Station = z.infer<typeof Station>;

/** Where a station is, or could be. A place of places.json, or a schematic position of its own (示意). */
export const Site = z.strictObject({
  id,
  village: id,
  name: Said,
  kind: z.enum(['well', 'spring', 'reservoir']),
  state: z.enum(['idea', 'existing', 'ruled-out']),
  place: id.optional(),
  at: z.strictObject({ lon: z.number(), lat: z.number() }).optional(),
  litresPerDay: whole,
  /** Of it, what the points' own water counts already. */
  countedLitres: whole,
  /** Yuan, once. */
  building: whole,
  /** Yuan a month. */
  running: whole,
  reason: Said.optional(),
  figures: Said,
  ...inventedOrigin,
});
export type Site = z.infer<typeof Site>;

export const Village = z.strictObject({
  area: id,
  place: id,
  degree: z.enum(['severe', 'moderate', 'light']),
  peopleShort: rate,
  ...inventedOrigin,
});
export type Village = z.infer<typeof Village>;

export const Point = z.strictObject({
  id,
  place: id,
  village: id,
  people: rate,
  /** Litres of the day that need no tanker; `from` is a station's id or the households' own wells. */
  ownWater: z.array(z.strictObject({ from: id, litres: rate })),
  taps: rate,
  litresPerMinutePerTap: rate,
  setupSeconds: whole,
  /** Default: the service hours. */
  open: z.array(Hours).min(1).optional(),
  access: z.strictObject({ maxTankerLitres: rate, reason: Said }).optional(),
  /** Where the tanker stands, as a driver finds it. */
  landmark: Said.optional(),
  /** `litresPerMinute`: how fast a tanker empties into it. */
  villageTank: z
    .strictObject({ litres: rate, levelAtStart: whole, litresPerMinute: rate })
    .optional(),
  doorDelivery: z.strictObject({ by: Said }).optional(),
  ...inventedOrigin,
});
export type Point = z.infer<typeof Point>;

/** Who is served beside the villages: beds, pupils, people or animals, none of whom is in a household of the data. */
export const Institution = z.strictObject({
  id,
  kind: Kind,
  place: id,
  village: id,
  heads: rate,
  ownLitres: whole,
  taps: rate,
  litresPerMinute: rate,
  setupSeconds: whole,
  open: z.array(Hours).min(1).optional(),
  ...inventedOrigin,
});
export type Institution = z.infer<typeof Institution>;

/** data/water.json */
export const Water = z.strictObject({
  floors: Floors,
  service: z.strictObject({ from: TimeOfDay, to: TimeOfDay, since: z.iso.date(), ...origin }),
  rest: Rest,
  drivers: z.array(Driver).min(1),
  tankers: z.array(Tanker).min(1),
  sources: z.array(Source).min(1),
  stations: z.array(Station),
  sites: z.array(Site),
  villages: z.array(Village).min(1),
  points: z.array(Point).min(1),
  institutions: z.array(Institution).min(1),
});
export type Water = z.infer<typeof Water>;

/** Seconds since 00:00 of the day. */
export function secondsOfDay(time: string): number {
  const [hours, minutes] = TimeOfDay.parse(time).split(':').map(Number) as [number, number];
  return hours * 3600 + minutes * 60;
}
