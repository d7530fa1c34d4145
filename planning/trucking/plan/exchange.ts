import type { Best } from './best.ts';
import type { Route } from './route.ts';
import { compareMerit } from './score.ts';

/** Shares of the search at which its threads show each other the best that they have. */
export const ROUNDS = [0.5, 0.7, 0.85];

/** More stops a tanker than this are not shown. */
const STOPS_EACH = 64;
const HEAD = 5;
const PER_STOP = ['node', 'litres', 'hold', 'arrive', 'start', 'finish', 'rest'] as const;
/** A thread that has ended is waited for by nobody. */
const ENDED = 0x7fffffff;

/**
 * Memory that the threads of one search share. Each has two pages that it writes in turn, so that one can be read while
 * the next is written; `opened` is the round whose page is being written, `shown` the last that is complete, `reached`
 * the same but `ENDED` after the last.
 */
export interface Notice {
  workers: number;
  tankers: number;
  figures: number;
  merits: SharedArrayBuffer;
  pages: SharedArrayBuffer;
  marks: SharedArrayBuffer;
}

export function newNotice(workers: number, tankers: number, tiers: number): Notice {
  const figures = tiers + 2;
  return {
    workers,
    tankers,
    figures,
    merits: new SharedArrayBuffer(2 * workers * figures * Float64Array.BYTES_PER_ELEMENT),
    pages: new SharedArrayBuffer(2 * workers * pageLength(tankers) * Int32Array.BYTES_PER_ELEMENT),
    marks: new SharedArrayBuffer(3 * workers * Int32Array.BYTES_PER_ELEMENT),
  };
}

const pageLength = (tankers: number) => tankers * (HEAD + 1 + (STOPS_EACH + 1) * PER_STOP.length);

/** One thread's side of it. */
export interface Exchange {
  /** Shows `best` in round `round`, 1 or more, and takes over what the next thread shows if that is better; says whether it was. */
  meet(round: number, best: Best): boolean;
  /** Nobody waits for this thread any more. */
  end(): void;
}

/**
 * @param timed the search races the clock: it takes what is there to be seen. Else the threads wait for each other in every
 * round, so that what comes of it does not depend on which of them is faster.
 */
export function openExchange(notice: Notice, worker: number, timed: boolean): Exchange {
  const { workers, tankers, figures } = notice;
  const merits = new Float64Array(notice.merits);
  const pages = new Int32Array(notice.pages);
  const marks = new Int32Array(notice.marks);
  const length = pageLength(tankers);
  const opened = (w: number) => w;
  const shown = (w: number) => workers + w;
  const reached = (w: number) => 2 * workers + w;
  const page = (w: number, round: number) => 2 * w + (round & 1);
  const next = (worker + 1) % workers;

  const show = (round: number, best: Best) => {
    Atomics.store(marks, opened(worker), round);
    const at = page(worker, round);
    merits.set(best.merit, at * figures);
    writeRoutes(best.routes, pages.subarray(at * length, (at + 1) * length));
    Atomics.store(marks, shown(worker), round);
    Atomics.store(marks, reached(worker), round);
    Atomics.notify(marks, reached(worker));
  };

  const wait = (w: number, round: number) => {
    for (;;) {
      const now = Atomics.load(marks, reached(w));
      if (now >= round) return;
      Atomics.wait(marks, reached(w), now);
    }
  };

  return {
    meet(round, best) {
      if (workers < 2) return false;
      show(round, best);
      if (!timed) for (let w = 0; w < workers; w += 1) wait(w, round);
      const last = Atomics.load(marks, shown(next));
      const seen = timed ? last : round;
      if (last < seen || seen < 1) return false;
      const at = page(next, seen);
      const merit = merits.slice(at * figures, (at + 1) * figures);
      if (compareMerit(merit, best.merit) >= 0) return false;
      const read = pages.slice(at * length, (at + 1) * length);
      // Two rounds on, its thread writes over the page.
      if (Atomics.load(marks, opened(next)) > seen + 1) return false;
      if (!readRoutes(read, best.routes)) return false;
      best.merit.set(merit);
      return true;
    },
    end() {
      Atomics.store(marks, reached(worker), ENDED);
      Atomics.notify(marks, reached(worker));
    },
  };
}

function writeRoutes(routes: Route[], to: Int32Array): void {
  let at = 0;
  for (const route of routes) {
    const n = route.count;
    if (n > STOPS_EACH) {
      to[0] = -1;
      return;
    }
    to[at++] = n;
    to[at++] = route.leave;
    to[at++] = route.back;
    to[at++] = route.metres;
    to[at++] = route.changed;
    for (const key of PER_STOP) {
      to.set(route[key].subarray(0, n), at);
      at += n;
    }
    to[at++] = route.rest[n] as number;
  }
}

/** False, with nothing read, when the routes were too long to be shown. */
function readRoutes(from: Int32Array, routes: Route[]): boolean {
  if ((from[0] as number) < 0) return false;
  let at = 0;
  for (const route of routes) {
    const n = from[at++] as number;
    route.count = n;
    route.leave = from[at++] as number;
    route.back = from[at++] as number;
    route.metres = from[at++] as number;
    route.changed = from[at++] as number;
    for (const key of PER_STOP) {
      route[key].set(from.subarray(at, at + n));
      at += n;
    }
    route.rest[n] = from[at++] as number;
  }
  return true;
}
