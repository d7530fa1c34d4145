import type { Interval, Plan, Problem } from '../water-day.ts';
import { type Standing, standings } from './standing.ts';
import { shortcuts } from './ways.ts';

/** What an earlier plan has fixed of the day, and the moment from which it may be changed. */
export interface Again {
  previous: Plan;
  now: number;
}

/**
 * A problem packed for bounds. Nodes: sources 0..S-1, points S..S+N-1, then other places where tankers stand.
 * Litres and seconds; Infinity: no way.
 */
export interface Day {
  problem: Problem;
  /** No new stop starts before this. */
  now: number;
  S: number;
  N: number;
  K: number;
  V: number;
  /** V x V, row = from: seconds of driving, stops on the way that could shorten it included. */
  drive: Float64Array;
  /** Of sources and points. */
  setup: Float64Array;
  /** Seconds a litre. */
  pace: Float64Array;
  /** Windows of sources and points in which a new stop can lie and still count. */
  open: Interval[][];
  /** Litres that new fills may take from each source. */
  left: Float64Array;
  /** N x K litres. */
  need: Float64Array;
  /** People x weight. */
  weight: Float64Array;
  /** Kept deliveries of each point by time, also those of tankers that are no longer in the problem. */
  kept: { time: number; litres: number }[][];
  /** Litres that new deliveries may still bring to a point without a village tank. */
  room: Float64Array;
  tankers: Standing[];
}

export function openDay(problem: Problem, again: Again | undefined): Day {
  const { sources, points, tiers, travel } = problem;
  const S = sources.length;
  const N = points.length;
  const K = tiers.length;
  const index = new Map(problem.places.map((place, i) => [place.id, i]));
  const places = [...sources, ...points].map(({ place }) => index.get(place) as number);
  const others = new Map<string, number>();
  const nodeOf = (place: string): number => {
    let node = others.get(place);
    if (node === undefined) {
      node = places.push(index.get(place) as number) - 1;
      others.set(place, node);
    }
    return node;
  };
  const stops = standings(problem, again, nodeOf);
  const V = places.length;
  const drive = new Float64Array(V * V);
  for (let a = 0; a < V; a += 1) {
    const from = places[a] as number;
    for (let b = 0; b < V; b += 1) {
      const to = places[b] as number;
      const closed = (travel.metres[from]?.[to] ?? null) === null;
      const seconds = closed ? Number.POSITIVE_INFINITY : travel.seconds[from]?.[to];
      drive[a * V + b] = from === to ? 0 : (seconds ?? Number.POSITIVE_INFINITY);
    }
  }
  const setup = Float64Array.from([...sources, ...points], (stop) => stop.setupSeconds);
  shortcuts(drive, V, setup);
  const need = new Float64Array(N * K);
  points.forEach((point, p) => {
    tiers.forEach((tier, k) => {
      const each = point.litresPerPerson?.[k] ?? tier.litresPerPerson;
      need[p * K + k] = Math.max(0, point.people * each - (point.have ?? 0));
    });
  });
  const now = again?.now ?? 0;
  const { to } = problem.day;
  const allDay: Interval[] = [[problem.day.from, to]];
  const useful = ([from, until]: Interval): Interval => [Math.max(from, now), Math.min(until, to)];
  return {
    problem,
    now,
    S,
    N,
    K,
    V,
    drive,
    setup,
    pace: Float64Array.from([...sources, ...points], (stop) => 60 / stop.litresPerMinute),
    open: [...sources.map(({ open }) => open), ...points.map(({ open = allDay }) => open)].map(
      (windows) => windows.map(useful).filter(([from, until]) => from < until),
    ),
    left: Float64Array.from(sources, ({ id, litresPerDay = Number.POSITIVE_INFINITY }) =>
      Math.max(0, litresPerDay - sum(stops.fills.get(id))),
    ),
    need,
    weight: Float64Array.from(points, ({ people, weight = 1 }) => people * weight),
    kept: points.map(({ id }) => stops.deliveries.get(id) ?? []),
    room: Float64Array.from(points, ({ id }, p) =>
      Math.max(0, Math.ceil(need[p * K + K - 1] ?? 0) - sum(stops.counted.get(id))),
    ),
    tankers: stops.tankers,
  };
}

function sum(litres: readonly number[] = []): number {
  return litres.reduce((total, one) => total + one, 0);
}

/** Earliest finish from `t` of a stop of `seconds` in one window; Infinity if there is none. */
export function finishFrom(windows: readonly Interval[], t: number, seconds: number): number {
  let first = Number.POSITIVE_INFINITY;
  for (const [from, until] of windows) {
    const finish = Math.max(t, from) + seconds;
    if (finish <= until && finish < first) first = finish;
  }
  return first;
}

/** Seconds of the shortest stop at a node: one litre. */
export function shortest(day: Day, node: number): number {
  return (day.setup[node] as number) + Math.ceil(day.pace[node] as number);
}
