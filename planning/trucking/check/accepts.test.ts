import { expect, test } from 'vitest';
import { parseProblem } from '../format/problem.ts';
import type { Plan, Problem, Stop } from '../water-day.ts';
import { check } from './check.ts';
import { score } from './score.ts';
import { deliver, fill, home, twoVillages, twoVillagesPlan } from './two-villages.fixture.ts';

const stops = (plan: Plan, route: number): Stop[] => plan.routes[route]?.stops ?? [];

const good: [feature: string, change: (plan: Plan, problem: Problem) => void][] = [
  ['a load for two points, a tank, a rest, own figures', () => {}],
  [
    'overlapping windows, a half-open end',
    (plan, { sources }) => {
      Object.assign(sources[0] ?? {}, {
        open: [
          [30000, 42760],
          [25200, 31740],
          [31740, 42760],
        ],
      });
      stops(plan, 1)[2] = fill('well', 31300, 42320, 42760, 1000);
      stops(plan, 1)[3] = home(43360);
    },
  ],
  [
    'a fill that starts as the other in the one bay ends',
    (plan) => {
      stops(plan, 1)[2] = fill('well', 31300, 33920, 34360, 1000);
      stops(plan, 1)[3] = home(34960);
    },
  ],
  [
    'all the litres of the source, a tanker filled to the brim',
    (plan, { sources }) => {
      Object.assign(sources[0] ?? {}, { litresPerDay: 5900 });
      stops(plan, 1)[2] = fill('well', 31300, 31300, 32120, 2900);
      stops(plan, 1)[3] = home(32720);
    },
  ],
  [
    'a need that is no whole number, rounded up',
    (plan, { points, tiers }) => {
      Object.assign(tiers[1] ?? {}, { litresPerPerson: 20.001 });
      Object.assign(points[0] ?? {}, { people: 200 });
      // East needs 4,000.2 litres and may take 4,001; west draws 0.3 litres more than it has.
      stops(plan, 0)[2] = deliver('east', 27800, 27800, 30501, 4001);
      stops(plan, 0)[3] = deliver('west', 31101, 31101, 31881, 3999);
      stops(plan, 0)[4] = fill('well', 33081, 33081, 33921, 3000);
      stops(plan, 0)[5] = deliver('west', 36600, 36600, 36841, 402);
      stops(plan, 0)[6] = home(38341);
    },
  ],
  [
    'a tank filled to one litre over its size',
    (_plan, { points }) => {
      // At 31880 the tank holds 1,000 - 589.41 + 4,000.
      Object.assign(points[1] ?? {}, { storage: { litres: 4410, level: 1000 } });
    },
  ],
  [
    'a tank that is above its size in the morning',
    (plan, { points }) => {
      Object.assign(points[1] ?? {}, { storage: { litres: 900, level: 2000 } });
      stops(plan, 0).splice(3, 3);
      stops(plan, 0)[3] = home(31700);
      plan.short.push({
        ...(plan.short[0] ?? fail()),
        point: 'west',
        litres: 3400,
        remedy: { 'zh-CN': '没有小的补救', en: 'there is no small remedy', patch: null },
      });
    },
  ],
  [
    'a way back to its own place, whatever the table says there',
    (plan, { travel, sources }) => {
      for (const table of [travel.seconds, travel.metres]) {
        table.forEach((line, i) => {
          line[i] = i % 2 ? null : 77;
        });
      }
      Object.assign(sources[0] ?? {}, { place: 'west' });
      stops(plan, 0)[4] = fill('well', 31880, 31880, 32720, 3000);
      Object.assign(stops(plan, 1)[2] ?? {}, fill('well', 30400, 30400, 30840, 1000));
    },
  ],
  [
    'a tanker that only leaves and comes back, and one that stays away',
    (plan, { tankers }) => {
      tankers.push({ id: 'third', home: 'west', litres: 0, from: 0, to: 90000 });
      tankers.push({ id: 'fourth', home: 'west', litres: 0, from: 0, to: 90000 });
      plan.routes.push({ tanker: 'third', stops: [home(0), home(90000)] });
    },
  ],
  [
    'a wait at home that counts as a rest',
    (plan, { tankers }) => {
      Object.assign(tankers[0] ?? {}, { from: 20000 });
      stops(plan, 0)[0] = home(20000);
    },
  ],
  [
    'a delivery one second after the service window, which does not count',
    (plan, problem) => deliverLate(plan, problem, 86401),
  ],
  [
    'a delivery at the very end of the service window, which counts',
    (plan, problem) => {
      deliverLate(plan, problem, 86400);
      plan.short = [];
    },
  ],
];

/** Brings the hill its last 300 litres. */
function deliverLate(plan: Plan, { points, tankers }: Problem, finish: number): void {
  Object.assign(points[2] ?? {}, { open: [[28800, 90000]] });
  Object.assign(tankers[1] ?? {}, { to: 90000 });
  stops(plan, 1).splice(
    2,
    2,
    fill('river', 31000, 31000, 31400, 1000),
    deliver('hill', 32600, finish - 600, finish, 300),
    home(finish + 1800),
  );
}

test.each(good)('a plan with %s passes', (_, change) => {
  const problem = twoVillages();
  const plan = twoVillagesPlan();
  change(plan, problem);
  plan.score = score(problem, plan);
  expect(parseProblem(problem)).toMatchObject({ ok: true });
  expect(check(problem, plan)).toEqual({ ok: true, faults: [], score: plan.score });
});

test('the fixture declares by hand what the checker computes', () => {
  expect(score(twoVillages(), twoVillagesPlan())).toEqual(twoVillagesPlan().score);
});

test('previous and now are given together', () => {
  const previous = twoVillagesPlan();
  expect(() => check(twoVillages(), twoVillagesPlan(), { previous })).toThrow(TypeError);
  expect(() => check(twoVillages(), twoVillagesPlan(), { now: 0 })).toThrow(TypeError);
});

test('a patch is tried on a copy', () => {
  const problem = twoVillages();
  const plan = twoVillagesPlan();
  const [row] = plan.short;
  if (row) {
    row.remedy.patch = [
      { op: 'test', path: '/points/0/people', value: 200 },
      { op: 'add', path: '/sources/0/open/-', value: [70000, 80000] },
      { op: 'remove', path: '/points/2/maxTankerLitres' },
      { op: 'copy', from: '/sources/1/bays', path: '/sources/0/bays' },
      { op: 'replace', path: '/travel/seconds/1/5', value: 1500 },
      { op: 'replace', path: '/travel/metres/1/5', value: 9000 },
      { op: 'move', from: '/sources/0/litresPerDay', path: '/sources/1/litresPerDay' },
      { op: 'replace', path: '/sources/1/litresPerDay', value: 8000 },
    ];
  }
  expect(check(problem, plan)).toMatchObject({ ok: true, faults: [] });
  expect(problem).toEqual(twoVillages());
});

function fail(): never {
  throw new Error('the plan has a row');
}
