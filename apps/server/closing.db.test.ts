import { randomUUID } from 'node:crypto';
import { recordProof } from '@liangbuwu/office/commitments/contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { households } from '@liangbuwu/office/register/households/contract.ts';
import { putContact } from '@liangbuwu/office/register/households/people.contract.ts';
import { putPlace } from '@liangbuwu/office/register/places/contract.ts';
import {
  closeResponse,
  proposeClosing,
} from '@liangbuwu/office/responses/closing/closing.contract.ts';
import {
  advanceClock,
  listResponses,
  openResponse,
  putFacts,
} from '@liangbuwu/office/responses/contract.ts';
import { closeByTwo, recordsOf } from '@liangbuwu/office/responses/testing/close-response.ts';
import * as water from '@liangbuwu/water/contract.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personalData } from './build-app.ts';
import { finishClosings } from './finish-closings.ts';
import {
  day,
  openDrought,
  putSmallDay,
  putTestFloors,
  responseName,
} from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let town: Call;
beforeAll(async () => {
  server = await testServer();
  county = await server.as('county-officer', 'county');
  town = await server.as('town-officer', 'town');
});
afterAll(() => server.close());

const refused = (code: string) => ({ body: { code } });
const find = async (by: Call, response: string) =>
  (await by(listResponses)).responses.find(({ id }) => id === response);
const entriesOf = async (response: string, action: string) =>
  (await county(listEntries, { query: { response, action } })).entries;

/** What the planner keeps of values. */
const samples = async () => {
  const { rows } = await sql<{ values: string }>`
    select coalesce(most_common_vals::text, '') || coalesce(histogram_bounds::text, '') as values
    from pg_stats where schemaname not in ('pg_catalog', 'information_schema')`.execute(
    server.database.owner,
  );
  return rows.map(({ values }) => values).join('\n');
};
/** A table's own file with those of its indexes, as texts. */
const filesOf = async (table: string) => {
  const { owner } = server.database;
  await sql`checkpoint`.execute(owner);
  const { rows } = await sql<{ content: Buffer }>`
    select pg_read_binary_file(pg_relation_filepath(c.oid), 0, 100000000, true) as content from pg_class c
    where c.oid = ${table}::regclass
      or c.oid in (select indexrelid from pg_index where indrelid = ${table}::regclass)`.execute(
    owner,
  );
  return rows.map(({ content }) => content.toString('utf8')).join('\n');
};

const body = (areas: string[]) => ({
  kind: 'flood' as const,
  name: { 'zh-CN': '防汛', en: 'Flood' },
  starts: '2022-06-01T00:00:00+08:00',
  areas,
});

describe('closing', () => {
  let response: string;
  let household: string;
  let desk: Awaited<ReturnType<typeof putSmallDay>>;
  let sealed: Buffer;
  const name = () => ({ tenant: server.tenant, response, record: `household:${household}` });
  // House numbers, why it was taken off, and how that would be spelt.
  const unheard = /凤凰|八百八十八|九百九十九|fenghuang|(?<![a-z])died(?![a-z])/;
  const placed = async () => {
    const place = randomUUID();
    await town(putPlace, {
      params: { place },
      body: {
        area: server.areas.village,
        name: '户',
        kind: 'household',
        lon: 113,
        lat: 27.5,
        provenance: 'schematic',
        roadClass: 'village',
      },
    });
    return place;
  };
  const householdBody = (place: string) => ({
    response,
    area: server.areas.village,
    place,
    label: '凤凰八百八十八号',
    people: 3,
    aloneElderly: false,
    cannotCome: true,
  });

  beforeAll(async () => {
    response = await openDrought(county, [server.areas.county]);
    await putTestFloors(county);
    desk = await putSmallDay(town, { response, ...server.areas });
    household = randomUUID();
    const place = await placed();
    await town(households.put, { params: { row: household }, body: householdBody(place) });
    const keeper = await server.as('village-cadre', 'village');
    await keeper(putContact, {
      params: { household },
      body: { name: '王某', phone: '138 0000 0000' },
    });
    await town(households.put, {
      params: { row: household },
      body: { ...householdBody(place), label: '凤凰九百九十九号', people: 97 },
    });
    const { row } = await town(households.get, { params: { row: household } });
    const body = { version: row.version, why: 'died' };
    await town(households.remove, { params: { row: household }, body });
    await town(households.undo, { params: { row: household }, body: { number: 3 } });
    const { rows } = await sql<{ sealed: Buffer }>`
      select sealed from register.household where id = ${household}`.execute(server.database.owner);
    sealed = rows[0]?.sealed as Buffer;
  });

  test('destroys rows and key, and says so in the ledger with figures only', async () => {
    // So that samples of it stand in the planner's statistics, as they do sooner or later.
    await sql`analyze register.household, tables.change`.execute(server.database.owner);
    expect(await samples()).toMatch(unheard);
    expect(await filesOf('register.household')).toMatch(/凤凰/);
    const proposer = await server.as('administrator', 'county');
    const closed = await closeByTwo({ proposer, second: county }, response);
    const { ended } = closed;
    // The household, and the four changes of its history.
    expect(recordsOf(closed)).toBe(5);
    expect(closed.destroyed).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'households', records: 1 }),
        expect.objectContaining({ kind: 'changes', records: 4 }),
        expect.objectContaining({ kind: 'requests', records: 0 }),
      ]),
    );
    expect(await find(county, response)).toMatchObject({ ended });
    const { rows } = await sql`select from register.household where response = ${response}`.execute(
      server.database.owner,
    );
    expect(rows).toEqual([]);
    expect(() => server.keys.open(name(), sealed)).toThrow(/key-destroyed/);
    const [entry] = await entriesOf(response, 'responses.closed');
    expect(entry).toMatchObject({
      at: ended,
      detail: { destroyed: { households: 1, changes: 4 } },
    });
  });

  test('leaves nothing of what a household was called, in no table, no ledger and no log', async () => {
    const tables = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`.execute(server.database.owner);
    let looked = 0;
    for (const { name: table } of tables.rows) {
      const { rows } = await sql<{ row: string }>`
        select t::text as row from ${sql.raw(table)} t`.execute(server.database.owner);
      looked += rows.length;
      for (const { row } of rows) expect(row, table).not.toMatch(unheard);
    }
    expect(looked).toBeGreaterThan(50);
    const { rows: entries } = await sql<{ body: string }>`
      select body from ledger.entry where subject = ${`household:${household}`} order by seq`.execute(
      server.database.owner,
    );
    expect(entries.map(({ body: text }) => JSON.parse(text).detail?.fields)).toEqual(
      expect.arrayContaining([{ label: true, people: true }, {}]),
    );
    expect(server.logged.join('\n')).not.toMatch(unheard);
  });

  test('nor in the files of the tables and in what the planner has sampled of them', async () => {
    expect(await samples()).not.toMatch(unheard);
    for (const table of personalData.flatMap(({ tables }) => tables))
      expect(await filesOf(table), table).not.toMatch(unheard);
  });

  test('after it nothing can be planned or entered', async () => {
    const closed = { status: 409, body: { code: 'response-closed' } };
    const { of, source, tanker } = desk;
    const place = await placed();
    const deeds: Record<string, () => Promise<unknown>> = {
      close: () =>
        county(closeResponse, {
          params: { response, closing: randomUUID() },
          body: { confirm: responseName },
        }),
      propose: () =>
        county(proposeClosing, {
          params: { response, closing: randomUUID() },
          body: { reason: 'emergency-over', effective: '2022-11-20T00:00:00+08:00' },
        }),
      open: () => county(openResponse, { params: { response }, body: body([server.areas.county]) }),
      clock: () =>
        county(advanceClock, { params: { response }, body: { to: '2022-11-20T00:00:00+08:00' } }),
      facts: () => county(putFacts, { params: { response }, body: { facts: [] } }),
      plan: () =>
        town(water.makePlan, { params: { plan: randomUUID() }, body: { ...of, seconds: 1 } }),
      desk: () =>
        town(water.putDesk, {
          params: { area: of.area },
          body: { response, from: 0, to: 86400, rest: null },
        }),
      source: () =>
        town(water.setSourceState, {
          params: { source: source.well },
          body: { response, state: 'closed', reason: 'x' },
        }),
      tanker: () =>
        town(water.setTankerState, {
          params: { tanker: tanker.one },
          body: { response, state: 'out', reason: 'x' },
        }),
      household: () =>
        town(households.put, { params: { row: randomUUID() }, body: householdBody(place) }),
    };
    for (const [deed, run] of Object.entries(deeds))
      await expect(run(), deed).rejects.toMatchObject(closed);
  });

  test('a proof of what a closed response promised is refused', async () => {
    const promise = randomUUID();
    const need = randomUUID();
    const { owner } = server.database;
    await sql`insert into commitments.need (tenant, id, response, area, desk, subject, day, unit, quantity, state)
      values (${server.tenant}, ${need}, ${response}, ${server.areas.village}, 'water', 'point:x', ${day}, 'litre', 10, 'promised')`.execute(
      owner,
    );
    await sql`insert into commitments.promise (tenant, id, need, response, area, desk, day, giver, giver_name, quantity, due_from, due_to, state)
      values (${server.tenant}, ${promise}, ${need}, ${response}, ${server.areas.village}, 'water', ${day}, 'tanker:x', 'x', 10,
        '2022-11-09T23:00:00Z', '2022-11-09T23:10:00Z', 'made')`.execute(owner);
    await expect(
      town(recordProof, {
        params: { promise, proof: randomUUID() },
        body: { side: 'giver', quantity: 10, at: '2022-11-09T20:00:00Z' },
      }),
    ).rejects.toMatchObject(refused('response-closed'));
  });
});

test('a key that a crash left behind is destroyed at the next start, and no other', async () => {
  const [ended, open] = [
    await openDrought(county, [server.areas.county]),
    await openDrought(county, [server.areas.county]),
  ];
  const nameIn = (response: string) => ({ tenant: server.tenant, response, record: 'household:x' });
  const finish = () =>
    finishClosings({ ...server.finishing, db: server.database.owner, personalData });
  const sealed = (response: string) => server.keys.seal(nameIn(response), { name: '王某' });
  const [one, other] = [sealed(ended), sealed(open)];
  // What is left when the process ends between the commit and the destruction of the key.
  await sql`update responses.response set ended = now() where id = ${ended}`.execute(
    server.database.owner,
  );
  expect(server.keys.open(nameIn(ended), one)).toEqual({ name: '王某' });
  await finish();
  expect(() => server.keys.open(nameIn(ended), one)).toThrow(/key-destroyed/);
  expect(server.keys.open(nameIn(open), other)).toEqual({ name: '王某' });
  await finish();
});
