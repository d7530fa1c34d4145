import type { Model } from './model.ts';

/** A record is 16 integers: one cache line for each node of a route. */
export const STRIDE = 4;
export const NEXT = 0;
export const PREV = 1;
/** First node of the trip that the node is on (a reload node begins a trip); −1 when the node is on no route. */
export const TRIP = 2;
export const VEH = 3;
export const PLACE = 4;
/** Cost of the way from the node before. */
export const ARC = 5;
/** Load of the trip up to and with this node. */
export const LOADED = 6;
/** Earliest time to leave; of a last node: to arrive. */
export const READY = 7;
/** Latest time to arrive (of first nodes: to leave) with all that follows in time. */
export const LATE = 8;
/**
 * From leaving the depot of the trip to leaving this node: leaving at `t` ≤ TRIP_BY, it is left at `max(t, TRIP_FROM) + TRIP_TAKES`.
 */
export const TRIP_TAKES = 9;
export const TRIP_FROM = 10;
export const TRIP_BY = 11;
/** The same from arriving at this node to the end of the route. */
export const REST_TAKES = 12;
export const REST_FROM = 13;
export const REST_BY = 14;
/** Cost of the way to the node after. */
export const OUT = 15;

/** All routes, and what follows from them. One object for a search; it is changed in place. */
export interface State {
  model: Model;
  /** Records of all nodes. */
  rec: Int32Array;
  /** Of each trip, by its first node: load that may still be added; below 0: the trip is not to be changed. */
  room: Int32Array;
  load: Int32Array;
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
    rec: new Int32Array(nodes << STRIDE),
    room: new Int32Array(nodes),
    load: new Int32Array(nodes),
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
  const { rec } = state;
  for (let node = 0; node < nodes; node += 1) {
    rec[(node << STRIDE) + PLACE] = model.place[node] as number;
    rec[(node << STRIDE) + TRIP] = -1;
    rec[(node << STRIDE) + VEH] = -1;
  }
  for (let i = 0; i < X; i += 1) state.freeReloads[i] = N + 2 * V + X - 1 - i;
  for (let v = V - 1; v >= 0; v -= 1) {
    const type = model.typeOf[v] as number;
    const first = N + 2 * v;
    const a = first << STRIDE;
    const b = (first + 1) << STRIDE;
    rec[a + NEXT] = first + 1;
    rec[a + PREV] = first;
    rec[b + NEXT] = first + 1;
    rec[b + PREV] = first;
    rec[a + TRIP] = first;
    rec[b + TRIP] = first;
    rec[a + VEH] = v;
    rec[b + VEH] = v;
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
  const before = state.rec[(node << STRIDE) + PREV] as number;
  const isReload = node >= state.model.N;
  if (isReload) note(state, state.depot[node] as number, -2);
  note(state, node, before);
  part(state, node);
}

/** Takes everything back that was done since `begin`, and brings routes up to date by `refresh`. */
export function takeBack(state: State, refresh: ((state: State, v: number) => boolean) | undefined): void {
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
  const { rec, model } = state;
  const { N, P } = model;
  const at = node << STRIDE;
  const p = before << STRIDE;
  const after = rec[p + NEXT] as number;
  const s = after << STRIDE;
  const v = rec[p + VEH] as number;
  const type = model.typeOf[v] as number;
  const layer = model.costAt[type] as number;
  const fresh = state.clients[v] === 0 && state.reloads[v] === 0;
  if (node >= N) {
    state.freeReloadCount -= 1;
    state.depot[node] = depot;
    rec[at + PLACE] = model.depotPlace[depot] as number;
    state.reloads[v] = (state.reloads[v] as number) + 1;
    rec[at + TRIP] = node;
  } else {
    const trip = rec[p + TRIP] as number;
    const demand = model.demand[node] as number;
    rec[at + TRIP] = trip;
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
  const here = rec[at + PLACE] as number;
  const inPlace = rec[p + PLACE] as number;
  const outPlace = rec[s + PLACE] as number;
  let into = model.cost[layer + inPlace * P + here] as number;
  let out = model.cost[layer + here * P + outPlace] as number;
  if (model.uses.changes) {
    into += changeCost(state, before, node);
    out += changeCost(state, node, after);
  }
  state.cost += into + out - (rec[s + ARC] as number);
  if (model.uses.distances) {
    const from = model.distanceAt[type] as number;
    state.distance[v] =
      (state.distance[v] as number) +
      (model.distance[from + inPlace * P + here] as number) +
      (model.distance[from + here * P + outPlace] as number) -
      (fresh ? 0 : (model.distance[from + inPlace * P + outPlace] as number));
  }
  rec[p + NEXT] = node;
  rec[at + PREV] = before;
  rec[at + NEXT] = after;
  rec[at + VEH] = v;
  rec[at + ARC] = into;
  rec[p + OUT] = into;
  rec[at + OUT] = out;
  rec[s + PREV] = node;
  rec[s + ARC] = out;
  touch(state, v);
}

function part(state: State, node: number): void {
  const { rec, model } = state;
  const { N, P } = model;
  const at = node << STRIDE;
  const before = rec[at + PREV] as number;
  const after = rec[at + NEXT] as number;
  const p = before << STRIDE;
  const s = after << STRIDE;
  const v = rec[at + VEH] as number;
  const type = model.typeOf[v] as number;
  const inPlace = rec[p + PLACE] as number;
  const outPlace = rec[s + PLACE] as number;
  let direct = model.cost[(model.costAt[type] as number) + inPlace * P + outPlace] as number;
  if (model.uses.changes) direct += changeCost(state, before, after);
  if (node >= N) {
    state.freeReloads[state.freeReloadCount] = node;
    state.freeReloadCount += 1;
    state.reloads[v] = (state.reloads[v] as number) - 1;
  } else {
    const trip = rec[at + TRIP] as number;
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
  state.cost += direct - (rec[at + ARC] as number) - (rec[s + ARC] as number);
  if (model.uses.distances) {
    const from = model.distanceAt[type] as number;
    const here = rec[at + PLACE] as number;
    state.distance[v] =
      (state.distance[v] as number) +
      (empty ? 0 : (model.distance[from + inPlace * P + outPlace] as number)) -
      (model.distance[from + inPlace * P + here] as number) -
      (model.distance[from + here * P + outPlace] as number);
  }
  rec[p + NEXT] = after;
  rec[s + PREV] = before;
  rec[s + ARC] = direct;
  rec[p + OUT] = direct;
  rec[at + TRIP] = -1;
  rec[at + VEH] = -1;
  touch(state, v);
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
