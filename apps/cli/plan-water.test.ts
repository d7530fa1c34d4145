import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hardshipBound } from '@liangbuwu/trucking/bound/bound.ts';
import { gapsOf } from '@liangbuwu/trucking/bound/gap.ts';
import { check } from '@liangbuwu/trucking/check/check.ts';
import { generate } from '@liangbuwu/trucking/generate/generate.ts';
import type { Plan } from '@liangbuwu/trucking/water-day.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from './run-cli.fixture.ts';

let cwd: string;
const problem = generate(8, { points: 12, tankers: 3 });

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), '送水 plan-'));
  mkdirSync(join(cwd, 'folder'));
  writeFileSync(join(cwd, 'problem.json'), JSON.stringify(problem));
  writeFileSync(join(cwd, 'bad.json'), JSON.stringify({ ...problem, tiers: [] }));
});

afterAll(() => rmSync(cwd, { recursive: true }));

const plan = (...args: string[]) => runCli(['plan', 'water', ...args], { cwd });
const readPlan = (name: string): Plan => JSON.parse(readFileSync(join(cwd, name), 'utf8'));

test('writes a plan that passes and prints its score, with the bound of each tier', async () => {
  const ran = await plan('problem.json', '--out', 'a.json', '--seconds', '1', '--workers', '1');
  expect(ran).toMatchObject({ status: 0, lines: [] });
  const written = readPlan('a.json');
  const { bound, ...score } = JSON.parse(ran.out);
  expect(score).toEqual(written.score);
  expect(bound).toEqual(gapsOf(written.score, hardshipBound(problem)));
  expect(ran.out.trimEnd()).not.toContain('\n');
  expect(check(problem, written)).toMatchObject({ ok: true, faults: [] });
});

test('with iterations the plan depends on problem, seed and workers alone', async () => {
  const settings = ['--iterations', '200', '--seed', '7', '--workers', '1'];
  await plan('problem.json', '--out', 'b.json', ...settings);
  await plan('problem.json', '--out', 'c.json', ...settings, '--seconds', '3');
  expect(readPlan('c.json')).toEqual(readPlan('b.json'));
});

test('plans again from a plan and a moment', async () => {
  await plan('problem.json', '--out', 'before.json', '--iterations', '50', '--workers', '1');
  const again = ['--previous', 'before.json', '--now', '43200'];
  const ran = await plan(
    'problem.json',
    '--out',
    'after.json',
    '--iterations',
    '50',
    '--workers',
    '1',
    ...again,
  );
  expect(ran).toMatchObject({ status: 0, lines: [] });
  const previous = readPlan('before.json');
  const bounds = hardshipBound(problem, { previous, now: 43200 });
  expect(JSON.parse(ran.out).bound).toEqual(gapsOf(readPlan('after.json').score, bounds));
  expect(check(problem, readPlan('after.json'), { previous, now: 43200 })).toMatchObject({
    ok: true,
  });
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends the search, not the program: the best so far is written',
  async (signal) => {
    const out = `${signal}.json`;
    const ran = await runCli(['plan', 'water', 'problem.json', '--out', out, '--seconds', '600'], {
      cwd,
      interrupt: { signal, after: 2500 },
    });
    expect(ran.status).toBe(0);
    expect(readdirSync(cwd).filter((name) => name.includes(signal))).toEqual([out]);
    expect(check(problem, readPlan(out)).faults).toEqual([]);
    expect(JSON.parse(ran.out)).toMatchObject(readPlan(out).score);
  },
);

test('the time that the launcher took is part of the seconds', async () => {
  const ran = await runCli(
    ['plan', 'water', 'problem.json', '--out', 'launched.json', '--seconds', '600'],
    {
      cwd,
      env: { LIANGBUWU_STARTED: String(Date.now() - 599_000) },
    },
  );
  expect(ran).toMatchObject({ status: 0 });
});

test('a link is written through, not replaced', async () => {
  writeFileSync(join(cwd, 'target.json'), 'old');
  symlinkSync('target.json', join(cwd, 'link.json'));
  await plan('problem.json', '--out', 'link.json', '--iterations', '1', '--workers', '1');
  expect(readPlan('target.json').problem).toBe(problem.name);
  await plan('problem.json', '--out', '/dev/null', '--iterations', '1', '--workers', '1');
  expect(statSync('/dev/null').isFile()).toBe(false);
});

test.each([
  ['the format', ['bad.json', '--out', 'x.json'], 'bad.json#/tiers: .*empty list'],
  ['a missing problem', ['none.json', '--out', 'x.json'], 'none.json: there is no such file'],
  ['no out', ['problem.json'], '--out <plan> is missing'],
  ['out in no folder', ['problem.json', '--out', 'none/x.json'], 'its folder does not exist'],
  ['out below a file', ['problem.json', '--out', 'problem.json/x.json'], 'cannot write --out'],
  ['out that is a folder', ['problem.json', '--out', 'folder'], 'is a folder'],
  [
    'out that is the problem',
    ['problem.json', '--out', './problem.json'],
    'would overwrite an input',
  ],
  ['no seconds', ['problem.json', '--out', 'x.json', '--seconds', '0'], 'over 0'],
  ['seconds that are no number', ['problem.json', '--out', 'x.json', '--seconds', '1e1'], '"1e1"'],
  ['negative seconds', ['problem.json', '--out', 'x.json', '--seconds', '-1'], '"-1"'],
  ['no workers', ['problem.json', '--out', 'x.json', '--workers', '0'], 'from 1 to 64'],
  ['half a seed', ['problem.json', '--out', 'x.json', '--seed', '0.5'], '"0.5"'],
  [
    'iterations that are no number',
    ['problem.json', '--out', 'x.json', '--iterations', 'all'],
    '"all"',
  ],
  ['an empty number', ['problem.json', '--out', 'x.json', '--iterations='], '""'],
  ['now without previous', ['problem.json', '--out', 'x.json', '--now', '43200'], 'go together'],
  [
    'a previous plan that is none',
    ['problem.json', '--out', 'x.json', '--now', '1', '--previous', 'bad.json'],
    '#/format',
  ],
  ['an unknown flag', ['problem.json', '--out', 'x.json', '--fast'], 'no flag --fast'],
])('status 2 and nothing written for %s', async (_, args, pattern) => {
  const before = readdirSync(cwd);
  const ran = await plan(...args);
  expect(ran).toMatchObject({ status: 2, out: '' });
  expect(ran.lines.join('\n')).toMatch(new RegExp(pattern));
  expect(ran.lines[0]).toMatch(/\p{Script=Han}/u);
  expect(readdirSync(cwd)).toEqual(before);
  expect(JSON.parse(readFileSync(join(cwd, 'problem.json'), 'utf8'))).toEqual(problem);
});

// Root may write anywhere.
test.skipIf(process.getuid?.() === 0)('a folder without the right to write', async () => {
  chmodSync(join(cwd, 'folder'), 0o500);
  const ran = await plan('problem.json', '--out', 'folder/x.json');
  expect(ran).toMatchObject({ status: 2, out: '' });
  expect(ran.lines.join()).toContain('may not write there');
});
