import '../../office/clock/temporal.ts';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stableId } from '../../apps/server/demo/stable-id.ts';
import { visit } from '../../apps/server/demo/visitor.ts';
import { run } from '../../apps/server/run.ts';
import { readSettings } from '../../apps/server/settings.ts';
import { listDifferingPoints } from '../../desks/water/households.contract.ts';
import { points, tankers } from '../../desks/water/registers.contract.ts';
import { findHome } from '../../office/database/cluster/home.ts';
import { listAreas } from '../../office/register/areas/contract.ts';
import { countHouseholds, households } from '../../office/register/households/contract.ts';
import { listDoubles, listFindings } from '../../office/register/households/findings.contract.ts';
import { fillCounty, idOf } from './county.ts';

/**
 * How long the registers take to answer with a full county in them: requests over HTTP to the whole server on its
 * embedded database, one after the other. See README.md.
 *
 *   npm run bench -- registers/households [--households 50000] [--times 60] [--clients 1] [--folder <keep it here>]
 */

const { values } = parseArgs({
  options: {
    households: { type: 'string', default: '50000' },
    times: { type: 'string', default: '60' },
    clients: { type: 'string', default: '1' },
    folder: { type: 'string' },
  },
});
const [many, times, clients] = [values.households, values.times, values.clients].map(Number) as [
  number,
  number,
  number,
];

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'bench-registers-'));
// PostgreSQL runs as another user where this is root.
chmodSync(folder, 0o711);
const quiet = () => undefined;
const server = await run(readSettings({ PORT: '0', LIANGBUWU_DATA: folder }, folder), {
  log: quiet,
  ready: quiet,
});
const home = await findHome(folder);
const postmaster = Number(
  readFileSync(join(home?.data ?? '', 'postmaster.pid'), 'utf8').split('\n')[0],
);
try {
  await measure(server.url);
} finally {
  await server.close();
  if (!values.folder) rmSync(folder, { recursive: true, force: true });
}

async function measure(url: string): Promise<void> {
  const administrator = await visit(url, stableId('user administrator'));
  const officer = await visit(url, stableId('user county-officer'));
  const cadre = await visit(url, stableId('user cadre-baibi'));
  const { areas } = await administrator(listAreas, { query: {} });
  const county = areas.find(({ code }) => code === '430212')?.id ?? '';
  const began = performance.now();
  const { response, villages, places } = await fillCounty(
    { administrator, officer },
    { county, households: many, points: 600, tankers: 120 },
  );
  const filled = ((performance.now() - began) / 1000).toFixed(0);
  console.error(`filled in ${filled} s`);

  const list = (query: object, by = officer) =>
    by(households.list, { query: { response, ...query } });
  const one = idOf('household 17');
  const initials = ['ljw', 'wjb', 'ssp', 'xwc12z', 'sqb3', 'dtc'];
  const pick = <T>(from: readonly T[], at: number) => from[at % from.length] as T;
  const put = async (people: number) => {
    const { row } = await officer(households.get, { params: { row: one } });
    const { id: _, hasContact: __, ...body } = row;
    return officer(households.put, { params: { row: one }, body: { ...body, people } });
  };
  const requests: [what: string, ask: (at: number) => Promise<unknown>][] = [
    ['first section', () => list({})],
    ['a section further down', (at) => list({ offset: (at * 811) % many })],
    ['search by initials', (at) => list({ q: pick(initials, at) })],
    ['search by characters', (at) => list({ q: `家湾${at}组` })],
    ['search that finds nothing', () => list({ q: 'zzzz' })],
    ['one village', (at) => list({ area: pick(villages, at) })],
    ['one point', (at) => list({ place: pick(places, at) })],
    ['cannot come', () => list({ only: 'cannot-come' })],
    ['without contact', () => list({ only: 'without-contact', offset: 3000 })],
    ['sorted by people', (at) => list({ sort: at % 2 ? 'people' : '-people' })],
    ['sorted by village', (at) => list({ sort: 'area', offset: (at * 700) % many })],
    ['sorted by point', (at) => list({ sort: '-place', offset: (at * 700) % many })],
    ['sorted by house number, the end', () => list({ sort: '-label', offset: many - 200 })],
    ['findings', () => officer(listFindings, { query: { response } })],
    ['only the doubled', () => list({ only: 'doubled' })],
    ['only those that sound alike', () => list({ only: 'sounds-alike' })],
    ['only those at a removed point', () => list({ only: 'point-removed' })],
    ['only those at a point elsewhere', () => list({ only: 'place-elsewhere' })],
    ['groups of doubles', () => officer(listDoubles, { query: { response, by: 'label' } })],
    ['groups by sound', () => officer(listDoubles, { query: { response, by: 'sound' } })],
    ['points that differ', () => officer(listDifferingPoints, { query: { response } })],
    ['counts by point', () => officer(countHouseholds, { query: { response } })],
    ['reading and changing one', (at) => put((at % 7) + 1)],
    ['its history', () => officer(households.changes, { params: { row: one } })],
    ['a cadre: list', () => list({}, cadre)],
    ['a cadre: findings', () => cadre(listFindings, { query: { response } })],
    ['points, by initials', () => officer(points.list, { query: { q: 'c3z' } })],
    ['tankers', () => officer(tankers.list, { query: { sort: 'home' } })],
  ];
  console.log(
    `${many} households, 600 points, 120 tankers; ${clients} at once, ${times} times each; filled in ${filled} s\n`,
  );
  console.log(
    '| request | median, ms | 95th percentile, ms | longest, ms | processor, ms |\n|---|---|---|---|---|',
  );
  for (const [what, ask] of requests) {
    await ask(0);
    const spent = processorTime();
    const took: number[] = [];
    let at = 0;
    const work = async () => {
      while (at < times) {
        const from = performance.now();
        await ask(++at);
        took.push(performance.now() - from);
      }
    };
    await Promise.all(Array.from({ length: clients }, work));
    took.sort((a, b) => a - b);
    const part = (share: number) => (took[Math.ceil(share * took.length) - 1] ?? 0).toFixed(0);
    console.log(
      `| ${what} | ${part(0.5)} | ${part(0.95)} | ${part(1)} | ${((processorTime() - spent) / times).toFixed(0)} |`,
    );
  }
}

/** Milliseconds that this process, which asks and answers, and its database have computed; where /proc tells. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  let database = 0;
  for (const pid of existsSync('/proc') ? readdirSync('/proc') : []) {
    const [, , , parent, ...rest] = statOf(pid);
    if (Number(parent) !== postmaster) continue;
    // Fields 14 and 15, in hundredths of a second.
    database += (Number(rest[9]) + Number(rest[10])) * 10;
  }
  return (user + system) / 1000 + database;
}

function statOf(pid: string): string[] {
  try {
    // The name of the program stands in brackets and may have spaces.
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/\(.*\)/, 'x')
      .split(' ');
  } catch {
    return [];
  }
}
