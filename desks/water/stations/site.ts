import { id, litres, text, version } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';

const perhaps = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);
const yuan = (most: number) =>
  z
    .number()
    .min(0)
    .max(most)
    .refine((value) => Math.round(value * 100) / 100 === value, { error: 'two decimals at most' });

/** What is known of where a station is or could be. Its position is a place of the register, or its own. */
export const SiteFields = z
  .strictObject({
    area: id.describe('the village'),
    desk: id.describe('the town whose desk sites it'),
    name: text(60, 1),
    kind: z.enum(['well', 'spring', 'reservoir']),
    place: perhaps(id),
    lon: perhaps(z.number().min(-180).max(180)).describe('WGS-84'),
    lat: perhaps(z.number().min(-90).max(90)).describe('WGS-84'),
    provenance: perhaps(z.enum(['real', 'imported', 'schematic'])),
    yieldLitres: litres.describe('a day, in the dry season'),
    countedLitres: litres
      .default(0)
      .describe("of an existing one, what the points' own water counts already, a day"),
    building: yuan(100_000_000),
    running: yuan(1_000_000).describe('a month'),
    state: z.enum(['idea', 'existing', 'ruled-out']),
    reason: perhaps(text(200, 1)),
    figuresFrom: text(200, 1).describe('where the figures come from; no names'),
    invented: z.boolean().default(false),
  })
  .refine(({ place, lon }) => (place === null) !== (lon === null), {
    error: 'place or lon, lat',
    path: ['place'],
  })
  .refine(({ lon, lat }) => lon === null || lat !== null, { error: 'lon → lat', path: ['lat'] })
  .refine(({ lon, lat }) => lat === null || lon !== null, { error: 'lat → lon', path: ['lon'] })
  .refine(({ lon, provenance }) => (lon === null) === (provenance === null), {
    error: 'lon, lat ↔ provenance',
    path: ['provenance'],
  })
  .refine(({ yieldLitres, countedLitres }) => countedLitres <= yieldLitres, {
    error: 'countedLitres ≤ yieldLitres',
    path: ['countedLitres'],
  })
  .refine(({ state, countedLitres }) => state === 'existing' || countedLitres === 0, {
    error: 'countedLitres → existing',
    path: ['countedLitres'],
  })
  .refine(({ state, reason }) => state !== 'ruled-out' || reason !== null, {
    error: 'ruled-out → reason',
    path: ['reason'],
  });

/** Where a station is, or could be. */
export const SiteRow = SiteFields.safeExtend({ id, version });
export type SiteRow = z.infer<typeof SiteRow>;
