import type { Plan, Problem, Stop } from '../water-day.ts';
import type { Again } from './day.ts';

/** A tanker when its new stops begin. */
export interface Standing {
  litres: number;
  /** Node of its home. */
  home: number;
  /** From where it may go on, and when at the earliest; empty: no new stop. Node -1: nobody knows where it is. */
  from: { node: number; time: number }[];
  /** Its first new leg begins at home, in full. */
  leaves: boolean;
  /** When it must be back. */
  to: number;
  load: number;
  rest: { every: number; seconds: number } | undefined;
}

export interface Standings {
  tankers: Standing[];
  /** Litres of kept fills by source, of tankers in the problem. */
  fills: Map<string, number[]>;
  /** Kept deliveries by point, in order of finish. */
  deliveries: Map<string, { time: number; litres: number }[]>;
  /** Litres of those that count against a point's need: of tankers in the problem. */
  counted: Map<string, number[]>;
}

/** Where each tanker stands, and what kept stops have moved. */
export function standings(
  problem: Problem,
  again: Again | undefined,
  nodeOf: (place: string) => number,
): Standings {
  const fills = new Map<string, number[]>();
  const deliveries = new Map<string, { time: number; litres: number }[]>();
  const counted = new Map<string, number[]>();
  const known = new Set(problem.tankers.map(({ id }) => id));
  for (const { tanker, stops } of again?.previous.routes ?? []) {
    for (const stop of stops) {
      if (stop.kind === 'home' || startOf(stop) >= (again?.now ?? 0)) continue;
      if (stop.kind === 'deliver') {
        add(deliveries, stop.point, { time: stop.finish, litres: stop.litres });
      }
      if (!known.has(tanker)) continue;
      if (stop.kind === 'fill') add(fills, stop.source, stop.litres);
      else add(counted, stop.point, stop.litres);
    }
  }
  for (const list of deliveries.values()) list.sort((a, b) => a.time - b.time);

  const sources = new Map(problem.sources.map(({ id, place }) => [id, place]));
  const points = new Map(problem.points.map(({ id, place }) => [id, place]));
  const tankers = problem.tankers.map((tanker): Standing => {
    const { id, litres, to, rest, loaded = 0 } = tanker;
    const home = nodeOf(tanker.home);
    const { kept, next } = begun(again, id);
    const standing = { litres, home, to, rest };
    if (again && tanker.out !== undefined && tanker.out <= again.now) {
      return { ...standing, from: [], leaves: false, load: 0 };
    }
    const last = kept.at(-1);
    if (!again || !last) {
      const time = Math.max(tanker.from, again?.now ?? 0);
      return { ...standing, from: [{ node: home, time }], leaves: true, load: loaded };
    }
    const nodeAt = (stop: Stop): number => {
      if (stop.kind === 'home') return home;
      const place = stop.kind === 'fill' ? sources.get(stop.source) : points.get(stop.point);
      return place === undefined ? -1 : nodeOf(place);
    };
    const from = [{ node: nodeAt(last), time: Math.max(again.now, finishOf(last)) }];
    if (next && finishOf(last) < again.now && nodeAt(next) >= 0) {
      from.push({ node: nodeAt(next), time: Math.max(again.now, arriveOf(next)) });
    }
    const load = kept.reduce((sum, stop) => sum + moved(stop), loaded);
    return { ...standing, from, leaves: false, load: Math.max(0, load) };
  });
  return { tankers, fills, deliveries, counted };
}

function begun(again: Again | undefined, tanker: string): { kept: Stop[]; next?: Stop } {
  const kept: Stop[] = [];
  let next: Stop | undefined;
  for (const stop of routesOf(again?.previous, tanker)) {
    if (startOf(stop) < (again?.now ?? 0)) kept.push(stop);
    else next ??= stop;
  }
  return next ? { kept, next } : { kept };
}

function routesOf(plan: Plan | undefined, tanker: string): Stop[] {
  return (plan?.routes ?? []).flatMap((route) => (route.tanker === tanker ? route.stops : []));
}

function moved(stop: Stop): number {
  if (stop.kind === 'home') return 0;
  return stop.kind === 'fill' ? stop.litres : -stop.litres;
}

const startOf = (stop: Stop): number => (stop.kind === 'home' ? stop.at : stop.start);
const arriveOf = (stop: Stop): number => (stop.kind === 'home' ? stop.at : stop.arrive);
const finishOf = (stop: Stop): number => (stop.kind === 'home' ? stop.at : stop.finish);

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
