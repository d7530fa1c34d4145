import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../water-day.ts';
import { NEVER, packDay } from './day.ts';
import { resumeNothing } from './resume.ts';
import { drawn, type Inflow, newInflow, pour, pourFrom, seen } from './tank.ts';

const FROM = 100;
const TO = 220;

function dayWith(people: number, litres: number, level: number) {
  const problem: Problem = {
    format: 'water-day/1',
    name: 'a village tank',
    day: { date: '2022-11-10', from: FROM, to: TO },
    places: [{ id: 'a', name: 'a', lon: 0, lat: 0 }],
    travel: { seconds: [[0]], metres: [[0]] },
    tiers: [{ name: 'full', litresPerPerson: 20 }],
    tankers: [],
    sources: [],
    points: [
      {
        id: 'P',
        place: 'a',
        people,
        litresPerMinute: 60,
        setupSeconds: 0,
        storage: { litres, level },
      },
    ],
  };
  return packDay(problem, resumeNothing(problem));
}

const villages = fc.record({
  people: fc.integer({ min: 0, max: 90 }),
  litres: fc.integer({ min: 0, max: 1500 }),
  level: fc.integer({ min: 0, max: 1500 }),
  poured: fc.array(fc.tuple(fc.integer({ min: FROM, max: TO }), fc.integer({ min: 1, max: 600 })), {
    maxLength: 6,
  }),
});

/** People draw second by second what there is. */
function watch(rate: number, level: number, poured: [number, number][]) {
  let drawnLitres = 0;
  let highest = 0;
  const levels = new Map<number, number>();
  let now = level;
  for (let second = FROM; second <= TO; second += 1) {
    for (const [, litres] of poured.filter(([time]) => time === second)) now += litres;
    if (poured.some(([time]) => time === second)) highest = Math.max(highest, now);
    levels.set(second, now);
    if (second === TO) break;
    const take = Math.min(now, rate);
    now -= take;
    drawnLitres += take;
  }
  return { drawn: drawnLitres, highest, levels };
}

function listOf(poured: [number, number][]): Inflow {
  const list = newInflow();
  for (const [time, litres] of poured) pour(list, time, litres, 0);
  return list;
}

test('people draw at a constant rate while there is water', () => {
  fc.assert(
    fc.property(
      villages,
      fc.integer({ min: FROM, max: TO - 1 }),
      ({ people, litres, level, poured }, at) => {
        const day = dayWith(people, litres, level);
        const rate = (people * 20) / (TO - FROM);
        const seconds = watch(rate, level, poured);
        expect(drawn(day, listOf(poured), 0, NEVER, 0)).toBeCloseTo(seconds.drawn, 6);
        const more = watch(rate, level, [...poured, [at, 200]]);
        expect(drawn(day, listOf(poured), 0, at, 200)).toBeCloseTo(more.drawn, 6);
        drawn(day, listOf(poured), 0, at, 0);
        const before =
          (seconds.levels.get(at) ?? 0) -
          poured.filter(([time]) => time === at).reduce((sum, [, l]) => sum + l, 0);
        const after = seconds.levels.get(at) ?? 0;
        expect([before, after].some((l) => Math.abs(litres - l - seen.room) < 1e-6)).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a delivery waits until it overfills the tank neither now nor later, and no longer', () => {
  fc.assert(
    fc.property(
      villages,
      fc.integer({ min: FROM, max: TO }),
      fc.integer({ min: 1, max: 800 }),
      (village, finish, litres) => {
        const { people, level, poured } = village;
        const rate = (people * 20) / (TO - FROM);
        const fits = (time: number) => {
          const after = [...poured, [time, litres] as [number, number]].toSorted(
            (a, b) => a[0] - b[0],
          );
          const { levels } = watch(rate, level, after);
          return after.every(
            ([moment]) => moment < time || (levels.get(moment) ?? 0) <= village.litres + 0.5 + 1e-6,
          );
        };
        let expected = NEVER;
        for (let time = finish; time <= TO && expected === NEVER; time += 1) {
          if (fits(time)) expected = time;
        }
        const found = pourFrom(
          dayWith(people, village.litres, level),
          listOf(poured),
          0,
          finish,
          litres,
        );
        // Beyond the day nobody draws any more; what is found there is of no use and no harm.
        expect(found >= TO && expected === NEVER ? NEVER : found).toBe(expected);
      },
    ),
    { numRuns: 200 },
  );
});
