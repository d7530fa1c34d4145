import { type Bookings, fillFrom, openFrom } from './bays.ts';
import { type Board, type Route, wayHome } from './board.ts';
import { type Day, NEVER } from './day.ts';
import { type Inflow, pour, pourFrom, unpour } from './tank.ts';

/** Marks a draft's own earlier deliveries to a village tank while the draft is being timed. */
const OWN = -2;

/** Seconds that a service of `litres` takes at a node. */
export function serviceSeconds(day: Day, node: number, litres: number): number {
  return (day.setup[node] as number) + Math.ceil((60 * litres) / (day.rate[node] as number));
}

/**
 * Sets each fill of the draft to what its trip delivers, and says whether loads, sources' daily litres and points'
 * needs hold it. With `trim`, litres that do not fit and fills and deliveries without litres are taken out instead.
 */
export function balance(board: Board, r: number, draft: Route, trim: boolean): boolean {
  const { day } = board;
  if (trim) {
    withinNeeds(board, draft, true);
    dropEmpty(day, draft);
  }
  const size = day.size[r] as number;
  let load = day.resume.tankers[r]?.load ?? 0;
  let from = 0;
  while (from < draft.count) {
    const fills = (draft.node[from] as number) < day.S;
    let to = from + (fills ? 1 : 0);
    let out = 0;
    while (to < draft.count && (draft.node[to] as number) >= day.S) {
      out += draft.litres[to] as number;
      to += 1;
    }
    let most = load;
    if (fills) {
      const left = remaining(board, draft, from);
      most = Math.min(Math.max(size, load), load + left);
    }
    if (out > most) {
      if (!trim) return false;
      for (let i = to - 1; i > from - (fills ? 0 : 1) && out > most; i -= 1) {
        const cut = Math.min(out - most, draft.litres[i] as number);
        draft.litres[i] = (draft.litres[i] as number) - cut;
        out -= cut;
      }
      const count = draft.count;
      dropEmpty(day, draft);
      if (draft.count !== count) return balance(board, r, draft, trim);
    }
    if (fills) {
      if (out <= load) {
        // What it still carries is enough: the fill would be empty.
        if (!trim) return false;
        dropAt(draft, from);
        continue;
      }
      draft.litres[from] = out - load;
      load = 0;
    } else {
      load -= out;
    }
    from = to;
  }
  return trim || withinNeeds(board, draft, false);
}

function dropAt(draft: Route, i: number): void {
  draft.node.copyWithin(i, i + 1, draft.count);
  draft.litres.copyWithin(i, i + 1, draft.count);
  draft.hold.copyWithin(i, i + 1, draft.count);
  draft.count -= 1;
}

function dropEmpty(day: Day, draft: Route): void {
  for (let i = draft.count - 1; i >= 0; i -= 1) {
    const fill = (draft.node[i] as number) < day.S;
    const idle = fill
      ? i + 1 >= draft.count || (draft.node[i + 1] as number) < day.S
      : (draft.litres[i] as number) <= 0;
    if (idle) dropAt(draft, i);
  }
}

/** Litres that source of fill `i` can still give, after the draft's earlier fills there. */
function remaining(board: Board, draft: Route, i: number): number {
  const s = draft.node[i] as number;
  const limit = board.day.limit[s] as number;
  if (limit === Number.POSITIVE_INFINITY) return limit;
  let left = limit - (board.used[s] as number);
  for (let j = 0; j < i; j += 1) if (draft.node[j] === s) left -= draft.litres[j] as number;
  return left < 0 ? 0 : left;
}

function withinNeeds(board: Board, draft: Route, trim: boolean): boolean {
  const { day, tally } = board;
  let fine = true;
  for (let i = 0; i < draft.count; i += 1) {
    const node = draft.node[i] as number;
    const p = node - day.S;
    if (p < 0 || (day.tank[p] as number) >= 0) continue;
    const total = (tally[node] as number) + (draft.litres[i] as number);
    const over = (board.given[p] as number) + total - (day.most[p] as number);
    tally[node] = total;
    if (over <= 0) continue;
    fine = false;
    if (!trim) break;
    const cut = Math.min(over, draft.litres[i] as number);
    draft.litres[i] = (draft.litres[i] as number) - cut;
    tally[node] = total - cut;
  }
  for (let i = 0; i < draft.count; i += 1) tally[draft.node[i] as number] = 0;
  return fine || trim;
}

/** Whether the draft comes to some village tank more than once. */
function poursTwice(board: Board, draft: Route): boolean {
  const { day, tally } = board;
  let twice = false;
  for (let i = 0; i < draft.count; i += 1) {
    const node = draft.node[i] as number;
    const p = node - day.S;
    if (p < 0 || (day.tank[p] as number) < 0) continue;
    if (tally[node] === 1) twice = true;
    tally[node] = 1;
  }
  for (let i = 0; i < draft.count; i += 1) tally[draft.node[i] as number] = 0;
  return twice;
}

/**
 * Times the draft of the lifted tanker `r`, each stop as early as ways, windows, bays, village tanks and rests let
 * it be. False when it cannot be driven inside the shift.
 */
export function timeDraft(board: Board, r: number): boolean {
  const { day, draft } = board;
  if (draft.count === 0) {
    const way = wayHome(day, r);
    draft.back = way.back;
    draft.metres = way.metres;
    draft.rest[0] = 0;
    draft.leave = 0;
    return way.back <= (day.until[r] as number);
  }
  const poured = poursTwice(board, draft);
  const fine = timeStops(board, r, poured);
  if (poured) {
    for (let i = 0; i < draft.count; i += 1) {
      const p = (draft.node[i] as number) - day.S;
      if (p >= 0 && (day.tank[p] as number) >= 0) unpour(board.inflow[p] as Inflow, OWN);
    }
  }
  return fine;
}

/** When tanker `r` can set out for its first new stop. */
export function readyAt(day: Day, r: number): number {
  const state = day.resume.tankers[r];
  if (!state || state.kept.length === 0)
    return Math.max(day.now, day.problem.tankers[r]?.from ?? 0);
  return Math.max(day.now, state.since);
}

function timeStops(board: Board, r: number, pours: boolean): boolean {
  const { day, draft } = board;
  const { V, S, drive } = day;
  const state = day.resume.tankers[r];
  if (!state || state.idle) return false;
  const fresh = state.leaves;
  const every = day.restEvery[r] as number;
  const rest = day.restSeconds[r] as number;
  const until = day.until[r] as number;
  const rests = every >= 0;
  // The wait that ends with the next departure began at `since`; `rested` is when the last rest ended.
  let since = readyAt(day, r);
  let leave = Math.max(since, day.now);
  if (!fresh) since = state.since;
  let rested = fresh ? since : state.rested;
  if (!fresh && rests && leave - since >= rest && since - rested <= every) rested = leave;
  let at = day.start[r] as number;
  let metres = 0;
  for (let i = 0; i < draft.count; i += 1) {
    const node = draft.node[i] as number;
    const litres = draft.litres[i] as number;
    const seconds = drive[at * V + node] as number;
    if (seconds >= NEVER) return false;
    const service = serviceSeconds(day, node, litres);
    let arrive = leave + seconds;
    let heading = false;
    if (i === 0 && state.heading >= 0 && state.heading === day.place[node]) {
      heading = true;
      arrive = state.headingArrives;
      const left = arrive - seconds;
      if (rests && left - since >= rest && since - state.rested <= every) rested = left;
      else rested = state.rested;
    }
    const hold = draft.hold[i] as number;
    const early = hold > day.now ? hold : day.now;
    const first = arrive > early ? arrive : early;
    let start = startFrom(board, node, first, service, litres);
    if (start >= NEVER) return false;
    draft.rest[i] = 0;
    if (i === 0 && fresh) {
      // It leaves home as late as it can: waiting at home costs no driving time.
      rested = start - seconds;
      arrive = start;
      if (rests && start + service - rested > every) {
        if (seconds > every || service > every) return false;
        start = startFrom(board, node, first + rest, service, litres);
        if (start >= NEVER) return false;
        arrive = start - rest;
        rested = start;
        draft.rest[i] = rest;
      }
      draft.leave = arrive - seconds;
    } else if (rests) {
      const wait = start - arrive;
      if (wait >= rest && arrive - rested <= every) {
        rested = start;
      } else if (wait >= rest && !heading && since - rested <= every) {
        // It rests before it sets out, and where the wait is long enough once more when it is there.
        const there = Math.max(leave, since + rest) + seconds;
        const twice = start - there >= rest && seconds <= every;
        arrive = twice ? there : start;
        rested = twice ? start : start - seconds;
      }
      if (start + service - rested > every) {
        draft.rest[i] = rest;
        if (arrive - rested <= every && rested !== start) {
          start = startFrom(board, node, Math.max(first, arrive + rest), service, litres);
          rested = start;
        } else if (!heading && since - rested <= every && seconds <= every) {
          const left = Math.max(leave, since + rest);
          start = startFrom(board, node, Math.max(early, left + seconds), service, litres);
          arrive = left + seconds;
          rested = left;
          if (start < NEVER) {
            if (start - arrive >= rest) {
              rested = start;
            } else if (start + service - rested > every) {
              if (start + service - (start - seconds) <= every) {
                arrive = start;
                rested = start - seconds;
              } else {
                start = startFrom(board, node, Math.max(early, arrive + rest), service, litres);
                rested = start;
              }
            }
          }
        } else {
          return false;
        }
        if (start >= NEVER || start + service - rested > every) return false;
      }
    }
    const finish = start + service;
    if (finish > until) return false;
    draft.arrive[i] = arrive;
    draft.start[i] = start;
    draft.finish[i] = finish;
    if (pours && node >= S && (day.tank[node - S] as number) >= 0) {
      pour(board.inflow[node - S] as Inflow, finish, litres, OWN);
    }
    metres += day.length[at * V + node] as number;
    at = node;
    leave = finish;
    since = finish;
  }
  const leg = at * V + (day.home[r] as number);
  const seconds = drive[leg] as number;
  if (seconds >= NEVER) return false;
  draft.rest[draft.count] = 0;
  if (rests && leave + seconds - rested > every) {
    if (seconds > every) return false;
    leave += rest;
    draft.rest[draft.count] = rest;
  }
  draft.back = leave + seconds;
  draft.metres = metres + (day.length[leg] as number);
  return draft.back <= until;
}

/** Earliest start from `t` of the service of `litres` at a node. */
function startFrom(board: Board, node: number, t: number, service: number, litres: number): number {
  const { day } = board;
  if (node < day.S) {
    return fillFrom(day, board.bookings[node] as Bookings, node, t, service);
  }
  const p = node - day.S;
  if ((day.tank[p] as number) < 0) return openFrom(day, node, t, service);
  let at = t;
  for (;;) {
    const open = openFrom(day, node, at, service);
    if (open >= NEVER) return NEVER;
    const finish = pourFrom(day, board.inflow[p] as Inflow, p, open + service, litres);
    if (finish >= NEVER) return NEVER;
    at = finish - service;
    if (at === open) return at;
  }
}
