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
const folder = mkdtempSync(join(tmpdir(), 'routing 打包 '));
const project = join(folder, 'empty project');
const installed = join(project, 'node_modules/@liangbuwu/routing');
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
    const source = join(folder, 'planning/routing');
    cpSync(here, source, { recursive: true, filter: (path) => !path.includes(`${here}/dist`) });
    cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    run('npm', ['pack', '--pack-destination', folder], source);
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{"name":"empty","type":"module"}');
    const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, tarball ?? '')]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds built JavaScript and types, no tests, and needs nothing', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    expect(files).toContain(join('dist', 'search', 'worker.js'));
    expect(files).toContain(join('dist', 'index.d.ts'));
    expect(files.filter((file) => /\.(test|fixture)\./.test(file))).toEqual([]);
    expect(readdirSync(join(project, 'node_modules/@liangbuwu'))).toEqual(['routing']);
  });

  test("runs the README's example", () => {
    writeFileSync(join(project, 'example.js'), example);
    const [first, ...rest] = run('node', ['example.js']).trim().split('\n');
    expect(first).toMatch(/^\d+ 0$/);
    expect(rest.length).toBeGreaterThan(0);
  });

  test('solves in two threads, and its checker agrees', () => {
    writeFileSync(
      join(project, 'threads.js'),
      `import { check, sharedInts, solve } from '@liangbuwu/routing';
       const places = 40;
       const distances = sharedInts(places * places);
       for (let i = 0; i < places; i += 1)
         for (let j = 0; j < places; j += 1) distances[i * places + j] = Math.abs((i * 37) % 101 - (j * 37) % 101);
       const problem = {
         places,
         profiles: [{ distances, durations: distances }],
         depots: [{ place: 0 }],
         clients: Array.from({ length: places - 1 }, (_, c) => ({ place: c + 1, demand: 1 + (c % 3) })),
         vehicles: [{ count: 9, capacity: 12 }],
       };
       const solution = await solve(problem, { iterations: 2000, workers: 2 });
       const { ok, cost } = check(problem, solution);
       console.log(JSON.stringify({ ok, same: cost === solution.cost, missing: solution.missing, iterations: solution.iterations }));`,
    );
    expect(JSON.parse(run('node', ['threads.js']))).toEqual({
      ok: true,
      same: true,
      missing: 0,
      iterations: 4096,
    });
  });

  test('its types are enough for a strict project', () => {
    writeFileSync(
      join(project, 'typed.ts'),
      `import { type Problem, type Solution, solve } from '@liangbuwu/routing';
       declare const problem: Problem;
       export const solution: Promise<Solution> = solve(problem, { seconds: 1, workers: 2 });
       // @ts-expect-error: seconds are a number
       void solve(problem, { seconds: '1' });`,
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const options =
      '--noEmit --strict --module nodenext --target es2024 --types --skipLibCheck false';
    expect(
      run('node', [tsc, ...options.split(' ').filter((o) => o !== '--types'), 'typed.ts']),
    ).toBe('');
  });
});
