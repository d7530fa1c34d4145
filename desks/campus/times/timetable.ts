import { id, instant, version } from '@liangbuwu/office/http/fields.ts';
import { SearchState } from '@liangbuwu/office/plans/search-state.ts';
import { z } from 'zod';
import { Stage } from '../campus.ts';
import { SchoolDay } from './day.ts';

const whole = z.int().min(0);

/** What weighs how much, in people-minutes, and how long it may take. */
export const TimesSettings = z.strictObject({
  spread: z.int().min(0).max(1000).default(30).describe('a minute between first and last start'),
  siblings: z.int().min(0).max(100).default(10).describe('a minute of one sibling from the other'),
  change: z
    .int()
    .min(0)
    .max(1000)
    .default(30)
    .describe('a pupil whose time changes from the timetable that it is based on'),
  seconds: z.int().min(1).max(600).default(60).describe('time to solve'),
});
export type TimesSettings = z.infer<typeof TimesSettings>;

/** When and by which gate; what `activity` says is in plan-times.ts. */
export const Placed = z.strictObject({ activity: z.string(), start: whole, way: z.string() });
export type Placed = z.infer<typeof Placed>;

const NamedClass = z.strictObject({ id, name: z.string(), stage: Stage, grade: z.int() });
export type NamedClass = z.infer<typeof NamedClass>;

/** What a timetable is made from, as it was when it was asked for. */
export const TimesBasis = z.strictObject({
  version: version.describe('of what the school had written down'),
  day: SchoolDay,
  classes: z.array(NamedClass),
  previous: z.array(Placed).nullable().describe('of the timetable that it is based on'),
});
export type TimesBasis = z.infer<typeof TimesBasis>;

const Conflict = z.discriminatedUnion('because', [
  z.strictObject({ because: z.literal('closed'), activities: z.array(z.string()) }),
  z.strictObject({
    because: z.literal('times'),
    activities: z.array(z.string()),
    orders: z.array(whole),
    together: z.array(whole),
  }),
  z.strictObject({
    because: z.literal('capacity'),
    resources: z.array(
      z.strictObject({
        resource: z.string(),
        capacity: whole,
        activities: whole,
        amount: whole,
        starts: whole,
      }),
    ),
    minimal: z.boolean(),
  }),
]);
export type Conflict = z.infer<typeof Conflict>;

const Load = z.strictObject({
  resource: z.string(),
  from: whole,
  to: whole,
  amount: whole,
  capacity: whole,
  over: whole,
  mixed: whole,
});
export type Load = z.infer<typeof Load>;

/** As `planning/slots` tells it. */
export const TimesResult = z.strictObject({
  placements: z.array(Placed),
  loads: z.array(Load),
  costs: z.strictObject({
    waiting: whole,
    apart: whole,
    spread: whole,
    changes: whole,
    total: whole,
  }),
  bound: whole,
  overload: whole,
  overloadBound: whole,
  proven: z.strictObject({ overload: z.boolean(), costs: z.boolean() }),
  conflicts: z.array(Conflict),
  stopped: z.boolean(),
  seconds: z.number(),
});
export type TimesResult = z.infer<typeof TimesResult>;

export const TimesProgress = z.strictObject({
  seconds: z.number(),
  overload: whole,
  overloadBound: whole,
  total: whole,
  bound: whole,
});
export type TimesProgress = z.infer<typeof TimesProgress>;

/** A version of a school's times. */
export const TimetableHead = z.strictObject({
  id,
  school: id,
  number: z.int().min(1).describe('which one of the school'),
  basedOn: z.strictObject({ id, number: z.int() }).nullable(),
  made: instant,
  by: z.string(),
  settings: TimesSettings,
  state: SearchState,
  stop: z.boolean().describe('somebody asked it to stop'),
  progress: TimesProgress.nullable(),
});
export type TimetableHead = z.infer<typeof TimetableHead>;

export const Timetable = TimetableHead.extend({
  basis: TimesBasis,
  result: TimesResult.nullable(),
});
export type Timetable = z.infer<typeof Timetable>;

/** What the school goes by now. */
export const InForce = z.strictObject({
  timetable: id.nullable().describe('null: taken back, or none yet'),
  at: instant.nullable(),
  by: z.string().nullable(),
});
export type InForce = z.infer<typeof InForce>;
