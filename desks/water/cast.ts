import { z } from 'zod';

/**
 * Who is who in a plan's problem, kept with the plan: the problem itself names places only, and registers change
 * after a plan is made.
 */
export const Cast = z.strictObject({
  shifts: z.record(z.string(), z.strictObject({ tanker: z.uuid(), name: z.string() })),
  points: z.record(z.string(), z.strictObject({ area: z.uuid(), name: z.string() })),
  villages: z.record(z.string(), z.string()),
  floors: z.string(),
});
export type Cast = z.infer<typeof Cast>;

export const PlanSettings = z.strictObject({
  seconds: z.int(),
  seed: z.int(),
  cast: Cast,
});
export type PlanSettings = z.infer<typeof PlanSettings>;
