import { execFileSync } from 'node:child_process';
import { realpathSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ClusterError } from './cluster-error.ts';

const accountName = 'liangbuwu';

/** Whom PostgreSQL runs as where this process is root, which PostgreSQL refuses to be. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/**
 * Undefined: PostgreSQL runs as the user of this process. Existing data keep their owner; else it is the account
 * `liangbuwu`, made when absent, or `postgres` where accounts can't be made.
 */
export function findServerUser(existingData?: Stats): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existingData && existingData.uid !== 0) {
    return { uid: existingData.uid, gid: existingData.gid };
  }
  const known = findAccount(accountName);
  if (known) return known;
  const cause = createAccount();
  const user = findAccount(accountName) ?? findAccount('postgres');
  if (user) return user;
  throw new ClusterError(
    'no-server-user',
    {
      'zh-CN': 'PostgreSQL 不能以 root 运行，而系统用户 liangbuwu 无法创建。',
      en: "PostgreSQL can't run as root, and the system user liangbuwu can't be created.",
    },
    {
      'zh-CN': '请用普通用户启动，或先执行 useradd --system liangbuwu。',
      en: 'Start as an ordinary user, or run useradd --system liangbuwu first.',
    },
    { cause },
  );
}

/** Whether the user may pass through every existing folder on the way to the path. */
export function mayReach(user: ServerUser | undefined, path: string): boolean {
  if (!user) return true;
  let folder = nearestExisting(path);
  for (;;) {
    if (!mayEnter(user, statSync(folder))) return false;
    const parent = dirname(folder);
    if (parent === folder) return true;
    folder = parent;
  }
}

function mayEnter(user: ServerUser, folder: Stats): boolean {
  if (folder.uid === user.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === user.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

function nearestExisting(path: string): string {
  for (let at = path; ; at = dirname(at)) {
    try {
      return realpathSync(at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

function findAccount(name: string): ServerUser | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], quiet).trim());
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function createAccount(): unknown {
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', accountName],
      quiet,
    );
    return undefined;
  } catch (error) {
    return error;
  }
}

const quiet = {
  encoding: 'utf8' as const,
  stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
};
