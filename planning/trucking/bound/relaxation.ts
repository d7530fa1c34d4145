import type { Interval } from '../water-day.ts';
import type { Day } from './day.ts';
import { type Demand, hardship, litresAt } from './demand.ts';
import type { Reach } from './reach.ts';
import type { Roads } from './roads.ts';
import { mostFills, routeValue, type TripWorth, tripWorth } from './route-value.ts';
import { newTrips, settle, type TripPrices, type Trips, walkOut } from './trips.ts';

/** Multipliers of what routes share; any that are not negative give a bound. In hardship. */
export interface Prices {
  /** Paid for a litre, by point. */
  litre: Float64Array;
  /** A litre of the day, by source. */
  source: Float64Array;
  /** A second of a bay, by source. */
  bay: Float64Array;
  /** By size of tanker; `gate` and `carried` by source, see `TripPrices`. */
  sizes: { second: number; gate: Float64Array; carried: Float64Array }[];
}

/** One tier's relaxation: what is shared, and the trips of each size of tanker. */
export interface Relaxation {
  day: Day;
  demand: Demand;
  roads: Roads[];
  trips: Trips[];
  /** Seconds of bays in which fills can lie. */
  bays: Float64Array;
}

export function relax(day: Day, reach: Reach, demand: Demand, roads: Roads[]): Relaxation {
  const bays = Float64Array.from(
    day.problem.sources,
    (source, s) => source.bays * length(day.open[s] as Interval[], reach.filling[s] as Interval),
  );
  return { day, demand, roads, trips: roads.map(newTrips), bays };
}

/** Seconds of `within` that lie in one window at least. */
function length(windows: readonly Interval[], [from, to]: Interval): number {
  let total = 0;
  let covered = from;
  for (const [a, b] of [...windows].sort((x, y) => x[0] - y[0])) {
    const start = Math.max(a, covered);
    const end = Math.min(b, to);
    if (end <= start) continue;
    total += end - start;
    covered = end;
  }
  return total;
}

export function tripPrices(prices: Prices, roads: Roads, c: number): TripPrices {
  const own = prices.sizes[c] as Prices['sizes'][number];
  const pick = (all: Float64Array, chosen: Int32Array) =>
    Float64Array.from(chosen, (i) => all[i] as number);
  return {
    second: own.second,
    litre: pick(prices.litre, roads.points),
    source: pick(prices.source, roads.sources),
    bay: pick(prices.bay, roads.sources),
    gate: pick(own.gate, roads.sources),
    carried: pick(own.carried, roads.sources),
  };
}

/** What trips of size `c` are worth when a second costs `second`. */
export function worthAt(
  { day, roads, trips }: Relaxation,
  prices: Prices,
  c: number,
  second: number,
): TripWorth {
  const own = roads[c] as Roads;
  const at = { ...tripPrices(prices, own, c), second };
  settle(own, at);
  walkOut(own, at, trips[c] as Trips);
  return tripWorth(day, own, at, trips[c] as Trips);
}

/** What the routes of size `c` are worth at most, together. */
export function fleetValue({ roads }: Relaxation, c: number, worths: readonly TripWorth[]): number {
  const own = roads[c] as Roads;
  return own.size.tankers.reduce(
    (sum, crew, v) => sum + routeValue(worths, v, crew, mostFills(own, crew.seconds)),
    0,
  );
}

/** What all that sources give is worth. */
export function sourceValue({ day, bays }: Relaxation, { source, bay }: Prices): number {
  let total = 0;
  for (let s = 0; s < day.S; s += 1) {
    if ((source[s] as number) > 0) total += (source[s] as number) * (day.left[s] as number);
    if ((bay[s] as number) > 0) total += (bay[s] as number) * (bays[s] as number);
  }
  return total;
}

/**
 * The least hardship when routes, fills and points are only tied by prices: a bound at any prices (Lagrangian relaxation,
 * Geoffrion 1974).
 *
 * @param fleets what the routes of each size are worth at these prices, see `fleetValue`.
 */
export function boundAt(relaxation: Relaxation, prices: Prices, fleets: readonly number[]): number {
  const { day, demand } = relaxation;
  let wanted = 0;
  for (let p = 0; p < day.N; p += 1) {
    const price = prices.litre[p] as number;
    const litres = litresAt(demand, p, price);
    wanted += hardship(demand, p, litres) + price * litres;
  }
  const given = fleets.reduce((a, b) => a + b, sourceValue(relaxation, prices));
  return wanted - given - 1e-9 * (wanted + given);
}
