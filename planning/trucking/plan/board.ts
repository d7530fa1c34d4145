import { type Bookings, book, newBookings, unbook } from './bays.ts';
import { changedStops, type Earlier } from './changed.ts';
import { type Day, NEVER } from './day.ts';
import type { Decided } from './pins.ts';
import { copyRoute, newRoute, type Route } from './route.ts';
import { drawn, type Inflow, newInflow, pour, unpour } from './tank.ts';

export { copyRoute, insertStop, newRoute, type Route, removeStops, roomy } from './route.ts';

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
  decided: Decided | undefined;
  /** By tanker, 1: its route may not be changed any more. */
  locked: Uint8Array;
  draft: Route;
  /** Scratch by node; all zero between uses. */
  tally: Float64Array;
}

export function newBoard(day: Day, weights: Weights, earlier?: Earlier, decided?: Decided): Board {
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
    decided,
    locked: new Uint8Array(day.R),
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

/** How much less point `p` would cost for the first litre more, for each. */
export function reliefOf(board: Board, p: number): number {
  const { day, weights } = board;
  const K = day.K;
  const got = board.got[p] as number;
  let sum = 0;
  for (let k = 0; k < K; k += 1) {
    const need = day.need[p * K + k] as number;
    if (got >= need) continue;
    const short = got <= 0 ? 1 : 1 - got / need;
    sum += (2 * (weights.square[k] as number) * short + (weights.line[k] as number)) / need;
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
