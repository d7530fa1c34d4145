import { chosenWindow, openFrom } from './bays.ts';
import { type Board, costOf, type Route } from './board.ts';
import { NEVER } from './day.ts';
import type { Slack } from './slack.ts';
import { drawn, type Inflow, seen } from './tank.ts';
import { readyAt } from './timing.ts';

/**
 * How gains are weighed: relief less metres, over seconds spent plus `idle`. With `idle` 0 it is relief a second, as
 * befits scarce tankers; with a large one it is relief alone. Below 0 the litres that a point wants count alike
 * everywhere, and metres decide.
 */
export interface Taste {
  idle: number;
  /** Scores are lowered by up to this share at random. */
  blur: number;
}

/** The best visit found: `litres` to point `p` before stop `at` of tanker `r`. */
export interface VisitPick {
  score: number;
  r: number;
  at: number;
  p: number;
  litres: number;
}

/** Litres that point `p` can still use. */
export function wanting(board: Board, p: number): number {
  const { day } = board;
  if ((day.tank[p] as number) >= 0) {
    return Math.ceil((day.most[p] as number) - (board.got[p] as number) - 1e-6);
  }
  return (day.most[p] as number) - (board.given[p] as number);
}

/** Metres that one may drive to give a point all it wants, when metres decide: more than any detour. */
const SERVED = 3e5;

/** What the last `bestLitres` chose. */
export const chosen = { litres: 0, gain: 0, score: 0 };

/**
 * Of what point `p` may be given, the litres that score best: all of `most`, or what just meets one tier.
 * `around` is the time that the stop costs whatever is delivered, `each` seconds a litre, `finish` about when.
 */
export function bestLitres(
  board: Board,
  p: number,
  most: number,
  around: number,
  each: number,
  detour: number,
  finish: number,
  gained: number,
  idle: number,
): boolean {
  const { day, weights } = board;
  const got = board.got[p] as number;
  const tank = (day.tank[p] as number) >= 0;
  let top = most;
  if (tank) {
    drawn(day, board.inflow[p] as Inflow, p, finish, 0);
    const useful = Math.ceil(seen.lack);
    if (useful < top) top = useful;
    if (seen.room < top) top = Math.floor(seen.room);
  }
  if (top < 1) return false;
  if (idle < 0) {
    chosen.litres = top;
    chosen.gain = (SERVED * top) / wanting(board, p) - detour;
    chosen.score = gained + chosen.gain;
    return chosen.score > 0;
  }
  const cost = board.pointCost[p] as number;
  const extra = weights.metre * detour;
  chosen.score = 0;
  chosen.litres = 0;
  let k = day.K - 1;
  let litres = top;
  let last = -1;
  for (;;) {
    if (litres !== last && litres >= 1) {
      last = litres;
      const after = tank ? drawn(day, board.inflow[p] as Inflow, p, finish, litres) : got + litres;
      const gain = cost - costOf(board, p, after) - extra;
      const score = (gained + gain) / (around + each * litres + idle);
      if (score > chosen.score) {
        chosen.score = score;
        chosen.litres = litres;
        chosen.gain = gain;
      }
    }
    k -= 1;
    if (k < 0) break;
    litres = Math.ceil((day.need[p * day.K + k] as number) - got);
    if (litres > top) litres = top;
  }
  return chosen.litres > 0;
}

/** Tries point `p` at every position of the settled route of tanker `r`; improves `pick` if one scores better. */
export function tryVisits(
  board: Board,
  r: number,
  slack: Slack,
  p: number,
  taste: Taste,
  factor: number,
  pick: VisitPick,
): void {
  const { day } = board;
  if (day.may[r * day.N + p] === 0) return;
  const want = wanting(board, p);
  if (want < 1) return;
  const { V, S, drive, length } = day;
  const route = board.routes[r] as Route;
  const node = S + p;
  const n = route.count;
  const setup = day.setup[node] as number;
  const slow = 60 / (day.rate[node] as number);
  let a = day.start[r] as number;
  let leave = readyAt(day, r);
  for (let i = 0; i <= n; i += 1) {
    const b = i < n ? (route.node[i] as number) : (day.home[r] as number);
    const room = slack.room[i] as number;
    if (room >= 1 && a !== node && b !== node) {
      const there = drive[a * V + node] as number;
      const on = drive[node * V + b] as number;
      if (there < NEVER && on < NEVER) {
        const bound = (slack.latest[i] as number) - on - setup;
        const way = drive[a * V + b] as number;
        const past = way < NEVER ? way : 0;
        const least = there + on - past + setup;
        const hope =
          (board.pointCost[p] as number) * factor >
          pick.score * ((least > 0 ? least : 0) + taste.idle);
        if (leave + there < bound && (hope || taste.idle < 0)) {
          const start = openFrom(day, node, leave + there, setup + 1);
          if (start < bound) {
            const source = slack.feed[i] as number;
            const each = source < 0 ? slow : slow + 60 / (day.rate[source] as number);
            let most = room < want ? room : want;
            const time = Math.floor((bound - start) / each);
            if (time < most) most = time;
            const open = Math.floor((chosenWindow.until - start - setup) / slow);
            if (open < most) most = open;
            const detour =
              (length[a * V + node] as number) +
              (length[node * V + b] as number) -
              (length[a * V + b] as number);
            const around = least + (start - leave - there);
            if (
              bestLitres(
                board,
                p,
                most,
                around > 0 ? around : 0,
                each,
                detour,
                start + setup,
                0,
                taste.idle,
              ) &&
              chosen.score * factor > pick.score
            ) {
              pick.score = chosen.score * factor;
              pick.r = r;
              pick.at = i;
              pick.p = p;
              pick.litres = chosen.litres;
            }
          }
        }
      }
    }
    if (i < n) {
      a = b;
      leave = route.finish[i] as number;
    }
  }
}
