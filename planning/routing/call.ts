import type { Problem, Route, Solution, Visit } from './problem.ts';
import { InvalidProblem } from './refuse/invalid-problem.ts';
import { problemFaults } from './refuse/problem-faults.ts';
import { startFaults } from './refuse/routes.ts';
import { settleLeftovers } from './search/leftover.ts';
import type { Model } from './search/model.ts';

/** How a search stands. */
export interface Progress {
  /** Since the call. */
  seconds: number;
  /** Of the worker that reports. */
  iterations: number;
  /** Of the best so far; see `Solution`. */
  cost: number;
  missing: number;
}

/** What every way of solving is told. */
export interface Options {
  /**
   * Wall time from the call to the solution, seconds. Default 10. `Infinity`: until the signal; it cools ever more slowly, by
   * half within the first minute. Ignored when `iterations` is given.
   */
  seconds?: number;
  /** Iterations of each worker, rounded up to a multiple of 64; the solution is then a function of problem, seed, workers, iterations and start. */
  iterations?: number;
  /** Any whole number. Default 1. */
  seed?: number;
  /** Called some times a second. */
  onProgress?: (progress: Progress) => void;
  /**
   * Routes to begin from. What of one is not possible is left out; indices that are not there are refused. Default: those of
   * `problem.previous`, if any. With them the search begins cooler, so that it stays near what is good already.
   */
  start?: Route[];
}

/** @throws RangeError for options out of their range; InvalidProblem. */
export function demandValid(problem: Problem, options: Omit<Options, 'onProgress'>): void {
  demandRange('seconds', options.seconds ?? 10, 0, false);
  demandRange('seed', options.seed ?? 1, Number.MIN_SAFE_INTEGER, true);
  if (options.iterations !== undefined) demandRange('iterations', options.iterations, 0, true);
  const faults = problemFaults(problem);
  if (faults.length === 0 && options.start) faults.push(...startFaults(problem, options.start));
  if (faults.length > 0) throw new InvalidProblem(faults);
}

/** Milliseconds on a clock that all threads share. */
export function sharedClock(): number {
  return performance.timeOrigin + performance.now();
}

/** Part of the time, and most seconds, that are kept for the last pass and for handing over. */
const KEPT_SHARE = 0.01;
const KEPT_MOST = 0.1;

/** When a search that began at `began` has to end, on `sharedClock`. */
export function searchUntil(began: number, seconds: number): number {
  return began + 1000 * (seconds - Math.min(KEPT_MOST, KEPT_SHARE * seconds));
}

/** The last pass over the best routes, and the solution. */
export function solutionOf(
  model: Model,
  found: Int32Array[],
  iterations: number,
  began: number,
): Solution {
  const { lists, unserved, cost, missing } = settleLeftovers(model, found);
  return {
    routes: routesOf(model, lists),
    unserved,
    cost,
    missing,
    iterations,
    seconds: (sharedClock() - began) / 1000,
  };
}

export function demandRange(name: string, value: number, least: number, whole: boolean): void {
  if (value >= least && (!whole || Number.isSafeInteger(value))) return;
  throw new RangeError(
    `${name} is ${value}; it must be ${whole ? 'a whole number' : 'a number'} of at least ${least}`,
  );
}

function routesOf(model: Model, lists: Int32Array[]): Route[] {
  const routes: Route[] = [];
  lists.forEach((list, v) => {
    if (list.length === 0) return;
    const visits = Array.from(
      list,
      (entry): Visit => (entry >= 0 ? { client: entry } : { reload: -1 - entry }),
    );
    routes.push({ vehicle: model.typeOf[v] as number, visits });
  });
  return routes;
}

/**
 * Gives each route a vehicle of its type; those with a fixed beginning first to the route that has it. Reloads that a vehicle
 * may not make are left out.
 */
export function startLists(model: Model, routes: readonly Route[]): Int32Array[] {
  if (routes.length === 0) return [];
  const lists: Int32Array[] = Array.from({ length: model.V }, () => new Int32Array(0));
  const taken = new Uint8Array(model.V);
  // As many as there are nodes for, beside those of fixed beginnings.
  let reloads = model.N;
  for (const { vehicle, visits } of routes) {
    const list = Int32Array.from(visits, (visit) =>
      'client' in visit ? visit.client : -1 - visit.reload,
    );
    let at = -1;
    for (let v = 0; v < model.V; v += 1) {
      if (taken[v] === 1 || model.typeOf[v] !== vehicle) continue;
      const pinned = model.pinned[v] as Int32Array;
      if (pinned.length > 0 && pinned.every((entry, i) => entry === list[i])) {
        at = v;
        break;
      }
      if (pinned.length === 0 && at < 0) at = v;
    }
    if (at < 0) continue;
    taken[at] = 1;
    const fixed = (model.pinned[at] as Int32Array).length;
    lists[at] = list.filter((entry, i) => {
      if (entry >= 0 || i < fixed) return true;
      if (!(model.reloads[vehicle] as Int32Array).includes(-1 - entry)) return false;
      reloads -= 1;
      return reloads >= 0;
    });
  }
  return lists;
}
