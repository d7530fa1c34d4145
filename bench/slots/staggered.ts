import { check } from '@liangbuwu/slots/check/check.ts';
import { generate } from '@liangbuwu/slots/generate/generate.ts';
import { solve } from '@liangbuwu/slots/solve.ts';
import { type Case, cases } from './cases.ts';

/**
 * What the timetable costs, how far from the bound that is, and how many seconds of the processor that took. Every result is checked.
 *
 *   npm run bench -- slots/staggered [seconds] [cases]     default: 120 and all
 */

const [seconds = '120', ...names] = process.argv.slice(2);

function processor(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

async function staggered({ name, seed, options }: Case): Promise<void> {
  const problem = generate(seed, options);
  const began = process.cpuUsage();
  const first = await solve(problem, { seconds: 0 });
  const result = await solve(problem, { seconds: Number(seconds) });
  const all = processor(began);
  const [fault] = check(problem, result).faults;
  if (fault) throw new Error(`${name}: ${fault.at} ${fault.say.en}`);
  const { costs, bound, overload } = result;
  const gap = costs.total === 0 ? 0 : (100 * (costs.total - bound)) / costs.total;
  console.log(
    `| ${name} | ${problem.activities.length} | ${first.costs.total} | ${costs.total} | ${bound} | ${gap.toFixed(2)} | ${overload} | ${result.proven.costs ? 'yes' : 'no'} | ${all.toFixed(1)} | ${result.seconds.toFixed(1)} |`,
  );
}

console.log(
  '| case | activities | first | costs | bound | gap, % | over | proven | processor, s | wall, s |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|');
for (const one of cases) if (names.length === 0 || names.includes(one.name)) await staggered(one);
