import type { Model } from './model.ts';

/** Fields of `State.hot`; written out in each module, since constants of another module are not folded into hot loops. */
const NEXT = 0;
const PREV = 1;
const SPAN = 2;
const PLACE = 3;
const ARC = 4;
const OUT = 5;

/** Room of a trip that nobody may join, not even without a load. */
export const NO_ROOM = -1;

/** What is held of each node beside `State.hot`; nodes are counted as in `Model`. */
export interface Nodes {
  veh: Int32Array;
  /** Load of the trip up to and with this node. */
  loaded: Int32Array;
  /**
   * From leaving the depot of the trip to leaving this node: leaving at `t` ≤ tripBy, it is left at `max(t, tripFrom) + tripTakes`.
   */
  tripTakes: Int32Array;
  tripFrom: Int32Array;
  tripBy: Int32Array;
  /** The same from arriving at this node to the end of the route. */
  restTakes: Int32Array;
  restFrom: Int32Array;
  restBy: Int32Array;
}

/** All routes, and what follows from them. One object for a search; it is changed in place. */
export interface State {
  model: Model;
  /**
   * Eight integers of each node, half a cache line, since most places that are looked at are passed over after a look
   * at little more: `node * 8 +`
   * 0 next node; 1 node before;
   * 2 the dearer of the ways to and from it, at most what coming in beside it can save; 3 its place;
   * 4 cost of the way from the node before; 5 and to the next;
   * 6 earliest time to leave it (last nodes: to arrive);
   * 7 latest time to arrive with all that follows in time.
   */
  hot: Int32Array;
  /** Of each node: first node of its trip (a reload node begins a trip); of those on no route, one past all nodes. */
  trip: Int32Array;
  rec: Nodes;
  /** Of each trip, by its first node: load that may still be added; below 0: the trip is not to be changed. Last, for those on no route: none. */
  room: Int32Array;
  load: Int32Array;
  /** Of each trip, where there may be several: the node that ends it. */
  tripEnd: Int32Array;
  /** Of each trip: latest release of its clients. */
  released: Int32Array;
  /** Of each trip, from the beginning of the route to arriving at its depot: duration, from, by. */
  lead: Int32Array;
  /** Of each node: 1 when nothing may come between the node before and it. */
  shut: Uint8Array;
  /** Of each depot node. */
  depot: Int32Array;
  freeReloads: Int32Array;
  freeReloadCount: number;

  /** Of each vehicle. */
  clients: Int32Array;
  reloads: Int32Array;
  distance: Int32Array;
  duration: Int32Array;
  /** 1: this search changes the vehicle's route. */
  mine: Uint8Array;
  /** Of `parts` searches that each have a part of the problem, which this is: it may place who is left out with the same remainder. */
  part: number;
  parts: number;
  /** Vehicles with clients, and where each stands among them. */
  active: Int32Array;
  activeAt: Int32Array;
  activeCount: number;
  /** Of each type: vehicles without a route, as a stack. */
  idle: Int32Array[];
  idleCount: Int32Array;
  idleAt: Int32Array;

  /** Of the routes, the prizes forgone and the changes; and of clients missing as `missingCost` says. */
  cost: number;
  missing: number;
  missingCost: number;
  absent: Int32Array;
  absentAt: Int32Array;
  absentCount: number;

  /** What was done since the last `begin`, to take it back. */
  log: Int32Array;
  logged: number;
  /** Vehicles changed since the last `begin`. */
  touched: Int32Array;
  touchedMark: Int32Array;
  touchedCount: number;
  round: number;
}

export function newState(model: Model): State {
  const { N, V, X, types } = model;
  const nodes = N + 2 * V + X;
  const state: State = {
    model,
    hot: new Int32Array(nodes * 8),
    trip: new Int32Array(nodes).fill(nodes),
    rec: {
      veh: new Int32Array(nodes),
      loaded: new Int32Array(nodes),
      tripTakes: new Int32Array(nodes),
      tripFrom: new Int32Array(nodes),
      tripBy: new Int32Array(nodes),
      restTakes: new Int32Array(nodes),
      restFrom: new Int32Array(nodes),
      restBy: new Int32Array(nodes),
    },
    room: new Int32Array(nodes + 1).fill(NO_ROOM, nodes),
    load: new Int32Array(nodes),
    tripEnd: new Int32Array(model.uses.trips ? nodes : 0),
    released: new Int32Array(nodes),
    lead: new Int32Array(model.uses.durations ? nodes * 3 : 0),
    shut: new Uint8Array(nodes),
    depot: new Int32Array(nodes),
    freeReloads: new Int32Array(X),
    freeReloadCount: X,
    clients: new Int32Array(V),
    reloads: new Int32Array(V),
    distance: new Int32Array(V),
    duration: new Int32Array(V),
    mine: new Uint8Array(V).fill(1),
    part: 0,
    parts: 1,
    active: new Int32Array(V),
    activeAt: new Int32Array(V).fill(-1),
    activeCount: 0,
    idle: Array.from({ length: types }, () => new Int32Array(V)),
    idleCount: new Int32Array(types),
    idleAt: new Int32Array(V),
    cost: 0,
    missing: 0,
    missingCost: 0,
    absent: new Int32Array(N),
    absentAt: new Int32Array(N),
    absentCount: 0,
    log: new Int32Array(16),
    logged: 0,
    touched: new Int32Array(V),
    touchedMark: new Int32Array(V),
    touchedCount: 0,
    round: 1,
  };
  const { hot, rec } = state;
  for (let node = 0; node < nodes; node += 1) {
    hot[(node << 3) + PLACE] = model.place[node] as number;
    rec.veh[node] = -1;
  }
  for (let i = 0; i < X; i += 1) state.freeReloads[i] = N + 2 * V + X - 1 - i;
  for (let v = V - 1; v >= 0; v -= 1) {
    const type = model.typeOf[v] as number;
    const first = N + 2 * v;
    const a = first;
    const b = first + 1;
    hot[(a << 3) + NEXT] = first + 1;
    hot[(a << 3) + PREV] = first;
    hot[(b << 3) + NEXT] = first + 1;
    hot[(b << 3) + PREV] = first;
    state.trip[a] = first;
    state.trip[b] = first;
    rec.veh[a] = v;
    rec.veh[b] = v;
    state.depot[first] = model.start[type] as number;
    state.depot[first + 1] = model.end[type] as number;
    state.room[first] = model.capacity[type] as number;
    putIdle(state, v);
  }
  for (let c = 0; c < N; c += 1) {
    state.absent[c] = c;
    state.absentAt[c] = c;
    const prize = model.prize[c] as number;
    if (prize < 0) state.missing += 1;
    else state.cost += prize;
    if ((model.before[c] as number) > -2) state.cost += model.changePrice;
  }
  state.absentCount = N;
  return state;
}

function putIdle(state: State, v: number): void {
  const type = state.model.typeOf[v] as number;
  const count = state.idleCount[type] as number;
  (state.idle[type] as Int32Array)[count] = v;
  state.idleAt[v] = count;
  state.idleCount[type] = count + 1;
}

function takeIdle(state: State, v: number): void {
  const type = state.model.typeOf[v] as number;
  const idle = state.idle[type] as Int32Array;
  const count = (state.idleCount[type] as number) - 1;
  const last = idle[count] as number;
  const at = state.idleAt[v] as number;
  idle[at] = last;
  state.idleAt[last] = at;
  state.idleCount[type] = count;
}

/** From here on everything can be taken back. */
export function begin(state: State): void {
  state.logged = 0;
  state.touchedCount = 0;
  state.round += 1;
}

function note(state: State, code: number, before: number): void {
  if (state.logged + 2 > state.log.length) {
    const longer = new Int32Array(state.log.length * 2);
    longer.set(state.log);
    state.log = longer;
  }
  state.log[state.logged] = code;
  state.log[state.logged + 1] = before;
  state.logged += 2;
}

function touch(state: State, v: number): void {
  if (state.touchedMark[v] === state.round) return;
  state.touchedMark[v] = state.round;
  state.touched[state.touchedCount] = v;
  state.touchedCount += 1;
}

/** What standing right after `before` costs a client beside the way, when an earlier plan is to be kept to. */
export function changeCost(state: State, before: number, node: number): number {
  const { model } = state;
  if (node >= model.N) return 0;
  const was = model.before[node] as number;
  if (was === -2) return 0;
  return was === (before >= model.N ? -1 : before) ? 0 : model.changePrice;
}

/** Puts a client, or a reload (with `depot`), between `before` and what follows it. */
export function link(state: State, node: number, before: number, depot = -1): void {
  note(state, node, -1);
  join(state, node, before, depot);
}

/** Takes a client or a reload off its route. */
export function unlink(state: State, node: number): void {
  const before = state.hot[(node << 3) + PREV] as number;
  const isReload = node >= state.model.N;
  if (isReload) note(state, state.depot[node] as number, -2);
  note(state, node, before);
  part(state, node);
}

/** Takes everything back that was done since `begin`, and brings routes up to date by `refresh`. */
export function takeBack(
  state: State,
  refresh: ((state: State, v: number) => boolean) | undefined,
): void {
  const { log } = state;
  while (state.logged > 0) {
    state.logged -= 2;
    const node = log[state.logged] as number;
    const before = log[state.logged + 1] as number;
    if (before === -1) part(state, node);
    else if (node >= state.model.N) {
      state.logged -= 2;
      join(state, node, before, log[state.logged] as number);
    } else join(state, node, before, -1);
  }
  if (!refresh) return;
  for (let i = 0; i < state.touchedCount; i += 1) refresh(state, state.touched[i] as number);
}

function join(state: State, node: number, before: number, depot: number): void {
  const { hot, rec, model } = state;
  const { N, P } = model;
  const at = node;
  const p = before;
  const after = hot[(p << 3) + NEXT] as number;
  const s = after;
  const v = rec.veh[p] as number;
  const type = model.typeOf[v] as number;
  const layer = model.costAt[type] as number;
  const fresh = state.clients[v] === 0 && state.reloads[v] === 0;
  if (node >= N) {
    state.freeReloadCount -= 1;
    state.depot[node] = depot;
    hot[(at << 3) + PLACE] = model.depotPlace[depot] as number;
    state.reloads[v] = (state.reloads[v] as number) + 1;
    state.trip[at] = node;
  } else {
    const trip = state.trip[p] as number;
    const demand = model.demand[node] as number;
    state.trip[at] = trip;
    state.load[trip] = (state.load[trip] as number) + demand;
    state.room[trip] = (state.room[trip] as number) - demand;
    if (state.clients[v] === 0) {
      takeIdle(state, v);
      state.active[state.activeCount] = v;
      state.activeAt[v] = state.activeCount;
      state.activeCount += 1;
      state.cost += model.fixedCost[type] as number;
    }
    state.clients[v] = (state.clients[v] as number) + 1;
    leaveAbsent(state, node);
  }
  const here = hot[(at << 3) + PLACE] as number;
  const inPlace = hot[(p << 3) + PLACE] as number;
  const outPlace = hot[(s << 3) + PLACE] as number;
  let into = model.cost[layer + inPlace * P + here] as number;
  let out = model.cost[layer + here * P + outPlace] as number;
  if (model.uses.changes) {
    into += changeCost(state, before, node);
    out += changeCost(state, node, after);
  }
  state.cost += into + out - (hot[(s << 3) + ARC] as number);
  if (model.uses.distances) {
    const from = model.distanceAt[type] as number;
    state.distance[v] =
      (state.distance[v] as number) +
      (model.distance[from + inPlace * P + here] as number) +
      (model.distance[from + here * P + outPlace] as number) -
      (fresh ? 0 : (model.distance[from + inPlace * P + outPlace] as number));
  }
  hot[(p << 3) + NEXT] = node;
  hot[(at << 3) + PREV] = before;
  hot[(at << 3) + NEXT] = after;
  rec.veh[at] = v;
  hot[(at << 3) + ARC] = into;
  hot[(p << 3) + OUT] = into;
  hot[(at << 3) + OUT] = out;
  hot[(s << 3) + PREV] = node;
  hot[(s << 3) + ARC] = out;
  respan(hot, at);
  respan(hot, p);
  respan(hot, s);
  touch(state, v);
}

function part(state: State, node: number): void {
  const { hot, rec, model } = state;
  const { N, P } = model;
  const at = node;
  const before = hot[(at << 3) + PREV] as number;
  const after = hot[(at << 3) + NEXT] as number;
  const p = before;
  const s = after;
  const v = rec.veh[at] as number;
  const type = model.typeOf[v] as number;
  const inPlace = hot[(p << 3) + PLACE] as number;
  const outPlace = hot[(s << 3) + PLACE] as number;
  let direct = model.cost[(model.costAt[type] as number) + inPlace * P + outPlace] as number;
  if (model.uses.changes) direct += changeCost(state, before, after);
  if (node >= N) {
    state.freeReloads[state.freeReloadCount] = node;
    state.freeReloadCount += 1;
    state.reloads[v] = (state.reloads[v] as number) - 1;
  } else {
    const trip = state.trip[at] as number;
    const demand = model.demand[node] as number;
    state.load[trip] = (state.load[trip] as number) - demand;
    state.room[trip] = (state.room[trip] as number) + demand;
    state.clients[v] = (state.clients[v] as number) - 1;
    if (state.clients[v] === 0) {
      const place = state.activeAt[v] as number;
      state.activeCount -= 1;
      const last = state.active[state.activeCount] as number;
      state.active[place] = last;
      state.activeAt[last] = place;
      state.activeAt[v] = -1;
      state.cost -= model.fixedCost[type] as number;
      putIdle(state, v);
    }
    enterAbsent(state, node);
  }
  // A vehicle that visits nobody stays where it is.
  const empty = before >= N && after >= N && state.clients[v] === 0 && state.reloads[v] === 0;
  if (empty) direct = 0;
  state.cost += direct - (hot[(at << 3) + ARC] as number) - (hot[(s << 3) + ARC] as number);
  if (model.uses.distances) {
    const from = model.distanceAt[type] as number;
    const here = hot[(at << 3) + PLACE] as number;
    state.distance[v] =
      (state.distance[v] as number) +
      (empty ? 0 : (model.distance[from + inPlace * P + outPlace] as number)) -
      (model.distance[from + inPlace * P + here] as number) -
      (model.distance[from + here * P + outPlace] as number);
  }
  hot[(p << 3) + NEXT] = after;
  hot[(s << 3) + PREV] = before;
  hot[(s << 3) + ARC] = direct;
  hot[(p << 3) + OUT] = direct;
  respan(hot, p);
  respan(hot, s);
  state.trip[at] = state.trip.length;
  rec.veh[at] = -1;
  touch(state, v);
}

function respan(hot: Int32Array, node: number): void {
  const arc = hot[(node << 3) + ARC] as number;
  const out = hot[(node << 3) + OUT] as number;
  hot[(node << 3) + SPAN] = arc > out ? arc : out;
}

function enterAbsent(state: State, c: number): void {
  const { model } = state;
  state.absent[state.absentCount] = c;
  state.absentAt[c] = state.absentCount;
  state.absentCount += 1;
  const prize = model.prize[c] as number;
  if (prize < 0) state.missing += 1;
  else state.cost += prize;
  if (model.uses.changes && (model.before[c] as number) > -2) state.cost += model.changePrice;
}

function leaveAbsent(state: State, c: number): void {
  const { model } = state;
  state.absentCount -= 1;
  const last = state.absent[state.absentCount] as number;
  const at = state.absentAt[c] as number;
  state.absent[at] = last;
  state.absentAt[last] = at;
  const prize = model.prize[c] as number;
  if (prize < 0) state.missing -= 1;
  else state.cost -= prize;
  if (model.uses.changes && (model.before[c] as number) > -2) state.cost -= model.changePrice;
}
