import { anneal, type Walk } from '@liangbuwu/routing/search/anneal.ts';
import { below, draw, type Random } from '@liangbuwu/routing/search/random.ts';
import { goBack, newUndo } from './apply.ts';
import { type Best, layRoutes } from './best.ts';
import { type Board, costOfAll, recount } from './board.ts';
import { type Exchange, ROUNDS } from './exchange.ts';
import { newWeighing } from './heat.ts';
import { newMason, recreate, recreateByPoint } from './recreate.ts';
import { copyRoute, type Route } from './route.ts';
import { newRuins, ruin } from './ruin.ts';
import { compareMerit, meritOf } from './score.ts';
import { shiftLitres } from './shift.ts';
import { topUp } from './topup.ts';
import type { Taste } from './visit.ts';

interface Clock {
  /** Share of the search that is over, 0 to 1. */
  gone(iterations: number): number;
  exchange?: Exchange | undefined;
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

/** How often litres go from one visit of a point to another, instead of a ruin: when hardship counts, when metres do. */
const SHIFTING = { hardship: 0.25, metres: 0.1 };
/** How often points choose their tanker when metres count; else tankers choose their points. */
const BY_POINT = 0.85;
const LOOK_EVERY = 16;
const RECOUNT_EVERY = 4096;
/** A cost this little above the lowest may still be a better plan: the format's order is not the cost's. */
const NEAR_LOWEST = 1e-4;
/** So often in a row nothing could be changed: nothing can. */
const STUCK = 400;

/** Ruin and recreate under simulated annealing, from what is on the board; the best is left in `best`. */
export function improve(
  board: Board,
  best: Best,
  floor: Float64Array,
  random: Random,
  clock: Clock,
): number {
  const { K, R } = board.day;
  const undo = newUndo(Math.min(R, 24));
  const ruins = newRuins(board);
  const mason = newMason(board);
  const merit = new Float64Array(K + 2);
  const weighing = newWeighing(board, floor);
  let cost = 0;
  let idle = 0;
  let rounds = 0;

  const change = (): boolean => {
    const metres = weighing.active === K;
    if (draw(random) < (metres ? SHIFTING.metres : SHIFTING.hardship)) {
      if (!shiftLitres(board, random, undo, ruins)) return false;
      for (let k = 0; k < ruins.tankerCount; k += 1) {
        topUp(board, ruins.tankers[k] as number, mason.room);
      }
      return true;
    }
    if (!ruin(board, random, undo, ruins, 1 + below(random, 8))) return false;
    const taste = (metres ? BY_METRES : BY_HARDSHIP)[below(random, 4)] as Taste;
    if (metres && draw(random) < BY_POINT)
      recreateByPoint(board, random, undo, ruins, mason, taste);
    else recreate(board, random, ruins, mason, taste);
    return true;
  };

  /** Whether another thread has something better to go on from. */
  const meetOthers = (gone: number): boolean => {
    if (gone < (ROUNDS[rounds] ?? 1)) return false;
    while (gone >= (ROUNDS[rounds] ?? 1)) rounds += 1;
    return clock.exchange?.meet(rounds, best) ?? false;
  };

  const walk: Walk = {
    propose() {
      undo.count = 0;
      idle += 1;
      if (!change()) return undefined;
      idle = 0;
      return costOfAll(board);
    },
    keep(next) {
      cost = next;
      if (next >= weighing.lowest + NEAR_LOWEST * Math.abs(weighing.lowest)) return;
      if (next < weighing.lowest) {
        weighing.lowest = next;
        weighing.lowestChanged = board.changed;
      }
      meritOf(board, merit);
      if (compareMerit(merit, best.merit) >= 0) return;
      best.merit.set(merit);
      for (let r = 0; r < R; r += 1) copyRoute(board.routes[r] as Route, best.routes[r] as Route);
    },
    takeBack() {
      goBack(board, undo);
    },
    heat(gone, iterations) {
      if (meetOthers(gone)) {
        layRoutes(board, best.routes);
        cost = costOfAll(board);
      }
      if (weighing.weigh(gone, best)) cost = weighing.lowest;
      else if (iterations % RECOUNT_EVERY === 0) {
        recount(board);
        cost = costOfAll(board);
      }
      return { temperature: weighing.temperature(gone, iterations), cost };
    },
  };
  const gone = (iterations: number) => {
    const share = clock.gone(iterations);
    return idle > STUCK ? 1 : share;
  };
  return anneal(walk, { gone, every: LOOK_EVERY }, random);
}
