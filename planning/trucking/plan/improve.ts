import { goBack, newUndo } from './apply.ts';
import { type Board, copyRoute, costOfAll, lift, newRoute, recount, type Route, settle } from './board.ts';
import { below, draw, type Random } from './random.ts';
import { newMason, recreate } from './recreate.ts';
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
export function activeTier(board: Board, merit: Merit, floor: Float64Array): number {
  for (let k = 0; k < board.day.K; k += 1) {
    if ((merit[k] as number) > (floor[k] as number) + 0.006) return k;
  }
  return board.day.K;
}

export interface Clock {
  /** Share of the search that is over, 0 to 1. */
  gone(iterations: number): number;
}

const tastes: Taste[] = [
  { idle: 0, blur: 0.1 },
  { idle: 300, blur: 0.2 },
  { idle: 2000, blur: 0.2 },
  { idle: 1e5, blur: 0.3 },
];

/** Ruin and recreate under simulated annealing, from what is on the board; the best is left in `best`. */
export function improve(
  board: Board,
  best: Best,
  floor: Float64Array,
  random: Random,
  clock: Clock,
  heat = { hot: Number(process.env.HOT ?? 0.003), cold: Number(process.env.COLD ?? 0.00003) },
): number {
  const undo = newUndo(12);
  const ruins = newRuins(board);
  const mason = newMason(board);
  const merit = new Float64Array(board.day.K + 2);
  let active = -1;
  let iterations = 0;
  let gone = 0;
  let cost = 0;
  let scale = 0;
  let lowest = 0;
  for (;;) {
    if ((iterations & 15) === 0) {
      gone = clock.gone(iterations);
      if (gone >= 1) return iterations;
      const now = activeTier(board, best.merit, floor);
      if (now !== active) {
        active = now;
        board.weights = weightsFor(board.day.K, active);
        recount(board);
        cost = costOfAll(board);
        lowest = cost;
        scale = cost;
      } else if ((iterations & 4095) === 0) {
        recount(board);
        cost = costOfAll(board);
      }
    }
    iterations += 1;
    undo.count = 0;
    const size = 1 + below(random, 8);
    if (!ruin(board, random, undo, ruins, size)) {
      goBack(board, undo);
      continue;
    }
    recreate(board, random, undo, ruins, mason, tastes[below(random, 4)] as Taste);
    const next = costOfAll(board);
    const heatNow = scale * heat.hot * (heat.cold / heat.hot) ** gone;
    if (next > cost - heatNow * Math.log(draw(random) + 1e-12)) {
      goBack(board, undo);
      continue;
    }
    cost = next;
    if (next < lowest * (1 + 1e-4)) {
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
