import { z } from 'zod';

/** A household by label only; a telephone number can only be one that no network assigns. */
export const Household = z.strictObject({
  id: z.string().min(1),
  point: z.string().min(1),
  label: z.string().min(1),
  people: z.int().min(1).max(12),
  aloneElderly: z.literal(true).optional(),
  cannotCome: z.literal(true).optional(),
  phone: z
    .string()
    .regex(/^000\d{8}$/)
    .nullable(),
});
export type Household = z.infer<typeof Household>;

/** data/households.json: `invented` holds for every row. */
export const HouseholdsFile = z.strictObject({
  invented: z.literal(true),
  households: z.array(Household).min(1),
});
