import { day, id, instant } from '@liangbuwu/office/http/fields.ts';
import { SearchState } from '@liangbuwu/office/plans/search-state.ts';
import { z } from 'zod';
import { CostName } from '../cost-figures.ts';

/** What the officer sets. */
export const SitingSettings = z.strictObject({
  metres: z.int().min(50).max(5000).default(500).describe('one way, at most'),
  minutes: z.int().min(1).max(240).default(20).describe('there and back, queueing included'),
  queueMinutes: z.int().min(0).max(120).default(4).describe('at the tap and in the queue'),
  most: z.int().min(1).max(20).default(6).describe('new stations, at most'),
  seconds: z.int().min(1).max(120).default(10).describe('time to solve'),
});
export type SitingSettings = z.infer<typeof SitingSettings>;

const Provenance = z.enum(['real', 'imported', 'schematic']);

export const SitingSite = z.strictObject({
  id,
  name: z.string(),
  village: z.string(),
  kind: z.enum(['well', 'spring', 'reservoir']),
  state: z.enum(['idea', 'existing', 'ruled-out']),
  reason: z.string().nullable(),
  lon: z.number(),
  lat: z.number(),
  provenance: Provenance,
  yieldLitres: z.int(),
  countedLitres: z.int(),
  building: z.number(),
  running: z.number(),
  invented: z.boolean(),
});
export type SitingSite = z.infer<typeof SitingSite>;

export const SitingGroup = z.strictObject({
  id: id.describe('the point'),
  name: z.string(),
  village: z.string(),
  lon: z.number(),
  lat: z.number(),
  provenance: Provenance,
  people: z.int(),
  litres: z.number().describe('that each of them still needs a day'),
});
export type SitingGroup = z.infer<typeof SitingGroup>;

/** What a siting rests on, as it was when it was asked for. */
export const SitingBasis = z.strictObject({
  floors: z.string().describe('version'),
  litresPerPerson: z.number().describe('the last floor'),
  detour: z.number().describe('way walked : straight line'),
  emptyPace: z.number().describe('m/s on the way there'),
  ladenPace: z.number().describe('m/s on the way back'),
  trucking: z.number().nullable().describe('yuan a m³ delivered; null: not known'),
  missing: z.array(CostName).describe('figures that nobody has registered'),
  days: z.int().describe('published days that the price of trucking is an average of'),
  supplied: z.int().describe('people whose own water reaches the last floor'),
  sites: z.array(SitingSite),
  groups: z.array(SitingGroup),
});
export type SitingBasis = z.infer<typeof SitingBasis>;

const nullableNumber = z.number().nullable();

/** As `planning/siting` tells it. */
export const SitingLevel = z.strictObject({
  most: z.int(),
  stations: z.array(
    z.strictObject({
      site: id,
      existing: z.boolean(),
      people: z.int(),
      litres: z.number(),
      spare: z.number(),
      adds: z.int().nullable(),
      onlyHere: z.int(),
    }),
  ),
  walks: z.array(z.strictObject({ site: id, group: id, people: z.int() })),
  unserved: z.array(
    z.strictObject({
      group: id,
      people: z.int(),
      because: z.enum(['out-of-reach', 'not-built', 'yield']),
    }),
  ),
  people: z.int(),
  gain: z.int(),
  bound: z.int(),
  proven: z.strictObject({ people: z.boolean(), cost: z.boolean(), walking: z.boolean() }),
  building: z.number(),
  running: z.number(),
  walking: z.number(),
  saved: z.strictObject({
    cubicMetres: z.number(),
    byTanker: nullableNumber,
    money: nullableNumber,
    payback: nullableNumber,
  }),
});
export type SitingLevel = z.infer<typeof SitingLevel>;

export const SitingResult = z.strictObject({
  people: z.int(),
  inReach: z.int(),
  servedNow: z.int(),
  levels: z.array(SitingLevel),
  stopped: z.boolean(),
  seconds: z.number(),
});
export type SitingResult = z.infer<typeof SitingResult>;

export const SitingProgress = z.strictObject({
  seconds: z.number(),
  levels: z.array(z.strictObject({ most: z.int(), people: z.int(), bound: z.int() })),
});
export type SitingProgress = z.infer<typeof SitingProgress>;

export const SitingHead = z.strictObject({
  id,
  response: id,
  area: id,
  number: z.int().min(1).describe('which one of the desk in this response'),
  day,
  made: instant,
  by: z.string(),
  settings: SitingSettings,
  state: SearchState,
  stop: z.boolean().describe('somebody asked it to stop'),
  progress: SitingProgress.nullable(),
});
export type SitingHead = z.infer<typeof SitingHead>;

export const Siting = SitingHead.extend({
  basis: SitingBasis,
  result: SitingResult.nullable(),
});
export type Siting = z.infer<typeof Siting>;
