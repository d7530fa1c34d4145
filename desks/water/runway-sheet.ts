import { day, id, litres, secondOfDay } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';
import { SourceFields } from './registers.ts';

/** Sums, which may pass what one field of a form may hold. */
const sum = z.int().min(0);
const left = z.int().nullable().describe('days from the one looked at: 0 ends today, below 0 over');

export const SourceRunway = z.strictObject({
  id,
  name: z.string(),
  kind: SourceFields.shape.kind.describe('only of a deep well is an owner asked for consent'),
  shut: z.enum(['closed', 'test-failed', 'consent-not-begun', 'consent-ended']).nullable(),
  consentUntil: day.nullable(),
  consentLeft: left,
  testAgainBy: day.nullable(),
  testLeft: left,
  litresPerDay: litres.nullable().describe('null: no daily limit is registered'),
  used: sum.nullable().describe('litres that the plan in force takes there; null: there is none'),
});
export type SourceRunway = z.infer<typeof SourceRunway>;

export const TankRunway = z.strictObject({
  point: id,
  name: z.string(),
  village: z.string(),
  level: litres.describe('litres in it at `at`'),
  at: secondOfDay.describe('second of the day as of which it is reckoned'),
  basis: z
    .enum(['registered', 'measured', 'carried'])
    .describe('where the level is reckoned on from'),
  need: sum.describe('litres a day that people draw, up to the last floor'),
  dry: z
    .strictObject({ day, second: secondOfDay })
    .nullable()
    .describe('when it is empty if no tanker comes from `at` on; null: nobody draws from it'),
  next: z
    .strictObject({ second: secondOfDay, litres: sum })
    .nullable()
    .describe('the next delivery of the day that is promised'),
});
export type TankRunway = z.infer<typeof TankRunway>;

/** Something that ends, and what of the plan in force goes with it. */
export const RunwayEnd = z.strictObject({
  kind: z.enum(['consent', 'test', 'clearance', 'loan']),
  id,
  name: z.string(),
  until: day.describe('the last day on which it holds'),
  left,
  from: day.describe('the first on which it does not'),
  bars: z
    .boolean()
    .describe('plans no longer count on it from then on; a test that is due bars nothing'),
  litres: sum
    .nullable()
    .describe(
      'a day, of what the plan in force fetches; null: no plan is in force, or it bars nothing',
    ),
  together: sum
    .nullable()
    .describe('a day, with all that ended before it; what is lost twice counts once'),
});
export type RunwayEnd = z.infer<typeof RunwayEnd>;

export const Unregistered = z.strictObject({
  kind: RunwayEnd.shape.kind,
  rows: z.array(z.strictObject({ id, name: z.string() })),
});
export type Unregistered = z.infer<typeof Unregistered>;

export const Runway = z.strictObject({
  day,
  days: z.int().describe('how far ahead `ends` looks'),
  fetched: sum
    .nullable()
    .describe('litres a day that the plan in force fetches; null: there is none'),
  ends: z.array(RunwayEnd).describe('the soonest first'),
  sources: z.array(SourceRunway),
  tanks: z.array(TankRunway).describe('the first to run dry first'),
  unregistered: z.array(Unregistered).describe('what would have to be known and is not registered'),
});
export type Runway = z.infer<typeof Runway>;
