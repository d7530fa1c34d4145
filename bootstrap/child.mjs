import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { holdFor } from './lock.mjs';

// npm ends an installation at leisure; one cut short is begun anew by the next start.
const patience = 2000;
const endings = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/**
 * Runs a program to its end. A signal to this process goes on to the program, and this process then ends as by that
 * signal, so that nothing is left running.
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { windowsHide: true, ...options });
    if (child.pid) holdFor(child.pid);
    let ending;
    const forward = (signal) => {
      ending = signal;
      child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), patience).unref();
    };
    for (const signal of endings) process.on(signal, forward);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => {
        said = (said + chunk).slice(-20_000);
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of endings) process.off(name, forward);
      if (ending) process.exit(statusOf(null, ending));
      resolve({ status: statusOf(code, signal), said });
    });
  });
}

/** The exit status that a shell gives a program: 128 + the signal's number for one that a signal ended. */
export function statusOf(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0);
}
