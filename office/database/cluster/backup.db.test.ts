import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup } from './backup.ts';
import { backupCommand, restoreCommand } from './backup-command.ts';
import { type Cluster, startCluster, withDatabase } from './cluster.ts';
import { restore } from './restore.ts';

const made = new Date('2022-11-10T06:00:00Z');
const log = () => undefined;
const tables = ['need', 'promise', 'proof'];

let scratch: string;
let folder: string;
let cluster: Cluster;
let pool: pg.Pool;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'liangbuwu-backup-'));
  await chmod(scratch, 0o711);
  folder = join(scratch, 'data');
  cluster = await startCluster({ folder, log });
  pool = new pg.Pool({ connectionString: cluster.url, max: 6 });
  await pool.query(`
    create table need (id bigint primary key, litres int not null, note text);
    create table promise (id bigint primary key references need, litres int not null);
    create table proof (id bigint primary key references promise, litres int not null);
    create table tank (id int primary key, litres int not null);
    insert into tank select id, 1000 from generate_series(1, 20) id;
    insert into need select -id, id, repeat('水', 200) from generate_series(1, 15000) id;`);
  await mkdir(join(folder, 'keys'));
  await writeFile(join(folder, 'keys', 'response.key'), 'secret');
  await mkdir(join(folder, 'ledger'));
  await writeFile(join(folder, 'ledger', 'checkpoints.jsonl'), '{"seq":1}\n');
});

afterAll(async () => {
  await pool?.end();
  await cluster?.stop();
  await rm(scratch, { recursive: true, force: true });
});

/** Writes until stopped: a need with its promise and proof at once, and litres from one tank to another. */
function writeMeanwhile() {
  const acknowledged = new Set<string>();
  let going = true;
  let next = 1;
  const writer = async () => {
    while (going) {
      const id = next++;
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query('insert into need values ($1, 1, $2)', [id, `第 ${id} 户`]);
        await client.query('insert into promise values ($1, 2)', [id]);
        await client.query('insert into proof values ($1, 3)', [id]);
        await client.query('update tank set litres = litres - $1 where id = $2', [
          id % 7,
          1 + (id % 20),
        ]);
        await client.query('update tank set litres = litres + $1 where id = $2', [
          id % 7,
          1 + ((id + 3) % 20),
        ]);
        await client.query('commit');
        acknowledged.add(String(id));
      } catch (error) {
        await client.query('rollback');
        if ((error as { code?: string }).code !== '40P01') throw error;
      } finally {
        client.release();
      }
    }
  };
  const writers = Promise.all(Array.from({ length: 4 }, writer));
  return {
    acknowledged,
    async atLeast(count: number) {
      while (acknowledged.size < count) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    async stop() {
      going = false;
      await writers;
    },
  };
}

async function rowsOf(url: string, table: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ id: string; row: string }>(
    `select id::text, to_jsonb(t)::text as row from ${table} t`,
  );
  await client.end();
  return new Map(rows.map(({ id, row }) => [id, row]));
}

describe('a backup of a running database', () => {
  it('restores every row that was acknowledged before it began, and a consistent state', async () => {
    const writing = writeMeanwhile();
    await writing.atLeast(100);
    const before = [...writing.acknowledged];
    const from = join(scratch, '备份 1');
    await backup({ url: cluster.url, dataFolder: folder, target: from, made });
    const after = writing.acknowledged.size;
    await writing.atLeast(after + 50);
    await writing.stop();
    expect(after).toBeGreaterThan(before.length);

    const copy = join(scratch, '恢复 1');
    await restore({ from, dataFolder: copy, log });
    const restored = await startCluster({ folder: copy, log });
    try {
      const [there, here] = await Promise.all(
        [restored.url, cluster.url].map((url) =>
          Promise.all(tables.map(async (table) => [table, await rowsOf(url, table)] as const)),
        ),
      );
      const original = new Map(here);
      for (const [table, rows] of there ?? []) {
        expect(before.filter((id) => !rows.has(id))).toEqual([]);
        const source = original.get(table);
        expect([...rows].filter(([id, row]) => source?.get(id) !== row)).toEqual([]);
      }
      const [needs, promises, proofs] = (there ?? []).map(([, rows]) => rows);
      expect(promises?.size).toBe(proofs?.size);
      expect(needs?.size).toBe(15_000 + (promises?.size ?? 0));
      const tanks = await rowsOf(restored.url, 'tank');
      const litres = [...tanks.values()].map(
        (row) => (JSON.parse(row) as { litres: number }).litres,
      );
      expect(litres.reduce((sum, one) => sum + one, 0)).toBe(20_000);
      await checkEveryRelation(restored.url);
    } finally {
      await restored.stop();
    }
    expect(await readFile(join(copy, 'ledger/checkpoints.jsonl'), 'utf8')).toBe('{"seq":1}\n');
    expect(await readFile(join(copy, 'keys/response.key'), 'utf8')).toBe('secret');
  });

  it('keeps the keys and the password out of the backup, and everything from other eyes', async () => {
    const from = join(scratch, '备份 2');
    await backup({ url: cluster.url, dataFolder: folder, target: from, made });
    const names = await readdir(from, { recursive: true });
    expect(names.filter((name) => /response\.key|postgres\.password/.test(name))).toEqual([]);
    expect(names).toContain('data/PG_VERSION');
    for (const path of [from, `${from}.keys`]) {
      expect((await stat(path)).mode & 0o777).toBe(0o700);
    }
    for (const name of names) expect((await stat(join(from, name))).mode & 0o077).toBe(0);

    await rm(`${from}.keys`, { recursive: true });
    const copy = join(scratch, '恢复 2');
    const { keys } = await restore({ from, dataFolder: copy, log });
    expect(keys).toBe(false);
    expect(await readdir(copy)).not.toContain('keys');
  });

  it('is not written over another, nor into what it copies', async () => {
    const taken = join(scratch, 'taken');
    await mkdir(taken);
    for (const target of [taken, join(folder, 'backup'), folder]) {
      await expect(
        backup({ url: cluster.url, dataFolder: folder, target, made }),
      ).rejects.toMatchObject({ code: 'backup-target-in-use' });
    }
  });

  it('is refused for a server that is not the folder’s own', async () => {
    const other = join(scratch, 'other');
    await mkdir(other);
    await expect(
      backup({ url: cluster.url, dataFolder: other, target: join(scratch, 'no'), made }),
    ).rejects.toMatchObject({ code: 'external-database' });
    expect(await readdir(scratch)).not.toContain('no.partial');
  });
});

describe('a restore', () => {
  const from = () => join(scratch, '备份 3');
  beforeAll(async () => {
    await backup({ url: cluster.url, dataFolder: folder, target: from(), made });
  });

  it.each([
    ['changed', async (path: string) => writeFile(path, 'x'), 'data/global/pg_control'],
    ['missing', async (path: string) => rm(path), 'data/backup_label'],
    ['added', async (path: string) => writeFile(path, 'x'), 'data/base/added'],
  ])('refuses a backup with a file %s', async (name, damage, file) => {
    const damaged = join(scratch, `damaged ${name}`);
    await cp(from(), damaged, { recursive: true });
    await damage(join(damaged, file));
    const into = join(scratch, `not restored ${name}`);
    await expect(restore({ from: damaged, dataFolder: into, log })).rejects.toMatchObject({
      code: 'backup-damaged',
      message: expect.stringContaining(file),
    });
    expect(await readdir(scratch)).not.toContain(`not restored ${name}`);
  });

  it('refuses a folder that is in use or holds anything', async () => {
    await expect(restore({ from: from(), dataFolder: folder, log })).rejects.toMatchObject({
      code: 'folder-not-empty',
    });
  });

  it('refuses what is no backup, and a backup of another kind of machine', async () => {
    const into = join(scratch, 'nothing');
    await expect(restore({ from: folder, dataFolder: into, log })).rejects.toMatchObject({
      code: 'not-a-backup',
    });
    const file = join(from(), 'manifest.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/"platform": "[^"]+"/, '"platform": "aix-ppc64"'));
    await expect(restore({ from: from(), dataFolder: into, log })).rejects.toMatchObject({
      code: 'other-platform',
    });
    await writeFile(file, text);
  });

  it('cut short is not taken for a database', async () => {
    const into = join(scratch, 'cut short');
    await mkdir(into);
    await writeFile(join(into, 'restoring'), '');
    await expect(startCluster({ folder: into, log })).rejects.toMatchObject({
      code: 'restore-unfinished',
    });
  });
});

describe('the commands', () => {
  it('back up a database that is not running, and restore it', async () => {
    const idle = join(scratch, 'idle');
    const first = await startCluster({ folder: idle, log });
    const client = new pg.Client({ connectionString: first.url });
    await client.connect();
    await client.query("create table kept as select '三门镇' as name");
    await client.end();
    await first.stop();

    const target = join(scratch, 'of idle');
    const again = join(scratch, 'idle again');
    expect(await backupCommand([target, '--data', idle])).toBe(0);
    expect(await backupCommand([target, '--data', idle])).toBe(1);
    expect(await restoreCommand([target, '--data', again])).toBe(0);
    expect(await restoreCommand([target, '--data', again])).toBe(1);
    const second = await startCluster({ folder: again, log });
    const reader = new pg.Client({ connectionString: second.url });
    await reader.connect();
    expect((await reader.query('select name from kept')).rows).toEqual([{ name: '三门镇' }]);
    await reader.end();
    await second.stop();
  });

  it('say how they are called, and refuse an external database', async () => {
    expect(await backupCommand([])).toBe(2);
    expect(await restoreCommand(['a', 'b'])).toBe(2);
    process.env.DATABASE_URL = 'postgres://somewhere/else';
    try {
      expect(await backupCommand([join(scratch, 'external')])).toBe(1);
      expect(await restoreCommand([join(scratch, 'external')])).toBe(1);
    } finally {
      delete process.env.DATABASE_URL;
    }
  });
});

/** Reads every page and index of both databases as PostgreSQL's own checker does. */
async function checkEveryRelation(url: string): Promise<void> {
  for (const database of ['liangbuwu', 'postgres']) {
    const client = new pg.Client({ connectionString: withDatabase(url, database) });
    await client.connect();
    await client.query('create extension if not exists amcheck');
    const { rows: faults } = await client.query(
      `select c.relname, v.msg from pg_class c, lateral verify_heapam(c.oid) v
        where c.relkind in ('r', 't', 'm') and c.relpersistence = 'p'`,
    );
    expect(faults).toEqual([]);
    await client.query(
      `select bt_index_check(i.indexrelid, true) from pg_index i join pg_class c on c.oid = i.indexrelid
         join pg_am a on a.oid = c.relam where a.amname = 'btree' and i.indisvalid and c.relpersistence = 'p'`,
    );
    await client.end();
  }
}
