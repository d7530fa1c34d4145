import { z } from 'zod';
import { PointStart } from './day-start.ts';
import { HandedPlan } from './hand.ts';
import { Desk, PointKind } from './water.ts';
import { WhatIf } from './what-if.ts';

/**
 * Who is who in a plan's problem, kept with the plan: the problem itself names places only, and registers change
 * after a plan is made.
 */
export const Cast = z.strictObject({
  shifts: z.record(z.string(), z.strictObject({ tanker: z.uuid(), name: z.string() })),
  points: z.record(
    z.string(),
    z.strictObject({
      area: z.uuid(),
      name: z.string(),
      kind: PointKind.default('village'),
      /** Its own water; the problem has it with what is spilled added. Absent: as the problem has it. */
      have: z.int().optional(),
    }),
  ),
  villages: z.record(z.string(), z.string()),
  floors: z.string(),
  /** What the problem was made with. */
  lossPercent: Desk.shape.lossPercent,
});
export type Cast = z.infer<typeof Cast>;

export const PlanSettings = z.strictObject({
  seconds: z.int(),
  seed: z.int(),
  /** Whether what points went short on the days before weighs today. */
  fair: z.boolean().default(false),
  /** By point. */
  starts: z.record(z.string(), PointStart).default({}),
  cast: Cast,
  /** What people decided, with the plan (`water-day-plan/1`) that their moves had led to. */
  hand: HandedPlan.extend({ start: z.unknown() }).nullable().default(null),
  /** The plan that it goes on from (`water-day-plan/1`), as the field says it went by then; null: as it was planned. */
  went: z
    .strictObject({
      plan: z.unknown(),
      differing: z.array(z.strictObject({ point: z.string(), planned: z.int(), came: z.int() })),
    })
    .nullable()
    .default(null),
  /** What was assumed; null: nothing, the day is as it was registered. */
  whatIf: WhatIf.nullable().default(null),
});
export type PlanSettings = z.infer<typeof PlanSettings>;
