import { type Day, NEVER } from './day.ts';

/** The fills booked at one source, sorted by start. */
export interface Bookings {
  count: number;
  start: Int32Array;
  finish: Int32Array;
  tanker: Int32Array;
  longest: number;
}

export function newBookings(): Bookings {
  return {
    count: 0,
    start: new Int32Array(32),
    finish: new Int32Array(32),
    tanker: new Int32Array(32),
    longest: 0,
  };
}

export function book(list: Bookings, start: number, finish: number, tanker: number): void {
  if (list.count === list.start.length) {
    for (const key of ['start', 'finish', 'tanker'] as const) {
      const bigger = new Int32Array(list.count * 2);
      bigger.set(list[key]);
      list[key] = bigger;
    }
  }
  let i = list.count;
  while (i > 0 && (list.start[i - 1] as number) > start) {
    list.start[i] = list.start[i - 1] as number;
    list.finish[i] = list.finish[i - 1] as number;
    list.tanker[i] = list.tanker[i - 1] as number;
    i -= 1;
  }
  list.start[i] = start;
  list.finish[i] = finish;
  list.tanker[i] = tanker;
  list.count += 1;
  if (finish - start > list.longest) list.longest = finish - start;
}

export function unbook(list: Bookings, tanker: number): void {
  let kept = 0;
  for (let i = 0; i < list.count; i += 1) {
    if (list.tanker[i] === tanker) continue;
    list.start[kept] = list.start[i] as number;
    list.finish[kept] = list.finish[i] as number;
    list.tanker[kept] = list.tanker[i] as number;
    kept += 1;
  }
  list.count = kept;
}

/** Where the window that `openFrom` chose last ends. */
export const chosenWindow = { until: 0 };

/** Earliest start from `t` at which a service of `seconds` lies in one open window of the node; NEVER if none does. */
export function openFrom(day: Day, node: number, t: number, seconds: number): number {
  let best = NEVER;
  const end = day.windowAt[node + 1] as number;
  for (let w = day.windowAt[node] as number; w < end; w += 1) {
    const from = day.windowFrom[w] as number;
    const start = t > from ? t : from;
    if (start < best && start + seconds <= (day.windowTo[w] as number)) {
      best = start;
      chosenWindow.until = day.windowTo[w] as number;
    }
  }
  return best;
}

/** Earliest start from `t` at which one of `bays` is free for `seconds`, without regard to windows. */
function bayFree(list: Bookings, bays: number, t: number, seconds: number): number {
  if (bays < 1) return NEVER;
  const { start, finish, count } = list;
  let low = 0;
  let high = count;
  const from = t - list.longest;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((start[mid] as number) < from) low = mid + 1;
    else high = mid;
  }
  if (bays === 1) {
    let at = t;
    for (let i = low; i < count; i += 1) {
      if ((start[i] as number) >= at + seconds) break;
      if ((finish[i] as number) > at) at = finish[i] as number;
    }
    return at;
  }
  let at = t;
  for (let i = low; i < count && (start[i] as number) < at + seconds; i += 1) {
    if ((finish[i] as number) <= at) continue;
    const moment = (start[i] as number) > at ? (start[i] as number) : at;
    let busy = 0;
    let first = NEVER;
    for (let j = low; j < count && (start[j] as number) <= moment; j += 1) {
      const end = finish[j] as number;
      if (end <= moment) continue;
      busy += 1;
      if (end < first) first = end;
    }
    if (busy >= bays) {
      at = first;
      i = low - 1;
    }
  }
  return at;
}

/** Earliest start from `t` of a fill of `seconds` at source `s`, by windows and bays; NEVER if none. */
export function fillFrom(day: Day, list: Bookings, s: number, t: number, seconds: number): number {
  const bays = day.bays[s] as number;
  let at = t;
  for (;;) {
    const open = openFrom(day, s, at, seconds);
    if (open >= NEVER) return NEVER;
    at = bayFree(list, bays, open, seconds);
    if (at === open || at >= NEVER) return at;
  }
}
