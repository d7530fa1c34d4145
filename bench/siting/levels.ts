import { check } from '@liangbuwu/siting/check/check.ts';
import { generate } from '@liangbuwu/siting/generate/generate.ts';
import { solve } from '@liangbuwu/siting/solve.ts';
import { type Case, cases } from './cases.ts';

/**
 * How many people each number of stations serves, how far from the bound that is, and when it was proven. Every result is checked.
 *
 *   npm run bench -- siting/levels [seconds] [cases]     default: 300 and all
 */

const [seconds = '300', ...names] = process.argv.slice(2);

async function levels({ name, seed, options }: Case): Promise<void> {
  const problem = generate(seed, options);
  const provenAt = new Map<number, number>();
  const cpu = process.cpuUsage();
  const result = await solve(problem, {
    seconds: Number(seconds),
    onProgress: (progress) => {
      for (const { most, people, bound } of progress.levels) {
        if (people === bound && !provenAt.has(most)) provenAt.set(most, progress.seconds);
      }
    },
  });
  const { user, system } = process.cpuUsage(cpu);
  const [fault] = check(problem, result).faults;
  if (fault) throw new Error(`${name}: ${fault.at} ${fault.say.en}`);
  for (const { most, people, bound, proven, building } of result.levels) {
    const gap = bound === 0 ? 0 : (100 * (bound - people)) / bound;
    const at = provenAt.get(most) ?? (proven.people ? result.seconds : undefined);
    const ties = [proven.cost && 'cost', proven.walking && 'walking'].filter(Boolean).join(', ');
    console.log(
      `| ${name} | ${most} | ${people} | ${bound} | ${gap.toFixed(2)} | ${at?.toFixed(1) ?? '–'} | ${ties || '–'} | ${building / 1000} |`,
    );
  }
  const processor = ((user + system) / 1e6).toFixed(1);
  console.log(
    `| **${name}, all** | ${result.people} people | ${result.inReach} in reach | | | ${result.seconds.toFixed(1)} (processor ${processor}) | | |`,
  );
}

console.log(
  '| case | new stations | people | bound | gap, % | people proven after, s | proven too | building, thousands |',
);
console.log('|---|---|---|---|---|---|---|---|');
for (const one of cases) if (names.length === 0 || names.includes(one.name)) await levels(one);
