import type { Plan, Problem } from '../water-day.ts';
import { type Board, newBoard } from './board.ts';
import { earlierStops } from './changed.ts';
import { construct } from './construct.ts';
import { packDay } from './day.ts';
import { hardshipFloor } from './floor.ts';
import { type Best, improve, keepBest, layRoutes } from './improve.ts';
import { randomFrom } from './random.ts';
import { resumeFrom } from './resume.ts';
import { compareMerit } from './score.ts';
import { layEarlier } from './warm.ts';
import { evenWeights } from './weights.ts';

/** What one search is given. `share` says how much of it is over, 0 to 1, after so many iterations. */
interface SearchOptions {
  seed: number;
  /** Which of several searches with one seed this is: each begins otherwise. */
  variant: number;
  previous?: Plan | undefined;
  now?: number | undefined;
  share: (iterations: number) => number;
  /** Ends even the making of a first plan, which is finished however late otherwise. */
  stopped?: () => boolean;
  onBest?: (best: Best, iterations: number) => void;
}

/**
 * Ways to begin: how much less each tier weighs than the one before it, and how much chance there is in it. Tiers that
 * weigh alike give the most water; strict ones leave nobody below the first.
 */
const BEGINNINGS = [
  { ratio: 0.03, blur: 0 },
  { ratio: 0.5, blur: 0 },
  { ratio: 0.03, blur: 0.4 },
  { ratio: 1, blur: 0 },
  { ratio: 1, blur: 0.3 },
  { ratio: 0.03, blur: 0.3 },
  { ratio: 0.25, blur: 0.3 },
];
/** Shares of the search after which none of the first few, and none of the others, is begun any more. */
const BEGIN_FIRST = 0.5;
const BEGIN_OTHERS = 0.1;
const FIRST = 4;

/** How good a beginning is to go on from: what little the first tiers lack is soon made good. */
function promise({ merit }: Best): number {
  let sum = 0;
  for (let k = 0; k < merit.length - 2; k += 1) sum += (merit[k] as number) * 0.5 ** k;
  return sum;
}

/**
 * Searches for a plan in this thread. An earlier plan is laid down first, so that the result is never worse than what
 * is left of it. The board holds the best routes at the end.
 */
export function search(
  problem: Problem,
  options: SearchOptions,
): { board: Board; best: Best; iterations: number } {
  const day = packDay(problem, resumeFrom(problem, options.previous, options.now ?? 0));
  const earlier = options.previous ? earlierStops(day, options.previous) : undefined;
  const random = randomFrom(options.seed + options.variant * 7919);
  const stopped = options.stopped ?? (() => false);
  const over = () => stopped() || options.share(0) >= 1;
  let board = newBoard(day, evenWeights(day.K, 0.5), earlier);
  const floor = hardshipFloor(board);
  let best: Best | undefined;
  let start: Best | undefined;
  if (options.previous) {
    layEarlier(board, options.previous);
    best = keepBest(board);
    construct(board, random, { idle: 0, blur: 0 }, stopped);
    const more = keepBest(board);
    if (compareMerit(more.merit, best.merit) < 0) best = more;
  } else {
    for (const [i, beginning] of BEGINNINGS.entries()) {
      if (best && options.share(0) > (i < FIRST ? BEGIN_FIRST : BEGIN_OTHERS)) break;
      board = newBoard(day, evenWeights(day.K, beginning.ratio), earlier);
      // Every second search has its chance where the first has none.
      const blur = options.variant % 2 === 0 ? beginning.blur : 0.4 - beginning.blur;
      construct(board, random, { idle: 0, blur }, best ? over : stopped);
      const next = keepBest(board);
      if (!best || compareMerit(next.merit, best.merit) < 0) best = next;
      if (!start || promise(next) < promise(start)) start = next;
    }
  }
  best ??= keepBest(board);
  layRoutes(board, (start ?? best).routes);
  const clock = {
    gone: (iterations: number) => {
      options.onBest?.(best, iterations);
      return options.share(iterations);
    },
  };
  const iterations = improve(board, best, floor, random, clock);
  layRoutes(board, best.routes);
  return { board, best, iterations };
}
