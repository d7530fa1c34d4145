import type { Day } from './day.ts';
import { dearest, litresAt } from './demand.ts';
import { fleetValue, type Prices, type Relaxation, tripPrices } from './relaxation.ts';
import type { Roads } from './roads.ts';
import { tripWorth } from './route-value.ts';
import { settle, type Trips, walkBack, walkOut } from './trips.ts';

/** What the best trips through each point are worth at some prices. */
export interface Asked {
  /** What the routes of each size are worth. */
  fleets: number[];
  /** Size x point: worth of the best trip through it, for each litre that the tanker carries. */
  surplus: Float64Array;
  /** The sources where that trip begins and ends. */
  begin: Int16Array;
  end: Int16Array;
}

/** How far behind the best size another may be and still be thought of, as a share of a litre's price. */
const BLUR = 0.05;
/** Step lengths of the prices of litres, seconds, and gates (seconds). */
const LITRE = 0.7;
const LEVEL = 0.4;
/** Weight of this round's flow among those before. */
const MEMORY = 0.25;
const SIZE = 0.05;
const GATE = 300;

export function askThroughPoints(relaxation: Relaxation, prices: Prices): Asked {
  const { day, roads, trips } = relaxation;
  const { N } = day;
  const asked: Asked = {
    fleets: [],
    surplus: new Float64Array(roads.length * N).fill(Number.NEGATIVE_INFINITY),
    begin: new Int16Array(roads.length * N),
    end: new Int16Array(roads.length * N),
  };
  roads.forEach((own, c) => {
    const at = tripPrices(prices, own, c);
    const walked = trips[c] as Trips;
    settle(own, at);
    walkOut(own, at, walked);
    asked.fleets.push(fleetValue(relaxation, c, [tripWorth(day, own, at, walked)]));
    walkBack(own, at, walked);
    const n = own.points.length;
    const cells = (own.units + 1) * n;
    for (let i = 0; i < n; i += 1) {
      let best = Number.NEGATIVE_INFINITY;
      let cell = 0;
      for (let l = 1; l <= own.units; l += 1) {
        const value = (walked.arrived[l * n + i] as number) + (walked.ahead[l * n + i] as number);
        if (value <= best) continue;
        best = value;
        cell = l * n + i;
      }
      const to = c * N + (own.points[i] as number);
      asked.surplus[to] = best / own.size.carries;
      asked.begin[to] = own.sources[walked.begin[cells + cell] as number] ?? 0;
      asked.end[to] = own.sources[walked.end[cell] as number] ?? 0;
    }
  });
  return asked;
}

/** Where the litres that points want at their prices would come from. */
interface Flow {
  litres: number;
  paid: number;
  /** Size x point: which share of its litres tankers of the size would bring. */
  share: Float64Array;
  /** By source: litres, seconds of bays. */
  taken: Float64Array;
  bays: Float64Array;
  /** By size: paid for litres over what sources ask. */
  earned: Float64Array;
  /** Size x source: litres of trips that begin there less those that end there. */
  leaving: Float64Array;
}

function flowOf({ day, demand, roads }: Relaxation, prices: Prices, asked: Asked): Flow {
  const { S, N } = day;
  const C = roads.length;
  const flow: Flow = {
    litres: 0,
    paid: 0,
    share: new Float64Array(C * N),
    taken: new Float64Array(S),
    bays: new Float64Array(S),
    earned: new Float64Array(C),
    leaving: new Float64Array(C * S),
  };
  for (let p = 0; p < N; p += 1) {
    const price = prices.litre[p] as number;
    const wanted = litresAt(demand, p, price);
    const top = bestSurplus(asked, C, N, p);
    if (top === Number.NEGATIVE_INFINITY || S === 0) continue;
    let all = 0;
    for (let c = 0; c < C; c += 1) {
      const behind = (asked.surplus[c * N + p] as number) - top;
      flow.share[c * N + p] = Math.exp(behind / (BLUR * price));
      all += flow.share[c * N + p] as number;
    }
    flow.litres += wanted;
    flow.paid += wanted * price;
    for (let c = 0; c < C; c += 1) {
      const at = c * N + p;
      flow.share[at] = (flow.share[at] as number) / all;
      const part = wanted * (flow.share[at] as number);
      if (!(part > 0)) continue;
      const s = asked.begin[at] as number;
      plus(flow.taken, s, part);
      plus(flow.bays, s, part * baySeconds(day, roads[c] as Roads, s));
      plus(flow.leaving, c * S + s, part);
      plus(flow.leaving, c * S + (asked.end[at] as number), -part);
      plus(flow.earned, c, part * (price - waterPrice(day, prices, roads[c] as Roads, s)));
    }
  }
  return flow;
}

/** Seconds that a bay is taken for one litre of a full load. */
function baySeconds(day: Day, { size }: Roads, s: number): number {
  return (day.pace[s] as number) + (day.setup[s] as number) / size.carries;
}

function waterPrice(day: Day, { source, bay }: Prices, roads: Roads, s: number): number {
  return (source[s] as number) + (bay[s] as number) * baySeconds(day, roads, s);
}

/** What sources ask for a litre that goes to point `p`. */
function waterTo({ day, roads }: Relaxation, prices: Prices, asked: Asked, flow: Flow, p: number) {
  return roads.reduce((sum, own, c) => {
    const share = flow.share[c * day.N + p] as number;
    if (share === 0) return sum;
    return sum + share * waterPrice(day, prices, own, asked.begin[c * day.N + p] as number);
  }, 0);
}

function bestSurplus({ surplus }: Asked, C: number, N: number, p: number): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < C; c += 1) top = Math.max(top, surplus[c * N + p] as number);
  return top;
}

function plus(list: Float64Array, i: number, value: number): void {
  list[i] = (list[i] as number) + value;
}

/**
 * Moves every price one step; with `still`, seconds keep theirs.
 *
 * @returns what all the litres of use would pay to tankers, as a share of what these are worth; at least 1 where a source is asked for more than it has.
 */
export function movePrices(
  relaxation: Relaxation,
  prices: Prices,
  asked: Asked,
  course: Course,
  step: number,
  still: boolean,
): number {
  const { day, demand, roads, bays } = relaxation;
  const { S, N } = day;
  const C = roads.length;
  const flow = flowOf(relaxation, prices, asked);
  const seconds = roads.reduce((sum, { size }) => sum + size.seconds, 0);
  const fleet = asked.fleets.reduce((a, b) => a + b, 0);
  const mean = flow.litres > 0 ? flow.paid / flow.litres : 0;
  const ratio = fleet > 0 ? flow.earned.reduce((a, b) => a + b, 0) / fleet : 1;
  // Cheaper, and trips would turn from source to source for nothing.
  const least = Math.max(1e-12, (1e-3 * mean * flow.litres) / seconds);
  const level = still ? 1 : between(0.3, ratio, 1.5) ** LEVEL;

  const before = prices.litre.map((price, p) =>
    Math.min(price, waterTo(relaxation, prices, asked, flow, p)),
  );
  let scarce = false;
  const stride = 0.2 * step * step;
  for (let s = 0; s < S; s += 1) {
    const left = day.left[s] as number;
    const bay = bays[s] as number;
    const taken = average(course.taken, s, flow.taken[s] as number);
    const busy = average(course.bays, s, flow.bays[s] as number);
    if (taken > left || busy > bay) scarce = true;
    if (left < Number.POSITIVE_INFINITY) {
      pull(prices.source, s, (taken - left) / Math.max(1, left), mean, course.litreStride, stride);
    }
    const bayScale = mean / (day.pace[s] as number);
    pull(prices.bay, s, (busy - bay) / Math.max(1, bay), bayScale, course.bayStride, stride);
  }
  let full = 0;
  for (let p = 0; p < N; p += 1) {
    const useful = demand.useful[p] as number;
    if (useful <= 0) continue;
    const price = prices.litre[p] as number;
    const time = price - (before[p] as number);
    full += useful * time;
    const top = bestSurplus(asked, C, N, p);
    // Too cheap for anybody to come.
    let next = 1.3 * price;
    if (top > Number.NEGATIVE_INFINITY) {
      next = waterTo(relaxation, prices, asked, flow, p) + time * level - LITRE * step * top;
    }
    prices.litre[p] = Math.min(dearest(demand, p), Math.max(1e-12, next));
  }
  roads.forEach(({ size: { carries } }, c) => {
    const size = prices.sizes[c] as Prices['sizes'][number];
    const own = (flow.earned[c] as number) / Math.max(1e-30, asked.fleets[c] as number);
    if (!still && ratio > 0) size.second *= between(0.7, own / ratio, 1.3) ** (SIZE * step);
    size.second = Math.max(least, size.second * level);
    for (let s = 0; s < S; s += 1) {
      const more = (flow.leaving[c * S + s] as number) / Math.max(carries, flow.litres / C);
      const gate = (size.gate[s] as number) * level;
      size.gate[s] = gate + between(-1, more, 1) * step * size.second * GATE;
    }
  });
  const share = fleet > 0 ? full / fleet : 0;
  return scarce ? Math.max(1, share) : share;
}

/** What is remembered of earlier rounds. */
export interface Course {
  /** Of prices of litres and of bays: the stride, its sign the way that the price went last. */
  litreStride: Float64Array;
  bayStride: Float64Array;
  /** By source, averaged over rounds: litres and seconds of bays taken, since trips turn from source to source at once. */
  taken: Float64Array;
  bays: Float64Array;
}

export function newCourse(S: number): Course {
  return {
    litreStride: new Float64Array(S).fill(0.02),
    bayStride: new Float64Array(S).fill(0.02),
    taken: new Float64Array(S).fill(-1),
    bays: new Float64Array(S).fill(-1),
  };
}

function average(list: Float64Array, i: number, value: number): number {
  const before = list[i] as number;
  list[i] = before < 0 ? value : before + MEMORY * (value - before);
  return list[i];
}

/** Longer strides while a price goes one way, shorter ones when it turns (Rprop, Riedmiller & Braun 1993). */
function pull(
  prices: Float64Array,
  s: number,
  over: number,
  scale: number,
  strides: Float64Array,
  most: number,
): void {
  const last = strides[s] as number;
  const way = over > 0 ? 1 : -1;
  const length = between(1e-5, Math.abs(last) * (way * last > 0 ? 1.25 : 0.6), most);
  strides[s] = way * length;
  const price = (prices[s] as number) + way * length * Math.min(1, 5 * Math.abs(over)) * scale;
  prices[s] = Math.max(0, price);
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
