import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * Plans the four examples of the format through the command line and sets them beside a 60-line dispatcher, which sends
 * the next free tanker to the chain of points relieving most hardship a second.
 *
 *   npm run bench -- water-day/examples [seconds …]     default: 1 10
 */

const dispatcher: Record<string, { hardship: number[]; metres: number }> = {
  'town-1': { hardship: [30, 30, 30], metres: 428_868 },
  'tanks-1': { hardship: [0, 0, 16.29], metres: 1_020_993 },
  'scarce-1': { hardship: [0, 1516.29, 3164.31], metres: 0 },
  'county-1': { hardship: [0, 794.28, 3154.06], metres: 0 },
};

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-water-'));
const run = promisify(execFile);
// Each plan's seconds begin with its own program, not with this one.
const { LIANGBUWU_STARTED: _, ...env } = process.env;
const seconds = process.argv.slice(2).map(Number);
const percent = (after: number, before: number) =>
  before === 0 ? '' : ` (${(100 * (after / before - 1)).toFixed(0)} %)`;

console.log('| example | seconds | wall | survival | basic | full | metres |');
console.log('|---|---|---|---|---|---|---|');
for (const [name, reference] of Object.entries(dispatcher)) {
  const row = reference.hardship.join(' | ');
  console.log(`| ${name} | dispatcher | | ${row} | ${reference.metres || ''} |`);
  for (const limit of seconds.length > 0 ? seconds : [1, 10]) {
    const out = join(folder, `${name}-${limit}.json`);
    const problem = join(root, `formats/examples/${name}.json`);
    const began = performance.now();
    await run(
      'node',
      [
        join(root, 'bootstrap/liangbuwu.mjs'),
        'plan',
        'water',
        problem,
        '--out',
        out,
        '--seconds',
        String(limit),
      ],
      { env },
    );
    const wall = (performance.now() - began) / 1000;
    const { score } = JSON.parse(readFileSync(out, 'utf8'));
    const cells = score.tiers.map(
      ({ hardship }: { hardship: number }, tier: number) =>
        `${hardship}${percent(hardship, reference.hardship[tier] ?? 0)}`,
    );
    console.log(
      `| ${name} | ${limit} | ${wall.toFixed(2)} | ${cells.join(' | ')} | ${score.metres}${percent(score.metres, reference.metres)} |`,
    );
  }
}
rmSync(folder, { recursive: true });
