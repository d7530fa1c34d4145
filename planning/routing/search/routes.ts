import { NO_WAY } from '../problem.ts';
import { link, NO_ROOM, type State, unlink } from './state.ts';
import { refresh } from './times.ts';

/** Fields of `State.hot`; written out in each module, since constants of another module are not folded into hot loops. */
const NEXT = 0;
const ARC = 4;

/** Routes as lists of numbers: a client, or `-1 - depot` for a reload. Index: vehicle. */
export type Lists = Int32Array[];

export function listOf(state: State, v: number): Int32Array {
  const { hot, model } = state;
  const list: number[] = [];
  const last = model.N + 2 * v + 1;
  let node = hot[((last - 1) << 3) + NEXT] as number;
  while (node !== last) {
    list.push(node < model.N ? node : -1 - (state.depot[node] as number));
    node = hot[(node << 3) + NEXT] as number;
  }
  return Int32Array.from(list);
}

/** Empties a vehicle's route. */
export function clear(state: State, v: number): void {
  const { hot, model } = state;
  const last = model.N + 2 * v + 1;
  for (;;) {
    const node = hot[((last - 1) << 3) + NEXT] as number;
    if (node === last) break;
    state.shut[node] = 0;
    unlink(state, node);
  }
}

/**
 * Gives an empty vehicle a route of clients that are on none.
 * @returns whether it is possible.
 */
export function lay(state: State, v: number, list: Int32Array): boolean {
  const { model, hot } = state;
  let before = model.N + 2 * v;
  const pinned = model.pinned[v] as Int32Array;
  for (let i = 0; i < list.length; i += 1) {
    const entry = list[i] as number;
    if (entry >= 0) {
      link(state, entry, before);
      before = entry;
    } else {
      if (state.freeReloadCount === 0) return false;
      const node = state.freeReloads[state.freeReloadCount - 1] as number;
      link(state, node, before, -1 - entry);
      before = node;
    }
    state.shut[before] = i < pinned.length ? 1 : 0;
  }
  state.logged = 0;
  const { uses } = model;
  if (uses.times || uses.trips || uses.distances) {
    if (!refresh(state, v)) return false;
  } else if ((state.room[model.N + 2 * v] as number) < 0) return false;
  const last = model.N + 2 * v + 1;
  for (let node = last - 1; node !== last; ) {
    node = hot[(node << 3) + NEXT] as number;
    if ((hot[(node << 3) + ARC] as number) >= NO_WAY) return false;
  }
  const type = model.typeOf[v] as number;
  return (state.reloads[v] as number) <= (model.reloadsAtMost[type] as number);
}

/** Until it is opened a vehicle's route stays as it is: its trips have no room, which passes them over at no cost. */
export function hold(state: State, v: number): void {
  state.mine[v] = 0;
  forTrips(state, v, (trip) => {
    state.room[trip] = NO_ROOM;
  });
}

export function open(state: State, v: number): void {
  const { model } = state;
  state.mine[v] = 1;
  const capacity = model.capacity[model.typeOf[v] as number] as number;
  forTrips(state, v, (trip) => {
    state.room[trip] = capacity - (state.load[trip] as number);
  });
}

function forTrips(state: State, v: number, each: (trip: number) => void): void {
  const { hot, model } = state;
  const first = model.N + 2 * v;
  each(first);
  if (state.reloads[v] === 0) return;
  for (let node = hot[(first << 3) + NEXT] as number; node !== first + 1; ) {
    if (node >= model.N) each(node);
    node = hot[(node << 3) + NEXT] as number;
  }
}
