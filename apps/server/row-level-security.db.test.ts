import { connectAsApp } from '@liangbuwu/office/database/app-role.ts';
import { openDoors } from '@liangbuwu/office/database/catalogue.ts';
import { type TestDatabase, testDatabase } from '@liangbuwu/office/database/testing/database.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rooms } from './rooms.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase(rooms);
});
afterAll(() => database[Symbol.asyncDispose]());

test('no table, view or function lets the application past row-level security', async () => {
  expect(await openDoors(database.owner)).toEqual([]);
  const { rows } = await sql<{ tables: number }>`
    select count(*)::int as tables from pg_policy where polname = 'scope'`.execute(database.owner);
  expect(rows[0]?.tables).toBeGreaterThan(15);
});

const plants: [what: string, statement: string, named: RegExp][] = [
  [
    'a table without it',
    'create table water.planted (tenant uuid primary key)',
    /water\.planted: row-level security is not forced/,
  ],
  [
    'a table that its owner escapes',
    'create table water.planted (tenant uuid primary key); alter table water.planted enable row level security',
    /water\.planted: row-level security is not forced/,
  ],
  [
    'a table keyed without the tenant',
    'create table water.planted (id uuid primary key)',
    /water\.planted: its key does not begin/,
  ],
  [
    'a view of its owner',
    'create view water.planted as select * from water.point',
    /water\.planted: reads with its owner/,
  ],
  [
    'a definer function for everybody',
    "create function water.planted() returns int language sql security definer as 'select 1'",
    /water\.planted\(\): a definer function that everybody may call/,
  ],
  [
    'a partition that is read around its parent',
    `create table people.planted partition of people.person for values in ('00000000-0000-4000-8000-000000000000');
     grant select on people.planted to public`,
    /people\.planted: a partition with grants of its own/,
  ],
  [
    'a partition without a policy of its own',
    "create table people.planted partition of people.person for values in ('00000000-0000-4000-8000-000000000000')",
    /people\.planted: row-level security is not forced/,
  ],
];

test.each(plants)('finds %s', async (_, statement, named) => {
  await database.owner
    .transaction()
    .execute(async (tx) => {
      await sql.raw(statement).execute(tx);
      expect((await openDoors(tx)).join('\n')).toMatch(named);
      throw new Error('undo');
    })
    .catch((error: Error) => {
      if (error.message !== 'undo') throw error;
    });
});

test('the application connects as a role that is bound', async () => {
  const { rows } = await sql<{ rolsuper: boolean; rolbypassrls: boolean; rolcreaterole: boolean }>`
    select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user`.execute(
    database.app,
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
  await expect(sql`set role ${sql.id('liangbuwu_owner')}`.execute(database.app)).rejects.toThrow();
});

test('a connection of the application is refused where row-level security would not hold it', async () => {
  await expect(connectAsApp(database.ownerUrl)).rejects.toMatchObject({ code: 'app-role-unbound' });
});
