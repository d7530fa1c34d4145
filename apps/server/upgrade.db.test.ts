import { randomUUID } from 'node:crypto';
import { openDoors } from '@liangbuwu/office/database/catalogue.ts';
import { migrate } from '@liangbuwu/office/database/migrate.ts';
import { type TestDatabase, testDatabase } from '@liangbuwu/office/database/testing/database.ts';
import { createTenant } from '@liangbuwu/office/identity/install.ts';
import { officeRooms } from '@liangbuwu/office/rooms.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rooms } from './rooms.ts';

// A database as an earlier version left it: every room of the office a step behind, and no desk yet.
const earlier = officeRooms.map((room) => ({
  ...room,
  migrations: room.migrations.slice(0, Math.max(1, room.migrations.length - 1)),
}));
const known = new Set(
  earlier.flatMap(({ schema, migrations }) => migrations.map(({ name }) => `${schema}/${name}`)),
);
const later = rooms
  .flatMap(({ schema, migrations }) => migrations.map(({ name }) => `${schema}/${name}`))
  .filter((step) => !known.has(step));

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase(earlier);
});
afterAll(() => database[Symbol.asyncDispose]());

test('a database of an earlier version is brought forward, with what is in it, once', async () => {
  expect(later.length).toBeGreaterThan(3);
  const id = randomUUID();
  await createTenant(database.owner, {
    id,
    name: '旧版县',
    root: { id: randomUUID(), level: 'county' },
  });
  expect(await migrate(database.owner, rooms)).toEqual(later);
  expect(await migrate(database.owner, rooms)).toEqual([]);
  const { rows } = await sql`select t.name, a.level from register.tenant t
    join register.area a on a.tenant = t.tenant where t.tenant = ${id}`.execute(database.owner);
  expect(rows).toEqual([{ name: '旧版县', level: 'county' }]);
  expect(await openDoors(database.owner)).toEqual([]);
});

test('a step that fails leaves the database as it was', async () => {
  const [first, ...rest] = rooms;
  if (!first) throw new Error('there are no rooms');
  const broken = {
    name: '9999-broken',
    up: async (db: Parameters<(typeof first.migrations)[number]['up']>[0]) => {
      await sql`create table office.half_done (tenant uuid primary key)`.execute(db);
      throw new Error('half-way');
    },
  };
  const next = [{ ...first, migrations: [...first.migrations, broken] }, ...rest];
  await expect(migrate(database.owner, next)).rejects.toThrow('half-way');
  const { rows } = await sql`select where to_regclass('office.half_done') is null`.execute(
    database.owner,
  );
  expect(rows).toHaveLength(1);
});
