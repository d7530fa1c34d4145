import { check } from '@liangbuwu/trucking/check/check.ts';
import { servedPoints } from '@liangbuwu/trucking/check/served.ts';
import { seeded } from '@liangbuwu/trucking/generate/random.ts';
import { solve } from '@liangbuwu/trucking/plan/solve.ts';
import type { Plan, Point, Problem } from '@liangbuwu/trucking/water-day.ts';
import { tankAfter } from '@liangbuwu/water/carry-over.ts';
import { weightAfter } from '@liangbuwu/water/fairness.ts';

/** From litres a person short on the days before, oldest first, to what the weight is multiplied by. */
export type Rule = (shorts: readonly number[]) => number;

/** How a point fared, by day. */
export interface Past {
  point: Point;
  /** Litres a person short of the last tier. */
  shorts: number[];
  /** By tier: whether it was missed. */
  missed: boolean[][];
  /** Whether water came on any day. */
  reached: boolean;
}

export interface Lived {
  past: Past[];
  litres: number;
  metres: number;
}

/** Lives through the days: plans, lets some tankers break down, and goes on with what came. */
export async function live(
  problem: Problem,
  of: { rule: Rule; breaks: number; iterations: number; days: number },
): Promise<Lived> {
  const past = new Map<string, Past>(
    problem.points.map((point) => [
      point.id,
      { point, shorts: [], missed: problem.tiers.map(() => []), reached: false },
    ]),
  );
  let points: readonly Point[] = problem.points;
  let [litres, metres] = [0, 0];
  for (let day = 1; day <= of.days; day += 1) {
    const today: Problem = {
      ...problem,
      points: points.map((point) => ({
        ...point,
        weight: weightAfter(point.weight ?? 1, of.rule(past.get(point.id)?.shorts ?? [])),
      })),
    };
    const plan = await solve(today, { iterations: of.iterations, seed: day });
    const { faults, score } = check(today, plan);
    if (faults[0]) throw new Error(`${problem.name}, day ${day}: ${faults[0].say.en}`);
    metres += score.metres;
    const came = withBreakdowns(plan, of.breaks, day);
    litres += deliveries(came).reduce((sum, stop) => sum + stop.litres, 0);
    for (const { point, needs, got } of servedPoints(today, came)) {
      const own = past.get(point.id);
      if (!own || point.people === 0) continue;
      own.shorts.push(Math.max(0, (needs.at(-1) ?? 0) - got) / point.people);
      needs.forEach((need, tier) => own.missed[tier]?.push(need - got > 1));
      own.reached ||= deliveries(came).some((stop) => stop.point === point.id);
    }
    points = points.map((point) => nextMorning(today, point, came));
  }
  return { past: [...past.values()], litres, metres };
}

const deliveries = ({ routes }: Plan) =>
  routes.flatMap(({ stops }) => stops.filter((stop) => stop.kind === 'deliver'));

/** Who breaks down and when depends on day and tanker alone, not on the plan. */
function withBreakdowns(plan: Plan, breaks: number, day: number): Plan {
  return {
    ...plan,
    routes: plan.routes.map((route) => {
      const random = seeded(1000 * day + Number(/\d+/.exec(route.tanker)?.[0] ?? 0));
      const broken = random.chance(breaks);
      const at = random.between(25_200, 64_800);
      if (!broken) return route;
      return {
        ...route,
        stops: route.stops.filter((stop) => stop.kind === 'home' || stop.start < at),
      };
    }),
  };
}

function nextMorning({ day, tiers }: Problem, point: Point, came: Plan): Point {
  const { storage, people, have = 0 } = point;
  if (!storage) return point;
  const each = point.litresPerPerson?.at(-1) ?? tiers.at(-1)?.litresPerPerson ?? 0;
  const level = tankAfter({
    from: day.from,
    to: day.to,
    level: storage.level,
    need: Math.max(0, people * each - have),
    deliveries: deliveries(came).filter((stop) => stop.point === point.id),
  });
  return { ...point, storage: { ...storage, level: Math.min(level, storage.litres) } };
}
