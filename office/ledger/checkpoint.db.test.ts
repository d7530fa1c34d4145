import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/testing/database.ts';
import { type County, layCounty, movableClock } from '../identity/testing/county.ts';
import { officeRooms } from '../rooms.ts';
import { openCheckpoints } from './checkpoint.ts';
import { type Checkpoint, checkpointFile } from './checkpoint-file.ts';
import { numbered, write } from './testing/chain.ts';
import { verifyLedger } from './verify.ts';

let base: TestDatabase;
let one: County;
let two: County;
let dataFolder: string;
const told: string[] = [];

beforeEach(async () => {
  base = await testDatabase(officeRooms);
  one = await layCounty(base.owner, '渌口区');
  two = await layCounty(base.owner, '攸县');
  dataFolder = await mkdtemp(join(tmpdir(), 'liangbuwu-ledger-'));
  told.length = 0;
});
afterEach(async () => {
  await base[Symbol.asyncDispose]();
  await rm(dataFolder, { recursive: true, force: true });
});

const openWith = (delay: number) =>
  openCheckpoints({
    db: base.app,
    dataFolder,
    clock: movableClock(),
    delay,
    log: (line) => told.push(line.en),
  });

async function lines(): Promise<Checkpoint[]> {
  const text = await readFile(checkpointFile(dataFolder), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

async function until(good: () => Promise<boolean>): Promise<void> {
  while (!(await good())) await sleep(20);
}

test('at the start every chain is signed that no checkpoint reaches, each once', async () => {
  await (await openWith(1000)).close();
  const signed = await lines();
  expect(signed.map(({ tenant }) => tenant).toSorted()).toEqual(
    [one.tenant, two.tenant].toSorted(),
  );
  await (await openWith(1000)).close();
  expect(await lines()).toEqual(signed);
});

test('many commits share one checkpoint, soon after them', async () => {
  const checkpoints = await openWith(100);
  const before = (await lines()).length;
  for (const entry of numbered(one.town, 12)) {
    await write(base.app, one.tenant, [entry]);
    checkpoints.touched();
  }
  const { rows } = await sql<{
    seq: number;
  }>`select seq from ledger.head where tenant = ${one.tenant}`.execute(base.owner);
  await until(async () => (await lines()).some(({ seq }) => seq === rows[0]?.seq));
  expect((await lines()).length - before).toBeLessThan(12);
  await checkpoints.close();
  expect(await verifyLedger({ owner: base.owner, dataFolder })).toMatchObject({ intact: true });
});

test('closing signs what is still unsigned', async () => {
  const checkpoints = await openWith(3_600_000);
  await write(base.app, one.tenant, numbered(one.town, 3));
  checkpoints.touched();
  await checkpoints.close();
  const { tenants } = await verifyLedger({ owner: base.owner, dataFolder });
  for (const { entries, confirmed } of tenants) expect(confirmed).toBe(entries);
});

test('a chain that is shorter than what was signed is not signed again, and is told of', async () => {
  await (await openWith(1000)).close();
  const before = await lines();
  await sql`delete from ledger.entry where tenant = ${one.tenant} and seq > 2`.execute(base.owner);
  await sql`update ledger.head h set seq = e.seq, hash = e.hash from ledger.entry e
    where e.tenant = h.tenant and e.seq = 2 and h.tenant = ${one.tenant}`.execute(base.owner);
  await (await openWith(1000)).close();
  expect(await lines()).toEqual(before);
  expect(told.join()).toMatch(/may have been tampered with.*ends at 2/);
});

test('the private key is for its owner only, and the public one is kept beside it', async () => {
  await (await openWith(1000)).close();
  const mode = async (name: string) => (await stat(join(dataFolder, 'ledger', name))).mode & 0o777;
  expect(await mode('key.pem')).toBe(0o600);
  expect((await stat(join(dataFolder, 'ledger'))).mode & 0o777).toBe(0o700);
  expect(await readFile(join(dataFolder, 'ledger', 'key.pub.pem'), 'utf8')).toContain('PUBLIC KEY');
  expect((await lines())[0]).not.toHaveProperty('privateKey');
});

test('where the database is away, the checkpoint is written once it is back', async () => {
  const checkpoints = await openWith(20);
  await write(base.app, one.tenant, numbered(one.town, 1));
  await sql`alter function ledger.heads() rename to heads_away`.execute(base.owner);
  checkpoints.touched();
  await until(async () => told.length > 0);
  expect(told[0]).toContain('could not be written, trying again');
  await sql`alter function ledger.heads_away() rename to heads`.execute(base.owner);
  await checkpoints.close();
  const { tenants } = await verifyLedger({ owner: base.owner, dataFolder });
  for (const { entries, confirmed } of tenants) expect(confirmed).toBe(entries);
});
