import { below, draw, type Random } from '@liangbuwu/routing/search/random.ts';
import { attempt, remember, type Undo } from './apply.ts';
import type { Board } from './board.ts';
import type { Earlier } from './changed.ts';
import { giveWay, pickChanged, restoreSpan } from './restore.ts';
import { type Route, removeStops } from './route.ts';

/** What a ruin leaves: tankers whose routes were cut, and points worth serving again. */
export interface Ruins {
  tankers: Int32Array;
  tankerCount: number;
  points: Int32Array;
  pointCount: number;
  marked: Uint8Array;
  /** Stops after a cut are no longer held to the times of the earlier plan. */
  release: boolean;
}

export function newRuins(board: Board): Ruins {
  return {
    tankers: new Int32Array(8),
    tankerCount: 0,
    points: new Int32Array(board.day.N),
    pointCount: 0,
    marked: new Uint8Array(board.day.N),
    release: false,
  };
}

export function clearRuins(ruins: Ruins): void {
  for (let i = 0; i < ruins.pointCount; i += 1) ruins.marked[ruins.points[i] as number] = 0;
  ruins.pointCount = 0;
  ruins.tankerCount = 0;
}

export function markPoint(ruins: Ruins, p: number): void {
  if (ruins.marked[p] === 1) return;
  ruins.marked[p] = 1;
  ruins.points[ruins.pointCount] = p;
  ruins.pointCount += 1;
}

/** How often, when an earlier plan is gone on from, stops are put back as they were. */
const RESTORING = 0.25;
/** How often, then, what follows a cut may start earlier than it was to. */
const RELEASING = 0.4;

/** Cuts some of what tankers near each other do; false when nothing could be cut. */
export function ruin(
  board: Board,
  random: Random,
  undo: Undo,
  ruins: Ruins,
  size: number,
): boolean {
  clearRuins(ruins);
  if (board.earlier && board.changed > 0 && draw(random) < RESTORING)
    return restore(board, board.earlier, random, undo, ruins);
  ruins.release = board.earlier !== undefined && draw(random) < RELEASING;
  const kind = draw(random);
  if (kind < 0.55) cutAround(board, random, undo, ruins, size);
  else if (kind < 0.7) cutTail(board, random, undo, ruins);
  else if (kind < 0.85) thin(board, random, undo, ruins);
  else cutPoint(board, random, undo, ruins);
  return ruins.tankerCount > 0;
}

export function busyTanker(board: Board, random: Random): number {
  const { R } = board.day;
  const from = below(random, R);
  for (let i = 0; i < R; i += 1) {
    const r = (from + i) % R;
    if ((board.routes[r] as Route).count > 0) return r;
  }
  return -1;
}

function holds(ruins: Ruins, r: number): boolean {
  for (let i = 0; i < ruins.tankerCount; i += 1) if (ruins.tankers[i] === r) return true;
  return false;
}

/** Cuts stops [at, at + count) of a tanker. */
function cut(board: Board, undo: Undo, ruins: Ruins, r: number, at: number, count: number): void {
  const route = board.routes[r] as Route;
  remember(board, undo, r);
  for (let i = at; i < at + count; i += 1) {
    const node = route.node[i] as number;
    if (node >= board.day.S) markPoint(ruins, node - board.day.S);
  }
  const done = attempt(board, r, true, (draft) => {
    removeStops(draft, at, count);
    if (ruins.release) draft.hold.fill(0, at, draft.count);
  });
  if (done) markTanker(ruins, r);
}

export function markTanker(ruins: Ruins, r: number): void {
  if (holds(ruins, r) || ruins.tankerCount === ruins.tankers.length) return;
  ruins.tankers[ruins.tankerCount] = r;
  ruins.tankerCount += 1;
}

/** Stops of one tanker as they were to be, others giving way. */
function restore(
  board: Board,
  earlier: Earlier,
  random: Random,
  undo: Undo,
  ruins: Ruins,
): boolean {
  const picked = pickChanged(board, earlier, random);
  if (!picked) return false;
  const { r, span } = picked;
  remember(board, undo, r);
  const route = board.routes[r] as Route;
  for (let i = 0; i < route.count; i += 1) {
    const node = route.node[i] as number;
    const start = route.start[i] as number;
    if (node >= board.day.S && start >= span.from && start < span.to)
      markPoint(ruins, node - board.day.S);
  }
  giveWay(board, earlier, r, span, 3, undo, (other, node) => {
    markPoint(ruins, node - board.day.S);
    markTanker(ruins, other);
  });
  if (restoreSpan(board, earlier, r, span)) markTanker(ruins, r);
  return ruins.tankerCount > 0;
}

/** Strings of stops around a point, in as many tankers as pass it and its neighbours (SISR). */
function cutAround(board: Board, random: Random, undo: Undo, ruins: Ruins, size: number): void {
  const { day } = board;
  const seedTanker = busyTanker(board, random);
  if (seedTanker < 0) return;
  const seedRoute = board.routes[seedTanker] as Route;
  const at = below(random, seedRoute.count);
  const seedNode = seedRoute.node[at] as number;
  const most = 1 + below(random, 3);
  const string = 1 + below(random, size);
  cutString(board, random, undo, ruins, seedTanker, at, string);
  if (seedNode < day.S) return;
  const p = seedNode - day.S;
  for (let j = 0; j < day.nearCount && ruins.tankerCount < most; j += 1) {
    const q = day.near[p * day.nearCount + j] as number;
    if (draw(random) < 0.15) continue;
    const from = below(random, day.R);
    for (let k = 0; k < day.R && ruins.tankerCount < most; k += 1) {
      const r = (from + k) % day.R;
      if (holds(ruins, r)) continue;
      const route = board.routes[r] as Route;
      for (let i = 0; i < route.count; i += 1) {
        if (route.node[i] !== day.S + q) continue;
        cutString(board, random, undo, ruins, r, i, string);
        break;
      }
    }
  }
}

function cutString(
  board: Board,
  random: Random,
  undo: Undo,
  ruins: Ruins,
  r: number,
  at: number,
  length: number,
): void {
  const { count } = board.routes[r] as Route;
  const size = Math.min(length, count);
  const low = Math.max(0, at - size + 1);
  const high = Math.min(at, count - size);
  cut(board, undo, ruins, r, low + below(random, high - low + 1), size);
}

/** All that a tanker does from some stop on, or up to it. */
function cutTail(board: Board, random: Random, undo: Undo, ruins: Ruins): void {
  const r = busyTanker(board, random);
  if (r < 0) return;
  const { count } = board.routes[r] as Route;
  const size = 1 + below(random, Math.min(count, 14));
  cut(board, undo, ruins, r, draw(random) < 0.7 ? count - size : 0, size);
}

/** Lessens the litres of some visits of one or two tankers. */
function thin(board: Board, random: Random, undo: Undo, ruins: Ruins): void {
  for (let times = 1 + below(random, 2); times > 0; times -= 1) {
    const r = busyTanker(board, random);
    if (r < 0 || holds(ruins, r)) return;
    remember(board, undo, r);
    const route = board.routes[r] as Route;
    const from = below(random, route.count);
    const to = Math.min(route.count, from + 1 + below(random, 5));
    for (let i = from; i < to; i += 1) {
      const node = route.node[i] as number;
      if (node >= board.day.S) markPoint(ruins, node - board.day.S);
    }
    const share = 0.3 + 0.65 * draw(random);
    const done = attempt(board, r, true, (draft) => {
      for (let i = from; i < to; i += 1) {
        if ((draft.node[i] as number) >= board.day.S) {
          draft.litres[i] = Math.floor((draft.litres[i] as number) * share);
        }
      }
    });
    if (!done) return;
    ruins.tankers[ruins.tankerCount] = r;
    ruins.tankerCount += 1;
  }
}

/** Every visit to one point, whoever makes it. */
function cutPoint(board: Board, random: Random, undo: Undo, ruins: Ruins): void {
  const { day } = board;
  const seedTanker = busyTanker(board, random);
  if (seedTanker < 0) return;
  const seedRoute = board.routes[seedTanker] as Route;
  const node = seedRoute.node[below(random, seedRoute.count)] as number;
  if (node < day.S) return;
  for (let r = 0; r < day.R && ruins.tankerCount < 4; r += 1) {
    const route = board.routes[r] as Route;
    for (let i = route.count - 1; i >= 0; i -= 1) {
      if (route.node[i] !== node) continue;
      cut(board, undo, ruins, r, i, 1);
      break;
    }
  }
}
