import { anneal } from './anneal.ts';
import { below, type Random } from './random.ts';
import { clear, hold, lay, open } from './routes.ts';
import { begin, type State } from './state.ts';
import type { Heats, RoutingWalk } from './walk.ts';

/** How regions are cooled. */
export interface RegionTuning extends Heats {
  /** Clients of a region, about. */
  size: number;
  /** Iterations for each client of a region. */
  iterations: number;
}

const LOOK_EVERY = 64;

/**
 * Once a walk has cooled as a whole, it goes on region by region: the routes nearest to a client drawn at random are
 * heated a little and cooled by themselves, and stay as they were unless they come out better (POPMUSIC, Taillard & Voss
 * 2002; the annealing is ours). Of many routes the last few per mille are found so in a fraction of the iterations,
 * since each region is as small a problem as those that a walk solves best.
 *
 * Only vehicles with `state.mine` take part.
 * @param look share of the call that is over after so many iterations here; from 1 on nothing more is tried.
 * @returns the iterations done.
 */
export function coolRegions(
  walk: RoutingWalk,
  tuning: RegionTuning,
  random: Random,
  look: (iterations: number) => number,
): number {
  const { state, work, heats } = walk;
  const own: number[] = [];
  state.mine.forEach((mine, v) => {
    if (mine === 1) own.push(v);
  });
  const seeds = work.seeds.slice(0, work.seedCount);
  const { hot, cold } = heats;
  heats.hot = tuning.hot;
  heats.cold = tuning.cold;
  let done = 0;
  while (look(done) < 1) {
    // With nobody to move, any client will do: the clock goes on all the same.
    const seed = seeds[below(random, seeds.length)] ?? 0;
    const inside = regionAround(state, own, seed, tuning.size);
    for (const v of own) if (inside[v] === 0) hold(state, v);
    work.seedCount = 0;
    for (let c = 0; c < state.model.N; c += 1) {
      const v = state.rec.veh[c] as number;
      if (v < 0 || inside[v] === 0) continue;
      work.seeds[work.seedCount] = c;
      work.seedCount += 1;
    }
    walk.startAnew();
    const budget = tuning.iterations * Math.max(1, work.seedCount);
    const gone = (sofar: number) => (look(done + sofar) >= 1 ? 1 : sofar / budget);
    done += anneal(walk, { every: LOOK_EVERY, gone }, random);
    begin(state);
    const changed = own.filter((v) => inside[v] === 1);
    for (const v of changed) clear(state, v);
    for (const v of changed) lay(state, v, walk.best.lists[v] as Int32Array);
    for (const v of own) if (inside[v] === 0) open(state, v);
  }
  work.seeds.set(seeds);
  work.seedCount = seeds.length;
  heats.hot = hot;
  heats.cold = cold;
  walk.startAnew();
  return done;
}

/** 1 for each vehicle whose route is among those nearest to a client, `size` clients of them, and for idle ones. */
function regionAround(
  state: State,
  own: readonly number[],
  client: number,
  size: number,
): Uint8Array {
  const { model, rec, clients, mine } = state;
  const row = (model.place[client] as number) * model.P;
  const away = new Float64Array(model.V).fill(Infinity);
  for (let c = 0; c < model.N; c += 1) {
    const v = rec.veh[c] as number;
    if (v < 0 || mine[v] === 0) continue;
    const way = model.cost[row + (model.place[c] as number)] as number;
    if (way < (away[v] as number)) away[v] = way;
  }
  const inside = new Uint8Array(model.V);
  const busy: number[] = [];
  for (const v of own) {
    if (clients[v] === 0) inside[v] = 1;
    else busy.push(v);
  }
  busy.sort((a, b) => (away[a] as number) - (away[b] as number) || a - b);
  let count = 0;
  for (const v of busy) {
    if (count >= size) break;
    inside[v] = 1;
    count += clients[v] as number;
  }
  return inside;
}
