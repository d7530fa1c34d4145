import { day, id, litres, secondOfDay, text, version } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';

/** Half-open, seconds of the day, local time. */
export const Interval = z
  .tuple([secondOfDay, secondOfDay])
  .refine(([from, to]) => from < to, { error: 'from < to' });
export type Interval = z.infer<typeof Interval>;

const own = { id, version };
const intervals = z.array(Interval).max(12);
const since = z.iso.datetime({ offset: true }).nullable();
const perhaps = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);
const note = perhaps(text(200, 1));

const inOrder = (from: string | null, until: string | null) =>
  from === null || until === null || from <= until;

export const SourceFields = z
  .strictObject({
    area: id,
    name: text(60, 1),
    kind: z.enum(['waterworks', 'deep-well', 'other']),
    place: id,
    bays: z.int().min(1).max(20),
    litresPerMinute: z.int().min(1).max(100_000).describe('per bay'),
    setupSeconds: z.int().min(0).max(7200),
    open: intervals,
    litresPerDay: perhaps(litres),
    consentFrom: perhaps(day),
    consentUntil: perhaps(day),
    consentTerms: note.describe('what was agreed with the owner; no names'),
    testedOn: perhaps(day),
    testResult: perhaps(z.enum(['passed', 'failed'])),
    testAgainBy: perhaps(day),
    testNote: note,
    invented: z.boolean().default(false),
  })
  .refine(({ consentFrom, consentUntil }) => inOrder(consentFrom, consentUntil), {
    error: 'consentFrom ≤ consentUntil',
    path: ['consentUntil'],
  })
  .refine(({ testedOn, testResult }) => testedOn !== null || testResult === null, {
    error: 'testResult → testedOn',
    path: ['testedOn'],
  })
  .refine(({ testedOn, testResult }) => testResult !== null || testedOn === null, {
    error: 'testedOn → testResult',
    path: ['testResult'],
  });

/** Where tankers fill: a waterworks, a well whose owner agreed. */
export const Source = SourceFields.safeExtend({
  ...own,
  state: z.enum(['open', 'closed']),
  reason: text(200).nullable(),
  since,
});
export type Source = z.infer<typeof Source>;

/** The road that a tanker still manages: a county road, a paved village road, a track. */
export const RoadClass = z.enum(['main', 'village', 'track']);
export type RoadClass = z.infer<typeof RoadClass>;

/** Classes of driving licence for goods and passenger vehicles, by 《机动车驾驶证申领和使用规定》. */
export const Licence = z.enum(['A1', 'A2', 'B1', 'B2', 'C1']);
export type Licence = z.infer<typeof Licence>;

export const TankerFields = z
  .strictObject({
    area: id,
    name: text(60, 1),
    kind: z.enum(['sprinkler', 'tanker']),
    litres: z.int().min(1).max(100_000),
    home: id,
    roadClass: RoadClass.default('track'),
    licence: perhaps(Licence).describe('that who drives it must hold'),
    disinfectedOn: perhaps(day),
    clearedUntil: perhaps(day).describe('its clearance for drinking water ends with this day'),
    lentBy: perhaps(text(60, 1)),
    lentUntil: perhaps(day),
    invented: z.boolean().default(false),
  })
  .refine(({ disinfectedOn, clearedUntil }) => inOrder(disinfectedOn, clearedUntil), {
    error: 'disinfectedOn ≤ clearedUntil',
    path: ['clearedUntil'],
  });

/** A sprinkler is barred from drinking water until it has been disinfected. */
export const TankerRow = TankerFields.safeExtend({
  ...own,
  state: z.enum(['ready', 'out']),
  reason: text(200).nullable(),
  since,
});
export type TankerRow = z.infer<typeof TankerRow>;

export const DriverFields = z.strictObject({
  area: id,
  name: text(40, 1).describe('a role or an alias, never a private name'),
  licence: perhaps(Licence),
  hoursPerDay: perhaps(z.int().min(1).max(24)).describe('on duty, at most'),
  note,
  invented: z.boolean().default(false),
});
export const DriverRow = DriverFields.safeExtend(own);
export type DriverRow = z.infer<typeof DriverRow>;

export const ShiftFields = z
  .strictObject({
    area: id,
    tanker: id,
    driver: id,
    from: secondOfDay,
    to: secondOfDay,
    validFrom: perhaps(day),
    validUntil: perhaps(day),
    invented: z.boolean().default(false),
  })
  .refine(({ from, to }) => from < to, { error: 'from < to', path: ['to'] })
  .refine(({ validFrom, validUntil }) => inOrder(validFrom, validUntil), {
    error: 'validFrom ≤ validUntil',
    path: ['validUntil'],
  });

/** A driver's hours on a tanker, every day from `validFrom` to `validUntil`. */
export const ShiftRow = ShiftFields.safeExtend(own);
export type ShiftRow = z.infer<typeof ShiftRow>;

/** Who or what drinks at a point; all but a village may have figures of their own in the floors. */
export const PointKind = z.enum(['village', 'clinic', 'school', 'elderly-home', 'livestock']);
export type PointKind = z.infer<typeof PointKind>;

export const PointFields = z
  .strictObject({
    area: id.describe('the village'),
    desk: id.describe('the town whose desk plans it'),
    name: text(60, 1),
    hamlet: perhaps(text(60, 1)),
    landmark: perhaps(text(100, 1)).describe('what a driver looks out for; no names of people'),
    place: id,
    kind: PointKind.default('village'),
    people: z
      .int()
      .min(0)
      .max(1_000_000)
      .describe('heads, by kind: people, beds, pupils or animals'),
    have: litres.describe("what the point's own wells or station still give in the day"),
    weight: z.number().gt(0).max(100).default(1),
    taps: z.int().min(0).max(1000),
    litresPerMinute: z.int().min(1).max(100_000),
    setupSeconds: z.int().min(0).max(7200),
    open: perhaps(intervals),
    maxTankerLitres: perhaps(z.int().min(1).max(100_000)),
    wayClosed: z.boolean().default(false).describe('no tanker gets there'),
    wayClosedWhy: note,
    tankLitres: perhaps(z.int().min(1).max(10_000_000)),
    tankLevel: perhaps(litres),
    invented: z.boolean().default(false),
  })
  .refine(({ tankLitres, tankLevel }) => tankLitres !== null || tankLevel === null, {
    error: 'tankLevel → tankLitres',
    path: ['tankLitres'],
  })
  .refine(({ tankLitres, tankLevel }) => tankLevel !== null || tankLitres === null, {
    error: 'tankLitres → tankLevel',
    path: ['tankLevel'],
  })
  .refine(({ tankLitres, tankLevel }) => (tankLevel ?? 0) <= (tankLitres ?? 0), {
    error: 'tankLevel ≤ tankLitres',
    path: ['tankLevel'],
  })
  .refine(({ wayClosed, wayClosedWhy }) => !wayClosed || wayClosedWhy !== null, {
    error: 'wayClosed → wayClosedWhy',
    path: ['wayClosedWhy'],
  });

/** Where people collect. */
export const PointRow = PointFields.safeExtend(own);
export type PointRow = z.infer<typeof PointRow>;
