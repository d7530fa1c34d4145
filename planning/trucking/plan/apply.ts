import {
  type Board,
  copyRoute,
  draftFrom,
  insertStop,
  lift,
  newRoute,
  type Route,
  roomy,
  settle,
  settleDraft,
} from './board.ts';
import { losesPin } from './pins.ts';
import { balance, timeDraft } from './timing.ts';
import type { TripPick } from './trip.ts';
import type { VisitPick } from './visit.ts';

/**
 * Lets `edit` change the draft of tanker `r` and puts it on the board if it can be driven and keeps what people have
 * decided; else the board stays as it is. With `trim`, litres that fit no more are taken out first.
 */
export function attempt(
  board: Board,
  r: number,
  trim: boolean,
  edit: (draft: Route) => void,
): boolean {
  if (board.locked[r] === 1) return false;
  const draft = draftFrom(board, r);
  edit(draft);
  lift(board, r);
  if (
    balance(board, r, draft, trim) &&
    timeDraft(board, r) &&
    !losesPin(board.decided, r, board.routes[r] as Route, draft)
  ) {
    settleDraft(board, r);
    return true;
  }
  settle(board, r);
  return false;
}

const SMALLEST = 1;
const SHRINK = [1, 0.8, 0.5];

/** Puts the visit into its route, with fewer litres if the picked ones do not fit. */
export function applyVisit(board: Board, pick: VisitPick): boolean {
  if (!roomy(board.routes[pick.r] as Route, 1)) return false;
  for (const share of SHRINK) {
    const litres = Math.floor(pick.litres * share);
    if (litres < SMALLEST) return false;
    const done = attempt(board, pick.r, false, (draft) => {
      insertStop(draft, pick.at, board.day.S + pick.p, litres);
    });
    if (done) return true;
  }
  return false;
}

/** Puts the trip into its route, with fewer litres if the picked ones do not fit. */
export function applyTrip(board: Board, pick: TripPick): boolean {
  const route = board.routes[pick.r] as Route;
  if (!roomy(route, pick.count + 1)) return false;
  for (const share of SHRINK) {
    const done = attempt(board, pick.r, false, (draft) => {
      for (let i = pick.count - 1; i >= 0; i -= 1) {
        const litres = Math.floor((pick.litres[i] as number) * share);
        if (litres >= SMALLEST) {
          insertStop(draft, pick.at, board.day.S + (pick.point[i] as number), litres);
        }
      }
      insertStop(draft, pick.at, pick.source, 0);
    });
    if (done) return true;
  }
  return false;
}

/** Routes as they were before a change, to go back to. */
export interface Undo {
  count: number;
  tanker: Int32Array;
  routes: Route[];
}

export function newUndo(most: number): Undo {
  return {
    count: 0,
    tanker: new Int32Array(most),
    routes: Array.from({ length: most }, () => newRoute()),
  };
}

export function remember(board: Board, undo: Undo, r: number): void {
  for (let i = 0; i < undo.count; i += 1) if (undo.tanker[i] === r) return;
  undo.tanker[undo.count] = r;
  copyRoute(board.routes[r] as Route, undo.routes[undo.count] as Route);
  undo.count += 1;
}

export function goBack(board: Board, undo: Undo): void {
  for (let i = 0; i < undo.count; i += 1) lift(board, undo.tanker[i] as number);
  for (let i = 0; i < undo.count; i += 1) {
    const r = undo.tanker[i] as number;
    copyRoute(undo.routes[i] as Route, board.routes[r] as Route);
    settle(board, r);
  }
  undo.count = 0;
}
