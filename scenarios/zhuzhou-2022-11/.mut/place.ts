import { z } from 'zod';
import { inventedOrigin, origin, Said } from './origin.ts';

/** WGS-84, with where it comes from: a cited source, an import, or drawn by hand (示意). */
export const Position = z.discriminatedUnion('provenance', [
  z.strictObject({
    lon: z.number(),
    lat: z.number(),
    provenance: z.literal('real'),
    source: z.string().min(1),
  }),
  z.strictObject({
    lon: z.number(),
    lat: z.number(),
    provenance: z.literal('imported'),
    source: z.string().min(1),
  }),
  z.strictObject({
    lon: z.number(),
    lat: z.number(),
    provenance: z.literal('schematic'),
    note: Said,
  }),
]);
export type Position = z.infer<typeof Position>;

/** The road that leads to a place: county road or street, paved village road, hill track. */
export const RoadClassId = z.enum(['main', 'village', 'track']);
export type RoadClassId = z.infer<typeof RoadClassId>;

export const PlaceKind = z.enum(['village', 'yard', 'source', 'station', 'point']);
export type PlaceKind = z.infer<typeof PlaceKind>;

export const Place = z.strictObject({
  id: z.string().min(1),
  kind: PlaceKind,
  area: z.string().min(1),
  name: Said,
  position: Position,
  roadClass: RoadClassId,
  ...origin,
});
export type Place = z.infer<typeof Place>;

/** How drive times are estimated over a class of road. */
export const RoadClass = z.strictObject({
  id: RoadClassId,
  name: Said,
  detour: z.number().min(1),
  kilometresPerHour: z.number().positive(),
  ...inventedOrigin,
});
export type RoadClass = z.infer<typeof RoadClass>;

/** No way in or out of the places while it holds; `until` null = not known. */
export const Closure = z.strictObject({
  id: z.string().min(1),
  closes: z.array(z.string().min(1)).min(1),
  from: z.iso.datetime({ offset: true }),
  until: z.iso.datetime({ offset: true }).nullable(),
  response: z.string().min(1),
  reason: Said,
  ...origin,
});
export type Closure = z.infer<typeof Closure>;

export const PlacesFile = z.strictObject({ places: z.array(Place).min(1) });
export const TravelFile = z.strictObject({
  roadClasses: z.array(RoadClass).min(1),
  closures: z.array(Closure),
});
