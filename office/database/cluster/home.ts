import { createHash, randomUUID } from 'node:crypto';
import {
  chmod,
  chown,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type BothLanguages, ClusterError } from './cluster-error.ts';
import { syncFolder } from './copied-tree.ts';
import { findServerUser, mayReach, type ServerUser } from './server-user.ts';

/** Where root's installation keeps what an ordinary user must reach and can't below, say, /root. */
export const outsideFolder = '/var/lib/liangbuwu-postgres';

/** Where a data folder's database is: inside of it, or outside where the server's user can't get there. */
export interface Home {
  path: string;
  /** PostgreSQL's own data directory; absent until the database is made. */
  data: string;
  serverLog: string;
  user: ServerUser | undefined;
  /** Homes outside of the folder that it had before it was deleted; only on the start that follows. */
  former: string[];
}

/** In the data folder: where the database is. In the database's home: whose it is. The same random id ties both. */
interface Note {
  id: string;
  home: string;
  folder: string;
}

/** Open to all whatever the umask; what is in it is closed where it has to be. */
export async function makeOutsideFolder(): Promise<void> {
  await mkdir(outsideFolder, { recursive: true });
  await chmod(outsideFolder, 0o755);
}

const noteFile = 'database.json';
const insideName = 'postgres';

/** The files of a data folder that place its database; no copy of the folder may carry them. */
export const homeFiles = [noteFile, insideName];

export async function findHome(folder: string): Promise<Home | undefined> {
  const note = await findNote(folder);
  if (!note) return undefined;
  return describe(resolve(folder, note.home));
}

/** Finds the home of the folder's database, or lays a new one. A deleted data folder never finds its old home again. */
export async function openHome(folder: string, log: (text: BothLanguages) => void): Promise<Home> {
  const note = await findNote(folder);
  if (note) return checkedHome(folder, note);

  const inside = join(folder, insideName);
  const left = await findNote(inside);
  if (left) {
    await writeNote(folder, left);
    return describe(inside);
  }
  return layHome(folder, inside, log);
}

async function layHome(
  folder: string,
  inside: string,
  log: (text: BothLanguages) => void,
): Promise<Home> {
  const user = findServerUser();
  const id = randomUUID();
  const real = await realpath(folder);
  const open = mayReach(user, real);
  const prefix = createHash('sha256').update(real).digest('hex').slice(0, 12);
  const path = open ? inside : join(outsideFolder, `${prefix}-${id}`);
  if (!open) await makeOutsideFolder();
  const former = open ? [] : await findFormer(prefix, real);
  await mkdir(path, { recursive: true });
  if (user) await chown(path, user.uid, user.gid);
  await chmod(path, 0o700);
  const note: Note = { id, home: open ? insideName : path, folder: real };
  await writeNote(path, note);
  await writeNote(folder, note);
  if (!open) {
    log({
      'zh-CN': `${real} 不对 PostgreSQL 用户开放，数据库放在 ${path}`,
      en: `${real} is closed to PostgreSQL's user: the database is kept in ${path}`,
    });
  }
  for (const left of former) {
    log({
      'zh-CN': `这个文件夹从前的数据库还在 ${left}，不会再使用；如不需要请删除`,
      en: `An earlier database of this folder is still in ${left} and is not used; delete it if it is not needed`,
    });
  }
  return describe(path, former);
}

async function checkedHome(folder: string, note: Note): Promise<Home> {
  const path = resolve(folder, note.home);
  const theirs = await findNote(path);
  if (!theirs || theirs.id !== note.id) {
    throw new ClusterError(
      'cluster-missing',
      {
        'zh-CN': `${join(folder, noteFile)} 所指的数据库不在 ${path}。`,
        en: `The database that ${join(folder, noteFile)} names is not in ${path}.`,
      },
      {
        'zh-CN': '请从备份恢复到一个新文件夹；若要从空白开始，请删除该数据文件夹。',
        en: 'Restore a backup to a new folder; to begin with nothing, delete the data folder.',
      },
    );
  }
  const real = await realpath(folder);
  if (theirs.folder !== real) await moveTo(real, theirs, path);
  return describe(path);
}

async function moveTo(real: string, note: Note, path: string): Promise<void> {
  const former = await findNote(note.folder).catch(() => undefined);
  if (note.home !== insideName && former?.id === note.id) {
    throw new ClusterError(
      'cluster-of-another-folder',
      {
        'zh-CN': `${real} 是 ${note.folder} 的副本，两者指向同一个数据库。`,
        en: `${real} is a copy of ${note.folder}: both name the same database.`,
      },
      {
        'zh-CN': `请用 npx liangbuwu backup 和 restore 复制数据；若要从空白开始，请删除 ${join(real, noteFile)}。`,
        en: `Copy data with npx liangbuwu backup and restore; to begin with nothing, delete ${join(real, noteFile)}.`,
      },
    );
  }
  await writeNote(path, { ...note, folder: real });
}

/** PostgreSQL's own data directory in a home. */
export function dataOf(home: string): string {
  return join(home, 'data');
}

async function describe(path: string, former: string[] = []): Promise<Home> {
  const data = dataOf(path);
  const owner = await stat(data).catch(() => stat(path));
  return { path, data, serverLog: join(path, 'server.log'), user: findServerUser(owner), former };
}

// Said and not deleted: a moved checkout's database looks the same until it is started from its new place.
async function findFormer(prefix: string, real: string): Promise<string[]> {
  const former: string[] = [];
  for (const name of await readdir(outsideFolder)) {
    if (!name.startsWith(`${prefix}-`)) continue;
    const path = join(outsideFolder, name);
    if ((await findNote(path))?.folder === real) former.push(path);
  }
  return former;
}

async function findNote(folder: string): Promise<Note | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, noteFile), 'utf8')) as Note;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeNote(folder: string, note: Note): Promise<void> {
  const file = join(folder, noteFile);
  await writeFile(`${file}.new`, `${JSON.stringify(note, null, 2)}\n`, { flush: true });
  await rename(`${file}.new`, file);
  await syncFolder(folder);
}
