import type { Plan, Stop } from '../water-day.ts';
import type { Day } from './day.ts';
import { type Again, startOf } from './kept.ts';

const NEAR_SECONDS = 900;

/**
 * How many stops of the previous plan, from `now` on, have no partner in the new one: same tanker, kind and place,
 * start within 900 s, litres within 10 % of the previous. A stop is partner of one other at most.
 */
export function changedStops(day: Day, plan: Plan, again: Again | undefined): number {
  if (!again) return 0;
  const added = groupsAfter(day, plan, again.now);
  let changed = 0;
  for (const [group, stops] of groupsAfter(day, again.previous, again.now)) {
    changed += stops.length - mostPairs(stops, added.get(group) ?? []);
  }
  return changed;
}

function groupsAfter(day: Day, plan: Plan, now: number): Map<string, Stop[]> {
  const groups = new Map<string, Stop[]>();
  for (const { tanker, stops } of plan.routes) {
    for (const stop of stops) {
      if (startOf(stop) < now) continue;
      const place = day.findPlace(stop, tanker);
      const id = stop.kind === 'fill' ? stop.source : stop.kind === 'deliver' ? stop.point : '';
      const key = JSON.stringify([tanker, stop.kind, place ?? null, place === undefined ? id : '']);
      const group = groups.get(key);
      if (group) group.push(stop);
      else groups.set(key, [stop]);
    }
  }
  return groups;
}

function partners(previous: Stop, next: Stop): boolean {
  if (Math.abs(startOf(previous) - startOf(next)) > NEAR_SECONDS) return false;
  if (previous.kind === 'home' || next.kind === 'home') return true;
  return 10 * Math.abs(previous.litres - next.litres) <= previous.litres;
}

/** The size of a maximum matching, by augmenting paths (Kuhn). */
function mostPairs(previous: Stop[], next: Stop[]): number {
  const partnerOf = new Map<number, number>();

  function pair(p: number, tried: Set<number>): boolean {
    const stop = previous[p];
    for (const [n, candidate] of next.entries()) {
      if (!stop || tried.has(n) || !partners(stop, candidate)) continue;
      tried.add(n);
      const taken = partnerOf.get(n);
      if (taken === undefined || pair(taken, tried)) {
        partnerOf.set(n, p);
        return true;
      }
    }
    return false;
  }

  return previous.filter((_, p) => pair(p, new Set())).length;
}
