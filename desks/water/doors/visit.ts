import { id, instant, litres, text } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';

const every = {
  response: id,
  household: id,
  at: instant.describe('when it happened, by the phone, corrected to the clock of the response'),
};

/** What a volunteer says of a door. */
export const VisitBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('door-done'),
    litres: litres.max(2000).describe('that were left there'),
    ...every,
  }),
  z.strictObject({ kind: z.literal('door-away'), ...every }),
  z.strictObject({
    kind: z.literal('door-worried'),
    litres: litres.max(2000).optional().describe('that were left there all the same'),
    note: text(200, 1).optional().describe('what worries them; no names'),
    ...every,
  }),
]);
export type VisitBody = z.infer<typeof VisitBody>;
export const VisitKind = z.enum(['door-done', 'door-away', 'door-worried']);

/** What somebody found who went to look. */
export const Look = z.strictObject({
  id,
  found: z.enum(['well', 'helped', 'not-found']),
  at: instant,
  by: z.string(),
});
export type Look = z.infer<typeof Look>;

/** A visit as it is kept: append-only. Of a door's visits in a day the one that was recorded last counts. */
export const Visit = z.strictObject({
  id,
  kind: VisitKind,
  household: id,
  label: z.string().nullable().describe('its house number; null: the register is destroyed'),
  area: id,
  litres: litres.nullable(),
  at: instant,
  by: z.strictObject({ id, name: z.string() }),
  note: z.string().nullable(),
  look: Look.nullable().describe('who looked afterwards, the last of them, and what they found'),
});
export type Visit = z.infer<typeof Visit>;

/** Whether there is water at the door after it: nobody has had water by none. */
export const leftWater = ({ kind, litres: left }: Pick<Visit, 'kind' | 'litres'>): boolean =>
  kind !== 'door-away' && left !== null && left > 0;
