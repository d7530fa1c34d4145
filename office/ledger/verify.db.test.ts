import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../database/connection.ts';
import { type TestDatabase, testDatabase } from '../database/testing/database.ts';
import { type County, layCounty, movableClock } from '../identity/testing/county.ts';
import { officeRooms } from '../rooms.ts';
import { openCheckpoints } from './checkpoint.ts';
import { checkpointFile } from './checkpoint-file.ts';
import { numbered, recompute, write } from './testing/chain.ts';
import { verifyLedger } from './verify.ts';
import { verifyCommand } from './verify-command.ts';

let base: TestDatabase;
let county: County;
let dataFolder: string;
/** Where the entries that this file wrote begin, and end. */
let first: number;
let last: number;

beforeEach(async () => {
  base = await testDatabase(officeRooms);
  county = await layCounty(base.owner, '渌口区');
  dataFolder = await mkdtemp(join(tmpdir(), 'liangbuwu-ledger-'));
  first = (await count()) + 1;
  await write(base.app, county.tenant, numbered(county.town, 10));
  await checkpoint();
  await write(base.app, county.tenant, numbered(county.town, 10, 11));
  await checkpoint();
  last = await count();
});
afterEach(async () => {
  await base[Symbol.asyncDispose]();
  await rm(dataFolder, { recursive: true, force: true });
});

async function checkpoint(): Promise<void> {
  const checkpoints = await openCheckpoints({
    db: base.app,
    dataFolder,
    clock: movableClock(),
    log: () => {},
  });
  await checkpoints.close();
}

async function count(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ledger.entry
    where tenant = ${county.tenant}`.execute(base.owner);
  return rows[0]?.count ?? 0;
}

const verify = () => verifyLedger({ owner: base.owner, dataFolder });
async function fault() {
  const report = await verify();
  expect(report.intact).toBe(false);
  return report.tenants[0]?.fault;
}

const litres = (seq: number) =>
  sql`update ledger.entry set body = regexp_replace(body, '"litres": \\d+', '"litres": 9999')
    where tenant = ${county.tenant} and seq = ${seq}`.execute(base.owner);
const remove = (seq: number) =>
  sql`delete from ledger.entry where tenant = ${county.tenant} and seq >= ${seq}`.execute(
    base.owner,
  );
const headTo = (seq: number) =>
  sql`update ledger.head h set seq = e.seq, hash = e.hash from ledger.entry e
    where e.tenant = h.tenant and e.seq = ${seq} and h.tenant = ${county.tenant}`.execute(
    base.owner,
  );

test('an untouched ledger is intact, and every entry confirmed', async () => {
  expect(await verify()).toEqual({
    intact: true,
    tenants: [
      { tenant: county.tenant, name: '渌口区', entries: last, confirmed: last, fault: undefined },
    ],
    checkpoints: { lines: 2, torn: false, fault: undefined },
  });
  await write(base.app, county.tenant, numbered(county.town, 2));
  expect((await verify()).tenants[0]).toMatchObject({ entries: last + 2, confirmed: last });
});

describe('an altered entry is named', () => {
  test.each(['first', 'middle', 'last'])('the %s one', async (which) => {
    const seq = which === 'first' ? 1 : which === 'last' ? last : first + 5;
    if (seq === 1) {
      await sql`update ledger.entry set body = replace(body, 'identity.', 'identitx.')
        where tenant = ${county.tenant} and seq = 1`.execute(base.owner);
    } else await litres(seq);
    expect(await fault()).toMatchObject({ code: 'altered', seq });
  });

  test('with its own hash computed anew', async () => {
    for (const seq of [first + 5, last]) {
      await litres(seq);
      await sql`update ledger.entry set hash = sha256(previous || convert_to(body, 'UTF8'))
        where tenant = ${county.tenant} and seq = ${seq}`.execute(base.owner);
      expect(await fault()).toMatchObject({ code: 'altered', seq });
      await sql`update ledger.entry set body = regexp_replace(body, '9999', ${String(1000 + seq - first + 1)})
        where tenant = ${county.tenant} and seq = ${seq}`.execute(base.owner);
      await sql`update ledger.entry set hash = sha256(previous || convert_to(body, 'UTF8'))
        where tenant = ${county.tenant} and seq = ${seq}`.execute(base.owner);
      expect((await verify()).intact).toBe(true);
    }
  });

  test('in what is read out of it, where the database was made to let go of that', async () => {
    await sql`alter table ledger.entry alter column subject drop expression`.execute(base.owner);
    await sql`update ledger.entry set subject = 'delivery:other'
      where tenant = ${county.tenant} and seq = ${first + 3}`.execute(base.owner);
    expect(await fault()).toMatchObject({ code: 'altered', seq: first + 3 });
  });

  test('with all that follows computed anew, by the checkpoints', async () => {
    await litres(first + 12);
    await recompute(county.tenant, first + 12).execute(base.owner);
    // The first ten are confirmed, so it is among those that the second checkpoint signs.
    expect(await fault()).toMatchObject({ code: 'rewritten', seq: first + 10, upTo: last });
  });

  test('with all that follows computed anew, and entries written and signed since', async () => {
    await litres(first + 2);
    await recompute(county.tenant, first + 2).execute(base.owner);
    await write(base.app, county.tenant, numbered(county.town, 3));
    await checkpoint();
    expect(await fault()).toMatchObject({ code: 'rewritten', seq: 1, upTo: first + 9 });
  });
});

test('a deleted entry is named', async () => {
  await sql`delete from ledger.entry where tenant = ${county.tenant} and seq in (${first + 4}, ${first + 5})`.execute(
    base.owner,
  );
  expect(await fault()).toMatchObject({ code: 'missing', seq: first + 4, upTo: first + 5 });
});

describe('an inserted entry is named', () => {
  test('before the first', async () => {
    await sql`insert into ledger.entry (tenant, seq, body, previous, hash)
      select tenant, 0, body, previous, hash from ledger.entry where tenant = ${county.tenant} and seq = 1`.execute(
      base.owner,
    );
    expect(await fault()).toMatchObject({ code: 'inserted', seq: 0 });
  });

  test('with a number that no other has', async () => {
    await sql`insert into ledger.entry (tenant, seq, body, previous, hash)
      select tenant, 9223372036854775807, body, previous, hash from ledger.entry
      where tenant = ${county.tenant} and seq = 1`.execute(base.owner);
    expect(await fault()).toMatchObject({ code: 'missing', seq: last + 1 });
    await sql`update ledger.head set seq = 9223372036854775807`.execute(base.owner);
    expect(await fault()).toMatchObject({ code: 'missing', seq: last + 1 });
  });

  test('after the last, well chained', async () => {
    await sql`insert into ledger.entry (tenant, seq, body, previous, hash)
      select tenant, seq + 1, b, hash, sha256(hash || convert_to(b, 'UTF8')) from (
        select *, (body::jsonb || jsonb_build_object('seq', seq + 1))::text as b from ledger.entry
        where tenant = ${county.tenant} and seq = ${last}) e`.execute(base.owner);
    expect(await fault()).toMatchObject({ code: 'inserted', seq: last + 1 });
  });

  test('between two, the others moved on and all computed anew', async () => {
    const at = first + 15;
    await sql`update ledger.entry set seq = seq + 1000 where tenant = ${county.tenant} and seq >= ${at}`.execute(
      base.owner,
    );
    await sql`update ledger.entry set seq = seq - 999, body = (body::jsonb || jsonb_build_object('seq', seq - 999))::text
      where tenant = ${county.tenant} and seq > 1000`.execute(base.owner);
    await sql`insert into ledger.entry (tenant, seq, body, previous, hash)
      select tenant, seq + 1, (body::jsonb || jsonb_build_object('seq', seq + 1))::text, previous, hash
      from ledger.entry where tenant = ${county.tenant} and seq = ${at - 1}`.execute(base.owner);
    await recompute(county.tenant, 1).execute(base.owner);
    expect(await fault()).toMatchObject({ code: 'rewritten', seq: first + 10, upTo: last });
  });
});

describe('a tail that was cut off is named', () => {
  test('by the row that says where the chain ends', async () => {
    await write(base.app, county.tenant, numbered(county.town, 4));
    await remove(last + 2);
    expect(await fault()).toMatchObject({ code: 'cut-off', seq: last + 2, upTo: last + 4 });
  });

  test('by the checkpoints, where that row was changed along', async () => {
    await remove(last - 2);
    await headTo(last - 3);
    expect(await fault()).toMatchObject({ code: 'cut-off', seq: last - 2, upTo: last });
  });

  test('by the checkpoints, where the ledger went on from there', async () => {
    await remove(first + 15);
    await headTo(first + 14);
    await write(base.app, county.tenant, numbered(county.town, 9));
    await checkpoint();
    expect(await fault()).toMatchObject({ code: 'rewritten', seq: first + 10, upTo: last });
  });

  test('where nothing at all was left', async () => {
    await remove(1);
    await sql`delete from ledger.head`.execute(base.owner);
    expect(await fault()).toMatchObject({ code: 'cut-off', seq: 1, upTo: last });
  });
});

test('an altered head is named', async () => {
  await sql`update ledger.head set hash = sha256(hash)`.execute(base.owner);
  expect(await fault()).toMatchObject({ code: 'head-altered' });
  await sql`delete from ledger.head`.execute(base.owner);
  expect(await fault()).toMatchObject({ code: 'head-altered' });
});

describe('the checkpoint file', () => {
  const file = () => checkpointFile(dataFolder);
  const lines = async () => (await readFile(file(), 'utf8')).trimEnd().split('\n');
  const found = async () => {
    const report = await verify();
    expect(report.intact).toBe(false);
    return report.checkpoints.fault;
  };

  test('missing, is missed', async () => {
    await rm(file());
    expect(await fault()).toMatchObject({ code: 'checkpoint-missing' });
  });

  test('without its public key cannot vouch for anything', async () => {
    await rm(join(dataFolder, 'ledger', 'key.pub.pem'));
    expect(await found()).toMatchObject({ code: 'checkpoint-missing' });
  });

  test('altered, or signed with another key, is named by its line', async () => {
    const [one, two] = await lines();
    const altered = JSON.stringify({ ...JSON.parse(two as string), seq: last - 1 });
    for (const wrong of [
      altered,
      `${two} `,
      'not json',
      two?.replace(/"signature":".../, '"signature":"AAA'),
    ]) {
      await writeFile(file(), `${one}\n${wrong}\n`);
      expect(await found()).toMatchObject({ code: 'checkpoint-altered', line: 2 });
    }
    await writeFile(file(), `${one}\n`);
    await checkpoint();
    await rm(join(dataFolder, 'ledger', 'key.pem'));
    await rm(join(dataFolder, 'ledger', 'key.pub.pem'));
    await checkpoint();
    expect(await found()).toMatchObject({ code: 'checkpoint-altered', line: 1 });
  });

  test('with a line taken out is named by the line after', async () => {
    const [, two] = await lines();
    await writeFile(file(), `${two}\n`);
    expect(await found()).toMatchObject({ code: 'checkpoint-missing', line: 1 });
  });

  test('whose last line was being written when the process was killed is no fault, and is written on', async () => {
    await write(base.app, county.tenant, numbered(county.town, 1));
    const [, two] = await lines();
    await appendFile(file(), two?.slice(0, 80) ?? '');
    expect(await verify()).toMatchObject({ intact: true, checkpoints: { lines: 2, torn: true } });
    await checkpoint();
    expect(await verify()).toMatchObject({
      intact: true,
      tenants: [{ entries: last + 1, confirmed: last + 1 }],
      checkpoints: { lines: 3, torn: false },
    });
  });
});

describe('the command', () => {
  const run = async (argv: string[] = [], url = base.ownerUrl) => {
    const printed: string[] = [];
    const told: string[] = [];
    const status = await verifyCommand(argv, {
      connect: async () => {
        const owner = openDatabase(url, { connections: 1 });
        return { owner, dataFolder, close: () => owner.destroy() };
      },
      print: (line) => printed.push(line),
      tell: (line) => told.push(line),
    });
    return { status, printed, told };
  };

  test('ends with 0 and says that all is well', async () => {
    const { status, printed, told } = await run();
    expect(status).toBe(0);
    expect(printed).toHaveLength(1);
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({ intact: true });
    expect(told.at(-1)).toBe('The ledger is intact.');
  });

  test('ends with 1 and names what is wrong, in both languages', async () => {
    await litres(first);
    const { status, printed, told } = await run();
    expect(status).toBe(1);
    expect(JSON.parse(printed[0] ?? '').tenants[0].fault).toMatchObject({
      code: 'altered',
      seq: first,
    });
    expect(told).toContain(`渌口区：第 ${first} 条被改动：内容与其散列值不符。`);
    expect(told).toContain(
      `渌口区: entry ${first} was altered: what it says does not match its hash.`,
    );
  });

  test('ends with 2 where it cannot look', async () => {
    const unreachable = new URL(base.ownerUrl);
    unreachable.pathname = '/no_such_database';
    expect(await run([], unreachable.href)).toMatchObject({ status: 2, printed: [] });
    expect(await run(['--fast'])).toMatchObject({ status: 2, printed: [] });
  });
});
