import { z } from 'zod';
import { inventedOrigin, origin, Said } from './origin.ts';

const SchoolClass = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  stage: z.enum(['kindergarten', 'primary', 'junior-high', 'senior-high', 'vocational']),
  grade: z.int().min(1).max(12),
  ...inventedOrigin,
});

/** A session of sampling; times of people's work in seconds, `start` a time of day. */
const Sampling = z.strictObject({
  id: z.string().min(1),
  day: z.iso.date(),
  start: z.string().regex(/^\d{2}:\d{2}$/),
  place: Said,
  samplers: z.int().min(1),
  perTube: z.int().min(1),
  swab: z.int(),
  tube: z.int(),
  mostWait: z.int(),
  late: z.int(),
  groups: z.array(
    z.strictObject({
      name: z.string(),
      people: z.int().min(1),
      walk: z.int(),
      classes: z.array(z.string()),
    }),
  ),
  by: z.string().describe('the user who plans it'),
  ...inventedOrigin,
});

/** A sealed school's transfer zone; times of a day, else minutes. */
const Zone = z.strictObject({
  opens: z.string().regex(/^\d{2}:\d{2}$/),
  closes: z.string().regex(/^\d{2}:\d{2}$/),
  slot: z.int(),
  perSlot: z.int(),
  disinfect: z.int(),
  carriers: z.int(),
  perRound: z.int(),
  buildings: z.array(
    z.strictObject({ id: z.string().min(1), name: z.string().min(1), minutes: z.int() }),
  ),
  day: z.iso.date(),
  parcels: z.int().min(1).describe('booked for that day, slot by slot'),
  received: z.int().describe('of the first slot, early'),
  by: z.string().describe('the user who runs it'),
  ...inventedOrigin,
});
export type ScenarioZone = z.infer<typeof Zone>;

/** What a sealed school has in store; `counted` is what was there at `countedAt`. */
const Stores = z.strictObject({
  people: z.int().min(1),
  source: z.string().min(1).describe('where the number comes from'),
  countedAt: z.iso.datetime({ offset: true }),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      name: z.string().min(1),
      unit: z.string().min(1),
      use: z.strictObject({ per: z.enum(['head-day', 'day', 'head']), quantity: z.number() }),
      source: z.string().min(1),
      lead: z.int(),
      floor: z.int(),
      cover: z.int(),
      counted: z.int(),
    }),
  ),
  needs: z.array(
    z.strictObject({
      id: z.string().min(1),
      item: z.string(),
      quantity: z.int(),
      promises: z.array(
        z.strictObject({
          id: z.string().min(1),
          giver: z.string(),
          quantity: z.int(),
          due: z.iso.datetime({ offset: true }),
        }),
      ),
    }),
  ),
  by: z.string().describe('the user who keeps them'),
  ...inventedOrigin,
});

const numbered = { building: z.string().min(1), from: z.int(), to: z.int() };

/** A sealed school's rooms, by their numbers; which class was put where, and when bedding was changed. */
const Rooms = z.strictObject({
  buildings: z.array(
    z.strictObject({
      ...numbered,
      beds: z.int().min(1),
      kind: z.enum(['boys', 'girls', 'staff', 'any']),
    }),
  ),
  filled: z.array(z.strictObject({ ...numbered, class: z.string() })),
  linen: z.array(z.strictObject({ ...numbered, day: z.iso.date() })),
  by: z.string().describe('the user who gives beds'),
  ...inventedOrigin,
});
export type ScenarioRooms = z.infer<typeof Rooms>;

const School = z.strictObject({
  id: z.string().min(1),
  within: z.string().min(1).describe('the area that it lies in'),
  name: Said,
  ruleName: z.string().nullable().describe('what the return rules call it'),
  boards: z.boolean(),
  classes: z.array(SchoolClass),
  sampling: z.array(Sampling).optional(),
  zone: Zone.optional(),
  stores: Stores.optional(),
  rooms: Rooms.optional(),
  ...origin,
});

/** data/schools.json; schools and classes are areas of the tree, so users may stand in them. */
export const Schools = z.strictObject({ note: Said, schools: z.array(School).min(1) });
export type Schools = z.infer<typeof Schools>;
