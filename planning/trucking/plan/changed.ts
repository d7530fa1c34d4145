import type { Plan, Stop } from '../water-day.ts';
import type { Route } from './board.ts';
import type { Day } from './day.ts';
import { startOf } from './resume.ts';

const KIND = { home: 0, fill: 1, deliver: 2 } as const;

/** One stop of the earlier plan, as far as it matters for what counts as changed. */
interface EarlierStop {
  kind: 0 | 1 | 2;
  /** Place index; -1: no longer in the problem. */
  place: number;
  start: number;
  litres: number;
}

/** The stops of an earlier plan from `now` on, by tanker. */
export interface Earlier {
  stops: EarlierStop[][];
  taken: Uint8Array;
  /** How many there are, those of tankers that are no longer in the problem left out. */
  count: number;
  /** What of them can still be done, by tanker, at the times at which it was to be; none before it has been laid. */
  routes: Route[];
}

export function earlierStops(day: Day, previous: Plan): Earlier {
  const { problem } = day;
  const place = new Map(problem.places.map((p, i) => [p.id, i]));
  const source = new Map(problem.sources.map((s) => [s.id, place.get(s.place) ?? -1]));
  const point = new Map(problem.points.map((p) => [p.id, place.get(p.place) ?? -1]));
  const tanker = new Map(problem.tankers.map((t, r) => [t.id, r]));
  const stops: EarlierStop[][] = problem.tankers.map(() => []);
  let count = 0;
  const placeOf = (stop: Stop, r: number) => {
    if (stop.kind === 'home') return day.place[day.home[r] as number] as number;
    return (stop.kind === 'fill' ? source.get(stop.source) : point.get(stop.point)) ?? -1;
  };
  for (const route of previous.routes) {
    const later = route.stops.filter((stop) => startOf(stop) >= day.now);
    const r = tanker.get(route.tanker);
    if (r === undefined) continue;
    count += later.length;
    stops[r] = later.map((stop) => ({
      kind: KIND[stop.kind],
      place: placeOf(stop, r),
      start: startOf(stop),
      litres: stop.kind === 'home' ? 0 : stop.litres,
    }));
  }
  return { stops, taken: new Uint8Array(1024), count, routes: [] };
}

/** How many of the tanker's earlier stops have no partner among its new ones; each new one is partner once. */
export function changedStops(day: Day, earlier: Earlier, r: number, route: Route): number {
  const list = earlier.stops[r] as EarlierStop[];
  if (list.length === 0) return 0;
  const { taken } = earlier;
  taken.fill(0, 0, Math.min(taken.length, route.count));
  const fresh = day.resume.tankers[r]?.kept.length === 0;
  const home = day.place[day.home[r] as number] as number;
  let leaveTaken = !fresh || route.count === 0;
  let backTaken = route.back < 0;
  let changed = 0;
  for (const stop of list) {
    let found = false;
    if (stop.kind === KIND.home) {
      if (stop.place !== home) {
        changed += 1;
        continue;
      }
      if (!leaveTaken && Math.abs(route.leave - stop.start) <= 900) {
        leaveTaken = true;
        found = true;
      } else if (!backTaken && Math.abs(route.back - stop.start) <= 900) {
        backTaken = true;
        found = true;
      }
    } else {
      for (let i = 0; i < route.count && !found; i += 1) {
        const node = route.node[i] as number;
        if (taken[i] === 1 || day.place[node] !== stop.place) continue;
        if (node < day.S !== (stop.kind === KIND.fill)) continue;
        if (Math.abs((route.start[i] as number) - stop.start) > 900) continue;
        if (Math.abs((route.litres[i] as number) - stop.litres) * 10 > stop.litres) continue;
        taken[i] = 1;
        found = true;
      }
    }
    if (!found) changed += 1;
  }
  return changed;
}
