import { below, draw, type Random } from '@liangbuwu/routing/search/random.ts';
import { applyTrip, applyVisit, remember, type Undo } from './apply.ts';
import type { Board, Route } from './board.ts';
import { newVisitPick } from './construct.ts';
import { markPoint, type Ruins } from './ruin.ts';
import { newSlack, type Slack, slackOf } from './slack.ts';
import { topUp } from './topup.ts';
import { newTripPick, type TripPick, tryTrips } from './trip.ts';
import { type Taste, tryVisits, type VisitPick, wanting } from './visit.ts';

/** Scratch of one search. */
interface Mason {
  slack: Slack[];
  room: Slack;
  visit: VisitPick;
  trip: TripPick;
  wanted: Int32Array;
  factor: Float64Array;
  crew: Int32Array;
}

export function newMason(board: Board): Mason {
  return {
    slack: Array.from({ length: board.day.R }, () => newSlack()),
    room: newSlack(),
    visit: newVisitPick(),
    trip: newTripPick(),
    wanted: new Int32Array(board.day.N),
    factor: new Float64Array(board.day.N),
    crew: new Int32Array(board.day.R),
  };
}

/** Builds up again after a ruin, tanker by tanker, then uses what room is left. */
export function recreate(
  board: Board,
  random: Random,
  ruins: Ruins,
  mason: Mason,
  taste: Taste,
): void {
  const { day } = board;
  addWanting(board, random, ruins);
  shuffle(ruins.tankers, ruins.tankerCount, random);
  for (let k = 0; k < ruins.tankerCount; k += 1) {
    const r = ruins.tankers[k] as number;
    let fails = 0;
    for (let step = 0; step < 24 && fails < 2; step += 1) {
      const slack = slackOf(board, r, mason.slack[r] as Slack);
      const { wanted, factor, visit, trip } = mason;
      let count = 0;
      for (let j = 0; j < ruins.pointCount; j += 1) {
        const p = ruins.points[j] as number;
        if (day.may[r * day.N + p] === 0 || wanting(board, p) < 1) continue;
        wanted[count] = p;
        factor[count] = 1 - taste.blur * draw(random);
        count += 1;
      }
      if (count === 0) break;
      visit.score = 0;
      for (let j = 0; j < count; j += 1) {
        tryVisits(board, r, slack, wanted[j] as number, taste, factor[j] as number, visit);
      }
      trip.score = 0;
      tryBoundaries(board, r, slack, wanted, count, taste, random, trip);
      if (visit.score <= 0 && trip.score <= 0) break;
      const done = visit.score >= trip.score ? applyVisit(board, visit) : applyTrip(board, trip);
      if (!done) fails += 1;
    }
  }
  for (let k = 0; k < ruins.tankerCount; k += 1) {
    const r = ruins.tankers[k] as number;
    topUp(board, r, mason.slack[r] as Slack);
  }
}

/** Tankers looked at beside the cut ones when a point is given to whoever serves it best. */
const OTHERS = 10;

/** Builds up again point by point: each wanting point goes to the tanker that can serve it best. */
export function recreateByPoint(
  board: Board,
  random: Random,
  undo: Undo,
  ruins: Ruins,
  mason: Mason,
  taste: Taste,
): void {
  const { day } = board;
  addWanting(board, random, ruins);
  shuffle(ruins.points, ruins.pointCount, random);
  const { crew, visit, trip, wanted } = mason;
  let size = 0;
  for (let k = 0; k < ruins.tankerCount; k += 1) crew[size++] = ruins.tankers[k] as number;
  const cut = size;
  const from = below(random, day.R);
  for (let k = 0; k < day.R && size < cut + OTHERS; k += 1) {
    const r = (from + k) % day.R;
    let known = (board.routes[r] as Route).count === 0;
    for (let j = 0; j < cut; j += 1) if (crew[j] === r) known = true;
    if (!known) crew[size++] = r;
  }
  for (let k = 0; k < size; k += 1) slackOf(board, crew[k] as number, mason.slack[k] as Slack);
  for (let j = 0; j < ruins.pointCount; j += 1) {
    const p = ruins.points[j] as number;
    for (let times = 0; times < 3 && wanting(board, p) >= 1; times += 1) {
      visit.score = 0;
      trip.score = 0;
      for (let k = 0; k < size; k += 1) {
        const factor = 1 - taste.blur * draw(random);
        tryVisits(board, crew[k] as number, mason.slack[k] as Slack, p, taste, factor, visit);
      }
      wanted[0] = p;
      for (let k = 0; k < cut; k += 1) {
        const r = crew[k] as number;
        tryBoundaries(board, r, mason.slack[k] as Slack, wanted, 1, taste, random, trip);
      }
      const visits = visit.score >= trip.score;
      const r = visits ? visit.r : trip.r;
      if ((visits ? visit.score : trip.score) <= 0) break;
      remember(board, undo, r);
      if (!(visits ? applyVisit(board, visit) : applyTrip(board, trip))) break;
      for (let k = 0; k < size; k += 1) {
        if (crew[k] === r) slackOf(board, r, mason.slack[k] as Slack);
      }
    }
  }
  for (let k = 0; k < cut; k += 1) topUp(board, crew[k] as number, mason.slack[k] as Slack);
}

/** A trip may begin where another ends: a few such places are tried. */
function tryBoundaries(
  board: Board,
  r: number,
  slack: Slack,
  points: Int32Array,
  count: number,
  taste: Taste,
  random: Random,
  trip: TripPick,
): void {
  const { day } = board;
  const route = board.routes[r] as Route;
  const n = route.count;
  let places = 0;
  for (let i = 0; i <= n; i += 1) {
    if (i < n && (route.node[i] as number) >= day.S) continue;
    places += 1;
  }
  // At most two places, each as likely as any other.
  let left = places;
  let need = Math.min(2, places);
  for (let i = 0; i <= n && need > 0; i += 1) {
    if (i < n && (route.node[i] as number) >= day.S) continue;
    if (draw(random) * left < need) {
      tryTrips(board, r, slack, i, points, count, taste, random, trip);
      need -= 1;
    }
    left -= 1;
  }
}

/** Adds points that are short and lie near those that were cut, and some from anywhere. */
function addWanting(board: Board, random: Random, ruins: Ruins): void {
  const { day } = board;
  const cut = ruins.pointCount;
  if (cut === 0) return;
  for (let tries = 0; tries < 16 && day.nearCount > 0; tries += 1) {
    const p = ruins.points[below(random, cut)] as number;
    const q = day.near[p * day.nearCount + below(random, day.nearCount)] as number;
    if (wanting(board, q) >= 1) markPoint(ruins, q);
  }
  for (let tries = 0; tries < 6; tries += 1) {
    const q = below(random, day.N);
    if (wanting(board, q) >= 1) markPoint(ruins, q);
  }
}

function shuffle(list: Int32Array, count: number, random: Random): void {
  for (let i = count - 1; i > 0; i -= 1) {
    const j = below(random, i + 1);
    const kept = list[i] as number;
    list[i] = list[j] as number;
    list[j] = kept;
  }
}
