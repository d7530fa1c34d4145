import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/testing/database.ts';
import { type County, layCounty } from '../identity/testing/county.ts';
import { officeRooms } from '../rooms.ts';
import { numbered, write } from './testing/chain.ts';
import { verifyLedger } from './verify.ts';

let base: TestDatabase;
let one: County;
let two: County;

beforeAll(async () => {
  base = await testDatabase(officeRooms);
  one = await layCounty(base.owner, '渌口区');
  two = await layCounty(base.owner, '攸县');
});
afterAll(() => base[Symbol.asyncDispose]());

test('writers of two tenants at once make two chains, each without a gap or a fork', async () => {
  const before = await verifyLedger({ owner: base.owner, dataFolder: '/nowhere' });
  const laid = new Map(before.tenants.map(({ tenant, entries }) => [tenant, entries]));
  await Promise.all(
    [1, 2, 3, 4].flatMap((writer) => [
      write(base.app, one.tenant, numbered(one.town, 25, writer * 100)),
      write(base.app, two.tenant, numbered(two.town, 15, writer * 100)),
    ]),
  );
  const { tenants } = await verifyLedger({ owner: base.owner, dataFolder: '/nowhere' });
  const written = (county: County) => {
    const found = tenants.find(({ tenant }) => tenant === county.tenant);
    // No checkpoint is written here; the entries themselves hold together to the last.
    expect(found?.fault?.code).toBe('checkpoint-missing');
    return (found?.entries ?? 0) - (laid.get(county.tenant) ?? 0);
  };
  expect(written(one)).toBe(100);
  expect(written(two)).toBe(60);
  const { rows } = await sql<{ forks: number }>`select count(*) as forks from (
    select from ledger.entry group by tenant, previous having count(*) > 1) f`.execute(base.owner);
  expect(rows[0]?.forks).toBe(0);
});

test('an entry of a transaction that is undone leaves no gap', async () => {
  await write(base.app, one.tenant, numbered(one.town, 1));
  await base.app
    .transaction()
    .execute(async (tx) => {
      await sql`select set_config('lbw.tenant', ${one.tenant}, true)`.execute(tx);
      await sql`select ledger.append(${JSON.stringify([
        { action: 'a.b', subject: 'x:1', area: one.town, at: '', actor: null },
      ])}::jsonb)`.execute(tx);
      throw new Error('undone');
    })
    .catch(() => {});
  await write(base.app, one.tenant, numbered(one.town, 1));
  const { rows } = await sql<{ last: number; count: number }>`
    select max(seq) as last, count(*) as count from ledger.entry where tenant = ${one.tenant}`.execute(
    base.owner,
  );
  expect(rows[0]?.last).toBe(rows[0]?.count);
});

describe('the application', () => {
  test.each([
    [
      'insert',
      sql`insert into ledger.entry (tenant, seq, body, previous, hash) values (gen_random_uuid(), 1, '{}', '', '')`,
    ],
    ['update', sql`update ledger.entry set body = '{}'`],
    ['delete', sql`delete from ledger.entry`],
    ['truncate', sql`truncate ledger.entry`],
    ['update of the head', sql`update ledger.head set seq = 0`],
    ['delete of the head', sql`delete from ledger.head`],
    ['insert into the head', sql`insert into ledger.head values (gen_random_uuid(), 1, '')`],
    ['truncate of the head', sql`truncate ledger.head`],
  ])('is denied: %s', async (_, deed) => {
    await expect(deed.execute(base.app)).rejects.toMatchObject({ code: '42501' });
  });

  test('appends to the tenant of its scope only, whatever an entry claims', async () => {
    await expect(
      sql`select ledger.append('[{"action":"a.b","subject":"x:1"}]'::jsonb)`.execute(base.app),
    ).rejects.toThrow('no tenant in scope');
    const claiming = numbered(one.town, 1).map((entry) => ({
      ...entry,
      tenant: two.tenant,
      seq: 1,
    }));
    await write(base.app, one.tenant, claiming);
    const { rows } = await sql<{
      tenant: string;
      body: string;
    }>`select tenant, body from ledger.entry
      where tenant = ${one.tenant} order by seq desc limit 1`.execute(base.owner);
    expect(JSON.parse(rows[0]?.body ?? '').tenant).toBe(one.tenant);
  });

  test('cannot append what has no area, action or subject', async () => {
    for (const missing of ['area', 'action', 'subject']) {
      const entry = {
        action: 'a.b',
        subject: 'x:1',
        area: one.town,
        at: '2026',
        [missing]: undefined,
      };
      const appended = base.app.transaction().execute(async (tx) => {
        await sql`select set_config('lbw.tenant', ${one.tenant}, true)`.execute(tx);
        await sql`select ledger.append(${JSON.stringify([entry])}::jsonb)`.execute(tx);
      });
      await expect(appended).rejects.toMatchObject({ code: '23502' });
    }
  });
});
