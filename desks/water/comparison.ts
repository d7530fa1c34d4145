import { id } from '@liangbuwu/office/http/fields.ts';
import { Say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';

const pair = z.strictObject({ before: z.number(), after: z.number() });

/** Two plans of one day side by side. */
export const Comparison = z.strictObject({
  tiers: z.array(z.strictObject({ name: z.string(), hardship: pair, people: pair })),
  metres: pair,
  changed: z.int().describe('stops of the first that have no partner in the second'),
  villages: z.array(
    z.strictObject({ area: id, name: z.string(), expected: pair, perPerson: pair }),
  ),
  tankers: z.array(z.strictObject({ tanker: id, name: z.string(), litres: pair, metres: pair })),
  /** The same in sentences, the heaviest first. */
  words: z.array(Say),
});
export type Comparison = z.infer<typeof Comparison>;
