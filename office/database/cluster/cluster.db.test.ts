import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cluster, findRunningCluster, startCluster } from './cluster.ts';
import { findHome } from './home.ts';
import { passwordFile } from './password.ts';
import { findPostmaster, isAlive } from './postmaster.ts';

const run = promisify(execFile);
const holder = fileURLToPath(new URL('../testing/hold-cluster.ts', import.meta.url));
const asRoot = process.getuid?.() === 0;

let scratch: string;
let folder: string;
const holders: ChildProcess[] = [];
const clusters: Cluster[] = [];

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'liangbuwu 集群 '));
  await chmod(scratch, 0o711);
  folder = join(scratch, '数据 folder');
});

afterEach(async () => {
  for (const child of holders.splice(0)) child.kill('SIGTERM');
  for (const cluster of clusters.splice(0)) await cluster.stop();
  const home = await findHome(folder).catch(() => undefined);
  if (home && !home.path.startsWith(scratch)) await rm(home.path, { recursive: true, force: true });
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
});

let made: Promise<string> | undefined;

/** The folder has a database that was made before and stopped; making one is not what the test asks for. */
async function withDatabaseMade(): Promise<void> {
  made ??= makeOnce();
  // Who owns which file stays, which Node's own copying does not do.
  await run('cp', ['-a', await made, folder]);
}

async function makeOnce(): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'liangbuwu-made-')), 'data');
  await chmod(dirname(path), 0o711);
  await (await startCluster({ folder: path, log: () => undefined })).stop();
  return path;
}

afterAll(async () => {
  if (made) await rm(dirname(await made), { recursive: true, force: true });
});

async function start(at = folder): Promise<Cluster> {
  const cluster = await startCluster({ folder: at, log: () => undefined });
  clusters.push(cluster);
  return cluster;
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function hold(writers: number): ChildProcess {
  const child = spawn(process.execPath, [holder, folder, String(writers)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  holders.push(child);
  return child;
}

async function said(child: ChildProcess, enough: number): Promise<string[]> {
  const lines: string[] = [];
  if (!child.stdout) throw new Error('the holder has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length >= enough) break;
  }
  return lines;
}

async function killed(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

async function serverPid(at = folder): Promise<number> {
  const home = await findHome(at);
  const postmaster = home && (await findPostmaster(home.data));
  if (!postmaster) throw new Error('no server runs');
  return postmaster.pid;
}

describe('a cluster', () => {
  it('keeps rows from one start to the next and leaves no process', async () => {
    const first = await start();
    await query(first.url, "create table kept as select '白壁村' as name");
    const [{ pids } = { pids: [] }] = await query<{ pids: number[] }>(
      first.url,
      'select array_agg(pid) as pids from pg_stat_activity where pid <> pg_backend_pid()',
    );
    const all = [...pids, await serverPid()];
    expect(all.length).toBeGreaterThan(3);
    await first.stop();
    expect(all.filter(isAlive)).toEqual([]);

    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await query(second.url, 'select name from kept')).toEqual([{ name: '白壁村' }]);
  });

  it('waits for the disk, sorts by pinyin, listens on loopback and knows Chinese letters', async () => {
    const { url } = await start();
    const [settings] = await query(
      url,
      `select current_setting('fsync') as fsync, current_setting('listen_addresses') as host,
              current_setting('password_encryption') as encryption,
              array(select name from unnest(array['株洲', '安全', '白壁']) as name order by name) as sorted`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      host: '127.0.0.1',
      encryption: 'scram-sha-256',
      sorted: ['安全', '白壁', '株洲'],
    });
    await query(url, 'create extension pg_trgm');
    const [found] = await query(url, "select similarity('白壁村', '白壁') > 0.3 as alike");
    expect(found).toEqual({ alike: true });
  });

  it('has a password of its own that nobody else may read, and refuses others', async () => {
    await withDatabaseMade();
    const { url } = await start();
    const file = join(folder, passwordFile);
    expect((await readFile(file, 'utf8')).trim()).toMatch(/^[0-9a-f]{64}$/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const wrong = new URL(url);
    wrong.password = 'password';
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('is given a new password when its file is lost', async () => {
    await withDatabaseMade();
    const first = await start();
    await query(first.url, 'create table kept as select 1 as one');
    await first.stop();
    await rm(join(folder, passwordFile));
    const second = await start();
    expect(second.url).not.toBe(first.url);
    expect(await query(second.url, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('names a password that is not its own', async () => {
    await withDatabaseMade();
    await (await start()).stop();
    await writeFile(join(folder, passwordFile), 'password\n');
    await expect(start()).rejects.toMatchObject({ code: 'password-refused' });
    await rm(join(folder, passwordFile));
    await start();
  });

  it('is found by other programs only while it runs', async () => {
    expect(await findRunningCluster(folder)).toBeUndefined();
    const cluster = await start();
    expect(await findRunningCluster(folder)).toBe(cluster.url);
    await cluster.stop();
    expect(await findRunningCluster(folder)).toBeUndefined();
  });

  it('tells when its server dies', async () => {
    await withDatabaseMade();
    const cluster = await start();
    process.kill(await serverPid(), 'SIGKILL');
    await cluster.ended;
    await cluster.stop();
    expect((await start()).adopted).toBe(false);
  });
});

describe('two programs on one data folder', () => {
  it('refuses the second, naming the first', async () => {
    await withDatabaseMade();
    const child = hold(0);
    await said(child, 1);
    await expect(start()).rejects.toMatchObject({
      code: 'folder-in-use',
      message: expect.stringContaining(`pid ${child.pid}`),
    });
    await killed(child, 'SIGTERM');
    await start();
  });

  it('lets one of many that start at once have it', async () => {
    await withDatabaseMade();
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => start()));
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(['folder-in-use', 'folder-in-use', 'folder-in-use']);
  });
});

describe('a program that ends', () => {
  it('takes its database along on SIGTERM', async () => {
    await withDatabaseMade();
    const child = hold(2);
    await said(child, 50);
    const pid = await serverPid();
    await killed(child, 'SIGTERM');
    for (let waited = 0; isAlive(pid) && waited < 10_000; waited += 20) await pause(20);
    expect(isAlive(pid)).toBe(false);
    expect((await start()).adopted).toBe(false);
  });

  it('by SIGKILL leaves a server that the next start takes over with every acknowledged row', async () => {
    await withDatabaseMade();
    const child = hold(20);
    const lines = await said(child, 400);
    const pid = await serverPid();
    await killed(child, 'SIGKILL');
    expect(isAlive(pid)).toBe(true);
    const cluster = await start();
    expect(cluster.adopted).toBe(true);
    expect(isAlive(pid)).toBe(false);
    const rows = await query<{ id: string }>(cluster.url, 'select id from written');
    const there = new Set(rows.map(({ id }) => id));
    expect(lines.slice(1).filter((id) => !there.has(id))).toEqual([]);
  });

  it('in the middle of making its database leaves nothing that the next start would trust', async () => {
    const child = hold(0);
    const home = join(folder, 'postgres');
    const halfMade = async () =>
      (await readdir(home).catch((): string[] => [])).find(
        (name) => name.startsWith('initdb-') && existsSync(join(home, name, 'PG_VERSION')),
      );
    while ((await halfMade()) === undefined) await pause(2);
    await killed(child, 'SIGKILL');
    expect(existsSync(join(home, 'data'))).toBe(false);
    const cluster = await start();
    expect(await query(cluster.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await halfMade()).toBeUndefined();
  });
});

describe('what a dead server left', () => {
  it('is recovered from when the server was killed together with its program', async () => {
    await withDatabaseMade();
    const child = hold(20);
    const lines = await said(child, 400);
    const pid = await serverPid();
    await killed(child, 'SIGKILL');
    process.kill(pid, 'SIGKILL');
    const cluster = await start();
    const rows = await query<{ id: string }>(cluster.url, 'select id from written');
    const there = new Set(rows.map(({ id }) => id));
    expect(lines.slice(1).filter((id) => !there.has(id))).toEqual([]);
  });

  it('does not keep it from starting when its process id is now another program', async () => {
    await withDatabaseMade();
    await (await start()).stop();
    const home = await findHome(folder);
    const file = join(home?.data ?? '', 'postmaster.pid');
    await writeFile(
      file,
      `${process.pid}\n${home?.data}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`,
    );
    expect((await start()).adopted).toBe(false);
    expect(isAlive(process.pid)).toBe(true);
  });
});

describe.runIf(asRoot)('a data folder that the server may not reach', () => {
  beforeEach(() => chmod(scratch, 0o700));

  it('keeps its database outside, and once deleted does not get it back', async () => {
    const first = await start();
    const home = await findHome(folder);
    expect(home?.path).toMatch(/^\/var\/lib\/liangbuwu-postgres\//);
    await query(first.url, 'create table secret as select 1 as one');
    await first.stop();
    const again = await start();
    expect(await query(again.url, 'select one from secret')).toEqual([{ one: 1 }]);
    await again.stop();
    const child = hold(0);
    await said(child, 1);
    const left = await serverPid();
    await killed(child, 'SIGKILL');

    await rm(folder, { recursive: true });
    const told: string[] = [];
    const fresh = await startCluster({ folder, log: (text) => void told.push(text.en) });
    clusters.push(fresh);
    await expect(query(fresh.url, 'select one from secret')).rejects.toMatchObject({
      code: '42P01',
    });
    expect(told.join()).toContain(home?.path);
    expect(isAlive(left)).toBe(false);
    await rm(home?.path ?? '', { recursive: true });
  });

  it('may move, but not be copied, with its database', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 1 as one');
    await first.stop();
    const copy = join(scratch, 'copy');
    await cp(folder, copy, { recursive: true });
    await expect(start(copy)).rejects.toMatchObject({ code: 'cluster-of-another-folder' });
    const home = await findHome(folder);
    await rm(folder, { recursive: true });
    const moved = await start(copy);
    expect(await query(moved.url, 'select one from kept')).toEqual([{ one: 1 }]);
    await moved.stop();
    await rm(home?.path ?? '', { recursive: true });
    await expect(start(copy)).rejects.toMatchObject({ code: 'cluster-missing' });
  });
});
