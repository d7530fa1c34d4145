import { generate } from '@liangbuwu/slots/generate/generate.ts';
import type { Problem } from '@liangbuwu/slots/problem.ts';
import { type Entry, Program } from '@liangbuwu/slots/search/program.ts';
import { run } from '@liangbuwu/slots/search/run.ts';
import highsModule from 'highs';
import { cases } from './cases.ts';

/**
 * The same lunches on the same HiGHS, as the textbook has them: a binary for each class and start, nothing grouped, nothing counted,
 * no timetable to begin with.
 *
 *   npm run bench -- slots/naive [seconds] [cases]     default: 120 and the lunches
 */

const [seconds = '120', ...names] = process.argv.slice(2);
const loadHighs = highsModule as unknown as typeof highsModule.default;
const highs = await loadHighs();

function textbook({ activities, resources, phases }: Problem): Program {
  const program = new Program();
  const price = phases[0]?.spread ?? 0;
  const first = program.column(-price, Infinity, false);
  const last = program.column(price, Infinity, false);
  const seated = new Map<number, Entry[]>();
  for (const { people, starts, preferred = 0 } of activities) {
    const chosen = starts.map((start): Entry => {
      const column = program.column(people * Math.abs(start - preferred), 1, true);
      // Of twenty minutes at the table two starts share the ten in between.
      for (const time of [start, start + 10])
        seated.set(time, [...(seated.get(time) ?? []), [column, people]]);
      return [column, start];
    });
    program.exactly(
      chosen.map(([column]) => [column, 1]),
      1,
    );
    program.atMost([...chosen, [last, -1]], 0);
    program.atMost([[first, 1], ...chosen.map(([column, start]): Entry => [column, -start])], 0);
  }
  for (const entries of seated.values()) program.atMost(entries, resources[0]?.capacity ?? 0);
  return program;
}

console.log('| case | columns | costs | bound | gap, % | proven | processor, s | wall, s |');
console.log('|---|---|---|---|---|---|---|---|');
for (const { name, seed, options } of cases) {
  if (names.length === 0 ? !name.startsWith('lunch') : !names.includes(name)) continue;
  const program = textbook(generate(seed, options));
  const step = 10;
  const cpu = process.cpuUsage();
  const began = performance.now();
  const found = run(highs, { data: program.data(step) }, { seconds: Number(seconds) });
  const { user, system } = process.cpuUsage(cpu);
  const costs = (found.values ?? []).reduce((sum, one, c) => sum + one * (program.cost[c] ?? 0), 0);
  const bound = step * found.bound;
  const gap = (100 * (costs - bound)) / costs;
  const wall = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `| ${name} | ${program.columns} | ${Math.round(costs)} | ${Math.floor(bound)} | ${gap.toFixed(2)} | ${found.optimal ? 'yes' : 'no'} | ${((user + system) / 1e6).toFixed(1)} | ${wall} |`,
  );
}
