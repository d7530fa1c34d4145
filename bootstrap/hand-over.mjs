import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { statusOf } from './child.mjs';
import { endWithNpm } from './end-with-npm.mjs';
import { at } from './places.mjs';
import { ownIsUsable } from './runtime.mjs';
import { started } from './started.mjs';

/**
 * Runs the script on the platform's Node.js to its end: in this process where that is it already, else in one that is
 * stopped with this one. Its exit status becomes ours.
 */
export async function handOver(runtime, script, args) {
  process.env.LIANGBUWU_STARTED = String(started);
  // Types are stripped and code compiled once, not at every call; threads read it from here too.
  process.env.NODE_COMPILE_CACHE ??= at('node_modules/.cache/node');
  if (ownIsUsable) {
    await import(pathToFileURL(at(script)).href);
    return;
  }
  // A session of its own, so that Ctrl-C reaches it once, through us; the channel closes if we are killed.
  const child = spawn(runtime, [at(script), ...args], {
    detached: process.platform !== 'win32',
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  endWithNpm(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    process.stderr.write(`✗ ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(statusOf(code, signal)));
}
