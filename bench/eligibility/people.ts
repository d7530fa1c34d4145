import { compile } from '@liangbuwu/eligibility/compile/compile.ts';
import { people, table, timed } from './return.ts';

/**
 * Many people by one table, every answer explained.
 *
 *   npm run bench -- eligibility/people [people] [rounds]     default: 100000 5
 */

const [count = '100000', rounds = '5'] = process.argv.slice(2);

console.log('| facts missing, % | explained | round | known | asked | processor, s | wall, s |');
console.log('|---|---|---|---|---|---|---|');
for (const missing of [0, 10, 30]) {
  const everybody = people(Number(count), missing);
  for (const changes of [true, false]) {
    const rules = compile(table);
    for (let round = 1; round <= Number(rounds); round += 1) {
      let known = 0;
      let asked = 0;
      const { wall, processor } = await timed(() => {
        for (const person of everybody) {
          const answer = rules.decide({ ...person }, { changes });
          if (answer.known) known += 1;
          asked += answer.ask.length;
        }
      });
      const how = changes ? 'all' : 'without what would change it';
      console.log(
        `| ${missing} | ${how} | ${round} | ${known} | ${asked} | ${processor.toFixed(2)} | ${wall.toFixed(2)} |`,
      );
    }
  }
}
