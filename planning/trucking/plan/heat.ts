import type { Best } from './best.ts';
import { type Board, costOfAll, recount } from './board.ts';
import type { Merit } from './score.ts';
import { weightsFor } from './weights.ts';

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
/** What one changed stop costs, in shares of the shortfall over the stops of the earlier plan. */
const PRICE = { first: 3, last: 0.15 };
const WEIGH_EVERY = 0.02;
/** A tier that has not become better for this share of the search is taken to be as good as it gets. */
const PATIENCE = 0.15;
/** A tier this near to what no plan can go below is met, as finely as hardship is declared. */
const DECLARED = 0.006;

/** What counts now, and how hot the search is. */
export interface Weighing {
  /** The tier that counts; as many as there are tiers: metres do. */
  active: number;
  /** Lowest cost seen under the weights of now, and how many stops were changed then. */
  lowest: number;
  lowestChanged: number;
  /** Sets the board's weights by how much of the search is over; says whether they are new. */
  weigh(gone: number, best: Best): boolean;
  /** Units of cost. */
  temperature(gone: number, iterations: number): number;
}

/** @param floor hardship of each tier that no plan can go below. */
export function newWeighing(board: Board, floor: Float64Array): Weighing {
  const { K, N } = board.day;
  const settled = Float64Array.from(floor);
  let betterAt = 0;
  let betterThan = Number.POSITIVE_INFINITY;
  let weighAt = 0;

  return {
    active: -1,
    lowest: 0,
    lowestChanged: 0,
    weigh(gone, best) {
      const { active } = this;
      const counts = active >= 0 && active < K;
      const hardship = counts ? (best.merit[active] as number) : 0;
      if (hardship < betterThan) {
        betterThan = hardship;
        betterAt = gone;
      } else if (counts && gone - betterAt > PATIENCE) settled[active] = hardship;
      const now = activeTier(K, best.merit, settled);
      if (now === active && gone < weighAt) return false;
      if (now !== active) {
        betterAt = gone;
        betterThan = Number.POSITIVE_INFINITY;
      }
      this.active = now;
      weighAt = gone + WEIGH_EVERY;
      const left = now < K ? (best.merit[now] as number) - (floor[now] as number) : 0;
      const later = LATER.first * (LATER.last / LATER.first) ** gone;
      board.weights = weightsFor(K, now, later, left < NEARLY * N);
      recount(board);
      if (board.earlier && now < K) {
        const each = avoidable(board, floor, board.shortfall) / Math.max(1, board.earlier.count);
        board.weights.changed = each * PRICE.first * (PRICE.last / PRICE.first) ** gone;
      }
      this.lowest = costOfAll(board);
      this.lowestChanged = board.changed;
      return true;
    },
    temperature(gone, iterations) {
      if (this.active === K) {
        const { hot, cold } = METRES_HEAT;
        return hot * (cold / hot) ** gone * legLength(board);
      }
      const each = gone > 0 ? iterations / gone / Math.max(1, N) : 0;
      const hot = Math.min(HOT_MOST, Math.max(HOT_LEAST, HOT_EACH * each));
      const cost = this.lowest - board.weights.changed * this.lowestChanged;
      return ((hot * COOLING ** -gone) / Math.max(1, N)) * avoidable(board, floor, cost);
    },
  };
}

/** First tier that is not yet as good as it can be. */
function activeTier(K: number, merit: Merit, floor: Float64Array): number {
  for (let k = 0; k < K; k += 1) {
    if ((merit[k] as number) > (floor[k] as number) + DECLARED) return k;
  }
  return K;
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
