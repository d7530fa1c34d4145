import { dice } from './check/random-problem.fixture.ts';
import type { Client, Problem, VehicleType } from './problem.ts';

/**
 * A depot in the middle of a square of 1,000 by 1,000, and clients around it who each ask for 1 to 9; enough vehicles of 40.
 *
 * @param change what else each client wants.
 */
export function town(
  clients: number,
  seed = 1,
  change: (client: Client, index: number) => Client = (client) => client,
  vehicle: Partial<VehicleType> = {},
): Problem {
  const roll = dice(seed);
  const spots = Array.from({ length: clients + 1 }, (_, i) =>
    i === 0 ? [500, 500] : [roll.whole(0, 1000), roll.whole(0, 1000)],
  ) as [number, number][];
  const ways = Int32Array.from(
    spots.flatMap(([x, y]) => spots.map(([a, b]) => Math.round(Math.hypot(x - a, y - b)))),
  );
  return {
    places: clients + 1,
    profiles: [{ distances: ways, durations: ways }],
    depots: [{ place: 0 }],
    clients: Array.from({ length: clients }, (_, i) =>
      change({ place: i + 1, demand: roll.whole(1, 9) }, i),
    ),
    vehicles: [{ count: Math.ceil(clients / 4) + 1, capacity: 40, ...vehicle }],
  };
}
