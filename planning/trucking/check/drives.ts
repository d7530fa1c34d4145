import type { DeliverStop, FillStop, Plan, Stop, Tanker } from '../water-day.ts';
import type { Day } from './day.ts';
import { type CheckFault, fault, named } from './fault.ts';
import { type Again, arriveOf, begunByTanker, finishOf, sameStop, startOf } from './kept.ts';

/** One stop of a route as the rules look at it. */
export interface Visit<S extends Stop = Stop> {
  stop: S;
  /** JSON pointer to the stop. */
  at: string;
  tanker: Tanker;
  place: string | undefined;
  arrive: number;
  start: number;
  finish: number;
  /** Begun before `now`: not held against the problem. */
  kept: boolean;
}

/** A tanker's route. */
export interface Drive {
  tanker: Tanker;
  at: string;
  visits: Visit[];
  /** Where the tanker was driving to at `now`, and when it would be there. */
  heading: { place: string; arrive: number } | undefined;
}

/** The routes that can be looked at stop by stop, and what is wrong with the others. */
export function openRoutes(day: Day, plan: Plan, again: Again | undefined) {
  const faults: CheckFault[] = [];
  const drives: Drive[] = [];
  const begun = begunByTanker(again);
  const seen = new Set<string>();

  plan.routes.forEach(({ tanker: id, stops }, r) => {
    const at = `/routes/${r}`;
    if (seen.has(id)) {
      faults.push(
        fault('two-routes', at, `${named(id)} 已经有一条路线`, `${named(id)} has a route already`),
      );
      return;
    }
    seen.add(id);
    const kept = begun.get(id)?.kept ?? [];
    const changed = kept.findIndex((stop, i) => !stops[i] || !sameStop(stop, stops[i]));
    if (changed >= 0)
      faults.push(keptChanged(changed < stops.length ? `${at}/stops/${changed}` : at, id));
    const tanker = day.tankers.get(id);
    if (!tanker) {
      if (stops.length > kept.length) {
        faults.push(
          fault(
            'unknown-tanker',
            at,
            `问题中没有送水车 ${named(id)}`,
            `the problem has no tanker ${named(id)}`,
          ),
        );
      }
      return;
    }
    const visits = stops.map(
      (stop, i): Visit => ({
        stop,
        at: `${at}/stops/${i}`,
        tanker,
        place: day.findPlace(stop, id),
        arrive: arriveOf(stop),
        start: startOf(stop),
        finish: finishOf(stop),
        kept: i < kept.length,
      }),
    );
    drives.push({ tanker, at, visits, heading: findHeading(day, id, begun.get(id), again) });
  });

  for (const [id, { kept }] of begun) {
    if (kept.length > 0 && !seen.has(id)) faults.push(keptChanged('/routes', id));
  }
  return { drives, faults };
}

function findHeading(
  day: Day,
  tanker: string,
  begun: { kept: Stop[]; rest: Stop[] } | undefined,
  again: Again | undefined,
): Drive['heading'] {
  const last = begun?.kept.at(-1);
  const next = begun?.rest[0];
  if (!again || !last || !next || finishOf(last) >= again.now) return undefined;
  const place = day.findPlace(next, tanker);
  return place === undefined ? undefined : { place, arrive: arriveOf(next) };
}

function keptChanged(at: string, tanker: string): CheckFault {
  return fault(
    'kept-stop-changed',
    at,
    `${named(tanker)} 在此刻之前已经开始的停靠必须原样保留`,
    `what ${named(tanker)} began before now must stand as it was, in its place`,
  );
}

export function fillsOf(drives: Drive[]): Visit<FillStop>[] {
  return drives.flatMap(({ visits }) =>
    visits.filter((visit): visit is Visit<FillStop> => visit.stop.kind === 'fill'),
  );
}

export function deliveriesOf(drives: Drive[]): Visit<DeliverStop>[] {
  return drives.flatMap(({ visits }) =>
    visits.filter((visit): visit is Visit<DeliverStop> => visit.stop.kind === 'deliver'),
  );
}
