import { day, id, instant, litres } from '@liangbuwu/office/http/fields.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { z } from 'zod';
import { litresUnclear } from './refusals.ts';

/** Water to the door; or that a promised tanker did not come, or brought less. */
export const RequestKind = z.enum(['door', 'did-not-come', 'less']);
export type RequestKind = z.infer<typeof RequestKind>;

export const RequestState = z.enum([
  'open',
  'promised',
  'not-at-home',
  'done',
  'answered',
  'refused',
  'withdrawn',
]);
export type RequestState = z.infer<typeof RequestState>;

/** More is no request of one household. */
export const mostLitres = 2000;

/** What was done about a request; who brought it, why not, and what was answered is sealed and opened with the contact. */
export const RequestStep = z.strictObject({
  id,
  event: z.enum(['promised', 'not-at-home', 'done', 'answered', 'refused', 'withdrawn']),
  at: instant,
  from: instant.nullable(),
  to: instant.nullable(),
  litres: litres.nullable(),
  byResident: z.boolean(),
});
export type RequestStep = z.infer<typeof RequestStep>;

/** A request as lists have it: nothing of who asks. */
export const WaterRequest = z.strictObject({
  id,
  response: id,
  area: id,
  village: z.string(),
  point: id,
  pointName: z.string(),
  number: z.string().describe('day of the month and count: 10-3, said “10日3号”'),
  day,
  kind: RequestKind,
  litres: litres.nullable().describe('door: what is asked for; less: what came'),
  about: z
    .strictObject({
      promise: id,
      giverName: z.string(),
      dueFrom: instant,
      dueTo: instant,
      quantity: litres,
      giver: litres.nullable(),
      receiver: litres.nullable(),
    })
    .nullable()
    .describe('the promise that it is about, with the last word of each side'),
  household: id.nullable(),
  label: z.string().nullable().describe('the house number, where it is linked to a household'),
  byOfficer: z
    .boolean()
    .describe('taken down by somebody of the office, on the phone or at the door'),
  state: RequestState,
  asked: instant,
  answerBy: instant,
  promisedFrom: instant.nullable(),
  promisedTo: instant.nullable(),
  steps: z.array(RequestStep),
});
export type WaterRequest = z.infer<typeof WaterRequest>;

/** Day of the month and count of the day: short enough to say. */
export const requestNumber = (day: string, seq: number): string => `${Number(day.slice(8))}-${seq}`;

/** A number as it was typed: 10-3, 10日3号, 10 3; undefined where it is none. */
export function readNumber(typed: string): { dayOfMonth: number; seq: number } | undefined {
  const [first, second, ...rest] = typed.normalize('NFKC').match(/\d+/g) ?? [];
  if (first === undefined || second === undefined || rest.length > 0) return undefined;
  const [dayOfMonth, seq] = [Number(first), Number(second)];
  return dayOfMonth >= 1 && dayOfMonth <= 31 && seq >= 1 && seq <= 1_000_000
    ? { dayOfMonth, seq }
    : undefined;
}

/** Litres as they were typed: 20, ２０, 20升. */
export function readLitres(typed: string): number {
  const [, figures] = /^(\d{1,4})\s*(?:升|l|L)?$/.exec(typed.normalize('NFKC').trim()) ?? [];
  if (figures === undefined || Number(figures) > mostLitres)
    throw refuse(litresUnclear, { most: mostLitres });
  return Number(figures);
}
