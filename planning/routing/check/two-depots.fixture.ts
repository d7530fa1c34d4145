import type { Client, Problem, Route, Unserved, VehicleType, Visit } from '../problem.ts';

/** Places on a line: the town at 0, the well at 100, clients at 10, 20, 30, 110 and 500. A unit of distance takes a unit of time. */
const POSITIONS = [0, 100, 10, 20, 30, 110, 500];

export function twoDepots(): Problem {
  const line = Int32Array.from(
    POSITIONS.flatMap((from) => POSITIONS.map((to) => Math.abs(from - to))),
  );
  return {
    places: POSITIONS.length,
    profiles: [{ distances: line, durations: line }],
    depots: [
      { place: 0, earliest: 50, latest: 1000, service: 5 },
      { place: 1, service: 7 },
    ],
    clients: [
      { place: 2, demand: 4, service: 3 },
      { place: 3, demand: 4, service: 3, earliest: 100, latest: 120 },
      { place: 4, demand: 6, service: 3, release: 200 },
      { place: 5, demand: 1, prize: 40 },
      { place: 6, demand: 1, prize: 90 },
    ],
    vehicles: [
      { count: 1, capacity: 10, reloads: [0, 1], reloadsAtMost: 2, durationCost: 1, fixedCost: 7 },
      { count: 1, latest: 600, durationAtMost: 400, distanceAtMost: 300, distanceCost: 2 },
    ],
    pinned: [{ vehicle: 0, visits: [{ client: 0 }] }],
    previous: {
      routes: [{ vehicle: 0, visits: [{ client: 0 }, { client: 3 }, { client: 1 }] }],
      price: 11,
    },
  };
}

export interface Plan {
  routes: Route[];
  unserved: Unserved[];
  cost?: number;
  missing?: number;
}

/**
 * The first vehicle begins to load at 92 and leaves at 97; visits client 0 at 107 and client 1 at 120; is at the depot at 143,
 * loads and waits until 200; visits client 2 at 230; is back at 263. It could have begun earlier, or as late as at 92, without
 * being back later. The second has no route.
 */
export function twoDepotsPlan(): Plan {
  return {
    routes: [{ vehicle: 0, visits: [{ client: 0 }, { client: 1 }, { reload: 0 }, { client: 2 }] }],
    unserved: [
      // Cheapest after a second reload, at the well: 180 farther, 95 longer, for a prize of 40.
      { client: 3, because: 'prize', excess: 235 },
      // The town closes before anybody is back.
      { client: 4, because: 'shift' },
    ],
    // Distance 100, time 263 - 92, the vehicle 7; prizes 40 and 90; clients 1 and 3 have changed.
    cost: 100 + 171 + 7 + 130 + 22,
    missing: 0,
  };
}

export const visitsOf = (plan: Plan, route = 0): Visit[] => plan.routes[route]?.visits ?? [];
export const clientOf = (problem: Problem, client: number): Client => {
  const found = problem.clients[client];
  if (!found) throw new Error('the problem has the client');
  return found;
};
export const typeOf = (problem: Problem, type: number): VehicleType => {
  const found = problem.vehicles[type];
  if (!found) throw new Error('the problem has the type');
  return found;
};
