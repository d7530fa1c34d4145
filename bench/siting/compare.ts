import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { canWalk } from '@liangbuwu/siting/check/reach.ts';
import { generate } from '@liangbuwu/siting/generate/generate.ts';
import type { Problem } from '@liangbuwu/siting/problem.ts';
import { cases } from './cases.ts';

/**
 * One number of new stations of one case, most people only, as native peers solve the plain program: SciPy's HiGHS and OR-Tools'
 * CP-SAT (two workers), from PyPI in the Python that PYTHON names.
 *
 *   PYTHON=… npm run bench -- siting/compare [case] [seconds] [stations,…]     default: town 120 5,10,20
 */

const [name = 'town', seconds = '120', numbers = '5,10,20'] = process.argv.slice(2);

interface Answer {
  people: number;
  bound: number;
  wall: number;
  processor: number;
  version: string;
}

function taskOf(problem: Problem, stations: number) {
  const pairs = problem.sites.flatMap((_, i) =>
    problem.groups.flatMap((__, j) => (canWalk(problem, i, j) ? [[i, j]] : [])),
  );
  const { sites, groups } = problem;
  return { stations, seconds: Number(seconds), sites, groups, pairs };
}

async function ask(peer: string, task: ReturnType<typeof taskOf>): Promise<Answer> {
  const program = fileURLToPath(new URL('peers/run.py', import.meta.url));
  const child = spawn(process.env['PYTHON'] ?? 'python3', [program, peer], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(task));
  return JSON.parse(await text(child.stdout));
}

const chosen = cases.find((one) => one.name === name);
if (!chosen)
  throw new Error(`no case ${name}; there are ${cases.map((one) => one.name).join(', ')}`);
const problem = generate(chosen.seed, chosen.options);
console.log('| case | new stations | solver | people | bound | wall, s | processor, s |');
console.log('|---|---|---|---|---|---|---|');
for (const stations of numbers.split(',').map(Number)) {
  for (const peer of ['scipy', 'cp-sat']) {
    const { people, bound, wall, processor, version } = await ask(peer, taskOf(problem, stations));
    console.log(
      `| ${name} | ${stations} | ${version} | ${people} | ${bound} | ${wall.toFixed(1)} | ${processor.toFixed(1)} |`,
    );
  }
}
