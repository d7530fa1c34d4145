import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { asClusterError, ClusterError } from './cluster-error.ts';

export interface FolderLock {
  release(): Promise<void>;
}

const lockFile = 'lock';
const holderFile = 'lock.holder';

/** The files that the lock keeps in a data folder; no copy of the folder needs them. */
export const lockFiles = [lockFile, holderFile];

/** What is locked. SQLite's lock goes when its object is collected as garbage, so that none may be forgotten. */
const held = new Set<FolderLock>();

/**
 * One process at a time on a data folder. The lock is SQLite's on an empty file, so the operating system frees it
 * when the process ends in whatever way.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  try {
    await makeFolder(folder);
    const file = new DatabaseSync(join(folder, lockFile), { timeout: 0 });
    const taken = await take(file).catch((error) => {
      file.close();
      throw error;
    });
    if (!taken) {
      file.close();
      throw await inUse(folder);
    }
    await writeFile(join(folder, holderFile), `${process.pid}\n`);
    const lock: FolderLock = {
      async release() {
        if (!held.delete(lock)) return;
        await rm(join(folder, holderFile), { force: true });
        file.close();
      },
    };
    held.add(lock);
    return lock;
  } catch (error) {
    const { errcode } = error as { errcode?: number };
    if (errcode === cannotOpen || errcode === readOnly) {
      throw asClusterError(new Error('Permission denied', { cause: error }), folder);
    }
    throw asClusterError(error, folder);
  }
}

async function makeFolder(folder: string): Promise<void> {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  try {
    await mkdir(folder, { recursive: true, mode });
  } catch (cause) {
    // What Node says of a parent that is read-only.
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new Error('Read-only file system', { cause });
  }
}

// Waits a moment, for a program that is just shutting down.
async function take(file: DatabaseSync): Promise<boolean> {
  for (let waited = 0; ; waited += 100) {
    try {
      file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
      return true;
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== busy) throw error;
      if (waited >= 3000) return false;
    }
    await pause(100);
  }
}

const busy = 5;
const readOnly = 8;
const cannotOpen = 14;

async function inUse(folder: string): Promise<ClusterError> {
  const holder = await readFile(join(folder, holderFile), 'utf8').catch(() => '?');
  const pid = holder.trim();
  return new ClusterError(
    'folder-in-use',
    {
      'zh-CN': `数据文件夹 ${folder} 正被另一个进程使用（进程号 ${pid}）。`,
      en: `The data folder ${folder} is in use by another process (pid ${pid}).`,
    },
    {
      'zh-CN': '请先停止它，或用 LIANGBUWU_DATA 指定另一个文件夹。',
      en: 'Stop that one first, or name another folder in LIANGBUWU_DATA.',
    },
  );
}
