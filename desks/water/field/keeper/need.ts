import type { z } from 'zod';
import type { takeRequest } from '../../requests/requests.contract.ts';

/** What the phone sends of a household that needs water at its door: a request, as one taken down by telephone. */
export type NeedBody = Pick<
  z.output<(typeof takeRequest)['body']>,
  'response' | 'point' | 'kind' | 'litres' | 'contact'
>;

export type NeedAnswer = z.output<(typeof takeRequest)['output']>;

export const needKind = 'household-need';

/** Whether the server will read it as a telephone number; a test holds it against `readPhone`. */
export const isPhone = (typed: string): boolean =>
  /^\+?\d{7,15}$/.test(typed.normalize('NFKC').replace(/[\s\-()（）.]/g, ''));
