import { NEVER, type Problem } from '../problem.ts';
import { FaultList, type ProblemFault, say } from './fault.ts';
import { indexInto, readList, readRecord, readWhole } from './wholes.ts';

/** The form of `pinned` and `previous`, and that no client is twice in either. */
export function readRoutes(faults: FaultList, problem: Problem): void {
  if (problem.pinned !== undefined) readRouteList(faults, problem, problem.pinned, 'pinned');
  const { previous } = problem;
  if (previous === undefined || !readRecord(faults, previous, 'previous')) return;
  readWhole(faults, previous.price, 'previous.price', { least: 0, most: NEVER, required: true });
  readRouteList(faults, problem, previous.routes, 'previous.routes');
}

/**
 * What is wrong with the form of routes to begin from; whether they are possible is not looked at.
 *
 * @param problem a problem without faults.
 * @param start a list of routes, or anything else.
 * @returns as `problemFaults`, at `start[0].visits[2]` and the like.
 */
export function startFaults(problem: Problem, start: unknown): ProblemFault[] {
  const faults = new FaultList();
  readRouteList(faults, problem, start, 'start');
  return faults.close();
}

function readRouteList(faults: FaultList, problem: Problem, routes: unknown, at: string): void {
  const seen = new Set<unknown>();
  const vehicle = { ...indexInto('vehicles', problem.vehicles?.length), required: true as const };
  for (const [i, route] of readList(faults, routes, at).entries()) {
    const here = `${at}[${i}]`;
    if (!readRecord(faults, route, here)) continue;
    readWhole(faults, route.vehicle, `${here}.vehicle`, vehicle);
    for (const [j, visit] of readList(faults, route.visits, `${here}.visits`).entries()) {
      readVisit(faults, problem, visit, `${here}.visits[${j}]`, seen);
    }
  }
}

function readVisit(
  faults: FaultList,
  { clients, depots }: Problem,
  visit: unknown,
  at: string,
  seen: Set<unknown>,
): void {
  if (!readRecord(faults, visit, at)) return;
  const { client, reload } = visit;
  if ((client === undefined) === (reload === undefined)) {
    const cause = say('client 与 reload 必须恰有一个', 'has not exactly one of client and reload');
    const remedy = say('写 { client } 或 { reload }', 'give { client } or { reload }');
    faults.add('wrong-type', at, cause, remedy);
  } else if (client === undefined) {
    readWhole(faults, reload, `${at}.reload`, indexInto('depots', depots?.length));
  } else if (readWhole(faults, client, `${at}.client`, indexInto('clients', clients?.length))) {
    if (seen.has(client)) {
      const cause = say(`客户 ${client} 出现两次`, `client ${client} is visited twice`);
      const remedy = say('只保留一次访问', 'keep one of the visits');
      faults.add('client-twice', at, cause, remedy);
    }
    seen.add(client);
  }
}
