import { sharedInts } from '../integers.ts';
import { type Client, NEVER, NO_WAY, type Problem, type VehicleType } from '../problem.ts';
import { nearest } from './near.ts';

/**
 * A problem as packed integers, the same for all threads.
 *
 * Nodes are what a route is a list of: clients 0 … N−1, then the first and the last node of each vehicle (`N + 2v`,
 * `N + 2v + 1`), then nodes for reloads, which belong to no vehicle until they are used.
 */
export interface Model {
  /** Clients, vehicles, nodes for reloads, places. */
  N: number;
  V: number;
  X: number;
  P: number;

  /** What a kind of vehicle pays from place to place, `P × P` for each kind of cost; where there is no way, NO_WAY. */
  cost: Int32Array;
  /** The same the other way round: row `j` holds what leads to `j`. One array with `cost` when both agree. */
  costTo: Int32Array;
  time: Int32Array;
  timeTo: Int32Array;
  distance: Int32Array;
  distanceTo: Int32Array;

  /** Of each node: its place; of a reload node, set when it is used. */
  place: Int32Array;
  /** Of each client. */
  demand: Int32Array;
  service: Int32Array;
  earliest: Int32Array;
  latest: Int32Array;
  release: Int32Array;
  /** What leaving a client out costs; −1 for those who must be visited. */
  prize: Float64Array;

  /** Of each vehicle. */
  typeOf: Int32Array;
  /** Of each type: where its part of `cost`, `time` and `distance` begins. */
  costAt: Int32Array;
  timeAt: Int32Array;
  distanceAt: Int32Array;
  capacity: Int32Array;
  start: Int32Array;
  end: Int32Array;
  reloads: Int32Array[];
  reloadsAtMost: Int32Array;
  shiftFrom: Int32Array;
  shiftTo: Int32Array;
  durationAtMost: Int32Array;
  distanceAtMost: Int32Array;
  fixedCost: Float64Array;
  durationCost: Float64Array;
  types: number;

  /** Of each depot. */
  depotPlace: Int32Array;
  depotService: Int32Array;
  depotFrom: Int32Array;
  depotTo: Int32Array;

  /** The `near.count` closest clients of each client, closest first. */
  near: { count: number; list: Int32Array };
  /** Clients that are closer to each client than any depot where routes begin or end. */
  depotRank: Int32Array;

  /** Stop before each client in the earlier plan: a client, −1 for a depot, −2 when it was not in it. */
  before: Int32Array;
  changePrice: number;
  /** Fixed beginnings: for each vehicle that has one, its clients and (as `-1 - depot`) reloads in order. */
  pinned: Int32Array[];

  /** What the problem makes use of; what it does not use costs no time. */
  uses: {
    times: boolean;
    durations: boolean;
    releases: boolean;
    trips: boolean;
    distances: boolean;
    prizes: boolean;
    changes: boolean;
    pins: boolean;
  };
}

const NEAR = 100;

/** Packs a valid problem. Big arrays are shared between threads where the platform can. */
export function packProblem(problem: Problem): Model {
  const { places: P, clients, depots } = problem;
  const N = clients.length;
  const vehicles = problem.vehicles;
  const types = vehicles.length;
  const pins = problem.pinned ?? [];
  const pinnedOf = vehicles.map((_, type) => pins.filter(({ vehicle }) => vehicle === type));
  const counts = vehicles.map(({ count }, type) =>
    Math.min(count, N + (pinnedOf[type]?.length ?? 0)),
  );
  const V = counts.reduce((sum, count) => sum + count, 0);
  const typeOf = new Int32Array(V);
  const pinned: Int32Array[] = [];
  for (let type = 0, v = 0; type < types; type += 1) {
    for (let i = 0; i < (counts[type] as number); i += 1, v += 1) {
      typeOf[v] = type;
      const beginning = pinnedOf[type]?.[i];
      pinned.push(
        Int32Array.from(beginning?.visits ?? [], (visit) =>
          'client' in visit ? visit.client : -1 - visit.reload,
        ),
      );
    }
  }
  const trips = vehicles.some(({ reloads }) => (reloads?.length ?? 0) > 0);
  const X = trips ? N + pins.reduce((sum, { visits }) => sum + visits.length, 0) + 1 : 0;

  const ofClients = (pick: (client: Client) => number) => Int32Array.from(clients, pick);
  const ofTypes = (pick: (type: VehicleType) => number) => Int32Array.from(vehicles, pick);
  const place = new Int32Array(N + 2 * V + X);
  clients.forEach((client, c) => {
    place[c] = client.place;
  });
  const start = ofTypes((type) => type.start ?? 0);
  const end = ofTypes((type) => type.end ?? type.start ?? 0);
  const placeOf = (depot: number) => depots[depot]?.place ?? 0;
  for (let v = 0; v < V; v += 1) {
    place[N + 2 * v] = placeOf(start[typeOf[v] as number] as number);
    place[N + 2 * v + 1] = placeOf(end[typeOf[v] as number] as number);
  }

  const durationAtMost = ofTypes((type) => Math.min(NEVER, type.durationAtMost ?? NEVER));
  const distanceAtMost = ofTypes((type) => Math.min(NEVER, type.distanceAtMost ?? NEVER));
  const durations =
    vehicles.some((type) => (type.durationCost ?? 0) > 0) ||
    durationAtMost.some((most) => most < NEVER);
  const releases = clients.some((client) => (client.release ?? 0) > 0);
  const times =
    durations ||
    releases ||
    clients.some((client) => (client.earliest ?? 0) > 0 || (client.latest ?? NEVER) < NEVER) ||
    depots.some((depot) => (depot.latest ?? NEVER) < NEVER) ||
    vehicles.some((type) => (type.latest ?? NEVER) < NEVER);
  const distances = distanceAtMost.some((most) => most < NEVER);

  const cost = layers(
    vehicles.map((type) => ({
      matrix: matrixOf(problem, type).distances,
      factor: type.distanceCost ?? 1,
    })),
    P,
  );
  const time = layers(
    vehicles.map((type) => ({ matrix: matrixOf(problem, type).durations, factor: 1 })),
    P,
    times ? cost : undefined,
  );
  const distance = distances
    ? layers(
        vehicles.map((type) => ({ matrix: matrixOf(problem, type).distances, factor: 1 })),
        P,
        cost,
      )
    : cost;

  const before = new Int32Array(N).fill(-2);
  for (const { visits } of problem.previous?.routes ?? []) {
    let last = -1;
    for (const visit of visits) {
      if ('client' in visit) {
        before[visit.client] = last;
        last = visit.client;
      } else last = -1;
    }
  }

  const service = ofClients((client) => client.service ?? 0);
  const earliest = ofClients((client) => client.earliest ?? 0);
  const latest = ofClients((client) => Math.min(NEVER, client.latest ?? NEVER));
  const near = nearest({
    N,
    P,
    place,
    cost: cost.layers,
    costTo: cost.back,
    time: time.layers,
    service,
    earliest,
    latest,
    count: Math.max(0, Math.min(NEAR, N - 1)),
    times,
  });
  const depotPlaces = [...new Set([...start, ...end].map(placeOf))];
  const model: Model = {
    N,
    V,
    X,
    P,
    cost: cost.layers,
    costTo: cost.back,
    time: time.layers,
    timeTo: time.back,
    distance: distance.layers,
    distanceTo: distance.back,
    place,
    demand: ofClients((client) => client.demand ?? 0),
    service,
    earliest,
    latest,
    release: ofClients((client) => client.release ?? 0),
    prize: Float64Array.from(clients, (client) => client.prize ?? -1),
    typeOf,
    costAt: cost.at,
    timeAt: time.at,
    distanceAt: distance.at,
    capacity: ofTypes((type) => Math.min(NEVER, type.capacity ?? NEVER)),
    start,
    end,
    reloads: vehicles.map((type) => Int32Array.from(type.reloads ?? [])),
    reloadsAtMost: ofTypes((type) =>
      (type.reloads?.length ?? 0) === 0 ? 0 : Math.min(NEVER, type.reloadsAtMost ?? NEVER),
    ),
    shiftFrom: ofTypes((type) => type.earliest ?? 0),
    shiftTo: ofTypes((type) => Math.min(NEVER, type.latest ?? NEVER)),
    durationAtMost,
    distanceAtMost,
    fixedCost: Float64Array.from(vehicles, (type) => type.fixedCost ?? 0),
    durationCost: Float64Array.from(vehicles, (type) => type.durationCost ?? 0),
    types,
    depotPlace: Int32Array.from(depots, (depot) => depot.place),
    depotService: Int32Array.from(depots, (depot) => depot.service ?? 0),
    depotFrom: Int32Array.from(depots, (depot) => depot.earliest ?? 0),
    depotTo: Int32Array.from(depots, (depot) => Math.min(NEVER, depot.latest ?? NEVER)),
    near,
    depotRank: new Int32Array(N),
    before,
    changePrice: problem.previous?.price ?? 0,
    pinned,
    uses: {
      times: times || depots.some((depot) => (depot.service ?? 0) > 0 && durations),
      durations,
      releases,
      trips,
      distances,
      prizes: clients.some((client) => client.prize !== undefined),
      changes: (problem.previous?.price ?? 0) > 0,
      pins: pins.length > 0,
    },
  };
  rankDepots(model, depotPlaces);
  return model;
}

function matrixOf(problem: Problem, type: VehicleType) {
  const profile = problem.profiles[type.profile ?? 0];
  if (!profile) throw new RangeError(`no profile ${type.profile ?? 0}`);
  return profile;
}

interface Layers {
  layers: Int32Array;
  back: Int32Array;
  /** Where each type's layer begins. */
  at: Int32Array;
  made: Map<Int32Array, Map<number, number>>;
}

/** One layer for each different matrix and factor; `like`, when it holds just the same, is used again. */
function layers(
  wanted: { matrix: Int32Array; factor: number }[],
  P: number,
  like?: Layers,
): Layers {
  const made = new Map<Int32Array, Map<number, number>>();
  let count = 0;
  const at = Int32Array.from(wanted, ({ matrix, factor }) => {
    const byFactor = made.get(matrix) ?? new Map<number, number>();
    made.set(matrix, byFactor);
    const known = byFactor.get(factor);
    if (known !== undefined) return known * P * P;
    byFactor.set(factor, count);
    count += 1;
    return (count - 1) * P * P;
  });
  if (like && sameLayers(made, like.made)) return { ...like, at, made };
  const size = P * P;
  const only = count === 1 ? wanted[0] : undefined;
  const asIs =
    only !== undefined &&
    only.factor === 1 &&
    typeof SharedArrayBuffer !== 'undefined' &&
    only.matrix.buffer instanceof SharedArrayBuffer &&
    most(only.matrix) <= NO_WAY;
  const all = asIs ? only.matrix : sharedInts(count * size);
  let symmetric = true;
  for (const [matrix, byFactor] of made) {
    symmetric &&= isSymmetric(matrix, P);
    if (asIs) continue;
    for (const [factor, layer] of byFactor) {
      const from = layer * size;
      if (factor === 1) all.set(matrix, from);
      if (factor === 1 && most(matrix) <= NO_WAY) continue;
      for (let i = 0; i < size; i += 1) {
        const value = matrix[i] as number;
        if (value >= NO_WAY) all[from + i] = NO_WAY;
        else if (factor !== 1) all[from + i] = Math.min(NO_WAY, value * factor);
      }
    }
  }
  let back = all;
  if (!symmetric) {
    back = sharedInts(count * size);
    for (let layer = 0; layer < count; layer += 1) {
      transpose(all, layer * size, P, back);
    }
  }
  return { layers: all, back, at, made };
}

/** Side of the squares in which matrices are walked through: columns of big ones are slow to walk along. */
const SIDE = 64;

function isSymmetric(matrix: Int32Array, P: number): boolean {
  for (let a = 0; a < P; a += SIDE) {
    for (let b = 0; b <= a; b += SIDE) {
      for (let i = a, iEnd = Math.min(P, a + SIDE); i < iEnd; i += 1) {
        for (let j = b, jEnd = Math.min(i, b + SIDE); j < jEnd; j += 1) {
          if (matrix[i * P + j] !== matrix[j * P + i]) return false;
        }
      }
    }
  }
  return true;
}

function transpose(from: Int32Array, at: number, P: number, into: Int32Array): void {
  for (let a = 0; a < P; a += SIDE) {
    for (let b = 0; b < P; b += SIDE) {
      for (let i = a, iEnd = Math.min(P, a + SIDE); i < iEnd; i += 1) {
        for (let j = b, jEnd = Math.min(P, b + SIDE); j < jEnd; j += 1) {
          into[at + j * P + i] = from[at + i * P + j] as number;
        }
      }
    }
  }
}

function most(values: Int32Array): number {
  let highest = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value > highest) highest = value;
  }
  return highest;
}

function sameLayers(a: Layers['made'], b: Layers['made']): boolean {
  if (a.size !== b.size) return false;
  for (const [matrix, byFactor] of a) {
    const other = b.get(matrix);
    if (!other || other.size !== byFactor.size) return false;
    for (const [factor, layer] of byFactor) if (other.get(factor) !== layer) return false;
  }
  return true;
}

function rankDepots(model: Model, depotPlaces: number[]): void {
  const { N, P, place, cost, costTo, near, depotRank } = model;
  for (let c = 0; c < N; c += 1) {
    const row = (place[c] as number) * P;
    let closest = NO_WAY;
    for (const depot of depotPlaces) {
      closest = Math.min(closest, cost[row + depot] as number, costTo[row + depot] as number);
    }
    let rank = 0;
    for (let k = 0; k < near.count; k += 1) {
      const other = place[near.list[c * near.count + k] as number] as number;
      if ((cost[row + other] as number) < closest) rank += 1;
    }
    depotRank[c] = rank;
  }
}
