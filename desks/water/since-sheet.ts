import { day, id, instant } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';
import { Tier } from './water.ts';

const tier = Tier.shape.name.nullable();
const told = { at: instant, by: z.string().describe('who did it') };

/** One thing that is not as it was on the published day before. */
export const SinceLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('village'),
    area: id,
    name: z.string(),
    people: z.int(),
    before: z.number().describe('litres a person, by what was recorded and promised'),
    after: z.number(),
    missed: tier.describe('the floor that somebody misses now and nobody below it did'),
    reached: tier.describe('the highest floor that everybody reaches now and not before'),
  }),
  z.strictObject({
    kind: z.literal('turned'),
    of: z.enum(['source', 'tanker']),
    id,
    name: z.string(),
    to: z.enum(['off', 'on']),
    reason: z.string().nullable(),
    ...told,
  }),
  z.strictObject({
    kind: z.literal('way'),
    id: id.describe('the point'),
    name: z.string(),
    to: z.enum(['closed', 'open']),
    reason: z.string().nullable(),
    ...told,
  }),
  z.strictObject({
    kind: z.literal('registered'),
    of: z.enum(['source', 'tanker', 'point', 'shift']),
    deed: z.enum(['added', 'removed']),
    names: z.array(z.string()).describe('some of them'),
    count: z.int().min(1),
    ...told,
  }),
]);
export type SinceLine = z.infer<typeof SinceLine>;

export const Since = z.strictObject({
  before: z
    .strictObject({
      day,
      publishedAt: instant.describe('of its plan in force: registers count as changed since then'),
    })
    .nullable()
    .describe('the last published day before this one; null: there is none'),
  published: z.boolean().describe('whether this day has a plan in force, and villages a figure'),
  lines: z.array(SinceLine).describe('the most important first'),
  total: z.int().describe('how many there are in all'),
});
export type Since = z.infer<typeof Since>;
