import type { Plan, Problem, Route, Score, Stop } from '../water-day.ts';
import { startOf } from './resume.ts';

/** Less than this is rounding, not water. */
const HAIR = 1e-6;

/** What people of each point could take, in litres, in the order of the problem's points. */
export function gotByPoint(problem: Problem, routes: Route[]): Float64Array {
  const into = new Map<string, { finish: number; litres: number }[]>();
  for (const { stops } of routes) {
    for (const stop of stops) {
      if (stop.kind !== 'deliver') continue;
      const list = into.get(stop.point);
      if (list) list.push(stop);
      else into.set(stop.point, [stop]);
    }
  }
  const { from, to } = problem.day;
  return Float64Array.from(problem.points, (point) => {
    const list = into.get(point.id) ?? [];
    if (!point.storage) {
      return list.reduce((sum, one) => sum + (one.finish <= to ? one.litres : 0), 0);
    }
    const rate = (needsOf(problem, point).at(-1) ?? 0) / (to - from);
    let { level } = point.storage;
    let time = from;
    let got = 0;
    const until = (moment: number) => {
      const end = Math.min(moment, to);
      if (end <= time) return;
      const take = Math.min(level, rate * (end - time));
      level -= take;
      got += take;
      time = end;
    };
    for (const one of list.toSorted((a, b) => a.finish - b.finish)) {
      until(one.finish);
      level += one.litres;
    }
    until(to);
    return got;
  });
}

export function needsOf(problem: Problem, point: Problem['points'][number]): number[] {
  return problem.tiers.map((tier, k) => {
    const each = point.litresPerPerson?.[k] ?? tier.litresPerPerson;
    return Math.max(0, point.people * each - (point.have ?? 0));
  });
}

/** Part of a need that was not got, 0 to 1. */
export function shortOf(need: number, got: number): number {
  return need - got > HAIR ? 1 - got / need : 0;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** The score that a plan of these routes declares. */
export function scorePlan(
  problem: Problem,
  routes: Route[],
  previous: Plan | undefined,
  now: number,
): Score {
  const got = gotByPoint(problem, routes);
  const needs = problem.points.map((point) => needsOf(problem, point));
  const tiers = problem.tiers.map(({ name }, k) => {
    const total = { name, hardship: 0, worst: 0, people: 0 };
    problem.points.forEach((point, p) => {
      const short = shortOf(needs[p]?.[k] ?? 0, got[p] as number);
      total.hardship += (point.weight ?? 1) * point.people * short * short;
      total.worst = Math.max(total.worst, 100 * short);
      total.people += point.people * short;
    });
    return {
      name,
      hardship: round(total.hardship),
      worst: round(total.worst),
      people: round(total.people),
    };
  });
  return {
    tiers,
    metres: metresOf(problem, routes),
    changed: previous ? changedOf(problem, routes, previous, now) : 0,
  };
}

/** Place ids by stop, for one problem. */
function placeFinder(problem: Problem) {
  const source = new Map(problem.sources.map((s) => [s.id, s.place]));
  const point = new Map(problem.points.map((p) => [p.id, p.place]));
  const home = new Map(problem.tankers.map((t) => [t.id, t.home]));
  return (stop: Stop, tanker: string) => {
    if (stop.kind === 'home') return home.get(tanker);
    return stop.kind === 'fill' ? source.get(stop.source) : point.get(stop.point);
  };
}

function metresOf(problem: Problem, routes: Route[]): number {
  const placeOf = placeFinder(problem);
  const index = new Map(problem.places.map((place, i) => [place.id, i]));
  let sum = 0;
  for (const { tanker, stops } of routes) {
    let before: number | undefined;
    for (const stop of stops) {
      const id = placeOf(stop, tanker);
      const at = id === undefined ? undefined : index.get(id);
      if (before !== undefined && at !== undefined && before !== at) {
        const seconds = problem.travel.seconds[before]?.[at] ?? null;
        if (seconds !== null) sum += problem.travel.metres[before]?.[at] ?? 0;
      }
      before = at;
    }
  }
  return sum;
}

/** Previous stops from `now` on without a partner, by greatest matching within tanker, kind and place. */
function changedOf(problem: Problem, routes: Route[], previous: Plan, now: number): number {
  const placeOf = placeFinder(problem);
  const groups = (list: Route[]) => {
    const map = new Map<string, Stop[]>();
    for (const { tanker, stops } of list) {
      for (const stop of stops) {
        if (startOf(stop) < now) continue;
        const place = placeOf(stop, tanker);
        const id = stop.kind === 'fill' ? stop.source : stop.kind === 'deliver' ? stop.point : '';
        const key = JSON.stringify([
          tanker,
          stop.kind,
          place ?? null,
          place === undefined ? id : '',
        ]);
        const group = map.get(key);
        if (group) group.push(stop);
        else map.set(key, [stop]);
      }
    }
    return map;
  };
  const after = groups(routes);
  let changed = 0;
  for (const [key, stops] of groups(previous.routes)) {
    changed += stops.length - matched(stops, after.get(key) ?? []);
  }
  return changed;
}

/** The same stop to a driver: it starts within a quarter of an hour, with about the same litres. */
function partners(before: Stop, after: Stop): boolean {
  if (Math.abs(startOf(before) - startOf(after)) > 900) return false;
  if (before.kind === 'home' || after.kind === 'home') return true;
  return Math.abs(before.litres - after.litres) * 10 <= before.litres;
}

function matched(before: Stop[], after: Stop[]): number {
  const owner = Array.from(after, () => -1);
  const claim = (b: number, tried: Uint8Array): boolean => {
    for (let a = 0; a < after.length; a += 1) {
      if (tried[a] === 1 || !partners(before[b] as Stop, after[a] as Stop)) continue;
      tried[a] = 1;
      const other = owner[a] as number;
      if (other < 0 || claim(other, tried)) {
        owner[a] = b;
        return true;
      }
    }
    return false;
  };
  return before.filter((_, b) => claim(b, new Uint8Array(after.length))).length;
}
