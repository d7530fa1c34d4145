import {
  demandRange,
  demandValid,
  type Options,
  searchUntil,
  sharedClock,
  solutionOf,
  startLists,
} from './call.ts';
import type { Problem, Solution } from './problem.ts';
import { newExchange, stop } from './search/exchange.ts';
import { packProblem } from './search/model.ts';
import { isBetter } from './search/search.ts';
import { startThread, type Thread } from './search/threads.ts';
import type { Found, Task, Progress as WorkerProgress } from './search/worker.ts';

export interface SolveOptions extends Options {
  /** Threads that search. Default 2. Where threads cannot share memory (a page that is not cross-origin isolated) there is one. */
  workers?: number;
  /** When it aborts, the best so far is the solution. */
  signal?: AbortSignal;
}

/**
 * Solves a vehicle routing problem: every client is visited at most once, every rule of `Problem` is kept, and the cost
 * is as low as the search finds in its time. Nothing is promised about how far from the lowest that is; `bench/RESULTS.md`
 * shows what was measured.
 *
 * Ruin and recreate with strings of neighbouring clients (SISR: Christiaens & Vanden Berghe 2020) under simulated
 * annealing, over routes that are possible at every moment; of many clients each worker has a part of the map to itself, cut
 * anew thirty times in a search. Times are concatenated in constant time (Vidal et al. 2014), reloads and releases
 * included (after François, Arda & Crama 2019).
 *
 * @param problem see {@link Problem}; it is not changed.
 * @param options see {@link SolveOptions}.
 * @returns a solution that keeps every rule. Clients without a prize are left out only when no position was found for them;
 * each row of `unserved` says why.
 * @throws InvalidProblem with `faults`, each with code, place, cause and remedy. RangeError for options out of range.
 */
export async function solve(problem: Problem, options: SolveOptions = {}): Promise<Solution> {
  const began = sharedClock();
  const { seconds = 10, iterations, seed = 1, signal, onProgress } = options;
  demandValid(problem, options);
  demandRange('workers', options.workers ?? 2, 1, true);
  const workers = typeof SharedArrayBuffer === 'undefined' ? 1 : (options.workers ?? 2);
  const model = packProblem(problem);
  const start = startLists(model, options.start ?? problem.previous?.routes ?? []);
  const exchange = newExchange(workers, model.N + 2 * model.V + model.X + 1);
  const halt = () => stop(exchange);
  signal?.addEventListener('abort', halt, { once: true });
  if (signal?.aborted) halt();
  const crew: Thread[] = [];
  const told = { missing: Number.POSITIVE_INFINITY, cost: Number.POSITIVE_INFINITY };
  try {
    for (let i = 0; i < workers; i += 1) crew.push(await startThread(workerModule()));
    const found = await Promise.all(
      crew.map(
        (thread, worker) =>
          new Promise<Found>((resolve, reject) => {
            thread.listen((message) => {
              const heard = message as Found | WorkerProgress;
              if (heard.kind === 'found') {
                resolve(heard);
                return;
              }
              const { cost, missing, iterations: done } = heard;
              // Threads are not heard in the order in which they found.
              if (isBetter(told, heard)) return;
              Object.assign(told, { missing, cost });
              onProgress?.({
                seconds: (sharedClock() - began) / 1000,
                iterations: done,
                cost,
                missing,
              });
            }, reject);
            const task: Task = {
              model,
              exchange,
              worker,
              seed,
              iterations,
              began,
              until: searchUntil(began, seconds),
              start,
              reports: onProgress !== undefined,
            };
            thread.post(task);
          }),
      ),
    );
    // All have the same best.
    const [{ lists }] = found as [Found];
    const done = found.reduce((sum, one) => sum + one.iterations, 0);
    return solutionOf(model, lists, done, began);
  } finally {
    signal?.removeEventListener('abort', halt);
    for (const thread of crew) thread.end();
  }
}

/** Beside this module, built or not. */
function workerModule(): URL {
  const built = !import.meta.url.endsWith('.ts');
  return new URL(built ? './search/worker.js' : './search/worker.ts', import.meta.url);
}
