import type { Plan, Point, Problem } from '../water-day.ts';
import { HAIR, needs } from './need.ts';
import { tankDay } from './tank.ts';

/** What a point got of what it needs, in litres. */
export interface Served {
  point: Point;
  needs: number[];
  got: number;
}

/** Every point of the problem, in its order, with what people could take there by the plan. */
export function servedPoints(problem: Problem, plan: Plan): Served[] {
  const deliveries = new Map<string, { finish: number; litres: number }[]>();
  for (const { stops } of plan.routes) {
    for (const stop of stops) {
      if (stop.kind !== 'deliver') continue;
      const own = deliveries.get(stop.point);
      if (own) own.push(stop);
      else deliveries.set(stop.point, [stop]);
    }
  }
  return problem.points.map((point) => {
    const own = deliveries.get(point.id) ?? [];
    own.sort((a, b) => a.finish - b.finish);
    const pointNeeds = needs(problem, point);
    return { point, needs: pointNeeds, got: got(problem, point, pointNeeds.at(-1) ?? 0, own) };
  });
}

function got(
  problem: Problem,
  point: Point,
  need: number,
  deliveries: { finish: number; litres: number }[],
): number {
  if (point.storage) return need - tankDay(problem.day, point.storage.level, need, deliveries).lost;
  return deliveries
    .filter(({ finish }) => finish <= problem.day.to)
    .reduce((sum, { litres }) => sum + litres, 0);
}

/** The part of a tier's need that a point did not get, 0 to 1. */
export function shortOf({ needs: all, got: litres }: Served, tier: number): number {
  const need = all[tier] ?? 0;
  return need - litres > HAIR ? 1 - litres / need : 0;
}
