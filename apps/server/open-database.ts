import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  adoptAppRole,
  connectAsApp,
  createAppRole,
  giveAppPassword,
  urlAs,
} from '@liangbuwu/office/database/app-role.ts';
import { startCluster } from '@liangbuwu/office/database/cluster/cluster.ts';
import { type Database, openDatabase } from '@liangbuwu/office/database/connection.ts';
import { migrate } from '@liangbuwu/office/database/migrate.ts';
import { appRoleName } from '@liangbuwu/office/database/protect.ts';
import type { Room } from '@liangbuwu/office/database/room.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { migrateQueue } from '@liangbuwu/office/jobs/queue.ts';
import { sql } from 'kysely';
import { CannotStart, type Settings } from './settings.ts';

export interface OpenedDatabase {
  kind: 'embedded' | 'external';
  owner: Database;
  ownerUrl: string;
  app: Database;
  appUrl: string;
  /** Resolves when an embedded server has ended, asked or not; never with an external one. */
  ended: Promise<void>;
  close(): Promise<void>;
}

/** Starts or reaches the database, brings its tables forward, and connects as the role that row-level security binds. */
export async function openTheDatabase(
  settings: Settings,
  rooms: readonly Room[],
  queues: readonly string[],
  progress: (what: Say) => void,
): Promise<OpenedDatabase> {
  const cluster = settings.databaseUrl
    ? undefined
    : await startCluster({ folder: settings.dataFolder, log: progress });
  const ownerUrl = settings.databaseUrl ?? (cluster as { url: string }).url;
  const owner = openDatabase(ownerUrl, { connections: 3 });
  try {
    await requireUsable(owner);
    const steps = await alone(owner, async () => {
      await createAppRole(owner);
      const done = await migrate(owner, rooms);
      await migrateQueue(ownerUrl, owner, queues);
      return done.length;
    });
    if (steps > 0)
      progress(say(`数据库升级 ${steps} 步`, `brought the database forward by ${steps} steps`));
    const appUrl = settings.databaseAppUrl ?? (await ownAppUrl(ownerUrl, owner, settings));
    if (settings.databaseAppUrl) await adoptAppRole(owner, settings.databaseAppUrl);
    const app = await connectAsApp(appUrl);
    return {
      kind: cluster ? 'embedded' : 'external',
      owner,
      ownerUrl,
      app,
      appUrl,
      ended: cluster?.ended ?? new Promise(() => {}),
      async close() {
        await app.destroy();
        await owner.destroy();
        await cluster?.stop();
      },
    };
  } catch (error) {
    await owner.destroy();
    await cluster?.stop();
    throw error;
  }
}

/** Of several servers that start at once on one database, one brings it forward and the others wait. */
async function alone<T>(owner: Database, work: () => Promise<T>): Promise<T> {
  return owner.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(hashtextextended('liangbuwu migrate', 0))`.execute(held);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended('liangbuwu migrate', 0))`.execute(held);
    }
  });
}

async function requireUsable(owner: Database): Promise<void> {
  const found = await sql<{ number: string; text: string }>`
    select current_setting('server_version_num') as number, current_setting('server_version') as text`
    .execute(owner)
    .catch((error: unknown) => {
      const why =
        error instanceof Error
          ? error.message || String((error as { code?: string }).code)
          : String(error);
      throw new CannotStart(
        'database-unreachable',
        say(
          `连不上 DATABASE_URL 指定的数据库：${why}。`,
          `The database of DATABASE_URL cannot be reached: ${why}.`,
        ),
        say(
          '请检查地址、密码以及数据库是否在运行。',
          'Check the address, the password, and that it is running.',
        ),
      );
    });
  const row = found.rows[0];
  if (Number(row?.number) >= 150_000) return;
  throw new CannotStart(
    'database-too-old',
    say(`数据库是 PostgreSQL ${row?.text}。`, `The database is PostgreSQL ${row?.text}.`),
    say('需要 15 或更新的版本。', 'Version 15 or newer is needed.'),
  );
}

async function ownAppUrl(ownerUrl: string, owner: Database, settings: Settings): Promise<string> {
  const password = await appPassword(settings);
  await giveAppPassword(owner, password);
  return urlAs(ownerUrl, await appRoleName(owner), password);
}

/** The application role's password belongs to this installation and lies beside its other secrets. */
async function appPassword(settings: Settings): Promise<string> {
  const file = join(settings.dataFolder, 'app-password');
  await mkdir(settings.dataFolder, { recursive: true });
  const there = await readFile(file, 'utf8').catch(() => '');
  if (there.length >= 32) return there;
  const password = randomBytes(24).toString('base64url');
  await writeFile(`${file}.new`, password, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return password;
}
