import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { connectAsApp, createAppRole, giveAppPassword, urlAs } from '../app-role.ts';
import { type Database, openDatabase } from '../connection.ts';
import { migrate } from '../migrate.ts';
import { appRoleName } from '../protect.ts';
import type { Room } from '../room.ts';

const password = 'only-in-tests';

export interface TestDatabase extends AsyncDisposable {
  owner: Database;
  app: Database;
  ownerUrl: string;
  appUrl: string;
}

/**
 * One database for a test file, copied from a template that is migrated once for each list of rooms.
 * The application's connection is a role that row-level security binds, as in production.
 */
export async function testDatabase(
  rooms: readonly Room[],
  clusterUrl = inject('clusterUrl'),
): Promise<TestDatabase> {
  // PostgreSQL cuts names at 63 bytes: the list itself would not fit.
  const steps = rooms.flatMap(({ schema, migrations }) =>
    migrations.map(({ name }) => `${schema}/${name}`),
  );
  const template = `template_${createHash('sha256').update(steps.join()).digest('hex').slice(0, 12)}`;
  await buildTemplate(clusterUrl, template, rooms);
  const name = `test_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const admin = openDatabase(at(clusterUrl, 'postgres'), { connections: 1 });
  await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(admin);
  const ownerUrl = at(clusterUrl, name);
  const owner = openDatabase(ownerUrl, { connections: 3 });
  const appUrl = urlAs(ownerUrl, await appRoleName(owner), password);
  const app = await connectAsApp(appUrl);
  return {
    owner,
    app,
    ownerUrl,
    appUrl,
    async [Symbol.asyncDispose]() {
      await app.destroy();
      await owner.destroy();
      await sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin);
      await admin.destroy();
    },
  };
}

async function buildTemplate(clusterUrl: string, template: string, rooms: readonly Room[]) {
  const admin = openDatabase(at(clusterUrl, 'postgres'), { connections: 1 });
  // Test files run in several processes: one builds, the others wait for it.
  await admin.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(hashtext(${template}))`.execute(held);
    const found = await sql`select from pg_database where datname = ${template}`.execute(held);
    if (found.rows.length === 0) {
      const building = `${template}_building`;
      await sql`drop database if exists ${sql.id(building)} with (force)`.execute(held);
      await sql`create database ${sql.id(building)}`.execute(held);
      const owner = openDatabase(at(clusterUrl, building), { connections: 2 });
      await createAppRole(owner);
      await migrate(owner, rooms);
      await giveAppPassword(owner, password);
      await owner.destroy();
      await sql`alter database ${sql.id(building)} rename to ${sql.id(template)}`.execute(held);
    }
    await sql`select pg_advisory_unlock(hashtext(${template}))`.execute(held);
  });
  await admin.destroy();
}

function at(clusterUrl: string, database: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${database}`;
  return url.href;
}
