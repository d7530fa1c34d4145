import { randomFrom } from '@liangbuwu/routing/search/random.ts';
import type { Plan, Problem } from '../water-day.ts';
import { type Best, keepBest, layRoutes } from './best.ts';
import { type Board, newBoard } from './board.ts';
import { earlierStops } from './changed.ts';
import { construct } from './construct.ts';
import { packDay } from './day.ts';
import type { Exchange } from './exchange.ts';
import { hardshipFloor } from './floor.ts';
import { improve } from './improve.ts';
import { layDecided } from './lay-decided.ts';
import { type Pin, packDecided } from './pins.ts';
import { resumeFrom } from './resume.ts';
import { compareMerit } from './score.ts';
import { tidy } from './tidy.ts';
import { layEarlier } from './warm.ts';
import { evenWeights } from './weights.ts';

/** What one search is given. `share` says how much of it is over after so many iterations; 1 is the end. */
interface SearchOptions {
  seed: number;
  /** Which of several searches with one seed this is: each begins otherwise. */
  variant: number;
  previous?: Plan | undefined;
  now?: number | undefined;
  /** Laid down instead of what is left of `previous`. */
  start?: Plan | undefined;
  pins?: readonly Pin[] | undefined;
  locks?: readonly string[] | undefined;
  share: (iterations: number) => number;
  /** Part of the share that is kept for tidying at the end. Default 0: as long as it takes. */
  reserve?: number;
  /** Ends even the making of a first plan, which is finished however late otherwise. */
  stopped?: () => boolean;
  onBest?: (best: Best, iterations: number) => void;
  /** To see what the other threads of the search have found. */
  exchange?: Exchange | undefined;
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
/** Share of the search up to which a hurried one may fill up what is left of an earlier plan. */
const LATE = 1.25;
/** Points looked at before it minds the time: milliseconds of work, which a busy machine may have taken away before it began. */
const AT_LEAST = 5000;

/** How good a beginning is to go on from: what little the first tiers lack is soon made good. */
function promise({ merit }: Best): number {
  let sum = 0;
  for (let k = 0; k < merit.length - 2; k += 1) sum += (merit[k] as number) * 0.5 ** k;
  return sum;
}

/**
 * Searches for a plan in this thread. An earlier plan is laid down first, so that the result is never worse than what
 * is left of it, and so is what people have decided, which the search keeps. The board holds the best routes at the end.
 */
export function search(
  problem: Problem,
  options: SearchOptions,
): { board: Board; best: Best; iterations: number } {
  const day = packDay(problem, resumeFrom(problem, options.previous, options.now ?? 0));
  const earlier = options.previous ? earlierStops(day, options.previous) : undefined;
  const decided = packDecided(day, options.pins ?? [], options.locks ?? []);
  const random = randomFrom(options.seed + options.variant * 7919);
  const stopped = options.stopped ?? (() => false);
  const over = () => stopped() || options.share(0) >= 1;
  const open = (ratio: number) => newBoard(day, evenWeights(day.K, ratio), earlier, decided);
  let board = open(0.5);
  const floor = hardshipFloor(board);
  let best: Best | undefined;
  let start: Best | undefined;
  if (options.previous && earlier) {
    layEarlier(board, options.previous);
    earlier.routes = keepBest(board).routes;
  }
  if (options.start) {
    board = open(0.5);
    layEarlier(board, options.start);
  }
  const before = options.start ?? options.previous;
  if (before) {
    layDecided(board);
    best = keepBest(board);
    // What is left of an earlier plan will do for one who has no time; nothing will not.
    const bare = before.routes.length === 0;
    let looked = 0;
    const late = () => {
      looked += day.N;
      return stopped() || (!bare && looked > AT_LEAST && options.share(0) >= LATE);
    };
    construct(board, random, { idle: 0, blur: 0 }, late);
    const more = keepBest(board);
    if (compareMerit(more.merit, best.merit) < 0) best = more;
  } else {
    for (const [i, beginning] of BEGINNINGS.entries()) {
      if (best && options.share(0) > (i < FIRST ? BEGIN_FIRST : BEGIN_OTHERS)) break;
      board = open(beginning.ratio);
      layDecided(board);
      // Every second search has its chance where the first has none.
      const blur = options.variant % 2 === 0 ? beginning.blur : 0.4 - beginning.blur;
      construct(board, random, { idle: 0, blur }, best ? over : stopped);
      const next = keepBest(board);
      if (!best || compareMerit(next.merit, best.merit) < 0) best = next;
      if (!start || promise(next) < promise(start)) start = next;
    }
  }
  const found = best ?? keepBest(board);
  layRoutes(board, (start ?? found).routes);
  const clock = {
    gone: (iterations: number) => {
      options.onBest?.(found, iterations);
      return options.share(iterations) / (1 - (options.reserve ?? 0));
    },
    exchange: options.exchange,
  };
  const iterations = improve(board, found, floor, random, clock);
  options.exchange?.end();
  layRoutes(board, found.routes);
  tidy(board, over);
  const tidied = keepBest(board);
  options.onBest?.(tidied, iterations);
  return { board, best: tidied, iterations };
}
