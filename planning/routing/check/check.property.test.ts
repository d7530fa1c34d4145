import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_WAY, type Problem, type Route } from '../problem.ts';
import { check } from './check.ts';
import type { CheckCode } from './fault.ts';
import { dice, randomProblem, randomRoutes } from './random-problem.fixture.ts';
import { bestBeginning } from './second-opinion.fixture.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const LATE: CheckCode[] = ['client-late', 'depot-late', 'shift-over'];

/** A good plan with some things done to it that may break it. */
function disturbed(problem: Problem, seed: number): Route[] {
  const roll = dice(seed);
  const routes = structuredClone(randomRoutes(problem, seed));
  for (let times = roll.whole(0, 3); times > 0; times--) {
    const route = routes[roll.whole(0, routes.length - 1)];
    const other = routes[roll.whole(0, routes.length - 1)];
    if (!route || !other) continue;
    const index = roll.whole(0, route.visits.length);
    const harms: (() => unknown)[] = [
      () => (route.visits = roll.shuffled(route.visits)),
      () => (route.vehicle = roll.whole(0, problem.vehicles.length - 1)),
      () => other.visits.push(...route.visits.splice(index)),
      () => other.visits.push(...route.visits.slice(index)),
      () => route.visits.splice(index, 0, { reload: roll.whole(0, problem.depots.length - 1) }),
      () => route.visits.splice(index, 1),
      () => routes.push({ vehicle: route.vehicle, visits: route.visits.splice(index) }),
    ];
    roll.pick(harms)();
  }
  return routes;
}

/** The codes that a plan deserves, found without looking at how `check` does it; being late anyhow is `client-late`. */
function deserved(problem: Problem, routes: Route[]): Set<CheckCode> {
  const codes = new Set<CheckCode>();
  const clientsOf = ({ visits }: Route) =>
    visits.flatMap((visit) => ('client' in visit ? [visit.client] : []));
  const all = routes.flatMap(clientsOf);
  if (new Set(all).size < all.length) codes.add('client-twice');
  for (const [vehicle, { count }] of problem.vehicles.entries()) {
    if (routes.filter((route) => route.vehicle === vehicle).length > count) {
      codes.add('too-many-routes');
    }
  }
  for (const route of routes) {
    const type = problem.vehicles[route.vehicle];
    const reloads = route.visits.flatMap((visit) => ('reload' in visit ? [visit.reload] : []));
    if (reloads.some((reload) => !type?.reloads?.includes(reload))) codes.add('reload-not-allowed');
    if (reloads.length > (type?.reloadsAtMost ?? reloads.length)) codes.add('too-many-reloads');
    let load = 0;
    for (const visit of route.visits) {
      load = 'reload' in visit ? 0 : load + (problem.clients[visit.client]?.demand ?? 0);
      if (load > (type?.capacity ?? load)) codes.add('over-capacity');
    }
    const { distance, wayless } = lengthOf(problem, route);
    if (wayless) codes.add('no-way');
    if (distance > (type?.distanceAtMost ?? distance)) codes.add('distance-over');
    const best = bestBeginning(problem, route);
    if (!best) codes.add('client-late');
    const duration = best ? best.end - best.start : shortestAnyhow(problem, route);
    if (duration > (type?.durationAtMost ?? duration)) codes.add('duration-over');
  }
  const { lost, idle } = bestPinning(problem.pinned ?? [], routes);
  if (lost > 0) codes.add('pinned-missing');
  if (idle > 0) codes.add('no-client');
  return codes;
}

function lengthOf(problem: Problem, { vehicle, visits }: Route) {
  const type = problem.vehicles[vehicle];
  const profile = problem.profiles[type?.profile ?? 0];
  const depots = [type?.start ?? 0, type?.end ?? type?.start ?? 0].map(
    (depot) => problem.depots[depot]?.place ?? 0,
  );
  const places = visits.map((visit) =>
    'client' in visit ? problem.clients[visit.client]?.place : problem.depots[visit.reload]?.place,
  );
  places.unshift(depots[0]);
  places.push(depots[1]);
  let distance = 0;
  let wayless = false;
  for (let i = 1; i < places.length; i++) {
    const entry = (places[i - 1] ?? 0) * problem.places + (places[i] ?? 0);
    const missing = Math.max(profile?.distances[entry] ?? 0, profile?.durations[entry] ?? 0);
    if (missing >= NO_WAY) wayless = true;
    else distance += profile?.distances[entry] ?? 0;
  }
  return { distance, wayless };
}

/** Of a route that is late: from the latest beginning that does not end it later. */
function shortestAnyhow(problem: Problem, route: Route): number {
  return check({ ...problem, pinned: [] }, { routes: [route] }).routes[0]?.duration ?? 0;
}

/** Every way to give the pinned beginnings routes: the fewest without one, then the fewest other routes without clients. */
function bestPinning(pinned: Route[], routes: Route[]): { lost: number; idle: number } {
  const isIdle = ({ visits }: Route) => visits.every((visit) => 'reload' in visit);
  const fits = (route: Route, { vehicle, visits }: Route) =>
    route.vehicle === vehicle &&
    JSON.stringify(route.visits.slice(0, visits.length)) === JSON.stringify(visits);
  const [beginning, ...rest] = pinned;
  if (!beginning) return { lost: 0, idle: routes.filter(isIdle).length };
  const without = bestPinning(rest, routes);
  const ways = [{ ...without, lost: without.lost + 1 }];
  for (const [i, route] of routes.entries()) {
    if (fits(route, beginning)) ways.push(bestPinning(rest, routes.toSpliced(i, 1)));
  }
  return ways.reduce((a, b) => ((b.lost - a.lost || b.idle - a.idle) < 0 ? b : a));
}

function costOf(problem: Problem, routes: Route[]): number {
  let cost = 0;
  for (const route of routes) {
    const {
      distanceCost = 1,
      durationCost = 0,
      fixedCost = 0,
    } = problem.vehicles[route.vehicle] ?? {};
    const best = bestBeginning(problem, route);
    const duration = best ? best.end - best.start : shortestAnyhow(problem, route);
    cost += lengthOf(problem, route).distance * distanceCost + duration * durationCost;
    if (route.visits.some((visit) => 'client' in visit)) cost += fixedCost;
  }
  const text = (list: Route[]) =>
    list.map(({ visits }) =>
      ['|', ...visits.map((visit) => ('client' in visit ? `c${visit.client}` : '|'))].join(' '),
    );
  const pairs = (list: Route[]) =>
    text(list).flatMap((line) => line.split(' ').map((stop, i, all) => `${all[i - 1]} ${stop}`));
  const now = new Set(pairs(routes));
  for (const [client, { prize = 0 }] of problem.clients.entries()) {
    if (!pairs(routes).some((pair) => pair.endsWith(` c${client}`))) cost += prize;
    const before = pairs(problem.previous?.routes ?? []).find((pair) =>
      pair.endsWith(` c${client}`),
    );
    if (before && !now.has(before)) cost += problem.previous?.price ?? 0;
  }
  return cost;
}

test('the checker finds what a second opinion finds, and nothing else, and the same cost', () => {
  const met = new Map<CheckCode, number>();
  let good = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const problem = randomProblem(seed, 9);
      const routes = disturbed(problem, seed);
      const result = check(problem, { routes });
      const found = new Set(
        result.faults.map(({ code }) => (LATE.includes(code) ? 'client-late' : code)),
      );
      expect(found).toEqual(deserved(problem, routes));
      for (const code of found) met.set(code, (met.get(code) ?? 0) + 1);
      if (result.ok) good++;
      if (!found.has('client-twice')) expect(result.cost).toBe(costOf(problem, routes));
    }),
    { numRuns: 200, seed: 11 },
  );
  expect(good).toBeGreaterThan(30);
  expect([...met.keys()].sort()).toEqual([
    'client-late',
    'client-twice',
    'distance-over',
    'duration-over',
    'no-client',
    'no-way',
    'over-capacity',
    'pinned-missing',
    'reload-not-allowed',
    'too-many-reloads',
    'too-many-routes',
  ]);
});

test('random plans are good, and what they declare of themselves is believed only if it is true', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const problem = randomProblem(seed);
      const routes = randomRoutes(problem, seed);
      const { cost, missing } = check(problem, { routes });
      const visited = new Set(
        routes.flatMap(({ visits }) => visits.map((visit) => 'client' in visit && visit.client)),
      );
      const unserved = [...problem.clients.keys()]
        .filter((client) => !visited.has(client))
        .map((client) => ({ client }));
      expect(check(problem, { routes, unserved, cost, missing }).faults).toEqual([]);
      expect(check(problem, { routes, cost: cost + 1 }).faults).toMatchObject([
        { code: 'wrong-cost' },
      ]);
      expect(check(problem, { routes, unserved: unserved.slice(1) }).ok).toBe(
        unserved.length === 0,
      );
    }),
    { numRuns: 100, seed: 5 },
  );
});
