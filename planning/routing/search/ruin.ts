import { below, draw, type Random } from './random.ts';
import { link, type State, unlink } from './state.ts';
import { refresh } from './times.ts';

/** Fields of `State.hot`; written out in each module, since constants of another module are not folded into hot loops. */
const NEXT = 0;
const PREV = 1;

/** What a ruin works with; made once for a search. */
export interface Ruin {
  state: State;
  random: Random;
  /** Clients taken off on average. */
  size: number;
  /** Longest string. */
  longest: number;
  /** Clients taken off by the last ruin. */
  removed: Int32Array;
  count: number;
  /** Vehicles that this ruin has cut. */
  cut: Int32Array;
  round: number;
  /** Clients from which ruins may start. */
  seeds: Int32Array;
  seedCount: number;
}

/** Chance that a string leaves out a stretch in its middle, and that this stretch grows. */
const SPLIT = 0.5;
const LONGER = 0.01;
/** Chance to empty whole routes instead, short ones: a vehicle less, or another, is out of reach of strings. */
const WHOLE = 0.01;
const WHOLE_MOST = 40;

export function newRuin(state: State, random: Random, size: number, longest: number): Ruin {
  const { N, V } = state.model;
  return {
    state,
    random,
    size,
    longest,
    removed: new Int32Array(N),
    count: 0,
    cut: new Int32Array(V),
    round: 0,
    seeds: Int32Array.from({ length: N }, (_, c) => c),
    seedCount: N,
  };
}

/**
 * Takes strings of neighbouring clients off neighbouring routes (adjacent string removal, Christiaens & Vanden Berghe 2020).
 * @returns whether what is left can still be driven.
 */
export function ruin(work: Ruin): boolean {
  const { state, random } = work;
  const { model, rec } = state;
  const { N, near } = model;
  work.count = 0;
  work.round += 1;
  if (work.seedCount === 0) return true;
  const seed = work.seeds[below(random, work.seedCount)] as number;
  const average = Math.max(1, (N - state.absentCount) / Math.max(1, state.activeCount));
  const longest = Math.min(work.longest, average);
  const most = (4 * work.size) / (1 + longest) - 1;
  const strings = Math.floor(draw(random) * most + 1);
  const whole = draw(random) < WHOLE;
  let done = 0;
  for (let k = -1; k < near.count && done < strings; k += 1) {
    const c = k < 0 ? seed : (near.list[seed * near.count + k] as number);
    const v = rec.veh[c] as number;
    if (v < 0) continue;
    if (work.cut[v] === work.round || state.mine[v] === 0) continue;
    work.cut[v] = work.round;
    done += 1;
    const clients = state.clients[v] as number;
    if (whole && clients <= WHOLE_MOST) cutString(work, c, clients, 0, 0);
    else {
      const length = Math.floor(draw(random) * Math.min(clients, longest) + 1);
      let kept = 0;
      if (length > 1 && length < clients && draw(random) < SPLIT) {
        kept = 1;
        while (length + kept < clients && draw(random) < LONGER) kept += 1;
      }
      cutString(work, c, length + kept, kept, kept > 0 ? 1 + below(random, length - 1) : 0);
    }
  }
  if (!model.uses.times && !model.uses.trips) return true;
  let possible = true;
  for (let i = 0; i < state.touchedCount; i += 1) {
    const v = state.touched[i] as number;
    if (!refresh(state, v)) possible = false;
    else if ((state.reloads[v] as number) > 0) possible = dropReloads(state, v) && possible;
  }
  return possible;
}

/** Cuts `length` clients in a row that include `c`, but `kept` of them after the first `keepFrom`. */
function cutString(work: Ruin, c: number, length: number, kept: number, keepFrom: number): void {
  const { state, random } = work;
  const { N } = state.model;
  let ahead = 0;
  let node = c;
  while (ahead < length - 1) {
    node = clientBefore(state, node);
    if (node >= N) break;
    ahead += 1;
  }
  let behind = 0;
  node = c;
  while (behind < length - 1) {
    node = clientAfter(state, node);
    if (node >= N) break;
    behind += 1;
  }
  const least = Math.max(0, length - 1 - behind);
  const back = least + below(random, Math.min(ahead, length - 1) - least + 1);
  node = c;
  for (let i = 0; i < back; i += 1) node = clientBefore(state, node);
  for (let i = 0; i < length && node < N; i += 1) {
    const next = clientAfter(state, node);
    if ((i < keepFrom || i >= keepFrom + kept) && !isPinned(state, node)) {
      unlink(state, node);
      work.removed[work.count] = node;
      work.count += 1;
    }
    node = next;
  }
}

/** The way to a pinned node is shut. */
function isPinned(state: State, node: number): boolean {
  return state.shut[node] === 1;
}

/** The client before, over reloads; at the beginning, a node that is none. */
function clientBefore(state: State, node: number): number {
  const { hot, model } = state;
  let before = hot[(node << 3) + PREV] as number;
  while (before >= model.N && hot[(before << 3) + PREV] !== before) {
    before = hot[(before << 3) + PREV] as number;
  }
  return before;
}

function clientAfter(state: State, node: number): number {
  const { hot, model } = state;
  let after = hot[(node << 3) + NEXT] as number;
  while (after >= model.N && hot[(after << 3) + NEXT] !== after) {
    after = hot[(after << 3) + NEXT] as number;
  }
  return after;
}

/** Takes out reloads that are no longer needed: of empty trips, and between two trips that fit into one. */
function dropReloads(state: State, v: number): boolean {
  const { model, hot } = state;
  const { N } = model;
  const first = N + 2 * v;
  const last = first + 1;
  if (state.clients[v] === 0 && !model.uses.pins) {
    for (;;) {
      const node = hot[(first << 3) + NEXT] as number;
      if (node === last) break;
      unlink(state, node);
    }
    return refresh(state, v);
  }
  let node = hot[(first << 3) + NEXT] as number;
  while (node !== last) {
    const at = node;
    const next = hot[(at << 3) + NEXT] as number;
    if (node >= N && state.shut[node] === 0) {
      const before = hot[(at << 3) + PREV] as number;
      const trip = state.trip[before] as number;
      const pinnedNext = state.shut[next] === 1;
      if (!pinnedNext && (state.load[node] as number) <= (state.room[trip] as number)) {
        const cost = state.cost;
        const depot = state.depot[node] as number;
        unlink(state, node);
        const empty = before >= N || next >= N;
        if (!refresh(state, v) || (!empty && state.cost > cost)) {
          const again = state.freeReloads[state.freeReloadCount - 1] as number;
          link(state, again, before, depot);
          refresh(state, v);
        }
      }
    }
    node = next;
  }
  return true;
}
