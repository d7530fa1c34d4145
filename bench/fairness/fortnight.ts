import { readScenario } from '@liangbuwu/scenario-zhuzhou-2022-11/scenario.ts';
import { toWaterDay } from '@liangbuwu/scenario-zhuzhou-2022-11/water-day.ts';
import { generateKind } from '@liangbuwu/trucking/generate/kind.ts';
import { fairRule, owedAfter } from '@liangbuwu/water/fairness.ts';
import { live, type Rule } from './live.ts';
import { head, row } from './table.ts';

/**
 * One day fourteen times over, each planned by itself and with what the days before left. Tanks carry over in both, and in
 * both the same tankers break down at the same hours, so that what was promised does not always come. Every plan is checked.
 * The answer is a function of the arguments alone: the same on every machine.
 *
 *   npm run bench -- fairness/fortnight [iterations a plan] [days]     default: 2000 14
 */

const [iterations = 2000, days = 14] = process.argv.slice(2).map(Number);

const cases = [
  { problem: toWaterDay(readScenario()), breaks: 0 },
  { problem: toWaterDay(readScenario()), breaks: 0.2 },
  { problem: generateKind('scarce', 'small', 1), breaks: 0 },
  { problem: generateKind('scarce', 'small', 1), breaks: 0.2 },
  { problem: generateKind('tanks', 'small', 4), breaks: 0.2 },
];

const rules: Record<string, Rule> = {
  'each day by itself': () => 1,
  [`with the days before, ×${fairRule.most} at most`]: (shorts) => owedAfter(shorts).factor,
};

console.log(head);
for (const { problem, breaks } of cases) {
  for (const [name, rule] of Object.entries(rules)) {
    console.log(
      row(problem, breaks, name, await live(problem, { rule, breaks, iterations, days })),
    );
  }
}
