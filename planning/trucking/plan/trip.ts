import { draw, type Random } from '@liangbuwu/routing/search/random.ts';
import { type Bookings, chosenWindow, fillFrom, openFrom } from './bays.ts';
import { type Board, type Route, reliefOf } from './board.ts';
import { NEVER } from './day.ts';
import type { Slack } from './slack.ts';
import { readyAt, serviceSeconds } from './timing.ts';
import { bestLitres, chosen, type Taste, wanting } from './visit.ts';

const SEEDS = 6;
const LONGEST = 10;

/** A fill and the points that it serves, found by `tryTrips`. */
export interface TripPick {
  score: number;
  r: number;
  at: number;
  source: number;
  count: number;
  point: Int32Array;
  litres: Int32Array;
}

export function newTripPick(): TripPick {
  return {
    score: 0,
    r: -1,
    at: 0,
    source: -1,
    count: 0,
    point: new Int32Array(LONGEST),
    litres: new Int32Array(LONGEST),
  };
}

const seedScore = new Float64Array(SEEDS);
const seedSource = new Int32Array(SEEDS);
const seedPoint = new Int32Array(SEEDS);
const seedLitres = new Int32Array(SEEDS);
const seedStart = new Float64Array(SEEDS);
/** What `gather` found: points, what follows on arriving there, litres wanted, cost as it stands. */
let livePoint = new Int32Array(0);
let liveAfter = new Int32Array(0);
let liveWant = new Int32Array(0);
let liveCost = new Float64Array(0);
/** Litres in which all of that cost would be gone, were each worth as much as the first: none is worth more. */
let liveSpan = new Float64Array(0);
const chainPoint = new Int32Array(LONGEST);
const chainLitres = new Int32Array(LONGEST);

/**
 * Tries a new trip before stop `at` of the settled route of tanker `r`: every source with every point of `points`
 * first, then the best of these lengthened to chains. Improves `pick` if one scores better.
 */
export function tryTrips(
  board: Board,
  r: number,
  slack: Slack,
  at: number,
  points: Int32Array,
  count: number,
  taste: Taste,
  random: Random,
  pick: TripPick,
): void {
  const { day } = board;
  const { V, S, drive, length } = day;
  // No point relieves more than what it costs now: most are passed over by that alone.
  const hopes = taste.idle >= 0;
  const route = board.routes[r] as Route;
  const n = route.count;
  const a = at > 0 ? (route.node[at - 1] as number) : (day.start[r] as number);
  const leave = at > 0 ? (route.finish[at - 1] as number) : readyAt(day, r);
  const b = at < n ? (route.node[at] as number) : (day.home[r] as number);
  const bound = slack.latest[at] as number;
  const way = drive[a * V + b] as number;
  const direct = way < NEVER ? way : 0;
  const skipped = length[a * V + b] as number;
  const size = day.size[r] as number;
  const live = gather(board, r, b, points, count);
  let seeds = 0;
  for (let s = 0; s < S; s += 1) {
    const rest = (day.limit[s] as number) - (board.used[s] as number);
    const carry = size < rest ? size : rest;
    const to = drive[a * V + s] as number;
    if (carry < 1 || to >= NEVER || leave + to >= bound) continue;
    const list = board.bookings[s] as Bookings;
    const nominal = serviceSeconds(day, s, Math.min(carry, 2000));
    let start = fillFrom(day, list, s, leave + to, nominal);
    if (start >= bound) start = fillFrom(day, list, s, leave + to, serviceSeconds(day, s, 1));
    if (start >= bound) continue;
    const pump = 60 / (day.rate[s] as number);
    const filled = start + (day.setup[s] as number);
    const away = filled - leave - direct + taste.idle;
    for (let j = 0; j < live; j += 1) {
      const p = livePoint[j] as number;
      const there = drive[s * V + S + p] as number;
      const after = liveAfter[j] as number;
      if (filled + there + after >= bound) continue;
      const node = S + p;
      const each = pump + 60 / (day.rate[node] as number);
      if (
        hopes &&
        seeds === SEEDS &&
        (liveCost[j] as number) <=
          (seedScore[SEEDS - 1] as number) * (away + there + after + each * (liveSpan[j] as number))
      )
        continue;
      const setup = day.setup[node] as number;
      const on = after - setup;
      const limit = bound - after;
      const want = liveWant[j] as number;
      const begin = openFrom(day, node, filled + there, setup + 1);
      if (begin >= limit) continue;
      let most = carry < want ? carry : want;
      const time = Math.floor((limit - begin) / each);
      if (time < most) most = time;
      // The fill takes longer the more it is for, so the window shrinks by both.
      const open = Math.floor((chosenWindow.until - begin - setup) / each);
      if (open < most) most = open;
      const around = begin + setup + on - leave - direct;
      const detour =
        (length[a * V + s] as number) +
        (length[s * V + node] as number) +
        (length[node * V + b] as number) -
        skipped;
      if (!bestLitres(board, p, most, around, each, detour, begin + setup, 0, taste.idle)) continue;
      const score = chosen.score * (taste.blur > 0 ? 1 - taste.blur * draw(random) : 1);
      if (seeds === SEEDS && score <= (seedScore[SEEDS - 1] as number)) continue;
      let i = seeds < SEEDS ? seeds : SEEDS - 1;
      if (seeds < SEEDS) seeds += 1;
      while (i > 0 && (seedScore[i - 1] as number) < score) {
        seedScore[i] = seedScore[i - 1] as number;
        seedSource[i] = seedSource[i - 1] as number;
        seedPoint[i] = seedPoint[i - 1] as number;
        seedLitres[i] = seedLitres[i - 1] as number;
        seedStart[i] = seedStart[i - 1] as number;
        i -= 1;
      }
      seedScore[i] = score;
      seedSource[i] = s;
      seedPoint[i] = p;
      seedLitres[i] = chosen.litres;
      seedStart[i] = start;
    }
  }
  for (let i = 0; i < seeds; i += 1) {
    lengthen(board, at, leave + direct, b, bound, i, live, taste, r, pick);
  }
}

/** Points that tanker `r` may serve before it goes on to `b`, with what does not depend on how it comes there. */
function gather(board: Board, r: number, b: number, points: Int32Array, count: number): number {
  const { day, pointCost } = board;
  const { V, S, N, drive } = day;
  if (livePoint.length < N) {
    livePoint = new Int32Array(N);
    liveAfter = new Int32Array(N);
    liveWant = new Int32Array(N);
    liveCost = new Float64Array(N);
    liveSpan = new Float64Array(N);
  }
  let live = 0;
  for (let j = 0; j < count; j += 1) {
    const p = points[j] as number;
    if (day.may[r * N + p] === 0) continue;
    const node = S + p;
    const on = drive[node * V + b] as number;
    if (on >= NEVER) continue;
    const want = wanting(board, p);
    if (want < 1) continue;
    livePoint[live] = p;
    liveAfter[live] = (day.setup[node] as number) + on;
    liveWant[live] = want;
    liveCost[live] = pointCost[p] as number;
    liveSpan[live] = (pointCost[p] as number) / Math.max(1e-12, reliefOf(board, p));
    live += 1;
  }
  return live;
}

/** Lengthens seed `k` to a chain of points, as long as the score rises. */
function lengthen(
  board: Board,
  at: number,
  from: number,
  b: number,
  bound: number,
  k: number,
  live: number,
  taste: Taste,
  r: number,
  pick: TripPick,
): void {
  const { day } = board;
  const { V, S, drive, length } = day;
  const hopes = taste.idle >= 0;
  const s = seedSource[k] as number;
  const rest = (day.limit[s] as number) - (board.used[s] as number);
  const size = day.size[r] as number;
  const pump = 60 / (day.rate[s] as number);
  const p0 = seedPoint[k] as number;
  let carry = (size < rest ? size : rest) - (seedLitres[k] as number);
  let cur = S + p0;
  const litres0 = seedLitres[k] as number;
  // Time without driving on: each litre delays all that comes after its fill.
  const filled = (seedStart[k] as number) + (day.setup[s] as number) + litres0 * pump;
  let done =
    openFrom(day, cur, filled + (drive[s * V + cur] as number), day.setup[cur] as number) +
    (day.setup[cur] as number) +
    (litres0 * 60) / (day.rate[cur] as number);
  const firstOn = drive[cur * V + b] as number;
  let gained = seedScore[k] as number;
  if (taste.idle >= 0) gained *= done + firstOn - from + taste.idle;
  let score = seedScore[k] as number;
  chainPoint[0] = p0;
  chainLitres[0] = litres0;
  let links = 1;
  while (links < LONGEST && carry >= 1) {
    let best = hopes ? score : 0;
    let bestPoint = -1;
    let bestLit = 0;
    let bestGain = 0;
    let bestDone = 0;
    for (let j = 0; j < live; j += 1) {
      const p = livePoint[j] as number;
      const node = S + p;
      const there = drive[cur * V + node] as number;
      const after = liveAfter[j] as number;
      if (done + there + after >= bound) continue;
      if (
        hopes &&
        gained + (liveCost[j] as number) <= best * (done + there + after - from + taste.idle)
      )
        continue;
      const setup = day.setup[node] as number;
      const on = after - setup;
      const limit = bound - after;
      const want = liveWant[j] as number;
      let used = false;
      for (let i = 0; i < links; i += 1) if (chainPoint[i] === p) used = true;
      if (used) continue;
      const each = pump + 60 / (day.rate[node] as number);
      const begin = openFrom(day, node, done + there, setup + 1);
      if (begin >= limit) continue;
      let most = carry < want ? carry : want;
      const time = Math.floor((limit - begin) / each);
      if (time < most) most = time;
      const open = Math.floor((chosenWindow.until - begin - setup) / each);
      if (open < most) most = open;
      const detour =
        (length[cur * V + node] as number) +
        (length[node * V + b] as number) -
        (length[cur * V + b] as number);
      if (
        !bestLitres(
          board,
          p,
          most,
          begin + setup + on - from,
          each,
          detour,
          begin + setup,
          gained,
          taste.idle,
        )
      ) {
        continue;
      }
      if (chosen.score > best) {
        best = chosen.score;
        bestPoint = p;
        bestLit = chosen.litres;
        bestGain = chosen.gain;
        bestDone = begin + setup + each * chosen.litres;
      }
    }
    if (bestPoint < 0 || best <= score) break;
    chainPoint[links] = bestPoint;
    chainLitres[links] = bestLit;
    links += 1;
    carry -= bestLit;
    gained += bestGain;
    score = best;
    cur = S + bestPoint;
    done = bestDone;
  }
  if (score > pick.score) {
    pick.score = score;
    pick.r = r;
    pick.at = at;
    pick.source = s;
    pick.count = links;
    for (let i = 0; i < links; i += 1) {
      pick.point[i] = chainPoint[i] as number;
      pick.litres[i] = chainLitres[i] as number;
    }
  }
}
