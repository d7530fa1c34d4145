import { type Bookings, book, newBookings, unbook } from './bays.ts';
import { changedStops, type Earlier } from './changed.ts';
import { type Day, NEVER } from './day.ts';
import { drawn, type Inflow, newInflow, pour, unpour } from './tank.ts';

/** The new stops of one tanker, homes left out, with their times. */
export interface Route {
  count: number;
  node: Int32Array;
  litres: Int32Array;
  arrive: Int32Array;
  start: Int32Array;
  finish: Int32Array;
  /** Seconds of rest that the leg to this stop had to hold; [count] is the way home. */
  rest: Int32Array;
  /** Leaves home (a tanker that has not left yet). */
  leave: number;
  /** Back home; -1: stays where it is. */
  back: number;
  metres: number;
  changed: number;
}

/** How much a unit of each thing that we want less of weighs in the search. */
export interface Weights {
  /** K factors of people x weight x short². */
  square: Float64Array;
  /** K factors of people x weight x short: pulls a tier that can be met to exactly none short. */
  line: Float64Array;
  metre: number;
  changed: number;
}

/** All routes with what follows from them: bays booked, litres used, what people got, and its cost. */
export interface Board {
  day: Day;
  weights: Weights;
  routes: Route[];
  bookings: Bookings[];
  inflow: Inflow[];
  used: Float64Array;
  given: Float64Array;
  /** Of `given`, what came after the service window. */
  late: Float64Array;
  got: Float64Array;
  pointCost: Float64Array;
  /** Sum of `pointCost`. */
  shortfall: number;
  metres: number;
  changed: number;
  earlier: Earlier | undefined;
  draft: Route;
  /** Scratch by node; all zero between uses. */
  tally: Float64Array;
}

/** No route is lengthened past this; more than a driver does in a day by an order of magnitude. */
const MOST_STOPS = 500;
const STOPS = MOST_STOPS + 12;

export function newRoute(size = STOPS): Route {
  return {
    count: 0,
    node: new Int32Array(size),
    litres: new Int32Array(size),
    arrive: new Int32Array(size),
    start: new Int32Array(size),
    finish: new Int32Array(size),
    rest: new Int32Array(size + 1),
    leave: 0,
    back: -1,
    metres: 0,
    changed: 0,
  };
}

/** Whether a route may have this many stops more. */
export function roomy(route: Route, more: number): boolean {
  return route.count + more <= MOST_STOPS;
}

export function copyRoute(from: Route, to: Route): void {
  const n = from.count;
  if (n + 2 >= to.node.length) growRoute(to, n * 2 + 4);
  to.count = n;
  for (let i = 0; i < n; i += 1) {
    to.node[i] = from.node[i] as number;
    to.litres[i] = from.litres[i] as number;
    to.arrive[i] = from.arrive[i] as number;
    to.start[i] = from.start[i] as number;
    to.finish[i] = from.finish[i] as number;
    to.rest[i] = from.rest[i] as number;
  }
  to.rest[n] = from.rest[n] as number;
  to.leave = from.leave;
  to.back = from.back;
  to.metres = from.metres;
  to.changed = from.changed;
}

function growRoute(route: Route, size: number): void {
  const bigger = newRoute(size);
  for (const key of ['node', 'litres', 'arrive', 'start', 'finish', 'rest'] as const) {
    bigger[key].set(route[key]);
    route[key] = bigger[key];
  }
}

export function newBoard(day: Day, weights: Weights, earlier?: Earlier): Board {
  const board: Board = {
    day,
    weights,
    routes: Array.from({ length: day.R }, () => newRoute()),
    bookings: Array.from({ length: day.S }, newBookings),
    inflow: Array.from({ length: day.N }, newInflow),
    used: new Float64Array(day.S),
    given: new Float64Array(day.N),
    late: new Float64Array(day.N),
    got: new Float64Array(day.N),
    pointCost: new Float64Array(day.N),
    shortfall: 0,
    metres: day.resume.metres,
    changed: 0,
    earlier,
    draft: newRoute(),
    tally: new Float64Array(day.V),
  };
  for (const fill of day.resume.fills) {
    book(board.bookings[fill.source] as Bookings, fill.start, fill.finish, -1);
    board.used[fill.source] = (board.used[fill.source] as number) + fill.litres;
  }
  for (const delivery of day.resume.deliveries) {
    const p = delivery.point;
    if ((day.tank[p] as number) >= 0) {
      pour(board.inflow[p] as Inflow, delivery.finish, delivery.litres, -1);
    } else {
      board.given[p] = (board.given[p] as number) + delivery.litres;
      if (delivery.finish > day.to) board.late[p] = (board.late[p] as number) + delivery.litres;
    }
  }
  for (let p = 0; p < day.N; p += 1) refreshPoint(board, p);
  for (let r = 0; r < day.R; r += 1) layEmpty(board, r);
  return board;
}

/** The route of a tanker without new stops: at home, or the way home from where it stands. */
function layEmpty(board: Board, r: number): void {
  const { day } = board;
  const route = board.routes[r] as Route;
  route.count = 0;
  route.rest[0] = 0;
  route.leave = 0;
  const { back, metres } = wayHome(day, r);
  route.back = back;
  route.metres = metres;
  route.changed = board.earlier ? changedStops(day, board.earlier, r, route) : 0;
  board.metres += route.metres;
  board.changed += route.changed;
}

/** Straight home with no new stop, however late; back = -1 when it need not or cannot. */
export function wayHome(day: Day, r: number): { back: number; metres: number } {
  const state = day.resume.tankers[r];
  if (!state || state.kept.length === 0 || state.idle || state.atHome)
    return { back: -1, metres: 0 };
  const leg = (day.start[r] as number) * day.V + (day.home[r] as number);
  const seconds = day.drive[leg] as number;
  if (seconds >= NEVER) return { back: -1, metres: 0 };
  const metres = day.length[leg] as number;
  if (state.heading === day.place[day.home[r] as number])
    return { back: Math.max(state.headingArrives, 0), metres };
  let leave = Math.max(day.now, state.since);
  const every = day.restEvery[r] as number;
  const rest = day.restSeconds[r] as number;
  if (every >= 0) {
    const rested = leave - state.since >= rest ? leave : state.rested;
    if (leave + seconds - rested > every) leave = Math.max(leave, state.since + rest);
  }
  return { back: leave + seconds, metres };
}

/** What point `p` costs when its people got `litres`. */
export function costOf(board: Board, p: number, litres: number): number {
  const { day, weights } = board;
  const K = day.K;
  let sum = 0;
  for (let k = 0; k < K; k += 1) {
    const need = day.need[p * K + k] as number;
    if (litres >= need) continue;
    const short = litres <= 0 ? 1 : 1 - litres / need;
    sum += ((weights.square[k] as number) * short + (weights.line[k] as number)) * short;
  }
  return sum * (day.weight[p] as number);
}

function refreshPoint(board: Board, p: number): void {
  const { day } = board;
  const got =
    (day.tank[p] as number) >= 0
      ? drawn(day, board.inflow[p] as Inflow, p, NEVER, 0)
      : (board.given[p] as number) - (board.late[p] as number);
  board.got[p] = got;
  const cost = costOf(board, p, got);
  board.shortfall += cost - (board.pointCost[p] as number);
  board.pointCost[p] = cost;
}

/** Recomputes every point's cost: after the weights changed, and against the drift of long sums. */
export function recount(board: Board): void {
  board.shortfall = 0;
  board.pointCost.fill(0);
  for (let p = 0; p < board.day.N; p += 1) refreshPoint(board, p);
}

/** The one number that the search lowers. */
export function costOfAll(board: Board): number {
  const { weights } = board;
  return board.shortfall + weights.metre * board.metres + weights.changed * board.changed;
}

/** Takes what tanker `r` does off the board; its route stays in `routes[r]`, to be settled or overwritten. */
export function lift(board: Board, r: number): void {
  const { day } = board;
  const route = board.routes[r] as Route;
  board.metres -= route.metres;
  board.changed -= route.changed;
  for (let i = 0; i < route.count; i += 1) {
    const node = route.node[i] as number;
    if (node < day.S) {
      unbook(board.bookings[node] as Bookings, r);
      board.used[node] = (board.used[node] as number) - (route.litres[i] as number);
    } else {
      const p = node - day.S;
      if ((day.tank[p] as number) >= 0) unpour(board.inflow[p] as Inflow, r);
      else board.given[p] = (board.given[p] as number) - (route.litres[i] as number);
      refreshPoint(board, p);
    }
  }
}

/** Puts the lifted route of tanker `r` on the board, times as they stand in it. */
export function settle(board: Board, r: number): void {
  const { day } = board;
  const route = board.routes[r] as Route;
  for (let i = 0; i < route.count; i += 1) {
    const node = route.node[i] as number;
    const litres = route.litres[i] as number;
    if (node < day.S) {
      book(
        board.bookings[node] as Bookings,
        route.start[i] as number,
        route.finish[i] as number,
        r,
      );
      board.used[node] = (board.used[node] as number) + litres;
    } else {
      const p = node - day.S;
      if ((day.tank[p] as number) >= 0)
        pour(board.inflow[p] as Inflow, route.finish[i] as number, litres, r);
      else board.given[p] = (board.given[p] as number) + litres;
      refreshPoint(board, p);
    }
  }
  if (board.earlier) route.changed = changedStops(day, board.earlier, r, route);
  board.metres += route.metres;
  board.changed += route.changed;
}

/** Puts the timed draft on the board as the route of tanker `r`, which must be lifted. */
export function settleDraft(board: Board, r: number): void {
  copyRoute(board.draft, board.routes[r] as Route);
  settle(board, r);
}

export function draftFrom(board: Board, r: number): Route {
  copyRoute(board.routes[r] as Route, board.draft);
  return board.draft;
}

export function insertStop(route: Route, i: number, node: number, litres: number): void {
  for (let j = route.count; j > i; j -= 1) {
    route.node[j] = route.node[j - 1] as number;
    route.litres[j] = route.litres[j - 1] as number;
  }
  route.node[i] = node;
  route.litres[i] = litres;
  route.count += 1;
}

export function removeStops(route: Route, i: number, count: number): void {
  route.node.copyWithin(i, i + count, route.count);
  route.litres.copyWithin(i, i + count, route.count);
  route.count -= count;
}
