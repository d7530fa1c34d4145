import { draw, type Random } from '@liangbuwu/routing/search/random.ts';
import { applyTrip, applyVisit } from './apply.ts';
import { type Board, type Route } from './board.ts';
import { newSlack, type Slack, slackOf } from './slack.ts';
import { readyAt } from './timing.ts';
import { topUp } from './topup.ts';
import { newTripPick, type TripPick, tryTrips } from './trip.ts';
import { type Taste, tryVisits, type VisitPick, wanting } from './visit.ts';

export function newVisitPick(): VisitPick {
  return { score: 0, r: -1, at: 0, p: -1, litres: 0 };
}

/**
 * A first plan: the tanker that is free first takes the trip that relieves most a second, until none can add one.
 * What tankers come with is given out before.
 */
export function construct(board: Board, random: Random, taste: Taste, stop: () => boolean): void {
  const { day } = board;
  const slack = newSlack();
  const visit = newVisitPick();
  const trip = newTripPick();
  const points = new Int32Array(day.N);
  const open: number[] = [];
  for (let r = 0; r < day.R; r += 1) {
    if (day.resume.tankers[r]?.idle) continue;
    open.push(r);
    if ((day.resume.tankers[r]?.load ?? 0) > 0) giveOut(board, r, slack, visit, taste);
  }
  const free = (r: number) => {
    const route = board.routes[r] as Route;
    return route.count > 0 ? (route.finish[route.count - 1] as number) : readyAt(day, r);
  };
  while (open.length > 0 && !stop()) {
    let first = 0;
    for (let i = 1; i < open.length; i += 1) {
      if (free(open[i] as number) < free(open[first] as number)) first = i;
    }
    const r = open[first] as number;
    let count = 0;
    for (let p = 0; p < day.N; p += 1) {
      if (day.may[r * day.N + p] === 1 && wanting(board, p) >= 1) points[count++] = p;
    }
    if (!addTrip(board, r, slack, points, count, taste, random, trip)) open.splice(first, 1);
  }
  for (let r = 0; r < day.R; r += 1) topUp(board, r, slack);
}

function giveOut(board: Board, r: number, slack: Slack, visit: VisitPick, taste: Taste): void {
  for (let tries = 0; tries < 12; tries += 1) {
    slackOf(board, r, slack);
    visit.score = 0;
    for (let p = 0; p < board.day.N; p += 1) tryVisits(board, r, slack, p, taste, 1, visit);
    if (visit.score <= 0 || !applyVisit(board, visit)) return;
  }
}

function addTrip(
  board: Board,
  r: number,
  slack: Slack,
  points: Int32Array,
  count: number,
  taste: Taste,
  random: Random,
  trip: TripPick,
): boolean {
  slackOf(board, r, slack);
  for (let tries = 0; tries < 2; tries += 1) {
    trip.score = 0;
    const blur = tries === 0 ? taste.blur : taste.blur + 0.5 * draw(random);
    const at = (board.routes[r] as Route).count;
    tryTrips(board, r, slack, at, points, count, { ...taste, blur }, random, trip);
    if (trip.score <= 0) return false;
    if (applyTrip(board, trip)) return true;
  }
  return false;
}
