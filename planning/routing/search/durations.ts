import { type State } from './state.ts';

/** Fields of `State.hot`; written out in each module, since constants of another module are not folded into hot loops. */
const PLACE = 3;

/** A stretch of a route, as in `refresh`; `possible` once it no longer is. One object, reused. */
const stretch = { takes: 0, from: 0, by: 0, possible: true };

/** Adds to the stretch a way, then something that takes `takes` when it is begun by `by` and not before `from`. */
function add(travel: number, takes: number, from: number, by: number): void {
  const spent = stretch.takes + travel;
  if (stretch.from + spent > by) stretch.possible = false;
  const idle = Math.max(0, from - spent - stretch.by);
  stretch.from = Math.min(stretch.by, Math.max(stretch.from, from - spent));
  stretch.by = Math.min(stretch.by, by - spent);
  stretch.takes = spent + takes + idle;
}

/**
 * Duration of a vehicle's route with a client between two of its nodes, `how` as in `place.ts`.
 * @returns −1 when it is not possible, or longer than the vehicle may be out.
 */
export function durationWith(
  state: State,
  v: number,
  before: number,
  c: number,
  after: number,
  depot: number,
  how: number,
): number {
  const { model, hot, rec, lead } = state;
  const { N, P, time } = model;
  const type = model.typeOf[v] as number;
  const layer = model.timeAt[type] as number;
  const p = before;
  const s = after;
  const trip = state.trip[p] as number;
  const here = hot[(c << 3) + PLACE] as number;
  const pPlace = hot[(p << 3) + PLACE] as number;
  const sPlace = hot[(s << 3) + PLACE] as number;
  const release = model.release[c] as number;

  stretch.takes = lead[3 * trip] as number;
  stretch.from = lead[3 * trip + 1] as number;
  stretch.by = lead[3 * trip + 2] as number;
  stretch.possible = true;
  const at = state.depot[trip] as number;
  const loading = model.depotService[at] as number;
  const waits = how === 1 ? 0 : release;
  const opens = Math.max(model.depotFrom[at] as number, state.released[trip] as number, waits);
  add(0, loading, opens - loading, (model.depotTo[at] as number) - loading);
  if (before < N) {
    add(0, rec.tripTakes[p] as number, rec.tripFrom[p] as number, rec.tripBy[p] as number);
  }
  let place = pPlace;
  if (how === 1) place = reload(state, depot, layer, place, release);
  add(
    time[layer + place * P + here] as number,
    model.service[c] as number,
    model.earliest[c] as number,
    model.latest[c] as number,
  );
  place = here;
  if (how === 2) place = reload(state, depot, layer, place, 0);
  add(
    time[layer + place * P + sPlace] as number,
    rec.restTakes[s] as number,
    rec.restFrom[s] as number,
    rec.restBy[s] as number,
  );
  return stretch.possible && stretch.takes <= (model.durationAtMost[type] as number)
    ? stretch.takes
    : -1;
}

function reload(state: State, depot: number, layer: number, from: number, release: number): number {
  const { model } = state;
  const place = model.depotPlace[depot] as number;
  const loading = model.depotService[depot] as number;
  const opens = Math.max(model.depotFrom[depot] as number, release);
  add(
    model.time[layer + from * model.P + place] as number,
    loading,
    opens - loading,
    (model.depotTo[depot] as number) - loading,
  );
  return place;
}
