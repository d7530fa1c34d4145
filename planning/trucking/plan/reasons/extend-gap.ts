import { type Bookings, fillFrom, openFrom } from '../bays.ts';
import { copyRoute, lift, newRoute, type Route, settle } from '../board.ts';
import { NEVER } from '../day.ts';
import { stands } from '../standing.ts';
import { type Inflow, pourFrom } from '../tank.ts';
import { serviceSeconds } from '../timing.ts';
import { metresOf } from '../warm.ts';
import type { Gap, Study } from './study.ts';

/** No more gaps than these are tried for one visit, longest first. */
const GAPS = 12;

/** The longest gaps of tankers that may go to `p`, one addition a tanker. */
export function gapsFor(study: Study, p: number): Gap[] {
  const { day } = study;
  const setup = day.setup[day.S + p] as number;
  const gaps: Gap[] = [];
  for (const gap of study.gaps) {
    if (gaps.length === GAPS || gap.seconds <= setup) break;
    if (day.may[gap.r * day.N + p] === 0) continue;
    if (!study.added.some(({ tanker }) => tanker === gap.r)) gaps.push(gap);
  }
  return gaps;
}

/** A fill and a delivery between stops that keep their times; a stop that waited may be arrived at later. */
export function addInGap(study: Study, r: number, at: number, p: number, litres: number): boolean {
  const { board, day } = study;
  if (litres > (day.size[r] as number)) return false;
  const { V, S, drive } = day;
  const old = board.routes[r] as Route;
  const node = S + p;
  const fresh = day.resume.tankers[r]?.kept.length === 0;
  const a = at > 0 ? (old.node[at - 1] as number) : (day.start[r] as number);
  const leave =
    at > 0
      ? (old.finish[at - 1] as number)
      : fresh
        ? old.leave
        : Math.max(day.now, day.resume.tankers[r]?.since ?? 0);
  const last = at === old.count;
  const b = last ? (day.home[r] as number) : (old.node[at] as number);
  const bound = last ? old.back : (old.start[at] as number);
  const on = drive[node * V + b] as number;
  if (on >= NEVER) return false;
  const serving = serviceSeconds(day, node, litres);
  for (let s = 0; s < S; s += 1) {
    const to = drive[a * V + s] as number;
    const there = drive[s * V + node] as number;
    if (to >= NEVER || there >= NEVER) continue;
    const filling = serviceSeconds(day, s, litres);
    if (leave + to + filling + there + serving + on > bound) continue;
    if (litres > (day.limit[s] as number) - (board.used[s] as number)) continue;
    const fillStart = fillFrom(day, board.bookings[s] as Bookings, s, leave + to, filling);
    if (fillStart >= NEVER) continue;
    const arrive = fillStart + filling + there;
    let start = openFrom(day, node, arrive, serving);
    if (start < NEVER && (day.tank[p] as number) >= 0) {
      start = pourFrom(day, board.inflow[p] as Inflow, p, start + serving, litres) - serving;
    }
    if (start + serving + on > bound) continue;
    const route = newRoute(old.count + 10);
    copyRoute(old, route);
    for (const key of ['node', 'litres', 'arrive', 'start', 'finish'] as const) {
      route[key].copyWithin(at + 2, at, old.count);
    }
    setStop(route, at, s, litres, leave + to, fillStart, fillStart + filling);
    setStop(route, at + 1, node, litres, arrive, start, start + serving);
    route.count += 2;
    if (!last) {
      const next = start + serving + on;
      if ((route.arrive[at + 2] as number) < next) route.arrive[at + 2] = next;
    }
    route.metres = metresOf(board, r, route);
    lift(board, r);
    const fine = stands(board, r, route);
    if (fine) copyRoute(route, board.routes[r] as Route);
    settle(board, r);
    if (fine) {
      study.added.push({ tanker: r, at });
      return true;
    }
  }
  return false;
}

function setStop(
  route: Route,
  i: number,
  node: number,
  litres: number,
  arrive: number,
  start: number,
  finish: number,
): void {
  route.node[i] = node;
  route.litres[i] = litres;
  route.arrive[i] = arrive;
  route.start[i] = start;
  route.finish[i] = finish;
}
