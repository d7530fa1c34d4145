import { z } from 'zod';
import { inventedOrigin, origin, Said } from './origin.ts';

const SchoolClass = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  stage: z.enum(['kindergarten', 'primary', 'junior-high', 'senior-high', 'vocational']),
  grade: z.int().min(1).max(12),
  ...inventedOrigin,
});

const School = z.strictObject({
  id: z.string().min(1),
  within: z.string().min(1).describe('the area that it lies in'),
  name: Said,
  ruleName: z.string().nullable().describe('what the return rules call it'),
  boards: z.boolean(),
  classes: z.array(SchoolClass),
  ...origin,
});

/** data/schools.json; schools and classes are areas of the tree, so users may stand in them. */
export const Schools = z.strictObject({ note: Said, schools: z.array(School).min(1) });
export type Schools = z.infer<typeof Schools>;
