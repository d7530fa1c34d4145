import { attempt } from '../apply.ts';
import { type Bookings, fillFrom, openFrom } from '../bays.ts';
import { copyRoute, insertStop, lift, newRoute, type Route, settle } from '../board.ts';
import { NEVER } from '../day.ts';
import { stands } from '../standing.ts';
import { type Inflow, pourFrom } from '../tank.ts';
import { serviceSeconds } from '../timing.ts';
import { metresOf } from '../warm.ts';
import { clearAdded, differentFree, type Study } from './study.ts';

/** No more extra visits than these to make good one shortage. */
const VISITS = 10;
const SHARES = [1, 0.75, 0.5, 0.25, 0.1];
const GAPS = 12;

/**
 * Adds visits to point `p` until its people get `target` litres, all stops of the plan kept as they are: in gaps of
 * routes, with tankers that stand at home, and with the spare one. True when that was possible; the additions then
 * stay until `clearAdded`.
 */
export function extend(study: Study, p: number, target: number): boolean {
  const { board } = study;
  for (let visit = 0; visit < VISITS; visit += 1) {
    const lack = Math.ceil(target - (board.got[p] as number) - 1e-6);
    if (lack < 1) return true;
    if (!addVisit(study, p, lack)) break;
  }
  if (Math.ceil(target - (board.got[p] as number) - 1e-6) < 1) return true;
  clearAdded(study);
  return false;
}

function addVisit(study: Study, p: number, lack: number): boolean {
  const before = study.board.got[p] as number;
  const free = differentFree(study);
  for (const share of SHARES) {
    const litres = Math.ceil(lack * share);
    if (addFree(study, study.spare, p, litres)) return gained(study, p, before);
    for (const r of free) {
      if (addFree(study, r, p, litres)) return gained(study, p, before);
    }
    for (const gap of study.gaps.slice(0, GAPS)) {
      if (addInGap(study, gap.r, gap.at, p, litres)) return gained(study, p, before);
    }
    if (litres <= 1) break;
  }
  return false;
}

/** Water that nobody can draw in time is no help. */
function gained(study: Study, p: number, before: number): boolean {
  return (study.board.got[p] as number) > before + 0.5;
}

/** A further trip at the end of a route that consists of additions only. */
function addFree(study: Study, r: number, p: number, litres: number): boolean {
  const { board, day } = study;
  const most = Math.min(litres, day.size[r] as number);
  if (day.may[r * day.N + p] === 0 || most < 1) return false;
  let best = NEVER;
  let source = -1;
  const { before } = study;
  copyRoute(board.routes[r] as Route, before);
  const put = (s: number) =>
    attempt(board, r, false, (draft) => {
      insertStop(draft, draft.count, s, 0);
      insertStop(draft, draft.count, day.S + p, most);
    });
  for (let s = 0; s < day.S; s += 1) {
    if (!put(s)) continue;
    const route = board.routes[r] as Route;
    const finish = route.finish[route.count - 1] as number;
    if (finish < best) {
      best = finish;
      source = s;
    }
    lift(board, r);
    copyRoute(before, route);
    settle(board, r);
  }
  if (source < 0 || !put(source)) return false;
  study.added.push({ tanker: r, at: (board.routes[r] as Route).count - 2 });
  return true;
}

/** A fill and a delivery between stops that keep their times; one for each gap. */
function addInGap(study: Study, r: number, at: number, p: number, litres: number): boolean {
  const { board, day } = study;
  const size = day.size[r] as number;
  if (day.may[r * day.N + p] === 0 || litres > size) return false;
  if (study.added.some(({ tanker }) => tanker === r)) return false;
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
  const filling = (s: number) => serviceSeconds(day, s, litres);
  const serving = serviceSeconds(day, node, litres);
  for (let s = 0; s < S; s += 1) {
    const to = drive[a * V + s] as number;
    const there = drive[s * V + node] as number;
    if (to >= NEVER || there >= NEVER) continue;
    if (leave + to + filling(s) + there + serving + on > bound) continue;
    const fillStart = fillFrom(day, board.bookings[s] as Bookings, s, leave + to, filling(s));
    if (fillStart >= NEVER) continue;
    const arrive = fillStart + filling(s) + there;
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
    setStop(route, at, s, litres, leave + to, fillStart, fillStart + filling(s));
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
