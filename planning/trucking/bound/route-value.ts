import type { Interval } from '../water-day.ts';
import type { Day } from './day.ts';
import type { Crew } from './fleet.ts';
import type { Roads } from './roads.ts';
import { bestTrip, type TripPrices, type Trips } from './trips.ts';

/** What the trips of one size of tanker are worth at one price of a second. */
export interface TripWorth {
  second: number;
  /** Best trip from source to source. */
  trip: number;
  /** For each crew: coming to the first source, what it is loaded with included. */
  first: Float64Array;
  /** For each crew: best trip that ends at its home. */
  last: Float64Array;
  /** For each crew: what it is loaded with, without any fill. */
  loaded: Float64Array;
}

const NONE = Number.NEGATIVE_INFINITY;

/** After `walkOut` at the same prices. */
export function tripWorth(day: Day, roads: Roads, prices: TripPrices, trips: Trips): TripWorth {
  const { tankers } = roads.size;
  const loaded = Float64Array.from(tankers, ({ load }) => worthOfLoad(roads, prices, load));
  return {
    second: prices.second,
    trip: bestTrip(roads, prices, trips),
    first: Float64Array.from(tankers, (crew, v) =>
      firstLeg(day, roads, prices, crew, loaded[v] as number),
    ),
    last: lastTrips(day, roads, prices, trips),
    loaded,
  };
}

function firstLeg(day: Day, roads: Roads, prices: TripPrices, crew: Crew, loaded: number): number {
  const { second, gate, carried } = prices;
  if (crew.load > 0) {
    const highest = gate.reduce((a, b) => Math.max(a, b), NONE);
    const dearest = carried.reduce((a, b) => Math.max(a, b), 0);
    return highest + Math.max(loaded, crew.load * dearest);
  }
  const begin = Math.min(...crew.from.map(({ time }) => time));
  let best = NONE;
  roads.sources.forEach((source, s) => {
    const way = crew.leaves ? (day.drive[crew.home * day.V + source] as number) : 0;
    const opens = Math.min(...(day.open[source] as Interval[]).map(([from]) => from));
    // A wait that is long enough is a rest, and rests are no work.
    const seconds = crew.rest ? way : Math.max(way, opens - begin);
    best = Math.max(best, (gate[s] as number) - second * seconds);
  });
  return best;
}

/** A last fill that nothing is delivered from is left out: home is nearer without it. */
function lastTrips(day: Day, roads: Roads, prices: TripPrices, trips: Trips): Float64Array {
  const { size, units, points, setup } = roads;
  const { second } = prices;
  const n = points.length;
  // Served with next to nothing.
  const after = Float64Array.from(
    points,
    (_, i) => (trips.fresh[i] as number) - second * (setup[i] as number),
  );
  for (let l = 0; l < units; l += 1) {
    for (let i = 0; i < n; i += 1) {
      const value = trips.after[l * n + i] as number;
      if (value > (after[i] as number)) after[i] = value;
    }
  }
  const byHome = new Map<number, number>();
  const toHome = (home: number): number => {
    let best = NONE;
    for (let i = 0; i < n; i += 1) {
      const way = day.drive[(day.S + (points[i] as number)) * day.V + home] as number;
      best = Math.max(best, (after[i] as number) - second * way);
    }
    byHome.set(home, best);
    return best;
  };
  return Float64Array.from(size.tankers, ({ home }) => byHome.get(home) ?? toHome(home));
}

/** What a load that cost nothing is worth: at best each litre goes where a full visit pays most for it. */
function worthOfLoad(roads: Roads, { second, litre }: TripPrices, load: number): number {
  if (load <= 0) return 0;
  const { points, most, unit, setup, pace } = roads;
  let best = 0;
  for (let i = 0; i < points.length; i += 1) {
    const visit = Math.min(load, (most[i] as number) * unit);
    const cost = second * ((pace[i] as number) + (setup[i] as number) / visit);
    best = Math.max(best, (litre[i] as number) - cost);
  }
  return best * load;
}

/**
 * No route of crew `v` is worth more. A route with m fills is worth no more than coming to the first, m - 1 trips, a last one, and
 * its seconds at any price of a second; the best price is taken for each m.
 *
 * @param worths the same trips at several prices of a second.
 * @param mostFills see `mostFills`.
 */
export function routeValue(
  worths: readonly TripWorth[],
  v: number,
  { seconds, load }: Crew,
  mostFills: number,
): number {
  let best = 0;
  if (load > 0) {
    best = Math.min(
      ...worths.map(({ loaded, second }) => (loaded[v] as number) + second * seconds),
    );
  }
  for (let fills = 1; fills <= mostFills; fills += 1) {
    let least = Number.POSITIVE_INFINITY;
    for (const { second, first, trip, last } of worths) {
      const between = fills > 1 ? (fills - 1) * trip : 0;
      const value = (first[v] as number) + between + (last[v] as number) + second * seconds;
      if (value < least) least = value;
    }
    if (least > best) best = least;
  }
  return best;
}

/** Fills with a delivery before the next one: no more than this many in so many seconds. */
export function mostFills({ shortestTrip }: Roads, seconds: number): number {
  return shortestTrip < Number.POSITIVE_INFINITY ? 1 + Math.floor(seconds / shortestTrip) : 1;
}
