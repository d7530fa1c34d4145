import { compile } from '@liangbuwu/eligibility/compile/compile.ts';
import { people, table } from './return.ts';

/**
 * Many people by one table, every answer explained.
 *
 *   npm run bench -- eligibility/people [people] [rounds]     default: 100000 5
 */

const [count = '100000', rounds = '5'] = process.argv.slice(2);

console.log('| facts missing, % | explained | round | known | asked | seconds | people a second |');
console.log('|---|---|---|---|---|---|---|');
for (const missing of [0, 10, 30]) {
  const everybody = people(Number(count), missing);
  for (const changes of [true, false]) {
    const rules = compile(table);
    for (let round = 1; round <= Number(rounds); round += 1) {
      let known = 0;
      let asked = 0;
      const began = performance.now();
      for (const person of everybody) {
        const answer = rules.decide({ ...person }, { changes });
        if (answer.known) known += 1;
        asked += answer.ask.length;
      }
      const seconds = (performance.now() - began) / 1000;
      const how = changes ? 'all' : 'without what would change it';
      console.log(
        `| ${missing} | ${how} | ${round} | ${known} | ${asked} | ${seconds.toFixed(2)} | ${Math.round(everybody.length / seconds)} |`,
      );
    }
  }
}
