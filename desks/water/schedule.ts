import { id, litres, secondOfDay } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';

/** One stretch of a tanker's day. Between two stops it drives, waits or rests; nothing is left out. */
export const Stretch = z.strictObject({
  kind: z.enum(['fill', 'deliver', 'drive', 'wait', 'rest']),
  from: secondOfDay,
  to: secondOfDay,
  litres: litres.nullable(),
  metres: z.int().nullable(),
  /** The source or the point; null on the way. */
  at: id.nullable(),
  place: id.nullable().describe('where it stands, or where it drives to'),
});
export type Stretch = z.infer<typeof Stretch>;

export const TankerDay = z.strictObject({
  tanker: id,
  shift: id,
  from: secondOfDay,
  to: secondOfDay,
  litres: litres.describe('delivered in the shift'),
  metres: z.int(),
  stretches: z.array(Stretch),
});
export type TankerDay = z.infer<typeof TankerDay>;
