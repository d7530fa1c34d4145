import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { twoVillages, twoVillagesPlan } from '@liangbuwu/trucking/check/two-villages.fixture.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from './run-cli.fixture.ts';

let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), '送水 check-'));
  const write = (name: string, content: unknown): void =>
    writeFileSync(join(cwd, name), typeof content === 'string' ? content : JSON.stringify(content));
  write('problem.json', twoVillages());
  write('plan.json', twoVillagesPlan());
  const late = twoVillagesPlan();
  late.routes[1]?.stops.splice(3, 1, { kind: 'home', at: 64801 });
  write('late.json', late);
  write('bom.json', `\uFEFF${JSON.stringify(twoVillages(), null, 2)}`);
  write('broken.json', '{"format": "water-day/1",\n "name": }');
  write('negative.json', { ...twoVillages(), name: 5, 'line\nbreak': 1 });
  writeFileSync(join(cwd, 'gbk.json'), Buffer.from([0x7b, 0x22, 0xb0, 0xd7, 0x22, 0x7d]));
});

afterAll(() => rmSync(cwd, { recursive: true }));

const check = (...args: string[]) => runCli(['check', 'water', ...args], { cwd });

test('a good plan: one line of JSON, status 0', async () => {
  const ran = await check('problem.json', 'plan.json');
  expect(ran).toMatchObject({ status: 0, lines: [] });
  expect(ran.out.endsWith('}\n')).toBe(true);
  expect(JSON.parse(ran.out)).toEqual({ ok: true, faults: [], score: twoVillagesPlan().score });
  expect(ran.out.trimEnd()).not.toContain('\n');
});

test('a bad plan: its faults, status 1', async () => {
  const ran = await check('bom.json', 'late.json');
  expect(ran).toMatchObject({ status: 1, lines: [] });
  expect(JSON.parse(ran.out)).toMatchObject({
    ok: false,
    faults: [
      { code: 'back-after-shift', at: '/routes/1/stops/3', say: { en: expect.any(String) } },
    ],
    score: { metres: 79200 },
  });
});

test('planning again: what began before now counts', async () => {
  const same = await check(
    'problem.json',
    'plan.json',
    '--previous',
    'plan.json',
    '--now',
    '32000',
  );
  expect(same).toMatchObject({ status: 0, lines: [] });
  const changed = await check('problem.json', 'plan.json', '--now=64900', '--previous=late.json');
  expect(JSON.parse(changed.out)).toMatchObject({ faults: [{ code: 'kept-stop-changed' }] });
});

test.each([
  [
    'a mistake in the JSON',
    ['broken.json', 'plan.json'],
    ['broken.json#: .*line 2, column 10.*json-syntax'],
  ],
  [
    'each fault of the format, on a line of its own',
    ['negative.json', 'plan.json'],
    [
      'negative.json#/name: .*is 5; should be a string.*wrong-type',
      'negative.json#/line\\\\u000abreak: .*unknown-key',
    ],
  ],
  [
    'both files',
    ['gbk.json', 'nowhere.json'],
    ['gbk.json .*not UTF-8', 'nowhere.json: .*no such file'],
  ],
  ['a folder', ['.', 'plan.json'], ['is a folder']],
  ['no files', [], ['needs <problem> <plan>']],
  ['a third file', ['problem.json', 'plan.json', 'x'], ['2 of them, not 3']],
  [
    'an unknown flag',
    ['problem.json', 'plan.json', '--nwo', '3'],
    ['no flag --nwo; there are: --previous --now'],
  ],
  ['now alone', ['problem.json', 'plan.json', '--now', '3'], ['go together']],
  ['previous alone', ['problem.json', 'plan.json', '--previous', 'plan.json'], ['go together']],
  [
    'a bad number',
    ['problem.json', 'plan.json', '--previous', 'plan.json', '--now', '7:00'],
    ['"7:00"'],
  ],
  ['a flag without its value', ['problem.json', 'plan.json', '--now'], ['--now needs a value']],
  [
    'a flag in place of a value',
    ['problem.json', 'plan.json', '--now', '--previous', 'x'],
    ['--now needs a value'],
  ],
  [
    'a flag twice',
    ['problem.json', 'plan.json', '--now', '1', '--now', '2'],
    ['--now is given twice'],
  ],
])('status 2 and nothing on standard output for %s', async (_, args, patterns) => {
  const before = readdirSync(cwd);
  const ran = await check(...args);
  expect(ran).toMatchObject({ status: 2, out: '' });
  expect(ran.lines).toHaveLength(patterns.length);
  ran.lines.forEach((line, i) => {
    expect(line).toMatch(new RegExp(patterns[i] ?? 'nothing'));
    expect(line).toMatch(/\p{Script=Han}/u);
  });
  expect(readdirSync(cwd)).toEqual(before);
});

test.each([
  [[], 2],
  [['--help'], 0],
  [['check', 'water', '--help'], 0],
])('usage for %j', async (args, status) => {
  const ran = await runCli(args, { cwd });
  expect(ran.status).toBe(status);
  expect(ran.out + ran.lines.join('\n')).toContain('liangbuwu check water <problem> <plan>');
});

test('an unknown command names those there are', async () => {
  const ran = await runCli(['check', 'fire'], { cwd });
  expect(ran).toMatchObject({ status: 2, out: '' });
  expect(ran.lines.join()).toMatch(/no command "check fire".*check water/);
});
