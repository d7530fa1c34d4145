import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@liangbuwu/office/clock/clock.ts';
import { connectAsApp } from '@liangbuwu/office/database/app-role.ts';
import { backup } from '@liangbuwu/office/database/cluster/backup.ts';
import { type Cluster, startCluster } from '@liangbuwu/office/database/cluster/cluster.ts';
import { restore } from '@liangbuwu/office/database/cluster/restore.ts';
import { type Database, openDatabase } from '@liangbuwu/office/database/connection.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { Refusal } from '@liangbuwu/office/http/refusal.ts';
import { createKeys, type ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { checkpointsMissing } from '@liangbuwu/office/ledger/faults.ts';
import { verifyLedger } from '@liangbuwu/office/ledger/verify.ts';
import * as people from '@liangbuwu/office/people/contract.ts';
import { openContact, putContact } from '@liangbuwu/office/register/households/people.contract.ts';
import { putPlace } from '@liangbuwu/office/register/places/contract.ts';
import * as bring from '@liangbuwu/office/register/residents/bring.contract.ts';
import * as lasting from '@liangbuwu/office/register/residents/contract.ts';
import * as residents from '@liangbuwu/office/register/residents/people.contract.ts';
import { closeByTwo, recordsOf } from '@liangbuwu/office/responses/testing/close-response.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from './build-app.ts';
import { disguises } from './testing/disguises.ts';
import { putFact, putPerson } from './testing/people.ts';
import { openDrought } from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

const log = () => undefined;
let scratch: string;
let cluster: Cluster;
let server: TestServer;
let county: Call & { cookie: string };
let response: string;
let person: string;
let household: string;
const resident = randomUUID();
const refused: string[] = [];
const copy = () => join(scratch, 'backup');

// Nobody's: no region has this code, and no mobile network these figures.
const who = { name: '司徒钰莹', phone: '10907330017', number: '999999198803050023' };
const child = { name: '令狐沐阳', guardian: '慕容秋白' };
// Kept beyond the response, and brought into it.
const lives = { name: '欧阳澍霖', phone: '10907330099', later: '10907330088' };
const said = { place: '凤凰岭隔离点', card: '浏阳北站东广场' };
const personal = [
  who.name,
  who.phone,
  who.number,
  child.name,
  child.guardian,
  ...Object.values(lives),
  ...Object.values(said),
];

const readAt = async (app: TestServer['app']) => {
  const answer = await app.inject({
    method: 'POST',
    url: people.readFor('gate').path,
    headers: { cookie: county.cookie },
    payload: { response, persons: [person], facts: ['test-result', 'came-from'] },
  });
  return { status: answer.statusCode, body: answer.json() };
};

/** Somebody of the lasting register, brought into the response, where the telephone is put right, and taken back. */
async function keepLasting(cadre: Call): Promise<string> {
  const [place, row, id] = [randomUUID(), randomUUID(), randomUUID()];
  const { village: area } = server.areas;
  await cadre(putPlace, {
    params: { place },
    body: {
      area,
      name: '一组',
      kind: 'point',
      lon: 113.1,
      lat: 27.7,
      provenance: 'schematic',
      roadClass: 'village',
    },
  });
  await cadre(lasting.lastingHouseholds.put, {
    params: { row },
    body: { area, place, label: '一组7号', people: 2 },
  });
  const { later: phone, ...first } = lives;
  await cadre(residents.putResident, {
    params: { resident },
    body: { household: row, ...first, relation: 'head' },
  });
  await cadre(residents.findResidents, { body: { phone: lives.phone } });
  await cadre(bring.bringHouseholds, { body: { response, households: [{ lasting: row, id }] } });
  await cadre(putContact, { params: { household: id }, body: { name: lives.name, phone } });
  await cadre(bring.settleCorrection, {
    params: { household: id },
    body: { take: true, fields: ['contact'] },
  });
  return id;
}
const opensLasting = (cadre: Call) =>
  cadre(residents.openResident, { params: { resident }, body: { why: 'reach' } });

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'liangbuwu-leaks-'));
  await chmod(scratch, 0o711);
  const folder = join(scratch, 'data');
  cluster = await startCluster({ folder, durable: false, log });
  server = await testServer({ cluster: { url: cluster.url, folder } });
  county = await server.as('county-officer', 'county');
  const cadre = await server.as('village-cadre', 'village');
  response = await openDrought(county, [server.areas.county]);
  const lies = { response, area: server.areas.village };
  household = await keepLasting(cadre);
  const document = { kind: 'resident-id', number: who.number } as const;
  person = await putPerson(cadre, { ...lies, name: who.name, phone: who.phone, document });
  const of = { response, person };
  await putFact(cadre, of, { fact: 'test-result', value: 'positive', purposes: ['gate'] });
  const from = { place: said.place, left: null };
  await putFact(cadre, of, { fact: 'came-from', value: from, purposes: ['gate', 'school'] });
  const card = { places: [said.card], marked: true };
  await putFact(cadre, of, { fact: 'travel-card', value: card, purposes: ['gate'] });
  const pupil = await putPerson(cadre, { ...lies, name: child.name, born: '2013-07' });
  const consent = { guardian: child.guardian, relation: 'grandparent', by: 'paper' } as const;
  const given = { response, person: pupil };
  await putFact(cadre, given, { fact: 'guardian-consent', value: consent, purposes: ['school'] });
  await putFact(cadre, given, {
    fact: 'vaccination',
    value: { doses: 3, last: null },
    purposes: ['school'],
  });
  // Whatever is done with it, refused or not, leaves no trace of it either.
  const facts = ['test-result' as const];
  await county(people.readFor('gate'), { body: { response, document, facts } });
  await county(people.readFor('gate'), { body: { response, phone: who.phone, facts } });
  await county(people.readFor('school'), { body: { response, persons: [pupil], facts } });
  const refusals = [
    () => putPerson(cadre, { ...lies, name: who.name, phone: who.phone, document }),
    () => putFact(cadre, of, { fact: 'came-from', value: from, purposes: ['home'] }),
    () =>
      cadre(people.putFact, { params: { person, fact: randomUUID() }, body: { ...who } as never }),
  ];
  for (const run of refusals)
    refused.push(await run().then(String, (error: Refusal) => error.body.code));
  await backup({ url: cluster.url, dataFolder: folder, target: copy(), made: new Date(0) });
});
afterAll(async () => {
  await server?.close();
  await cluster?.stop();
  await rm(scratch, { recursive: true, force: true });
});

describe('a database that has leaked', () => {
  test('shows no value, name, telephone or document in any row of any table', async () => {
    const { owner } = server.database;
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`.execute(owner);
    const dump: string[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`
        select t::text as row from ${sql.raw(name)} t`.execute(owner);
      dump.push(...rows.map(({ row }) => `${name} ${row}`));
    }
    const { rows: asked } = await sql<{ query: string }>`
      select query from pg_stat_activity`.execute(owner);
    dump.push(...asked.map(({ query }) => query), ...server.logged);
    const text = dump.join('\n');
    expect(refused).toEqual(['person-twice', 'purpose-not-allowed', 'malformed']);
    expect(text).toContain('试验县');
    expect(dump.filter((row) => row.startsWith('people.fact ')).length).toBe(5);
    for (const one of personal)
      for (const [how, bytes] of disguises(one)) {
        expect(text.includes(bytes.toString('utf8')), `${one} ${how}`).toBe(false);
        // Bytes are shown as hex.
        expect(text.includes(bytes.toString('hex')), `${one} ${how}, as bytes`).toBe(false);
      }
    // Not where they are part of an id or a time.
    for (const value of ['positive', 'grandparent', 'doses', '1988-03', '2013-07', '0017', '0023'])
      expect(
        new RegExp(`.{0,80}(?<![\\w.-])${value}(?![\\w-]).{0,40}`).exec(text)?.[0],
      ).toBeUndefined();
  });

  test('shows none in its files, its log of changes and what lies beside it, keys left out', async () => {
    const files = await readdir(copy(), { recursive: true, withFileTypes: true });
    const paths = files.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    expect(paths.some((path) => path.includes('pg_wal'))).toBe(true);
    expect(paths.filter((path) => path.endsWith('.key'))).toEqual([]);
    const wanted = personal.flatMap((one) =>
      [...disguises(one)].map(([how, bytes]) => ({ what: `${one} ${how}`, bytes })),
    );
    const found = new Set<string>();
    let plain = 0;
    for (const path of paths) {
      if ((await stat(path)).size === 0) continue;
      const content = await readFile(path);
      if (content.includes('试验县')) plain++;
      for (const { what, bytes } of wanted) if (content.includes(bytes)) found.add(what);
    }
    expect(plain).toBeGreaterThan(0);
    expect([...found]).toEqual([]);
  });
});

test.each(['某某', 'abc'])('what %s looks like is found wherever it stands', (text) => {
  for (const around of ['', 'x', 'xy']) {
    const coded = Buffer.from(`${around}${text}${around}z`).toString('base64');
    expect([...disguises(text).values()].some((bytes) => coded.includes(bytes.toString()))).toBe(
      true,
    );
  }
});

describe('closing', () => {
  /** How many of the people and facts in a database open with these keys. */
  async function opened(db: Database, keys: ResponseKeys): Promise<[open: number, all: number]> {
    const { rows } = await sql<{ tenant: string; record: string; sealed: Buffer }>`
      select tenant, 'person:' || id as record, sealed from people.person union all
      select tenant, 'person:' || person || '/fact:' || id || '/' || fact || '/' ||
        array_to_string(purposes, '+'), sealed from people.fact`.execute(db);
    const opens = rows.filter(({ tenant, record, sealed }) => {
      try {
        return keys.open({ tenant, response, record }, sealed);
      } catch {
        return false;
      }
    });
    return [opens.length, rows.length];
  }

  test('before it an authorised reader sees a test result', async () => {
    const { body } = await readAt(server.app);
    expect(body.persons[0].facts.map(({ value }: { value: unknown }) => value)).toEqual([
      { place: said.place, left: null },
      'positive',
    ]);
    expect(await opened(server.database.owner, server.keys)).toEqual([7, 7]);
  });

  test('after it nobody does, nor from a backup beside the keys that are left', async () => {
    const proposer = await server.as('administrator', 'county');
    const closed = await closeByTwo({ proposer, second: county }, response);
    // Seven of people, the household that was brought, its change.
    expect(recordsOf(closed)).toBe(9);
    expect(await readAt(server.app)).toMatchObject({
      status: 409,
      body: { code: 'response-closed' },
    });
    expect(await opened(server.database.owner, server.keys)).toEqual([0, 0]);
    const cadre = await server.as('village-cadre', 'village');
    expect(await opensLasting(cadre)).toMatchObject({ name: lives.name, phone: lives.later });
    const contact = { params: { household }, body: { why: 'deliver' as const } };
    await expect(cadre(openContact, contact)).rejects.toMatchObject({
      body: { code: 'not-found' },
    });

    const again = join(scratch, 'restored');
    await cp(`${copy()}.keys`, join(scratch, 'copied'), { recursive: true });
    await rm(`${copy()}.keys`, { recursive: true });
    await restore({ from: copy(), dataFolder: again, log });
    await cp(join(server.folder, 'keys'), join(again, 'keys'), { recursive: true });
    const restored = await startCluster({ folder: again, durable: false, log });
    const there = (url: string) => {
      const moved = new URL(url);
      moved.port = String(restored.port);
      return moved.href;
    };
    // The owner's password is the folder's, and a restored folder has one of its own.
    const owner = openDatabase(at(restored.url, server.database.ownerUrl), { connections: 1 });
    const app = await connectAsApp(there(server.database.appUrl));
    try {
      const keys = createKeys(again, systemClock);
      expect(await opened(owner, keys)).toEqual([0, 7]);
      // What was destroyed is the key and nothing else: with a copy of it, kept against the rule, all would open.
      expect(await opened(owner, createKeys(join(scratch, 'copied'), systemClock))).toEqual([7, 7]);
      const old = await buildApp({
        db: app,
        clock: systemClock,
        queue: server.queue,
        keys,
        closing: {
          hours: 24,
          finish: () => Promise.reject(new Error('nothing is closed here')),
          findPublicKey: () => undefined,
        },
        demo: true,
        database: 'embedded',
        version: '0.0.0-test',
        trustProxy: [],
        loopbackOnly: false,
        log,
        onLedger: log,
      });
      expect(await readAt(old)).toMatchObject({ status: 410, body: { code: 'key-destroyed' } });
      await old.close();
    } finally {
      await app.destroy();
      await owner.destroy();
      await restored.stop();
    }
  });

  test('leaves the ledger whole, with who read whom, and totals', async () => {
    const { rows } = await sql<{ action: string; count: number }>`
      select action, count(*)::int as count from ledger.entry
      where response = ${response} and action like 'people.%' group by action order by action`.execute(
      server.database.owner,
    );
    expect(rows).toEqual([
      { action: 'people.fact-recorded', count: 5 },
      { action: 'people.read', count: 4 },
      { action: 'people.registered', count: 2 },
    ]);
    const { tenants } = await verifyLedger({
      owner: server.database.owner,
      dataFolder: server.folder,
    });
    // Nobody signs checkpoints in this test; any other fault would have been named first.
    expect(tenants).toMatchObject([{ fault: checkpointsMissing }]);
    const { totals } = await county(people.listTotals, { query: { response } });
    expect(totals.map(({ fact, persons }) => [fact, persons])).toEqual([
      ['came-from', null],
      ['guardian-consent', null],
      ['test-result', null],
      ['travel-card', null],
      ['vaccination', null],
    ]);
  });
});

function at(url: string, database: string): string {
  const moved = new URL(url);
  moved.pathname = new URL(database).pathname;
  return moved.href;
}
