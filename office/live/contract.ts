import { z } from 'zod';
import { id } from '../http/fields.ts';

/** Says that something changed, by id only; what it is now is read through the ordinary routes. */
export const LiveEvent = z.strictObject({
  topic: z.string(),
  area: id.nullable().describe('null: of the whole tenant, as a response is'),
  id: z.string(),
  /** Figures that are nobody's secret within the area, such as a plan's progress. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});
export type LiveEvent = z.infer<typeof LiveEvent>;

/** The stream of events: one JSON text each, as an EventSource reads them. */
export const livePath = '/api/live';

/** Something may have been missed: read again whatever is shown. */
const Resync = z.strictObject({ topic: z.literal('resync') });

export const LiveMessage = z.union([Resync, LiveEvent]);
export type LiveMessage = z.infer<typeof LiveMessage>;
