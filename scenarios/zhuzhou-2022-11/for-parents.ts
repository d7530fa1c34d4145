import { z } from 'zod';
import { inventedOrigin, Said } from './origin.ts';

const topic = z.enum(['return', 'report', 'gate', 'living', 'health', 'other']);

/** data/for-parents.json: what schools tell all parents, and what some asked; all of it invented. */
export const ForParents = z.strictObject({
  note: Said,
  schools: z.array(
    z.strictObject({
      school: z.string(),
      by: z.string().describe('the user who keeps the school'),
      telephone: z.string(),
      menus: z.array(
        z.strictObject({
          day: z.iso.date(),
          breakfast: z.string(),
          lunch: z.string(),
          supper: z.string(),
        }),
      ),
      published: z.array(
        z.strictObject({ id: z.string(), topic, question: z.string(), answer: z.string() }),
      ),
      asked: z.array(z.strictObject({ topic, text: z.string() })).describe('on its public page'),
      ...inventedOrigin,
    }),
  ),
});
export type ForParents = z.infer<typeof ForParents>;
