import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../water-day.ts';
import { book, fillFrom, newBookings, openFrom, unbook } from './bays.ts';
import { NEVER, packDay } from './day.ts';
import { resumeNothing } from './resume.ts';

function dayWith(bays: number, open: [number, number][]) {
  const problem: Problem = {
    format: 'water-day/1',
    name: 'a source',
    day: { date: '2022-11-10', from: 0, to: 200 },
    places: [{ id: 'a', name: 'a', lon: 0, lat: 0 }],
    travel: { seconds: [[0]], metres: [[0]] },
    tiers: [{ name: 'full', litresPerPerson: 1 }],
    tankers: [],
    sources: [{ id: 'S', place: 'a', bays, litresPerMinute: 60, setupSeconds: 0, open }],
    points: [],
  };
  return packDay(problem, resumeNothing(problem));
}

const windows = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 190 }), fc.integer({ min: 1, max: 60 })), {
    maxLength: 3,
  })
  .map((list) => list.map(([from, length]): [number, number] => [from, from + length]));
const fills = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 180 }), fc.integer({ min: 1, max: 40 })),
  { maxLength: 14 },
);

test('a fill starts at the first second from which windows and bays allow it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 }),
      windows,
      fills,
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 50 }),
      (bays, open, booked, from, seconds) => {
        const day = dayWith(bays, open);
        const list = newBookings();
        booked.forEach(([start, length], i) => {
          book(list, start, start + length, i);
        });
        const free = (start: number) =>
          open.some(([a, b]) => a <= start && start + seconds <= b) &&
          Array.from({ length: seconds }, (_, i) => start + i).every(
            (second) =>
              booked.filter(([a, length]) => a <= second && second < a + length).length < bays,
          );
        let expected = NEVER;
        for (let start = from; start <= 260 && expected === NEVER; start += 1) {
          if (free(start)) expected = start;
        }
        expect(fillFrom(day, list, 0, from, seconds)).toBe(expected);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a booking that is taken back leaves the others', () => {
  const list = newBookings();
  for (let i = 0; i < 100; i += 1) book(list, 1000 - i, 1010 - i, i % 3);
  unbook(list, 1);
  expect(list.count).toBe(67);
  const starts = Array.from(list.start.subarray(0, list.count));
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(list.tanker.subarray(0, list.count).includes(1)).toBe(false);
});

test('windows that touch are not one window', () => {
  const day = dayWith(1, [
    [10, 20],
    [20, 40],
  ]);
  expect(openFrom(day, 0, 0, 10)).toBe(10);
  expect(openFrom(day, 0, 15, 10)).toBe(20);
  expect(openFrom(day, 0, 0, 21)).toBe(NEVER);
});
