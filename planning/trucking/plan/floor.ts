import { fillFrom, newBookings, openFrom } from './bays.ts';
import type { Board } from './board.ts';
import { type Day, NEVER } from './day.ts';
import { drawn, type Inflow, pour, unpour } from './tank.ts';
import { readyAt, serviceSeconds } from './timing.ts';

const PROBE = -3;

/**
 * For each tier a hardship that no plan can go below: of points that no tanker can reach in time, and of village
 * tanks that run dry before the first could come. Not always attained.
 */
export function hardshipFloor(board: Board): Float64Array {
  const { day } = board;
  const floor = new Float64Array(day.K);
  for (let p = 0; p < day.N; p += 1) {
    const got = mostToGet(board, p);
    for (let k = 0; k < day.K; k += 1) {
      const need = day.need[p * day.K + k] as number;
      if (got >= need) continue;
      const short = 1 - got / need;
      floor[k] = (floor[k] as number) + (day.weight[p] as number) * short * short;
    }
  }
  return floor;
}

/** The most that people of `p` could get, were every tanker theirs alone. */
export function mostToGet(board: Board, p: number): number {
  const { day } = board;
  const first = firstDelivery(day, p);
  if (first >= NEVER) return board.got[p] as number;
  if ((day.tank[p] as number) < 0) return Number.POSITIVE_INFINITY;
  const list = board.inflow[p] as Inflow;
  pour(list, first, day.most[p] as number, PROBE);
  const got = drawn(day, list, p, NEVER, 0);
  unpour(list, PROBE);
  return got;
}

/** Earliest finish of any delivery to `p`, as if one litre were enough and nobody else on the way. */
export function firstDelivery(day: Day, p: number): number {
  const { V, S, N, drive } = day;
  const node = S + p;
  const alone = newBookings();
  let first = NEVER;
  const service = serviceSeconds(day, node, 1);
  for (let r = 0; r < day.R; r += 1) {
    const state = day.resume.tankers[r];
    if (day.may[r * N + p] === 0 || state?.idle) continue;
    const ready = readyAt(day, r);
    const until = day.until[r] as number;
    const at = day.start[r] as number;
    const home = drive[node * V + (day.home[r] as number)] as number;
    if (home >= NEVER) continue;
    const arrive = (from: number) => {
      const start = openFrom(day, node, from, service);
      if (start + service + home <= until && start + service < first) first = start + service;
    };
    const early = (to: number, place: number) =>
      state && state.heading === day.place[place]
        ? Math.max(day.now, Math.min(ready + to, state.headingArrives))
        : ready + to;
    if ((state?.load ?? 0) > 0) {
      const to = drive[at * V + node] as number;
      if (to < NEVER || state?.heading === day.place[node]) arrive(early(to, node));
    }
    for (let s = 0; s < S; s += 1) {
      if ((day.limit[s] as number) < 1) continue;
      const to = drive[at * V + s] as number;
      const on = drive[s * V + node] as number;
      if (to >= NEVER || on >= NEVER) continue;
      const filling = serviceSeconds(day, s, 1);
      const start = fillFrom(day, alone, s, early(to, s), filling);
      if (start < NEVER) arrive(start + filling + on);
    }
  }
  return first;
}
