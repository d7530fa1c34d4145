import type { Solver } from '@liangbuwu/office/plans/solving.ts';
import { solve } from '@liangbuwu/trucking/plan/solve.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import { PlanSettings } from './cast.ts';

const workers = 2;

/** Solves a water day in worker threads. Before the first plan nothing is under way, and nothing starts before now either. */
export const waterSolver: Solver = {
  desk: 'water',
  async solve(content, previous, { now, signal, onProgress }) {
    const problem = content.problem as Problem;
    const { seconds, seed } = PlanSettings.parse(content.settings);
    const before = (previous?.result as Plan | undefined) ?? nothingYet(problem);
    const result = await solve(problem, {
      seconds,
      seed,
      workers,
      signal,
      ...(now === null ? {} : { previous: before, now }),
      onProgress: ({ iterations, score, seconds: spent }) =>
        onProgress({
          seconds: Math.round(spent * 10) / 10,
          of: seconds,
          iterations,
          hardship: score.tiers.map(({ hardship }) => hardship),
          metres: score.metres,
        }),
    });
    return { result, score: result.score };
  },
};

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
