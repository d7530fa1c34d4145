import { refresh } from './times.ts';
import { link, NEXT, type State, STRIDE, unlink } from './state.ts';

/** Routes as lists of numbers: a client, or `-1 - depot` for a reload. Index: vehicle. */
export type Lists = Int32Array[];

export function listOf(state: State, v: number): Int32Array {
  const { rec, model } = state;
  const list: number[] = [];
  const last = model.N + 2 * v + 1;
  let node = rec[((last - 1) << STRIDE) + NEXT] as number;
  while (node !== last) {
    list.push(node < model.N ? node : -1 - (state.depot[node] as number));
    node = rec[(node << STRIDE) + NEXT] as number;
  }
  return Int32Array.from(list);
}

/** Empties a vehicle's route. */
export function clear(state: State, v: number): void {
  const { rec, model } = state;
  const last = model.N + 2 * v + 1;
  for (;;) {
    const node = rec[((last - 1) << STRIDE) + NEXT] as number;
    if (node === last) break;
    state.shut[node] = 0;
    unlink(state, node);
  }
}

/** Gives an empty vehicle a route. Clients that are on another route already are passed over. */
export function lay(state: State, v: number, list: Int32Array): boolean {
  const { model } = state;
  let before = model.N + 2 * v;
  const pinned = model.pinned[v] as Int32Array;
  for (let i = 0; i < list.length; i += 1) {
    const entry = list[i] as number;
    if (entry >= 0) {
      link(state, entry, before);
      before = entry;
    } else {
      const node = state.freeReloads[state.freeReloadCount - 1] as number;
      link(state, node, before, -1 - entry);
      before = node;
    }
    state.shut[before] = i < pinned.length ? 1 : 0;
  }
  state.logged = 0;
  return model.uses.times || model.uses.trips ? refresh(state, v) : true;
}
