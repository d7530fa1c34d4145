import type { Problem } from '../problem.ts';
import type { Claim } from './claim.ts';
import { costOf } from './cost.ts';
import { declaredFaults } from './declared.ts';
import { drive, type RouteFigures } from './drive.ts';
import type { CheckFault } from './fault.ts';
import { fleetFaults } from './fleet.ts';
import { readRoute } from './itinerary.ts';

export interface CheckResult {
  /** No fault was found. */
  ok: boolean;
  faults: CheckFault[];
  /** Computed from the routes, not the declared one: travel, time, vehicles, prizes forgone, changes. Exact up to 2^53. */
  cost: number;
  /** Clients without a prize who are left out. That is no fault by itself. */
  missing: number;
  /** In the order of the plan's routes. All 0 for a route of an unknown vehicle type. */
  routes: RouteFigures[];
}

/**
 * Checks a plan against every rule of its problem, and computes what it costs. It shares no code with the search.
 *
 * What `problem.ts` leaves open is read so: loading may begin before anything is released and before the depot opens, only
 * leaving waits for both. A vehicle may arrive anywhere early. Each trip takes the depot's service, one without clients too.
 * A route may reload twice in a row, first or last: it costs its travel. A route without clients is right only when it is
 * pinned, and has no fixed cost. Where there is no way, a leg counts as 0 in what is computed beside the fault.
 *
 * A route begins when its vehicle likes, within the shift; it is judged, and its time paid, at the beginning that makes it
 * shortest. Whether the reasons of `unserved` are true is `checkUnserved`'s part.
 *
 * @param problem a problem without faults, see `problemFaults`.
 * @param claim a plan of that problem.
 * @returns every fault with code (listed in codes.md), place in the plan and words; cost; figures of each route.
 */
export function check(problem: Problem, claim: Claim): CheckResult {
  const faults: CheckFault[] = [];
  const routes = claim.routes.map((route, i) => {
    const read = readRoute(problem, route, `/routes/${i}`);
    faults.push(...read.faults);
    if (!read.itinerary) return { distance: 0, duration: 0, start: 0, end: 0, loads: [], cost: 0 };
    const driven = drive(problem, read.itinerary);
    faults.push(...driven.faults);
    return driven.figures;
  });
  faults.push(...fleetFaults(problem, claim.routes));
  const computed = costOf(problem, claim.routes, routes);
  faults.push(...declaredFaults(problem, claim, computed));
  return { ok: faults.length === 0, faults, ...computed, routes };
}
