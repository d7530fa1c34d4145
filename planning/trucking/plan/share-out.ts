import { attempt, remember } from './apply.ts';
import { keeps, type Tidying, visitsTo } from './keeping.ts';
import { insertStop, type Route, removeStops, roomy } from './route.ts';

/** Attempts for one village tank. */
const ATTEMPTS = 400;

/** What little is missing in the first tier that is not met is taken from other deliveries of a tanker that comes there. */
export function shareOut(tidying: Tidying, stop: () => boolean): boolean {
  const { board, merit } = tidying;
  const { day, got } = board;
  const { K, N, S } = day;
  const tier = merit.subarray(0, K).findIndex((hardship) => hardship > 0);
  if (tier < 0) return false;
  const missing = (p: number) =>
    Math.ceil((day.need[p * K + tier] as number) - (got[p] as number) - 1e-6);
  const short = Array.from({ length: N }, (_, p) => p)
    .filter((p) => missing(p) > 0)
    .toSorted((a, b) => missing(a) - missing(b));
  let better = false;
  for (const p of short) {
    if (stop()) break;
    const litres = missing(p);
    const helped = visitsTo(board, S + p).some(({ r, at }) => {
      const { count, node, litres: brings } = board.routes[r] as Route;
      for (let from = -1; from < count; from += 1) {
        if (from >= 0 && ((node[from] as number) < S || node[from] === S + p)) continue;
        if (from >= 0 && (brings[from] as number) <= litres) continue;
        const done = keeps(tidying, false, (undo) => {
          remember(board, undo, r);
          return attempt(board, r, false, (draft) => {
            draft.litres[at] = (draft.litres[at] as number) + litres;
            if (from >= 0) draft.litres[from] = (draft.litres[from] as number) - litres;
          });
        });
        if (done) return true;
      }
      return false;
    });
    if (helped || comeEarlier(tidying, p)) better = true;
  }
  return better;
}

/** A village tank that ran dry before its first delivery gets one sooner, from a tanker that comes there or from any other. */
function comeEarlier(tidying: Tidying, p: number): boolean {
  const { board } = tidying;
  const { R, N, S, tank, may } = board.day;
  if ((tank[p] as number) < 0) return false;
  const node = S + p;
  let left = ATTEMPTS;
  let first = Number.POSITIVE_INFINITY;
  let litres = 0;
  for (const { r, at, litres: brings } of visitsTo(board, node)) {
    const start = (board.routes[r] as Route).start[at] as number;
    if (start < first) {
      first = start;
      litres = brings;
    }
    for (let to = at - 1; to >= 0 && left > 0; to -= 1) {
      left -= 1;
      const done = keeps(tidying, false, (undo) => {
        remember(board, undo, r);
        return attempt(board, r, true, (draft) => {
          removeStops(draft, at, 1);
          insertStop(draft, to, node, brings);
        });
      });
      if (done) return true;
    }
  }
  for (let r = 0; r < R; r += 1) {
    const route = board.routes[r] as Route;
    if (may[r * N + p] === 0 || !roomy(route, 1)) continue;
    for (let to = 0; to < route.count && left > 0; to += 1) {
      if ((route.start[to] as number) >= first) break;
      left -= 1;
      for (const share of [1, 0.2]) {
        const done = keeps(tidying, false, (undo) => {
          remember(board, undo, r);
          return attempt(board, r, true, (draft) =>
            insertStop(draft, to + 1, node, Math.max(1, Math.floor(litres * share))),
          );
        });
        if (done) return true;
      }
    }
  }
  return false;
}
