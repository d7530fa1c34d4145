import type { Route, Visit } from '../problem.ts';
import { type FileFault, FileFaults, shown } from './fault.ts';
import type { Instance } from './instance.ts';
import { readNumber } from './numbers.ts';

export type ReadSolution =
  | {
      ok: true;
      routes: Route[];
      /** What the file says that it costs, in the problem's units; undefined when it says nothing. */
      cost: number | undefined;
    }
  | { ok: false; faults: FileFault[] };

const ROUTE = /^\s*Route\s*#?\s*(\d{1,9})\s*:(.*)$/is;
const COST = /^\s*Cost\s*:?\s+(\S+)\s*$/i;

/** A longer line is no route of 20,000 nodes. */
const LONGEST_LINE = 1_000_000;

/**
 * Reads the text of a `.sol` file, see `solutionText` for its numbers. Whether the plan keeps the rules is the checker's
 * part. Lines that are neither a route nor the cost are remarks.
 *
 * @param instance of which it is a solution.
 * @returns routes and declared cost; or every fault, with code, line, cause and remedy. Never throws.
 */
export function readSolution(instance: Instance, text: string): ReadSolution {
  const faults = new FileFaults();
  const routes: Route[] = [];
  let cost: number | undefined;
  let line = 0;
  for (let from = 0; from < text.length && !faults.full; ) {
    line++;
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const row = text.slice(from, Math.min(end, from + LONGEST_LINE));
    const [, number, stops] = ROUTE.exec(row) ?? [];
    const [, declared] = COST.exec(row) ?? [];
    if (number !== undefined && stops !== undefined) {
      routes.push(readRoute(faults, instance, Number(number), stops, line));
    } else if (declared !== undefined) {
      const value = readNumber(faults, declared, line, 'Cost');
      cost = Math.round(value * instance.scale);
    }
    from = end + 1;
  }
  if (routes.length === 0 && faults.none) {
    faults.add(
      'not-solution',
      0,
      '',
      ['没有一行是“Route #1: …”', 'has no line "Route #1: …"'],
      ['给 .sol 格式的文本文件', 'give a text file in the .sol layout'],
    );
  }
  return faults.none ? { ok: true, routes, cost } : { ok: false, faults: faults.close() };
}

function readRoute(
  faults: FileFaults,
  { problem, vehicleTypes }: Instance,
  number: number,
  stops: string,
  line: number,
): Route {
  const at = `Route #${number}`;
  const depots = problem.depots.length;
  const last = depots + problem.clients.length - 1;
  const visits: Visit[] = [];
  for (const word of stops.trim().split(/\s+/)) {
    if (word === '') continue;
    const stop = /^\d{1,9}$/.test(word) ? Number(word) : last + 1;
    if (stop <= last) visits.push(stop < depots ? { reload: stop } : { client: stop - depots });
    else {
      faults.add(
        'unknown-client',
        line,
        at,
        [`没有编号为 ${shown(word)} 的客户`, `there is no client numbered ${shown(word)}`],
        [
          `客户编号为 ${depots} 到 ${last}；更小的是车场`,
          `clients are numbered from ${depots} to ${last}; what is below is a depot`,
        ],
      );
    }
  }
  if (problem.vehicles.length === 1) return { vehicle: 0, visits };
  const vehicle = vehicleTypes[number - 1];
  if (vehicle === undefined) {
    faults.add(
      'unknown-vehicle',
      line,
      at,
      [`没有第 ${number} 辆车`, `there is no vehicle ${number}`],
      [
        `车辆各不相同，路线编号即车辆编号，1 到 ${vehicleTypes.length}`,
        `vehicles differ, so a route's number is its vehicle's, 1 to ${vehicleTypes.length}`,
      ],
    );
  }
  return { vehicle: vehicle ?? 0, visits };
}
