import { randomUUID } from 'node:crypto';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { Purpose } from '@liangbuwu/office/people/catalogue.ts';
import * as people from '@liangbuwu/office/people/contract.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { putFact, putPerson, readPeople } from './testing/people.ts';
import { openDrought } from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

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
const read = (by: Call, purpose: Purpose, asked: Partial<people.Asked>) =>
  readPeople(by, purpose, { response, ...asked });
const rows = async <T>(text: string) =>
  (await sql.raw<T>(text).execute(server.database.owner)).rows;

// No region has this code: the number is nobody's.
const document = { kind: 'resident-id', number: '999999198803050023' } as const;

describe('recording', () => {
  test('a correction is a new fact that stands in the place of the other, which stays', async () => {
    const person = await putPerson(cadre, lives());
    const of = { response, person };
    const put = (value: number, more: { corrects?: string; purposes?: Purpose[] } = {}) =>
      putFact(cadre, of, { fact: 'temperature', value, purposes: ['gate', 'home'], ...more });
    const first = await put(39.9);
    const second = await put(36.9, { corrects: first, purposes: ['home'] });
    const values = async (purpose: 'gate' | 'home') =>
      (await read(town, purpose, { persons: [person], facts: ['temperature'] }))[0]?.facts.map(
        ({ value }) => value,
      );
    expect(await values('home')).toEqual([36.9]);
    expect(await values('gate')).toEqual([]);
    await expect(put(36.8, { corrects: first })).rejects.toMatchObject(
      refused('not-its-correction'),
    );
    await expect(
      putFact(cadre, of, {
        fact: 'health-code',
        value: 'green',
        purposes: ['gate'],
        corrects: second,
      }),
    ).rejects.toMatchObject(refused('not-its-correction'));
    expect(await rows(`select number from people.fact where person = '${person}'`)).toHaveLength(2);
  });

  test('how long what is sealed is tells nothing of what it says', async () => {
    const lengths = (table: string) =>
      rows(`select distinct length(sealed) from people.${table} where response = '${response}'`);
    for (const name of ['张某', '买买提·某某某某某某某某某']) {
      const phone = name === '张某' ? null : '13800000003';
      const person = await putPerson(cadre, { ...lives(), name, phone });
      for (const value of ['red', 'yellow', 'green'] as const)
        await putFact(
          cadre,
          { response, person },
          { fact: 'health-code', value, purposes: ['gate'] },
        );
    }
    expect(await lengths('fact')).toHaveLength(1);
    expect(await lengths('person')).toHaveLength(1);
  });

  test('sent twice it counts once; with other content under the same id it is refused', async () => {
    const person = await putPerson(cadre, lives());
    const of = { response, person, fact: randomUUID() };
    const put = (value: number) =>
      putFact(cadre, of, { fact: 'temperature', value, purposes: ['gate'] });
    await put(36.5);
    await put(36.5);
    await expect(put(36.6)).rejects.toMatchObject(refused('changed-meanwhile'));
    // Nobody else is told whether a value was guessed.
    for (const value of [36.5, 36.6])
      await expect(
        putFact(town, of, { fact: 'temperature', value, purposes: ['gate'] }),
      ).rejects.toMatchObject(refused('changed-meanwhile'));
    await putPerson(cadre, lives(), person);
    const written = await rows<{ action: string }>(
      `select action from ledger.entry where subject = 'person:${person}'`,
    );
    expect(written).toHaveLength(2);
  });

  test('what is still to come, an area outside, a document that is there already: refused', async () => {
    const person = await putPerson(cadre, { ...lives(), document });
    const ahead = '2022-11-10T06:00:01+08:00';
    await expect(
      cadre(people.putFact, {
        params: { person, fact: randomUUID() },
        body: {
          response,
          fact: 'temperature',
          value: 36,
          from: ahead,
          how: 'device',
          purposes: ['gate'],
        },
      }),
    ).rejects.toMatchObject(refused('fact-ahead'));
    const other = await server.as('village-cadre', 'otherVillage');
    await expect(putPerson(other, lives())).rejects.toMatchObject(refused('not-found'));
    const there = { response, area: server.areas.otherVillage, document };
    await expect(putPerson(other, there)).rejects.toMatchObject(refused('person-twice'));
    const narrow = await openDrought(county, [server.areas.otherTown]);
    await expect(putPerson(cadre, { ...lives(), response: narrow })).rejects.toMatchObject(
      refused('person-outside-the-response'),
    );
    for (const born of [undefined, '1988-04']) {
      const given = { ...lives(), born, document: born ? document : null };
      await expect(putPerson(cadre, given, person)).rejects.toMatchObject(
        refused('birth-month-needed'),
      );
    }
  });

  test('who moves takes along what is known, and is gone where they were', async () => {
    const person = await putPerson(cadre, lives());
    await putFact(
      cadre,
      { response, person },
      { fact: 'temperature', value: 36, purposes: ['home'] },
    );
    await putPerson(county, { response, area: server.areas.otherVillage }, person);
    const there = await server.as('village-cadre', 'otherVillage');
    const [moved] = await read(there, 'home', { persons: [person], facts: ['temperature'] });
    expect(moved?.facts).toHaveLength(1);
    await expect(read(cadre, 'home', { persons: [person] })).rejects.toMatchObject({ status: 404 });
  });

  test('a bad request is answered without what was in it', async () => {
    const cookie = (await server.as('village-cadre', 'village')).cookie;
    const secret = '凤凰某';
    const send = async (payload: object | string) => {
      const answer = await server.app.inject({
        method: 'PUT',
        url: `/api/people/persons/${randomUUID()}`,
        headers: { cookie, 'content-type': 'application/json' },
        payload,
      });
      expect(answer.statusCode).toBe(400);
      return answer.body;
    };
    const bodies = [
      {
        ...lives(),
        name: secret,
        phone: secret,
        born: secret,
        document: { kind: secret, number: 1 },
      },
      {
        ...lives(),
        name: 7,
        document: { kind: 'resident-id', number: `${secret}9999991988030500` },
      },
      `{"name": "${secret}", phone}`,
      `{"name": "${secret}`,
      `${secret}`,
    ];
    for (const body of bodies) expect(await send(body)).not.toContain(secret);
    expect(server.logged.join('\n')).not.toContain(secret);
  });
});

describe('a pupil under 14', () => {
  const consent = {
    fact: 'guardian-consent',
    value: { guardian: '司马某', relation: 'mother', by: 'paper' },
    purposes: ['school', 'contact'],
  } as const;
  const school = (person: string) =>
    read(county, 'school', { persons: [person], facts: ['temperature', 'guardian-consent'] });
  const temperature = (person: string) =>
    putFact(
      cadre,
      { response, person },
      { fact: 'temperature', value: 36.4, purposes: ['school'] },
    );

  test("needs a guardian's consent on record before anything else", async () => {
    const person = await putPerson(cadre, { ...lives(), name: '李某某', born: '2010-09' });
    await expect(temperature(person)).rejects.toMatchObject({
      status: 409,
      body: {
        code: 'guardian-consent-needed',
        remedy: { 'zh-CN': expect.stringContaining('监护人') },
      },
    });
    expect(await school(person)).toMatchObject([
      { name: '李*', phone: null, withheld: 'consent-needed', facts: [] },
    ]);
    await putFact(cadre, { response, person }, { ...consent, purposes: [...consent.purposes] });
    await temperature(person);
    expect(await school(person)).toMatchObject([
      {
        name: '李某某',
        withheld: null,
        facts: [{ value: 36.4 }, { value: { guardian: '司马某', relation: 'mother' } }],
      },
    ]);
  });

  test('after a guardian withdrew it nothing more is told or recorded, and all can be removed', async () => {
    const person = await putPerson(cadre, { ...lives(), born: '2010-09', phone: '13800000002' });
    const of = { response, person };
    await putFact(cadre, of, { ...consent, purposes: [...consent.purposes] });
    await temperature(person);
    await putFact(cadre, of, {
      fact: 'consent-withdrawn',
      value: { guardian: '司马某', by: 'telephone' },
      purposes: ['school'],
    });
    expect(await school(person)).toMatchObject([
      { name: '张*', withheld: 'consent-withdrawn', facts: [] },
    ]);
    expect(await read(cadre, 'contact', { persons: [person] })).toMatchObject([
      { name: '张*', phone: null },
    ]);
    await expect(temperature(person)).rejects.toMatchObject(refused('guardian-consent-withdrawn'));
    await cadre(people.removePerson, { params: { person }, query: { response } });
    for (const table of ['person where id', 'fact where person'])
      expect(await rows(`select from people.${table} = '${person}'`)).toEqual([]);
  });

  test('is asked no consent once the month is over in which they turned 14', async () => {
    await temperature(await putPerson(cadre, { ...lives(), born: '2008-10' }));
    const person = await putPerson(cadre, { ...lives(), born: '2008-11' });
    await expect(temperature(person)).rejects.toMatchObject(refused('guardian-consent-needed'));
  });
});
