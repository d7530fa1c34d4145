import { NEVER, NO_WAY } from '../problem.ts';
import { durationWith } from './durations.ts';
import type { Model } from './model.ts';
import { draw, type Random } from './random.ts';
import { changeCost, link, type State } from './state.ts';
import { refresh, retime } from './times.ts';

/** Fields of `State.hot`; written out in each module, since constants of another module are not folded into hot loops. */
const NEXT = 0;
const PREV = 1;
const SPAN = 2;
const PLACE = 3;
const ARC = 4;
const OUT = 5;
const READY = 6;
const LATE = 7;

/** Dearer than any place; a way that does not exist is dearer still. */
const NONE = NO_WAY / 2;
/** Later than any window, and still below 2³¹ with a way more. */
const TOO_LATE = NEVER + NO_WAY;

/** How a client comes into a route. */
export const DIRECT = 0;
/** A reload before it: it begins a trip with what follows. */
export const RELOAD_BEFORE = 1;
/** A reload after it: it ends a trip. */
export const RELOAD_AFTER = 2;

/** Best way found to put one client into the routes. */
export interface Placing {
  delta: number;
  /** Node that the client comes after; −1 when there is no way. */
  before: number;
  how: number;
  depot: number;
}

/** Looks up ways in; made once for a search. */
export interface Placer {
  state: State;
  /** Neighbours that are tried. */
  reach: number;
  /** Better places until the next one that is passed over ("blink"), and how many from each to the one after. */
  blink: number;
  gaps: Int32Array;
  gap: number;
  found: Placing;
  /** Whether trips are also cut in two. */
  cuts: boolean;
  /** Least cost of a trip of its own for each client, beside what its route costs anyway. */
  ownTrip: Int32Array;
  /** Tries the places beside a client's neighbours. */
  neighbours: (c: number) => void;
}

/** Gaps between blinks are drawn beforehand: a call in a hot loop costs more than the loop. A power of two. */
const GAPS = 4096;

/** Tries all near neighbours, and passes over nothing, until it is told otherwise. One for a search. */
export function newPlacer(state: State): Placer {
  const placer: Placer = {
    state,
    reach: state.model.near.count,
    blink: NO_WAY,
    gaps: new Int32Array(GAPS).fill(NO_WAY),
    gap: 0,
    found: { delta: 0, before: -1, how: DIRECT, depot: -1 },
    cuts: true,
    ownTrip: ownTrips(state.model),
    neighbours: (c) => tryNeighbours(placer, c),
  };
  const { model } = state;
  const { uses } = model;
  const simple =
    model.types === 1 && !uses.distances && !uses.durations && !uses.changes && !uses.pins;
  if (simple && uses.times) {
    const direct = neighboursInTime(placer);
    placer.neighbours = uses.trips
      ? (c) => (placer.cuts ? tryNeighbours(placer, c) : direct(c))
      : direct;
  } else if (simple && !uses.trips && model.cost === model.costTo) {
    placer.neighbours = neighboursPlain(placer);
  }
  return placer;
}

/** @param blinks share of places that are passed over. */
export function tunePlacer(placer: Placer, random: Random, reach: number, blinks: number): void {
  placer.reach = Math.min(reach, placer.state.model.near.count);
  for (let i = 0; i < GAPS; i += 1) {
    placer.gaps[i] =
      blinks > 0 ? 1 + Math.floor(Math.log(1 - draw(random)) / Math.log(1 - blinks)) : NO_WAY;
  }
  nextBlink(placer);
}

function blinked(placer: Placer): boolean {
  placer.blink -= 1;
  if (placer.blink > 0) return false;
  nextBlink(placer);
  return true;
}

function nextBlink(placer: Placer): void {
  placer.gap = (placer.gap + 1) & (GAPS - 1);
  placer.blink = placer.gaps[placer.gap] as number;
}

/**
 * Finds the cheapest place for a client among those beside its nearest neighbours, those next to a depot when one is near,
 * new trips and unused vehicles; each is passed over with a small chance (Christiaens & Vanden Berghe 2020).
 * The answer is in `placer.found`.
 */
export function findPlace(placer: Placer, c: number): Placing {
  const { found } = placer;
  found.delta = Number.MAX_SAFE_INTEGER;
  found.before = -1;
  found.how = DIRECT;
  found.depot = -1;
  placer.neighbours(c);
  tryDepots(placer, c);
  tryIdle(placer, c);
  return found;
}

/**
 * For problems of capacity alone. What the loop works on is held by the closure: there is one of it in a thread, so that
 * the compiler takes the arrays for constants, which makes it half as long again as fast.
 */
function neighboursPlain(placer: Placer): (c: number) => void {
  const { state, found } = placer;
  const { model, hot, room, trip } = state;
  const { cost, demand: demands, P } = model;
  const { list, count } = model.near;
  return (c) => {
    const row = (hot[(c << 3) + PLACE] as number) * P;
    const demand = demands[c] as number;
    let { blink } = placer;
    let bestDelta = NONE;
    let best = -1;
    for (let k = c * count, end = k + placer.reach; k < end; k += 1) {
      const node = list[k] as number;
      const v = node << 3;
      const way = cost[row + (hot[v + PLACE] as number)] as number;
      // An edge is tried from its end that is closer to the client: the other is at least as far.
      if (
        (((room[trip[node] as number] as number) - demand) |
          (bestDelta - 1 - way - way + (hot[v + SPAN] as number))) <
        0
      )
        continue;
      const s = (hot[v + NEXT] as number) << 3;
      const after =
        way + (cost[row + (hot[s + PLACE] as number)] as number) - (hot[s + ARC] as number);
      if (after < bestDelta) {
        blink -= 1;
        if (blink !== 0) {
          bestDelta = after;
          best = node;
        }
      }
      const p = (hot[v + PREV] as number) << 3;
      const ahead =
        way + (cost[row + (hot[p + PLACE] as number)] as number) - (hot[v + ARC] as number);
      if (ahead < bestDelta) {
        blink -= 1;
        if (blink !== 0) {
          bestDelta = ahead;
          best = p >> 3;
        }
      }
    }
    placer.blink = blink;
    if (blink <= 0) nextBlink(placer);
    if (best < 0) return;
    found.delta = bestDelta;
    found.before = best;
  };
}

/** As `neighboursPlain`, each place checked for time when it would be better. */
function neighboursInTime(placer: Placer): (c: number) => void {
  const { state, found } = placer;
  const { model, hot, room, trip } = state;
  const {
    cost,
    costTo,
    time,
    timeTo,
    P,
    earliest,
    latest,
    service,
    release,
    demand: demands,
  } = model;
  const { tripTakes, tripFrom, tripBy } = state.rec;
  const { releases } = model.uses;
  const { list, count } = model.near;
  return (c) => {
    const row = (hot[(c << 3) + PLACE] as number) * P;
    const demand = demands[c] as number;
    const opens = earliest[c] as number;
    const closes = latest[c] as number;
    const stay = service[c] as number;
    const released = release[c] as number;
    let { blink } = placer;
    let bestDelta = NONE;
    let best = -1;
    for (let k = c * count, end = k + placer.reach; k < end; k += 1) {
      const node = list[k] as number;
      const t = trip[node] as number;
      const v = node << 3;
      const here = row + (hot[v + PLACE] as number);
      const to = costTo[here] as number;
      const from = cost[here] as number;
      const both = to + from;
      const saves = bestDelta - 1 - both + (hot[v + SPAN] as number);
      if ((((room[t] as number) - demand) | saves) < 0) continue;
      if (both - (hot[v + OUT] as number) < bestDelta) {
        let at = hot[v + READY] as number;
        if (releases && released > (hot[(t << 3) + READY] as number)) {
          // The trip leaves later for it.
          at =
            released > (tripBy[node] as number)
              ? TOO_LATE
              : (released > (tripFrom[node] as number) ? released : (tripFrom[node] as number)) +
                (tripTakes[node] as number);
        }
        at += timeTo[here] as number;
        if (at <= closes) {
          const s = (hot[v + NEXT] as number) << 3;
          const there = row + (hot[s + PLACE] as number);
          const delta = to + (cost[there] as number) - (hot[v + OUT] as number);
          if (delta < bestDelta) {
            if (at < opens) at = opens;
            if (at + stay + (time[there] as number) <= (hot[s + LATE] as number)) {
              blink -= 1;
              if (blink !== 0) {
                bestDelta = delta;
                best = node;
              }
            }
          }
        }
      }
      if (both - (hot[v + ARC] as number) < bestDelta) {
        const lateHere = (hot[v + LATE] as number) - (time[here] as number) - stay;
        if (lateHere >= opens) {
          const p = (hot[v + PREV] as number) << 3;
          const there = row + (hot[p + PLACE] as number);
          const delta = (costTo[there] as number) + from - (hot[v + ARC] as number);
          if (delta < bestDelta) {
            let at = hot[p + READY] as number;
            if (releases && released > (hot[(t << 3) + READY] as number)) {
              const before = p >> 3;
              at =
                released > (tripBy[before] as number)
                  ? TOO_LATE
                  : (released > (tripFrom[before] as number)
                      ? released
                      : (tripFrom[before] as number)) + (tripTakes[before] as number);
            }
            at += timeTo[there] as number;
            if (at <= closes && at <= lateHere) {
              blink -= 1;
              if (blink !== 0) {
                bestDelta = delta;
                best = p >> 3;
              }
            }
          }
        }
      }
    }
    placer.blink = blink;
    if (blink <= 0) nextBlink(placer);
    if (best < 0) return;
    found.delta = bestDelta;
    found.before = best;
  };
}

function tryNeighbours(placer: Placer, c: number): void {
  const { state, reach, found } = placer;
  const { model, hot, rec } = state;
  const { near, cost, costTo, uses } = model;
  const row = (hot[(c << 3) + PLACE] as number) * model.P;
  for (let k = c * near.count, end = k + reach; k < end; k += 1) {
    const node = near.list[k] as number;
    const at = node;
    if ((rec.veh[at] as number) < 0) continue;
    const layer = model.costAt[model.typeOf[rec.veh[at] as number] as number] as number;
    const here = layer + row + (hot[(at << 3) + PLACE] as number);
    // An edge is tried from its end that is closer to the client: the other is at least as far.
    let both = (costTo[here] as number) + (cost[here] as number);
    if (uses.changes) both -= 2 * model.changePrice;
    if (both - (hot[(at << 3) + OUT] as number) < found.delta) {
      tryBetween(placer, c, node, hot[(at << 3) + NEXT] as number);
    }
    if (both - (hot[(at << 3) + ARC] as number) < found.delta) {
      tryBetween(placer, c, hot[(at << 3) + PREV] as number, node);
    }
  }
}

/** Places next to a depot: the first and last of each trip, and trips of its own. */
function tryDepots(placer: Placer, c: number): void {
  const { state } = placer;
  const { model, hot } = state;
  const close = (model.depotRank[c] as number) < placer.reach;
  const trips = model.uses.trips && (placer.ownTrip[c] as number) < placer.found.delta;
  if (!close && !trips) return;
  for (let i = 0; i < state.activeCount; i += 1) {
    const v = state.active[i] as number;
    if (state.mine[v] === 0) continue;
    const first = model.N + 2 * v;
    const last = first + 1;
    if (!model.uses.trips) {
      tryBetween(placer, c, first, hot[(first << 3) + NEXT] as number);
      tryBetween(placer, c, hot[(last << 3) + PREV] as number, last);
      continue;
    }
    let depot = first;
    for (;;) {
      if (!close && (placer.ownTrip[c] as number) >= placer.found.delta) return;
      const next = hot[(depot << 3) + NEXT] as number;
      if (close) tryBetween(placer, c, depot, next);
      if (depot === first) tryReloads(placer, c, depot, next);
      const node = state.tripEnd[depot] as number;
      const before = hot[(node << 3) + PREV] as number;
      if (close && before !== depot) tryBetween(placer, c, before, node);
      else tryReloads(placer, c, before, node);
      if (node === last) break;
      depot = node;
    }
  }
}

function ownTrips({
  N,
  P,
  V,
  place,
  cost,
  costTo,
  costAt,
  typeOf,
  reloads,
  depotPlace,
}: Model): Int32Array {
  const least = new Int32Array(N).fill(NONE);
  const types = new Set(typeOf.subarray(0, V));
  for (const type of types) {
    const depots = [...(reloads[type] as Int32Array)].map((depot) => depotPlace[depot] as number);
    const layer = costAt[type] as number;
    let apart = 0;
    for (const a of depots) {
      for (const b of depots) apart = Math.max(apart, cost[layer + a * P + b] as number);
    }
    for (let c = 0; c < N; c += 1) {
      const row = layer + (place[c] as number) * P;
      let to = NONE;
      let from = NONE;
      for (const depot of depots) {
        to = Math.min(to, costTo[row + depot] as number);
        from = Math.min(from, cost[row + depot] as number);
      }
      least[c] = Math.min(least[c] as number, to + from - apart);
    }
  }
  return least;
}

function tryIdle(placer: Placer, c: number): void {
  const { state } = placer;
  const { model } = state;
  for (let type = 0; type < model.types; type += 1) {
    const idle = state.idle[type] as Int32Array;
    for (let i = (state.idleCount[type] as number) - 1; i >= 0; i -= 1) {
      const v = idle[i] as number;
      if (state.mine[v] === 0) continue;
      const last = model.N + 2 * v + 1;
      tryBetween(placer, c, state.hot[(last << 3) + PREV] as number, last);
      break;
    }
  }
}

/** Tries a client between two nodes that stand next to each other, directly and with a reload. */
function tryBetween(placer: Placer, c: number, before: number, after: number): void {
  const { state, found } = placer;
  const { model, hot, rec } = state;
  const { P, uses } = model;
  const p = before;
  const s = after;
  if (uses.pins && state.shut[after] === 1) return;
  const trip = state.trip[p] as number;
  const room = state.room[trip] as number;
  if (room < 0) return;
  const v = rec.veh[p] as number;
  const type = model.typeOf[v] as number;
  const row = (model.costAt[type] as number) + (hot[(c << 3) + PLACE] as number) * P;
  const to = model.costTo[row + (hot[(p << 3) + PLACE] as number)] as number;
  const from = model.cost[row + (hot[(s << 3) + PLACE] as number)] as number;
  if (to >= NO_WAY || from >= NO_WAY) {
    if (uses.trips && placer.cuts) tryReloads(placer, c, before, after);
    return;
  }
  let delta = to + from - (hot[(s << 3) + ARC] as number);
  if (state.clients[v] === 0) delta += model.fixedCost[type] as number;
  if (uses.changes) delta += changeCost(state, before, c) + changeCost(state, c, after);
  // With a reload it would be longer still.
  if (delta >= found.delta) return;
  if (
    room >= (model.demand[c] as number) &&
    !(uses.distances && !withinDistance(state, v, before, c, after))
  ) {
    if (uses.durations) {
      const now = durationWith(state, v, before, c, after, -1, DIRECT);
      if (now >= 0) {
        delta += (now - (state.duration[v] as number)) * (model.durationCost[type] as number);
        if (delta < found.delta && !blinked(placer)) take(found, delta, before, DIRECT, -1);
        return;
      }
    } else if (!uses.times || inTime(state, v, before, c, after)) {
      if (!blinked(placer)) take(found, delta, before, DIRECT, -1);
      return;
    }
  }
  if (uses.trips && placer.cuts) tryReloads(placer, c, before, after);
}

function take(found: Placing, delta: number, before: number, how: number, depot: number): void {
  found.delta = delta;
  found.before = before;
  found.how = how;
  found.depot = depot;
}

function tryReloads(placer: Placer, c: number, before: number, after: number): void {
  const { state, found } = placer;
  const { model, hot, rec } = state;
  const { N, P, uses } = model;
  const p = before;
  const s = after;
  const v = rec.veh[p] as number;
  const type = model.typeOf[v] as number;
  const trip = state.trip[p] as number;
  if ((state.room[trip] as number) < 0 || (uses.pins && state.shut[after] === 1)) return;
  if (
    state.clients[v] === 0 ||
    (state.reloads[v] as number) >= (model.reloadsAtMost[type] as number) ||
    state.freeReloadCount === 0
  ) {
    return;
  }
  const reloads = model.reloads[type] as Int32Array;
  const demand = model.demand[c] as number;
  const capacity = model.capacity[type] as number;
  const loaded = rec.loaded[p] as number;
  const rest = (state.load[trip] as number) - loaded;
  const layer = model.costAt[type] as number;
  const here = hot[(c << 3) + PLACE] as number;
  const pPlace = hot[(p << 3) + PLACE] as number;
  const sPlace = hot[(s << 3) + PLACE] as number;
  for (let i = 0; i < reloads.length; i += 1) {
    const depot = reloads[i] as number;
    const place = model.depotPlace[depot] as number;
    for (let how = RELOAD_BEFORE; how <= RELOAD_AFTER; how += 1) {
      let delta: number;
      if (how === RELOAD_BEFORE) {
        if (before >= N || rest + demand > capacity) continue;
        const in1 = model.cost[layer + pPlace * P + place] as number;
        const in2 = model.cost[layer + place * P + here] as number;
        const out = model.cost[layer + here * P + sPlace] as number;
        if (in1 >= NO_WAY || in2 >= NO_WAY || out >= NO_WAY) continue;
        delta = in1 + in2 + out - (hot[(s << 3) + ARC] as number);
        if (uses.changes) delta += changeCost(state, N, c) + changeCost(state, c, after);
      } else {
        if (after >= N || loaded + demand > capacity) continue;
        const into = model.cost[layer + pPlace * P + here] as number;
        const out1 = model.cost[layer + here * P + place] as number;
        const out2 = model.cost[layer + place * P + sPlace] as number;
        if (into >= NO_WAY || out1 >= NO_WAY || out2 >= NO_WAY) continue;
        delta = into + out1 + out2 - (hot[(s << 3) + ARC] as number);
        if (uses.changes) delta += changeCost(state, before, c) + changeCost(state, N, after);
      }
      if (delta >= found.delta) continue;
      if (uses.distances && !withinDistance(state, v, before, c, after, place, how)) continue;
      if (uses.durations) {
        const now = durationWith(state, v, before, c, after, depot, how);
        if (now < 0) continue;
        delta += (now - (state.duration[v] as number)) * (model.durationCost[type] as number);
        if (delta >= found.delta) continue;
      } else if (uses.times && !inTimeReloading(state, v, before, c, after, depot, how)) continue;
      if (blinked(placer)) continue;
      take(found, delta, before, how, depot);
    }
  }
}

function withinDistance(
  state: State,
  v: number,
  before: number,
  c: number,
  after: number,
  reload = -1,
  how = DIRECT,
): boolean {
  const { model, hot } = state;
  const { P, distance } = model;
  const type = model.typeOf[v] as number;
  const layer = model.distanceAt[type] as number;
  const a = hot[(before << 3) + PLACE] as number;
  const b = hot[(c << 3) + PLACE] as number;
  const d = hot[(after << 3) + PLACE] as number;
  const way = (i: number, j: number) => distance[layer + i * P + j] as number;
  let sum = (state.distance[v] as number) - (state.clients[v] === 0 ? 0 : way(a, d));
  if (how === DIRECT) sum += way(a, b) + way(b, d);
  else if (how === RELOAD_BEFORE) sum += way(a, reload) + way(reload, b) + way(b, d);
  else sum += way(a, b) + way(b, reload) + way(reload, d);
  return sum <= (model.distanceAtMost[type] as number);
}

/** Earliest leaving of `before`, when the trip also waits for the release of one more client. */
function readyFor(state: State, before: number, c: number): number {
  const { model, hot, rec } = state;
  const p = before;
  const ready = hot[(p << 3) + READY] as number;
  if (!model.uses.releases) return ready;
  const trip = state.trip[p] as number;
  const release = model.release[c] as number;
  if (release <= (hot[(trip << 3) + READY] as number)) return ready;
  if (release > (rec.tripBy[p] as number)) return TOO_LATE;
  return Math.max(release, rec.tripFrom[p] as number) + (rec.tripTakes[p] as number);
}

function inTime(state: State, v: number, before: number, c: number, after: number): boolean {
  const { model, hot } = state;
  const type = model.typeOf[v] as number;
  const row = (model.timeAt[type] as number) + (hot[(c << 3) + PLACE] as number) * model.P;
  let time =
    readyFor(state, before, c) +
    (model.timeTo[row + (hot[(before << 3) + PLACE] as number)] as number);
  if (time < (model.earliest[c] as number)) time = model.earliest[c] as number;
  if (time > (model.latest[c] as number)) return false;
  time += model.service[c] as number;
  const s = after;
  return (
    time + (model.time[row + (hot[(s << 3) + PLACE] as number)] as number) <=
    (hot[(s << 3) + LATE] as number)
  );
}

function inTimeReloading(
  state: State,
  v: number,
  before: number,
  c: number,
  after: number,
  depot: number,
  how: number,
): boolean {
  const { model, hot } = state;
  const { P } = model;
  const p = before;
  const s = after;
  const layer = model.timeAt[model.typeOf[v] as number] as number;
  const at = model.depotPlace[depot] as number;
  const here = hot[(c << 3) + PLACE] as number;
  const pPlace = hot[(p << 3) + PLACE] as number;
  let time: number;
  if (how === RELOAD_AFTER) {
    time = readyFor(state, before, c) + (model.time[layer + pPlace * P + here] as number);
    if (time < (model.earliest[c] as number)) time = model.earliest[c] as number;
    if (time > (model.latest[c] as number)) return false;
    time += (model.service[c] as number) + (model.time[layer + here * P + at] as number);
  } else time = (hot[(p << 3) + READY] as number) + (model.time[layer + pPlace * P + at] as number);
  time += model.depotService[depot] as number;
  if (time < (model.depotFrom[depot] as number)) time = model.depotFrom[depot] as number;
  if (how === RELOAD_BEFORE) {
    // What follows on the old trip was released before that trip left.
    if (time < (model.release[c] as number)) time = model.release[c] as number;
  }
  if (time > (model.depotTo[depot] as number)) return false;
  if (how === RELOAD_BEFORE) {
    time += model.time[layer + at * P + here] as number;
    if (time < (model.earliest[c] as number)) time = model.earliest[c] as number;
    if (time > (model.latest[c] as number)) return false;
    time +=
      (model.service[c] as number) +
      (model.time[layer + here * P + (hot[(s << 3) + PLACE] as number)] as number);
  } else time += model.time[layer + at * P + (hot[(s << 3) + PLACE] as number)] as number;
  return time <= (hot[(s << 3) + LATE] as number);
}

/** Puts a client where `findPlace` found. */
export function putIn(state: State, c: number, { before, how, depot }: Placing): void {
  link(state, c, before);
  if (how !== DIRECT) {
    const reload = state.freeReloads[state.freeReloadCount - 1] as number;
    link(state, reload, how === RELOAD_BEFORE ? before : c, depot);
  }
  const { uses } = state.model;
  if (!uses.times && !uses.trips) return;
  if (uses.trips || uses.releases || uses.durations || uses.distances) {
    refresh(state, state.rec.veh[c] as number);
  } else retime(state, c);
}
