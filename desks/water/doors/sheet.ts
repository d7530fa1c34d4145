import { day, id, litres, secondOfDay } from '@liangbuwu/office/http/fields.ts';
import { Say } from '@liangbuwu/office/http/say.ts';
import { Response } from '@liangbuwu/office/responses/contract.ts';
import { z } from 'zod';
import { DoorPlan, PlanAsked } from './plan.ts';
import { Visit } from './visit.ts';

const Gone = z.enum(['died', 'moved', 'doubled', 'mistake', 'unsaid']);
const point = z.strictObject({ id, name: z.string() });

const Door = z.strictObject({
  household: id,
  label: z.string(),
  point,
  people: z.int(),
  aloneElderly: z.boolean(),
  litres,
  cannotCome: z.boolean(),
  request: z.strictObject({ id, number: z.string() }).nullable(),
});

const ToCheck = z.strictObject({
  household: id,
  label: z.string(),
  why: z.enum(['gone', 'doubled', 'nobody', 'never-home', 'no-point']),
  gone: Gone.nullable(),
  double: z.string().nullable(),
  away: z
    .strictObject({ days: z.int(), visit: id.nullable() })
    .describe('days running on which nobody was at home, and the visit of the latest'),
  request: z.string().nullable(),
});

export const DoorVillage = z.strictObject({
  area: id,
  name: z.string(),
  doors: z.array(Door),
  toCheck: z.array(ToCheck),
  volunteers: z.array(
    z.strictObject({ id, name: z.string(), usual: z.boolean().describe('that is their role') }),
  ),
  plan: DoorPlan.nullable().describe('that holds'),
});
export type DoorVillage = z.infer<typeof DoorVillage>;

/** Water to doors on a day: who gets it, who is to be checked first, who walks, what came of it. */
export const DoorSheet = z.strictObject({
  day,
  floor: z.strictObject({ litresPerPerson: z.number(), label: Say, source: z.string() }),
  sunset: secondOfDay.nullable(),
  until: secondOfDay.describe('when the last walk ends at the latest'),
  starts: secondOfDay.describe('when a walk could begin: opening time, or now'),
  usual: PlanAsked.shape.settings,
  villages: z.array(DoorVillage),
  unlinked: z.array(z.string()).describe('numbers of requests that no household is linked to'),
  visits: z
    .array(Visit)
    .describe('of the day; worries that nobody has looked after, from before too'),
});
export type DoorSheet = z.infer<typeof DoorSheet>;

/** A volunteer's walk: enough to work without signal until it ends. Nobody's name is in it. */
export const VolunteerDay = z.strictObject({
  response: Response.pick({ id: true, zone: true, now: true, today: true, clock: true }),
  day,
  village: z.string(),
  version: z.int(),
  by: z.string(),
  until: secondOfDay,
  starts: secondOfDay,
  carryLitres: z.int(),
  trips: z.int(),
  minutes: z.int(),
  points: z.array(point.extend({ landmark: z.string().nullable() })),
  stops: z.array(
    z.strictObject({
      household: id,
      label: z.string(),
      point: id,
      people: z.int(),
      aloneElderly: z.boolean(),
      litres,
      trip: z.int(),
      lastTrip: z.int(),
      cannotCome: z.boolean(),
      request: z
        .string()
        .nullable()
        .describe('its number, if they asked by telephone or on the page'),
      gone: Gone.nullable().describe('taken off the register since: not to go there'),
    }),
  ),
  visits: z.array(Visit.omit({ look: true, note: true })),
});
export type VolunteerDay = z.infer<typeof VolunteerDay>;
