import { z } from 'zod';
import { inventedOrigin, Said } from './origin.ts';

const day = z.iso.date();
const time = z.string().regex(/^\d\d:\d\d$/);

/** What a school's plan says, part by part: as the campus desk takes it. */
const Parts = z.record(z.string(), z.record(z.string(), z.unknown()));

const Finding = z.strictObject({
  item: z.string(),
  inOrder: z.boolean(),
  toDo: z.string(),
  by: day.nullable(),
});

const Batch = z.strictObject({
  id: z.string().min(1),
  day,
  perQuarter: z.int(),
  groups: z.array(
    z.strictObject({
      classes: z.array(z.string()),
      people: z.int(),
      from: time,
      to: time,
      gate: z.string(),
    }),
  ),
  bring: Said,
  contact: Said,
});

const Reopening = z.strictObject({
  id: z.string().min(1),
  school: z.string().describe('id in schools.json'),
  by: z.string().describe('who drafts and submits it: id in users.json'),
  parts: Parts,
  inspected: z.strictObject({ by: z.string(), findings: z.array(Finding) }),
  assessedBy: z.string().optional(),
  approvedBy: z.string().optional(),
  batches: z.array(Batch),
  ...inventedOrigin,
});

/** data/reopening.json: how far schools are on their way back, as the demonstration begins. */
export const Reopenings = z.strictObject({ note: Said, plans: z.array(Reopening) });
export type Reopenings = z.infer<typeof Reopenings>;
