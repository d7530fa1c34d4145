import { check } from './check/check.ts';
import type { Problem } from './problem.ts';

/** What a route adds to a plan, clients that are no longer missing included. */
interface Worth {
  missing: number;
  cost: number;
}

/**
 * The best plan of a problem without reloads and pinned beginnings, by trying every one: every order of every set of
 * clients on a vehicle of every type, as the checker judges it alone, then every way to part the clients into such routes.
 * What routes cost adds up. For at most six clients.
 */
export function cheapestPlan(problem: Problem): Worth {
  const nobody = check(problem, { routes: [] });
  const routes = new Map<number, Worth[]>();
  const everybody = (1 << problem.clients.length) - 1;
  for (let set = 1; set <= everybody; set += 1)
    routes.set(set, cheapestRoutes(problem, set, nobody));

  const left = problem.vehicles.map(({ count }) => count);
  const best = (set: number): Worth => {
    if (set === 0) return nobody;
    const first = set & -set;
    let cheapest = best(set ^ first);
    for (let part = set; part > 0; part = (part - 1) & set) {
      if ((part & first) === 0) continue;
      for (const [type, worth] of (routes.get(part) ?? []).entries()) {
        if (left[type] === 0 || worth.cost === Number.POSITIVE_INFINITY) continue;
        left[type] = (left[type] ?? 0) - 1;
        const rest = best(set ^ part);
        left[type] += 1;
        const all = { missing: rest.missing + worth.missing, cost: rest.cost + worth.cost };
        if (all.missing < cheapest.missing) cheapest = all;
        else if (all.missing === cheapest.missing && all.cost < cheapest.cost) cheapest = all;
      }
    }
    return { missing: cheapest.missing, cost: cheapest.cost };
  };
  return best(everybody);
}

/** Of each type, the cheapest order of a set of clients. */
function cheapestRoutes(problem: Problem, set: number, nobody: Worth): Worth[] {
  const clients = [...problem.clients.keys()].filter((client) => (set >> client) & 1);
  return problem.vehicles.map((_, vehicle) => {
    let cheapest: Worth = { missing: 0, cost: Number.POSITIVE_INFINITY };
    for (const order of orders(clients)) {
      const visits = order.map((client) => ({ client }));
      const { ok, missing, cost } = check(problem, { routes: [{ vehicle, visits }] });
      const worth = { missing: missing - nobody.missing, cost: cost - nobody.cost };
      if (ok && worth.cost < cheapest.cost) cheapest = worth;
    }
    return cheapest;
  });
}

function* orders(list: number[]): Generator<number[]> {
  if (list.length === 0) yield [];
  for (const [i, first] of list.entries()) {
    for (const rest of orders(list.toSpliced(i, 1))) yield [first, ...rest];
  }
}
