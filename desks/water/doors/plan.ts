import { id, instant, litres, secondOfDay } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';

export const WalkSettings = z.strictObject({
  carryLitres: z.int().min(1).max(1000).describe('at a time: 20 by hand, more with a cart'),
  tripMetres: z
    .int()
    .min(50)
    .max(10_000)
    .describe('allowed for a trip, there and back: households have no positions of their own'),
  metresPerMinute: z.int().min(10).max(500),
  doorMinutes: z.int().min(0).max(120),
  mostMetres: z.int().min(100).max(30_000).describe('that nobody walks more of in a day'),
});

/** What whoever plans decides. */
export const PlanAsked = z.strictObject({
  volunteers: z.array(id).min(1).max(50),
  starts: secondOfDay,
  settings: WalkSettings,
});
export type PlanAsked = z.infer<typeof PlanAsked>;

const KeptStop = z.strictObject({
  household: id,
  point: id,
  litres,
  trip: z.int(),
  lastTrip: z.int(),
});
/** A stop as it is kept: ids only. */
export type KeptStop = z.infer<typeof KeptStop>;

export const PlannedStop = KeptStop.extend({
  label: z.string().nullable(),
  gone: z.boolean().describe('taken off the register since'),
});

export const PlannedWalk = z.strictObject({
  volunteer: z.strictObject({ id, name: z.string() }),
  stops: z.array(PlannedStop),
  litres,
  trips: z.int(),
  metres: z.int(),
  minutes: z.int(),
});
export type PlannedWalk = z.infer<typeof PlannedWalk>;

/** A village's walks of a day, as they hold. */
export const DoorPlan = z.strictObject({
  id,
  version: z.int(),
  madeAt: instant,
  by: z.string(),
  asked: PlanAsked,
  walks: z.array(PlannedWalk),
  unserved: z.array(
    z.strictObject({
      household: id,
      label: z.string().nullable(),
      litres,
      why: z.enum(['nobody', 'dark', 'far']),
    }),
  ),
});
export type DoorPlan = z.infer<typeof DoorPlan>;
