import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from './run-cli.fixture.ts';

const cwd = mkdtempSync(join(tmpdir(), '通行证 pass-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const run = (...args: string[]) => runCli(['pass', ...args], { cwd });
const six = ['--at', '2022-11-10T06:00:00+08:00'];
const seven = ['--at', '2022-11-10T07:00+08:00'];
let demo: Record<string, string>;
let other: Record<string, string>;

beforeAll(async () => {
  demo = JSON.parse((await run('demo', '--out', 'gate.json', ...six)).out);
  other = JSON.parse((await run('demo', '--out', 'other.json', ...six)).out);
  const { root, bundle } = JSON.parse(readFileSync(join(cwd, 'gate.json'), 'utf8'));
  const { bundle: foreign } = JSON.parse(readFileSync(join(cwd, 'other.json'), 'utf8'));
  const write = (name: string, file: object) =>
    writeFileSync(
      join(cwd, name),
      JSON.stringify({ format: 'liangbuwu-gate/1', root, bundle, ...file }),
    );
  write('swapped.json', { bundle: foreign });
  write('cut.json', { bundle: bundle.slice(0, 400) });
  write('short-root.json', { root: root.slice(4) });
  write('no-base64.json', { bundle: '***' });
  write('format.json', { format: 'liangbuwu-gate/2' });
  writeFileSync(join(cwd, 'text.json'), 'LBW1:');
});

const verify = (text: string, ...args: string[]) =>
  run('verify', '--bundle', 'gate.json', text, ...args);

test.each([
  ['person', { kind: 'person', name: '张*', lastFour: '123X', id: '0-1' }],
  ['vehicle', { kind: 'vehicle', plate: '湘B12345' }],
  ['delivery', { kind: 'delivery', plate: '湘BD12345', purpose: '饮用水', areas: ['演示区域'] }],
])('a %s is green: status 0, one line', async (kind, pass) => {
  const ran = await verify(demo[kind] ?? '', ...seven, '--area', '7', '--gate', '演示卡口');
  expect(ran).toMatchObject({ status: 0, lines: [] });
  expect(ran.out.trimEnd()).not.toContain('\n');
  expect(JSON.parse(ran.out)).toMatchObject({
    verdict: 'green',
    code: 'valid',
    cause: { 'zh-CN': '有效', en: 'it is valid' },
    pass: { ...pass, until: '2022-11-12T06:00:00+08:00' },
    bundle: { sequence: 1, expiresAt: '2022-11-13T06:00:00+08:00', root: 'file' },
  });
});

test('now is the system’s time, long after these passes', async () => {
  const ran = await verify(demo.person ?? '');
  expect(ran.status).toBe(1);
  expect(JSON.parse(ran.out).code).toBe('bundle-expired');
});

test('a root that is given is the one that is believed', async () => {
  const own = await verify(demo.person ?? '', ...seven, '--root', demo.root ?? '');
  expect(own.status).toBe(0);
  expect(JSON.parse(own.out).bundle.root).toBe('given');
  const ran = await verify(demo.person ?? '', ...seven, '--root', other.root ?? '');
  expect(ran).toMatchObject({ status: 2, out: '' });
  expect(ran.lines.join('\n')).toMatch(/^gate\.json: .*\[unknown-root\]$/);
});

test.each([
  ['stale', 'person', ['--at', '2022-11-11T07:00+08:00'], 3, 'amber', 'stale-bundle'],
  ['a code', 'code', [...seven, '--area', '7', '--last4', '123x'], 3, 'amber', 'typed-code'],
  [
    'a code of somebody else',
    'code',
    [...seven, '--area', '7', '--last4', '9999'],
    1,
    'red',
    'code-unknown',
  ],
  ['a code alone', 'code', seven, 1, 'red', 'code-needs-more'],
  ['revoked', 'revoked', seven, 1, 'red', 'revoked'],
  ['elsewhere', 'person', [...seven, '--area', '8'], 1, 'red', 'other-area'],
  [
    'a code at its gate',
    'code',
    [...seven, '--gate', '演示卡口', '--last4', '123x'],
    3,
    'amber',
    'typed-code',
  ],
  ['expired', 'person', ['--at', '2022-11-12T07:00+08:00'], 1, 'red', 'expired'],
  ['before', 'person', ['--at', '2022-11-10T05:00+08:00'], 1, 'red', 'clock-behind'],
])('%s: %s', async (_, shown, args, status, verdict, code) => {
  const ran = await verify(demo[shown] ?? '', ...args);
  expect(ran).toMatchObject({ status, lines: [] });
  expect(JSON.parse(ran.out)).toMatchObject({ verdict, code });
});

test('a pass of another gate’s office, and what is no pass', async () => {
  const foreign = await verify(other.person ?? '', ...seven);
  expect([foreign.status, JSON.parse(foreign.out).code]).toEqual([1, 'unknown-key']);
  const none = await verify('HC1:6BF+70790', ...seven);
  expect([none.status, JSON.parse(none.out).code]).toEqual([1, 'eu-dcc']);
});

test.each([
  ['no bundle', ['x'], /\[flag-missing\]/],
  ['no text', ['--bundle', 'gate.json'], /<text>.*\[wrong-file-count\]/],
  ['a missing file', ['--bundle', 'none.json', 'x'], /no such file/],
  ['another file', ['--bundle', 'text.json', 'x'], /\[not-a-gate-file\]/],
  ['another format', ['--bundle', 'format.json', 'x'], /\[not-a-gate-file\]/],
  ['a short root', ['--bundle', 'short-root.json', 'x'], /short-root\.json#root .*\[bad-key\]/],
  ['no base64url', ['--bundle', 'no-base64.json', 'x'], /\[bad-base64url\]/],
  [
    "another gate's bundle",
    ['--bundle', 'swapped.json', 'x'],
    /^swapped\.json: .*\[unknown-root\]/,
  ],
  ['a bundle cut off', ['--bundle', 'cut.json', 'x'], /^cut\.json: .*\[broken-cbor\]/],
  [
    'a gate that it is not for',
    ['--bundle', 'gate.json', 'x', '--gate', '高速东'],
    /\[other-gate\]/,
  ],
  [
    'a time without its zone',
    ['--bundle', 'gate.json', 'x', '--at', '2022-11-10T06:00'],
    /\[bad-time\]/,
  ],
  [
    'a day that is none',
    ['--bundle', 'gate.json', 'x', '--at', '2022-13-10T06:00Z'],
    /\[bad-time\]/,
  ],
  ['no area', ['--bundle', 'gate.json', 'x', '--area', '0'], /\[bad-number\]/],
])('status 2 for %s', async (_, args, pattern) => {
  const ran = await run('verify', ...args);
  expect(ran).toMatchObject({ status: 2, out: '' });
  expect(ran.lines.join('\n')).toMatch(pattern);
  expect(ran.lines[0]).toMatch(/\p{Script=Han}/u);
});

test.each([
  ['nowhere', [], /\[flag-missing\]/],
  ['into no folder', ['--out', 'none/gate.json'], /its folder does not exist/],
])('a demonstration %s is refused, and nothing is written', async (_, args, pattern) => {
  const before = readdirSync(cwd);
  const ran = await run('demo', ...args);
  expect(ran).toMatchObject({ status: 2, out: '' });
  expect(ran.lines.join('\n')).toMatch(pattern);
  expect(readdirSync(cwd)).toEqual(before);
});
