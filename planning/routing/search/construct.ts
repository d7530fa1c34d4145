import { findPlace, type Placer, putIn } from './place.ts';
import { clear, lay } from './routes.ts';
import type { State } from './state.ts';
import { refresh } from './times.ts';

/**
 * Lays the first routes: the fixed beginnings, then `start` as far as it is possible, then everybody else, the farthest
 * first, where it costs least.
 */
export function construct(placer: Placer, start: readonly Int32Array[]): void {
  const { state } = placer;
  const { model } = state;
  const { N, V, P } = model;
  for (let v = 0; v < V; v += 1) {
    refresh(state, v);
    const pinned = model.pinned[v] as Int32Array;
    if (pinned.length > 0) lay(state, v, pinned);
  }
  if (start.length > 0) layStart(state, start);
  const depot = model.depotPlace[model.start[0] ?? 0] as number;
  const far = Float64Array.from(
    { length: N },
    (_, c) => model.cost[depot * P + (model.place[c] as number)] as number,
  );
  const order = Array.from(state.absent.subarray(0, state.absentCount)).sort(
    (a, b) => (far[b] as number) - (far[a] as number),
  );
  for (const c of order) {
    const found = findPlace(placer, c);
    if (found.before < 0) continue;
    const prize = model.prize[c] as number;
    if (prize >= 0 && found.delta >= prize) continue;
    putIn(state, c, found);
  }
}

/** Lays given routes, each on its vehicle; what is not possible of one is left out, from its end on. */
function layStart(state: State, start: readonly Int32Array[]): void {
  const { model } = state;
  const placed = new Uint8Array(model.N);
  for (let v = 0; v < model.V; v += 1) {
    for (const entry of model.pinned[v] as Int32Array) if (entry >= 0) placed[entry] = 1;
  }
  for (let v = 0; v < model.V; v += 1) {
    const pinned = model.pinned[v] as Int32Array;
    const list = [...pinned];
    for (const entry of (start[v] ?? []).slice(pinned.length)) {
      if (entry >= 0) {
        if (placed[entry] === 1) continue;
        placed[entry] = 1;
      }
      list.push(entry);
    }
    while (list.length > pinned.length) {
      while (list.length > pinned.length && (list[list.length - 1] as number) < 0) list.pop();
      clear(state, v);
      if (lay(state, v, Int32Array.from(list))) break;
      list.pop();
    }
    if (list.length <= pinned.length) {
      clear(state, v);
      lay(state, v, pinned);
    }
  }
}
