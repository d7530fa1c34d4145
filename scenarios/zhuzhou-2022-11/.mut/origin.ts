import { z } from 'zod';

/** A text that a person reads, in both languages. */
export const Said = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
export type Said = z.infer<typeof Said>;

/** Where a record comes from: facts it rests on (ids in facts.json), and whether any of its values is invented. */
export const origin = {
  told: z.array(z.string()).min(1).optional(),
  invented: z.literal(true).optional(),
  note: Said.optional(),
};

/** The same for a record that always holds something invented. */
export const inventedOrigin = { ...origin, invented: z.literal(true) };
