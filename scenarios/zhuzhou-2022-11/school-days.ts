import { z } from 'zod';
import { inventedOrigin, Said } from './origin.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: '07:30' });
const name = z.string().min(1).max(20);
const count = z.int().min(0).max(300);
const Starts = z.strictObject({ first: time, last: time, step: z.int().min(5), usual: time });

const Day = z.strictObject({
  school: z.string().min(1),
  gates: z.array(
    z.strictObject({
      id: z.string(),
      name,
      perMinute: z.int().min(1),
      modes: z.array(z.enum(['walk', 'car', 'bus'])),
      open: z.array(z.string().regex(/^\d\d:\d\d-\d\d:\d\d$/, { error: '06:30-08:00' })),
    }),
  ),
  stairs: z.array(z.strictObject({ id: z.string(), name, perMinute: z.int().min(1) })),
  canteen: z.strictObject({
    seats: z.int(),
    minutes: z.int(),
    walk: z.int(),
    counters: z.int(),
    perCounter: z.int(),
  }),
  arrival: Starts,
  meals: z.array(
    z.strictObject({ id: z.string(), name, eats: z.enum(['all', 'boarders']), starts: Starts }),
  ),
  dismissal: Starts,
  buses: z.array(
    z.strictObject({ id: z.string(), name, gate: z.string(), arrives: time, leaves: time }),
  ),
  classes: z.array(
    z.strictObject({
      class: z.string(),
      people: count,
      boarders: count,
      cars: count,
      stair: z.string(),
      rides: z.array(z.strictObject({ bus: z.string(), people: count })).optional(),
    }),
  ),
  siblings: z.array(
    z.strictObject({
      classes: z.tuple([z.string(), z.string()]),
      children: z.int().min(1),
      by: z.enum(['walk', 'car']),
    }),
  ),
  ...inventedOrigin,
});
export type ScenarioDay = z.infer<typeof Day>;

/** data/school-days.json: what schools have and how many come, for staggered times. Counts only. */
export const SchoolDays = z.strictObject({ note: Said, days: z.array(Day).min(1) });
export type SchoolDays = z.infer<typeof SchoolDays>;
