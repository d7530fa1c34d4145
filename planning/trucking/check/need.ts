import type { Point, Problem } from '../water-day.ts';

/** What is less than this is rounding, not water. Litres. */
export const HAIR = 1e-6;

/** What a point needs in each tier, in litres, over what its own wells give. */
export function needs(problem: Problem, point: Point): number[] {
  return problem.tiers.map((tier, t) => {
    const each = point.litresPerPerson?.[t] ?? tier.litresPerPerson;
    return Math.max(0, point.people * each - (point.have ?? 0));
  });
}

export function lastNeed(problem: Problem, point: Point): number {
  return needs(problem, point).at(-1) ?? 0;
}

/** Rounded up, but not for a hair. */
export function ceilLitres(litres: number): number {
  return Math.ceil(litres - HAIR);
}
