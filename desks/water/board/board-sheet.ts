import { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import { id, instant, litres } from '@liangbuwu/office/http/fields.ts';
import { Say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { Entry } from '../recording/entry.ts';
import { PlanInForce } from '../recording/field-day.ts';
import { PointKind } from '../registers.ts';
import { Flag } from './flags.ts';

/**
 * How a promise stands against the clock. `late`: nobody has spoken of it though its time is over; `first-key` and
 * `second-key`: one side has not spoken, and should have by now.
 */
export const Standing = z.enum([
  'coming',
  'under-way',
  'late',
  'waits-for-second-key',
  'second-key-missing',
  'first-key-missing',
  'differs',
  'kept',
  'partly-kept',
]);
export type Standing = z.infer<typeof Standing>;

export const BoardPromise = z.strictObject({
  point: id,
  name: z.string(),
  village: z.string(),
  promise: Commitment,
  standing: Standing,
  litres: litres.describe('what counts of it by now; of what is still to come, what is promised'),
  minutes: z
    .int()
    .nullable()
    .describe('that it is behind: overdue, or by what its driver says; null: it is not'),
});
export type BoardPromise = z.infer<typeof BoardPromise>;

export const Unserved = z.strictObject({
  point: id,
  name: z.string(),
  village: z.string(),
  kind: PointKind,
  people: z.int(),
  need: litres,
  perPerson: z.number().describe('own water / people'),
  toCome: litres.describe('promised for later today, and not overdue'),
  next: instant.nullable().describe('when the next of it is due'),
  short: z.strictObject({ litres, say: Say, remedy: Say }).nullable(),
});
export type Unserved = z.infer<typeof Unserved>;

/** Something that a phone reported and an officer decides on. */
export const Report = z.strictObject({
  entry: Entry,
  note: z.string().nullable(),
  subject: z.string().describe('the tanker or the point, by name'),
  settled: z
    .boolean()
    .describe('the register says the same by now; what was asked for is promised'),
  promised: litres.nullable().describe('to the point on the day, where a roll-call asks for water'),
});
export type Report = z.infer<typeof Report>;

export const DriverState = z.strictObject({
  tanker: id,
  name: z.string(),
  accepted: z.boolean().describe('the plan in force'),
  last: Entry.nullable(),
  behind: z.int().nullable().describe('minutes, by what its driver said last'),
});
export type DriverState = z.infer<typeof DriverState>;

/** The day as it is being carried out. */
export const BoardSheet = z.strictObject({
  now: instant,
  plan: PlanInForce.nullable(),
  totals: z.strictObject({
    promised: litres,
    due: litres.describe('promised for until now'),
    came: litres.describe('as far as anybody has spoken of it'),
    verified: litres.describe('of it, what both sides say, or what was resolved'),
  }),
  unserved: z.array(Unserved).describe('who has nothing yet, the worst first'),
  promises: z.array(BoardPromise).describe('in order of time'),
  flags: z.array(Flag),
  reports: z.array(Report).describe('newest first'),
  drivers: z.array(DriverState),
});
export type BoardSheet = z.infer<typeof BoardSheet>;
