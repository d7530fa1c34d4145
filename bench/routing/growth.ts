import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { capacitatedText } from '../../planning/routing/generate/capacitated.ts';
import { ask, ours } from './solvers.ts';

/**
 * How the search's cost grows: iterations a second and most resident memory on made-up instances.
 *
 *   npm run bench -- routing/growth [clients …] [--seconds 10]     default: 100 1000 10000
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '10' } },
});
const seconds = Number(values.seconds);
const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 1000, 10_000];
const folder = mkdtempSync(join(tmpdir(), 'bench-routing-'));

console.log('| clients | seconds | wall | iterations a second | most memory, MB | cost |');
console.log('|---|---|---|---|---|---|');
try {
  for (const clients of sizes) {
    const file = join(folder, `${clients}.vrp`);
    const kind = { depot: 'centre', positions: 'half', demands: '1-100', routeSize: 10 } as const;
    writeFileSync(file, capacitatedText(1, { clients, ...kind }));
    const answer = await ask(ours, file, seconds, 1);
    if ('refused' in answer) throw new Error(answer.refused);
    const rate = Math.round((answer.iterations ?? 0) / answer.seconds);
    const cells = [clients, seconds, answer.seconds.toFixed(1), rate];
    console.log(`| ${[...cells, answer.megabytes?.toFixed(0), answer.cost].join(' | ')} |`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
