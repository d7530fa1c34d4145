import type { Route, Visit } from '../problem.ts';
import type { Instance } from './instance.ts';

/**
 * The text of a `.sol` file in the style of the instance's set: a line `Route #1: …` each, then the cost.
 *
 * Numbers are those of published solutions: depots first, from 0, then clients in the order of the file. With one depot a
 * client is 1 or more, and a 0 in a route is a new load. Where vehicles differ, `Route #7` is driven by vehicle 7 of the
 * file; else routes are numbered as they come. Routes without visits are left out.
 *
 * @param instance as read.
 * @param solution a plan of its problem; `cost` in the problem's units.
 * @throws RangeError when there are more routes of a type than vehicles.
 */
export function solutionText(
  instance: Instance,
  solution: { routes: readonly Route[]; cost: number },
): string {
  const { convention } = instance;
  const depots = instance.problem.depots.length;
  const numbered = numberRoutes(
    instance,
    solution.routes.filter(({ visits }) => visits.length > 0),
  );
  const lines = numbered.map(([number, { visits }]) =>
    [`Route #${number}:`, ...visits.map((visit) => numberOf(visit, depots))].join(' '),
  );
  const key = convention === 'tenths' ? 'Cost:' : 'Cost';
  return `${[...lines, `${key} ${costText(instance, solution.cost)}`].join('\n')}\n`;
}

/** A cost as the set publishes it: `27591`, `53026.1`. `cost` in the problem's units. */
export function costText({ convention, scale }: Instance, cost: number): string {
  return convention === 'one-decimal' ? (cost / scale).toFixed(1) : String(cost);
}

function numberOf(visit: Visit, depots: number): number {
  return 'client' in visit ? depots + visit.client : visit.reload;
}

function numberRoutes(
  { problem, vehicleTypes }: Instance,
  routes: readonly Route[],
): (readonly [number: number, route: Route])[] {
  if (problem.vehicles.length === 1) return routes.map((route, i) => [i + 1, route]);
  const free = problem.vehicles.map((_, type) =>
    vehicleTypes.flatMap((other, i) => (other === type ? [i + 1] : [])),
  );
  const numbered = routes.map((route): [number, Route] => {
    const number = free[route.vehicle]?.shift();
    if (number === undefined) {
      throw new RangeError(`there are more routes than vehicles of type ${route.vehicle}`);
    }
    return [number, route];
  });
  return numbered.sort(([a], [b]) => a - b);
}
