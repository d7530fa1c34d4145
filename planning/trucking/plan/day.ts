import type { Interval, Problem } from '../water-day.ts';
import type { Resume } from './resume.ts';

/** No way, no time, no slot: adding a few of these still fits a double and an Int32 sum of two. */
export const NEVER = 0x3fffffff;

/**
 * A problem packed for search. Nodes are numbered: sources 0..S-1, points S..S+N-1, then the other places where
 * tankers stand (homes, positions at `now`). `drive` and `length` are V x V, row = from; NEVER = no way.
 */
export interface Day {
  problem: Problem;
  from: number;
  to: number;
  /** No new stop starts before this. */
  now: number;
  V: number;
  S: number;
  N: number;
  R: number;
  K: number;
  place: Int32Array;
  drive: Int32Array;
  length: Int32Array;
  setup: Int32Array;
  rate: Float64Array;
  /** Open windows of source and point nodes, `windowAt[node] .. windowAt[node + 1]`, sorted. */
  windowAt: Int32Array;
  windowFrom: Int32Array;
  windowTo: Int32Array;
  bays: Int32Array;
  limit: Float64Array;
  /** N x K litres. */
  need: Float64Array;
  /** Need in the last tier, rounded up: the most a point without storage takes. */
  most: Float64Array;
  /** People x weight. */
  weight: Float64Array;
  /** Village tank in litres; -1: none. */
  tank: Float64Array;
  level: Float64Array;
  /** Litres a second that people draw from the village tank. */
  draws: Float64Array;
  size: Int32Array;
  home: Int32Array;
  until: Int32Array;
  restEvery: Int32Array;
  restSeconds: Int32Array;
  resume: Resume;
  /** Node where the tanker stands when its new stops begin. */
  start: Int32Array;
  /** R x N: 1 where the tanker may serve the point. */
  may: Uint8Array;
  /** Points by closeness (drive there and back), N x nearCount. */
  near: Int32Array;
  nearCount: number;
}

/** A tanker whose place is no longer in the problem has no new stop: any node will do. */
const standing = (place: number | undefined, home: number) =>
  place === undefined || place < 0 ? home : place;

/** No litre, second or metre of a day is more than this; it keeps every sum inside 32 bits. */
const whole = (value: number) => Math.min(value, NEVER);

export function packDay(problem: Problem, resume: Resume, neighbourly = true): Day {
  const S = problem.sources.length;
  const N = problem.points.length;
  const R = problem.tankers.length;
  const K = problem.tiers.length;
  const index = new Map(problem.places.map((place, i) => [place.id, i]));
  const at = (id: string) => index.get(id) as number;
  const places = [
    ...problem.sources.map((s) => at(s.place)),
    ...problem.points.map((p) => at(p.place)),
  ];
  const other = new Map<number, number>();
  const nodeOf = (place: number) => {
    let node = other.get(place);
    if (node === undefined) {
      node = places.length;
      places.push(place);
      other.set(place, node);
    }
    return node;
  };
  const home = Int32Array.from(problem.tankers, (t) => nodeOf(at(t.home)));
  const start = Int32Array.from(problem.tankers, (t, r) =>
    nodeOf(standing(resume.tankers[r]?.place, at(t.home))),
  );
  const V = places.length;
  const drive = new Int32Array(V * V);
  const length = new Int32Array(V * V);
  for (let a = 0; a < V; a += 1) {
    const seconds = problem.travel.seconds[places[a] as number] ?? [];
    const metres = problem.travel.metres[places[a] as number] ?? [];
    for (let b = 0; b < V; b += 1) {
      const to = places[b] as number;
      if (places[a] === to) continue;
      const far = metres[to] ?? null;
      drive[a * V + b] = far === null ? NEVER : whole(seconds[to] ?? NEVER);
      length[a * V + b] = far === null ? 0 : whole(far);
    }
  }
  const day: Day = {
    problem,
    from: problem.day.from,
    to: problem.day.to,
    now: resume.now,
    V,
    S,
    N,
    R,
    K,
    place: Int32Array.from(places),
    drive,
    length,
    setup: Int32Array.from([...problem.sources, ...problem.points], (x) => whole(x.setupSeconds)),
    rate: Float64Array.from([...problem.sources, ...problem.points], (x) => x.litresPerMinute),
    ...packWindows(problem),
    bays: Int32Array.from(problem.sources, (s) => whole(s.bays)),
    limit: Float64Array.from(problem.sources, (s) => s.litresPerDay ?? Number.POSITIVE_INFINITY),
    ...packPoints(problem),
    size: Int32Array.from(problem.tankers, (t) => whole(t.litres)),
    home,
    until: Int32Array.from(problem.tankers, (t) => whole(Math.min(t.to, t.out ?? t.to))),
    restEvery: Int32Array.from(problem.tankers, (t) => (t.rest ? whole(t.rest.every) : -1)),
    restSeconds: Int32Array.from(problem.tankers, (t) => whole(t.rest?.seconds ?? 0)),
    resume,
    start,
    may: new Uint8Array(R * N),
    near: new Int32Array(0),
    nearCount: neighbourly ? Math.min(24, Math.max(0, N - 1)) : 0,
  };
  problem.tankers.forEach((tanker, r) => {
    problem.points.forEach((point, p) => {
      const fits = point.maxTankerLitres === undefined || tanker.litres <= point.maxTankerLitres;
      if (fits && (day.most[p] as number) > 0) day.may[r * N + p] = 1;
    });
  });
  if (neighbourly) day.near = neighbours(day);
  return day;
}

function packWindows(problem: Problem) {
  const allDay: Interval[] = [[problem.day.from, problem.day.to]];
  // Water that comes after the service window counts for nobody; a village tank has no level before it.
  const windows = [
    ...problem.sources.map((s) => s.open.map(([from, to]) => [from, to] as const)),
    ...problem.points.map((p) =>
      (p.open ?? allDay).map(
        ([from, to]) =>
          [
            p.storage ? Math.max(from, problem.day.from) : from,
            Math.min(to, problem.day.to),
          ] as const,
      ),
    ),
  ].map((list) => list.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0]));
  const windowAt = new Int32Array(windows.length + 1);
  windows.forEach((list, i) => {
    windowAt[i + 1] = (windowAt[i] as number) + list.length;
  });
  const flat = windows.flat();
  return {
    windowAt,
    windowFrom: Int32Array.from(flat, (w) => whole(w[0])),
    windowTo: Int32Array.from(flat, (w) => whole(w[1])),
  };
}

function packPoints(problem: Problem) {
  const N = problem.points.length;
  const K = problem.tiers.length;
  const need = new Float64Array(N * K);
  const most = new Float64Array(N);
  const draws = new Float64Array(N);
  const seconds = Math.max(1, problem.day.to - problem.day.from);
  problem.points.forEach((point, p) => {
    for (let k = 0; k < K; k += 1) {
      const each = point.litresPerPerson?.[k] ?? problem.tiers[k]?.litresPerPerson ?? 0;
      need[p * K + k] = Math.max(0, point.people * each - (point.have ?? 0));
    }
    const last = K > 0 ? (need[p * K + K - 1] as number) : 0;
    most[p] = Math.ceil(last - 1e-9);
    draws[p] = point.storage ? last / seconds : 0;
  });
  return {
    need,
    most,
    draws,
    weight: Float64Array.from(problem.points, (p) => p.people * (p.weight ?? 1)),
    tank: Float64Array.from(problem.points, (p) => p.storage?.litres ?? -1),
    level: Float64Array.from(problem.points, (p) => p.storage?.level ?? 0),
  };
}

function neighbours(day: Day): Int32Array {
  const { N, S, V, nearCount } = day;
  const near = new Int32Array(N * nearCount);
  for (let p = 0; p < N; p += 1) {
    const a = S + p;
    const apart = (q: number) =>
      (day.drive[a * V + S + q] as number) + (day.drive[(S + q) * V + a] as number);
    const away = new Float64Array(N);
    for (let q = 0; q < N; q += 1) away[q] = apart(q);
    const order = Array.from({ length: N }, (_, q) => q)
      .filter((q) => q !== p)
      .sort((x, y) => (away[x] as number) - (away[y] as number) || x - y);
    for (let j = 0; j < nearCount; j += 1) near[p * nearCount + j] = order[j] as number;
  }
  return near;
}
