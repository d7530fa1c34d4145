import type { FillStop, Plan, Problem, Source } from '../water-day.ts';

const HOUR = 3600;

function fillsAt({ routes }: Plan, { id }: Source): FillStop[] {
  return routes
    .flatMap(({ stops }) => stops)
    .filter((stop): stop is FillStop => stop.kind === 'fill' && stop.source === id);
}

/** Whether the source has litres left after the plan. */
export function sourceLeft(plan: Plan, source: Source): boolean {
  const used = fillsAt(plan, source).reduce((sum, { litres }) => sum + litres, 0);
  return used < (source.litresPerDay ?? Number.POSITIVE_INFINITY);
}

/** Part of the open time in which every bay is taken, 0 to 1. */
export function bayStrain(plan: Plan, source: Source): number {
  const events = fillsAt(plan, source)
    .flatMap(({ start, finish }) => [
      { time: start, step: 1 },
      { time: finish, step: -1 },
    ])
    .sort((a, b) => a.time - b.time || a.step - b.step);
  let busy = 0;
  let since = 0;
  let full = 0;
  for (const { time, step } of events) {
    if (busy >= source.bays && source.bays > 0) full += time - since;
    busy += step;
    since = time;
  }
  const open = source.open.reduce((sum, [from, to]) => sum + to - from, 0);
  return open > 0 ? Math.min(1, full / open) : 0;
}

/** Part of the bays' time that is taken in the hour before `closes` (default: the hour after the first opening), 0 to 1. */
export function lastHourStrain(plan: Plan, source: Source, closes: number | undefined): number {
  const opens = Math.min(...source.open.map(([from]) => from));
  const [from, to] = closes === undefined ? [opens, opens + HOUR] : [closes - HOUR, closes];
  const busy = fillsAt(plan, source).reduce(
    (sum, { start, finish }) => sum + Math.max(0, Math.min(finish, to) - Math.max(start, from)),
    0,
  );
  return source.bays > 0 ? Math.min(1, busy / (source.bays * HOUR)) : 0;
}

/** Part of the tankers that come home in the last hour of their shift, 0 to 1. */
export function lateTankers(problem: Problem, plan: Plan): number {
  const back = new Map(
    plan.routes.map(({ tanker, stops }) => {
      const last = stops.at(-1);
      return [tanker, last?.kind === 'home' ? last.at : 0];
    }),
  );
  const late = problem.tankers.filter(({ id, to }) => (back.get(id) ?? 0) > to - HOUR);
  return problem.tankers.length > 0 ? late.length / problem.tankers.length : 0;
}
