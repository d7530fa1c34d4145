import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { check } from '@liangbuwu/trucking/check/check.ts';
import { score } from '@liangbuwu/trucking/check/score.ts';
import { generateKind, type Kind, type KindSize } from '@liangbuwu/trucking/generate/kind.ts';
import type { Plan, Problem, Score } from '@liangbuwu/trucking/water-day.ts';
import { dispatch } from './dispatcher.ts';

/**
 * Forty made-up days of four kinds and three sizes: the 60-line dispatcher, the plan of the command line, and the bound that no plan is
 * below. Every plan passes the checker. Hardships are of the tiers in their order; the gap is the part of the plan's that is above
 * the bound.
 *
 *   npm run bench -- water-day/generated [seconds] [at most so many of each kind and size]     default: 10 4
 */

const COUNTS: Record<KindSize, number> = { small: 4, medium: 3, large: 3 };
const KINDS: Kind[] = ['town', 'tanks', 'scarce', 'county'];

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-water-'));
const run = promisify(execFile);
// Each plan's seconds begin with its own program, not with this one.
const { LIANGBUWU_STARTED: _, ...env } = process.env;
const [seconds = '10', most = '4'] = process.argv.slice(2);

function dispatched(problem: Problem): Score {
  const routes = dispatch(problem);
  const empty = { tiers: [], metres: 0, changed: 0 };
  const bare: Plan = {
    format: 'water-day-plan/1',
    problem: problem.name,
    routes,
    score: empty,
    short: [],
  };
  const plan = { ...bare, score: score(problem, bare) };
  demandGood(problem, plan, 'dispatcher', (code) => !code.startsWith('short'));
  return plan.score;
}

function demandGood(
  problem: Problem,
  plan: Plan,
  whose: string,
  counts: (code: string) => boolean = () => true,
): void {
  const fault = check(problem, plan).faults.find(({ code }) => counts(code));
  if (fault) throw new Error(`${problem.name}, ${whose}: ${fault.at} ${fault.say.en}`);
}

async function planned(problem: Problem) {
  const file = join(folder, `${problem.name}.json`);
  const out = join(folder, `${problem.name}.plan.json`);
  writeFileSync(file, JSON.stringify(problem));
  const program = join(root, 'bootstrap/liangbuwu.mjs');
  const args = [program, 'plan', 'water', file, '--out', out, '--seconds', seconds];
  const { stdout } = await run('node', args, { env });
  const plan: Plan = JSON.parse(readFileSync(out, 'utf8'));
  demandGood(problem, plan, 'plan');
  const { bound }: { bound: { bound: number; gap: number }[] } = JSON.parse(stdout);
  return { score: plan.score, bound };
}

const hardships = ({ tiers }: Score) => tiers.map(({ hardship }) => hardship).join(' / ');
const kilometres = ({ metres }: Score) => Math.round(metres / 1000);

console.log(
  `| kind | size | seed | points | tankers | dispatcher | km | plan, ${seconds} s | km | bound | gap % |`,
);
console.log('|---|---|---|---|---|---|---|---|---|---|---|');
try {
  for (const kind of KINDS) {
    for (const [size, count] of Object.entries(COUNTS) as [KindSize, number][]) {
      for (let seed = 1; seed <= Math.min(count, Number(most)); seed += 1) {
        const problem = generateKind(kind, size, seed);
        const { points, tankers } = problem;
        const simple = dispatched(problem);
        const { score: ours, bound } = await planned(problem);
        const cells = [
          kind,
          size,
          seed,
          points.length,
          tankers.length,
          hardships(simple),
          kilometres(simple),
          hardships(ours),
          kilometres(ours),
          bound.map((tier) => tier.bound).join(' / '),
          bound.map(({ gap }) => gap.toFixed(1)).join(' / '),
        ];
        console.log(`| ${cells.join(' | ')} |`);
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
