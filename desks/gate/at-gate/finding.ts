import { id } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';
import { Verdict } from '../gate.ts';

/** What the rule of the moment says of one who came to the gate, by what the guard measured and saw. */
export const RuleFinding = z.strictObject({
  version: id.describe('of the rule'),
  verdict: Verdict,
  outcome: z
    .string()
    .max(200)
    .nullable()
    .describe('as the rule writes it; null: not known, since something that it asks was not said'),
});
export type RuleFinding = z.infer<typeof RuleFinding>;
