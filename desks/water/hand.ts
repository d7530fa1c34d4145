import { id, secondOfDay } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';

const litres = z.int().min(1).max(100_000);
const stand = {
  tanker: id.describe('its first shift, as the timetable has it'),
  point: id,
  start: secondOfDay,
};

/** One thing that an officer changes in a plan. */
export const Move = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('move'),
    ...stand,
    to: z.strictObject({ tanker: id, at: secondOfDay }),
  }),
  z.strictObject({ kind: z.literal('litres'), ...stand, litres }),
  z.strictObject({ kind: z.literal('drop'), ...stand }),
  z.strictObject({ kind: z.literal('add'), tanker: id, point: id, at: secondOfDay, litres }),
]);
export type Move = z.infer<typeof Move>;

/** What was promised to somebody by word: that tanker, there, at least so much, begun within these seconds. */
export const Pin = z
  .strictObject({ tanker: id, point: id, litres, from: secondOfDay, to: secondOfDay })
  .refine(({ from, to }) => from <= to, { error: 'from ≤ to' });
export type Pin = z.infer<typeof Pin>;

/** What people have decided beforehand; the machine plans around it. */
export const Hand = z.strictObject({
  moves: z.array(Move).max(100),
  pins: z.array(Pin).max(200),
  locks: z.array(id).max(200).describe('tankers whose day stays as it is, by their first shifts'),
});
export type Hand = z.infer<typeof Hand>;

/** A hand in the making of a plan: what it starts from, and whether the machine goes on from there. */
export const HandedPlan = Hand.extend({
  from: id.describe('a plan of this desk, of this day or an earlier one'),
  machine: z.boolean().describe('false: as it is; true: the machine plans the rest around it'),
});
export type HandedPlan = z.infer<typeof HandedPlan>;

/** What came of a move; litres and start as they stand then. */
export const Moved = z.discriminatedUnion('done', [
  z.strictObject({
    done: z.literal(true),
    tanker: id,
    point: id,
    start: secondOfDay.nullable(),
    litres: z.int().min(0),
  }),
  z.strictObject({
    done: z.literal(false),
    because: z.enum(['gone', 'may-not', 'idle', 'off-shift', 'no-load', 'no-time']),
    earliest: secondOfDay.nullable().describe('when this tanker could begin it that day'),
  }),
]);
