import highsModule, { type Highs } from 'highs';
import { gather } from './gather.ts';
import type { Problem, Result } from './problem.ts';
import { solveParts } from './search/solve-parts.ts';

const loadHighs = highsModule as unknown as typeof highsModule.default;
let loaded: Promise<Highs> | undefined;

/** What `solve` gives, without a thread for each problem. */
export async function solveHere(problem: Problem, seconds = Infinity): Promise<Result> {
  const gathering = gather(problem);
  loaded ??= loadHighs();
  const highs = await loaded;
  await solveParts({ ...gathering.task, seconds }, async () => highs, gathering.hear);
  return { ...gathering.result(), seconds: 0 };
}
