import type { Plan, Problem } from '../water-day.ts';
import { climb } from './ascent.ts';
import { openDay } from './day.ts';
import { demandOf } from './demand.ts';
import { sizeClasses } from './fleet.ts';
import { reachOf } from './reach.ts';
import { relax } from './relaxation.ts';
import { roadsOf } from './roads.ts';
import { takeOf } from './take.ts';

export interface BoundOptions {
  /** The plan to go on from: what it began before `now` counts as done. */
  previous?: Plan | undefined;
  /** Seconds since 00:00. Default 0. */
  now?: number | undefined;
}

/**
 * For each tier a hardship that no feasible plan is below, each tier by itself: a plan that comes near it in one tier
 * may have to stay far above it in another.
 *
 * @param problem a valid problem (see `parseProblem`); it is not changed.
 * @param options see {@link BoundOptions}, when planning again.
 * @returns weight x people x short² summed, one number for each tier, not rounded.
 */
export function hardshipBound(problem: Problem, options: BoundOptions = {}): number[] {
  const { previous, now } = options;
  const again =
    previous === undefined && now === undefined
      ? undefined
      : { previous: previous ?? nothing(problem), now: now ?? 0 };
  const day = openDay(problem, again);
  const reach = reachOf(day);
  const takes = problem.points.map((_, p) => takeOf(day, reach, p));
  const sizes = sizeClasses(day);
  const { rounds, ...detail } = effort(day.N, sizes.length);
  return problem.tiers.map((_, k) => {
    const demand = demandOf(day, takes, k);
    const roads = sizes
      .map((size) => roadsOf(day, demand, size, detail))
      .filter(({ points }) => points.length > 0);
    return climb(relax(day, reach, demand, roads), rounds);
  });
}

/** Fewer rounds and coarser loads the more there is to do. */
function effort(points: number, sizes: number): { rounds: number; units: number; near: number } {
  if (points * sizes > 1000) return { rounds: 50, units: 24, near: 12 };
  return { rounds: 80, units: 40, near: 16 };
}

function nothing({ name }: Problem): Plan {
  return {
    format: 'water-day-plan/1',
    problem: name,
    routes: [],
    score: { tiers: [], metres: 0, changed: 0 },
    short: [],
  };
}
