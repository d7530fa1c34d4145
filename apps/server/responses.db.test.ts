import { randomUUID } from 'node:crypto';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { putArea } from '@liangbuwu/office/register/areas/contract.ts';
import { proposeClosing } from '@liangbuwu/office/responses/closing/closing.contract.ts';
import {
  advanceClock,
  type Fact,
  listFacts,
  listResponses,
  openResponse,
  putFacts,
} from '@liangbuwu/office/responses/contract.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, openDrought } from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let town: Call;
let otherTown: Call;
beforeAll(async () => {
  server = await testServer();
  county = await server.as('county-officer', 'county');
  town = await server.as('town-officer', 'town');
  otherTown = await server.as('town-officer', 'otherTown');
});
afterAll(() => server.close());

const refused = (code: string) => ({ body: { code } });
const find = async (by: Call, response: string) =>
  (await by(listResponses)).responses.find(({ id }) => id === response);
const entriesOf = async (response: string, action: string) =>
  (await county(listEntries, { query: { response, action } })).entries;

const body = (areas: string[]) => ({
  kind: 'flood' as const,
  name: { 'zh-CN': '防汛', en: 'Flood' },
  starts: '2022-06-01T00:00:00+08:00',
  areas,
});

describe('opening', () => {
  test('again with the same content changes nothing, with other content is refused', async () => {
    const response = randomUUID();
    const open = (changed: object = {}) =>
      county(openResponse, {
        params: { response },
        body: { ...body([server.areas.county]), ...changed },
      });
    const first = await open();
    expect(first).toMatchObject({
      clock: 'system',
      ended: null,
      areas: [{ id: server.areas.county }],
    });
    expect((await open({ starts: '2022-05-31T16:00:00Z' })).id).toBe(response);
    expect(await entriesOf(response, 'responses.opened')).toHaveLength(1);
    await expect(open({ kind: 'drought' })).rejects.toMatchObject(refused('changed-meanwhile'));
    await expect(open({ areas: [server.areas.town] })).rejects.toMatchObject(
      refused('changed-meanwhile'),
    );
  });

  test('tapped twice at once it is one response', async () => {
    const response = randomUUID();
    const open = () =>
      county(openResponse, { params: { response }, body: body([server.areas.county]) });
    const both = await Promise.all([open(), open(), open()]);
    expect(new Set(both.map(({ id }) => id))).toEqual(new Set([response]));
    expect(await entriesOf(response, 'responses.opened')).toHaveLength(1);
  });

  test('an area named twice counts once', async () => {
    const { areas } = await county(openResponse, {
      params: { response: randomUUID() },
      body: body([server.areas.town, server.areas.town.toUpperCase()]),
    });
    expect(areas.map(({ id }) => id)).toEqual([server.areas.town]);
  });

  test("areas beyond one's scope are refused, whole", async () => {
    const [mine] = [await server.as('county-officer', 'town')];
    const response = randomUUID();
    await expect(
      mine(openResponse, {
        params: { response },
        body: body([server.areas.town, server.areas.otherTown]),
      }),
    ).rejects.toMatchObject({
      status: 404,
      body: { code: 'not-yours-to-lead', at: [{ path: '/body/areas/1' }] },
    });
    expect(await find(county, response)).toBeUndefined();
  });

  test('it has begun, by the clock that it is given', async () => {
    const open = (more: { starts: string; clock?: string }) =>
      county(openResponse, {
        params: { response: randomUUID() },
        body: { ...body([server.areas.town]), ...more },
      });
    const later = { body: { code: 'starts-later', at: [{ path: '/body/starts' }] } };
    await expect(open({ starts: '2199-01-01T00:00:00Z' })).rejects.toMatchObject(later);
    const clock = '2022-11-10T06:00:00+08:00';
    await expect(open({ starts: '2022-11-10T06:03:00+08:00', clock })).rejects.toMatchObject(later);
    expect((await open({ starts: clock, clock })).clock).toBe('set');
  });

  test('a year that no calendar here knows is refused before it is stored', async () => {
    for (const starts of [
      '9999-12-31T23:59:59-23:00',
      '0000-01-01T00:00:00+23:00',
      '0001-01-01T00:00:00+23:59',
    ]) {
      await expect(
        county(openResponse, {
          params: { response: randomUUID() },
          body: { ...body([server.areas.county]), starts },
        }),
      ).rejects.toMatchObject({
        status: 400,
        body: { code: 'malformed', at: [{ path: '/body/starts' }] },
      });
    }
    expect((await county(listResponses)).responses.length).toBeGreaterThan(0);
  });
});

describe('the clock', () => {
  test('goes forward, is seen by all whom the response covers, and is in the ledger at its own time', async () => {
    const response = await openDrought(county, [server.areas.county]);
    const after = await town(advanceClock, {
      params: { response },
      body: { to: '2022-11-10T09:30:00+08:00' },
    });
    expect(after).toMatchObject({ now: '2022-11-10T01:30:00.000Z', today: day, clock: 'set' });
    expect(await find(otherTown, response)).toMatchObject({ now: after.now });
    const [entry] = await entriesOf(response, 'responses.clock-advanced');
    expect(entry).toMatchObject({ at: after.now, detail: { from: '2022-11-09T22:00:00.000Z' } });
  });

  test('stands where it is when told the same, and does not go back', async () => {
    const response = await openDrought(county, [server.areas.county]);
    const to = '2022-11-10T09:30:00+08:00';
    await county(advanceClock, { params: { response }, body: { to } });
    expect((await county(advanceClock, { params: { response }, body: { to } })).now).toBe(
      '2022-11-10T01:30:00.000Z',
    );
    await expect(
      county(advanceClock, { params: { response }, body: { to: '2022-11-10T09:29:59+08:00' } }),
    ).rejects.toMatchObject({ status: 409, ...refused('not-backwards') });
  });

  test("crosses midnight in the response's zone", async () => {
    const response = await openDrought(county, [server.areas.county]);
    const at = (to: string) => county(advanceClock, { params: { response }, body: { to } });
    expect((await at('2022-11-10T23:59:59+08:00')).today).toBe('2022-11-10');
    expect((await at('2022-11-11T00:00:00+08:00')).today).toBe('2022-11-11');
  });

  test('two who advance it at once: the later time stands', async () => {
    const response = await openDrought(county, [server.areas.county]);
    const to = [
      '2022-11-10T08:00:00+08:00',
      '2022-11-10T09:00:00+08:00',
      '2022-11-10T10:00:00+08:00',
    ];
    await Promise.allSettled(
      to.map((one) => county(advanceClock, { params: { response }, body: { to: one } })),
    );
    expect((await find(county, response))?.now).toBe('2022-11-10T02:00:00.000Z');
  });

  test('of a response that lives by real time cannot be set', async () => {
    const response = await openDrought(county, [server.areas.county], '');
    await expect(
      county(advanceClock, { params: { response }, body: { to: '2199-01-01T00:00:00Z' } }),
    ).rejects.toMatchObject({ status: 409, ...refused('clock-runs-by-itself') });
    expect(await find(county, response)).toMatchObject({ clock: 'system' });
  });

  test("is not another county's to set", async () => {
    const response = await openDrought(county, [server.areas.town]);
    await expect(
      otherTown(advanceClock, { params: { response }, body: { to: '2022-11-10T12:00:00+08:00' } }),
    ).rejects.toMatchObject({ status: 403, ...refused('outside-the-response') });
    expect((await find(county, response))?.now).toBe('2022-11-09T22:00:00.000Z');
  });
});

test('a response over two counties is led by who reaches both, and worked in by each', async () => {
  const second = randomUUID();
  const administrator = await server.as('administrator', 'county');
  await administrator(putArea, {
    params: { area: second },
    body: { parent: server.areas.county, name: '丙区', level: 'county' },
  });
  const response = await openDrought(county, [server.areas.town, second]);
  const ofOne = await server.as('county-officer', 'town');
  expect((await find(ofOne, response))?.areas.map(({ id }) => id).sort()).toEqual(
    [server.areas.town, second].sort(),
  );
  expect(
    (await ofOne(advanceClock, { params: { response }, body: { to: '2022-11-10T07:00:00+08:00' } }))
      .clock,
  ).toBe('set');
  await expect(
    ofOne(putFacts, { params: { response }, body: { facts: [] } }),
  ).rejects.toMatchObject(refused('not-found'));
  await expect(
    ofOne(proposeClosing, {
      params: { response, closing: randomUUID() },
      body: { reason: 'emergency-over', effective: '2022-11-12T06:00:00+08:00' },
    }),
  ).rejects.toMatchObject(refused('not-found'));
  expect((await find(county, response))?.ended).toBeNull();
  await closeByTwo({ proposer: administrator, second: county }, response);
  expect((await find(county, response))?.ended).not.toBeNull();
});

test('facts are kept in their order, with their own words, and are replaced whole', async () => {
  const response = await openDrought(county, [server.areas.county]);
  const fact = (words: string[], assumed: Fact['assumed'] = null): Fact => ({
    source: { 'zh-CN': '报纸', en: 'a newspaper' },
    words,
    told: { 'zh-CN': '“引号”\n换行', en: 'told' },
    assumed,
  });
  const facts = [
    fact(['三门水厂', '之一']),
    fact([]),
    fact(['几处'], { 'zh-CN': '设为 3 处', en: 'taken as 3' }),
  ];
  await county(putFacts, { params: { response }, body: { facts } });
  expect((await otherTown(listFacts, { params: { response } })).facts).toEqual(facts);
  await county(putFacts, { params: { response }, body: { facts: facts.slice(2) } });
  expect((await county(listFacts, { params: { response } })).facts).toEqual(facts.slice(2));
  await expect(county(listFacts, { params: { response: randomUUID() } })).rejects.toMatchObject(
    refused('not-found'),
  );
});
