import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '@liangbuwu/routing/check/check.ts';
import { capacitatedText } from '@liangbuwu/routing/generate/capacitated.ts';
import { multiTripText } from '@liangbuwu/routing/generate/multi-trip.ts';
import { timeWindowText } from '@liangbuwu/routing/generate/time-windows.ts';
import { readVrplib } from '@liangbuwu/routing/vrplib/read.ts';
import { readSolution } from '@liangbuwu/routing/vrplib/read-solution.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from './run-cli.fixture.ts';

let cwd: string;
const texts: Record<string, string> = {
  'x.vrp': capacitatedText(1, { clients: 30, routeSize: 5 }),
  'tw.vrp': timeWindowText(2, { family: 'RC1', clients: 25 }),
  'mt.vrp': multiTripText(3, { family: 'R2', clients: 20 }),
};

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), '路线 route-'));
  mkdirSync(join(cwd, 'folder'));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(cwd, name), text);
  writeFileSync(join(cwd, 'bad.vrp'), (texts['x.vrp'] ?? '').replace(/^3\t/m, '2\t'));
  writeFileSync(join(cwd, 'plan.json'), '{"format":"water-plan/1"}');
  writeFileSync(join(cwd, 'binary.vrp'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]));
});

afterAll(() => rmSync(cwd, { recursive: true }));

const route = (...args: string[]) => runCli(['route', ...args], { cwd });
const short = ['--iterations', '300', '--workers', '1'];

/** What the file that was written costs, by the checker, in the set's own convention. */
function checked(vrp: string, sol: string): { ok: boolean; cost: number; declared: string } {
  const read = readVrplib(readFileSync(join(cwd, vrp), 'utf8'));
  if (!read.ok) throw new Error('the instance is broken');
  const text = readFileSync(join(cwd, sol), 'utf8');
  const solution = readSolution(read.instance, text);
  if (!solution.ok) throw new Error('the solution is broken');
  const { ok, cost, missing } = check(read.instance.problem, solution);
  const declared = text.trimEnd().split('\n').at(-1) ?? '';
  return { ok: ok && missing === 0, cost: cost / read.instance.scale, declared };
}

test.each([
  ['x.vrp', /^Cost \d+$/],
  ['tw.vrp', /^Cost \d+\.\d$/],
  ['mt.vrp', /^Cost: \d+$/],
])('%s: prints a line, and writes a solution that passes', async (file, costLine) => {
  const out = file.replace('.vrp', '.sol');
  const ran = await route(file, '--out', out, ...short);
  expect(ran).toMatchObject({ status: 0, lines: [] });
  expect(ran.out.trimEnd()).not.toContain('\n');
  const printed = JSON.parse(ran.out);
  const { ok, cost, declared } = checked(file, out);
  expect(ok).toBe(true);
  expect(printed).toMatchObject({ cost, missing: 0 });
  expect(printed.iterations).toBeGreaterThan(0);
  expect(declared).toMatch(costLine);
  expect(Number(declared.split(' ')[1])).toBe(cost);
  const routes = readFileSync(join(cwd, out), 'utf8').match(/^Route #/gm);
  expect(printed.routes).toBe(routes?.length);
});

test('with iterations the solution depends on problem, seed and workers alone', async () => {
  const settings = [...short, '--seed', '7'];
  const first = await route('x.vrp', '--out', 'a.sol', ...settings);
  const second = await route('x.vrp', '--out', 'b.sol', ...settings, '--seconds', '3');
  expect([first.status, second.status]).toEqual([0, 0]);
  expect(readFileSync(join(cwd, 'b.sol'), 'utf8')).toBe(readFileSync(join(cwd, 'a.sol'), 'utf8'));
});

test('without --out nothing is written', async () => {
  const before = readdirSync(cwd);
  const ran = await route('x.vrp', '--seconds', '1', '--workers', '1');
  expect(ran).toMatchObject({ status: 0, lines: [] });
  expect(JSON.parse(ran.out).cost).toBeGreaterThan(0);
  expect(readdirSync(cwd)).toEqual(before);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends the search, not the program: the best so far is written',
  async (signal) => {
    const out = `${signal}.sol`;
    const ran = await runCli(['route', 'x.vrp', '--out', out, '--seconds', '600'], {
      cwd,
      interrupt: { signal, after: 2500 },
    });
    expect(ran.status).toBe(0);
    expect(readdirSync(cwd).filter((name) => name.includes(signal))).toEqual([out]);
    const { ok, cost } = checked('x.vrp', out);
    expect(ok).toBe(true);
    expect(JSON.parse(ran.out).cost).toBe(cost);
  },
);

test('a client whom no vehicle can serve is told with the reason', async () => {
  const windows = (texts['tw.vrp'] ?? '').split('TIME_WINDOW_SECTION\n');
  const late = (windows[1] ?? '').replace(/^2\t.*$/m, '2\t0\t0');
  writeFileSync(join(cwd, 'late.vrp'), [windows[0], late].join('TIME_WINDOW_SECTION\n'));
  const ran = await route('late.vrp', ...short);
  expect(ran).toMatchObject({ status: 0, lines: [] });
  expect(JSON.parse(ran.out)).toMatchObject({
    missing: 1,
    unserved: [{ client: 1, because: 'time-window' }],
  });
});

test.each([
  [
    'a broken file',
    ['bad.vrp', '--out', 'x.sol'],
    /^bad\.vrp:10: NODE_COORD_SECTION: .*duplicate-node/m,
  ],
  ['another format', ['plan.json'], /^plan\.json: .*not-vrplib/],
  ['a picture', ['binary.vrp'], /not-utf-8/],
  ['a missing file', ['none.vrp'], /none\.vrp: there is no such file/],
  ['no file', [], /wrong-file-count/],
  ['out in no folder', ['x.vrp', '--out', 'none/x.sol'], /its folder does not exist/],
  ['out that is the input', ['x.vrp', '--out', './x.vrp'], /would overwrite an input/],
  ['no seconds', ['x.vrp', '--seconds', '0'], /over 0/],
  ['no workers', ['x.vrp', '--workers', '0'], /from 1 to 64/],
  ['half a seed', ['x.vrp', '--seed', '0.5'], /"0.5"/],
  ['an unknown flag', ['x.vrp', '--fast', '1'], /no flag --fast/],
])('status 2 and nothing written for %s', async (_, args, pattern) => {
  const before = readdirSync(cwd);
  const ran = await route(...args);
  expect(ran).toMatchObject({ status: 2, out: '' });
  expect(ran.lines.join('\n')).toMatch(pattern);
  expect(ran.lines[0]).toMatch(/\p{Script=Han}/u);
  expect(readdirSync(cwd)).toEqual(before);
});
