import {
  type Client,
  type Depot,
  NO_WAY,
  type Problem,
  type Profile,
  type Route,
  type VehicleType,
  type Visit,
} from '../problem.ts';
import { check } from './check.ts';

/** Whole numbers and choices that depend on the seed alone. */
export interface Dice {
  /** From `least` to `most`, both included. */
  whole(least: number, most: number): number;
  chance(percent: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
}

/** mulberry32 (Tommy Ettinger). */
export function dice(seed: number): Dice {
  let state = (seed ^ 0x5bd1e995) | 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) =>
    least + Math.floor(fraction() * (most - least + 1));
  const shuffled = <T>(list: readonly T[]): T[] => {
    const left = [...list];
    return list.flatMap(() => left.splice(whole(0, left.length - 1), 1));
  };
  return {
    whole,
    chance: (percent) => fraction() * 100 < percent,
    pick: <T>(list: readonly T[]) => list[whole(0, list.length - 1)] as T,
    shuffled,
  };
}

/**
 * A small problem with a random choice of everything that a problem can have: vehicle types, depots, profiles (asymmetric,
 * with ways missing), windows, services, releases, reloads, prizes, limits, pinned beginnings, an earlier plan. It has no
 * faults; often not all clients can be visited.
 *
 * @param clients how many; 3 to 40 by default.
 */
export function randomProblem(seed: number, clients?: number): Problem {
  const roll = dice(seed);
  const depots = randomDepots(roll);
  const own = clients ?? roll.whole(3, roll.chance(50) ? 10 : 40);
  const places = depots.length + own;
  const profiles = randomProfiles(roll, places);
  const problem: Problem = {
    places,
    profiles,
    depots,
    clients: randomClients(roll, depots.length, own),
    vehicles: Array.from({ length: roll.whole(1, 3) }, () =>
      randomVehicle(roll, depots.length, profiles.length),
    ),
  };
  const [first] = problem.vehicles;
  if (first) first.count ||= 1;
  if (roll.chance(30)) problem.pinned = randomPinned(roll, problem);
  if (roll.chance(30)) {
    problem.previous = { routes: randomEarlier(roll, problem), price: roll.whole(0, 300) };
  }
  return problem;
}

/**
 * Routes that break no rule, the pinned beginnings included, and visit whom a few random tries could place.
 *
 * @param skip how many of a hundred clients are not even tried.
 */
export function randomRoutes(problem: Problem, seed: number, skip = 10): Route[] {
  const roll = dice(seed);
  const { clients, pinned = [] } = problem;
  const routes = structuredClone(pinned);
  const pinnedClients = new Set(pinned.flatMap(({ visits }) => visits.map(clientOf)));
  for (const client of roll.shuffled([...clients.keys()])) {
    if (pinnedClients.has(client) || roll.chance(skip)) continue;
    for (let attempt = 0; attempt < 6; attempt++) {
      if (tryPlace(roll, problem, routes, client)) break;
    }
  }
  return routes;
}

function clientOf(visit: Visit): number | undefined {
  return 'client' in visit ? visit.client : undefined;
}

function tryPlace(roll: Dice, problem: Problem, routes: Route[], client: number): boolean {
  const index = roll.whole(0, routes.length);
  const vehicle = roll.whole(0, problem.vehicles.length - 1);
  const route = routes[index] ?? { vehicle, visits: [] };
  const type = problem.vehicles[route.vehicle];
  const used = routes.filter((other) => other.vehicle === route.vehicle).length;
  if (index === routes.length && used >= (type?.count ?? 0)) return false;
  const first = problem.pinned?.[index]?.visits.length ?? 0;
  const visits = [...route.visits];
  const { reloads = [] } = type ?? {};
  const added: Visit[] = [{ client }];
  if (reloads.length > 0 && roll.chance(40)) added.unshift({ reload: roll.pick(reloads) });
  visits.splice(roll.whole(first, visits.length), 0, ...added);
  const changed = { ...route, visits };
  if (!possible(problem, changed)) return false;
  routes[index] = changed;
  return true;
}

/** Of the route alone: it keeps every rule that does not depend on others. */
function possible(problem: Problem, route: Route): boolean {
  return check({ ...problem, pinned: [route] }, { routes: [route] }).ok;
}

function randomDepots(roll: Dice): Depot[] {
  return Array.from({ length: roll.whole(1, 3) }, (_, place) => {
    const depot: Depot = { place };
    if (roll.chance(40)) depot.earliest = roll.whole(0, 400);
    if (roll.chance(40)) depot.latest = roll.whole(3000, 8000);
    if (roll.chance(40)) depot.service = roll.whole(1, 120);
    return depot;
  });
}

function randomClients(roll: Dice, depots: number, count: number): Client[] {
  const windows = roll.chance(60);
  const releases = roll.chance(40);
  const prizes = roll.chance(50);
  return Array.from({ length: count }, (_, i) => {
    const client: Client = { place: depots + i };
    // Some stand where another does, or at a depot.
    if (roll.chance(8)) client.place = roll.whole(0, depots + i);
    if (roll.chance(85)) client.demand = roll.whole(0, 20);
    if (roll.chance(70)) client.service = roll.whole(0, 90);
    if (windows && roll.chance(70)) {
      client.earliest = roll.whole(0, 3000);
      client.latest = client.earliest + roll.whole(0, 1500);
    }
    if (releases && roll.chance(60)) client.release = roll.whole(0, 2000);
    if (prizes && roll.chance(60)) client.prize = roll.whole(0, 2500);
    return client;
  });
}

function randomVehicle(roll: Dice, depots: number, profiles: number): VehicleType {
  const anyDepot = () => roll.whole(0, depots - 1);
  const type: VehicleType = { count: roll.whole(roll.chance(10) ? 0 : 1, 4) };
  if (roll.chance(85)) type.capacity = roll.whole(20, 90);
  if (roll.chance(60)) type.start = anyDepot();
  if (roll.chance(30)) type.end = anyDepot();
  if (roll.chance(50)) {
    type.reloads = roll.shuffled([...Array(depots).keys()]).slice(0, roll.whole(1, depots));
    if (roll.chance(40)) type.reloadsAtMost = roll.whole(0, 3);
  }
  if (roll.chance(40)) type.earliest = roll.whole(0, 800);
  if (roll.chance(60)) type.latest = roll.whole(2500, 9000);
  if (roll.chance(30)) type.durationAtMost = roll.whole(1200, 5000);
  if (roll.chance(30)) type.distanceAtMost = roll.whole(1500, 6000);
  if (roll.chance(50)) type.fixedCost = roll.whole(0, 1500);
  if (roll.chance(50)) type.distanceCost = roll.whole(0, 4);
  if (roll.chance(50)) type.durationCost = roll.whole(0, 3);
  if (profiles > 1) type.profile = roll.whole(0, profiles - 1);
  return type;
}

function randomProfiles(roll: Dice, places: number): Profile[] {
  const points = Array.from({ length: places }, () => [roll.whole(0, 1000), roll.whole(0, 1000)]);
  const holes = roll.chance(30);
  const uneven = roll.chance(60) ? roll.whole(1, 40) : 0;
  return Array.from({ length: roll.whole(1, 2) }, () => {
    const distances = new Int32Array(places * places);
    for (let from = 0; from < places; from++) {
      for (let to = 0; to < places; to++) {
        const [x = 0, y = 0] = points[from] ?? [];
        const [toX = 0, toY = 0] = points[to] ?? [];
        const straight = Math.hypot(x - toX, y - toY) * (1 + roll.whole(0, uneven) / 100);
        distances[from * places + to] = holes && roll.chance(3) ? NO_WAY : Math.round(straight);
      }
    }
    const speed = roll.whole(50, 200);
    const durations = roll.chance(40)
      ? distances
      : distances.map((distance) =>
          distance === NO_WAY ? NO_WAY : Math.ceil((distance * 100) / speed) + roll.whole(0, 9),
        );
    return { distances, durations };
  });
}

function randomPinned(roll: Dice, problem: Problem): Route[] {
  return randomRoutes(problem, roll.whole(0, 1e9))
    .filter(() => roll.chance(50))
    .map(({ vehicle, visits }) => ({
      vehicle,
      visits: visits.slice(0, roll.whole(1, visits.length)),
    }))
    .filter((beginning) => possible(problem, beginning));
}

/** An earlier plan need not be possible any more. */
function randomEarlier(roll: Dice, problem: Problem): Route[] {
  return randomRoutes(problem, roll.whole(0, 1e9), 30).map(({ vehicle, visits }) => ({
    vehicle,
    visits: roll.chance(50) ? visits : roll.shuffled(visits),
  }));
}
