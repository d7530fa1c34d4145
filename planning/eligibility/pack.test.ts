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
const folder = mkdtempSync(join(tmpdir(), 'eligibility 打包 '));
const project = join(folder, 'empty project');
const installed = join(project, 'node_modules/@liangbuwu/eligibility');
const example = readFileSync(join(here, 'README.md'), 'utf8').match(/```js\n(.*?)```/s)?.[1] ?? '';

function run(command: string, args: string[], cwd = project): string {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
}

/** All that a package depends on, in turn. */
function neededBy(at: string, found = new Set<string>()): Set<string> {
  const { dependencies = {} } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    if (found.has(name)) continue;
    found.add(name);
    neededBy(join(root, 'node_modules', name), found);
  }
  return found;
}

describe('the packed library, in an empty project', () => {
  beforeAll(() => {
    // A copy, so that building it changes nothing here; below a link to what it is built with.
    const source = join(folder, 'planning/eligibility');
    cpSync(here, source, { recursive: true, filter: (path) => !path.includes(`${here}/dist`) });
    cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    run('npm', ['pack', '--pack-destination', folder], source);
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{"name":"empty","type":"module"}');
    const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    // What it depends on is put where npm would put it, since nothing is fetched here.
    mkdirSync(installed, { recursive: true });
    run('tar', ['-xzf', join(folder, tarball ?? ''), '--strip-components=1', '-C', installed]);
    for (const name of neededBy(installed)) {
      cpSync(join(root, 'node_modules', name), join(project, 'node_modules', name), {
        recursive: true,
      });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds built JavaScript and types, no tests, and needs two libraries', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    expect(files).toContain(join('dist', 'index.js'));
    expect(files).toContain(join('dist', 'index.d.ts'));
    expect(files.filter((file) => /\.(test|fixture)\./.test(file))).toEqual([]);
    const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(dependencies).toEqual({ 'dmn-moddle': '12.2.1', 'lezer-feel': '3.0.1' });
  });

  test("runs the README's example", () => {
    writeFileSync(join(project, 'example.js'), example);
    expect(run('node', ['example.js']).trim().split('\n')).toEqual([
      'postponed',
      "false [ 'reported' ]",
      'the health code “red” or “yellow” would make it “postponed”',
      'a negative test reported before 15 Nov 07:20 or after arrival would make it “test first”',
      'a negative test reported between 15 Nov 07:20 and arrival would make it “return”',
    ]);
  });

  test('its types are enough for a strict project', () => {
    writeFileSync(
      join(project, 'typed.ts'),
      `import { type Answer, compile, type DecisionTable, readDmn } from '@liangbuwu/eligibility';
       declare const table: DecisionTable;
       export const answer: Answer = compile(table).decide({ hours: 30 }, { at: '2022-11-17T07:20:00Z' });
       export const tables: Promise<DecisionTable[]> = readDmn('');
       // @ts-expect-error: a clock is a text
       compile(table).decide({}, { at: 5 });`,
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024'];
    expect(run('node', [tsc, ...options, 'typed.ts'])).toBe('');
  });
});
