import type { Plan, Problem, Score, TierScore } from '../water-day.ts';
import { changedStops } from './changed.ts';
import { type Day, openDay } from './day.ts';
import type { Again } from './kept.ts';
import { servedPoints, shortOf } from './served.ts';

/**
 * The score of a plan, from its routes alone: what it declares itself is not read.
 *
 * Litres delivered after `day.to` do not count. A leg on a way that the problem has closed (possible for kept stops
 * only) adds no metres. The plan need not keep the rules; stops at unknown points or sources are passed over.
 *
 * @param problem a valid problem, see `parseProblem`.
 * @param plan a plan of valid form, see `parsePlan`.
 * @param previous the plan before, when planning again; then `now` is needed as well.
 * @param now seconds since 00:00.
 * @returns for each tier hardship (weight x people x short², summed), worst (percent) and people (people x short,
 * summed), all rounded to two decimals; metres driven; stops changed against `previous` (0 without it).
 * @throws TypeError when only one of `previous` and `now` is given.
 */
export function score(problem: Problem, plan: Plan, previous?: Plan, now?: number): Score {
  const again = bothOrNeither(previous, now);
  const exact = exactScore(openDay(problem), plan, again);
  const tiers = exact.tiers.map((tier) => ({
    name: tier.name,
    hardship: twoDecimals(tier.hardship),
    worst: twoDecimals(tier.worst),
    people: twoDecimals(tier.people),
  }));
  return { ...exact, tiers };
}

export function bothOrNeither(previous?: Plan, now?: number): Again | undefined {
  if (previous === undefined && now === undefined) return undefined;
  if (previous === undefined || now === undefined) {
    throw new TypeError('previous and now go together: give both, or neither');
  }
  return { previous, now };
}

/** The same, not rounded. */
export function exactScore(day: Day, plan: Plan, again: Again | undefined): Score {
  const { problem } = day;
  const served = servedPoints(problem, plan);
  const tiers = problem.tiers.map(({ name }, t): TierScore => {
    const total = { name, hardship: 0, worst: 0, people: 0 };
    for (const one of served) {
      const { people, weight = 1 } = one.point;
      const short = shortOf(one, t);
      total.hardship += weight * people * short * short;
      total.people += people * short;
      total.worst = Math.max(total.worst, 100 * short);
    }
    return total;
  });
  return { tiers, metres: metres(day, plan), changed: changedStops(day, plan, again) };
}

function metres(day: Day, plan: Plan): number {
  let sum = 0;
  for (const { tanker, stops } of plan.routes) {
    let before: string | undefined;
    stops.forEach((stop, i) => {
      const place = day.findPlace(stop, tanker);
      if (i > 0) sum += day.findWay(before, place)?.metres ?? 0;
      before = place;
    });
  }
  return sum;
}

function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}
