import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan, Point, Problem } from '../water-day.ts';
import { score } from './score.ts';
import { tankDay } from './tank.ts';
import { deliver, twoVillages } from './two-villages.fixture.ts';

/** A day of 1,000 s, so that one litre a second is 1,000 litres of need. */
const DAY = { date: '2022-11-10', from: 1000, to: 2000 };

function dayOf(...points: Partial<Point>[]): Problem {
  return {
    ...twoVillages(),
    day: DAY,
    tiers: [
      { name: 'survival', litresPerPerson: 5 },
      { name: 'full', litresPerPerson: 10 },
    ],
    points: points.map((point, i) => ({
      id: `P${i}`,
      place: 'east',
      people: 100,
      litresPerMinute: 60,
      setupSeconds: 0,
      ...point,
    })),
  };
}

function planOf(...deliveries: [point: string, finish: number, litres: number][]): Plan {
  const stops = deliveries.map(([point, finish, litres]) => deliver(point, 0, 0, finish, litres));
  return {
    format: 'water-day-plan/1',
    problem: 'two-villages',
    routes: [{ tanker: 'big', stops }],
    score: { tiers: [], metres: 0, changed: 0 },
    short: [],
  };
}

const tiers = (problem: Problem, plan: Plan) => score(problem, plan).tiers;

test('hardship is weight x people x short², worst and people beside it', () => {
  const problem = dayOf({ weight: 2.5 }, { people: 40, have: 100 }, { people: 0 });
  const plan = planOf(['P0', 1500, 300], ['P0', 2000, 100], ['P0', 2001, 5000], ['P1', 0, 75]);
  // P0: 400 of 500 and 1,000. P1: 75 of 100 and of 300. P2 needs nothing.
  expect(tiers(problem, plan)).toEqual([
    { name: 'survival', hardship: 12.5, worst: 25, people: 30 },
    { name: 'full', hardship: 2.5 * 100 * 0.36 + 40 * 0.5625, worst: 75, people: 90 },
  ]);
});

test('two decimals', () => {
  // 1/3 short of 300 in the last tier: 30 / 9 = 3.333…
  expect(tiers(dayOf({ people: 30 }), planOf(['P0', 1500, 200]))[1]).toEqual({
    name: 'full',
    hardship: 3.33,
    worst: 33.33,
    people: 10,
  });
});

test('own figures and own wells', () => {
  const problem = dayOf({ litresPerPerson: [1, 2], have: 100 }, { have: 700 }, { have: 1200 });
  expect(tiers(problem, planOf(['P0', 1500, 50]))).toEqual([
    { name: 'survival', hardship: 0, worst: 0, people: 0 },
    // 50 of 100, 0 of 300.
    { name: 'full', hardship: 25 + 100, worst: 100, people: 150 },
  ]);
});

test('from a village tank counts what people drew, not what came', () => {
  const tank = { storage: { litres: 2000, level: 250 } };
  // Drawn at 1 litre a second: empty at 1250; 500 litres at 1500 last to the end.
  expect(tiers(dayOf(tank), planOf(['P0', 1500, 500]))).toEqual([
    { name: 'survival', hardship: 0, worst: 0, people: 0 },
    { name: 'full', hardship: 6.25, worst: 25, people: 25 },
  ]);
  // The same water too late: half of it stays in the tank.
  expect(tiers(dayOf(tank), planOf(['P0', 1750, 500]))[1]).toEqual({
    name: 'full',
    hardship: 25,
    worst: 50,
    people: 50,
  });
  expect(tiers(dayOf(tank), planOf(['P0', 2000, 500]))[1]).toMatchObject({ worst: 75 });
  // What comes before the day begins is there when it does.
  expect(tiers(dayOf(tank), planOf(['P0', 500, 750]))[1]).toMatchObject({ worst: 0, hardship: 0 });
});

test('a tank that never runs dry leaves nobody short, by not even a hair', () => {
  const problem = dayOf({ people: 7, storage: { litres: 100, level: 50 } });
  problem.tiers = [{ name: 'odd', litresPerPerson: 10 / 3 }];
  expect(tiers(problem, planOf())).toEqual([{ name: 'odd', hardship: 0, worst: 0, people: 0 }]);
});

test('metres of every leg, the way there and the way back', () => {
  const problem = twoVillages();
  const plan = planOf(['east', 1500, 1], ['west', 1600, 1], ['hill', 1600, 1], ['west', 1700, 1]);
  // 600 + 600 + 600 s, 8 metres each.
  expect(score(problem, plan).metres).toBe(14400);
});

test('the level of a tank is what counting second by second gives', () => {
  const deliveries = fc.array(
    fc.record({
      finish: fc.integer({ min: 0, max: 400 }),
      litres: fc.integer({ min: 1, max: 900 }),
    }),
    { maxLength: 6 },
  );
  const need = fc.integer({ min: 0, max: 3000 });
  const level = fc.integer({ min: 0, max: 800 });
  fc.assert(
    fc.property(deliveries, need, level, (unsorted, wanted, start) => {
      const day = { date: '2022-11-10', from: 100, to: 300 };
      const sorted = unsorted.toSorted((a, b) => a.finish - b.finish);
      const result = tankDay(day, start, wanted, sorted);

      let holds = start;
      let lost = 0;
      const levels: number[] = [];
      for (let second = 0; second <= 400; second++) {
        for (const { finish, litres } of sorted) {
          if (finish === second) levels.push((holds += litres));
        }
        if (second < day.from || second >= day.to) continue;
        const drawn = Math.min(holds, wanted / 200);
        holds -= drawn;
        lost += wanted / 200 - drawn;
      }
      expect(result.lost).toBeCloseTo(lost, 6);
      expect(result.levels).toHaveLength(levels.length);
      levels.forEach((value, i) => {
        expect(result.levels[i]).toBeCloseTo(value, 6);
      });
    }),
  );
});

test('a way that is closed adds no metres, whichever table says so', () => {
  const plan = planOf(['east', 1500, 1], ['west', 1600, 1], ['hill', 1600, 1]);
  const problem = twoVillages();
  const [, , , east, west] = problem.travel.seconds;
  if (east) east[4] = null;
  expect(score(problem, plan).metres).toBe(4800);
  if (west) west[5] = null;
  expect(score(problem, plan).metres).toBe(0);
});
