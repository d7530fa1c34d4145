import { z } from 'zod';
import { day, instant, text } from '../http/fields.ts';

const code = z.enum(['green', 'yellow', 'red']);

/**
 * What rules of return to school ask of a person's days, in one piece: the latest counts. What no rule asks of them is left
 * out and kept nowhere.
 */
export const SchoolReport = z
  .strictObject({
    risk: z.enum(['low', 'high']).optional().describe('of the area where they are now'),
    area: text(20, 1).optional().describe('where they are now, as rules name areas'),
    from: z.enum(['high-risk', 'with-cases', 'elsewhere']).optional(),
    since: day.optional().describe('since when they are where they are now'),
    code: code.optional(),
    card: z.boolean().optional().describe('travel card in order'),
    contact: z.boolean().optional().describe('a close contact'),
    status: z.enum(['infected', 'close', 'secondary', 'none']).optional().describe('by tracing'),
    symptoms: z.boolean().optional(),
    atHome: z.boolean().optional().describe('in home isolation'),
    atHomeUntil: day.optional().describe('its last day'),
    reported: instant.nullable().optional().describe('a negative test; null: none'),
    livesWith: z
      .strictObject({
        people: z.int().min(0).max(30),
        code: code.optional().describe('the worst of them'),
        card: z.boolean().optional().describe('all in order'),
        reported: instant.optional().describe('the earliest of their negative tests'),
      })
      .optional(),
  })
  .refine((said) => Object.values(said).some((one) => one !== undefined), { error: 'empty' });
export type SchoolReport = z.infer<typeof SchoolReport>;
