import type { Plan, Problem } from '../../water-day.ts';
import type { Board } from '../board.ts';
import { gotByPoint, needsOf, shortOf } from '../score-plan.ts';
import type { Goal } from './extend.ts';

/** A point that is short: in which tier first, and how much. */
export interface Shortage {
  p: number;
  tier: number;
  /** Lacking, rounded up. */
  litres: number;
  /** Of the tier. */
  need: number;
  hardship: number;
}

/** A village tank may miss this much by the rounding of litres and seconds. */
export const ROUNDING = 0.5;

/** The points that are short in some tier, in the order of the problem. */
export function findShortages(problem: Problem, plan: Plan): Shortage[] {
  const got = gotByPoint(problem, plan.routes);
  return problem.points.flatMap((point, p): Shortage[] => {
    const needs = needsOf(problem, point);
    const tier = needs.findIndex((need) => shortOf(need, got[p] as number) > 0);
    if (tier < 0) return [];
    const need = needs[tier] as number;
    const missing = need - (got[p] as number);
    const short = missing / need;
    return [
      {
        p,
        tier,
        litres: Math.ceil(missing - 1e-6),
        need,
        hardship: 100 ** -tier * (point.weight ?? 1) * point.people * short * short,
      },
    ];
  });
}

export function goalOf({ day, got }: Board, { p, need, litres }: Shortage): Goal {
  const storage = (day.tank[p] as number) >= 0;
  return { got: storage ? need - ROUNDING : (got[p] as number) + litres, litres };
}
