import {
  demandValid,
  type Options,
  type Progress,
  searchUntil,
  sharedClock,
  solutionOf,
  startLists,
} from './call.ts';
import type { Problem, Solution } from './problem.ts';
import { stop as halt, newExchange } from './search/exchange.ts';
import { packProblem } from './search/model.ts';
import { search } from './search/search.ts';

/** How a search in the calling thread stands. */
export interface ProgressHere extends Progress {
  /** The best so far as a whole; takes a moment, and is to be asked for during the call only. */
  solution(): Solution;
}

export interface SolveHereOptions extends Omit<Options, 'onProgress'> {
  /** Called some times a second. */
  onProgress?: (progress: ProgressHere) => void;
  /** Asked often; once it says true, the best so far is the solution. */
  stop?: () => boolean;
}

const REPORT_EVERY = 100;

/**
 * The same as {@link solve} with one worker, but in the calling thread, which it keeps busy: for a worker of one's own, or
 * for short searches.
 *
 * @param problem see `Problem`; it is not changed.
 * @throws as `solve`.
 */
export function solveHere(problem: Problem, options: SolveHereOptions = {}): Solution {
  const began = sharedClock();
  demandValid(problem, options);
  const { seconds = 10, iterations, seed = 1, stop, onProgress } = options;
  const model = packProblem(problem);
  const exchange = newExchange(1, 1);
  let next = 0;
  if (stop?.()) halt(exchange);
  const { best, iterations: done } = search({
    model,
    exchange,
    worker: 0,
    seed,
    iterations,
    began,
    until: searchUntil(began, seconds),
    clock: sharedClock,
    start: startLists(model, options.start ?? problem.previous?.routes ?? []),
    onBest({ cost, missing, lists }, sofar) {
      if (stop?.()) halt(exchange);
      if (!onProgress || sharedClock() < next) return;
      next = sharedClock() + REPORT_EVERY;
      onProgress({
        seconds: (sharedClock() - began) / 1000,
        iterations: sofar,
        cost,
        missing,
        solution: () => solutionOf(model, lists.slice(), sofar, began),
      });
    },
  });
  return solutionOf(model, best.lists, done, began);
}
