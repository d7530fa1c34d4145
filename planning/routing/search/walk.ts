import type { Walk } from './anneal.ts';
import { type Placer, tunePlacer } from './place.ts';
import type { Random } from './random.ts';
import { newMason, recreate } from './recreate.ts';
import { listOf } from './routes.ts';
import { newRuin, type Ruin, ruin } from './ruin.ts';
import { begin, type State, takeBack } from './state.ts';
import { refresh } from './times.ts';

/** Fields of `State.hot`; written out in each module, since constants of another module are not folded into hot loops. */
const NEXT = 0;
const PLACE = 3;

/** Heat at the beginning and at the end, in units of the average way between two stops. */
export interface Heats {
  hot: number;
  cold: number;
}

/** How a walk is tuned. */
export interface Tuning extends Heats {
  /** Neighbours of a client beside which it may come. */
  reach: number;
  /** Share of places passed over. */
  blinks: number;
  /** Clients taken off by a ruin, on average; the longest string. */
  size: number;
  longest: number;
}

/** The best that a walk has seen. */
export interface Best {
  missing: number;
  cost: number;
  /** Routes by vehicle; see `routes.ts`. */
  lists: Int32Array[];
}

export interface RoutingWalk extends Walk {
  state: State;
  work: Ruin;
  best: Best;
  /** Heats between which it cools; may be set before it is annealed. */
  heats: Heats;
  /** Forgets the best: what stands is the best from now on. */
  startAnew(): void;
}

/** What a missing client weighs at first, in average ways, and how fast that grows while any is missing. */
const MISSING = 20;
const HEAVIER = 1.02;
const HEAVIEST = 1e9;

/** Ruin and recreate (Schrimpf et al. 2000) on the routes of a placer's state, as something that can be annealed. */
export function routingWalk(placer: Placer, random: Random, tuning: Tuning): RoutingWalk {
  const { state } = placer;
  const { model } = state;
  tunePlacer(placer, random, tuning.reach, tuning.blinks);
  const work = newRuin(state, random, tuning.size, tuning.longest);
  const mason = newMason(state, random, placer);
  const renew = model.uses.times || model.uses.trips ? refresh : undefined;
  const dirty = new Int32Array(model.V);
  const isDirty = new Uint8Array(model.V);
  let dirtyCount = 0;
  let penalty = 0;
  const best: Best = { missing: 0, cost: 0, lists: [] };

  const saveDirty = () => {
    best.missing = state.missing;
    best.cost = state.cost;
    for (let i = 0; i < dirtyCount; i += 1) {
      const v = dirty[i] as number;
      isDirty[v] = 0;
      best.lists[v] = listOf(state, v);
    }
    dirtyCount = 0;
  };
  const average = averageWay(state);
  const heats: Heats = { hot: tuning.hot, cold: tuning.cold };

  return {
    state,
    work,
    best,
    heats,
    startAnew() {
      for (let v = 0; v < model.V; v += 1) {
        isDirty[v] = 0;
        best.lists[v] = listOf(state, v);
      }
      dirtyCount = 0;
      best.missing = state.missing;
      best.cost = state.cost;
    },
    propose() {
      begin(state);
      if (!ruin(work)) return undefined;
      recreate(mason, work);
      return state.cost + penalty * state.missing;
    },
    keep() {
      for (let i = 0; i < state.touchedCount; i += 1) {
        const v = state.touched[i] as number;
        if (isDirty[v] === 1) continue;
        isDirty[v] = 1;
        dirty[dirtyCount] = v;
        dirtyCount += 1;
      }
      if (
        state.missing < best.missing ||
        (state.missing === best.missing && state.cost < best.cost)
      ) {
        saveDirty();
      }
    },
    takeBack() {
      takeBack(state, renew);
    },
    heat(gone) {
      if (penalty === 0) penalty = MISSING * average;
      else if (state.missing > 0) penalty = Math.min(HEAVIEST * average, penalty * HEAVIER);
      return {
        temperature: average * heats.hot * (heats.cold / heats.hot) ** gone,
        cost: state.cost + penalty * state.missing,
      };
    },
  };
}

/** What the way from one stop to the next costs on average, vehicles' fixed costs, prizes and changes left out. */
function averageWay(state: State): number {
  const { model, hot } = state;
  let sum = 0;
  for (let i = 0; i < state.activeCount; i += 1) {
    const v = state.active[i] as number;
    const type = model.typeOf[v] as number;
    const layer = model.costAt[type] as number;
    const last = model.N + 2 * v + 1;
    for (let node = last - 1; node !== last; ) {
      const from = hot[(node << 3) + PLACE] as number;
      node = hot[(node << 3) + NEXT] as number;
      const to = hot[(node << 3) + PLACE] as number;
      sum += model.cost[layer + from * model.P + to] as number;
    }
    sum += (state.duration[v] as number) * (model.durationCost[type] as number);
  }
  return Math.max(1e-9, sum / Math.max(1, model.N + state.activeCount));
}
