import '../../office/clock/temporal.ts';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stableId } from '../../apps/server/demo/stable-id.ts';
import { visit } from '../../apps/server/demo/visitor.ts';
import { spawnServer } from '../../apps/server/testing/spawned-server.ts';
import { findHome } from '../../office/database/cluster/home.ts';
import { listAreas } from '../../office/register/areas/contract.ts';
import { householdSheets } from '../../office/register/households/contract.ts';
import { householdTable } from '../../office/register/households/table.ts';
import { readSheet } from '../../office/tables/excel/read-sheet.ts';
import type { Sheet } from '../../office/tables/sheets/contract.ts';
import { fillCounty } from './county.ts';

/**
 * Households out to Excel and back with a full county of them: seconds of every step, as the caller waits and as the
 * processors compute, and peak memory of the server and of its database. See README.md.
 *
 *   npm run bench -- registers/sheets [--households 50000]
 */

const { values } = parseArgs({ options: { households: { type: 'string', default: '50000' } } });
const many = Number(values.households);

const folder = mkdtempSync(join(tmpdir(), 'bench-sheets-'));
// PostgreSQL runs as another user where this is root.
chmodSync(folder, 0o711);
const server = await spawnServer({ LIANGBUWU_DATA: folder });
const home = await findHome(folder);
const postmaster = readFileSync(join(home?.data ?? '', 'postmaster.pid'), 'utf8').split('\n')[0];
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, databaseMegabytes());
}, 250);
try {
  await measure(server.url);
} finally {
  clearInterval(watch);
  await server.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}

async function measure(url: string): Promise<void> {
  const administrator = await visit(url, stableId('user administrator'));
  const officer = await visit(url, stableId('user county-officer'));
  const { areas } = await administrator(listAreas, { query: {} });
  const county = areas.find(({ code }) => code === '430212')?.id ?? '';
  const { response } = await fillCounty(
    { administrator, officer },
    { county, households: many, points: 600, tankers: 1 },
  );
  const bring = (content: Buffer) =>
    officer(householdSheets.upload, {
      body: {
        sheet: randomUUID(),
        response,
        area: county,
        name: 'bench',
        content: content.toString('base64'),
      },
    });
  console.log(`${many} households at 600 points, over HTTP, one request after the other\n`);
  console.log('| | seconds | processor, s | requests | longest, s |\n|---|---|---|---|---|');

  const out = await step('out to Excel', () =>
    officer(householdSheets.export, { query: { response } }),
  );
  const file = Buffer.from(out.content, 'base64');
  await comeIn('the same file', () => bring(file));
  // Without their ids they are found by village and house number: a person more in each.
  const lines = await rowsOf(file);
  await comeIn('a person more in each', () => bring(csv(lines, (line) => line)));
  await comeIn('as many new ones', () =>
    bring(csv(lines, ([label, ...line], at) => [`新屋${at}号${label}`, ...line])),
  );
  const megabytes = `server ${serverMegabytes().toFixed(0)} MB, database ${peak.toFixed(0)} MB`;
  console.log(`\nThe file: ${(file.length / 1e6).toFixed(1)} MB. Peak memory: ${megabytes}.`);

  /** Reads a sheet in, checks it, writes it and takes it back. */
  async function comeIn(what: string, begin: () => Promise<Sheet>): Promise<void> {
    const brought = await step(`${what}: read in`, begin);
    const params = { sheet: brought.id };
    const fields = brought.headers.map(({ column, field }) => ({ column, field }));
    let begins: { fields: typeof fields; sameNamed: 'update' } | null = {
      fields,
      sameNamed: 'update',
    };
    const checked = await step('checked', () => {
      const asked = officer(householdSheets.check, { params, body: { begin: begins } });
      begins = null;
      return asked;
    });
    console.error(what, JSON.stringify(checked.counts));
    const written = await step('written', () =>
      officer(householdSheets.write, { params, body: {} }),
    );
    if (written.written === 0) return;
    const left = await step('taken back', () =>
      officer(householdSheets.undo, { params, body: {} }),
    );
    if (left.written !== 0) throw new Error(`${left.written} stayed`);
  }
}

/** Asks until what was begun is over, and prints how long that took. */
async function step<T>(what: string, ask: () => Promise<T>): Promise<T> {
  const [began, spent] = [performance.now(), processorSeconds()];
  let longest = 0;
  for (let requests = 1; ; requests++) {
    const from = performance.now();
    const answer = await ask();
    longest = Math.max(longest, performance.now() - from);
    const { state } = answer as { state?: Sheet['state'] };
    if (state === 'checking' || state === 'writing' || state === 'undoing') continue;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const processor = (processorSeconds() - spent).toFixed(1);
    console.log(
      `| ${what} | ${seconds} | ${processor} | ${requests} | ${(longest / 1000).toFixed(2)} |`,
    );
    return answer;
  }
}

type Line = readonly [label: string, village: string, place: string, people: number];

/** What a file says of households, with a person more in each. */
async function rowsOf(file: Buffer): Promise<Line[]> {
  const { rows } = await readSheet(file, householdTable);
  const lines: Line[] = [];
  for await (const { cells } of rows)
    lines.push([String(cells[1]), String(cells[2]), String(cells[3]), Number(cells[4]) + 1]);
  return lines;
}

function csv(lines: readonly Line[], made: (line: Line, at: number) => readonly unknown[]): Buffer {
  const texts = lines.map((line, at) => made(line, at).join(','));
  return Buffer.from(`\ufeff${['门牌,村,供水点,人数', ...texts].join('\r\n')}`);
}

/** What the server's process held at most; where /proc tells. */
function serverMegabytes(): number {
  const status = readFileSync(`/proc/${server.child.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** What the database's processes hold now, what they share counted once. */
function databaseMegabytes(): number {
  const held = database((pid) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/\nPss:\s+(\d+)/.exec(rollup)?.[1]);
  });
  return held / 1024;
}

/** Seconds that the server and its database have computed. */
function processorSeconds(): number {
  const of = (pid: string | number) => {
    // The name of the program stands in brackets and may have spaces.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/\(.*\)/, 'x');
    const [, , , , , , , , , , , , , user, system] = stat.split(' ');
    return (Number(user) + Number(system)) / 100;
  };
  return of(server.child.pid ?? 0) + database(of);
}

/** The sum of something over the database's processes. */
function database(figure: (pid: string) => number): number {
  let sum = 0;
  for (const pid of readdirSync('/proc')) {
    try {
      const [, parent] = /\nPPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
      if (pid === postmaster || parent === postmaster) sum += figure(pid);
    } catch {
      // No process, or one that has ended meanwhile.
    }
  }
  return sum;
}
