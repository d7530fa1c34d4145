import type { Problem, Route } from '../problem.ts';
import type { RouteFigures } from './drive.ts';

/** What a plan costs, exact up to 2^53, and how many clients without a prize it leaves out. */
export function costOf(
  problem: Problem,
  routes: readonly Route[],
  figures: readonly RouteFigures[],
): { cost: number; missing: number } {
  const visited = visitedClients(routes);
  let cost = figures.reduce((sum, route) => sum + route.cost, 0);
  let missing = 0;
  problem.clients.forEach(({ prize }, client) => {
    if (visited.has(client)) return;
    if (prize === undefined) missing++;
    else cost += prize;
  });
  cost += changedClients(problem, routes) * (problem.previous?.price ?? 0);
  return { cost, missing };
}

export function visitedClients(routes: readonly Route[]): Set<number> {
  return new Set(
    routes.flatMap(({ visits }) =>
      visits.flatMap((visit) => ('client' in visit ? [visit.client] : [])),
    ),
  );
}

/** How many clients of the earlier plan have another stop before them, or are left out. */
function changedClients({ previous }: Problem, routes: readonly Route[]): number {
  const now = stopsBefore(routes);
  const before = stopsBefore(previous?.routes ?? []);
  return [...before].filter(([client, stop]) => now.get(client) !== stop).length;
}

function stopsBefore(routes: readonly Route[]): Map<number, number | 'depot'> {
  const before = new Map<number, number | 'depot'>();
  for (const { visits } of routes) {
    let stop: number | 'depot' = 'depot';
    for (const visit of visits) {
      if ('client' in visit) before.set(visit.client, stop);
      stop = 'client' in visit ? visit.client : 'depot';
    }
  }
  return before;
}
