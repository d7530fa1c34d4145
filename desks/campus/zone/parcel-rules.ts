import { z } from 'zod';
import { lateAfter } from './settings.ts';
import type { Late, Place } from './zone.ts';

export const ParcelState = z.enum([
  'booked',
  'in-zone',
  'under-way',
  'signed',
  'damaged',
  'missing',
  'withdrawn',
]);
export type ParcelState = z.infer<typeof ParcelState>;

export const ParcelEvent = z.enum([
  'withdraw',
  'receive',
  'leave',
  'sign',
  'sign-damaged',
  'miss',
  'find',
]);
export type ParcelEvent = z.infer<typeof ParcelEvent>;

/** All that can happen to a parcel. What is signed for stays where it is; what is missing is looked for until it is found. */
export const steps: Record<ParcelEvent, { from: ParcelState; to: ParcelState }> = {
  withdraw: { from: 'booked', to: 'withdrawn' },
  receive: { from: 'booked', to: 'in-zone' },
  leave: { from: 'in-zone', to: 'under-way' },
  sign: { from: 'under-way', to: 'signed' },
  'sign-damaged': { from: 'under-way', to: 'damaged' },
  miss: { from: 'under-way', to: 'missing' },
  find: { from: 'missing', to: 'in-zone' },
};

export interface ParcelMoments {
  state: ParcelState;
  /** When its slot ends. */
  due: string;
  /** When its disinfection ends, once it is in. */
  readyAt: string | null;
  /** When its carrier is to be back, once it is under way. */
  back: string | null;
}

const at = (moment: string) => Date.parse(moment);

/** The one place where a parcel is. */
export function placeOf({ state, readyAt }: ParcelMoments, now: string): Place {
  if (state === 'booked') return 'outside';
  if (state === 'in-zone')
    return readyAt !== null && at(readyAt) > at(now) ? 'disinfecting' : 'ready';
  return state;
}

/** Why somebody should look after it now; null where all goes as it should. */
export function lateOf(parcel: ParcelMoments, now: string): Late | null {
  const { state, due, readyAt, back } = parcel;
  const overdue = (since: string | null, minutes: number) =>
    since !== null && at(now) - at(since) > minutes * 60_000;
  if (state === 'missing') return 'missing';
  if (state === 'booked') return overdue(due, lateAfter.notBrought) ? 'not-brought' : null;
  if (state === 'in-zone') return overdue(readyAt, lateAfter.notCarried) ? 'not-carried' : null;
  if (state === 'under-way') return overdue(back, lateAfter.notSigned) ? 'not-signed' : null;
  return null;
}
