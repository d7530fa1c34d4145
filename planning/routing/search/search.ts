import { anneal } from './anneal.ts';
import { construct } from './construct.ts';
import { divide } from './divide.ts';
import { type Exchange, hasLeft, isStopped, leave, MERITS, meet, read, write } from './exchange.ts';
import type { Model } from './model.ts';
import { newPlacer } from './place.ts';
import { randomFrom } from './random.ts';
import { coolRegions } from './regions.ts';
import { clear, hold, lay, listOf, open } from './routes.ts';
import { begin, newState } from './state.ts';
import { tuningFor } from './tuning.ts';
import { type Best, type RoutingWalk, routingWalk } from './walk.ts';

/** One of the searches of a call. */
export interface Search {
  model: Model;
  exchange: Exchange;
  /** Which of them it is, from 0. */
  worker: number;
  seed: number;
  /** Iterations of each search. Without it `until` ends the search. */
  iterations: number | undefined;
  /** Milliseconds on `clock`. */
  began: number;
  until: number;
  clock: () => number;
  /** Routes to begin with, by vehicle; may be empty. */
  start: readonly Int32Array[];
  /** Called at each look at the clock; `best` goes on changing. */
  onBest?: (best: Readonly<Best>, iterations: number) => void;
}

const LOOK_EVERY = 64;
/** Milliseconds after which a search without an end has cooled by half; it goes on ever more slowly. */
const ENDLESS = 60_000;

/**
 * Searches until the time or the iterations are over; all searches of a call return the same best.
 *
 * Big problems are divided: between two meetings each search changes only the routes of its part of the map. Small
 * ones are searched by each as a whole.
 */
export function search(options: Search): { best: Best; iterations: number } {
  const { model, exchange, worker, seed } = options;
  const { workers } = exchange;
  const common = randomFrom(seed);
  const own = randomFrom(seed * 31 + worker * 7919 + 1);
  const state = newState(model);
  const placer = newPlacer(state);
  construct(placer, options.start);
  const tuning = tuningFor(model, options.start.length > 0, expectedIterations(options) * workers);
  const divided = workers > 1 && model.N >= tuning.divideFrom;
  if (divided) {
    state.part = worker;
    state.parts = workers;
  }
  const walk = routingWalk(placer, own, tuning);
  walk.startAnew();
  const best: Best = { ...walk.best, lists: walk.best.lists.slice() };
  let done = 0;
  let share = 0;
  const report = () => options.onBest?.(best, done);
  report();

  const rounds = workers > 1 ? tuning.rounds : 1;
  for (let round = 0; round < rounds && model.N > 0; round += 1) {
    if (divided) takePart(walk, divide(state, workers, common), worker);
    const base = { missing: state.missing, cost: state.cost };
    const target = (round + 1) / rounds;
    const before = done;
    walk.startAnew();
    const look = (sofar: number) => {
      done = before + sofar;
      share = shareOf(options, done);
      // Of a divided problem only a meeting knows what the parts come to together.
      if (!divided) keepBetter(best, walk.best);
      report();
      return share >= target ? 1 : share;
    };
    let iterations = 0;
    if (share < tuning.wholeShare) {
      const asWhole = (sofar: number) => Math.min(1, look(sofar) / tuning.wholeShare);
      iterations = anneal(walk, { every: LOOK_EVERY, gone: asWhole }, own);
    }
    if (share < target) {
      iterations += coolRegions(walk, tuning.regions, own, (sofar) => look(iterations + sofar));
    }
    done = before + iterations;
    if (workers === 1) {
      keepBetter(best, walk.best);
      break;
    }
    if (divided) joinParts(options, walk, best, base);
    else shareBest(options, walk, best, (round + 1) % tuning.followEvery === 0);
    report();
    if (share >= 1) leave(exchange);
    meet(exchange);
    if (hasLeft(exchange)) break;
  }
  return { best, iterations: done };
}

/** Of each search. Of a time a rough guess, only to begin neither too hot nor too cold. */
function expectedIterations({ model, iterations, began, until }: Search): number {
  if (iterations !== undefined) return iterations;
  const { times, trips } = model.uses;
  const milliseconds = until === Number.POSITIVE_INFINITY ? ENDLESS : until - began;
  return milliseconds * (trips ? 25 : times ? 100 : 200);
}

function shareOf({ exchange, iterations, began, until, clock }: Search, done: number): number {
  if (isStopped(exchange)) return 1;
  if (iterations !== undefined) return done >= iterations ? 1 : done / iterations;
  const gone = clock() - began;
  if (until === Number.POSITIVE_INFINITY) return gone / (gone + ENDLESS);
  return until <= began ? 1 : Math.min(1, gone / (until - began));
}

export function isBetter(
  a: { missing: number; cost: number },
  b: { missing: number; cost: number },
): boolean {
  return a.missing < b.missing || (a.missing === b.missing && a.cost < b.cost);
}

function keepBetter(best: Best, other: Best): void {
  if (!isBetter(other, best)) return;
  best.missing = other.missing;
  best.cost = other.cost;
  best.lists = other.lists.slice();
}

/** Until the parts are joined the vehicles of the other searches are left alone. */
function takePart(walk: RoutingWalk, part: Uint8Array, worker: number): void {
  const { state, work } = walk;
  const { model, rec, mine } = state;
  for (let v = 0; v < model.V; v += 1) if (part[v] !== worker) hold(state, v);
  work.seedCount = 0;
  for (let c = 0; c < model.N; c += 1) {
    const v = rec.veh[c] as number;
    const own = v < 0 ? c % state.parts === state.part : mine[v] === 1;
    if (!own) continue;
    work.seeds[work.seedCount] = c;
    work.seedCount += 1;
  }
}

/** Puts the parts of all searches together, what stands and what was best. */
function joinParts(
  { exchange, worker }: Search,
  walk: RoutingWalk,
  best: Best,
  base: { missing: number; cost: number },
): void {
  const { state } = walk;
  const { merit } = exchange;
  const own: number[] = [];
  const standing: Int32Array[] = [];
  for (let v = 0; v < state.model.V; v += 1) {
    if (state.mine[v] === 0) continue;
    own.push(v);
    standing[v] = listOf(state, v);
  }
  write(exchange.standing[worker] as Int32Array, standing, own);
  write(exchange.best[worker] as Int32Array, walk.best.lists, own);
  merit[MERITS * worker] = walk.best.missing - base.missing;
  merit[MERITS * worker + 1] = walk.best.cost - base.cost;
  meet(exchange);

  let { missing, cost } = base;
  for (let w = 0; w < exchange.workers; w += 1) {
    missing += merit[MERITS * w] as number;
    cost += merit[MERITS * w + 1] as number;
  }
  if (isBetter({ missing, cost }, best)) {
    best.missing = missing;
    best.cost = cost;
    best.lists = walk.best.lists.slice();
    exchange.best.forEach((slot, w) => {
      if (w !== worker) read(slot, best.lists);
    });
  }
  for (let v = 0; v < state.model.V; v += 1) if (state.mine[v] === 0) open(state, v);
  const others: Int32Array[] = [];
  exchange.standing.forEach((slot, w) => {
    if (w !== worker) read(slot, others);
  });
  begin(state);
  others.forEach((_, v) => {
    clear(state, v);
  });
  others.forEach((list, v) => {
    lay(state, v, list);
  });
}

/** Everybody learns the best of all searches; now and then all go on from where the one that stands lowest stands. */
function shareBest(
  { exchange, worker }: Search,
  walk: RoutingWalk,
  best: Best,
  follow: boolean,
): void {
  const { state } = walk;
  const { merit, workers } = exchange;
  const { V } = state.model;
  const all = Array.from({ length: V }, (_, v) => v);
  const standing = all.map((v) => listOf(state, v));
  write(exchange.best[worker] as Int32Array, walk.best.lists, all);
  write(exchange.standing[worker] as Int32Array, standing, all);
  const at = MERITS * worker;
  merit[at] = walk.best.missing;
  merit[at + 1] = walk.best.cost;
  merit[at + 2] = state.missing;
  merit[at + 3] = state.cost;
  meet(exchange);
  let lowest = worker;
  const now = { missing: state.missing, cost: state.cost };
  for (let w = 0; w < workers; w += 1) {
    const from = MERITS * w;
    const other = { missing: merit[from] as number, cost: merit[from + 1] as number };
    if (isBetter(other, best)) {
      best.missing = other.missing;
      best.cost = other.cost;
      best.lists = [];
      read(exchange.best[w] as Int32Array, best.lists);
    }
    const stands = { missing: merit[from + 2] as number, cost: merit[from + 3] as number };
    if (isBetter(stands, now)) {
      now.missing = stands.missing;
      now.cost = stands.cost;
      lowest = w;
    }
  }
  if (!follow || lowest === worker) return;
  const lists: Int32Array[] = [];
  read(exchange.standing[lowest] as Int32Array, lists);
  begin(state);
  for (let v = 0; v < V; v += 1) clear(state, v);
  lists.forEach((list, v) => {
    lay(state, v, list);
  });
}
