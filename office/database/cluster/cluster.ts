import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { type Binaries, getBinaries } from './binaries.ts';
import { asClusterError, type BothLanguages, ClusterError } from './cluster-error.ts';
import { lockFolder } from './folder-lock.ts';
import { dataOf, findHome, type Home, openHome } from './home.ts';
import { initialise, isInitialised } from './initialise.ts';
import { refuseOtherMajor } from './major-version.ts';
import { createPassword, findPassword, ownerRole, passwordFile } from './password.ts';
import { findPostmaster, serves, stopOrphan } from './postmaster.ts';
import { resetPassword } from './reset-password.ts';
import { host, type Server, startServer } from './server.ts';
import { refuseUnfinished } from './unfinished-restore.ts';

/** The embedded PostgreSQL of one data folder, while this process holds it. */
export interface Cluster {
  /** Connects the owner role, a superuser, to the database `liangbuwu`. */
  url: string;
  host: string;
  port: number;
  /** A server that a killed process had left was found and shut down in order before this one was started. */
  adopted: boolean;
  /** Resolves when the server has ended, asked or not. */
  ended: Promise<void>;
  /** Fast shutdown; open connections are cut. The folder is free afterwards. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** The data folder; made if absent. */
  folder: string;
  log: (text: BothLanguages) => void;
  /** False only for data that may be lost with the machine, such as a test's. Default true. */
  durable?: boolean;
}

export const databaseName = 'liangbuwu';

/**
 * Starts the data folder's PostgreSQL, making it first if there is none. While it runs no other process may start it.
 * It ends with this process, but for SIGKILL; then the next start shuts down what was left.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { log, durable = true } = options;
  const folder = resolve(options.folder);
  const lock = await lockFolder(folder);
  try {
    refuseUnfinished(folder);
    const home = await openHome(folder, log);
    const binaries = await getBinaries(home.user);
    for (const path of home.former) await stopOrphan(dataOf(path), binaries.pgCtl);
    const adopted = await stopOrphan(home.data, binaries.pgCtl);
    if (adopted) {
      log({
        'zh-CN': '已停止上次异常退出时遗留的数据库进程',
        en: 'stopped the database that an earlier, killed run had left',
      });
    }
    const password = await readyData(folder, home, binaries, durable, log);
    const server = await startServer(home, binaries, durable, log);
    const url = urlOf(server.port, password);
    await prepareDatabase(url, folder).catch(async (error) => {
      await server.stop();
      throw error;
    });
    return clusterOf(server, url, adopted, () => lock.release());
  } catch (error) {
    await lock.release();
    throw asClusterError(error, folder);
  }
}

/** The owner's URL of the folder's database, if it is running now, whichever process holds it. */
export async function findRunningCluster(dataFolder: string): Promise<string | undefined> {
  const folder = resolve(dataFolder);
  const home = await findHome(folder);
  const postmaster = home && (await findPostmaster(home.data));
  if (!home || !postmaster?.ready || !serves(postmaster, home.data)) return undefined;
  const password = await findPassword(folder);
  return password && urlOf(postmaster.port, password);
}

function clusterOf(
  server: Server,
  url: string,
  adopted: boolean,
  release: () => Promise<void>,
): Cluster {
  const { port, ended } = server;
  let stopped: Promise<void> | undefined;
  const stopOnce = async () => {
    try {
      await server.stop();
    } finally {
      await release();
    }
  };
  return {
    url,
    host,
    port,
    adopted,
    ended,
    stop() {
      stopped ??= stopOnce();
      return stopped;
    },
  };
}

async function readyData(
  folder: string,
  home: Home,
  binaries: Binaries,
  durable: boolean,
  log: (text: BothLanguages) => void,
): Promise<string> {
  const known = await findPassword(folder);
  if (!isInitialised(home)) {
    log({ 'zh-CN': '正在创建数据库', en: 'making the database' });
    const password = known ?? (await createPassword(folder));
    await initialise(home, binaries, password, durable);
    return password;
  }
  refuseOtherMajor(await readFile(join(home.data, 'PG_VERSION'), 'utf8'), binaries.major);
  if (known) return known;
  const password = await createPassword(folder);
  await resetPassword(home, binaries, password);
  return password;
}

async function prepareDatabase(url: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, 'postgres') });
  try {
    await client.connect();
    const found = await client.query('select 1 from pg_database where datname = $1', [
      databaseName,
    ]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } catch (error) {
    throw (error as { code?: string }).code === '28P01' ? passwordRefused(folder, error) : error;
  } finally {
    await client.end();
  }
}

function passwordRefused(folder: string, cause: unknown): ClusterError {
  const file = join(folder, passwordFile);
  return new ClusterError(
    'password-refused',
    {
      'zh-CN': `${file} 中的密码不是这个数据库的。`,
      en: `The password in ${file} is not this database's.`,
    },
    {
      'zh-CN': '请删除该文件，下次启动会设置新密码。',
      en: 'Delete that file: the next start sets a new one.',
    },
    { cause },
  );
}

function urlOf(port: number, password: string): string {
  return `postgres://${ownerRole}:${password}@${host}:${port}/${databaseName}`;
}

/** The same server and role, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
