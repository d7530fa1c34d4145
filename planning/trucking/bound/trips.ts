import { bestLines } from './best-lines.ts';
import type { Roads } from './roads.ts';

/** Prices that trips of one size pay and are paid; all in hardship. */
export interface TripPrices {
  /** A second of a tanker. */
  second: number;
  /** Paid for a litre, by point of the roads. */
  litre: Float64Array;
  /** A litre, by source of the roads. */
  source: Float64Array;
  /** A second of a bay, by source of the roads. */
  bay: Float64Array;
  /** Paid for coming to a source, asked for going on from it. */
  gate: Float64Array;
  /** Paid for a litre still on board when the next fill begins, asked for it from there on, by that source. */
  carried: Float64Array;
}

/**
 * The best trips at given prices: from a source with any load, along a chain of points, each taking any part of
 * `most`. Chains may come back to a point (q-routes, Christofides et al. 1981), which makes them the better, not the worse.
 */
export interface Trips {
  /** Units on board x point: best value of arriving straight from a source, and which; of leaving for one, and which. */
  fresh: Float64Array;
  freshFrom: Int16Array;
  leave: Float64Array;
  leaveTo: Int16Array;
  /** Units on board x point: best value of a trip right after serving the point. */
  after: Float64Array;
  /** The same on arriving at the point. */
  arrived: Float64Array;
  /** Where that trip began. */
  begin: Int16Array;
  /** Best value of going on from the point after serving it, to a source. */
  onward: Float64Array;
  /** Units on board x point: best value from arriving at the point to the next source. */
  ahead: Float64Array;
  /** Where that trip ends. */
  end: Int16Array;
}

const NONE = Number.NEGATIVE_INFINITY;

export function newTrips({ units, points }: Roads): Trips {
  const cells = (units + 1) * points.length;
  return {
    fresh: new Float64Array(cells),
    freshFrom: new Int16Array(cells),
    leave: new Float64Array(cells),
    leaveTo: new Int16Array(cells),
    after: new Float64Array(cells),
    arrived: new Float64Array(cells),
    begin: new Int16Array(2 * cells),
    onward: new Float64Array(cells),
    ahead: new Float64Array(cells),
    end: new Int16Array(2 * cells),
  };
}

function toAndFromSources(roads: Roads, prices: TripPrices, trips: Trips): void {
  const { units, unit, points, sources, out, back } = roads;
  const { second, gate, carried } = prices;
  const size = { units, points: points.length };
  const begin = Float64Array.from(sources, (_, s) => startOf(roads, prices, s));
  const asked = Float64Array.from(sources, (_, s) => {
    return -unit * Math.min(carried[s] as number, fillCost(roads, prices, s));
  });
  const outLines = { constant: begin, slope: asked, second };
  const outStep = { bySource: points.length, byPoint: 1 };
  bestLines(outLines, out, outStep, size, trips.fresh, trips.freshFrom);
  const backLines = { constant: gate, slope: carried.map((litre) => unit * litre), second };
  const backStep = { bySource: 1, byPoint: sources.length };
  bestLines(backLines, back, backStep, size, trips.leave, trips.leaveTo);
}

/** Fills `after` and `arrived`, from full loads down; and `fresh` and `leave`. */
export function walkOut(roads: Roads, prices: TripPrices, trips: Trips): void {
  const { units, unit, points, most, setup, pace, into } = roads;
  const { second, litre } = prices;
  const { after, arrived, begin, fresh, freshFrom } = trips;
  const n = points.length;
  const cells = (units + 1) * n;
  toAndFromSources(roads, prices, trips);
  after.fill(NONE);
  for (let l = units; l >= 1; l -= 1) {
    const row = l * n;
    let top = NONE;
    let topAt = 0;
    for (let i = 0; i < n; i += 1) {
      if ((after[row + i] as number) > top) {
        top = after[row + i] as number;
        topAt = i;
      }
    }
    for (let i = 0; i < n; i += 1) {
      const gain = unit * ((litre[i] as number) - second * (pace[i] as number));
      if (gain <= 0) {
        arrived[row + i] = NONE;
        continue;
      }
      let best = fresh[row + i] as number;
      let from = freshFrom[row + i] as number;
      if (top > NONE) {
        for (let k = i * into.count, end = k + into.count; k < end; k += 1) {
          const j = into.point[k] as number;
          const value = (after[row + j] as number) - second * (into.seconds[k] as number);
          if (value > best) {
            best = value;
            from = begin[row + j] as number;
          }
        }
        const jump = top - second * (into.far[i] as number);
        if (jump > best) {
          best = jump;
          from = begin[row + topAt] as number;
        }
      }
      arrived[row + i] = best;
      begin[cells + row + i] = from;
      if (best === NONE) continue;
      let value = best - second * (setup[i] as number);
      const least = Math.max(0, l - (most[i] as number));
      for (let to = l - 1, at = to * n + i; to >= least; to -= 1, at -= n) {
        value += gain;
        if (value > (after[at] as number)) {
          after[at] = value;
          begin[at] = from;
        }
      }
    }
  }
}

/** Fills `onward` and `ahead`, from empty tankers up; after `walkOut`. */
export function walkBack(roads: Roads, prices: TripPrices, trips: Trips): void {
  const { units, unit, points, most, setup, pace, onward: near } = roads;
  const { second, litre } = prices;
  const { onward, ahead, end, leave, leaveTo } = trips;
  const n = points.length;
  const cells = (units + 1) * n;
  for (let l = 0; l <= units; l += 1) {
    const row = l * n;
    let top = NONE;
    let topAt = 0;
    for (let i = 0; i < n; i += 1) {
      const gain = unit * ((litre[i] as number) - second * (pace[i] as number));
      let best = NONE;
      let to = 0;
      if (gain > 0) {
        const least = Math.max(0, l - (most[i] as number));
        let value = -second * (setup[i] as number);
        for (let left = l - 1, at = left * n + i; left >= least; left -= 1, at -= n) {
          value += gain;
          if (value + (onward[at] as number) > best) {
            best = value + (onward[at] as number);
            to = end[cells + at] as number;
          }
        }
      }
      ahead[row + i] = best;
      end[row + i] = to;
      if (best > top) {
        top = best;
        topAt = i;
      }
    }
    for (let i = 0; i < n; i += 1) {
      let best = leave[row + i] as number;
      let to = leaveTo[row + i] as number;
      if (top > NONE) {
        for (let k = i * near.count, last = k + near.count; k < last; k += 1) {
          const j = near.point[k] as number;
          const value = (ahead[row + j] as number) - second * (near.seconds[k] as number);
          if (value > best) {
            best = value;
            to = end[row + j] as number;
          }
        }
        const jump = top - second * (near.far[i] as number);
        if (jump > best) {
          best = jump;
          to = end[row + topAt] as number;
        }
      }
      onward[row + i] = best;
      end[cells + row + i] = to;
    }
  }
}

/** What a litre costs at a source. */
function fillCost({ fillPace }: Roads, { second, source, bay }: TripPrices, s: number) {
  return (source[s] as number) + (fillPace[s] as number) * (second + (bay[s] as number));
}

/** What a trip is worth when its fill begins at a source, before the first litre. */
function startOf({ fillSetup }: Roads, { second, bay, gate }: TripPrices, s: number) {
  return -(fillSetup[s] as number) * (second + (bay[s] as number)) - (gate[s] as number);
}

/**
 * Lowers `gate`, and sets `carried` as high as can be, so that no trip without a delivery is worth anything: such trips can then
 * be left out.
 */
export function settle(roads: Roads, prices: TripPrices): void {
  const { sources, between, fillSetup, size } = roads;
  const { second, bay, gate, carried } = prices;
  const S = sources.length;
  const way = new Float64Array(S * S);
  for (let a = 0; a < S; a += 1) {
    const setup = (second + (bay[a] as number)) * (fillSetup[a] as number);
    for (let b = 0; b < S; b += 1) way[a * S + b] = setup + second * (between[a * S + b] as number);
  }
  lower(gate, way);
  for (let a = 0; a < S; a += 1) {
    carried[a] = fillCost(roads, prices, a);
    for (let b = 0; b < S; b += 1) {
      const step = (way[a * S + b] as number) + (gate[a] as number) - (gate[b] as number);
      way[a * S + b] = Math.max(0, step) / size.carries;
    }
  }
  lower(carried, way);
}

/** Lowers each value to the least of any other and the way from there (Bellman 1958). */
function lower(values: Float64Array, way: Float64Array): void {
  const S = values.length;
  for (let changed = true, rounds = 0; changed && rounds < S; rounds += 1) {
    changed = false;
    for (let a = 0; a < S; a += 1) {
      for (let b = 0; b < S; b += 1) {
        const by = (values[a] as number) + (way[a * S + b] as number);
        if (by >= (values[b] as number)) continue;
        values[b] = by;
        changed = true;
      }
    }
  }
}

/**
 * Best value of a trip from source to source that serves a point at least, be it with next to nothing; after `walkOut`.
 */
export function bestTrip(roads: Roads, { second }: TripPrices, trips: Trips): number {
  const { units, points, setup } = roads;
  const { after, fresh, leave } = trips;
  const n = points.length;
  let best = NONE;
  for (let cell = 0; cell < units * n; cell += 1) {
    const value = (after[cell] as number) + (leave[cell] as number);
    if (value > best) best = value;
  }
  for (let i = 0; i < n; i += 1) {
    for (const cell of [i, units * n + i]) {
      const value =
        (fresh[cell] as number) + (leave[cell] as number) - second * (setup[i] as number);
      if (value > best) best = value;
    }
  }
  return best;
}
