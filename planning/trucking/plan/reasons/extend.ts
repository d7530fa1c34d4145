import { attempt } from '../apply.ts';
import { type Bookings, fillFrom, openFrom } from '../bays.ts';
import { insertStop, type Route } from '../board.ts';
import { NEVER } from '../day.ts';
import { type Inflow, pourFrom } from '../tank.ts';
import { readyAt, serviceSeconds } from '../timing.ts';
import { addInGap, gapsFor } from './extend-gap.ts';
import { clearAdded, differentFree, type Study } from './study.ts';

/** What makes a shortage good: people have got `got` litres, and `litres` more were brought than the plan does. */
export interface Goal {
  got: number;
  litres: number;
}

/** No more extra visits than these to make good one shortage. */
const VISITS = 10;
const SHARES = [1, 0.75, 0.5, 0.25, 0.1];
const HAIR = 1e-6;

/**
 * Adds visits to point `p` until the goal is met, all stops of the plan kept as they are: in gaps of routes, with
 * tankers that stand at home, and with the spare one. True when that was possible; the additions then stay until
 * `clearAdded`.
 */
export function extend(study: Study, p: number, goal: Goal): boolean {
  const { board } = study;
  let brought = 0;
  for (let visit = 0; visit <= VISITS; visit += 1) {
    const before = board.got[p] as number;
    const wanting = Math.ceil(goal.got - before - HAIR);
    const lack = Math.max(wanting, goal.litres - brought);
    if (lack < 1) return true;
    const litres = visit < VISITS ? addVisit(study, p, lack) : 0;
    // Water that nobody can draw in time is no help.
    if (litres < 1 || (wanting > 0 && (board.got[p] as number) <= before + 0.5)) break;
    brought += litres;
  }
  clearAdded(study);
  return false;
}

/** One more visit, of as many litres of `lack` as fit; the litres, 0 when none do. */
function addVisit(study: Study, p: number, lack: number): number {
  const free = differentFree(study);
  const gaps = gapsFor(study, p);
  let tried = 0;
  for (const share of SHARES) {
    const litres = Math.ceil(lack * share);
    for (const r of [study.spare, ...free]) {
      const size = study.day.size[r] as number;
      // What a small tanker takes of it may be the same again.
      if (tried >= size && litres >= size) continue;
      const most = Math.min(litres, size);
      if (addFree(study, r, p, most)) return most;
    }
    tried = litres;
    for (const gap of gaps) {
      if (addInGap(study, gap.r, gap.at, p, litres)) return litres;
    }
    if (litres <= 1) break;
  }
  return 0;
}

/** A further trip at the end of a route that consists of additions only: from the source that lets it be done first. */
function addFree(study: Study, r: number, p: number, litres: number): boolean {
  const { board, day } = study;
  if (litres < 1 || day.may[r * day.N + p] === 0) return false;
  const ways: { source: number; finish: number }[] = [];
  for (let s = -1; s < day.S; s += 1) {
    const finish = soonest(study, r, s, p, litres);
    if (finish < NEVER) ways.push({ source: s, finish });
  }
  ways.sort((a, b) => a.finish - b.finish);
  for (const { source } of ways) {
    const done = attempt(board, r, false, (draft) => {
      if (source >= 0) insertStop(draft, draft.count, source, 0);
      insertStop(draft, draft.count, day.S + p, litres);
    });
    if (done) {
      study.added.push({ tanker: r, at: -1 });
      return true;
    }
  }
  return false;
}

/**
 * When tanker `r`, after what it does already, has brought `litres` to `p`, rests aside; NEVER if it cannot. From
 * source `s`, or with what it holds in the morning (-1).
 */
function soonest(study: Study, r: number, s: number, p: number, litres: number): number {
  const { board, day } = study;
  const { V, drive } = day;
  const route = board.routes[r] as Route;
  const n = route.count;
  const node = day.S + p;
  const load = n === 0 ? (day.resume.tankers[r]?.load ?? 0) : 0;
  const at = n > 0 ? (route.node[n - 1] as number) : (day.start[r] as number);
  const leave = n > 0 ? (route.finish[n - 1] as number) : readyAt(day, r);
  const back = drive[node * V + (day.home[r] as number)] as number;
  const there = drive[(s < 0 ? at : s) * V + node] as number;
  if (there >= NEVER || back >= NEVER) return NEVER;
  const serving = serviceSeconds(day, node, litres);
  const until = (day.until[r] as number) - back;
  let loaded = leave;
  if (s < 0) {
    if (load < litres) return NEVER;
  } else {
    const to = drive[at * V + s] as number;
    const fill = litres - load;
    const left = (day.limit[s] as number) - (board.used[s] as number);
    if (to >= NEVER || fill < 1 || fill > left) return NEVER;
    const seconds = serviceSeconds(day, s, fill);
    if (leave + to + seconds + there + serving > until) return NEVER;
    loaded = fillFrom(day, board.bookings[s] as Bookings, s, leave + to, seconds) + seconds;
  }
  if (loaded + there + serving > until) return NEVER;
  const start = openFrom(day, node, loaded + there, serving);
  if (start >= NEVER) return NEVER;
  let finish = start + serving;
  if ((day.tank[p] as number) >= 0) {
    finish = pourFrom(day, board.inflow[p] as Inflow, p, finish, litres);
  }
  return finish <= until ? finish : NEVER;
}
