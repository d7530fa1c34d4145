import { dearest, litresAt } from './demand.ts';
import type { Prices, Relaxation } from './relaxation.ts';

/**
 * Where the ascent starts. Water costs the same everywhere, as much as brings what is wanted down to what all sources give; and seconds
 * cost as much as brings it down to what the tankers can do, were each point served from the nearest source.
 */
export function firstPrices(relaxation: Relaxation): Prices {
  const { day, demand, roads } = relaxation;
  const seconds = secondsOfLitres(relaxation);
  const reached = seconds.map((each) => (each < Number.POSITIVE_INFINITY ? each : 0));
  const wanted = (water: number, second: number, timed: boolean): number =>
    reached.reduce((sum, each, p) => {
      if (each === 0) return sum;
      const litres = litresAt(demand, p, water + second * each);
      return sum + (timed ? litres * each : litres);
    }, 0);
  const left = day.left.reduce((a, b) => a + b, 0);
  const water = wanted(0, 0, false) > left ? least((price) => wanted(price, 0, false) <= left) : 0;
  const there = roads.reduce((sum, { size }) => sum + size.seconds, 0);
  const target = Math.min(there, 0.9 * wanted(water, 0, true));
  const second = least((price) => wanted(water, price, true) <= target);
  return {
    litre: seconds.map((each, p) => {
      if ((demand.useful[p] as number) <= 0) return 0;
      const price = each < Number.POSITIVE_INFINITY ? water + second * each : Number.NaN;
      return Math.min(dearest(demand, p), price || 0.3 * dearest(demand, p));
    }),
    source: day.left.map((litres) => (litres < Number.POSITIVE_INFINITY ? water : 0)),
    bay: new Float64Array(day.S),
    sizes: roads.map(() => ({
      second,
      gate: new Float64Array(day.S),
      carried: new Float64Array(day.S),
    })),
  };
}

/** Seconds of a tanker for each litre to each point, legs to the nearest source and point; Infinity: cannot be reached. */
function secondsOfLitres({ day, roads }: Relaxation): Float64Array {
  const seconds = new Float64Array(day.N).fill(Number.POSITIVE_INFINITY);
  for (const own of roads) {
    const n = own.points.length;
    const S = own.sources.length;
    for (let i = 0; i < n; i += 1) {
      let load = Number.POSITIVE_INFINITY;
      for (let s = 0; s < S; s += 1) {
        const legs = (own.out[s * n + i] as number) + (own.back[i * S + s] as number);
        const trip = (legs + (own.fillSetup[s] as number)) / own.size.carries;
        load = Math.min(load, trip + (own.fillPace[s] as number));
      }
      const leg = own.into.seconds[i * own.into.count] ?? 0;
      const visit = ((own.setup[i] as number) + leg) / ((own.most[i] as number) * own.unit);
      const p = own.points[i] as number;
      seconds[p] = Math.min(seconds[p] as number, load + (own.pace[i] as number) + visit);
    }
  }
  return seconds;
}

/** The least price that is enough, to some digits; `enough` must hold from some price on. */
function least(enough: (price: number) => boolean): number {
  let low = 0;
  let high = 1e-9;
  while (!enough(high) && high < 1e9) high *= 2;
  for (let i = 0; i < 50; i += 1) {
    const middle = (low + high) / 2;
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
