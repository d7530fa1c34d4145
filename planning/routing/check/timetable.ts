import { NEVER, NO_WAY, type Problem } from '../problem.ts';
import { type CheckFault, fault } from './fault.ts';
import type { Itinerary, Trip } from './itinerary.ts';

/** A moment of a route that has rules about time. */
type Stop = { at: string; place: number; named: { zh: string; en: string } } & (
  | { kind: 'load'; notBefore: number; latest: number; service: number }
  | { kind: 'client'; earliest: number; latest: number; service: number }
  | { kind: 'end'; latest: number }
);

interface Timed {
  stop: Stop;
  /** Drive from the stop before; 0 where there is no way. */
  drive: number;
  arrive: number;
  /** When the vehicle goes on; at the end, when it arrives. */
  leave: number;
}

export interface Timetable {
  distance: number;
  /** When the first load begins: the latest that keeps the end of the route, so that the duration is the least. */
  start: number;
  end: number;
  faults: CheckFault[];
}

/**
 * Drives the route as early as its type allows, then puts its beginning off for as long as the end stays and nobody is
 * visited late who was not. No beginning gives a shorter duration: an earlier one only waits longer, and from a later one the
 * end moves along. Where the route is late anyway, it is driven as late as it is.
 */
export function timetable(problem: Problem, route: Itinerary): Timetable {
  const stops = stopsOf(problem, route);
  const { legs, distance, faults } = legsOf(problem, route, stops);
  const timed = driveEarly(stops, legs, route.type.earliest ?? 0);
  const end = timed.at(-1)?.leave ?? 0;
  return {
    distance,
    start: latestStart(timed, end),
    end,
    faults: [...faults, ...timed.flatMap(lateFaults), ...shiftFaults(route, end)],
  };
}

function stopsOf(problem: Problem, { at, trips, end }: Itinerary): Stop[] {
  const stops = trips.flatMap((trip) => [loadStop(problem, trip), ...clientStops(problem, trip)]);
  const depot = problem.depots[end];
  stops.push({
    kind: 'end',
    at,
    place: depot?.place ?? 0,
    named: { zh: `终点站点 ${end}`, en: `depot ${end}, its end` },
    latest: depot?.latest ?? NEVER,
  });
  return stops;
}

function loadStop(problem: Problem, trip: Trip): Stop {
  const depot = problem.depots[trip.depot];
  const released = trip.stops.reduce(
    (moment, { client }) => Math.max(moment, problem.clients[client]?.release ?? 0),
    0,
  );
  return {
    kind: 'load',
    at: trip.at,
    place: depot?.place ?? 0,
    named: { zh: `站点 ${trip.depot}`, en: `depot ${trip.depot}` },
    notBefore: Math.max(depot?.earliest ?? 0, released),
    latest: depot?.latest ?? NEVER,
    service: depot?.service ?? 0,
  };
}

function clientStops(problem: Problem, trip: Trip): Stop[] {
  return trip.stops.map(({ at, client }) => {
    const visited = problem.clients[client];
    const named = { zh: `客户 ${client}`, en: `client ${client}` };
    return {
      kind: 'client',
      at,
      named,
      place: visited?.place ?? 0,
      earliest: visited?.earliest ?? 0,
      latest: visited?.latest ?? NEVER,
      service: visited?.service ?? 0,
    };
  });
}

/** The drive to each stop from the one before; to the first there is none. */
function legsOf(
  problem: Problem,
  route: Itinerary,
  stops: Stop[],
): { legs: number[]; distance: number; faults: CheckFault[] } {
  const { distances, durations } = problem.profiles[route.type.profile ?? 0] ?? {};
  const faults: CheckFault[] = [];
  const legs = [0];
  let distance = 0;
  for (const [i, to] of stops.slice(1).entries()) {
    const from = stops[i] ?? to;
    const entry = from.place * problem.places + to.place;
    const metres = distances?.[entry] ?? NO_WAY;
    const seconds = durations?.[entry] ?? NO_WAY;
    const way = metres < NO_WAY && seconds < NO_WAY;
    legs.push(way ? seconds : 0);
    distance += way ? metres : 0;
    if (!way) {
      const zh = `从${from.named.zh} 到${to.named.zh} 没有路`;
      const en = `there is no way from ${from.named.en} to ${to.named.en}`;
      faults.push(fault('no-way', to.at, zh, en));
    }
  }
  return { legs, distance, faults };
}

function driveEarly(stops: Stop[], legs: number[], begin: number): Timed[] {
  const timed: Timed[] = [];
  let now = begin;
  stops.forEach((stop, i) => {
    const drive = legs[i] ?? 0;
    const arrive = now + drive;
    if (stop.kind === 'load') now = Math.max(arrive + stop.service, stop.notBefore);
    else if (stop.kind === 'client') now = Math.max(arrive, stop.earliest) + stop.service;
    else now = arrive;
    timed.push({ stop, drive, arrive, leave: now });
  });
  return timed;
}

/** Backwards: the latest arrival at each stop from which the rest still ends at `end`. */
function latestStart(timed: Timed[], end: number): number {
  let leaveBy = end;
  let arriveBy = end;
  for (const { stop, drive, leave } of timed.toReversed()) {
    if (stop.kind === 'load') {
      arriveBy = Math.min(Math.max(stop.latest, leave), leaveBy) - stop.service;
    } else if (stop.kind === 'client') {
      arriveBy = Math.min(Math.max(stop.latest, leave - stop.service), leaveBy - stop.service);
    }
    leaveBy = arriveBy - drive;
  }
  return arriveBy;
}

function lateFaults({ stop, arrive, leave }: Timed): CheckFault[] {
  const { at, named, latest } = stop;
  if (stop.kind === 'client') {
    const begin = leave - stop.service;
    if (begin <= latest) return [];
    const zh = `${named.zh} 最早 ${begin} 才能开始，晚于 ${latest}`;
    const en = `the visit of ${named.en} begins at ${begin} at the earliest, later than ${latest}`;
    return [fault('client-late', at, zh, en)];
  }
  if (leave <= latest) return [];
  const zh = `最早 ${leave} 才能${stop.kind === 'end' ? '到达' : '离开'}${named.zh}，晚于 ${latest}`;
  const verb = stop.kind === 'end' ? 'arrives at' : 'leaves';
  const en = `${verb} ${named.en}, at ${leave} at the earliest (it arrives at ${arrive}), later than ${latest}`;
  return [fault('depot-late', at, zh, en)];
}

function shiftFaults({ at, type }: Itinerary, end: number): CheckFault[] {
  const { latest = NEVER } = type;
  if (end <= latest) return [];
  const zh = `最早 ${end} 才能收车，晚于班次结束 ${latest}`;
  const en = `ends at ${end} at the earliest, after its shift, which ends at ${latest}`;
  return [fault('shift-over', at, zh, en)];
}
