import { sharedInts } from '../integers.ts';

/** What the searches of one call share: a stop signal, a meeting point, and a slot for the routes of each. */
export interface Exchange {
  workers: number;
  /** `STOP`, `ARRIVED`, `MEETING`. */
  control: Int32Array;
  /** Of each worker: routes that stand, and the best ones; see `write`. */
  standing: Int32Array[];
  best: Int32Array[];
  /** Of each worker, `MERITS` numbers: missing and cost of its best and of what stands. */
  merit: Float64Array;
}

export const MERITS = 4;

const STOP = 0;
const ARRIVED = 1;
const MEETING = 2;
const LEFT = 3;

/** @param length integers that all routes of a search may take. */
export function newExchange(workers: number, length: number): Exchange {
  const shared = typeof SharedArrayBuffer !== 'undefined';
  return {
    workers,
    control: sharedInts(4),
    standing: Array.from({ length: workers }, () => sharedInts(length)),
    best: Array.from({ length: workers }, () => sharedInts(length)),
    merit: shared
      ? new Float64Array(new SharedArrayBuffer(MERITS * workers * Float64Array.BYTES_PER_ELEMENT))
      : new Float64Array(MERITS * workers),
  };
}

export function stop({ control }: Exchange): void {
  Atomics.store(control, STOP, 1);
}

export function isStopped({ control }: Exchange): boolean {
  return Atomics.load(control, STOP) !== 0;
}

/** Somebody has had enough, for all: whoever meets next sees the same answer. */
export function leave({ control }: Exchange): void {
  Atomics.store(control, LEFT, 1);
}

export function hasLeft({ control }: Exchange): boolean {
  return Atomics.load(control, LEFT) !== 0;
}

/** Waits until all searches have come here. */
export function meet({ control, workers }: Exchange): void {
  if (workers === 1) return;
  const meeting = Atomics.load(control, MEETING);
  if (Atomics.add(control, ARRIVED, 1) === workers - 1) {
    Atomics.store(control, ARRIVED, 0);
    Atomics.add(control, MEETING, 1);
    Atomics.notify(control, MEETING);
    return;
  }
  while (Atomics.load(control, MEETING) === meeting) Atomics.wait(control, MEETING, meeting);
}

/** Writes the routes of some vehicles: for each its number, how many entries, the entries; −1 at the end. */
export function write(
  slot: Int32Array,
  lists: readonly Int32Array[],
  vehicles: Iterable<number>,
): void {
  let at = 0;
  for (const v of vehicles) {
    const list = lists[v] as Int32Array;
    slot[at] = v;
    slot[at + 1] = list.length;
    slot.set(list, at + 2);
    at += 2 + list.length;
  }
  slot[at] = -1;
}

export function read(slot: Int32Array, into: Int32Array[]): void {
  let at = 0;
  while ((slot[at] as number) >= 0) {
    const length = slot[at + 1] as number;
    into[slot[at] as number] = slot.slice(at + 2, at + 2 + length);
    at += 2 + length;
  }
}
