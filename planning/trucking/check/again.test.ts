import { expect, test } from 'vitest';
import type { Plan, Problem, Stop } from '../water-day.ts';
import { check } from './check.ts';
import { score } from './score.ts';
import { deliver, fill, home, twoVillages, twoVillagesPlan } from './two-villages.fixture.ts';

interface Case {
  says: string;
  now: number;
  changed: number;
  change(plan: Plan, problem: Problem, previous: Plan): void;
}

const stops = (plan: Plan, route: number): Stop[] => plan.routes[route]?.stops ?? [];

function drive(plan: Plan, route: number, from: number, ...added: Stop[]): void {
  stops(plan, route).splice(from, Number.POSITIVE_INFINITY, ...added);
}

const asWest = { 'zh-CN': '', en: '' };
const shortAtWest = (litres: number) => ({
  point: 'west',
  tier: 'full',
  litres,
  because: 'time',
  say: asWest,
  remedy: { ...asWest, patch: null },
});

function noRemedy({ short }: Plan): void {
  for (const row of short) row.remedy.patch = null;
}

const good: Case[] = [
  { says: 'the same plan', now: 32000, changed: 0, change: () => {} },
  { says: 'the same plan before anything began', now: 0, changed: 0, change: () => {} },
  { says: 'the same plan when all is done', now: 80000, changed: 0, change: () => {} },
  {
    says: 'kept stops that the changed problem would forbid',
    now: 32000,
    changed: 0,
    change: (plan, { points, sources, tankers, travel }) => {
      // Closed, dry, too small, too far and in nobody's shift, but done.
      Object.assign(sources[1] ?? {}, { open: [], bays: 0, litresPerDay: 10 });
      Object.assign(points[0] ?? {}, { open: [], litresPerMinute: 1, people: 200 });
      Object.assign(points[2] ?? {}, { maxTankerLitres: 1 });
      Object.assign(tankers[0] ?? {}, { from: 30000 });
      Object.assign(tankers[1] ?? {}, { loaded: 0, litres: 500 });
      noRemedy(plan);
      for (const table of [travel.seconds, travel.metres]) {
        const row = table[2];
        if (row) row[3] = null;
      }
    },
  },
  {
    says: 'a source and a point that are no longer there',
    now: 40000,
    changed: 0,
    change: (plan, { points, sources }) => {
      sources.splice(1, 1);
      points.splice(2, 1);
      plan.short = [];
    },
  },
  {
    says: 'a tanker no longer there whose stops stay in the plan',
    now: 40000,
    changed: 0,
    change: (plan, { tankers }) => {
      tankers.pop();
      noRemedy(plan);
    },
  },
  {
    says: 'a tanker that is out and stays where it is',
    now: 32000,
    changed: 1,
    change: (plan, { tankers }) => {
      Object.assign(tankers[1] ?? {}, { out: 32000 });
      drive(plan, 1, 3);
    },
  },
  {
    says: 'a tanker that will be out later only',
    now: 32000,
    changed: 0,
    change: (_plan, { tankers }) => void Object.assign(tankers[1] ?? {}, { out: 32001 }),
  },
  {
    says: 'a tanker that arrives where it was driving to, though the way is closed by now',
    now: 32000,
    changed: 0,
    change: (_plan, { travel }) => {
      for (const table of [travel.seconds, travel.metres]) {
        const row = table[4];
        if (row) row[1] = null;
      }
    },
  },
  {
    says: 'a tanker that was driving to a place and does something else there',
    now: 32000,
    changed: 1,
    change: (plan, { sources }) => {
      sources.push({ ...(sources[1] ?? fail()), id: 'spring', place: 'well' });
      drive(
        plan,
        0,
        4,
        fill('spring', 33080, 33080, 33680, 3000),
        deliver('west', 36600, 36600, 36840, 400),
        home(38340),
      );
      // The same place and kind: a partner, but for 20 % fewer litres.
      drive(plan, 0, 4, fill('spring', 33080, 33080, 33620, 2400), ...stops(plan, 0).slice(5));
    },
  },
  {
    says: 'a leg that is given up: on from the last stop, not before now',
    now: 32000,
    changed: 1,
    change: (plan) =>
      drive(
        plan,
        0,
        4,
        fill('river', 32900, 32900, 33500, 3000),
        deliver('west', 36600, 36600, 36840, 400),
        home(38340),
      ),
  },
  {
    says: 'a delivery that is still running at now',
    now: 31500,
    changed: 3,
    change: (plan) => {
      drive(plan, 0, 4, home(33380));
      plan.short.unshift(shortAtWest(400));
    },
  },
  {
    says: 'a tanker that is home and sets out again',
    now: 33000,
    changed: 0,
    change: (plan) => {
      drive(plan, 1, 4, fill('river', 33900, 33900, 34300, 1000), home(35200));
    },
  },
  {
    says: 'a rest begun before now',
    now: 34000,
    changed: 0,
    change: () => {},
  },
  {
    says: 'a route for a tanker that had none',
    now: 32000,
    changed: 0,
    change: (plan, { tankers }) => {
      tankers.push({ id: 'spare', home: 'depot', litres: 3000, from: 25200, to: 64800 });
      plan.routes.push({ tanker: 'spare', stops: [home(32000), home(33000)] });
    },
  },
  {
    says: 'a tanker that had not left and now stays',
    now: 25200,
    changed: 4,
    change: (plan) => {
      plan.routes.pop();
      Object.assign(plan.short[0] ?? {}, { tier: 'survival', litres: 300 });
    },
  },
  {
    says: 'a partner 900 s and 10 % away',
    now: 31300,
    changed: 0,
    change: (plan) => drive(plan, 1, 2, fill('well', 31300, 32200, 32620, 900), home(33220)),
  },
  {
    says: 'no partner 11 % away',
    now: 31300,
    changed: 1,
    change: (plan) => drive(plan, 1, 2, fill('well', 31300, 32200, 32618, 890), home(33218)),
  },
  {
    says: 'no partner 901 s away',
    now: 31300,
    changed: 2,
    change: (plan) => drive(plan, 1, 2, fill('well', 31300, 32201, 32641, 1000), home(33241)),
  },
];

test.each(good)('planning again accepts $says', ({ now, changed, change }) => {
  const problem = twoVillages();
  const plan = twoVillagesPlan();
  const previous = twoVillagesPlan();
  change(plan, problem, previous);
  plan.score = score(problem, plan, previous, now);
  expect(check(problem, plan, { previous, now })).toEqual({
    ok: true,
    faults: [],
    score: plan.score,
  });
  expect(plan.score.changed).toBe(changed);
});

test('partners are pairs: one new fill is not the partner of two', () => {
  const previous = twoVillagesPlan();
  drive(
    previous,
    1,
    2,
    fill('well', 40000, 40000, 40440, 1000),
    fill('well', 40440, 41000, 41440, 1000),
  );
  const plan = twoVillagesPlan();
  drive(plan, 1, 2, fill('well', 40500, 40500, 40940, 1000));
  expect(score(twoVillages(), plan, previous, 38341).changed).toBe(1);
});

test('the most pairs are found, not the first', () => {
  const previous = twoVillagesPlan();
  // The first goes with either new fill, the second only with the first new one.
  drive(previous, 1, 2, fill('well', 0, 40900, 0, 1000), fill('well', 0, 40000, 0, 1000));
  const plan = twoVillagesPlan();
  drive(plan, 1, 2, fill('well', 0, 40900, 0, 1000), fill('well', 0, 41800, 0, 1000));
  expect(score(twoVillages(), plan, previous, 38341).changed).toBe(0);
});

test('a rest before now counts, and so does work before now', () => {
  const previous = twoVillagesPlan();
  // Works on without the rest: at 33,000 it is 7,800 s since it left home.
  const plan = twoVillagesPlan();
  drive(plan, 0, 5, deliver('west', 35120, 35120, 35360, 400), home(36860));
  const problem = twoVillages();
  plan.score = score(problem, plan, previous, 33900);
  expect(check(problem, plan, { previous, now: 33900 }).faults).toMatchObject([
    { code: 'no-rest' },
  ]);
});

function fail(): never {
  throw new Error('the fixture has two sources');
}
