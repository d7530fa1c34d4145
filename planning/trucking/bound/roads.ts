import type { Day } from './day.ts';
import type { Demand } from './demand.ts';
import type { SizeClass } from './fleet.ts';

/** Ways to the nearest of the points from each, or from the nearest to each; all others are `far` seconds away or more. */
export interface Near {
  count: number;
  point: Int32Array;
  seconds: Float64Array;
  far: Float64Array;
}

/** What trips of tankers of one size can use in one tier. Points and sources are renumbered: those of use only. */
export interface Roads {
  size: SizeClass;
  /** A load has so many units of `unit` litres. */
  units: number;
  unit: number;
  /** Points of the day. */
  points: Int32Array;
  /** Units that one delivery can bring of use, rounded up. */
  most: Int32Array;
  setup: Float64Array;
  pace: Float64Array;
  /** Sources of the day. */
  sources: Int32Array;
  fillSetup: Float64Array;
  fillPace: Float64Array;
  /** Seconds from source (row) to point. */
  out: Float64Array;
  /** Seconds from point (row) to source. */
  back: Float64Array;
  /** Seconds from source (row) to source. */
  between: Float64Array;
  /** Seconds that a trip from source to source takes at least. */
  shortestTrip: number;
  into: Near;
  onward: Near;
}

export function roadsOf(
  day: Day,
  demand: Demand,
  size: SizeClass,
  detail: { units: number; near: number },
): Roads {
  const { S, N, V, drive, problem } = day;
  const fits = (p: number): boolean =>
    (demand.useful[p] as number) > 0 &&
    size.litres <= (problem.points[p]?.maxTankerLitres ?? size.litres);
  const points = Int32Array.from(Array.from({ length: N }, (_, p) => p).filter(fits));
  const gives = (s: number): boolean =>
    (day.left[s] as number) >= 1 &&
    (problem.sources[s]?.bays ?? 0) > 0 &&
    (day.open[s] as unknown[]).length > 0;
  const sources = Int32Array.from(Array.from({ length: S }, (_, s) => s).filter(gives));
  const seconds = (a: number, b: number): number => drive[a * V + b] as number;
  const table = (rows: Int32Array, columns: Int32Array, way: (a: number, b: number) => number) =>
    Float64Array.from({ length: rows.length * columns.length }, (_, i) =>
      way(rows[Math.floor(i / columns.length)] as number, columns[i % columns.length] as number),
    );
  const { units } = detail;
  const unit = size.carries / units;
  const out = table(sources, points, (s, p) => seconds(s, S + p));
  const back = table(points, sources, (p, s) => seconds(S + p, s));
  const setup = Float64Array.from(points, (p) => day.setup[S + p] as number);
  const fillSetup = Float64Array.from(sources, (s) => day.setup[s] as number);
  return {
    size,
    units,
    unit,
    points,
    most: Int32Array.from(points, (p) =>
      Math.min(units, Math.max(1, Math.ceil((demand.visit[p] as number) / unit))),
    ),
    setup,
    pace: Float64Array.from(points, (p) => day.pace[S + p] as number),
    sources,
    fillSetup,
    fillPace: Float64Array.from(sources, (s) => day.pace[s] as number),
    out,
    back,
    between: table(sources, sources, seconds),
    shortestTrip: shortestTrip({ out, back, setup, fillSetup }),
    into: nearest(points, detail.near, (at, other) => seconds(S + other, S + at)),
    onward: nearest(points, detail.near, (at, other) => seconds(S + at, S + other)),
  };
}

function shortestTrip({
  out,
  back,
  setup,
  fillSetup,
}: Pick<Roads, 'out' | 'back' | 'setup' | 'fillSetup'>): number {
  const n = setup.length;
  const S = fillSetup.length;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < n; i += 1) {
    let to = Number.POSITIVE_INFINITY;
    let from = Number.POSITIVE_INFINITY;
    for (let s = 0; s < S; s += 1) {
      to = Math.min(to, (fillSetup[s] as number) + (out[s * n + i] as number));
      from = Math.min(from, back[i * S + s] as number);
    }
    // Pumping takes a second at least, here and there.
    least = Math.min(least, to + (setup[i] as number) + 2 + from);
  }
  return least;
}

function nearest(
  points: Int32Array,
  most: number,
  seconds: (at: number, other: number) => number,
): Near {
  const n = points.length;
  const count = Math.min(most, Math.max(0, n - 1));
  const near: Near = {
    count,
    point: new Int32Array(n * count),
    seconds: new Float64Array(n * count),
    far: new Float64Array(n).fill(Number.POSITIVE_INFINITY),
  };
  const away = new Float64Array(n);
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) away[j] = seconds(points[i] as number, points[j] as number);
    const others = order.filter((j) => j !== i);
    others.sort((a, b) => (away[a] as number) - (away[b] as number) || a - b);
    for (let k = 0; k < count; k += 1) {
      near.point[i * count + k] = others[k] as number;
      near.seconds[i * count + k] = away[others[k] as number] as number;
    }
    const next = others[count];
    if (next !== undefined) near.far[i] = away[next] as number;
  }
  return near;
}
