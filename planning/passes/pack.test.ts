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
const folder = mkdtempSync(join(tmpdir(), 'passes 打包 '));
const project = join(folder, 'empty project');
const installed = join(project, 'node_modules/@liangbuwu/passes');
const example = readFileSync(join(here, 'README.md'), 'utf8').match(/```js\n(.*?)```/s)?.[1] ?? '';
const needed = ['@noble/curves', '@noble/hashes', 'cborg', 'fflate', 'uqr'];

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
    const source = join(folder, 'planning/passes');
    cpSync(here, source, { recursive: true, filter: (path) => !path.includes(`${here}/dist`) });
    cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    run('npm', ['pack', '--pack-destination', folder], source);
    mkdirSync(installed, { recursive: true });
    writeFileSync(join(project, 'package.json'), '{"name":"empty","type":"module"}');
    const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    // What it needs is put where npm would put it, since nothing is fetched here.
    run('tar', ['-xzf', join(folder, tarball ?? ''), '--strip-components=1', '-C', installed]);
    for (const name of needed) {
      const from = join(root, 'node_modules', name);
      cpSync(from, join(project, 'node_modules', name), { recursive: true });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds built JavaScript and types, no tests, and needs what it says', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    expect(files).toContain(join('dist', 'index.js'));
    expect(files).toContain(join('dist', 'index.d.ts'));
    expect(files).toContain(join('dist', 'crypto', 'plain.js'));
    expect(files.filter((file) => /\.(test|fixture)\./.test(file))).toEqual([]);
    const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(Object.keys(dependencies)).toEqual(needed);
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("runs the README's example", () => {
    writeFileSync(join(project, 'example.js'), example);
    expect(run('node', ['example.js']).trim().split('\n')).toEqual([
      'LBW1: QR version 8 code of 14',
      'green valid 有效 it is valid',
      'red expired 已过期 it has expired',
      expect.stringMatching(/^red (bad-signature|bad-base45|broken-cbor) /),
      'amber typed-code 短码对得上，没有扫到通行证本身 the code is right; the pass itself was not scanned',
    ]);
  });

  test('works without WebCrypto', () => {
    const without = `Object.defineProperty(globalThis.crypto, 'subtle', { value: undefined });`;
    const told = `console.log((await getEd25519()).name);`;
    const [imports = '', ...rest] = example.split('\n');
    writeFileSync(join(project, 'plain.js'), [imports, without, told, ...rest].join('\n'));
    const [name, , ...lines] = run('node', ['plain.js']).trim().split('\n');
    expect(name).toBe('@noble/curves');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['green', 'red', 'red', 'amber']);
  });

  test('its types are enough for a strict project', () => {
    writeFileSync(
      join(project, 'typed.ts'),
      `import { type OpenBundle, type Pass, type Verification, verify } from '@liangbuwu/passes';
       declare const bundle: OpenBundle;
       export const found: Promise<Verification> = verify('LBW1:', { bundle, at: 0 });
       export const pass: Pass | undefined = (await found).pass;
       // @ts-expect-error: the clock is passed in
       void verify('LBW1:', { bundle });`,
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024'];
    expect(run('node', [tsc, ...options, 'typed.ts'])).toBe('');
  });
});
