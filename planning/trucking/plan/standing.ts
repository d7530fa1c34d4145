import type { Bookings } from './bays.ts';
import type { Board, Route } from './board.ts';
import { type Day, NEVER } from './day.ts';
import type { Inflow } from './tank.ts';
import { readyAt, serviceSeconds } from './timing.ts';

/** Half of the litre that the format grants for rounding, and the arithmetic's own. */
const SPARE = 0.5 + 1e-5;

/**
 * Whether a route of the lifted tanker `r` can stand with exactly the times it has, beside what is on the board: ways,
 * windows, bays, litres, village tanks, shift and rests. Apart from `timing.ts`, which makes times, this judges them.
 */
export function stands(board: Board, r: number, route: Route): boolean {
  const { day } = board;
  if (route.count === 0) return route.back < 0 || route.back <= (day.until[r] as number);
  if (day.resume.tankers[r]?.idle) return false;
  return (
    legsStand(day, r, route) &&
    litresStand(board, r, route) &&
    restsStand(day, r, route) &&
    baysStand(board, route) &&
    tanksStand(board, route)
  );
}

function legsStand(day: Day, r: number, route: Route): boolean {
  const { V, drive } = day;
  const state = day.resume.tankers[r];
  const fresh = !state || state.kept.length === 0;
  let at = day.start[r] as number;
  let leave = readyAt(day, r);
  if (fresh && route.leave < leave) return false;
  if (fresh) leave = route.leave;
  for (let i = 0; i < route.count; i += 1) {
    const node = route.node[i] as number;
    const arrive = route.arrive[i] as number;
    const start = route.start[i] as number;
    const finish = route.finish[i] as number;
    const seconds = drive[at * V + node] as number;
    if (seconds >= NEVER) return false;
    const asPlanned =
      i === 0 && state?.heading === day.place[node] && arrive === state?.headingArrives;
    if (!asPlanned && arrive - seconds < leave) return false;
    if (start < arrive || start < day.now) return false;
    if (finish !== start + serviceSeconds(day, node, route.litres[i] as number)) return false;
    let open = false;
    const end = day.windowAt[node + 1] as number;
    for (let w = day.windowAt[node] as number; w < end; w += 1) {
      if (start >= (day.windowFrom[w] as number) && finish <= (day.windowTo[w] as number))
        open = true;
    }
    if (!open) return false;
    at = node;
    leave = finish;
  }
  const seconds = drive[at * V + (day.home[r] as number)] as number;
  return seconds < NEVER && route.back - seconds >= leave && route.back <= (day.until[r] as number);
}

function litresStand(board: Board, r: number, route: Route): boolean {
  const { day } = board;
  let load = day.resume.tankers[r]?.load ?? 0;
  const taken = new Map<number, number>();
  for (let i = 0; i < route.count; i += 1) {
    const node = route.node[i] as number;
    const litres = route.litres[i] as number;
    if (litres < 1) return false;
    const sum = (taken.get(node) ?? 0) + litres;
    taken.set(node, sum);
    if (node < day.S) {
      load += litres;
      if (load > (day.size[r] as number)) return false;
      if (sum + (board.used[node] as number) > (day.limit[node] as number)) return false;
      continue;
    }
    const p = node - day.S;
    load -= litres;
    if (load < 0 || day.may[r * day.N + p] === 0) return false;
    const storage = (day.tank[p] as number) >= 0;
    if (!storage && sum + (board.given[p] as number) > (day.most[p] as number)) return false;
  }
  return true;
}

function restsStand(day: Day, r: number, route: Route): boolean {
  const every = day.restEvery[r] as number;
  if (every < 0) return true;
  const rest = day.restSeconds[r] as number;
  const { V, drive } = day;
  const state = day.resume.tankers[r];
  const leaves = state?.leaves ?? true;
  let rested = leaves ? 0 : (state?.rested ?? 0);
  let finish = leaves ? 0 : (state?.since ?? 0);
  let at = day.start[r] as number;
  for (let i = 0; i <= route.count; i += 1) {
    const last = i === route.count;
    const node = last ? (day.home[r] as number) : (route.node[i] as number);
    const arrive = last ? route.back : (route.arrive[i] as number);
    const out = arrive - (drive[at * V + node] as number);
    if (i === 0 && leaves) rested = out;
    else if (out - finish >= rest) {
      if (finish - rested > every) return false;
      rested = out;
    }
    if (last) return arrive - rested <= every;
    const start = route.start[i] as number;
    if (start - arrive >= rest) {
      if (arrive - rested > every) return false;
      rested = start;
    }
    finish = route.finish[i] as number;
    // It may rest right after the stop, but not begin to later than this.
    if (finish - rested > every) return false;
    at = node;
  }
  return true;
}

function baysStand(board: Board, route: Route): boolean {
  const { day } = board;
  for (let i = 0; i < route.count; i += 1) {
    const s = route.node[i] as number;
    if (s >= day.S) continue;
    const list = board.bookings[s] as Bookings;
    const from = route.start[i] as number;
    const to = route.finish[i] as number;
    const bays = day.bays[s] as number;
    if (bays < 1) return false;
    for (let j = -1; j < list.count; j += 1) {
      const moment = j < 0 ? from : Math.max(from, list.start[j] as number);
      if (moment >= to) break;
      let busy = 0;
      for (let k = 0; k < list.count && (list.start[k] as number) <= moment; k += 1) {
        if ((list.finish[k] as number) > moment) busy += 1;
      }
      if (busy >= bays) return false;
    }
  }
  return true;
}

function tanksStand(board: Board, route: Route): boolean {
  const { day } = board;
  const seen = new Set<number>();
  for (let i = 0; i < route.count; i += 1) {
    const node = route.node[i] as number;
    const p = node - day.S;
    if (p < 0 || (day.tank[p] as number) < 0 || seen.has(p)) continue;
    seen.add(p);
    const list = board.inflow[p] as Inflow;
    const pours: { time: number; litres: number; own: boolean }[] = [];
    for (let j = 0; j < list.count; j += 1) {
      pours.push({ time: list.time[j] as number, litres: list.litres[j] as number, own: false });
    }
    for (let j = i; j < route.count; j += 1) {
      if (route.node[j] !== node) continue;
      pours.push({ time: route.finish[j] as number, litres: route.litres[j] as number, own: true });
    }
    pours.sort((a, b) => a.time - b.time);
    const rate = day.draws[p] as number;
    let level = day.level[p] as number;
    let time = day.from;
    let ours = false;
    for (const pour of pours) {
      const until = Math.min(pour.time, day.to);
      if (until > time) {
        level = Math.max(0, level - rate * (until - time));
        time = until;
      }
      level += pour.litres;
      ours ||= pour.own;
      if (ours && level > (day.tank[p] as number) + SPARE) return false;
    }
  }
  return true;
}
