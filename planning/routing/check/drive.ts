import type { Problem } from '../problem.ts';
import { type CheckFault, fault } from './fault.ts';
import type { Itinerary } from './itinerary.ts';
import { timetable } from './timetable.ts';

/** What one route comes to. */
export interface RouteFigures {
  /** Of the legs that have a way. */
  distance: number;
  /** From `start` to `end`. */
  duration: number;
  /** When the first load begins: the latest moment that keeps `end`. */
  start: number;
  /** The earliest moment at which the route can end. */
  end: number;
  /** Load of each trip; the first from the start, then one for each reload. */
  loads: number[];
  /** Of travel, time and vehicle. */
  cost: number;
}

/** What one route comes to, and the rules it breaks by itself. */
export function drive(
  problem: Problem,
  route: Itinerary,
): { figures: RouteFigures; faults: CheckFault[] } {
  const { distance, start, end, faults } = timetable(problem, route);
  const loads = route.trips.map((trip) =>
    trip.stops.reduce((load, { client }) => load + (problem.clients[client]?.demand ?? 0), 0),
  );
  const duration = end - start;
  const { distanceCost = 1, durationCost = 0, fixedCost = 0 } = route.type;
  const anybody = route.trips.some(({ stops }) => stops.length > 0);
  const cost = distance * distanceCost + duration * durationCost + (anybody ? fixedCost : 0);
  return {
    figures: { distance, duration, start, end, loads, cost },
    faults: [
      ...reloadFaults(route),
      ...capacityFaults(route, loads),
      ...faults,
      ...lengthFaults(route, distance, duration),
    ],
  };
}

function reloadFaults({ at, type, trips }: Itinerary): CheckFault[] {
  const { reloads = [], reloadsAtMost = Number.POSITIVE_INFINITY } = type;
  const taken = trips.slice(1);
  const faults = taken
    .filter(({ depot }) => !reloads.includes(depot))
    .map((trip) =>
      fault(
        'reload-not-allowed',
        trip.at,
        `这种车辆不能在站点 ${trip.depot} 补货`,
        `vehicles of this type take on no load at depot ${trip.depot}`,
      ),
    );
  if (taken.length > reloadsAtMost) {
    const zh = `补货 ${taken.length} 次，最多 ${reloadsAtMost} 次`;
    const en = `reloads ${taken.length} times, at most ${reloadsAtMost} are allowed`;
    faults.push(fault('too-many-reloads', at, zh, en));
  }
  return faults;
}

function capacityFaults({ type, trips }: Itinerary, loads: number[]): CheckFault[] {
  const { capacity = Number.POSITIVE_INFINITY } = type;
  return trips.flatMap((trip, i) => {
    const load = loads[i] ?? 0;
    if (load <= capacity) return [];
    const zh = `这一趟装载 ${load}，容量只有 ${capacity}`;
    const en = `the trip from here carries ${load}, the vehicle holds ${capacity}`;
    return [fault('over-capacity', trip.at, zh, en)];
  });
}

function lengthFaults({ at, type }: Itinerary, distance: number, duration: number): CheckFault[] {
  const faults: CheckFault[] = [];
  const { distanceAtMost = Number.POSITIVE_INFINITY, durationAtMost = Number.POSITIVE_INFINITY } =
    type;
  if (duration > durationAtMost) {
    const zh = `最短也要 ${duration}，超过时长上限 ${durationAtMost}`;
    const en = `takes ${duration} at the least, at most ${durationAtMost} is allowed`;
    faults.push(fault('duration-over', at, zh, en));
  }
  if (distance > distanceAtMost) {
    const zh = `行驶 ${distance}，超过里程上限 ${distanceAtMost}`;
    const en = `drives ${distance}, at most ${distanceAtMost} is allowed`;
    faults.push(fault('distance-over', at, zh, en));
  }
  return faults;
}
