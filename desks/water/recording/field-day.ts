import { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import { day, id, instant, litres, secondOfDay } from '@liangbuwu/office/http/fields.ts';
import { Say } from '@liangbuwu/office/http/say.ts';
import { Response } from '@liangbuwu/office/responses/contract.ts';
import { z } from 'zod';
import { PointKind, RoadClass, SourceFields, TankerFields } from '../registers.ts';
import { Position } from '../water.ts';
import { Entry } from './entry.ts';

const clock = Response.pick({ id: true, zone: true, now: true, today: true, clock: true });

/** What every phone of a desk needs on a day, whoever carries it. */
const common = {
  response: clock.extend({ name: Say }),
  desk: z.strictObject({ area: id, name: z.string(), from: secondOfDay, to: secondOfDay }),
  day,
};

const where = Position.pick({ lon: true, lat: true, provenance: true }).nullable();

export const FieldTanker = z.strictObject({
  id,
  name: z.string(),
  litres: z.int(),
  kind: TankerFields.shape.kind,
  out: z.boolean().describe('taken out of use'),
  shifts: z.array(z.strictObject({ id, driver: z.string(), from: secondOfDay, to: secondOfDay })),
  accepted: id.nullable().describe('the plan that its driver accepted last'),
});
export type FieldTanker = z.infer<typeof FieldTanker>;

export const FieldSource = z.strictObject({
  id,
  name: z.string(),
  kind: SourceFields.shape.kind,
  litresPerMinute: z.int(),
  closed: z.boolean(),
  reason: z.string().nullable(),
  where,
});
export type FieldSource = z.infer<typeof FieldSource>;

export const FieldPoint = z.strictObject({
  id,
  name: z.string(),
  village: z.string(),
  hamlet: z.string().nullable(),
  landmark: z.string().nullable(),
  kind: PointKind,
  people: z.int(),
  maxTankerLitres: z.int().nullable(),
  road: RoadClass.nullable(),
  wayClosed: z.string().nullable().describe('why no tanker gets there'),
  tank: z.int().nullable().describe('litres that its village tank holds'),
  where,
});
export type FieldPoint = z.infer<typeof FieldPoint>;

export const DriverStop = z.strictObject({
  shift: id,
  tanker: id,
  kind: z.enum(['fill', 'deliver']),
  at: id.describe('the source or the point'),
  litres,
  arrive: secondOfDay,
  start: secondOfDay,
  finish: secondOfDay,
  promise: Commitment.nullable(),
});
export type DriverStop = z.infer<typeof DriverStop>;

export const PlanInForce = z.strictObject({
  id,
  version: z.int(),
  publishedAt: instant.nullable(),
  by: z.string(),
});

/** A driver's day: complete enough to work without signal until it ends. */
export const DriverDay = z.strictObject({
  ...common,
  plan: PlanInForce.nullable().describe('null: none is published'),
  tankers: z.array(FieldTanker),
  stops: z.array(DriverStop).describe('of the tanker asked for, else of all, in order of time'),
  unplanned: z
    .array(z.strictObject({ point: id, promise: Commitment }))
    .describe('deliveries that nobody had planned, by these tankers'),
  sources: z.array(FieldSource),
  points: z.array(FieldPoint),
  entries: z.array(Entry),
});
export type DriverDay = z.infer<typeof DriverDay>;

export const KeeperPoint = FieldPoint.extend({
  area: id,
  taps: z.int(),
  litresPerMinute: z.int(),
  have: litres,
  level: z
    .strictObject({ litres, at: instant })
    .nullable()
    .describe('as it was read last, if it was'),
});
export type KeeperPoint = z.infer<typeof KeeperPoint>;

/** A village's points on a day, and what is promised to them. */
export const KeeperDay = z.strictObject({
  ...common,
  points: z.array(KeeperPoint),
  promises: z.array(z.strictObject({ point: id, promise: Commitment })),
  entries: z.array(Entry),
});
export type KeeperDay = z.infer<typeof KeeperDay>;
