import { type Served, servedPoints, shortOf } from '@liangbuwu/trucking/check/served.ts';
import type { Plan, Problem, Score } from '@liangbuwu/trucking/water-day.ts';
import type { Cast } from './cast.ts';
import { isOfPeople } from './kinds.ts';

/** Whether a point's heads are people. */
export type OfPeople = (point: string) => boolean;

export const ofPeopleIn =
  ({ points }: Pick<Cast, 'points'>): OfPeople =>
  (point) =>
    isOfPeople(points[point]?.kind ?? 'village');

/** By tier the people of these points × the part that they miss, two decimals. */
export const peopleShort = (
  problem: Problem,
  served: readonly Served[],
  ofPeople: OfPeople,
): number[] =>
  problem.tiers.map((_, tier) => {
    const sum = served.reduce(
      (all, one) => all + (ofPeople(one.point.id) ? one.point.people * shortOf(one, tier) : 0),
      0,
    );
    return Math.round(sum * 100) / 100;
  });

/** A plan's score as people read it: the format counts heads, here animals are not among the people. */
export function scoreOfPeople(problem: Problem, plan: Plan, ofPeople: OfPeople): Score {
  if (problem.points.every(({ id }) => ofPeople(id))) return plan.score;
  const people = peopleShort(problem, servedPoints(problem, plan), ofPeople);
  const tiers = plan.score.tiers.map((tier, at) => ({
    ...tier,
    people: people[at] ?? tier.people,
  }));
  return { ...plan.score, tiers };
}
