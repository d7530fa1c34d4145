import type { PlanContent } from '@liangbuwu/office/plans/store.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import type { PlanSettings } from './cast.ts';

/** What a plan goes on from, as it went where that is known. Before the first plan nothing is under way, and nothing starts before now either. */
export function goingOn(
  problem: Problem,
  previous: PlanContent | undefined,
  now: number | null,
  went: PlanSettings['went'] = null,
): { previous?: Plan; now?: number } {
  if (now === null) return {};
  const before = (went?.plan ?? previous?.result) as Plan | null | undefined;
  return { previous: before ?? nothingYet(problem), now };
}

const nothingYet = (problem: Problem): Plan => ({
  format: 'water-day-plan/1',
  problem: problem.name,
  routes: [],
  score: {
    tiers: problem.tiers.map(({ name }) => ({ name, hardship: 0, worst: 0, people: 0 })),
    metres: 0,
    changed: 0,
  },
  short: [],
});
