import { attempt, newUndo, remember } from './apply.ts';
import type { Board } from './board.ts';
import type { Earlier } from './changed.ts';
import { keeps, type Tidying, visitsTo } from './keeping.ts';
import { giveWay, restoreSpan, tripSpans, WHOLE_DAY } from './restore.ts';
import { type Route, removeStops } from './route.ts';
import { meritOf } from './score.ts';
import { shareOut } from './share-out.ts';
import { newSlack } from './slack.ts';
import { topUp } from './topup.ts';

/** A delivery below this is hardly worth stopping for. */
export const SMALL = 200;
const GIVE_WAY = 6;

/**
 * Makes the plan on the board simpler for those who drive it, without making it worse in the format's order: stops of an
 * earlier plan go back to what they were, what little is missing somewhere is taken from where there is more, two deliveries
 * in a row to one point become one, and deliveries of a few litres are given up where others can bring them.
 */
export function tidy(board: Board, stop: () => boolean = () => false): void {
  const tidying: Tidying = {
    board,
    undo: newUndo(GIVE_WAY + 4),
    slack: newSlack(),
    merit: meritOf(board),
    next: meritOf(board),
  };
  for (let round = 0; round < 3 && !stop(); round += 1) {
    let better = false;
    if (shareOut(tidying, stop)) better = true;
    if (board.earlier && putBack(tidying, board.earlier, stop)) better = true;
    for (let r = 0; r < board.day.R && !stop(); r += 1) {
      if (joinVisits(tidying, r)) better = true;
      if (dropSmall(tidying, r)) better = true;
    }
    if (!better) return;
  }
}

function putBack(tidying: Tidying, earlier: Earlier, stop: () => boolean): boolean {
  const { board, slack } = tidying;
  let better = false;
  for (let r = 0; r < board.day.R && !stop(); r += 1) {
    const was = earlier.routes[r] as Route;
    if (was.count === 0) continue;
    for (const span of [WHOLE_DAY, ...tripSpans(board.day, was)]) {
      if ((board.routes[r] as Route).changed === 0) break;
      const done = keeps(tidying, false, (undo) => {
        remember(board, undo, r);
        const others: number[] = [];
        giveWay(board, earlier, r, span, GIVE_WAY, undo, (other) => others.push(other));
        if (!restoreSpan(board, earlier, r, span)) return false;
        for (const other of [r, ...others]) topUp(board, other, slack);
        return true;
      });
      if (done) better = true;
    }
  }
  return better;
}

/** Two deliveries in a row to one point become one. */
function joinVisits(tidying: Tidying, r: number): boolean {
  const { board } = tidying;
  const route = board.routes[r] as Route;
  let better = false;
  for (let i = route.count - 1; i > 0; i -= 1) {
    const node = route.node[i] as number;
    if (node < board.day.S || route.node[i - 1] !== node) continue;
    for (const later of [false, true]) {
      const done = keeps(tidying, true, (undo) => {
        remember(board, undo, r);
        return attempt(board, r, false, (draft) => {
          const from = later ? i - 1 : i;
          const to = later ? i : i - 1;
          draft.litres[to] = (draft.litres[to] as number) + (draft.litres[from] as number);
          removeStops(draft, from, 1);
        });
      });
      if (!done) continue;
      better = true;
      break;
    }
  }
  return better;
}

/** A delivery of a few litres is given up where other visits to its point can bring them, else made a bigger one. */
function dropSmall(tidying: Tidying, r: number): boolean {
  const { board, slack } = tidying;
  const { day } = board;
  const route = board.routes[r] as Route;
  let better = false;
  for (let i = route.count - 1; i >= 0; i -= 1) {
    const node = route.node[i] as number;
    const litres = route.litres[i] as number;
    if (node < day.S || litres >= SMALL) continue;
    const others = visitsTo(board, node).filter((one) => one.r !== r || one.at !== i);
    const given = others.some(({ r: other, at }) =>
      keeps(tidying, true, (undo) => {
        remember(board, undo, r);
        remember(board, undo, other);
        if (!attempt(board, r, true, (draft) => removeStops(draft, i, 1))) return false;
        const place = other === r && at > i ? at - 1 : at;
        return more(board, other, place, node, litres);
      }),
    );
    const dropped =
      given ||
      keeps(tidying, true, (undo) => {
        for (const other of [r, ...others.map((visit) => visit.r)].slice(0, GIVE_WAY))
          remember(board, undo, other);
        if (!attempt(board, r, true, (draft) => removeStops(draft, i, 1))) return false;
        for (let k = 0; k < undo.count; k += 1) topUp(board, undo.tanker[k] as number, slack);
        return true;
      });
    const grown =
      dropped ||
      others.some(({ r: other, at, litres: has }) => {
        const share = Math.min(has - SMALL, Math.max(SMALL - litres, (has - litres) >> 1));
        if (share < SMALL - litres) return false;
        return keeps(tidying, true, (undo) => {
          remember(board, undo, r);
          remember(board, undo, other);
          return more(board, other, at, node, -share) && more(board, r, i, node, share);
        });
      });
    if (grown) better = true;
  }
  return better;
}

/** Changes what visit `at` of tanker `r` brings; false when it cannot, or is no longer a visit to that node. */
function more(board: Board, r: number, at: number, node: number, litres: number): boolean {
  const route = board.routes[r] as Route;
  if (at >= route.count || route.node[at] !== node) return false;
  return attempt(board, r, false, (draft) => {
    draft.litres[at] = (draft.litres[at] as number) + litres;
  });
}
