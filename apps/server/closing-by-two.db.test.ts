import { randomUUID } from 'node:crypto';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { households } from '@liangbuwu/office/register/households/contract.ts';
import { openContact, putContact } from '@liangbuwu/office/register/households/people.contract.ts';
import { putPlace } from '@liangbuwu/office/register/places/contract.ts';
import { readCertificate } from '@liangbuwu/office/responses/closing/certificate.contract.ts';
import { certificateFaults } from '@liangbuwu/office/responses/closing/certificate.ts';
import {
  closeResponse,
  listClosings,
  objectToClosing,
  overruleObjection,
  previewClosing,
  proposeClosing,
  readClosing,
  withdrawClosing,
  withdrawObjection,
} from '@liangbuwu/office/responses/closing/closing.contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDrought, responseName } from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
/** Proposes. */
let first: Call;
/** Confirms. */
let second: Call;
let town: Call;
let otherTown: Call;
let cadre: Call;
beforeAll(async () => {
  server = await testServer();
  first = await server.as('county-officer', 'county');
  second = await server.as('administrator', 'county');
  town = await server.as('town-officer', 'town');
  otherTown = await server.as('town-officer', 'otherTown');
  cadre = await server.as('village-cadre', 'village');
});
afterAll(() => server.close());

const refused = (code: string) => ({ body: { code } });
const aDayLater = '2022-11-11T06:00:00+08:00';
const words = '凤凰组还有两户没有接上水管';

const propose = (
  response: string,
  effective = aDayLater,
  closing: string = randomUUID(),
  by = first,
) =>
  by(proposeClosing, {
    params: { response, closing },
    body: { reason: 'emergency-over', effective },
  });
const object = (response: string, closing: string, by: Call, objection: string = randomUUID()) =>
  by(objectToClosing, {
    params: { response, closing, objection },
    body: { ground: 'still-needed', words },
  }).then(() => objection);
const overrule = (response: string, objection: string, by: Call) =>
  by(overruleObjection, {
    params: { response, objection },
    body: { answer: 'dealt-with', words: '凤凰组两户已经接通' },
  });
const advance = (response: string, to = aDayLater) =>
  first(advanceClock, { params: { response }, body: { to } });
const confirm = (response: string, closing: string, by = second, name = responseName) =>
  by(closeResponse, { params: { response, closing }, body: { confirm: name } });
const stateOf = async (response: string) =>
  (await town(listClosings)).closings.find((one) => one.response === response)?.state ?? 'open';
const actionsOf = async (response: string) =>
  (await first(listEntries, { query: { response } })).entries.map(({ action }) => action).reverse();

async function putHousehold(response: string): Promise<string> {
  const [place, row] = [randomUUID(), randomUUID()];
  const area = server.areas.village;
  await town(putPlace, {
    params: { place },
    body: {
      area,
      name: '户',
      kind: 'household',
      lon: 113,
      lat: 27.5,
      provenance: 'schematic',
      roadClass: 'village',
    },
  });
  await town(households.put, {
    params: { row },
    body: {
      response,
      area,
      place,
      label: '凤凰八号',
      people: 3,
      aloneElderly: false,
      cannotCome: true,
    },
  });
  await cadre(putContact, {
    params: { household: row },
    body: { name: '王某', phone: '138 0000 0000' },
  });
  return row;
}

describe('the whole way, with two people', () => {
  let response: string;
  let household: string;
  let closing: string;
  let objection: string;
  beforeAll(async () => {
    response = await openDrought(first, [server.areas.county]);
    household = await putHousehold(response);
  });
  const open = () => cadre(openContact, { params: { household }, body: { why: 'deliver' } });

  test('before, an authorised reader opens what is sealed', async () => {
    expect(await open()).toEqual({ name: '王某', phone: '138 0000 0000' });
  });

  test('what would go and what stays is counted before anybody decides', async () => {
    const { destroys, survives } = await second(previewClosing, { params: { response } });
    expect(destroys).toContainEqual(expect.objectContaining({ kind: 'households', records: 1 }));
    expect(survives.find(({ kind }) => kind === 'ledger-entries')?.records).toBeGreaterThan(1);
    await expect(town(previewClosing, { params: { response } })).rejects.toMatchObject(
      refused('not-permitted'),
    );
  });

  test('the countdown is no shorter than a day', async () => {
    await expect(propose(response, '2022-11-11T05:59:59+08:00')).rejects.toMatchObject({
      status: 409,
      body: { code: 'countdown-too-short' },
    });
    expect(await stateOf(response)).toBe('open');
  });

  test('a proposal sent twice is one; another beside it is refused', async () => {
    const id = randomUUID();
    ({ id: closing } = await propose(response, aDayLater, id));
    expect(await propose(response, aDayLater, id)).toMatchObject({ id, state: 'closing' });
    await expect(propose(response, '2022-11-15T06:00:00+08:00', id)).rejects.toMatchObject(
      refused('changed-meanwhile'),
    );
    await expect(propose(response, aDayLater, randomUUID(), second)).rejects.toMatchObject(
      refused('closing-already-proposed'),
    );
    expect(await stateOf(response)).toBe('closing');
  });

  test('whoever works in a part of it may object; the words are read there and above, not beside', async () => {
    objection = await object(response, closing, town);
    await object(response, closing, town, objection);
    expect(await stateOf(response)).toBe('objected');
    const seen = async (by: Call) => (await by(readClosing, { params: { response } })).objections;
    for (const by of [town, first, second])
      expect(await seen(by)).toMatchObject([{ id: objection, ground: 'still-needed', words }]);
    expect(await seen(otherTown)).toMatchObject([{ id: objection, words: null }]);
  });

  test('an open objection holds the closing up, however late it is', async () => {
    await advance(response);
    expect(await stateOf(response)).toBe('objected');
    await expect(confirm(response, closing)).rejects.toMatchObject({
      status: 409,
      body: { code: 'objection-stands' },
    });
  });

  test('the proposer does not overrule it, a second person does by name', async () => {
    await expect(overrule(response, objection, first)).rejects.toMatchObject(
      refused('proposer-may-not-overrule'),
    );
    await expect(
      first(withdrawObjection, { params: { response, objection } }),
    ).rejects.toMatchObject(refused('objection-not-yours'));
    await overrule(response, objection, second);
    await expect(overrule(response, objection, second)).rejects.toMatchObject(
      refused('objection-settled'),
    );
    expect(await stateOf(response)).toBe('due');
    expect((await town(readClosing, { params: { response } })).objections).toMatchObject([
      {
        state: 'overruled',
        answer: 'dealt-with',
        settled: { by: { name: 'administrator county' } },
      },
    ]);
  });

  test('the proposer does not confirm, nor does a wrong name; nothing is destroyed by trying', async () => {
    await expect(confirm(response, closing, first)).rejects.toMatchObject({
      status: 403,
      body: { code: 'second-person-needed' },
    });
    for (const name of ['', 'Drought', `${responseName} `, '抗 旱']) {
      await expect(confirm(response, closing, second, name)).rejects.toMatchObject({
        body: {
          code: 'name-not-confirmed',
          remedy: { 'zh-CN': `请原样输入：${responseName}` },
        },
      });
    }
    expect(await open()).toEqual({ name: '王某', phone: '138 0000 0000' });
  });

  test('confirmed by the second, nobody reads it any more and a certificate says so', async () => {
    await confirm(response, closing);
    expect(await stateOf(response)).toBe('closed');
    await expect(open()).rejects.toMatchObject(refused('not-found'));
    const { certificate, checked } = await town(readCertificate, { params: { response } });
    expect(checked).toEqual({ genuine: true, ownKey: true, keyIsGone: true });
    expect(certificate.statement).toMatchObject({
      response: { id: response, ended: '2022-11-10T22:00:00.000Z', clock: 'set' },
      closing: {
        proposed: { by: { name: 'county-officer county' }, at: '2022-11-09T22:00:00.000Z' },
        confirmed: { by: { name: 'administrator county' }, at: '2022-11-10T22:00:00.000Z' },
        objections: { raised: 1, withdrawn: 0, overruled: 1 },
      },
      key: { method: 'overwritten-and-removed' },
    });
    expect(certificate.statement.destroyed).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'households', records: 1 }),
        expect.objectContaining({ kind: 'objection-words', records: 2 }),
      ]),
    );
    const altered = structuredClone(certificate);
    (altered.statement.destroyed[0] as { records: number }).records += 1;
    expect(certificateFaults(altered).map(({ code }) => code)).toEqual([
      'digest-differs',
      'signature-broken',
    ]);
  });

  test('the ledger tells it in codes, and is bound to the certificate both ways', async () => {
    expect(
      (await actionsOf(response)).filter((one) => /closing|closed|objection|certified/.test(one)),
    ).toEqual([
      'responses.closing-proposed',
      'responses.closing-objected',
      'responses.objection-overruled',
      'responses.closed',
      'responses.certified',
    ]);
    const { certificate } = await town(readCertificate, { params: { response } });
    const { entries } = await first(listEntries, {
      query: { response, action: 'responses.certified' },
    });
    expect(entries).toMatchObject([
      {
        actor: null,
        detail: {
          certificate: certificate.digest,
          signedWith: certificate.publicKey,
          key: certificate.statement.key.fingerprint,
        },
      },
    ]);
    const { ledger } = certificate.statement;
    const { rows } = await sql<{ hash: string }>`
      select encode(hash, 'hex') as hash from ledger.entry where tenant = ${server.tenant} and seq = ${ledger.entries}`.execute(
      server.database.owner,
    );
    expect(rows).toEqual([{ hash: ledger.hash }]);
  });

  test('what was written in it is in no table and no log', async () => {
    const tables = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`.execute(server.database.owner);
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ row: string }>`
        select t::text as row from ${sql.raw(name)} t`.execute(server.database.owner);
      for (const { row } of rows) expect(row, name).not.toMatch(/凤凰/);
    }
    expect(server.logged.join('\n')).not.toMatch(/凤凰/);
    const { objections } = await first(readClosing, { params: { response } });
    expect(objections).toMatchObject([{ ground: 'still-needed', words: null, answerWords: null }]);
  });

  test('the database itself changes neither the certificate nor what it rests on', async () => {
    const { owner, app } = server.database;
    for (const table of ['responses.certificate', 'responses.destruction']) {
      await expect(sql`delete from ${sql.table(table)}`.execute(owner)).rejects.toThrow(
        /written down once/,
      );
      await expect(
        sql`update ${sql.table(table)} set tenant = tenant`.execute(app),
      ).rejects.toThrow(/permission denied/);
    }
    await expect(
      sql`update responses.closing set ended_by = proposed_by where response = ${response}`.execute(
        owner,
      ),
    ).rejects.toThrow(/two_people/);
  });
});

describe('on the way', () => {
  test('not before the countdown has ended, not by a clock that has not come so far', async () => {
    const response = await openDrought(first, [server.areas.county]);
    const { id } = await propose(response);
    await expect(confirm(response, id)).rejects.toMatchObject({
      status: 409,
      body: { code: 'countdown-runs' },
    });
    await advance(response, '2022-11-11T05:59:59+08:00');
    await expect(confirm(response, id)).rejects.toMatchObject(refused('countdown-runs'));
    await advance(response);
    await confirm(response, id);
  });

  test("a response that lives by real time counts down by the server's", async () => {
    const response = await openDrought(first, [server.areas.county], '');
    const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    await expect(propose(response, later(23.9))).rejects.toMatchObject(
      refused('countdown-too-short'),
    );
    const { id } = await propose(response, later(24.1));
    await expect(confirm(response, id)).rejects.toMatchObject(refused('countdown-runs'));
  });

  test('its author withdraws an objection, and the countdown goes on', async () => {
    const response = await openDrought(first, [server.areas.county]);
    const { id } = await propose(response);
    const objection = await object(response, id, second);
    await expect(overrule(response, objection, second)).rejects.toMatchObject(
      refused('objection-is-yours'),
    );
    await second(withdrawObjection, { params: { response, objection } });
    expect(await stateOf(response)).toBe('closing');
    await advance(response);
    const late = await object(response, id, town);
    expect(await stateOf(response)).toBe('objected');
    await town(withdrawObjection, { params: { response, objection: late } });
    expect(await stateOf(response)).toBe('due');
  });

  test('withdrawn, it is as if it had not been; what was objected to it holds nothing up', async () => {
    const response = await openDrought(first, [server.areas.county]);
    const { id } = await propose(response);
    await object(response, id, town);
    await second(withdrawClosing, { params: { response, closing: id } });
    expect(await stateOf(response)).toBe('open');
    await advance(response);
    for (const run of [
      () => confirm(response, id),
      () => object(response, id, town),
      () => second(withdrawClosing, { params: { response, closing: id } }),
    ])
      await expect(run()).rejects.toMatchObject(refused('closing-not-proposed'));
    await expect(propose(response, aDayLater, id)).rejects.toMatchObject(
      refused('changed-meanwhile'),
    );
    const again = await propose(response, '2022-11-12T06:00:00+08:00', randomUUID(), second);
    await advance(response, '2022-11-12T06:00:00+08:00');
    await confirm(response, again.id, first);
    await expect(
      second(withdrawClosing, { params: { response, closing: again.id } }),
    ).rejects.toMatchObject(refused('response-closed'));
  });

  test('who confirms at the same time as somebody objects: one of the two comes first, and holds', async () => {
    for (let round = 0; round < 3; round++) {
      const response = await openDrought(first, [server.areas.county]);
      const { id } = await propose(response);
      await advance(response);
      const [closed, objected] = await Promise.allSettled([
        confirm(response, id),
        object(response, id, town),
      ]);
      expect([closed.status, objected.status].sort()).toEqual(['fulfilled', 'rejected']);
      expect(await stateOf(response)).toBe(closed.status === 'fulfilled' ? 'closed' : 'objected');
    }
  });

  test('of a part only nobody closes; from outside nobody objects', async () => {
    const response = await openDrought(first, [server.areas.county]);
    const ofTown = await server.as('county-officer', 'town');
    await expect(propose(response, aDayLater, randomUUID(), ofTown)).rejects.toMatchObject(
      refused('not-found'),
    );
    const own = await openDrought(first, [server.areas.town]);
    const { id } = await propose(own);
    await expect(object(own, id, otherTown)).rejects.toMatchObject(refused('outside-the-response'));
    const { mayClose, mayObject } = await ofTown(listClosings);
    expect(mayClose).toContain(own);
    expect(mayClose).not.toContain(response);
    expect(mayObject).toEqual(expect.arrayContaining([own, response]));
    expect((await otherTown(listClosings)).mayObject).not.toContain(own);
    await expect(town(readCertificate, { params: { response } })).rejects.toMatchObject(
      refused('no-certificate'),
    );
  });
});
