import { day, text } from '@liangbuwu/office/http/fields.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';

export const Meal = z.enum(['breakfast', 'lunch', 'supper']);
export type Meal = z.infer<typeof Meal>;

export const mealWords: Record<Meal, Say> = {
  breakfast: say('早餐', 'Breakfast'),
  lunch: say('午餐', 'Lunch'),
  supper: say('晚餐', 'Supper'),
};

/** What a school serves on a day; an empty one is not served, or not entered. */
export const Meals = z.strictObject({
  breakfast: text(200),
  lunch: text(200),
  supper: text(200),
});
export type Meals = z.infer<typeof Meals>;

export const Menu = z.strictObject({ day, meals: Meals, version: z.int() });
export type Menu = z.infer<typeof Menu>;

/** A school’s own, for parents to ring: nobody’s private one. An extension stands after 转. */
export const Telephone = z
  .string()
  .trim()
  .regex(/^[0-9+()\- ]{3,20}( ?转 ?\d{1,6})?$/, { error: '0731-28280000, 0731-28280000 转 8' });

/** What a phone dials. */
export const dialled = (telephone: string): string =>
  (telephone.split('转')[0] ?? '').replace(/[^0-9+]/g, '');
