import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { asClusterError, type BothLanguages } from './cluster-error.ts';
import type { Home } from './home.ts';
import { askToStop, findPostmaster, shutDown } from './postmaster.ts';
import { serverEnvironment } from './server-environment.ts';
import { stopWithProcess } from './stop-with-process.ts';

export const host = '127.0.0.1';

export interface Server {
  port: number;
  pid: number;
  /** Resolves when the server process has ended, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts PostgreSQL on a free loopback port and waits, as long as recovery takes, until it accepts connections. */
export async function startServer(
  home: Home,
  binaries: Binaries,
  durable: boolean,
  log: (text: BothLanguages) => void,
): Promise<Server> {
  await rotate(home.serverLog);
  for (let attempts = 1; ; attempts++) {
    const from = await sizeOf(home.serverLog);
    const outcome = await launch(home, binaries, durable, log);
    if (outcome) return outcome;
    const said = (await readFile(home.serverLog)).subarray(from).toString();
    const passing = /Address already in use|shared memory block .* is still in use/.test(said);
    if (!passing || attempts === 40) throw asClusterError(said, home.serverLog);
    await pause(250);
  }
}

async function launch(
  home: Home,
  binaries: Binaries,
  durable: boolean,
  log: (text: BothLanguages) => void,
): Promise<Server | undefined> {
  const port = await findFreePort();
  const output = openSync(home.serverLog, 'a', 0o600);
  // A session of its own: Ctrl-C reaches the program, and the program decides when the database stops.
  const child = spawn(binaries.postgres, ['-D', home.data, ...settings(port, durable)], {
    ...home.user,
    cwd: '/',
    detached: true,
    windowsHide: true,
    env: serverEnvironment(),
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const pid = await pidOf(child, home);
  const forget = stopWithProcess(() => askToStop(pid, 'SIGINT', home.data, binaries.pgCtl));
  void ended.then(forget);
  if (!(await becomesReady(child, home, log))) return undefined;
  return {
    port,
    pid,
    ended,
    async stop() {
      // While it is waited for, this process must not end for want of anything else to do.
      child.ref();
      await shutDown(pid, home.data, binaries.pgCtl);
      await ended;
    },
  };
}

function settings(port: number, durable: boolean): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: host,
    port,
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    // What a failed statement says can hold personal data: the program gets it, the log doesn't.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function becomesReady(
  child: ChildProcess,
  home: Home,
  log: (text: BothLanguages) => void,
): Promise<boolean> {
  for (let waited = 0; child.exitCode === null && child.signalCode === null; waited += 20) {
    const postmaster = await findPostmaster(home.data);
    if (postmaster?.pid === child.pid && postmaster?.ready) return true;
    if (waited > 0 && waited % 10_000 === 0) {
      log({
        'zh-CN': `数据库正在恢复（见 ${home.serverLog}）`,
        en: `the database is recovering (see ${home.serverLog})`,
      });
    }
    await pause(20);
  }
  return false;
}

function pidOf(child: ChildProcess, home: Home): Promise<number> {
  return new Promise((resolve, reject) => {
    if (child.pid !== undefined) resolve(child.pid);
    child.once('error', (error) => reject(asClusterError(error, home.path)));
  });
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const largestLog = 4_000_000;

async function rotate(file: string): Promise<void> {
  if ((await sizeOf(file)) > largestLog) await rename(file, `${file}.1`);
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
