import {
  type Client,
  NEVER,
  NO_WAY,
  type Obstacle,
  type Problem,
  type Profile,
  type Route,
  type Unserved,
  type VehicleType,
  type Visit,
} from '../problem.ts';
import { check } from './check.ts';
import { type CheckFault, fault } from './fault.ts';

type Rule = Exclude<Obstacle, 'prize' | 'several'>;

/** In the order in which `Obstacle` names them. What lifting each for one client means. */
const LIFTED: Record<Rule, (problem: Problem, client: number) => Problem> = {
  'no-way': withWays,
  capacity: (problem, client) => withClient(problem, client, { demand: 0 }),
  'time-window': (problem, client) => withClient(problem, client, { earliest: 0, latest: NEVER }),
  release: (problem, client) => withClient(problem, client, { release: 0 }),
  shift: (problem) => ({
    ...withoutLimits(problem, ['earliest', 'latest']),
    depots: problem.depots.map(({ earliest: _, latest: __, ...depot }) => depot),
  }),
  duration: (problem) => withoutLimits(problem, ['durationAtMost']),
  distance: (problem) => withoutLimits(problem, ['distanceAtMost']),
  reloads: (problem) => withoutLimits(problem, ['reloadsAtMost']),
};

/**
 * Checks what a plan says about whom it leaves out, by trying everything: exact, and slow, for small problems.
 *
 * Tried is the client alone, or with a reload that its vehicle may make right before or right after it, at every position of
 * every route behind its pinned beginning and in a new route of each type. Lifting a rule means: of the client, that it asks
 * for no load, may be visited at any time, is released at once, is reached from and left to anywhere (what had no way is 0
 * long); of every route, that its shift and the hours of its depots, its longest duration or distance, or the number of its
 * reloads are without limit. The windows of other clients are never lifted: who only fits by making others late is `several`.
 *
 * @param problem a problem without faults.
 * @param plan its routes pass `check`; of others, nothing is said.
 * @returns faults at `/unserved/…`: `could-be-served`, `wrong-because`, `wrong-excess`.
 */
export function checkUnserved(
  problem: Problem,
  plan: { routes: readonly Route[]; unserved: readonly Unserved[] },
): CheckFault[] {
  const { ok, cost } = check(problem, { routes: plan.routes });
  if (!ok) return [];
  return plan.unserved.flatMap((row, i) => {
    const at = `/unserved/${i}`;
    const cheapest = cheapestInsertion(problem, plan.routes, row.client);
    if (cheapest === undefined) return reasonFaults(row, findReason(problem, plan.routes, row), at);
    const prize = problem.clients[row.client]?.prize;
    // Of a client without a prize, the cost of leaving it out is in no sum.
    const excess = cheapest - cost;
    if (prize !== undefined && excess >= 0)
      return reasonFaults(row, { because: 'prize', excess }, at);
    const zh = `客户 ${row.client} 可以安排，不应漏掉`;
    const en = `client ${row.client} could be visited, and should`;
    return [fault('could-be-served', at, zh, en)];
  });
}

/** Which rule alone keeps the client out, the first in the order of {@link Obstacle}. */
function findReason(
  problem: Problem,
  routes: readonly Route[],
  { client }: Unserved,
): { because: Obstacle; excess?: number } {
  for (const [rule, lift] of Object.entries(LIFTED)) {
    const lifted = lift(problem, client);
    if (cheapestInsertion(lifted, routes, client) !== undefined) return { because: rule as Rule };
  }
  return { because: 'several' };
}

/** What the whole plan costs with the client put where that is cheapest. */
function cheapestInsertion(
  problem: Problem,
  routes: readonly Route[],
  client: number,
): number | undefined {
  let cheapest: number | undefined;
  for (const changed of insertions(problem, routes, client)) {
    const { ok, cost } = check(problem, { routes: changed });
    if (ok && (cheapest === undefined || cost < cheapest)) cheapest = cost;
  }
  return cheapest;
}

function* insertions(
  problem: Problem,
  routes: readonly Route[],
  client: number,
): Generator<Route[]> {
  for (const [i, route] of routes.entries()) {
    for (const added of additions(problem.vehicles[route.vehicle], client)) {
      for (let at = 0; at <= route.visits.length; at++) {
        yield routes.with(i, { ...route, visits: route.visits.toSpliced(at, 0, ...added) });
      }
    }
  }
  for (const [vehicle, type] of problem.vehicles.entries()) {
    for (const visits of additions(type, client)) yield [...routes, { vehicle, visits }];
  }
}

function additions(type: VehicleType | undefined, client: number): Visit[][] {
  const reloads = (type?.reloads ?? []).map((reload): Visit => ({ reload }));
  const visit: Visit = { client };
  return [
    [visit],
    ...reloads.flatMap((reload) => [
      [reload, visit],
      [visit, reload],
    ]),
  ];
}

function reasonFaults(
  row: Unserved,
  right: { because: Obstacle; excess?: number },
  at: string,
): CheckFault[] {
  if (row.because !== right.because) {
    const zh = `写明的原因是 ${row.because}，应为 ${right.because}`;
    const en = `says that client ${row.client} is left out for ${row.because}, it is for ${right.because}`;
    return [fault('wrong-because', `${at}/because`, zh, en)];
  }
  if (row.excess === right.excess) return [];
  const zh = `写明超出 ${row.excess ?? '无'}，应为 ${right.excess ?? '无'}`;
  const en = `says that the excess is ${row.excess ?? 'none'}, it is ${right.excess ?? 'none'}`;
  return [fault('wrong-excess', `${at}/excess`, zh, en)];
}

function withClient(problem: Problem, client: number, change: Partial<Client>): Problem {
  const before = problem.clients[client];
  if (!before) return problem;
  return { ...problem, clients: problem.clients.with(client, { ...before, ...change }) };
}

function withoutLimits(problem: Problem, limits: (keyof VehicleType)[]): Problem {
  const vehicles = problem.vehicles.map((type) => {
    const free = { ...type };
    for (const limit of limits) delete free[limit];
    return free;
  });
  return { ...problem, vehicles };
}

/** The client moves to a place of its own, just as far from everywhere, but for the ways that were missing. */
function withWays(problem: Problem, client: number): Problem {
  const place = problem.clients[client]?.place ?? 0;
  const moved = withClient(problem, client, { place: problem.places });
  const profiles = problem.profiles.map(
    ({ distances, durations }): Profile => openWays(problem.places, place, distances, durations),
  );
  return { ...moved, places: problem.places + 1, profiles };
}

function openWays(
  places: number,
  place: number,
  distances: Int32Array,
  durations: Int32Array,
): Profile {
  const side = places + 1;
  const open = { distances: new Int32Array(side * side), durations: new Int32Array(side * side) };
  for (let from = 0; from < side; from++) {
    for (let to = 0; to < side; to++) {
      const old = (from < places ? from : place) * places + (to < places ? to : place);
      const metres = distances[old] ?? 0;
      const seconds = durations[old] ?? 0;
      const opened = (from === places || to === places) && (metres >= NO_WAY || seconds >= NO_WAY);
      open.distances[from * side + to] = opened ? 0 : metres;
      open.durations[from * side + to] = opened ? 0 : seconds;
    }
  }
  return open;
}
