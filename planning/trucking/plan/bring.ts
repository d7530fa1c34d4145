import { attempt, goBack, newUndo, remember, type Undo } from './apply.ts';
import type { Board } from './board.ts';
import { visitsTo } from './keeping.ts';
import { tripSpans } from './restore.ts';
import { insertStop, type Route, removeStops, roomy } from './route.ts';
import { compareMerit, type Merit, meritOf } from './score.ts';

/** A delivery that somebody wants in a tanker's day: a node, litres, and when it is to begin, both included. */
export interface Wish {
  node: number;
  litres: number;
  from: number;
  to: number;
}

/** One way to change a draft so that it has the delivery. */
interface Way {
  trim: boolean;
  edit(draft: Route): void;
}

/**
 * Puts a delivery into the day of tanker `r`, in the gentlest way that can be driven: into a trip that has room for it;
 * as a trip of its own; with less for others on the trip; in place of one other stop, or of two in a row; in place of what
 * comes last, or of another trip. Among equally gentle ones that which leaves the best plan. Where others bring the point
 * too much, they give way.
 *
 * @returns whether it was done; else the board is as it was.
 */
export function bring(board: Board, r: number, wish: Wish): boolean {
  if (!roomy(board.routes[r] as Route, 2)) return false;
  const outer = newUndo(board.day.R);
  giveRoom(board, wish, outer);
  const inner = newUndo(1);
  for (const ways of levels(board, r, wish)) {
    let best: { merit: Merit; way: Way } | undefined;
    for (const way of ways) {
      const merit = tried(board, r, wish, way, inner);
      if (merit && (!best || compareMerit(merit, best.merit) < 0)) best = { merit, way };
    }
    if (best) return attempt(board, r, best.way.trim, best.way.edit);
  }
  goBack(board, outer);
  return false;
}

/** When tanker `r` could begin the delivery at the earliest from `wish.from` on; nobody loses more than litres for it. */
export function earliestStart(board: Board, r: number, wish: Wish): number | undefined {
  const open = { ...wish, to: Number.POSITIVE_INFINITY };
  const inner = newUndo(1);
  let earliest: number | undefined;
  for (const ways of levels(board, r, open).slice(0, 3)) {
    for (const way of ways) {
      remember(board, inner, r);
      if (attempt(board, r, way.trim, way.edit)) {
        const start = startOf(board.routes[r] as Route, open);
        if (start !== undefined && start < (earliest ?? Number.POSITIVE_INFINITY)) earliest = start;
      }
      goBack(board, inner);
    }
  }
  return earliest;
}

/** What the plan is worth with it, everything put back afterwards; undefined where it cannot be. */
function tried(board: Board, r: number, wish: Wish, way: Way, undo: Undo): Merit | undefined {
  remember(board, undo, r);
  const done =
    attempt(board, r, way.trim, way.edit) && startOf(board.routes[r] as Route, wish) !== undefined;
  const merit = done ? meritOf(board) : undefined;
  goBack(board, undo);
  return merit;
}

/** When the wish begins in this route; undefined where the route does not have it. */
function startOf(route: Route, wish: Wish): number | undefined {
  for (let i = 0; i < route.count; i += 1) {
    const start = route.start[i] as number;
    const meant = route.node[i] === wish.node && route.hold[i] === wish.from;
    if (meant && (route.litres[i] as number) >= wish.litres && start <= wish.to) return start;
  }
  return undefined;
}

/** The gentlest first. */
function levels(board: Board, r: number, wish: Wish): Way[][] {
  const { S } = board.day;
  const { count } = board.routes[r] as Route;
  const places = Array.from({ length: count + 1 }, (_, at) => at);
  const sources = Array.from({ length: S }, (_, s) => s);
  const visit = (at: number) => (draft: Route) =>
    insertStop(draft, at, wish.node, wish.litres, wish.from);
  const trip = (at: number, source: number) => (draft: Route) => {
    visit(at)(draft);
    insertStop(draft, at, source, 0);
  };
  const instead = (at: number, few: number): Way[] =>
    [visit(at), ...sources.map((source) => trip(at, source))].map((edit) => ({
      trim: true,
      edit: (draft: Route) => {
        removeStops(draft, at, few);
        edit(draft);
      },
    }));
  const trips = places.flatMap((at) => sources.map((source) => trip(at, source)));
  const spans = tripSpans(board.day, board.routes[r] as Route);
  return [
    places.map((at) => ({ trim: false, edit: visit(at) })),
    trips.map((edit) => ({ trim: false, edit })),
    places.map((at) => ({ trim: true, edit: visit(at) })),
    ...[1, 2].map((few) => places.slice(0, -few).flatMap((at) => instead(at, few))),
    [
      ...trips.map((edit) => ({ trim: true, edit })),
      ...places.slice(0, -1).flatMap((at) => instead(at, count - at)),
    ],
    spans.flatMap((span) =>
      sources.map((source) => ({
        trim: true,
        edit: (draft: Route) => {
          let at = 0;
          while (at < draft.count && (draft.start[at] as number) < span.from) at += 1;
          let end = at;
          while (end < draft.count && (draft.start[end] as number) < span.to) end += 1;
          removeStops(draft, at, end - at);
          trip(at, source)(draft);
        },
      })),
    ),
  ];
}

/** Takes from other visits of the point what would be more than it needs, the latest first. */
function giveRoom(board: Board, { node, litres }: Wish, undo: Undo): void {
  const { day } = board;
  const p = node - day.S;
  if ((day.tank[p] as number) >= 0) return;
  const over = () => (board.given[p] as number) + litres - (day.most[p] as number);
  const visits = visitsTo(board, node).sort((a, b) => startAt(b) - startAt(a));
  function startAt({ r, at }: { r: number; at: number }): number {
    return (board.routes[r] as Route).start[at] as number;
  }
  for (const visit of visits) {
    const much = over();
    if (much <= 0) return;
    remember(board, undo, visit.r);
    attempt(board, visit.r, true, (draft) => {
      const at = visit.at < draft.count && draft.node[visit.at] === node ? visit.at : -1;
      if (at >= 0) draft.litres[at] = Math.max(0, (draft.litres[at] as number) - much);
    });
  }
}
