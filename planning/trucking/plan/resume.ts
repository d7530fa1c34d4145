import type { Plan, Problem, Route, Stop } from '../water-day.ts';

/** Where a tanker's new stops begin: what it did before `now`, where it stands, what it holds. */
interface TankerResume {
  kept: Stop[];
  /** Place index; its home when it has not left. */
  place: number;
  /** Finish of its last kept stop. */
  since: number;
  /** End of its last rest, or when it left home. */
  rested: number;
  load: number;
  /** Place index that it was driving to at `now`, -1: none. */
  heading: number;
  headingArrives: number;
  /** Gets no new stop: out of service, or its place is no longer in the problem. */
  idle: boolean;
  /** Its last kept stop is home: it need not come home again. */
  atHome: boolean;
  /** Its next leg begins at home: its driving time starts anew. */
  leaves: boolean;
}

export interface Resume {
  now: number;
  tankers: TankerResume[];
  fills: { source: number; start: number; finish: number; litres: number }[];
  deliveries: { point: number; finish: number; litres: number }[];
  metres: number;
  /** What tankers that are no longer in the problem had begun. */
  gone: Route[];
}

export function startOf(stop: Stop): number {
  return stop.kind === 'home' ? stop.at : stop.start;
}

/** A day that begins from nothing. */
export function resumeNothing(problem: Problem): Resume {
  return resumeFrom(problem, undefined, 0);
}

/** What `previous` fixes of a day that is planned again at `now`. */
export function resumeFrom(problem: Problem, previous: Plan | undefined, now: number): Resume {
  const place = new Map(problem.places.map((p, i) => [p.id, i]));
  const source = new Map(problem.sources.map((s, i) => [s.id, i]));
  const point = new Map(problem.points.map((p, i) => [p.id, i]));
  const routes = new Map(previous?.routes.map((route) => [route.tanker, route.stops]));
  const resume: Resume = { now, tankers: [], fills: [], deliveries: [], metres: 0, gone: [] };
  const note = (stop: Stop) => {
    if (stop.kind === 'fill') {
      const s = source.get(stop.source);
      const { start, finish, litres } = stop;
      if (s !== undefined) resume.fills.push({ source: s, start, finish, litres });
    } else if (stop.kind === 'deliver') {
      const p = point.get(stop.point);
      const { finish, litres } = stop;
      if (p !== undefined) resume.deliveries.push({ point: p, finish, litres });
    }
  };
  const known = new Set(problem.tankers.map((tanker) => tanker.id));
  for (const route of previous?.routes ?? []) {
    const kept = route.stops.filter((stop) => startOf(stop) < now);
    if (known.has(route.tanker) || kept.length === 0) continue;
    resume.gone.push({ tanker: route.tanker, stops: kept });
    kept.forEach(note);
  }
  for (const tanker of problem.tankers) {
    const home = place.get(tanker.home) as number;
    const placeOf = (stop: Stop): number => {
      if (stop.kind === 'home') return home;
      const entry =
        stop.kind === 'fill'
          ? problem.sources[source.get(stop.source) ?? -1]
          : problem.points[point.get(stop.point) ?? -1];
      return place.get(entry?.place ?? '') ?? -1;
    };
    const way = (from: number, to: number) => {
      if (from === to) return { seconds: 0, metres: 0 };
      const seconds = problem.travel.seconds[from]?.[to] ?? null;
      const metres = problem.travel.metres[from]?.[to] ?? null;
      return seconds === null || metres === null ? undefined : { seconds, metres };
    };
    const stops = routes.get(tanker.id) ?? [];
    const kept = stops.filter((stop) => startOf(stop) < now);
    const state: TankerResume = {
      kept,
      place: home,
      since: 0,
      rested: 0,
      load: tanker.loaded ?? 0,
      heading: -1,
      headingArrives: 0,
      idle: tanker.out !== undefined && tanker.out <= now,
      atHome: kept.length === 0,
      leaves: kept.length === 0,
    };
    kept.forEach((stop, i) => {
      const to = placeOf(stop);
      const arrive = stop.kind === 'home' ? stop.at : stop.arrive;
      if (i === 0) {
        state.rested = startOf(stop);
      } else {
        const leg = way(state.place, to);
        resume.metres += leg?.metres ?? 0;
        const rest = tanker.rest?.seconds ?? 0;
        const leaves = arrive - (leg?.seconds ?? 0);
        if (leaves - state.since >= rest) state.rested = leaves;
        if (startOf(stop) - arrive >= rest) state.rested = startOf(stop);
      }
      state.place = to;
      state.since = stop.kind === 'home' ? stop.at : stop.finish;
      state.atHome = stop.kind === 'home' && (i > 0 || kept.length === stops.length);
      state.leaves = stop.kind === 'home' && i > 0;
      if (stop.kind === 'fill') {
        state.load += stop.litres;
      } else if (stop.kind === 'deliver') {
        state.load -= stop.litres;
      }
      note(stop);
    });
    const next = stops[kept.length];
    if (kept.length > 0 && next !== undefined && state.place >= 0) {
      const to = placeOf(next);
      const arrive = next.kind === 'home' ? next.at : next.arrive;
      const leg = to < 0 ? undefined : way(state.place, to);
      if (leg && state.since < now && arrive - leg.seconds < now) {
        state.heading = to;
        state.headingArrives = arrive;
      }
    }
    if (state.place < 0) state.idle = true;
    state.load = Math.max(0, state.load);
    resume.tankers.push(state);
  }
  return resume;
}
