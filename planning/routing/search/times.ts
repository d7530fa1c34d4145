import { NEVER } from '../problem.ts';
import { type State } from './state.ts';

/** Fields of `State.hot`; written out in each module, since constants of another module are not folded into hot loops. */
const NEXT = 0;
const PREV = 1;
const PLACE = 3;
const READY = 6;
const LATE = 7;

/**
 * Works out one route anew: trips, loads and times, forward from its first node and backward from its last.
 *
 * A stretch of a route is held as three numbers (Vidal et al. 2014): begun at `t ≤ by` it is over at `max(t, from) + takes`.
 * @returns whether the route is possible.
 */
export function refresh(state: State, v: number): boolean {
  const { model, hot, rec, lead } = state;
  const { N, P, uses } = model;
  const type = model.typeOf[v] as number;
  const first = N + 2 * v;
  const last = first + 1;
  const timeAt = model.timeAt[type] as number;
  const capacity = model.capacity[type] as number;
  const { time, service, earliest, latest, release, demand } = model;
  let possible = true;

  // Forward. `takes`, `from`, `by` are the stretch from the beginning of the route to arriving here.
  let takes = 0;
  let from = model.shiftFrom[type] as number;
  let by = NEVER;
  let arrive = from;
  let node = first;
  let trip = first;
  let tripTakes = 0;
  let tripFrom = 0;
  let tripBy = 0;
  let loaded = 0;
  for (;;) {
    const at = node;
    let leave: number;
    if (node >= N) {
      if (uses.trips) state.tripEnd[trip] = node;
      if (node === last) {
        hot[(at << 3) + READY] = arrive;
        const to = lastBy(state, type);
        if (arrive > to) possible = false;
        state.trip[at] = trip;
        break;
      }
      trip = node;
      state.trip[at] = trip;
      loaded = 0;
      let load = 0;
      let released = 0;
      for (let c = hot[(at << 3) + NEXT] as number; c < N; c = hot[(c << 3) + NEXT] as number) {
        load += demand[c] as number;
        if ((release[c] as number) > released) released = release[c] as number;
      }
      state.load[trip] = load;
      state.room[trip] = capacity - load;
      state.released[trip] = released;
      if (load > capacity) possible = false;
      const depot = state.depot[node] as number;
      const loading = model.depotService[depot] as number;
      const opens = Math.max(model.depotFrom[depot] as number, released);
      const closes = model.depotTo[depot] as number;
      leave = arrive + loading;
      if (leave < opens) leave = opens;
      if (leave > closes) possible = false;
      if (uses.durations) {
        lead[3 * node] = takes;
        lead[3 * node + 1] = from;
        lead[3 * node + 2] = by;
        // Then the loading: takes `loading`, from `opens - loading`, by `closes - loading`.
        const idle = Math.max(0, opens - loading - takes - by);
        from = Math.min(by, Math.max(from, opens - loading - takes));
        by = Math.min(by, closes - loading - takes);
        takes += loading + idle;
      }
      tripTakes = 0;
      tripFrom = leave;
      tripBy = closes;
      rec.tripTakes[at] = 0;
      rec.tripFrom[at] = -NEVER;
      rec.tripBy[at] = closes;
      tripFrom = -NEVER;
    } else {
      state.trip[at] = trip;
      loaded += demand[node] as number;
      const opens = earliest[node] as number;
      const closes = latest[node] as number;
      const stay = service[node] as number;
      let start = arrive;
      if (start < opens) start = opens;
      if (start > closes) possible = false;
      leave = start + stay;
      if (uses.releases || uses.durations) {
        const idle = Math.max(0, opens - tripTakes - tripBy);
        tripFrom = Math.min(tripBy, Math.max(tripFrom, opens - tripTakes));
        tripBy = Math.min(tripBy, closes - tripTakes);
        tripTakes += stay + idle;
        rec.tripTakes[at] = tripTakes;
        rec.tripFrom[at] = tripFrom;
        rec.tripBy[at] = tripBy;
      }
      if (uses.durations) {
        const idle = Math.max(0, opens - takes - by);
        from = Math.min(by, Math.max(from, opens - takes));
        by = Math.min(by, closes - takes);
        takes += stay + idle;
      }
    }
    rec.loaded[at] = loaded;
    hot[(at << 3) + READY] = leave;
    const next = hot[(at << 3) + NEXT] as number;
    const travel =
      state.clients[v] === 0 && state.reloads[v] === 0
        ? 0
        : (time[
            timeAt + (hot[(at << 3) + PLACE] as number) * P + (hot[(next << 3) + PLACE] as number)
          ] as number);
    arrive = leave + travel;
    tripTakes += travel;
    takes += travel;
    node = next;
  }

  // Backward.
  const end = last;
  let rest = lastBy(state, type);
  hot[(end << 3) + LATE] = rest;
  let restTakes = 0;
  let restFrom = -NEVER;
  let restBy = rest;
  rec.restTakes[end] = 0;
  rec.restFrom[end] = -NEVER;
  rec.restBy[end] = rest;
  node = last;
  while (node !== first) {
    const before = hot[(node << 3) + PREV] as number;
    const at = before;
    const travel = time[
      timeAt + (hot[(at << 3) + PLACE] as number) * P + (hot[(node << 3) + PLACE] as number)
    ] as number;
    let stay: number;
    let opens: number;
    let closes: number;
    if (before < N) {
      stay = service[before] as number;
      opens = earliest[before] as number;
      closes = latest[before] as number;
    } else {
      const depot = state.depot[before] as number;
      stay = model.depotService[depot] as number;
      opens = Math.max(model.depotFrom[depot] as number, state.released[before] as number) - stay;
      closes = (model.depotTo[depot] as number) - stay;
    }
    rest -= travel + stay;
    if (rest > closes) rest = closes;
    hot[(at << 3) + LATE] = rest;
    if (uses.durations) {
      // This node, then the way, then what is already held.
      const spent = stay + travel;
      const idle = Math.max(0, restFrom - spent - closes);
      const begun = Math.min(closes, Math.max(opens, restFrom - spent));
      restBy = Math.min(closes, restBy - spent);
      restTakes += spent + idle;
      restFrom = begun;
      rec.restTakes[at] = restTakes;
      rec.restFrom[at] = restFrom;
      rec.restBy[at] = restBy;
    }
    node = before;
  }

  if (uses.durations) {
    const was = state.duration[v] as number;
    const now = state.clients[v] === 0 && state.reloads[v] === 0 ? 0 : takes;
    state.duration[v] = now;
    state.cost += (now - was) * (model.durationCost[type] as number);
    if (now > (model.durationAtMost[type] as number)) possible = false;
  }
  if (uses.distances && (state.distance[v] as number) > (model.distanceAtMost[type] as number)) {
    possible = false;
  }
  return possible;
}

/** Brings a route up to date after a client came in, where windows are all there is: as far as anything changes. */
export function retime(state: State, c: number): void {
  const { model, hot, rec } = state;
  const { N, P, time, service, earliest, latest } = model;
  const layer = model.timeAt[model.typeOf[rec.veh[c] as number] as number] as number;
  for (let node = c; ; ) {
    const before = hot[(node << 3) + PREV] as number;
    const row = layer + (hot[(before << 3) + PLACE] as number) * P;
    let at =
      (hot[(before << 3) + READY] as number) +
      (time[row + (hot[(node << 3) + PLACE] as number)] as number);
    if (node < N) {
      if (at < (earliest[node] as number)) at = earliest[node] as number;
      at += service[node] as number;
    }
    const same = at === hot[(node << 3) + READY];
    hot[(node << 3) + READY] = at;
    if (node >= N || (same && node !== c)) break;
    node = hot[(node << 3) + NEXT] as number;
  }
  for (let node = c; node < N; ) {
    const after = hot[(node << 3) + NEXT] as number;
    const row = layer + (hot[(node << 3) + PLACE] as number) * P;
    let late =
      (hot[(after << 3) + LATE] as number) -
      (time[row + (hot[(after << 3) + PLACE] as number)] as number) -
      (service[node] as number);
    if (late > (latest[node] as number)) late = latest[node] as number;
    const same = late === hot[(node << 3) + LATE];
    hot[(node << 3) + LATE] = late;
    if (same && node !== c) break;
    node = hot[(node << 3) + PREV] as number;
  }
}

/** Latest arrival at the end of a route. */
export function lastBy(state: State, type: number): number {
  const { model } = state;
  return Math.min(
    model.shiftTo[type] as number,
    model.depotTo[model.end[type] as number] as number,
  );
}

/** Vehicle of a node that is on a route. */
export function vehicleOf(state: State, node: number): number {
  return state.rec.veh[node] as number;
}
