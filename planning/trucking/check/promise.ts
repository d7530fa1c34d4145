import type { Plan, Problem, Route, Say, ShortRow, Stop } from '../water-day.ts';
import { check } from './check.ts';
import { type CheckCode, clock, named } from './fault.ts';
import { HAIR, needs } from './need.ts';
import { patchProblem } from './patch.ts';
import { score } from './score.ts';
import { servedPoints } from './served.ts';

export interface PromiseFault {
  code: 'patch-fails' | 'patch-breaks-problem' | 'stop-not-kept' | 'litres-not-added' | CheckCode;
  /** JSON pointer: into the problem (`patch-breaks-problem`), the row (`patch-fails`), else the longer plan. */
  at: string;
  say: Say;
}

/** A village tank may miss this much by the rounding of litres and seconds. */
const ROUNDING = 0.5;
/** What a longer plan says of itself; its routes are what is judged. */
const DECLARED: readonly CheckCode[] = ['short-missing', 'wrong-problem'];

/**
 * Judges what a row of `short` promises, by a witness: on the problem patched as the row says, the longer plan passes every
 * rule, has every stop of the plan (same tanker, order, start, finish and litres; it may arrive later, waiting less), and
 * brings the row's litres: delivered to the point, and where it has a village tank also drawn, to within half a litre.
 *
 * The promise is that such a plan exists; it is for whoever makes it to show one. Without a witness see `check`, which
 * looks only at whether the patch applies and leaves the plan's stops possible.
 *
 * @param problem a valid problem.
 * @param plan a plan that passes on it.
 * @param row a row of `plan.short` whose remedy has a patch.
 * @param longer the witness; its `score` and `short` are not read.
 * @param again as in `check`, when `plan` was made again.
 * @returns nothing when the promise is kept.
 * @throws TypeError when the row has no patch.
 */
export function promiseFaults(
  problem: Problem,
  plan: Plan,
  row: ShortRow,
  longer: Plan,
  again: { previous?: Plan | undefined; now?: number | undefined } = {},
): PromiseFault[] {
  const { patch } = row.remedy;
  if (patch === null) throw new TypeError(`the row of ${row.point} promises nothing`);
  const result = patchProblem(problem, patch);
  if ('stuck' in result) {
    const say = {
      'zh-CN': `补救改动无法用于这个问题（${result.stuck}）`,
      en: `the patch cannot be applied to the problem (${result.stuck})`,
    };
    return [{ code: 'patch-fails', at: '/remedy/patch', say }];
  }
  if ('broken' in result) {
    const { path, say } = result.broken;
    return [{ code: 'patch-breaks-problem', at: path, say }];
  }
  const patched = result.problem;
  const judged: Plan = {
    ...longer,
    score: score(patched, longer, again.previous, again.now),
    short: [],
  };
  const broken = check(patched, judged, again).faults.filter(
    ({ code }) => !DECLARED.includes(code),
  );
  return [
    ...broken,
    ...lostStops(plan, longer),
    ...missingLitres(problem, patched, plan, row, longer),
  ];
}

function lostStops(plan: Plan, longer: Plan): PromiseFault[] {
  const routes = new Map(longer.routes.map((route) => [route.tanker, route]));
  return plan.routes.flatMap(({ tanker, stops }): PromiseFault[] => {
    const lost = firstLost(stops, routes.get(tanker));
    if (!lost) return [];
    const time = clock(lost.kind === 'home' ? lost.at : lost.start);
    const say = {
      'zh-CN': `${named(tanker)} 原有 ${time} 的停靠没有照旧保留`,
      en: `the stop of ${named(tanker)} at ${time} is not as it was`,
    };
    return [{ code: 'stop-not-kept', at: '/routes', say }];
  });
}

/** The first stop that does not come again, in order. */
function firstLost(stops: Stop[], route: Route | undefined): Stop | undefined {
  let at = 0;
  for (const stop of stops) {
    while (at < (route?.stops.length ?? 0) && !kept(stop, route?.stops[at])) at += 1;
    if (at >= (route?.stops.length ?? 0)) return stop;
    at += 1;
  }
  return undefined;
}

function kept(before: Stop, after: Stop | undefined): boolean {
  if (before.kind === 'home') return after?.kind === 'home' && after.at === before.at;
  const same = before.kind === 'fill' ? { source: before.source } : { point: before.point };
  return (
    after?.kind === before.kind &&
    Object.entries(same).every(([key, id]) => Object(after)[key] === id) &&
    after.start === before.start &&
    after.finish === before.finish &&
    after.litres === before.litres
  );
}

function missingLitres(
  problem: Problem,
  patched: Problem,
  plan: Plan,
  { point: id, tier, litres }: ShortRow,
  longer: Plan,
): PromiseFault[] {
  const point = problem.points.find((one) => one.id === id);
  const more = delivered(longer, id) - delivered(plan, id);
  const got = servedPoints(patched, longer).find((one) => one.point.id === id)?.got ?? 0;
  const need = point && needs(problem, point)[problem.tiers.findIndex(({ name }) => name === tier)];
  const lacks = (need ?? Number.POSITIVE_INFINITY) - got;
  if (more >= litres && lacks <= (point?.storage ? ROUNDING : 0) + HAIR) return [];
  const left = Math.ceil(Math.max(0, lacks));
  const say = {
    'zh-CN': `${named(id)} 应多得 ${litres} 升，多送了 ${more} 升，离等级 ${named(tier)} 还差 ${left} 升`,
    en: `${named(id)} is to get ${litres} litres more; ${more} more are brought, and it lacks ${left} for ${named(tier)}`,
  };
  return [{ code: 'litres-not-added', at: '/routes', say }];
}

function delivered({ routes }: Plan, point: string): number {
  return routes
    .flatMap(({ stops }) => stops)
    .reduce(
      (sum, stop) => sum + (stop.kind === 'deliver' && stop.point === point ? stop.litres : 0),
      0,
    );
}
