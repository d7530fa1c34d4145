import { check } from '@liangbuwu/trucking/check/check.ts';
import { generateKind, type Kind, type KindSize } from '@liangbuwu/trucking/generate/kind.ts';
import { byHand, type Move, type Moved } from '@liangbuwu/trucking/plan/by-hand.ts';
import { solve } from '@liangbuwu/trucking/plan/solve.ts';
import type { DeliverStop, Plan, Problem } from '@liangbuwu/trucking/water-day.ts';

/**
 * How long a move by hand takes, from the plan as it stands to the one timed and scored anew, and what becomes of it. Each day is
 * planned for some seconds first; each move puts one of its deliveries to another tanker or time. Every plan is checked.
 *
 *   npm run bench -- by-hand/moves [seconds of planning] [moves]     default: 5 60
 */

const [seconds = '5', count = '60'] = process.argv.slice(2);
const days: [Kind, KindSize][] = [
  ['town', 'small'],
  ['tanks', 'medium'],
  ['scarce', 'medium'],
  ['county', 'small'],
  ['county', 'large'],
];

const deliveriesOf = (plan: Plan) =>
  plan.routes.flatMap(({ tanker, stops }) =>
    stops
      .filter((stop): stop is DeliverStop => stop.kind === 'deliver')
      .map((stop) => ({ tanker, ...stop })),
  );

/** The same moves in every run: every so-manieth delivery, to a tanker some places on, so many minutes later. */
function movesOf(problem: Problem, plan: Plan, most: number): Move[] {
  const all = deliveriesOf(plan);
  return Array.from({ length: Math.min(most, all.length) }, (_, i): Move => {
    const { tanker, point, start } = all[(i * 7) % all.length] as (typeof all)[number];
    const own = problem.tankers.findIndex(({ id }) => id === tanker);
    const other = problem.tankers[(own + (i % 3)) % problem.tankers.length]?.id ?? tanker;
    const to = { tanker: other, at: start + (i % 3 === 0 ? 1800 : 600) };
    return { kind: 'move', tanker, point, start, to };
  });
}

const percentile = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

console.log(
  '| day | points | tankers | moves made | not on duty then | cannot be there | does not hold it | other | median, ms | 95 %, ms |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|');
for (const [kind, size] of days) {
  const problem = generateKind(kind, size, 1);
  const start = await solve(problem, { seconds: Number(seconds) });
  const times: number[] = [];
  const outcomes: Moved[] = [];
  for (const move of movesOf(problem, start, Number(count))) {
    const began = performance.now();
    const { plan, moved } = byHand(problem, { start, moves: [move] });
    times.push(performance.now() - began);
    outcomes.push(...moved);
    const [fault] = check(problem, plan).faults;
    if (fault) throw new Error(`${problem.name}: ${fault.at} ${fault.say.en}`);
  }
  times.sort((a, b) => a - b);
  const because = (why: string) =>
    outcomes.filter((one) => !one.done && one.because === why).length;
  const made = outcomes.filter(({ done }) => done).length;
  const known = made + because('off-shift') + because('no-time') + because('no-load');
  const figures = [percentile(times, 0.5), percentile(times, 0.95)].map((ms) => ms.toFixed(0));
  console.log(
    `| ${kind} ${size} | ${problem.points.length} | ${problem.tankers.length} | ${made} | ${because('off-shift')} | ${because('no-time')} | ${because('no-load')} | ${outcomes.length - known} | ${figures.join(' | ')} |`,
  );
}
