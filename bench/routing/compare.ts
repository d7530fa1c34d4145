import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check } from '../../planning/routing/check/check.ts';
import type { Answer } from './answer.ts';
import { findInstances, type Instance, readInstance } from './instances.ts';
import { type RunKey, Runs } from './runs.ts';
import { ask, ours, peers, type Solver, versionOf } from './solvers.ts';
import { comparison, type Outcome, type Row } from './table.ts';
import { routesOfTrips } from './trips.ts';

/**
 * Our solver beside PyVRP, OR-Tools and VROOM: gap to the best known cost, as a Markdown table. See README.md.
 *
 *   npm run bench -- routing/compare [--seconds 10] [--seeds 5 | 4-5] [--instances <folder or file>] …
 *     [--peers pyvrp,ortools,vroom] [--only ours|peers] [--fresh]
 */

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    seeds: { type: 'string', default: '5' },
    instances: { type: 'string', multiple: true, default: [process.env['BENCH_DATA'] ?? ''] },
    peers: { type: 'string', default: peers.map(({ name }) => name).join() },
    only: { type: 'string' },
    fresh: { type: 'boolean', default: false },
  },
});
const seconds = positive('--seconds', values.seconds);
const [firstSeed, lastSeed] = seedsOf(values.seeds);
if (values.only !== undefined && !['ours', 'peers'].includes(values.only)) {
  throw new Error(`--only is ${values.only}; it may be ours or peers`);
}
if (values.instances.every((path) => path === '')) {
  throw new Error('which instances? name a folder or files by --instances, or set BENCH_DATA');
}

const runs = new Runs(join(tmpdir(), 'liangbuwu-bench-routing', 'runs.jsonl'), values.fresh);
const versions = new Map<Solver, string>();
for (const solver of [ours, ...wantedPeers(values.peers)]) {
  const version = await versionOf(solver);
  if (version !== undefined) versions.set(solver, version);
  else
    console.error(
      `${solver.title} is skipped: PYTHON cannot import it (pip install ${solver.pip})`,
    );
}

const rows: Row[] = [];
for (const file of findInstances(values.instances)) {
  const instance = readInstance(file);
  const { name, set, best } = instance;
  const outcomes: Row['outcomes'] = new Map();
  for (const [solver, version] of versions) {
    outcomes.set(solver.title, await outcomesOf(instance, solver, version));
  }
  rows.push({ instance: name, set, best, outcomes });
}

const releases = [...versions].map(([{ title }, version]) => `${title} ${version.split(' ')[0]}`);
console.log(
  `${seconds} s, seeds ${firstSeed} to ${lastSeed}, ${availableParallelism()} cores, Node ${process.version}; ${releases.join(', ')}\n`,
);
console.log(
  comparison(
    rows,
    [...versions.keys()].map(({ title }) => title),
  ),
);

/** Of every seed, from earlier runs or by running it now. */
async function outcomesOf(
  instance: Instance,
  solver: Solver,
  version: string,
): Promise<Outcome[] | 'refused'> {
  const outcomes: Outcome[] = [];
  for (let seed = firstSeed; seed <= (solver.seeded ? lastSeed : firstSeed); seed++) {
    const key = { solver: solver.name, version, data: instance.hash, seconds, seed };
    const what = `${instance.name} ${solver.title} seed ${seed}`;
    const answer = runs.find(key) ?? (await askNow(instance, solver, key, what));
    if (!answer) continue;
    if ('refused' in answer) return 'refused';
    outcomes.push(judge(instance, answer, what));
  }
  return outcomes;
}

/** Undefined when `--only` leaves the solver out, or its program fails: that is tried again the next time. */
async function askNow(
  instance: Instance,
  solver: Solver,
  key: RunKey,
  what: string,
): Promise<Answer | undefined> {
  if (values.only !== undefined && (values.only === 'ours') !== (solver === ours)) return undefined;
  try {
    const answer = await ask(solver, instance.file, key.seconds, key.seed);
    runs.add(key, answer);
    return answer;
  } catch (error) {
    console.error(`${what}: FAILED, ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    return undefined;
  }
}

/** Only what our checker finds without fault, complete, and as dear as was said, has a cost. */
function judge(
  { problem, best }: Instance,
  answer: Exclude<Answer, { refused: string }>,
  what: string,
): Outcome {
  const took = `${answer.seconds.toFixed(1)} s`;
  if (answer.cost === null || answer.routes === null) {
    console.error(`${what}: no plan, ${took}`);
    return { cost: undefined, seconds: answer.seconds };
  }
  const routes = routesOfTrips(problem, answer.routes);
  const { ok, faults, cost, missing } = check(problem, { routes, cost: answer.cost });
  if (!ok || missing > 0) {
    const fault = faults.map(({ code, at }) => `${code} at ${at}`)[0] ?? 'complete but for these';
    console.error(`${what}: NOT COUNTED, ${missing} missing, ${faults.length} faults: ${fault}`);
    return { cost: undefined, seconds: answer.seconds };
  }
  const gap = best === undefined ? '' : `, ${(100 * (cost / best - 1)).toFixed(2)} %`;
  console.error(`${what}: ${cost}${gap}, ${took}`);
  return { cost, seconds: answer.seconds };
}

function wantedPeers(list: string): Solver[] {
  const names = list.split(',').filter(Boolean);
  const unknown = names.find((name) => peers.every((peer) => peer.name !== name));
  if (unknown) throw new Error(`--peers names ${unknown}; there are pyvrp, ortools and vroom`);
  return peers.filter(({ name }) => names.includes(name));
}

/** `5` is one to five, `4-5` four and five. */
function seedsOf(text: string): [first: number, last: number] {
  const [first = '', last] = text.split('-');
  if (last === undefined) return [1, positive('--seeds', first)];
  return [positive('--seeds', first), positive('--seeds', last)];
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (value > 0) return value;
  throw new Error(`${name} is ${text}; it must be a number above 0`);
}
