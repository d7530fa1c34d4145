import { id, text } from '@liangbuwu/office/http/fields.ts';
import { BirthMonth, Phone } from '@liangbuwu/office/people/identity.ts';
import { z } from 'zod';

export const MemberKind = z.enum(['pupil', 'staff']);
export type MemberKind = z.infer<typeof MemberKind>;

/** Who somebody is: kept sealed, in office/people. */
export const Who = z.strictObject({
  name: text(60, 1),
  born: BirthMonth,
  phone: Phone.nullable().default(null).describe('of a guardian; of staff the own'),
});
export type Who = z.infer<typeof Who>;

export const MemberBody = Who.extend({
  response: id,
  area: id.describe('the class; of staff the class or the school'),
  kind: MemberKind.default('pupil'),
});
export type MemberBody = z.infer<typeof MemberBody>;

/** As many as one pasted list may bring: more than a school has staff. */
export const mostAtOnce = 500;
