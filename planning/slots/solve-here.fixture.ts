import highsModule, { type Highs } from 'highs';
import { gather } from './gather.ts';
import type { Problem, Result } from './problem.ts';
import { settle } from './search/settle.ts';
import { solveParts } from './search/solve-parts.ts';
import { standingOf } from './search/standing.ts';

const loadHighs = highsModule as unknown as typeof highsModule.default;
let loaded: Promise<Highs> | undefined;

/**
 * What the programs alone find: each part begun with everything as early as it may be, which keeps every link and is hardly ever good.
 * @returns with bounds
 */
export async function settleFromPoor(problem: Problem) {
  loaded ??= loadHighs();
  const highs = await loaded;
  const settled = gather(problem).task.parts.map(({ instance }) => {
    const poor = standingOf(
      instance,
      instance.acts.map(() => 0),
    );
    return settle({ highs, instance, left: () => Infinity, onStanding: () => {} }, poor);
  });
  const all = (of: 'overload' | 'overloadBound' | 'total' | 'bound') =>
    settled.reduce((sum, one) => sum + one[of], 0);
  return {
    overload: all('overload'),
    overloadBound: all('overloadBound'),
    total: all('total'),
    bound: all('bound'),
  };
}

/** What `solve` gives, without a thread for each problem. */
export async function solveHere(problem: Problem, seconds = Infinity): Promise<Result> {
  const gathering = gather(problem);
  loaded ??= loadHighs();
  const highs = await loaded;
  await solveParts({ ...gathering.task, seconds }, async () => highs, gathering.hear);
  return { ...gathering.result(), seconds: 0 };
}
