import { below, draw, type Random } from '@liangbuwu/routing/search/random.ts';
import { attempt, remember, type Undo } from './apply.ts';
import type { Board } from './board.ts';
import type { Earlier } from './changed.ts';
import { insertStop, type Route, removeStops, roomy } from './route.ts';

/** A span of time whose stops are put back. */
export interface Span {
  from: number;
  to: number;
}

export const WHOLE_DAY: Span = { from: 0, to: Number.POSITIVE_INFINITY };

/** The spans of the trips of a route: each from its fill to the next, the first one from the beginning. */
export function tripSpans(day: { S: number }, route: Route): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (let i = 1; i < route.count; i += 1) {
    if ((route.node[i] as number) >= day.S) continue;
    const start = route.start[i] as number;
    spans.push({ from, to: start });
    from = start;
  }
  spans.push({ from, to: Number.POSITIVE_INFINITY });
  return spans;
}

/** In place of what tanker `r` does now in `span` puts what it was to do then; false when that cannot be driven. */
export function restoreSpan(board: Board, earlier: Earlier, r: number, span: Span): boolean {
  const was = earlier.routes[r] as Route;
  if (!roomy(board.routes[r] as Route, was.count)) return false;
  return attempt(board, r, true, (draft) => {
    let at = 0;
    while (at < draft.count && (draft.start[at] as number) < span.from) at += 1;
    let end = at;
    while (end < draft.count && (draft.start[end] as number) < span.to) end += 1;
    removeStops(draft, at, end - at);
    for (let i = 0; i < was.count; i += 1) {
      const start = was.start[i] as number;
      if (start < span.from || start >= span.to) continue;
      insertStop(draft, at, was.node[i] as number, was.litres[i] as number, was.hold[i] as number);
      at += 1;
    }
  });
}

/**
 * Takes from other tankers what they bring, unplanned, to points that tanker `r` was to serve in `span`, where both are
 * more than the point takes. At most `most` tankers give way; `told` hears of each.
 */
export function giveWay(
  board: Board,
  earlier: Earlier,
  r: number,
  span: Span,
  most: number,
  undo: Undo,
  told: (tanker: number, node: number) => void,
): void {
  const { day } = board;
  const was = earlier.routes[r] as Route;
  let left = most;
  for (let i = 0; i < was.count && left > 0; i += 1) {
    const node = was.node[i] as number;
    const start = was.start[i] as number;
    if (node < day.S || start < span.from || start >= span.to) continue;
    const p = node - day.S;
    if (
      (day.tank[p] as number) < 0 &&
      (board.given[p] as number) + (was.litres[i] as number) <= (day.most[p] as number)
    )
      continue;
    for (let other = 0; other < day.R && left > 0; other += 1) {
      if (other === r) continue;
      const route = board.routes[other] as Route;
      for (let j = 0; j < route.count; j += 1) {
        if (route.node[j] !== node || (route.hold[j] as number) > 0) continue;
        remember(board, undo, other);
        if (attempt(board, other, true, (draft) => removeStops(draft, j, 1))) told(other, node);
        left -= 1;
        break;
      }
    }
  }
}

/** A tanker that does not do what it was to do, and some of its trips or all of its day; undefined: there is none. */
export function pickChanged(
  board: Board,
  earlier: Earlier,
  random: Random,
): { r: number; span: Span } | undefined {
  const { R } = board.day;
  const from = below(random, R);
  for (let i = 0; i < R; i += 1) {
    const r = (from + i) % R;
    const was = earlier.routes[r] as Route;
    if ((board.routes[r] as Route).changed === 0 || was.count === 0) continue;
    if (draw(random) < 0.3) return { r, span: WHOLE_DAY };
    const spans = tripSpans(board.day, was);
    const first = below(random, spans.length);
    const last = Math.min(spans.length - 1, first + below(random, 3));
    return { r, span: { from: spans[first]?.from ?? 0, to: spans[last]?.to ?? 0 } };
  }
  return undefined;
}
