import type { Plan, Stop } from '../water-day.ts';

/** What planning again starts from: the plan of before, and the moment. */
export interface Again {
  previous: Plan;
  now: number;
}

/** What one tanker has begun before `now`, and what it would have done next. */
export interface Begun {
  kept: Stop[];
  rest: Stop[];
}

export function startOf(stop: Stop): number {
  return stop.kind === 'home' ? stop.at : stop.start;
}

export function arriveOf(stop: Stop): number {
  return stop.kind === 'home' ? stop.at : stop.arrive;
}

export function finishOf(stop: Stop): number {
  return stop.kind === 'home' ? stop.at : stop.finish;
}

export function begunByTanker(again: Again | undefined): Map<string, Begun> {
  const begun = new Map<string, Begun>();
  for (const { tanker, stops } of again?.previous.routes ?? []) {
    const own = begun.get(tanker) ?? { kept: [], rest: [] };
    begun.set(tanker, own);
    for (const stop of stops) {
      (startOf(stop) < (again?.now ?? 0) ? own.kept : own.rest).push(stop);
    }
  }
  return begun;
}

export function sameStop(a: Stop, b: Stop): boolean {
  if (a.kind === 'home' || b.kind === 'home') {
    return a.kind === 'home' && b.kind === 'home' && a.at === b.at;
  }
  return (
    a.kind === b.kind &&
    (a.kind === 'fill' ? a.source : a.point) === (b.kind === 'fill' ? b.source : b.point) &&
    a.arrive === b.arrive &&
    a.start === b.start &&
    a.finish === b.finish &&
    a.litres === b.litres
  );
}
