import { expect, test } from 'vitest';
import { lateOf, type ParcelMoments, ParcelState, placeOf, steps } from './parcel-rules.ts';
import { lateAfter } from './settings.ts';

const start = Date.parse('2022-11-10T06:00:00+08:00');
const after = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
const parcel = (state: ParcelState): ParcelMoments => ({
  state,
  due: after(0),
  readyAt: state === 'booked' || state === 'withdrawn' ? null : after(30),
  back: state === 'under-way' ? after(60) : null,
});

test('a parcel can always go on until somebody signs for it or takes it back', () => {
  const ends = new Set<ParcelState>(['signed', 'damaged', 'withdrawn']);
  const from = new Set(Object.values(steps).map((step) => step.from));
  for (const state of ParcelState.options) expect(from.has(state), state).toBe(!ends.has(state));
  for (const end of ends) expect(Object.values(steps).some(({ to }) => to === end)).toBe(true);
});

test('it is ready to the minute, and late only after the time set for where it is', () => {
  expect(placeOf(parcel('in-zone'), after(29))).toBe('disinfecting');
  expect(placeOf(parcel('in-zone'), after(30))).toBe('ready');
  const turns: [ParcelState, number, string][] = [
    ['booked', lateAfter.notBrought, 'not-brought'],
    ['in-zone', 30 + lateAfter.notCarried, 'not-carried'],
    ['under-way', 60 + lateAfter.notSigned, 'not-signed'],
  ];
  for (const [state, minute, why] of turns) {
    expect(lateOf(parcel(state), after(minute))).toBeNull();
    expect(lateOf(parcel(state), after(minute + 1))).toBe(why);
  }
  expect(lateOf(parcel('missing'), after(31))).toBe('missing');
  for (const state of ['signed', 'damaged', 'withdrawn'] as const)
    expect(lateOf(parcel(state), after(10_000))).toBeNull();
});
