import type { Day } from './day.ts';
import type { Route } from './route.ts';

/**
 * A delivery that somebody was promised. The search keeps it: the tanker serves the point with at least these litres,
 * and begins to within these seconds since 00:00, both included. Each stop keeps one pin.
 */
export interface Pin {
  tanker: string;
  point: string;
  litres: number;
  from: number;
  to: number;
}

interface PackedPin {
  node: number;
  litres: number;
  from: number;
  to: number;
}

/** What people have decided, by tanker. */
export interface Decided {
  /** Those that demand most come first: they have the choice of stops. */
  pins: PackedPin[][];
  /** Tankers whose day stays as it was laid down. */
  locks: Uint8Array;
}

/** Pins of tankers and points that the day does not have are left out, and so is what has already begun. */
export function packDecided(
  day: Day,
  pins: readonly Pin[],
  locks: readonly string[],
): Decided | undefined {
  if (pins.length === 0 && locks.length === 0) return undefined;
  const tanker = new Map(day.problem.tankers.map(({ id }, r) => [id, r]));
  const point = new Map(day.problem.points.map(({ id }, p) => [id, day.S + p]));
  const decided: Decided = {
    pins: Array.from({ length: day.R }, () => []),
    locks: new Uint8Array(day.R),
  };
  for (const id of locks) {
    const r = tanker.get(id);
    if (r !== undefined) decided.locks[r] = 1;
  }
  for (const { tanker: id, point: place, litres, from, to } of pins) {
    const [r, node] = [tanker.get(id), point.get(place)];
    if (r === undefined || node === undefined) continue;
    const begun = day.resume.tankers[r]?.kept.some(
      (stop) =>
        stop.kind === 'deliver' &&
        stop.point === place &&
        stop.litres >= litres &&
        stop.start >= from &&
        stop.start <= to,
    );
    if (!begun) decided.pins[r]?.push({ node, litres, from, to });
  }
  for (const list of decided.pins) list.sort((a, b) => b.litres - a.litres || a.to - b.to);
  return decided;
}

/** Which of a tanker's pins its route keeps. */
export function keptPins(pins: readonly PackedPin[], route: Route): boolean[] {
  const taken = new Set<number>();
  return pins.map(({ node, litres, from, to }) => {
    for (let i = 0; i < route.count; i += 1) {
      if (route.node[i] !== node || taken.has(i)) continue;
      const start = route.start[i] as number;
      if ((route.litres[i] as number) < litres || start < from || start > to) continue;
      taken.add(i);
      return true;
    }
    return false;
  });
}

/** Whether a route in place of another would give up a pin that was kept. */
export function losesPin(decided: Decided | undefined, r: number, was: Route, now: Route): boolean {
  const pins = decided?.pins[r];
  if (!pins || pins.length === 0) return false;
  const kept = keptPins(pins, now);
  return keptPins(pins, was).some((before, i) => before && !kept[i]);
}
