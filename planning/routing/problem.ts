/**
 * The words of vehicle routing.
 *
 * Every number is a whole number. Units are the caller's own, as long as they are the same throughout: distances (metres,
 * say), times (seconds), loads (litres), money. Indices count from 0. A time is a point on one clock, a duration a length
 * of it.
 */

/** A distance or duration no vehicle can travel: there is no way. Entries of a matrix at or above it count as none. */
export const NO_WAY = 1 << 29;

/** An end of time that is never reached: the default of every `latest`. */
export const NEVER = 1 << 30;

/** What it takes to travel between places, for vehicles that travel alike. Need not be symmetric. */
export interface Profile {
  /** `places × places`, row by row: entry `i * places + j` is from place `i` to place `j`. 0 to {@link NO_WAY}. */
  distances: Int32Array;
  /** As `distances`; it may be the same array. */
  durations: Int32Array;
}

/** Where routes begin, end, or take on a new load. */
export interface Depot {
  /** Place in the matrices. */
  place: number;
  /** No vehicle leaves earlier. Default 0. */
  earliest?: number;
  /** No vehicle arrives or leaves later. Default {@link NEVER}. */
  latest?: number;
  /** Time that each load takes, before each leaving. Default 0. */
  service?: number;
}

/** Somebody to be visited once. */
export interface Client {
  /** Place in the matrices. */
  place: number;
  /** What is delivered of a vehicle's load. Default 0. */
  demand?: number;
  /** Time that the visit takes. Default 0. */
  service?: number;
  /** The visit begins no earlier: who comes before it waits. Default 0. */
  earliest?: number;
  /** The visit begins no later. Default {@link NEVER}. */
  latest?: number;
  /** The trip that brings the load leaves its depot no earlier (loading may be over before). Default 0. */
  release?: number;
  /** What leaving the client out costs. Without it the client must be visited if that is possible at all. */
  prize?: number;
}

/** Vehicles of one kind. */
export interface VehicleType {
  /** How many there are. */
  count: number;
  /** Most load at a time. Default: unbounded. */
  capacity?: number;
  /** Depot where routes begin. Default 0. */
  start?: number;
  /** Depot where routes end. Default: `start`. */
  end?: number;
  /** Depots where a vehicle may take on a new load in between. Default none. */
  reloads?: number[];
  /** Most reloads of one route. Default: unbounded, if there are `reloads` at all. */
  reloadsAtMost?: number;
  /** A route begins no earlier (its first load included). Default 0. */
  earliest?: number;
  /** A route ends no later. Default {@link NEVER}. */
  latest?: number;
  /** Longest time from the beginning of a route to its end, waits included. Default: unbounded. */
  durationAtMost?: number;
  /** Longest distance of a route. Default: unbounded. */
  distanceAtMost?: number;
  /** Cost of each route that visits anybody. Default 0. */
  fixedCost?: number;
  /** Cost of a unit of distance. Default 1. */
  distanceCost?: number;
  /** Cost of a unit of time between the beginning of a route and its end. Default 0. */
  durationCost?: number;
  /** Index into `profiles`. Default 0. */
  profile?: number;
}

/** A stop between the beginning and the end of a route. Both are indices: into `clients` and into `depots`. */
export type Visit = { client: number } | { reload: number };

/** What one vehicle does. It begins at its type's `start` and ends at its `end`. */
export interface Route {
  /** Index into `vehicles`. */
  vehicle: number;
  visits: Visit[];
}

export interface Problem {
  /** Number of places: side of every matrix. */
  places: number;
  profiles: Profile[];
  depots: Depot[];
  clients: Client[];
  vehicles: VehicleType[];
  /**
   * Beginnings that are fixed: for each entry one vehicle of its type has a route that begins with these visits, in this
   * order, whatever follows. The beginnings must be possible, together and each by itself.
   */
  pinned?: Route[];
  /**
   * An earlier plan from which each change costs. A client counts as changed when the stop before it (a client, or any
   * depot) is another one than in these routes. A client that is not in them counts as changed nowhere; one that was and is
   * now left out counts as changed.
   */
  previous?: { routes: Route[]; price: number };
}

/** Why a client is left out: what the last, exhaustive insertion pass met. See `Unserved`. */
export type Obstacle =
  | 'no-way'
  | 'capacity'
  | 'time-window'
  | 'release'
  | 'shift'
  | 'duration'
  | 'distance'
  | 'reloads'
  | 'prize'
  | 'several';

/** A client who is left out. */
export interface Unserved {
  client: number;
  /**
   * What stands between the client and the plan. Each position of each route was tried, and an unused vehicle of each
   * type: with this one rule lifted for the client there would be a feasible position, and with no other single rule
   * listed before it in {@link Obstacle}. `prize`: there is a feasible position, and it costs more than the prize.
   * `several`: lifting any single rule does not help.
   */
  because: Obstacle;
  /** For `prize`: what the cheapest feasible insertion costs beyond leaving the client out. */
  excess?: number;
}

/** A plan and what it costs. */
export interface Solution {
  /** Routes with at least one client, and pinned ones. */
  routes: Route[];
  unserved: Unserved[];
  /** Of the travel, the vehicles, the prizes forgone and the changes. Clients without a prize who are left out add nothing. */
  cost: number;
  /** Clients without a prize who are left out. 0 in a complete plan. */
  missing: number;
  /** Iterations of all workers. */
  iterations: number;
  /** Wall time, seconds. */
  seconds: number;
}
