import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ClusterError } from './cluster-error.ts';

/** What a running server writes of itself into its data directory. */
export interface Postmaster {
  pid: number;
  data: string;
  port: number;
  ready: boolean;
}

export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  let text: string;
  try {
    text = await readFile(join(data, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n').map((line) => line.trim());
  return {
    pid: Number(lines[0]),
    data: lines[1] ?? '',
    port: Number(lines[3]),
    ready: lines[7] === 'ready',
  };
}

/** Whether the process is alive, is PostgreSQL, and serves this very data directory (not a reused process id). */
export function serves(postmaster: Postmaster, data: string): boolean {
  return isAlive(postmaster.pid) && identify(postmaster, data) === 'ours';
}

/** Shuts down the server that a killed process left; true if there was one. The caller holds the folder's lock. */
export async function stopOrphan(data: string, pgCtl: string): Promise<boolean> {
  const left = await findPostmaster(data);
  if (!left) return false;
  if (!isAlive(left.pid)) {
    if (isTaken(left.pid)) await disown(data);
    return false;
  }
  const whose = identify(left, data);
  if (whose === 'other') await disown(data);
  if (whose !== 'ours') return false;
  await shutDown(left.pid, data, pgCtl);
  return true;
}

// PostgreSQL takes the file for a running server's while its process id is anybody's, even a zombie's. The rest of the
// file is kept: by its shared memory key PostgreSQL sees whether backends of the dead server are still at work.
async function disown(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^-?\d+/, String(nobody)));
}

const nobody = 2_147_483_646;

/** Fast shutdown; after 60 s an immediate one, from which the next start recovers. */
export async function shutDown(pid: number, data: string, pgCtl: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    askToStop(pid, signal, data, pgCtl);
    for (let waited = 0; waited < 60_000; waited += 20) {
      if (!isAlive(pid)) return;
      await pause(20);
    }
  }
  throw new ClusterError(
    'server-too-slow',
    {
      'zh-CN': `数据库进程 ${pid}（${data}）没有停止。`,
      en: `The database process ${pid} (${data}) did not stop.`,
    },
    {
      'zh-CN': '请检查磁盘是否无响应，然后重新启动。',
      en: 'See whether the disk answers, then start again.',
    },
  );
}

/** Only asks, and returns at once, except on Windows, where signals end a process in the middle of its work. */
export function askToStop(pid: number, signal: NodeJS.Signals, data: string, pgCtl: string): void {
  try {
    if (process.platform === 'win32' && signal === 'SIGINT') {
      execFileSync(pgCtl, ['stop', '-D', data, '-m', 'fast', '-w'], { stdio: 'ignore' });
    } else {
      process.kill(pid, signal);
    }
  } catch (error) {
    if (process.platform !== 'win32' && (error as NodeJS.ErrnoException).code !== 'ESRCH')
      throw error;
  }
}

export function isAlive(pid: number): boolean {
  return isTaken(pid) && !isZombie(pid);
}

function isTaken(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// In a container without an init nobody collects an orphan, and its id stays taken.
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  return attempt(() => /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))) ?? false;
}

function identify(postmaster: Postmaster, data: string): 'ours' | 'other' | 'unclear' {
  const { pid } = postmaster;
  const command = commandLine(pid);
  if (command === undefined) return 'unclear';
  if (!isPostgres(command)) return 'other';
  if (process.platform === 'linux') {
    const folder = attempt(() => readlinkSync(`/proc/${pid}/cwd`));
    if (folder !== undefined) return folder === realpathSync(data) ? 'ours' : 'other';
  }
  return postmaster.data === data && command.includes(data) ? 'ours' : 'unclear';
}

function isPostgres(command: string): boolean {
  const program = command.startsWith('postgres: ') ? 'postgres' : (command.split('\0')[0] ?? '');
  return /^postgres(\.exe)?$/.test(basename(program)) || /[\\/]postgres(\.exe)? -D /.test(command);
}

function commandLine(pid: number): string | undefined {
  return attempt(() => {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (process.platform !== 'win32') {
      return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    }
    const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
    return execFileSync('powershell', ['-NoProfile', '-Command', query], { encoding: 'utf8' });
  });
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
