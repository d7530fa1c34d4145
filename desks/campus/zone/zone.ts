import { id, instant, text, version } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';

const minutes = (least: number, most: number) => z.int().min(least).max(most);
const minuteOfDay = minutes(0, 1440);

/** A building that parcels are carried to; never a person’s room. */
export const Building = z.strictObject({
  id,
  name: text(40, 1),
  minutes: minutes(1, 240).describe('a round there and back, handing over included'),
});
export type Building = z.infer<typeof Building>;

/** How a school takes in what is brought to it while it is closed off. */
export const ZoneFields = z
  .strictObject({
    opens: minuteOfDay,
    closes: minuteOfDay,
    slot: minutes(5, 240).describe('minutes of one slot'),
    perSlot: z.int().min(1).max(2000).describe('parcels that one slot takes'),
    disinfect: minutes(0, 1440),
    carriers: z.int().min(1).max(50),
    perRound: z.int().min(1).max(500).describe('parcels that a carrier takes at once'),
    buildings: z.array(Building).min(1).max(60),
  })
  .refine(({ opens, closes, slot }) => opens + slot <= closes, {
    path: ['closes'],
    error: 'at least one slot after opens',
  })
  .refine(
    ({ buildings }) =>
      new Set(buildings.map((one) => one.id)).size === buildings.length &&
      new Set(buildings.map(({ name }) => name)).size === buildings.length,
    { path: ['buildings'], error: 'no two alike' },
  );
export type ZoneFields = z.infer<typeof ZoneFields>;

export const Zone = z.strictObject({ fields: ZoneFields, version });
export type Zone = z.infer<typeof Zone>;

/** The minutes of a day at which its slots begin; what does not fit before closing is none. */
export const slotsOf = ({ opens, closes, slot }: ZoneFields): number[] =>
  Array.from({ length: Math.floor((closes - opens) / slot) }, (_, i) => opens + i * slot);

/** Everything a parcel can be in; it is always in exactly one. */
export const Place = z.enum([
  'outside',
  'disinfecting',
  'ready',
  'under-way',
  'signed',
  'damaged',
  'missing',
  'withdrawn',
]);
export type Place = z.infer<typeof Place>;

export const Late = z.enum(['not-brought', 'not-carried', 'not-signed', 'missing']);
export type Late = z.infer<typeof Late>;

/** A parcel as those who run the zone see it: not to whom it goes. */
export const ParcelLine = z.strictObject({
  id,
  code: z.string(),
  number: z.int(),
  building: id,
  day: z.iso.date(),
  slot: minuteOfDay,
  place: Place,
  late: Late.nullable(),
});
export type ParcelLine = z.infer<typeof ParcelLine>;

export const RoundState = z.enum(['planned', 'under-way', 'signed']);
export type RoundState = z.infer<typeof RoundState>;

export const Round = z.strictObject({
  id,
  number: z.int(),
  building: id,
  carrier: z.int().describe('counted from 1'),
  state: RoundState,
  leaves: instant.describe('as planned; once it has left, when it did'),
  back: instant,
  ready: instant.nullable().describe('when the last of its parcels is disinfected'),
  signedAt: instant.nullable(),
  parcels: z.int(),
  missing: z.int(),
  damaged: z.int(),
});
export type Round = z.infer<typeof Round>;

/** How good a plan is: no plan at all can end before `bound`. */
export const Planned = z.strictObject({
  at: instant,
  ends: instant,
  bound: instant,
  rounds: z.int(),
  parcels: z.int(),
});
export type Planned = z.infer<typeof Planned>;

export const mostAtOnce = 500;

/** One parcel as it is booked: where it goes is known to those who carry, to whom only to who hands it out. */
export const Brought = z.strictObject({ building: id, to: text(60, 1) });
export type Brought = z.infer<typeof Brought>;
