import type { Problem, Route, Visit } from '../problem.ts';
import { type CheckFault, fault } from './fault.ts';

/** What the routes break together: how many there are of each type, who is visited twice, what was pinned. */
export function fleetFaults(problem: Problem, routes: readonly Route[]): CheckFault[] {
  return [
    ...countFaults(problem, routes),
    ...twiceFaults(problem, routes),
    ...pinnedFaults(problem.pinned ?? [], routes),
  ];
}

function countFaults(problem: Problem, routes: readonly Route[]): CheckFault[] {
  const used = new Map<number, number>();
  return routes.flatMap(({ vehicle }, i) => {
    const type = problem.vehicles[vehicle];
    const nth = (used.get(vehicle) ?? 0) + 1;
    used.set(vehicle, nth);
    if (!type || nth <= type.count) return [];
    const zh = `第 ${vehicle} 种车辆的第 ${nth} 条路线，只有 ${type.count} 辆`;
    const en = `is route ${nth} of vehicle type ${vehicle}, of which there are ${type.count}`;
    return [fault('too-many-routes', `/routes/${i}`, zh, en)];
  });
}

function twiceFaults({ clients }: Problem, routes: readonly Route[]): CheckFault[] {
  const seen = new Set<number>();
  return routes.flatMap(({ visits }, i) =>
    visits.flatMap((visit, j) => {
      if (!('client' in visit) || !clients[visit.client]) return [];
      const again = seen.has(visit.client);
      seen.add(visit.client);
      if (!again) return [];
      const zh = `客户 ${visit.client} 已被访问过`;
      const en = `client ${visit.client} has been visited before`;
      return [fault('client-twice', `/routes/${i}/visits/${j}`, zh, en)];
    }),
  );
}

/**
 * Each pinned beginning takes a route of its own, and a route without clients must be one of those. Longest beginnings
 * choose first, routes without clients are taken first: what fits a beginning fits each beginning of it, so no other
 * choice leaves fewer over.
 */
function pinnedFaults(pinned: readonly Route[], routes: readonly Route[]): CheckFault[] {
  const free = new Set(routes.keys());
  const lost: number[] = [];
  const byLength = [...pinned.entries()].sort(([, a], [, b]) => b.visits.length - a.visits.length);
  for (const [entry, beginning] of byLength) {
    const fitting = [...free].filter((i) => beginsWith(routes[i], beginning));
    const chosen = fitting.find((i) => !visitsAnybody(routes[i])) ?? fitting[0];
    if (chosen === undefined) lost.push(entry);
    else free.delete(chosen);
  }
  const missing = lost
    .sort((a, b) => a - b)
    .map((entry) => {
      const type = pinned[entry]?.vehicle ?? 0;
      const zh = `没有第 ${type} 种车辆的路线以第 ${entry} 个固定开头开始`;
      const en = `no route of vehicle type ${type} is left that begins with pinned beginning ${entry}`;
      return fault('pinned-missing', '/routes', zh, en);
    });
  const idle = [...free]
    .filter((i) => !visitsAnybody(routes[i]))
    .map((i) =>
      fault(
        'no-client',
        `/routes/${i}`,
        '路线没有客户，也不是固定的',
        'visits nobody and is not pinned',
      ),
    );
  return [...missing, ...idle];
}

function visitsAnybody(route: Route | undefined): boolean {
  return route?.visits.some((visit) => 'client' in visit) ?? false;
}

function beginsWith(route: Route | undefined, beginning: Route): boolean {
  return (
    route?.vehicle === beginning.vehicle &&
    beginning.visits.every((visit, i) => sameVisit(visit, route.visits[i]))
  );
}

function sameVisit(a: Visit, b: Visit | undefined): boolean {
  if (!b) return false;
  if ('client' in a) return 'client' in b && a.client === b.client;
  return 'reload' in b && a.reload === b.reload;
}
