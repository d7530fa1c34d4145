import { randomUUID } from 'node:crypto';
import { systemClock } from '@liangbuwu/office/clock/clock.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { createTenant, putDemoAccounts, syncRoles } from '@liangbuwu/office/identity/install.ts';
import type { Purpose } from '@liangbuwu/office/people/catalogue.ts';
import * as people from '@liangbuwu/office/people/contract.ts';
import { mostAtOnce, mostInAnHour } from '@liangbuwu/office/people/rules.ts';
import { closeResponse } from '@liangbuwu/office/responses/contract.ts';
import { defaultRoles, officePermissions } from '@liangbuwu/office/roles.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { putFact, putPerson, readPeople } from './testing/people.ts';
import { openDrought, responseName } from './testing/small-water-day.ts';
import { type TestServer, testServer, visitor } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let town: Call;
let cadre: Call;
let response: string;
beforeAll(async () => {
  server = await testServer();
  county = await server.as('county-officer', 'county');
  town = await server.as('town-officer', 'town');
  cadre = await server.as('village-cadre', 'village');
});
beforeEach(async () => {
  response = await openDrought(county, [server.areas.county]);
});
afterAll(() => server.close());

const refused = (code: string) => ({ body: { code } });
const lives = () => ({ response, area: server.areas.village });
const read = (by: Call, purpose: Purpose, asked: Partial<people.Asked>, of = response) =>
  readPeople(by, purpose, { response: of, ...asked });
const rows = async <T>(text: string) =>
  (await sql.raw<T>(text).execute(server.database.owner)).rows;

// No region has this code: the number is nobody's.
const document = { kind: 'resident-id', number: '999999198803050023' } as const;

describe('reading', () => {
  let person: string;
  beforeEach(async () => {
    person = await putPerson(cadre, {
      ...lives(),
      name: '欧阳某某',
      document,
      phone: '+86 138 0000 0000',
    });
    const of = { response, person };
    await putFact(cadre, of, { fact: 'test-result', value: 'positive', purposes: ['gate'] });
    await putFact(cadre, of, { fact: 'temperature', value: 38.7, purposes: ['gate', 'home'] });
  });
  const facts = ['test-result', 'temperature'] as const;

  test('whoever holds the purpose sees the test result, and of who it is what the purpose needs', async () => {
    const [at, ...others] = await read(town, 'gate', { persons: [person], facts: [...facts] });
    expect(others).toEqual([]);
    expect(at).toMatchObject({
      id: person,
      name: '欧*',
      documentEnd: '0023',
      phone: null,
      withheld: null,
      facts: [
        { fact: 'temperature', value: 38.7, how: 'on-behalf' },
        { fact: 'test-result', value: 'positive', from: '2022-11-10T05:30:00+08:00' },
      ],
    });
  });

  test('a fact is read for its own purposes only', async () => {
    const [home] = await read(cadre, 'home', { persons: [person], facts: [...facts] });
    expect(home).toMatchObject({ name: '欧阳某某', phone: '13800000000' });
    expect(home?.facts.map(({ fact }) => fact)).toEqual(['temperature']);
    const [who] = await read(town, 'gate', { persons: [person] });
    expect(who?.facts).toEqual([]);
  });

  test('what a purpose may never read is refused, with what it may', async () => {
    await expect(
      read(town, 'gate', { persons: [person], facts: ['vaccination'] }),
    ).rejects.toMatchObject({
      status: 403,
      body: { code: 'fact-not-for-purpose', remedy: { 'zh-CN': expect.stringContaining('体温') } },
    });
    await expect(
      putFact(
        cadre,
        { response, person },
        { fact: 'vaccination', value: { doses: 3, last: null }, purposes: ['gate'] },
      ),
    ).rejects.toMatchObject({
      status: 422,
      body: { code: 'purpose-not-allowed', remedy: { 'zh-CN': expect.stringContaining('返校') } },
    });
  });

  test.each([
    ['village-cadre', 'village', 'gate'],
    ['leader', 'county', 'gate'],
    ['driver', 'town', 'gate'],
    ['volunteer', 'town', 'gate'],
    ['volunteer', 'town', 'home'],
    ['county-officer', 'county', 'home'],
  ] as const)('is refused to a %s of the %s for %s', async (role, area, purpose) => {
    const by = await server.as(role, area);
    await expect(
      read(by, purpose, { persons: [person], facts: ['temperature'] }),
    ).rejects.toMatchObject({ status: 403, body: { code: 'not-permitted' } });
    await expect(read(by, purpose, { document, facts: ['temperature'] })).rejects.toMatchObject(
      refused('not-permitted'),
    );
  });

  test('who works elsewhere in the response finds nobody, by no way', async () => {
    const other = await server.as('town-officer', 'otherTown');
    await expect(read(other, 'gate', { persons: [person] })).rejects.toMatchObject({ status: 404 });
    expect(await read(other, 'gate', { document })).toEqual([]);
    expect(await read(other, 'gate', { phone: '13800000000' })).toEqual([]);
    await expect(
      putFact(other, { response, person }, { fact: 'temperature', value: 36, purposes: ['gate'] }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(
      other(people.removePerson, { params: { person }, query: { response } }),
    ).rejects.toMatchObject({ status: 404 });
  });

  test("another county's officer finds not even the response", async () => {
    const other = await anotherCounty();
    await expect(read(other, 'gate', { persons: [person] })).rejects.toMatchObject({ status: 404 });
    await expect(read(other, 'gate', { document })).rejects.toMatchObject({ status: 404 });
  });

  test('somebody is found again by document or telephone, whole and in one response only', async () => {
    const found = async (asked: Partial<people.Asked>, of = response) =>
      (await read(town, 'gate', asked, of)).map(({ id }) => id);
    expect(await found({ document: { ...document, number: '９99999 1988 0305 0023' } })).toEqual([
      person,
    ]);
    expect(await found({ phone: '138-0000-0000' })).toEqual([person]);
    expect(await found({ phone: '13800000001' })).toEqual([]);
    expect(await found({ document: { kind: 'other', number: document.number } })).toEqual([]);
    const later = await openDrought(county, [server.areas.county]);
    expect(await found({ document }, later)).toEqual([]);
  });

  test('the ledger keeps who read whom, what for, and which kinds; not what they say', async () => {
    await read(town, 'gate', { persons: [person], facts: [...facts] });
    await read(town, 'gate', { phone: '13800000001' });
    const entries = await rows<{ action: string; actor: string; detail: object; body: string }>(
      `select action, actor, body::jsonb -> 'detail' as detail, body from ledger.entry
        where response = '${response}' and action like 'people.%' order by seq`,
    );
    expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
      ['people.registered', null],
      [
        'people.fact-recorded',
        expect.objectContaining({ fact: 'test-result', purposes: ['gate'] }),
      ],
      ['people.fact-recorded', expect.objectContaining({ fact: 'temperature' })],
      ['people.read', { purpose: 'gate', facts: ['temperature', 'test-result'] }],
      ['people.looked-for', { purpose: 'gate', by: 'phone' }],
    ]);
    expect(entries.at(3)?.body).toContain(`person:${person}`);
    const said = entries.map(({ body }) => body).join('\n') + server.logged.join('\n');
    expect(said).not.toMatch(/38\.7|positive|欧|13800000|0023"/);
  });

  test('a fact whose purposes or kind were altered in the database does not open', async () => {
    for (const altered of ["purposes = '{gate,home,school}'", "fact = 'health-code'"]) {
      await server.database.owner.transaction().execute(async (tx) => {
        await sql.raw(`update people.fact set ${altered} where person = '${person}'`).execute(tx);
      });
      await expect(
        read(town, 'gate', { persons: [person], facts: [...facts, 'health-code'] }),
      ).rejects.toMatchObject(refused('seal-broken'));
    }
  });
});

describe('many people', () => {
  test('at once are refused, and so are many within an hour', async () => {
    const other = await server.as('county-officer', 'town');
    const persons: string[] = [];
    for (let i = 0; i < mostAtOnce; i++) persons.push(await putPerson(cadre, lives()));
    await expect(
      read(other, 'gate', { persons: [...persons, randomUUID()] }),
    ).rejects.toMatchObject({ status: 422, body: { code: 'too-many-people-at-once' } });
    for (let i = 0; i < mostInAnHour / mostAtOnce; i++)
      expect(await read(other, 'gate', { persons })).toHaveLength(mostAtOnce);
    await expect(read(other, 'gate', { persons: persons.slice(0, 1) })).rejects.toMatchObject({
      status: 429,
      body: { code: 'too-many-people-in-an-hour' },
    });
    expect(await read(town, 'gate', { persons: persons.slice(0, 1) })).toHaveLength(1);
  });

  test('are not found out by registering their documents', async () => {
    const guesser = await server.as('county-officer', 'village');
    await putPerson(cadre, { ...lives(), document });
    for (let i = 0; i < mostInAnHour; i++)
      await expect(putPerson(guesser, { ...lives(), document })).rejects.toMatchObject(
        refused('person-twice'),
      );
    await expect(putPerson(guesser, { ...lives(), document })).rejects.toMatchObject(
      refused('too-many-people-in-an-hour'),
    );
  });

  test('are left as totals, those of fewer than five untold', async () => {
    const persons = await Promise.all(Array.from({ length: 5 }, () => putPerson(cadre, lives())));
    const of = (i: number) => ({ response, person: persons[i] as string });
    const warm = { fact: 'temperature', value: 36, purposes: ['home'] } as const;
    for (const i of [0, 1, 2, 3, 4, 4])
      await putFact(cadre, of(i), { ...warm, purposes: [...warm.purposes] });
    for (const i of [0, 1, 2, 3])
      await putFact(cadre, of(i), { fact: 'health-code', value: 'green', purposes: ['gate'] });
    const totals = async (by = county) =>
      (await by(people.listTotals, { query: { response } })).totals;
    const expected = [
      { area: server.areas.village, day: '2022-11-10', fact: 'health-code', persons: null },
      { area: server.areas.village, day: '2022-11-10', fact: 'temperature', persons: 5 },
    ];
    expect(await totals()).toEqual(expected);
    const closing = { params: { response }, body: { confirm: responseName } };
    expect((await county(closeResponse, closing)).destroyed).toEqual({ records: 15, key: true });
    expect(await totals()).toEqual(expected);
    expect(await totals(await server.as('town-officer', 'otherTown'))).toEqual([]);
  });
});

describe('partitions', () => {
  const partitions = (of = response) =>
    rows<{ name: string }>(`select relname as name from pg_class
      where relispartition and relkind = 'r' and relname like '%${of.replaceAll('-', '')}' order by 1`);

  test('are made with the first person, by two at once, and dropped when the response closes', async () => {
    expect(await partitions()).toEqual([]);
    const second = await openDrought(county, [server.areas.county]);
    await Promise.all(
      [response, response, second].map((one) => putPerson(cadre, { ...lives(), response: one })),
    );
    expect(await partitions()).toHaveLength(2);
    await county(closeResponse, { params: { response }, body: { confirm: responseName } });
    expect(await partitions()).toEqual([]);
    expect(await partitions(second)).toHaveLength(2);
    await expect(putPerson(cadre, lives())).rejects.toMatchObject(refused('response-closed'));
  });

  test('cannot be read by the application around their parent, nor facts be changed', async () => {
    const person = await putPerson(cadre, lives());
    await putFact(
      cadre,
      { response, person },
      { fact: 'temperature', value: 36, purposes: ['home'] },
    );
    const { app } = server.database;
    const names = await partitions();
    expect(names).toHaveLength(2);
    for (const { name } of names)
      await expect(sql`select from people.${sql.ref(name)}`.execute(app)).rejects.toMatchObject({
        code: '42501',
      });
    for (const deed of ['update people.fact set how = how', 'delete from people.fact'])
      await expect(sql.raw(deed).execute(app)).rejects.toMatchObject({ code: '42501' });
    for (const table of ['people.person', 'people.fact'])
      expect((await sql`select from ${sql.table(table)}`.execute(app)).rows).toEqual([]);
    const other = await openDrought(county, [server.areas.county]);
    for (const call of [`prepare('${other}')`, `destroy('${response}')`])
      await expect(sql.raw(`select people.${call}`).execute(app)).rejects.toThrow(
        /of this tenant|in scope/,
      );
  });
});

async function anotherCounty(): Promise<Call> {
  const [tenant, area, account] = [randomUUID(), randomUUID(), randomUUID()];
  const { owner } = server.database;
  await createTenant(owner, { id: tenant, name: '邻县', root: { id: area, level: 'county' } });
  await syncRoles(owner, tenant, defaultRoles([officePermissions]), systemClock);
  const login = `neighbour-${tenant.slice(0, 8)}`;
  const roles = [{ role: 'county-officer', area }];
  await putDemoAccounts(
    owner,
    tenant,
    [{ id: account, login, name: '邻县值班员', area, roles }],
    systemClock,
  );
  return visitor(server.app, account);
}
