import { instant } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';

/** What a household may say of a day. */
export const HomeSaying = z.enum(['visited', 'nobody', 'unwell']);
export type HomeSaying = z.infer<typeof HomeSaying>;

/** The second side of a day's promise. */
export const HomeWord = z.strictObject({
  said: HomeSaying,
  words: z.string().nullable(),
  at: instant,
});
export type HomeWord = z.infer<typeof HomeWord>;
