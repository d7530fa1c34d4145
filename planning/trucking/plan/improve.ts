import { goBack, newUndo } from './apply.ts';
import {
  type Board,
  copyRoute,
  costOfAll,
  lift,
  newRoute,
  type Route,
  recount,
  settle,
} from './board.ts';
import { below, draw, type Random } from './random.ts';
import { newMason, recreate, recreateByPoint } from './recreate.ts';
import { newRuins, ruin } from './ruin.ts';
import { compareMerit, type Merit, meritOf } from './score.ts';
import type { Taste } from './visit.ts';
import { weightsFor } from './weights.ts';

/** The best routes seen. */
export interface Best {
  merit: Merit;
  routes: Route[];
}

export function keepBest(board: Board): Best {
  const best: Best = { merit: meritOf(board), routes: board.routes.map(() => newRoute()) };
  board.routes.forEach((route, r) => {
    copyRoute(route, best.routes[r] as Route);
  });
  return best;
}

export function layRoutes(board: Board, routes: Route[]): void {
  for (let r = 0; r < routes.length; r += 1) lift(board, r);
  for (let r = 0; r < routes.length; r += 1) {
    copyRoute(routes[r] as Route, board.routes[r] as Route);
    settle(board, r);
  }
  recount(board);
}

/** First tier that is not yet as good as it can be. */
function activeTier(board: Board, merit: Merit, floor: Float64Array): number {
  for (let k = 0; k < board.day.K; k += 1) {
    if ((merit[k] as number) > (floor[k] as number) + 0.006) return k;
  }
  return board.day.K;
}

interface Clock {
  /** Share of the search that is over, 0 to 1. */
  gone(iterations: number): number;
}

const BY_METRES: Taste[] = [
  { idle: -1, blur: 0.003 },
  { idle: -1, blur: 0.01 },
  { idle: -1, blur: 0.03 },
  { idle: 1e5, blur: 0.3 },
];

const BY_HARDSHIP: Taste[] = [
  { idle: 0, blur: 0.1 },
  { idle: 300, blur: 0.2 },
  { idle: 2000, blur: 0.2 },
  { idle: 1e5, blur: 0.3 },
];

/** Temperatures when metres count, as shares of the average leg. */
const METRES_HEAT = { hot: 0.6, cold: 0.01 };
/** When hardship counts: shares of what a point costs on average, hotter the more iterations there are a point. */
const HOT_EACH = 0.012;
const HOT_LEAST = 0.2;
const HOT_MOST = 6;
const COOLING = 40;
/** What later tiers weigh beside the active one: much while water is found for all, little when it is shared out. */
const LATER = { first: 0.7, last: 0.02 };
/** Hardship a point under which a tier is nearly met. */
const NEARLY = 0.1;
const WEIGH_EVERY = 0.02;
/** How often points choose their tanker when metres count; else tankers choose their points. */
const BY_POINT = 0.85;
/** A tier that has not become better for this share of the search is taken to be as good as it gets. */
const PATIENCE = 0.15;

/** Ruin and recreate under simulated annealing, from what is on the board; the best is left in `best`. */
export function improve(
  board: Board,
  best: Best,
  floor: Float64Array,
  random: Random,
  clock: Clock,
): number {
  const { K, N } = board.day;
  const undo = newUndo(Math.min(board.day.R, 24));
  const ruins = newRuins(board);
  const mason = newMason(board);
  const merit = new Float64Array(K + 2);
  const settled = Float64Array.from(floor);
  let active = -1;
  let iterations = 0;
  let gone = 0;
  let betterAt = 0;
  let weighAt = 0;
  let betterThan = Number.POSITIVE_INFINITY;
  let cost = 0;
  let lowest = 0;
  let heat = 0;
  let idle = 0;
  for (;;) {
    if ((iterations & 15) === 0) {
      gone = clock.gone(iterations);
      if (gone >= 1 || idle > 400) return iterations;
      const hardship = active >= 0 && active < K ? (best.merit[active] as number) : 0;
      if (hardship < betterThan) {
        betterThan = hardship;
        betterAt = gone;
      } else if (active >= 0 && active < K && gone - betterAt > PATIENCE)
        settled[active] = hardship;
      const now = activeTier(board, best.merit, settled);
      if (now !== active || gone >= weighAt) {
        if (now !== active) {
          betterAt = gone;
          betterThan = Number.POSITIVE_INFINITY;
        }
        active = now;
        weighAt = gone + WEIGH_EVERY;
        const left = active < K ? (best.merit[active] as number) - (floor[active] as number) : 0;
        const later = LATER.first * (LATER.last / LATER.first) ** gone;
        board.weights = weightsFor(K, active, later, left < NEARLY * N);
        recount(board);
        cost = costOfAll(board);
        lowest = cost;
      } else if ((iterations & 4095) === 0) {
        recount(board);
        cost = costOfAll(board);
      }
      if (active < K) {
        const each = gone > 0 ? iterations / gone / Math.max(1, N) : 0;
        const hot = Math.min(HOT_MOST, Math.max(HOT_LEAST, HOT_EACH * each));
        heat = ((hot * COOLING ** -gone) / Math.max(1, N)) * avoidable(board, floor, lowest);
      } else {
        const { hot, cold } = METRES_HEAT;
        heat = hot * (cold / hot) ** gone * legLength(board);
      }
    }
    iterations += 1;
    idle += 1;
    undo.count = 0;
    const size = 1 + below(random, 8);
    if (!ruin(board, random, undo, ruins, size)) {
      goBack(board, undo);
      continue;
    }
    idle = 0;
    const taste = (active < K ? BY_HARDSHIP : BY_METRES)[below(random, 4)] as Taste;
    if (active === K && draw(random) < BY_POINT)
      recreateByPoint(board, random, undo, ruins, mason, taste);
    else recreate(board, random, ruins, mason, taste);
    const next = costOfAll(board);
    if (next > cost - heat * Math.log(draw(random) + 1e-12)) {
      goBack(board, undo);
      continue;
    }
    cost = next;
    if (next < lowest + 1e-4 * Math.abs(lowest)) {
      if (next < lowest) lowest = next;
      meritOf(board, merit);
      if (compareMerit(merit, best.merit) < 0) {
        best.merit.set(merit);
        for (let r = 0; r < board.routes.length; r += 1) {
          copyRoute(board.routes[r] as Route, best.routes[r] as Route);
        }
      }
    }
  }
}

/** Cost above what no plan can go below. */
function avoidable(board: Board, floor: Float64Array, cost: number): number {
  const { weights } = board;
  let least = 0;
  for (let k = 0; k < floor.length; k += 1) {
    least += (floor[k] as number) * ((weights.square[k] as number) + (weights.line[k] as number));
  }
  return Math.max(1e-6, cost - least);
}

function legLength(board: Board): number {
  let stops = 1;
  for (const route of board.routes) stops += route.count;
  return (board.weights.metre * board.metres) / stops;
}
