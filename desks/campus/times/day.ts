import { id, text } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';

/** Minutes since 00:00 of the day. */
const minute = z.int().min(0).max(1439);
const people = z.int().min(0).max(300);

/** How pupils who do not board come and go. */
export const Mode = z.enum(['walk', 'car', 'bus']);
export type Mode = z.infer<typeof Mode>;

const Hours = z.strictObject({ from: minute, to: z.int().min(1).max(1440) });

const Gate = z.strictObject({
  id,
  name: text(20, 1),
  perMinute: z.int().min(1).max(600).describe('people, all modes alike'),
  modes: z.array(Mode).min(1).max(3).describe('of several, only one at a time'),
  open: z.array(Hours).min(1).max(6),
});

const Stair = z.strictObject({
  id,
  name: text(20, 1),
  perMinute: z.int().min(1).max(600),
});

const Canteen = z.strictObject({
  seats: z.int().min(1).max(20_000),
  minutes: z.int().min(5).max(120).describe('that a meal takes a seat, being served included'),
  walk: z.int().min(0).max(30).describe('minutes from the classroom to the canteen'),
  counters: z.int().min(1).max(100),
  perCounter: z.int().min(1).max(60).describe('people that a counter serves in a minute'),
});

const Starts = z.strictObject({
  first: minute,
  last: minute,
  step: z.int().min(5).max(60).describe('minutes from one possible start to the next'),
  usual: minute.nullable().describe('the start that costs nobody anything; null: all are as good'),
});
export type Starts = z.infer<typeof Starts>;

const Meal = z.strictObject({
  id,
  name: text(20, 1),
  eats: z.enum(['all', 'boarders']),
  starts: Starts,
});

const Bus = z.strictObject({
  id,
  name: text(20, 1),
  gate: id,
  arrives: minute.nullable().describe('null: it brings nobody'),
  leaves: minute.nullable().describe('null: it takes nobody home'),
});

const Attending = z.strictObject({
  class: id,
  people,
  boarders: people,
  cars: people.describe('pupils who are driven'),
  rides: z.array(z.strictObject({ bus: id, people: people.min(1) })).max(40),
  stair: id.nullable().describe('null: its room is on the ground floor'),
  home: z.boolean().describe('the whole class stays at home'),
});

const Siblings = z.strictObject({
  classes: z.tuple([id, id]),
  children: z.int().min(1).max(50).describe('counts only: who they are is not asked'),
  by: z.enum(['walk', 'car']),
});

/** What a school has, and who comes to it on a day: all that its times are made from. Counts only, nobody's name. */
export const SchoolDay = z.strictObject({
  gates: z.array(Gate).max(20),
  stairs: z.array(Stair).max(40),
  canteen: Canteen.nullable().describe('null: nobody eats at school'),
  arrival: Starts,
  meals: z.array(Meal).max(3),
  dismissal: Starts,
  buses: z.array(Bus).max(40),
  classes: z.array(Attending).max(200),
  siblings: z.array(Siblings).max(500),
  invented: z.boolean().default(false),
});
export type SchoolDay = z.infer<typeof SchoolDay>;
export type AttendingClass = SchoolDay['classes'][number];

/** Those who walk: everybody whom nothing else is said of. */
export const walkersOf = ({ people: all, boarders, cars, rides }: AttendingClass): number =>
  all - boarders - cars - rides.reduce((sum, ride) => sum + ride.people, 0);

/** The possible starts. */
export function startsOf({ first, last, step }: Starts): number[] {
  const starts: number[] = [];
  for (let at = first; at <= last; at += step) starts.push(at);
  return starts;
}
