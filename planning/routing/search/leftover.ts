import { NEVER, NO_WAY, type Obstacle, type Unserved } from '../problem.ts';
import type { Model } from './model.ts';
import { clear, lay, listOf } from './routes.ts';
import { begin, link, newState, type State, takeBack } from './state.ts';
import { refresh } from './times.ts';

/** Fields of `State.hot`; written out in each module, since constants of another module are not folded into hot loops. */
const NEXT = 0;
const ARC = 4;

interface Way {
  v: number;
  before: number;
  /** Depot of a reload right before or right after the client; −1: none. */
  depot: number;
  ahead: boolean;
  delta: number;
}

/**
 * The last pass of a search. Puts in whoever still fits anywhere, and says of everybody else what stands in the way: every
 * position of every route is tried, alone and with a reload before or after, exactly; then with one rule lifted after
 * the other.
 *
 * @param lists routes by vehicle, possible ones.
 */
export function settleLeftovers(
  model: Model,
  lists: readonly Int32Array[],
): { lists: Int32Array[]; missing: number; cost: number; unserved: Unserved[] } {
  const state = newState(model);
  for (let v = 0; v < model.V; v += 1) {
    clear(state, v);
    refresh(state, v);
    lay(state, v, lists[v] ?? new Int32Array(0));
  }
  for (let again = true; again; ) {
    again = false;
    for (const c of Array.from(state.absent.subarray(0, state.absentCount)).sort((a, b) => a - b)) {
      const way = cheapest(state, c);
      const prize = model.prize[c] as number;
      if (!way || (prize >= 0 && way.delta >= 0)) continue;
      go(state, c, way);
      again = true;
    }
  }
  const unserved = Array.from(state.absent.subarray(0, state.absentCount))
    .sort((a, b) => a - b)
    .map((c) => explain(state, c));
  return {
    lists: Array.from({ length: model.V }, (_, v) => listOf(state, v)),
    missing: state.missing,
    cost: state.cost,
    unserved,
  };
}

/** The cheapest way in, by what the whole plan costs more (a prize that is won counted). */
function cheapest(state: State, c: number): Way | undefined {
  const { model, hot } = state;
  const { N } = model;
  let best: Way | undefined;
  const tried = new Uint8Array(model.types);
  for (let v = 0; v < model.V; v += 1) {
    const type = model.typeOf[v] as number;
    if (state.clients[v] === 0 && state.reloads[v] === 0) {
      if (tried[type] === 1) continue;
      tried[type] = 1;
    }
    const last = N + 2 * v + 1;
    for (let before = last - 1; before !== last; before = hot[(before << 3) + NEXT] as number) {
      if (state.shut[hot[(before << 3) + NEXT] as number] === 1) continue;
      best = better(best, attempt(state, v, c, before, -1, false));
      for (const depot of model.reloads[type] as Int32Array) {
        best = better(best, attempt(state, v, c, before, depot, true));
        best = better(best, attempt(state, v, c, before, depot, false));
      }
    }
  }
  return best;
}

function better(a: Way | undefined, b: Way | undefined): Way | undefined {
  return !b || (a && a.delta <= b.delta) ? a : b;
}

function attempt(
  state: State,
  v: number,
  c: number,
  before: number,
  depot: number,
  ahead: boolean,
): Way | undefined {
  const cost = state.cost;
  const way = { v, before, depot, ahead, delta: 0 };
  begin(state);
  const possible = go(state, c, way);
  way.delta = state.cost - cost;
  takeBack(state, refresh);
  return possible ? way : undefined;
}

function go(state: State, c: number, { v, before, depot, ahead }: Way): boolean {
  const { model, hot } = state;
  const type = model.typeOf[v] as number;
  link(state, c, before);
  if (depot >= 0) {
    if (state.freeReloadCount === 0) return false;
    const reload = state.freeReloads[state.freeReloadCount - 1] as number;
    link(state, reload, ahead ? before : c, depot);
  }
  const possible = refresh(state, v);
  if (!possible || (state.reloads[v] as number) > (model.reloadsAtMost[type] as number)) {
    return false;
  }
  const last = model.N + 2 * v + 1;
  for (let node = last - 1; node !== last; ) {
    node = hot[(node << 3) + NEXT] as number;
    if ((hot[(node << 3) + ARC] as number) >= NO_WAY) return false;
  }
  return true;
}

/** What lifting each rule for a client means; `undefined` where there is nothing to lift. */
const LIFTED: [Obstacle, (model: Model, c: number) => Partial<Model>][] = [
  ['no-way', () => ({})],
  ['capacity', ({ demand }, c) => ({ demand: demand.with(c, 0) })],
  [
    'time-window',
    ({ earliest, latest }, c) => ({ earliest: earliest.with(c, 0), latest: latest.with(c, NEVER) }),
  ],
  ['release', ({ release }, c) => ({ release: release.with(c, 0) })],
  [
    'shift',
    ({ shiftFrom, shiftTo, depotFrom, depotTo }) => ({
      shiftFrom: shiftFrom.map(() => 0),
      shiftTo: shiftTo.map(() => NEVER),
      depotFrom: depotFrom.map(() => 0),
      depotTo: depotTo.map(() => NEVER),
    }),
  ],
  ['duration', ({ durationAtMost }) => ({ durationAtMost: durationAtMost.map(() => NEVER) })],
  ['distance', ({ distanceAtMost }) => ({ distanceAtMost: distanceAtMost.map(() => NEVER) })],
  [
    'reloads',
    ({ reloadsAtMost, reloads }) => ({
      reloadsAtMost: reloadsAtMost.map((most, type) =>
        (reloads[type] as Int32Array).length > 0 ? NEVER : most,
      ),
    }),
  ],
];

function explain(state: State, c: number): Unserved {
  const { model } = state;
  const way = cheapest(state, c);
  if (way) return { client: c, because: 'prize', excess: way.delta };
  for (const [because, lift] of LIFTED) {
    const open = because === 'no-way' ? openWays(model, c) : undefined;
    state.model = { ...model, ...lift(model, c) };
    for (let v = 0; v < model.V; v += 1) refresh(state, v);
    const found = cheapest(state, c) !== undefined;
    open?.();
    state.model = model;
    for (let v = 0; v < model.V; v += 1) refresh(state, v);
    if (found) return { client: c, because };
  }
  return { client: c, because: 'several' };
}

/** Makes what has no way to or from a client 0 long; returns how to undo it. */
function openWays(model: Model, c: number): () => void {
  const { P } = model;
  const here = model.place[c] as number;
  const was: [Int32Array, number, number][] = [];
  for (const matrix of new Set([
    model.cost,
    model.costTo,
    model.time,
    model.timeTo,
    model.distance,
    model.distanceTo,
  ])) {
    for (let layer = 0; layer < matrix.length; layer += P * P) {
      for (let j = 0; j < P; j += 1) {
        for (const at of [layer + here * P + j, layer + j * P + here]) {
          const value = matrix[at] as number;
          if (value < NO_WAY) continue;
          was.push([matrix, at, value]);
          matrix[at] = 0;
        }
      }
    }
  }
  return () => {
    for (const [matrix, at, value] of was) matrix[at] = value;
  };
}
