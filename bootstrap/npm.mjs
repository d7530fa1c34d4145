import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { run } from './child.mjs';
import { asFault, Fault } from './fault.mjs';
import { root } from './places.mjs';

/** Runs npm, quietly, and throws what it said if it fails. */
export async function npm(args, doingZh, doingEn) {
  const [program, ...before] = findNpm();
  let outcome;
  try {
    outcome = await run(program, [...before, ...args, '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && before.length === 0,
    });
  } catch (error) {
    if (error.code !== 'ENOENT') throw asFault(error, doingZh, doingEn);
    throw new Fault(
      '找不到 npm。请安装带有 npm 的 Node.js（18 以上）。',
      'npm was not found. Install Node.js (18 or newer) with npm.',
    );
  }
  if (outcome.status !== 0) throw asFault(outcome.said || 'npm said nothing', doingZh, doingEn);
}

function findNpm() {
  const given = process.env.npm_execpath;
  const beside = dirname(process.execPath);
  const scripts = [
    given && /npm-cli\.c?js$/.test(given) ? given : undefined,
    resolve(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
  ];
  const script = scripts.find((path) => path && existsSync(path));
  return script ? [process.execPath, script] : ['npm'];
}
