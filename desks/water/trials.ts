import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { type Served, servedPoints, shortOf } from '@liangbuwu/trucking/check/served.ts';
import { gain, oneMore } from '@liangbuwu/trucking/plan/one-more.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import type { Gain } from './one-more.ts';

/** A day with one thing more. The id is the same for the same thing, also after a restart or an upgrade. */
export interface Trial {
  id: string;
  kind: string;
  say: Say;
  problem: Problem;
}

const asMuchTime = say('什么都不加，只再算同样久', 'nothing more, only as much time again');

/**
 * What is worth trying beside a plan, most promising first; nothing where everybody gets all. Before them the day as it
 * is: a search that goes on finds more by itself, and that is not the added tanker's doing.
 */
export function trialsOf(problem: Problem, plan: Plan): Trial[] {
  const variants = oneMore(problem, plan);
  if (variants.length === 0) return [];
  return [{ id: 'time', kind: 'time', say: asMuchTime, problem }, ...variants];
}

/** Less than this part of a floor's hardship is the search's luck. */
const luck = 0.005;

/** What a day with one thing more gave beside the same search of the day as it is. */
export function gainOf(problem: Problem, before: Plan, after: Plan): Gain {
  const { tiers, litres, metres } = gain(before, after);
  const [from, to] = [servedPoints(problem, before), servedPoints(problem, after)];
  const telling = tiers.find(({ hardship }, tier) => {
    const was = before.score.tiers[tier]?.hardship ?? 0;
    return Math.abs(hardship) > Math.max(0.01, luck * was);
  });
  return {
    helps: (telling?.hardship ?? 0) > 0,
    tiers: tiers.map(({ name, people: shares }, tier) => ({
      name,
      people: enough(to, tier) - enough(from, tier),
      shares,
    })),
    litres,
    metres,
  };
}

const enough = (served: readonly Served[], tier: number): number =>
  served.reduce((sum, one) => sum + (shortOf(one, tier) === 0 ? one.point.people : 0), 0);
