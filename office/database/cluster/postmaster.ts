import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
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
export async function serves(postmaster: Postmaster, data: string): Promise<boolean> {
  if (!isAlive(postmaster.pid)) return false;
  if (process.platform === 'linux') {
    const [folder, program] = await Promise.all(
      ['cwd', 'exe'].map((link) => readlink(`/proc/${postmaster.pid}/${link}`).catch(() => '')),
    );
    return folder === realpathSync(data) && /\/postgres( \(deleted\))?$/.test(program ?? '');
  }
  const command = commandLine(postmaster.pid);
  return command.includes('postgres') && (process.platform === 'win32' || command.includes(data));
}

/** Shuts down the server that a killed process left; true if there was one. The caller holds the folder's lock. */
export async function stopOrphan(data: string): Promise<boolean> {
  const left = await findPostmaster(data);
  if (!left) return false;
  if (await serves(left, data)) {
    await shutDown(left.pid, data);
    return true;
  }
  // PostgreSQL sees by itself that a dead process left this file, but not that its id was given to another program.
  if (isAlive(left.pid)) await rm(join(data, 'postmaster.pid'), { force: true });
  return false;
}

/** Fast shutdown; after 60 s an immediate one, from which the next start recovers. */
export async function shutDown(pid: number, data: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    sendSignal(pid, signal);
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

export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function commandLine(pid: number): string {
  try {
    return process.platform === 'win32'
      ? execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], { encoding: 'utf8' })
      : execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
