import { check } from '@liangbuwu/routing/check/check.ts';
import type { Solution } from '@liangbuwu/routing/problem.ts';
import { InvalidProblem } from '@liangbuwu/routing/refuse/invalid-problem.ts';
import { solve } from '@liangbuwu/routing/solve.ts';
import type { FileFault } from '@liangbuwu/routing/vrplib/fault.ts';
import type { Instance } from '@liangbuwu/routing/vrplib/instance.ts';
import { readVrplib } from '@liangbuwu/routing/vrplib/read.ts';
import { costText, solutionText } from '@liangbuwu/routing/vrplib/write.ts';
import { readArguments, readSeconds, readWhole } from './arguments.ts';
import { readText } from './read-files.ts';
import { oneLine, Refusal } from './refusal.ts';
import { secondsSinceStart } from './started.ts';
import { untilStopped } from './until-stopped.ts';
import { checkOut, writeWhole } from './write-file.ts';

/** What checking and writing take, kept back from `--seconds`. */
const WRITING_SECONDS = 0.08;

/** What the search gets even where reading a large file took long: a tenth, and no more than this. */
const LEAST_SECONDS = 0.3;

const FLAGS = ['out', 'seconds', 'workers', 'seed', 'iterations'] as const;

export async function run(args: string[]): Promise<number> {
  const { flags, files } = readArguments(args, FLAGS, ['file.vrp']);
  const [file = ''] = files;
  const { out } = flags;
  const seconds = readSeconds(flags.seconds ?? '10', 'seconds');
  const workers = readWhole(flags.workers ?? '2', 'workers', 1, 64);
  const seed = readWhole(flags.seed ?? '1', 'seed', 0);
  const iterations =
    flags.iterations === undefined ? undefined : readWhole(flags.iterations, 'iterations', 0);
  if (out !== undefined) checkOut(out, [file]);
  const instance = readInstance(file);

  const solution = await untilStopped((signal) => {
    const left = seconds - secondsSinceStart() - WRITING_SECONDS;
    const limit =
      iterations === undefined
        ? { seconds: Math.max(Math.min(LEAST_SECONDS, seconds / 10), left) }
        : { iterations };
    return solve(instance.problem, { workers, seed, signal, ...limit });
  }).catch((error: unknown) => {
    throw error instanceof InvalidProblem ? unsolvable(file, error) : error;
  });
  const status = selfCheck(file, instance, solution);
  if (out !== undefined) writeWhole(out, solutionText(instance, solution));
  process.stdout.write(`${JSON.stringify(summary(instance, solution))}\n`);
  return status;
}

function readInstance(file: string): Instance {
  const read = readVrplib(readText(file));
  if (read.ok) return read.instance;
  throw new Refusal(read.faults.map((fault) => fileFaultLine(file, fault)));
}

/** `x.vrp:12: DEMAND_SECTION: …`: place, what is wrong, what to do about it. */
function fileFaultLine(file: string, { line, at, code, cause, remedy }: FileFault): string {
  const place = `${file}${line > 0 ? `:${line}` : ''}${at ? `: ${at}` : ''}`;
  const zh = `${cause['zh-CN']}；${remedy['zh-CN']}`;
  return oneLine(`${place}: ${zh} | ${cause.en}; ${remedy.en} [${code}]`);
}

function unsolvable(file: string, { faults }: InvalidProblem): Refusal {
  return new Refusal(
    faults.map(({ at, code, cause, remedy }) => {
      const zh = `${cause['zh-CN']}；${remedy['zh-CN']}`;
      return oneLine(`${file}#${at}: ${zh} | ${cause.en}; ${remedy.en} [${code}]`);
    }),
  );
}

/** `cost` as the set publishes it. Clients are numbered as in a `.sol` file. */
function summary(instance: Instance, solution: Solution) {
  const { name, problem } = instance;
  const { cost, routes, unserved, missing, iterations, seconds } = solution;
  return {
    name,
    cost: Number(costText(instance, cost)),
    routes: routes.length,
    iterations,
    seconds: Math.round(seconds * 1000) / 1000,
    missing,
    ...(unserved.length > 0
      ? {
          unserved: unserved.map(({ client, because }) => ({
            client: problem.depots.length + client,
            because,
          })),
        }
      : {}),
  };
}

/** A plan of our own is looked at like anybody's: what the checker finds is told, never hidden. */
function selfCheck(file: string, { problem }: Instance, solution: Solution): number {
  const { ok, faults } = check(problem, solution);
  for (const { code, at, say } of faults) {
    process.stderr.write(`${oneLine(`${file}#${at}: ${say['zh-CN']} | ${say.en} [${code}]`)}\n`);
  }
  return ok ? 0 : 1;
}
