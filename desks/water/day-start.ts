import { instant } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';

/** What a point's day begins with, from the days before: kept with the plan, so that its weights explain themselves. */
export const PointStart = z.strictObject({
  yesterday: z
    .number()
    .min(0)
    .nullable()
    .describe('litres a person short of the last floor the day before; null: no plan was in force'),
  owed: z
    .number()
    .min(0)
    .describe('the same over the days before, each older day counting half of the next'),
  factor: z.number().min(1).describe("what the point's own weight is multiplied by"),
  weighed: z.boolean().describe('false: switched off for this plan, the factor is 1'),
  tank: z
    .strictObject({
      level: z.int().min(0),
      basis: z
        .enum(['registered', 'measured', 'carried'])
        .describe('carried: what the day before leaves in it, as published and recorded'),
      at: instant.nullable(),
    })
    .nullable()
    .describe('what stands in the village tank when the day begins'),
});
export type PointStart = z.infer<typeof PointStart>;
