import { z } from 'zod';
import { Said } from './origin.ts';

/** data/outline.geojson: a drawn shape of the town for a map without boundaries. */
export const Outline = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.strictObject({
        type: z.literal('Feature'),
        id: z.string().min(1),
        properties: z.strictObject({
          area: z.string().min(1),
          invented: z.literal(true),
          provenance: z.literal('schematic'),
          note: Said,
        }),
        geometry: z.strictObject({
          type: z.literal('Polygon'),
          coordinates: z.array(z.array(z.tuple([z.number(), z.number()])).min(4)).min(1),
        }),
      }),
    )
    .min(1),
});
export type Outline = z.infer<typeof Outline>;
