import { NEVER, NO_WAY, type Problem, type Route } from '../problem.ts';

/** A route driven from one beginning: whether it is late anywhere, and when it ends. */
export function driveFrom(
  problem: Problem,
  route: Route,
  begin: number,
): { late: boolean; end: number } {
  const type = problem.vehicles[route.vehicle];
  const profile = problem.profiles[type?.profile ?? 0];
  const start = type?.start ?? 0;
  const depotOf = (index: number) => problem.depots[index] ?? { place: 0 };
  const releases = route.visits.map((visit) =>
    'client' in visit ? (problem.clients[visit.client]?.release ?? 0) : -1,
  );
  const released = (from: number): number => {
    const next = releases.indexOf(-1, from);
    return Math.max(0, ...releases.slice(from, next < 0 ? undefined : next));
  };
  let late = false;
  let clock = begin;
  let place = depotOf(start).place;
  const load = (index: number, next: number): void => {
    const { earliest = 0, latest = NEVER, service = 0 } = depotOf(index);
    if (clock > latest) late = true;
    clock += service;
    clock = Math.max(clock, earliest, released(next));
    if (clock > latest) late = true;
  };
  const go = (to: number): void => {
    const entry = place * problem.places + to;
    const metres = profile?.distances[entry] ?? NO_WAY;
    const seconds = profile?.durations[entry] ?? NO_WAY;
    if (metres < NO_WAY && seconds < NO_WAY) clock += seconds;
    place = to;
  };

  load(start, 0);
  route.visits.forEach((visit, i) => {
    if ('reload' in visit) {
      go(depotOf(visit.reload).place);
      load(visit.reload, i + 1);
      return;
    }
    const client = problem.clients[visit.client];
    go(client?.place ?? 0);
    clock = Math.max(clock, client?.earliest ?? 0);
    if (clock > (client?.latest ?? NEVER)) late = true;
    clock += client?.service ?? 0;
  });
  const end = type?.end ?? start;
  go(depotOf(end).place);
  if (clock > (depotOf(end).latest ?? NEVER) || clock > (type?.latest ?? NEVER)) late = true;
  return { late, end: clock };
}

/** The best of all beginnings up to the moment the route could be over; none when each is late. */
export function bestBeginning(
  problem: Problem,
  route: Route,
): { start: number; end: number } | undefined {
  const { earliest = 0 } = problem.vehicles[route.vehicle] ?? {};
  let best: { start: number; end: number } | undefined;
  const horizon = driveFrom(problem, route, earliest).end;
  for (let start = earliest; start <= horizon; start++) {
    const { late, end } = driveFrom(problem, route, start);
    if (late) break;
    if (!best || end - start < best.end - best.start) best = { start, end };
  }
  return best;
}
