import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import pg from 'pg';
import { asClusterError, ClusterError } from './cluster-error.ts';
import {
  type CopiedTree,
  copyFile,
  copyTree,
  measureFile,
  syncFile,
  syncFolder,
} from './copied-tree.ts';
import { lockFiles } from './folder-lock.ts';
import { findHome, homeFiles } from './home.ts';
import { type Manifest, thisPlatform, writeManifest } from './manifest.ts';
import { passwordFile } from './password.ts';

export interface BackupOptions {
  /** The owner's URL of the running embedded database. */
  url: string;
  dataFolder: string;
  /** A new folder for the backup. The keys go beside it, into `<target>.keys`. */
  target: string;
  /** The time to write on it. */
  made: Date;
}

export interface Backup {
  files: number;
  bytes: number;
  /** The folder with the responses' keys; undefined if there are none. */
  keys: string | undefined;
}

export const keysFolder = 'keys';

/**
 * Copies the running database and the data folder's files. The copy is as of its end: all that was committed before
 * it began is in it, and PostgreSQL recovers it at its first start.
 */
export async function backup(options: BackupOptions): Promise<Backup> {
  const folder = resolve(options.dataFolder);
  const target = resolve(options.target);
  const keysTarget = `${target}.keys`;
  const partial = `${target}.partial`;
  await refuseTaken(folder, target, keysTarget);
  try {
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true, mode: 0o700 });
    const { postgres, tree } = await copyDatabase(options.url, folder, partial);
    const about = {
      format: 'liangbuwu-backup/1' as const,
      made: options.made.toISOString(),
      postgres,
      platform: thisPlatform,
    };
    await writeManifest(partial, { ...about, holds: 'database', ...tree });
    const keys = await copyKeys(folder, keysTarget, about);
    await syncFolder(partial);
    await rename(partial, target);
    await syncFolder(dirname(target));
    const bytes = tree.files.reduce((sum, file) => sum + file.bytes, 0);
    return { files: tree.files.length, bytes, keys };
  } catch (error) {
    for (const path of [partial, keysTarget]) await rm(path, { recursive: true, force: true });
    throw asClusterError(error, target);
  }
}

async function copyDatabase(
  url: string,
  folder: string,
  partial: string,
): Promise<{ postgres: string; tree: CopiedTree }> {
  const home = await findHome(folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const server = await one<{ data: string; version: string }>(
      client,
      `select current_setting('data_directory') as data, current_setting('server_version') as version`,
    );
    if (!home || (await realpath(home.data).catch(() => '')) !== server.data) {
      throw otherDatabase();
    }
    await refuseTablespaces(home.data);
    // Held until this connection ends: no log that the copy needs is thrown away meanwhile.
    await client.query(`select pg_create_physical_replication_slot($1, true, true)`, [
      `liangbuwu_backup_${process.pid}`,
    ]);
    const start = await one<{ wal: string }>(
      client,
      `select pg_walfile_name(pg_backup_start('liangbuwu', fast => true)) as wal`,
    );
    const data = await copyTree(home.data, join(partial, 'data'), { skip: isNotForCopies });
    // Before the end: what these files say of the database has then happened in it.
    const files = await copyTree(folder, join(partial, 'files'), { skip: isNotForFiles });
    data.files.push(await copyControl(home.data, join(partial, 'data')));
    const stop = await one<{ wal: string; label: string }>(
      client,
      `select pg_walfile_name(lsn) as wal, labelfile as label
         from pg_backup_stop(wait_for_archive => false)`,
    );
    data.files.push(...(await copyLogs(home.data, join(partial, 'data'), start.wal, stop.wal)));
    data.files.push(await writeLabel(join(partial, 'data'), stop.label));
    for (const path of ['global', 'pg_wal', '.']) await syncFolder(join(partial, 'data', path));
    return { postgres: server.version, tree: below({ data, files }) };
  } finally {
    await client.end();
  }
}

// What PostgreSQL's documentation lists as not to be copied, and the log, which is copied by itself at the end.
const emptied =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./;
const leftOut =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|global\/pg_control)$|(^|\/)(pgsql_tmp|pg_internal\.init)/;

function isNotForCopies(path: string): boolean {
  if (path === 'pg_wal/archive_status' || path === 'pg_wal/summaries') return false;
  return emptied.test(path) || leftOut.test(path);
}

function isNotForFiles(path: string): boolean {
  return [...homeFiles, ...lockFiles, passwordFile, keysFolder].includes(path);
}

// Last, as PostgreSQL asks; and twice, since it may be caught while it is being written.
async function copyControl(data: string, to: string) {
  const path = 'global/pg_control';
  for (;;) {
    const copied = await copyFile(join(data, path), join(to, path));
    const [before, now] = await Promise.all([readFile(join(to, path)), readFile(join(data, path))]);
    if (before.equals(now)) {
      await syncFile(join(to, path));
      return { path, ...copied };
    }
    await rm(join(to, path));
  }
}

async function copyLogs(data: string, to: string, first: string, last: string) {
  const copied = [];
  for (const name of (await readdir(join(data, 'pg_wal'))).sort()) {
    const needed = /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last;
    if (!needed && !name.endsWith('.history')) continue;
    const path = `pg_wal/${name}`;
    copied.push({ path, ...(await copyFile(join(data, path), join(to, path))) });
    await syncFile(join(to, path));
  }
  return copied;
}

async function writeLabel(to: string, label: string) {
  const path = 'backup_label';
  await writeFile(join(to, path), label, { mode: 0o600, flush: true });
  return { path, ...(await measureFile(join(to, path))) };
}

async function copyKeys(
  folder: string,
  target: string,
  about: Pick<Manifest, 'format' | 'made' | 'postgres' | 'platform'>,
): Promise<string | undefined> {
  if (!existsSync(join(folder, keysFolder))) return undefined;
  await mkdir(target, { mode: 0o700 });
  const tree = await copyTree(join(folder, keysFolder), join(target, keysFolder));
  await writeManifest(target, { ...about, holds: 'keys', ...below({ [keysFolder]: tree }) });
  await syncFolder(target);
  return target;
}

function below(trees: Record<string, CopiedTree>): CopiedTree {
  const all = Object.entries(trees);
  return {
    folders: all.flatMap(([at, tree]) => [at, ...tree.folders.map((path) => `${at}/${path}`)]),
    files: all.flatMap(([at, tree]) =>
      tree.files.map((file) => ({ ...file, path: `${at}/${file.path}` })),
    ),
  };
}

async function refuseTaken(folder: string, target: string, keysTarget: string): Promise<void> {
  const inside = !relative(folder, target).startsWith('..');
  const taken = [target, keysTarget].find((path) => existsSync(path));
  if (!inside && !taken) return;
  throw new ClusterError(
    'backup-target-in-use',
    inside
      ? { 'zh-CN': `${target} 在数据文件夹里面。`, en: `${target} is inside of the data folder.` }
      : { 'zh-CN': `${taken} 已经存在。`, en: `${taken} exists already.` },
    {
      'zh-CN': '请指定一个新的文件夹，最好在另一块磁盘上。',
      en: 'Name a new folder, best on another disk.',
    },
  );
}

async function refuseTablespaces(data: string): Promise<void> {
  if ((await readdir(join(data, 'pg_tblspc'))).length === 0) return;
  throw new ClusterError(
    'backup-failed',
    {
      'zh-CN': '数据库使用了表空间，无法这样备份。',
      en: "The database has tablespaces, which this backup can't hold.",
    },
    {
      'zh-CN': '请把表移回默认表空间，或用 pg_basebackup 备份。',
      en: 'Move the tables back to the default tablespace, or back up with pg_basebackup.',
    },
  );
}

/** The refusal for a database that is not this folder's embedded one. */
export function otherDatabase(): ClusterError {
  return new ClusterError(
    'external-database',
    {
      'zh-CN': '这里的数据库不是内置的，不能按文件复制。',
      en: "The database here is not the embedded one and can't be copied as files.",
    },
    {
      'zh-CN':
        '请用 pg_dump 或 pg_basebackup 备份它，并另行复制数据文件夹（其中 keys/ 要分开存放）。',
      en: 'Back it up with pg_dump or pg_basebackup, and copy the data folder besides (its keys/ to a place apart).',
    },
  );
}

async function one<Row extends pg.QueryResultRow>(client: pg.Client, sql: string): Promise<Row> {
  const { rows } = await client.query<Row>(sql);
  const [row] = rows;
  if (!row) throw new Error(`no row from: ${sql}`);
  return row;
}
