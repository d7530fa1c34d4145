import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const folder = mkdtempSync(join(tmpdir(), 'slots 打包 '));
const project = join(folder, 'empty project');
const installed = join(project, 'node_modules/@liangbuwu/slots');
const example = readFileSync(join(here, 'README.md'), 'utf8').match(/```js\n(.*?)```/s)?.[1] ?? '';

function run(command: string, args: string[], cwd = project): string {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
}

describe('the packed library, in an empty project', () => {
  beforeAll(() => {
    // A copy, so that building it changes nothing here; below a link to what it is built with.
    const source = join(folder, 'planning/slots');
    cpSync(here, source, { recursive: true, filter: (path) => !path.includes(`${here}/dist`) });
    cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    run('npm', ['pack', '--pack-destination', folder], source);
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{"name":"empty","type":"module"}');
    const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    // HiGHS is the one dependency; it is put where npm would put it, since nothing is fetched here.
    const [, archive] = [tarball, join(folder, tarball ?? '')];
    mkdirSync(installed, { recursive: true });
    run('tar', ['-xzf', archive, '--strip-components=1', '-C', installed]);
    cpSync(join(root, 'node_modules/highs'), join(project, 'node_modules/highs'), {
      recursive: true,
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds built JavaScript and types, no tests, and needs HiGHS alone', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    expect(files).toContain(join('dist', 'search', 'worker.js'));
    expect(files).toContain(join('dist', 'index.d.ts'));
    expect(files.filter((file) => /\.(test|fixture)\./.test(file))).toEqual([]);
    const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(dependencies).toEqual({ highs: '1.15.3' });
  });

  test("runs the README's example", () => {
    writeFileSync(join(project, 'example.js'), example);
    expect(run('node', ['example.js']).trim().split('\n')).toEqual([
      '1-1 11:50 hall',
      '1-2 11:50 hall',
      '2-1 11:30 hall',
      'seats 11:35 43',
      'seats 11:55 88',
      '860 860 true',
      '1-1: 11:50 → 11:30',
    ]);
  });

  test('its types are enough for a strict project', () => {
    writeFileSync(
      join(project, 'typed.ts'),
      `import { type Problem, type Result, solve } from '@liangbuwu/slots';
       declare const problem: Problem;
       export const result: Promise<Result> = solve(problem, { seconds: 1 });
       // @ts-expect-error: seconds are a number
       void solve(problem, { seconds: '1' });`,
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024'];
    expect(run('node', [tsc, ...options, 'typed.ts'])).toBe('');
  });
});
