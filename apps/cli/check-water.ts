import { check } from '@liangbuwu/trucking/check/check.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import { readAgain, readPreviousPlan } from './again.ts';
import { readArguments } from './arguments.ts';
import { readAll, readPlan, readProblem } from './read-files.ts';

export async function run(args: string[]): Promise<number> {
  const { flags, files } = readArguments(args, ['previous', 'now'], ['problem', 'plan']);
  const [problemFile = '', planFile = ''] = files;
  const again = readAgain(flags);
  const [problem, plan, previous] = readAll<[Problem, Plan, Plan | undefined]>(
    () => readProblem(problemFile),
    () => readPlan(planFile),
    () => readPreviousPlan(again),
  );
  const { ok, faults, score } = check(problem, plan, { previous, now: again?.now });
  process.stdout.write(`${JSON.stringify({ ok, faults, score })}\n`);
  return ok ? 0 : 1;
}
