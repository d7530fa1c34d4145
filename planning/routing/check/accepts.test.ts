import { expect, test } from 'vitest';
import { NEVER, type Problem } from '../problem.ts';
import { problemFaults } from '../refuse/problem-faults.ts';
import { check } from './check.ts';
import {
  clientOf,
  type Plan,
  twoDepots,
  twoDepotsPlan,
  typeOf,
  visitsOf,
} from './two-depots.fixture.ts';

type Change = (plan: Plan, problem: Problem) => unknown;

const good: [feature: string, change: Change, figures: object][] = [
  ['as it stands', () => {}, { start: 92, end: 263, duration: 171, distance: 100, loads: [8, 6] }],
  [
    'loading before the depot opens, and before the release',
    (plan, problem) => {
      Object.assign(problem.depots[0] ?? {}, { earliest: 230 });
      Object.assign(clientOf(problem, 1), { earliest: 0, latest: 253 });
      visitsOf(plan).splice(2, 1);
      typeOf(problem, 0).capacity = 14;
    },
    // Leaves at 230, having loaded from 225.
    { start: 225, end: 299, loads: [14] },
  ],
  [
    'a beginning that is put off as far as a window allows',
    (_, problem) => (clientOf(problem, 1).latest = 105),
    { start: 77, end: 263 },
  ],
  [
    'a beginning that is put off as far as the hours of its depot allow',
    (plan, problem) => {
      problem.depots.push({ place: 0 });
      Object.assign(problem.depots[0] ?? {}, { latest: 60 });
      Object.assign(typeOf(problem, 0), { reloads: [2], end: 2 });
      visitsOf(plan)[2] = { reload: 2 };
    },
    { start: 55, end: 263 },
  ],
  [
    'a shift that begins later than the route otherwise would',
    (_, problem) => (typeOf(problem, 0).earliest = 92),
    { start: 92, end: 263 },
  ],
  [
    'two reloads in a row, each with its service',
    (plan) => visitsOf(plan).splice(2, 0, { reload: 1 }),
    // 123 + 80 + 7 at the well, 100 + 5 back in town, 30 + 3 + 30.
    { start: 72, end: 358, loads: [8, 0, 6], distance: 260 },
  ],
  [
    'a reload at the very end',
    (plan) => visitsOf(plan).push({ reload: 0 }),
    { start: 92, end: 268, loads: [8, 6, 0], distance: 100 },
  ],
  [
    'a reload at the very beginning',
    (plan, problem) => {
      problem.pinned = [];
      visitsOf(plan).splice(0, 0, { reload: 0 });
    },
    { start: 87, end: 263, loads: [0, 8, 6] },
  ],
  [
    'limits that are just kept',
    (_, problem) => {
      Object.assign(typeOf(problem, 0), { durationAtMost: 171, distanceAtMost: 100, latest: 263 });
      Object.assign(problem.depots[0] ?? {}, { latest: 263 });
      Object.assign(clientOf(problem, 2), { earliest: 230, latest: 230, demand: 10 });
    },
    { start: 92, end: 263, loads: [8, 10] },
  ],
  [
    'a route that arrives before its end opens',
    (_, problem) => {
      problem.depots.push({ place: 0, earliest: 900, latest: NEVER });
      typeOf(problem, 0).end = 2;
    },
    { start: 92, end: 263 },
  ],
];

test.each(good)('a plan passes: %s', (_, change, figures) => {
  const problem = twoDepots();
  const plan = twoDepotsPlan();
  change(plan, problem);
  expect(problemFaults(problem)).toEqual([]);
  const { faults, routes } = check(problem, { routes: plan.routes });
  expect(faults).toEqual([]);
  expect(routes[0]).toMatchObject(figures);
});

test('a pinned route without clients passes and has no fixed cost; the other cannot pass for it', () => {
  const problem = twoDepots();
  Object.assign(typeOf(problem, 0), { count: 3 });
  problem.pinned = [{ vehicle: 0, visits: [{ reload: 1 }] }];
  const idle = { vehicle: 0, visits: [{ reload: 1 }] };
  const busy = { vehicle: 0, visits: [{ reload: 1 }, { client: 3 }] };
  const { faults, routes } = check(problem, { routes: [busy, idle] });
  expect(faults).toEqual([]);
  // From 45: five units of loading, 100 there, 7, 100 back; each unit of distance and of time costs 1.
  expect(routes[1]).toMatchObject({ start: 45, end: 257, distance: 200, cost: 412 });
  expect(check(problem, { routes: [idle, busy, idle] }).faults).toMatchObject([
    { code: 'no-client', at: '/routes/2' },
  ]);
  const other = { vehicle: 0, visits: [{ reload: 1 }, { client: 0 }] };
  problem.pinned = [idle, busy];
  expect(check(problem, { routes: [busy, other] }).faults).toEqual([]);
});

test('changes are told by the stop before, whatever the vehicle, and all depots are one', () => {
  const problem = twoDepots();
  problem.pinned = [];
  const price = (routes: Plan['routes']): number => {
    const priced = check(problem, { routes }).cost;
    return (priced - check({ ...problem, previous: undefined }, { routes }).cost) / 11;
  };
  const visits = [{ client: 0 }, { client: 3 }, { client: 1 }];
  expect(price([{ vehicle: 0, visits }])).toBe(0);
  expect(price([{ vehicle: 1, visits }])).toBe(0);
  expect(price([{ vehicle: 0, visits: [{ client: 2 }, { reload: 1 }, ...visits] }])).toBe(0);
  expect(price([{ vehicle: 0, visits: [{ client: 2 }, ...visits] }])).toBe(1);
  expect(price([{ vehicle: 0, visits: visits.toReversed() }])).toBe(3);
  expect(price([])).toBe(3);
});
