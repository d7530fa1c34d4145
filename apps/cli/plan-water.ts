import { type Gap, gapsOf } from '@liangbuwu/trucking/bound/gap.ts';
import { check } from '@liangbuwu/trucking/check/check.ts';
import { solve } from '@liangbuwu/trucking/plan/solve.ts';
import type { Plan, Problem, Score } from '@liangbuwu/trucking/water-day.ts';
import { readAgain, readPreviousPlan } from './again.ts';
import { readArguments, readSeconds, readWhole } from './arguments.ts';
import { boundBeside } from './plan-water-bound.ts';
import { readAll, readProblem } from './read-files.ts';
import { oneLine, refuse } from './refusal.ts';
import { secondsSinceStart } from './started.ts';
import { untilStopped } from './until-stopped.ts';
import { checkOut, writeWhole } from './write-file.ts';

/** What writing the file takes, kept back from `--seconds`. */
const WRITING_SECONDS = 0.08;

/** What the search gets even where a busy machine took long to start the program: a tenth, and no more than this. */
const LEAST_SECONDS = 0.3;

/** From so many seconds on the bound is reckoned beside the search; a shorter one keeps the processor to itself. */
const SPARE_SECONDS = 5;

const FLAGS = ['out', 'seconds', 'workers', 'seed', 'iterations', 'previous', 'now'] as const;

export async function run(args: string[]): Promise<number> {
  const { flags, files } = readArguments(args, FLAGS, ['problem']);
  const [problemFile = ''] = files;
  const { out } = flags;
  if (out === undefined) {
    throw refuse(
      '缺少 --out <方案文件>',
      '--out <plan> is missing: where to write the plan',
      'no-out',
    );
  }
  const seconds = readSeconds(flags.seconds ?? '10', 'seconds');
  const workers = readWhole(flags.workers ?? '2', 'workers', 1, 64);
  const seed = readWhole(flags.seed ?? '1', 'seed', 0);
  const iterations =
    flags.iterations === undefined ? undefined : readWhole(flags.iterations, 'iterations', 0);
  const again = readAgain(flags);
  checkOut(out, again ? [problemFile, again.file] : [problemFile]);
  const [problem, previous] = readAll<[Problem, Plan | undefined]>(
    () => readProblem(problemFile),
    () => readPreviousPlan(again),
  );

  const reckon = (): Promise<number[]> => boundBeside({ problem, previous, now: again?.now });
  const bounds = iterations === undefined && seconds >= SPARE_SECONDS ? reckon() : undefined;
  // Should it fail, that is told when the plan is safe.
  bounds?.catch(() => {});
  const plan = await untilStopped((signal) =>
    solve(problem, {
      workers,
      seed,
      signal,
      ...(iterations === undefined
        ? {
            seconds: Math.max(
              Math.min(LEAST_SECONDS, seconds / 10),
              seconds - secondsSinceStart() - WRITING_SECONDS,
            ),
          }
        : { iterations }),
      ...(again && previous ? { previous, now: again.now } : {}),
    }),
  );
  writeWhole(out, `${JSON.stringify(plan)}\n`);
  const bound = gapsOf(plan.score, await (bounds ?? reckon()));
  process.stdout.write(`${JSON.stringify({ ...plan.score, bound })}\n`);
  if (process.stderr.isTTY) process.stderr.write(forReading(plan.score, bound));
  return selfCheck(out, problem, plan, previous, again?.now);
}

function forReading({ tiers }: Score, bound: Gap[]): string {
  const rows = tiers.map(({ name, hardship }, k) => {
    const { bound: least = 0, gap = 0 } = bound[k] ?? {};
    return `${name}: 方案 plan ${hardship} · 下界 bound ${least} · 差距 gap ${gap} %\n`;
  });
  return rows.join('');
}

/** A plan of our own is looked at like anybody's: what the checker finds is told, never hidden. */
function selfCheck(
  out: string,
  problem: Problem,
  plan: Plan,
  previous?: Plan,
  now?: number,
): number {
  const { ok, faults } = check(problem, plan, { previous, now });
  for (const { code, at, say } of faults) {
    process.stderr.write(`${oneLine(`${out}#${at}: ${say['zh-CN']} | ${say.en} [${code}]`)}\n`);
  }
  return ok ? 0 : 1;
}
