import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { type Served, servedPoints, shortOf } from '@liangbuwu/trucking/check/served.ts';
import { gain, oneMore } from '@liangbuwu/trucking/plan/one-more.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import type { Gain } from './one-more.ts';
import { type OfPeople, peopleShort } from './people-short.ts';

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
export function gainOf(
  problem: Problem,
  before: Plan,
  after: Plan,
  ofPeople: OfPeople = () => true,
): Gain {
  const { tiers, litres, metres } = gain(before, after);
  const [from, to] = [servedPoints(problem, before), servedPoints(problem, after)];
  const shares = [from, to].map((served) => peopleShort(problem, served, ofPeople));
  const telling = tiers.find(({ hardship }, tier) => {
    const was = before.score.tiers[tier]?.hardship ?? 0;
    return Math.abs(hardship) > Math.max(0.01, luck * was);
  });
  return {
    helps: (telling?.hardship ?? 0) > 0,
    tiers: tiers.map(({ name }, tier) => ({
      name,
      people: enough(to, tier, ofPeople) - enough(from, tier, ofPeople),
      shares: twoDecimals((shares[0]?.[tier] ?? 0) - (shares[1]?.[tier] ?? 0)),
    })),
    litres,
    metres,
  };
}

const enough = (served: readonly Served[], tier: number, ofPeople: OfPeople): number =>
  served
    .filter((one) => ofPeople(one.point.id) && shortOf(one, tier) === 0)
    .reduce((sum, one) => sum + one.point.people, 0);

const twoDecimals = (value: number): number => Math.round(value * 100) / 100;
