import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';

/**
 * CPU seconds and peak memory of writing and reading a sheet of ten columns, beside exceljs' own streaming and whole-file
 * writers and readers. Each task is a program of its own; the middle one of several rounds counts.
 *
 *   npm run bench -- excel/sheets [--rows 50000] [--rounds 3]
 */

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '3' },
  },
});
const rows = values.rows;
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'bench-excel-'));
const run = promisify(execFile);

interface Figures {
  seconds: number;
  megabytes: number;
}

const middle = (numbers: number[]) =>
  numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const program = fileURLToPath(new URL('task.ts', import.meta.url));

async function measure(task: string, file: string): Promise<Figures> {
  const { stdout } = await run(process.execPath, [program, task, file, rows]);
  return JSON.parse(stdout);
}

const ways = ['ours', 'exceljs, streaming', 'exceljs, whole'];
const fileOf = (task: string) =>
  join(folder, `${task.startsWith('read') ? 'write ours' : task}.xlsx`);

try {
  const tasks = ['idle', ...['write', 'read'].flatMap((doing) => ways.map((w) => `${doing} ${w}`))];
  const met = new Map(tasks.map((task) => [task, [] as Figures[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [task, figures] of met) figures.push(await measure(task, fileOf(task)));
  }
  const of = (task: string, key: keyof Figures) =>
    middle((met.get(task) ?? []).map((figures) => figures[key]));
  const idle = `${of('idle', 'seconds').toFixed(2)} s, ${of('idle', 'megabytes').toFixed(0)} MB`;
  console.log(`${rows} rows; a program that only loads takes ${idle}.\n`);
  console.log('| | CPU seconds | ÷ whole | peak memory, MB | ÷ whole |');
  console.log('|---|---|---|---|---|');
  for (const task of tasks.slice(1)) {
    const whole = `${task.split(' ')[0]} exceljs, whole`;
    const cells = (['seconds', 'megabytes'] as const).flatMap((key) => [
      of(task, key).toFixed(key === 'seconds' ? 1 : 0),
      (of(task, key) / of(whole, key)).toFixed(2),
    ]);
    console.log(`| ${[task, ...cells].join(' | ')} |`);
  }
  console.log(`\nThe file: ${(statSync(fileOf('write ours')).size / 1e6).toFixed(1)} MB.`);
} finally {
  rmSync(folder, { recursive: true });
}
