import type { Plan, Problem } from '../water-day.ts';
import { attempt, goBack, newUndo, remember, type Undo } from './apply.ts';
import { type Board, newBoard } from './board.ts';
import { bring, earliestStart } from './bring.ts';
import { earlierStops } from './changed.ts';
import { type Day, packDay } from './day.ts';
import { finishPlan } from './finish.ts';
import { type Pin, packDecided } from './pins.ts';
import { resumeFrom } from './resume.ts';
import { type Route, removeStops } from './route.ts';
import { layEarlier } from './warm.ts';
import { evenWeights } from './weights.ts';

/** A delivery of a plan, by what a driver knows of it; `start` in seconds since 00:00. */
interface Stand {
  tanker: string;
  point: string;
  start: number;
}

/** One thing that a person changes in a plan. Litres are whole; `at` is when the delivery is to begin, or soon after. */
export type Move =
  | ({ kind: 'move'; to: { tanker: string; at: number } } & Stand)
  | ({ kind: 'litres'; litres: number } & Stand)
  | ({ kind: 'drop' } & Stand)
  | { kind: 'add'; tanker: string; point: string; at: number; litres: number };

/**
 * Why a move was not made. `gone`: no such delivery is left that has not begun; `may-not`: the tanker is too big for the
 * point's road, or no way leads there; `idle`: it is out of use; `off-shift`: it is not on duty then; `no-load`: it does
 * not hold so much, or the point does not take it, or no time is left for it that day; `no-time`: it cannot be there then.
 */
export type NotMoved = 'gone' | 'may-not' | 'idle' | 'off-shift' | 'no-load' | 'no-time';

export type Moved =
  | { done: true; tanker: string; point: string; start: number; litres: number }
  | { done: true; tanker: string; point: string; start: null; litres: 0 }
  | { done: false; because: NotMoved; earliest: number | null };

export interface ByHandOptions {
  /** The plan that is changed; its stops before `now` are left out. */
  start: Plan;
  /** The plan that is under way; its stops before `now` are kept. */
  previous?: Plan | undefined;
  /** Seconds since 00:00. Default 0. */
  now?: number | undefined;
  /** In the order in which they were made; each is about what the one before it left. */
  moves: readonly Move[];
  /** Nothing that makes room for a move gives up one of these. */
  pins?: readonly Pin[];
}

/** A delivery begins so many seconds after it was asked for at the latest. */
const SOON = 900;

/**
 * Changes a plan by hand and times it anew, without any search. What a move needs is taken as gently as can be driven: of
 * the room that there is, then litres from others on the trip, then later stops of the same tanker. What it costs whom is
 * the difference between the two plans.
 *
 * @param problem a valid problem; it is not changed.
 * @returns the plan as it stands then, its short points without tested reasons, and what came of each move. A move that
 * cannot be made changes nothing; `earliest` is when that tanker could begin the delivery, where it can at all that day.
 */
export function byHand(problem: Problem, options: ByHandOptions): { plan: Plan; moved: Moved[] } {
  const { start, previous, now = 0 } = options;
  const day = packDay(problem, resumeFrom(problem, previous, now));
  const board = newBoard(
    day,
    evenWeights(day.K, 0.5),
    previous ? earlierStops(day, previous) : undefined,
    packDecided(day, options.pins ?? [], []),
  );
  layEarlier(board, start);
  const hand = { board, undo: newUndo(day.R), ...finders(day) };
  const moved = options.moves.map((move) => make(hand, move));
  return { plan: finishPlan(board, previous, () => true), moved };
}

interface Hand {
  board: Board;
  undo: Undo;
  tanker(id: string): number;
  node(id: string): number;
}

function finders(day: Day): Pick<Hand, 'tanker' | 'node'> {
  const tankers = new Map(day.problem.tankers.map(({ id }, r) => [id, r]));
  const points = new Map(day.problem.points.map(({ id }, p) => [id, day.S + p]));
  return { tanker: (id) => tankers.get(id) ?? -1, node: (id) => points.get(id) ?? -1 };
}

function make(hand: Hand, move: Move): Moved {
  switch (move.kind) {
    case 'add': {
      const { tanker, point, at, litres } = move;
      return add(hand, { tanker, point, at, litres });
    }
    case 'drop': {
      const found = find(hand, move);
      if (!found || !take(hand.board, found)) return no('gone');
      return { done: true, tanker: move.tanker, point: move.point, start: null, litres: 0 };
    }
    case 'litres':
      return pour(hand, move, move.litres);
    case 'move':
      return shift(hand, move, move.to);
  }
}

const no = (because: NotMoved, earliest?: number): Moved => ({
  done: false,
  because,
  earliest: earliest ?? null,
});

/** Where a delivery is on the board. */
function find({ board, tanker, node }: Hand, stand: Stand): { r: number; at: number } | undefined {
  const r = tanker(stand.tanker);
  const route = board.routes[r];
  if (!route) return undefined;
  for (let at = 0; at < route.count; at += 1) {
    if (route.node[at] === node(stand.point) && route.start[at] === stand.start) return { r, at };
  }
  return undefined;
}

function take(board: Board, { r, at }: { r: number; at: number }): boolean {
  return attempt(board, r, true, (draft) => removeStops(draft, at, 1));
}

function add(
  { board, tanker, node }: Hand,
  wanted: { tanker: string; point: string; at: number; litres: number },
): Moved {
  const { day } = board;
  const [r, at] = [tanker(wanted.tanker), node(wanted.point)];
  const state = day.resume.tankers[r];
  if (r < 0 || at < 0 || !state) return no('gone');
  if (state.idle) return no('idle');
  if (day.may[r * day.N + at - day.S] !== 1) return no('may-not');
  if (wanted.litres > (day.size[r] as number)) return no('no-load');
  const from = Math.max(wanted.at, day.now, 1);
  const shift = day.problem.tankers[r];
  if (!shift || from < shift.from || from >= shift.to) return no('off-shift');
  const wish = { node: at, litres: wanted.litres, from, to: from + SOON };
  if (bring(board, r, wish)) {
    const start = startOf(board.routes[r] as Route, at, from);
    return { done: true, tanker: wanted.tanker, point: wanted.point, start, litres: wanted.litres };
  }
  const earliest = earliestStart(board, r, wish);
  return earliest === undefined ? no('no-load') : no('no-time', earliest);
}

function startOf(route: Route, node: number, hold: number): number {
  for (let i = 0; i < route.count; i += 1) {
    if (route.node[i] === node && route.hold[i] === hold) return route.start[i] as number;
  }
  return hold;
}

function pour(hand: Hand, stand: Stand, litres: number): Moved {
  const { board, undo } = hand;
  const found = find(hand, stand);
  if (!found) return no('gone');
  const { r, at } = found;
  for (const trim of [false, true]) {
    remember(board, undo, r);
    const done = attempt(board, r, trim, (draft) => {
      draft.litres[at] = litres;
    });
    const route = board.routes[r] as Route;
    if (done && route.node[at] === hand.node(stand.point) && route.litres[at] === litres) {
      undo.count = 0;
      const start = route.start[at] as number;
      return { done: true, tanker: stand.tanker, point: stand.point, start, litres };
    }
    goBack(board, undo);
  }
  return no('no-load');
}

function shift(hand: Hand, stand: Stand, to: { tanker: string; at: number }): Moved {
  const { board, undo } = hand;
  const found = find(hand, stand);
  if (!found) return no('gone');
  const litres = (board.routes[found.r] as Route).litres[found.at] as number;
  remember(board, undo, found.r);
  if (!take(board, found)) {
    undo.count = 0;
    return no('gone');
  }
  const moved = add(hand, { tanker: to.tanker, point: stand.point, at: to.at, litres });
  if (moved.done) undo.count = 0;
  else goBack(board, undo);
  return moved;
}
