import type { Problem, Route, VehicleType, Visit } from '../problem.ts';
import { type CheckFault, fault } from './fault.ts';

/** From one load to the next. */
export interface Trip {
  /** Where the load is taken: pointer into the plan. */
  at: string;
  depot: number;
  stops: { at: string; client: number }[];
}

/** A route read with the problem's words. What the problem does not have is left out and told. */
export interface Itinerary {
  at: string;
  type: VehicleType;
  /** The first from `start`, then one for each reload. */
  trips: [Trip, ...Trip[]];
  end: number;
}

export function readRoute(
  problem: Problem,
  route: Route,
  at: string,
): { itinerary: Itinerary | undefined; faults: CheckFault[] } {
  const type = problem.vehicles[route.vehicle];
  if (!type) {
    const zh = `没有第 ${route.vehicle} 种车辆`;
    const en = `there is no vehicle type ${route.vehicle}`;
    return { itinerary: undefined, faults: [fault('unknown-vehicle', at, zh, en)] };
  }
  const faults: CheckFault[] = [];
  const start = type.start ?? 0;
  let trip: Trip = { at, depot: start, stops: [] };
  const trips: [Trip, ...Trip[]] = [trip];
  route.visits.forEach((visit, index) => {
    const here = `${at}/visits/${index}`;
    const unknown = unknownVisit(problem, visit, here);
    if (unknown) faults.push(unknown);
    else if ('client' in visit) trip.stops.push({ at: here, client: visit.client });
    else {
      trip = { at: here, depot: visit.reload, stops: [] };
      trips.push(trip);
    }
  });
  return { itinerary: { at, type, trips, end: type.end ?? start }, faults };
}

function unknownVisit(problem: Problem, visit: Visit, at: string): CheckFault | undefined {
  if ('client' in visit === 'reload' in visit) {
    return fault(
      'unknown-visit',
      at,
      '停靠必须且只能是客户或补货之一',
      'a visit is either a client or a reload',
    );
  }
  if ('client' in visit) {
    if (problem.clients[visit.client]) return undefined;
    return fault(
      'unknown-client',
      at,
      `没有第 ${visit.client} 个客户`,
      `there is no client ${visit.client}`,
    );
  }
  if (problem.depots[visit.reload]) return undefined;
  return fault(
    'unknown-depot',
    at,
    `没有第 ${visit.reload} 个站点`,
    `there is no depot ${visit.reload}`,
  );
}
