import { compile } from '@liangbuwu/eligibility/compile/compile.ts';
import type { DecisionTable } from '@liangbuwu/eligibility/table.ts';
import { dice } from './return.ts';

/**
 * 63 policies, each a table of its own, for one enterprise after another.
 *
 *   npm run bench -- eligibility/policies [rounds]     default: 2000
 */

const [rounds = '2000'] = process.argv.slice(2);
const below = dice(63);
const industries = ['retail', 'food', 'metal', 'transport', 'lodging', 'farming'];

function policy(number: number): DecisionTable {
  const least = 10 * below(40);
  const chosen = industries.filter(() => below(2) === 0).map((one) => `"${one}"`);
  return {
    id: `policy-${number}`,
    name: `policy ${number}`,
    hitPolicy: 'FIRST',
    columns: [
      { expression: 'industry', type: 'string' },
      { expression: 'staff', type: 'number' },
      { expression: 'taxes', type: 'number' },
      { expression: 'founded', type: 'date' },
    ],
    outputs: [{ name: 'applies' }],
    rules: [
      {
        when: [
          chosen.join(', ') || '-',
          `<= ${least + 300}`,
          '-',
          `< date("20${10 + below(12)}-01-01")`,
        ],
        gives: ['true'],
      },
      { when: ['-', `[${least}..${least + 100}]`, `> ${1000 * below(90)}`, '-'], gives: ['true'] },
      { when: ['-', '-', '-', '-'], gives: ['false'] },
    ],
  };
}

const tables = Array.from({ length: 63 }, (_, i) => compile(policy(i)));
const enterprise = (missing: number) => ({
  ...(below(100) >= missing && { industry: industries[below(industries.length)] }),
  ...(below(100) >= missing && { staff: below(800) }),
  ...(below(100) >= missing && { taxes: below(100_000) }),
  ...(below(100) >= missing && { founded: `20${10 + below(12)}-0${1 + below(9)}-15` }),
});

console.log('| facts missing, % | explained | median, ms | 99 of 100 within, ms |');
console.log('|---|---|---|---|');
for (const missing of [0, 25]) {
  for (const changes of [true, false]) {
    const times = Array.from({ length: Number(rounds) }, () => {
      const facts = enterprise(missing);
      const began = performance.now();
      for (const rules of tables) rules.decide(facts, { changes });
      return performance.now() - began;
    }).sort((a, b) => a - b);
    const at = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(3);
    const how = changes ? 'all' : 'without what would change it';
    console.log(`| ${missing} | ${how} | ${at(0.5)} | ${at(0.99)} |`);
  }
}
