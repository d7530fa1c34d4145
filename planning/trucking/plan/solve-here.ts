import type { Plan, Problem } from '../water-day.ts';
import type { Best } from './best.ts';
import { finishPlan } from './finish.ts';
import { search } from './search.ts';
import { type Progress, type SolveOptions, searchSeconds, sharedClock, TIDYING } from './solve.ts';

export type SolveHereOptions = Omit<SolveOptions, 'workers' | 'signal'> & {
  /** Asked often; once it says true the best plan so far is finished without testing reasons. */
  stop?: () => boolean;
};

/**
 * The same as {@link solve} with one worker, but in the calling thread, which it keeps busy.
 *
 * @param problem a valid problem; it is not changed.
 * @returns as `solve`; when stopped, the best plan so far, its rows without remedies.
 */
export function solveHere(problem: Problem, options: SolveHereOptions = {}): Plan {
  const began = sharedClock();
  const {
    seconds = 10,
    iterations,
    seed = 1,
    stop = () => false,
    onProgress,
    previous,
    now,
    start,
    pins,
    locks,
  } = options;
  const searching = 1000 * searchSeconds(seconds);
  const { board } = search(problem, {
    seed,
    variant: 0,
    previous,
    now,
    start,
    pins,
    locks,
    stopped: stop,
    reserve: iterations === undefined ? TIDYING : 0,
    share: (done) => {
      if (stop()) return 1;
      if (iterations === undefined) return (sharedClock() - began) / Math.max(1, searching);
      return done >= iterations ? 1 : done / iterations;
    },
    ...(onProgress ? { onBest: progressReporter(problem, began, onProgress) } : {}),
  });
  const late = () => iterations === undefined && sharedClock() - began >= 1000 * seconds;
  return finishPlan(board, previous, () => stop() || late());
}

const REPORT_EVERY = 200;

/** Tells `onProgress` of the best plan a few times a second. */
export function progressReporter(
  problem: Problem,
  began: number,
  onProgress: (progress: Progress) => void,
): (best: Best, iterations: number) => void {
  let next = 0;
  return (best, iterations) => {
    const time = sharedClock();
    if (time < next) return;
    next = time + REPORT_EVERY;
    const K = problem.tiers.length;
    onProgress({
      seconds: Math.round(time - began) / 1000,
      iterations,
      score: {
        tiers: problem.tiers.map(({ name }, k) => ({ name, hardship: best.merit[k] as number })),
        changed: best.merit[K] as number,
        metres: best.merit[K + 1] as number,
      },
    });
  };
}
