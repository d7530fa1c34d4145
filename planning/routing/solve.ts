import type { Problem, Route, Solution, Visit } from './problem.ts';
import { InvalidProblem } from './refuse/invalid-problem.ts';
import { problemFaults } from './refuse/problem-faults.ts';
import { newExchange, stop } from './search/exchange.ts';
import { type Model, packProblem } from './search/model.ts';
import { startThread, type Thread } from './search/threads.ts';
import type { Found, Progress as WorkerProgress, Task } from './search/worker.ts';

/** How a search stands. */
export interface Progress {
  /** Since the call. */
  seconds: number;
  /** Of the worker that reports. */
  iterations: number;
  cost: number;
  missing: number;
}

export interface SolveOptions {
  /** Wall time from the call to the solution, seconds. Default 10. Ignored when `iterations` is given. */
  seconds?: number;
  /** Iterations of each worker; the solution is then a function of problem, seed, workers, iterations and start. */
  iterations?: number;
  /** Any whole number. Default 1. */
  seed?: number;
  /** Threads that search. Default 2. Where threads cannot share memory there is one. */
  workers?: number;
  /** When it aborts, the best so far is the solution. */
  signal?: AbortSignal;
  /** Called some times a second. */
  onProgress?: (progress: Progress) => void;
  /** Routes to begin from. Default: those of `problem.previous`, if any. */
  start?: Route[];
}

/** Part of the time, and most seconds, that are kept for handing over. */
const KEPT_SHARE = 0.01;
const KEPT_MOST = 0.1;

/**
 * Solves a vehicle routing problem.
 */
export async function solve(problem: Problem, options: SolveOptions = {}): Promise<Solution> {
  const clock = () => performance.timeOrigin + performance.now();
  const began = clock();
  const { seconds = 10, iterations, seed = 1, signal, onProgress } = options;
  const canShare = typeof SharedArrayBuffer !== 'undefined';
  const workers = canShare ? (options.workers ?? 2) : 1;
  demandRange('seconds', seconds, 0, false);
  demandRange('workers', options.workers ?? 2, 1, true);
  demandRange('seed', seed, Number.MIN_SAFE_INTEGER, true);
  if (iterations !== undefined) demandRange('iterations', iterations, 0, true);
  const faults = problemFaults(problem);
  if (faults.length > 0) throw new InvalidProblem(faults);

  const model = packProblem(problem);
  const start = startLists(model, options.start ?? problem.previous?.routes ?? []);
  const exchange = newExchange(workers, model.N + 2 * model.V + model.X + 1);
  const until = began + 1000 * (seconds - Math.min(KEPT_MOST, KEPT_SHARE * seconds));
  const halt = () => stop(exchange);
  signal?.addEventListener('abort', halt, { once: true });
  if (signal?.aborted) halt();
  const crew: Thread[] = [];
  try {
    for (let i = 0; i < workers; i += 1) {
      crew.push(await startThread(new URL('./search/worker.ts', import.meta.url)));
    }
    const found = await Promise.all(
      crew.map(
        (thread, worker) =>
          new Promise<Found>((resolve, reject) => {
            thread.listen((message) => {
              const heard = message as Found | WorkerProgress;
              if (heard.kind === 'found') resolve(heard);
              else {
                const { cost, missing, iterations: done } = heard;
                onProgress?.({ seconds: (clock() - began) / 1000, iterations: done, cost, missing });
              }
            }, reject);
            const task: Task = {
              model,
              exchange,
              worker,
              seed,
              iterations,
              began,
              until,
              start,
              reports: onProgress !== undefined,
            };
            thread.post(task);
          }),
      ),
    );
    let best = found[0] as Found;
    for (const one of found) {
      if (one.missing < best.missing || (one.missing === best.missing && one.cost < best.cost)) {
        best = one;
      }
    }
    return {
      routes: routesOf(model, best.lists),
      unserved: [],
      cost: best.cost,
      missing: best.missing,
      iterations: found.reduce((sum, one) => sum + one.iterations, 0),
      seconds: (clock() - began) / 1000,
    };
  } finally {
    signal?.removeEventListener('abort', halt);
    for (const thread of crew) thread.end();
  }
}

function demandRange(name: string, value: number, least: number, whole: boolean): void {
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

/** Gives each route a vehicle of its type; those with a fixed beginning first to the route that has it. */
function startLists(model: Model, routes: readonly Route[]): Int32Array[] {
  if (routes.length === 0) return [];
  const lists: Int32Array[] = Array.from({ length: model.V }, () => new Int32Array(0));
  const taken = new Uint8Array(model.V);
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
    lists[at] = list;
  }
  return lists;
}
