import { demandValid, searchUntil, sharedClock, solutionOf, startLists } from '../call.ts';
import type { Problem, Solution } from '../problem.ts';
import { newExchange } from '../search/exchange.ts';
import { packProblem } from '../search/model.ts';
import { search } from '../search/search.ts';
import type { Best } from '../search/walk.ts';

const SHOW_EVERY = 200;
/** A plan is shown again after so many times as long as the last one took to show. */
const SHOW_SHARE = 20;

/**
 * Searches as `solveHere` does, in the calling thread, and hands over whole plans on the way.
 *
 * @param problem see `Problem`; it is not changed.
 * @param options `seconds` of wall time; `seed`, any whole number.
 * @param onBetter called with the first plan, then at most five times a second, each time with a better one.
 * @returns the best plan found.
 * @throws as `solve`.
 */
export function solveWatched(
  problem: Problem,
  options: { seconds: number; seed: number },
  onBetter: (plan: Solution) => void,
): Solution {
  const began = sharedClock();
  demandValid(problem, options);
  const model = packProblem(problem);
  let next = 0;
  let shown: { missing: number; cost: number } | undefined;
  const { best, iterations } = search({
    model,
    exchange: newExchange(1, 1),
    worker: 0,
    seed: options.seed,
    iterations: undefined,
    began,
    until: searchUntil(began, options.seconds),
    clock: sharedClock,
    start: startLists(model, []),
    onBest(found, done) {
      const now = sharedClock();
      if (now < next) return;
      if (shown?.missing === found.missing && shown.cost === found.cost) return;
      shown = { missing: found.missing, cost: found.cost };
      // The search hands over its whole best, typed as its merits.
      onBetter(solutionOf(model, (found as Best).lists.slice(), done, began));
      next = sharedClock() + Math.max(SHOW_EVERY, SHOW_SHARE * (sharedClock() - now));
    },
  });
  return solutionOf(model, best.lists, iterations, began);
}
