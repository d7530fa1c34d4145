import { describe, expect, test } from 'vitest';
import { ShiftBody } from './roster.ts';
import { findConflict, nightsOf } from './roster-rules.ts';

const shift = (day: number, begins: number, ends: number) => ({
  day: `2022-11-${day}`,
  begins: begins * 60,
  ends: ends * 60,
});
const evening = shift(17, 14, 22);
const night = (day: number) => shift(day, 22, 30);

describe('one more shift of somebody', () => {
  test('nobody is twice at once, on whichever day the other one begins', () => {
    expect(findConflict([evening], shift(17, 21, 24))).toEqual({ why: 'overlap', with: evening });
    expect(findConflict([night(16)], shift(17, 5, 9))).toMatchObject({ why: 'overlap' });
    expect(findConflict([shift(17, 5, 9)], night(16))).toMatchObject({ why: 'overlap' });
  });

  test('rest is kept before and after, over midnight too; the nearest shift is named', () => {
    expect(findConflict([evening], shift(18, 5, 9))).toEqual({ why: 'rest', with: evening });
    expect(findConflict([evening], shift(18, 6, 9))).toBeUndefined();
    expect(findConflict([shift(16, 8, 12), evening], shift(17, 6, 7))).toMatchObject({
      why: 'rest',
      with: evening,
    });
    expect(findConflict([], evening)).toBeUndefined();
  });

  test('nights in a row are counted through the gap that the new one closes', () => {
    expect(findConflict([night(14), night(15)], night(16))).toBeUndefined();
    const around = [night(14), night(15), night(17)];
    expect(findConflict(around, night(16))).toEqual({ why: 'nights', nights: 4 });
    expect(findConflict(around, night(19))).toBeUndefined();
    // From midnight on is the night of the day before.
    expect(nightsOf(shift(17, 0, 6))).toEqual(nightsOf(night(16)));
    expect(findConflict([night(14), night(15), night(16)], shift(18, 2, 6))).toMatchObject({
      why: 'nights',
    });
    expect(nightsOf(evening)).toEqual([]);
  });

  test('a shift ends after it begins and is not longer than a person can stand', () => {
    const person = '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9d11';
    const lasts = (begins: number, ends: number) =>
      ShiftBody.safeParse({ ...shift(17, begins, ends), person, duty: 'gate' }).success;
    expect([lasts(8, 20), lasts(8, 21), lasts(8, 8)]).toEqual([true, false, false]);
  });
});
