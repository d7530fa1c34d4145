import type { Plan, Route as PlanRoute, Stop } from '../water-day.ts';
import { attempt } from './apply.ts';
import { openFrom } from './bays.ts';
import {
  type Board,
  copyRoute,
  insertStop,
  lift,
  newRoute,
  type Route,
  roomy,
  settle,
} from './board.ts';
import { startOf } from './resume.ts';
import { stands } from './standing.ts';

/**
 * Lays the stops of an earlier plan from `now` on upon an empty board: as they were where they can stand, re-timed and
 * without what can no longer be done where not. Afterwards the board is what one gets by only dropping dead trips.
 */
export function layEarlier(board: Board, previous: Plan): void {
  const { day } = board;
  const index = new Map(day.problem.tankers.map((tanker, r) => [tanker.id, r]));
  const node = nodeFinder(board);
  const left: { r: number; stops: Stop[] }[] = [];
  for (const earlier of previous.routes) {
    const r = index.get(earlier.tanker);
    if (r === undefined || day.resume.tankers[r]?.idle) continue;
    const stops = earlier.stops.filter((stop) => startOf(stop) >= day.now);
    const living = withoutDeadTrips(board, stops, node);
    const laid =
      layExactly(board, r, earlier, stops, node) ||
      (living.length < stops.length && layExactly(board, r, earlier, living, node));
    if (!laid) left.push({ r, stops });
  }
  for (const { r, stops } of left) layRepaired(board, r, stops, node);
}

/** Without the fills that can no longer be when they were to be, and what was to be delivered from them. */
function withoutDeadTrips({ day }: Board, stops: Stop[], node: NodeOf): Stop[] {
  let dead = false;
  return stops.filter((stop) => {
    if (stop.kind === 'home') return true;
    const at = node(stop);
    const can = at >= 0 && openFrom(day, at, stop.start, stop.finish - stop.start) === stop.start;
    if (stop.kind === 'fill') dead = !can;
    return can && !dead;
  });
}

function nodeFinder(board: Board) {
  const { problem, S } = board.day;
  const source = new Map(problem.sources.map((s, i) => [s.id, i]));
  const point = new Map(problem.points.map((p, i) => [p.id, S + i]));
  return (stop: Stop): number => {
    if (stop.kind === 'home') return -1;
    return (stop.kind === 'fill' ? source.get(stop.source) : point.get(stop.point)) ?? -1;
  };
}

type NodeOf = ReturnType<typeof nodeFinder>;

function layExactly(
  board: Board,
  r: number,
  earlier: PlanRoute,
  stops: Stop[],
  node: NodeOf,
): boolean {
  const { day } = board;
  const fresh = day.resume.tankers[r]?.kept.length === 0;
  const route = newRoute(Math.max(64, stops.length + 4));
  for (const [i, stop] of stops.entries()) {
    if (stop.kind === 'home') {
      const outward = fresh && i === 0 && stops.length > 1;
      if (outward) route.leave = stop.at;
      else if (i === stops.length - 1) route.back = stop.at;
      else return false;
      continue;
    }
    const n = route.count;
    if (node(stop) < 0) return false;
    route.node[n] = node(stop);
    route.litres[n] = stop.litres;
    route.arrive[n] = stop.arrive;
    route.start[n] = stop.start;
    route.hold[n] = stop.start;
    route.finish[n] = stop.finish;
    route.count += 1;
  }
  if (route.count === 0) {
    // Nothing more but the way home: the empty board has it.
    return true;
  }
  if (earlier.stops.at(-1)?.kind !== 'home' || (fresh && stops[0]?.kind !== 'home')) return false;
  route.metres = metresOf(board, r, route);
  lift(board, r);
  const fine = stands(board, r, route);
  if (fine) copyRoute(route, board.routes[r] as Route);
  settle(board, r);
  return fine;
}

export function metresOf(board: Board, r: number, route: Route): number {
  const { V, length, start, home } = board.day;
  let at = start[r] as number;
  let sum = 0;
  for (let i = 0; i < route.count; i += 1) {
    sum += length[at * V + (route.node[i] as number)] as number;
    at = route.node[i] as number;
  }
  return sum + (length[at * V + (home[r] as number)] as number);
}

/** All of it if it can be; else trip by trip, else stop by stop: what still can be done, in the order in which it was to be. */
function layRepaired(board: Board, r: number, stops: Stop[], node: NodeOf): void {
  const { S } = board.day;
  const left = stops.filter((stop) => stop.kind !== 'home' && node(stop) >= 0);
  const lay = (list: Stop[]) =>
    attempt(board, r, true, (draft) => {
      for (const stop of list) {
        const litres = node(stop) < S ? 0 : litresOf(stop);
        if (roomy(draft, 1)) insertStop(draft, draft.count, node(stop), litres, startOf(stop));
      }
    });
  if (lay(left)) return;
  const trips: Stop[][] = [[]];
  for (const stop of left) {
    if (node(stop) < S) trips.push([]);
    trips.at(-1)?.push(stop);
  }
  for (const trip of trips) if (trip.length > 0 && !lay(trip)) layDeliveries(trip);

  function layDeliveries(trip: Stop[]): void {
    let fill = trip.filter((stop) => node(stop) < S);
    for (const stop of trip) {
      if (node(stop) < S) continue;
      const { count } = board.routes[r] as Route;
      const done = lay([...fill, stop]);
      // A fill is left out as long as what the tanker still holds is enough.
      if (done && (board.routes[r] as Route).count > count + 1) fill = [];
    }
  }
}

const litresOf = (stop: Stop) => (stop.kind === 'home' ? 0 : stop.litres);
