import { randomUUID } from 'node:crypto';
import { listNeeds } from '@liangbuwu/office/commitments/contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { Contract } from '@liangbuwu/office/http/contract.ts';
import { RefusalBody } from '@liangbuwu/office/http/refusal.ts';
import { households } from '@liangbuwu/office/register/households/contract.ts';
import { putWell } from '@liangbuwu/office/register/wells/contract.ts';
import * as water from '@liangbuwu/water/contract.ts';
import type { InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contracts } from './testing/contracts.ts';
import { exampleRequest } from './testing/example-request.ts';
import {
  makeSmallPlan,
  openDrought,
  putSmallDay,
  putTestFloors,
} from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

// Ids of our town, guessed right, under every name that a route takes one by.
const ours: Record<string, string> = {};
const secrets = new Set<string>(['大院', '水厂', '深井', '一组', '二组', '秘户']);

let server: TestServer;
let county: Call;
const strangers: Record<string, string> = {};
beforeAll(async () => {
  server = await testServer({ solve: true });
  const { areas } = server;
  county = await server.as('county-officer', 'county');
  const town = await server.as('town-officer');
  const response = await openDrought(county, [areas.town]);
  await putTestFloors(county);
  const made = await putSmallDay(town, { response, ...areas });
  const plan = await makeSmallPlan(town, made.of);
  await town(water.publishPlan, { params: { plan: plan.id }, body: { replaces: null } });
  const household = randomUUID();
  await town(households.put, {
    params: { row: household },
    body: {
      response,
      area: areas.village,
      place: made.place.near,
      label: '秘户',
      people: 3,
      aloneElderly: true,
      cannotCome: true,
    },
  });
  const well = randomUUID();
  const example = contracts.find(({ id }) => id === putWell.id)?.example as {
    body: Record<string, unknown>;
  };
  const wellBody = { ...example.body, place: made.place.well, area: areas.village, response };
  const keys = Object.keys(example.body);
  await town(putWell, {
    params: { well },
    body: Object.fromEntries(
      Object.entries(wellBody).filter(([key]) => keys.includes(key)),
    ) as never,
  });
  const { needs } = await town(listNeeds, { query: { response, desk: 'water', day: made.of.day } });
  Object.assign(ours, {
    response,
    area: areas.town,
    plan: plan.id,
    before: plan.id,
    after: plan.id,
    replaces: plan.id,
    source: made.source.works,
    tanker: made.tanker.one,
    point: made.point.near,
    place: made.place.near,
    from: made.place.yard,
    to: made.place.works,
    household,
    well,
    promise: needs.flatMap(({ promises }) => promises)[0]?.id,
    subject: `plan:${plan.id}`,
    desk: 'water',
    day: made.of.day,
  });
  for (const id of [
    ours.plan,
    ours.source,
    ours.tanker,
    ours.point,
    ours.place,
    household,
    well,
    ours.promise,
  ])
    secrets.add(String(id));
  for (const role of [
    'town-officer',
    'county-officer',
    'leader',
    'village-cadre',
    'administrator',
  ] as const) {
    strangers[role] = (
      await server.as(role, role === 'village-cadre' ? 'otherVillage' : 'otherTown')
    ).cookie;
  }
});
afterAll(() => server.close());

/** The contract's example with our ids in place of its own, wherever a name says that one is wanted. */
const aimed = (given: unknown, without?: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries((given ?? {}) as object)
      .filter(([name]) => name !== without)
      .map(([name, value]) => [
        name,
        typeof value === 'string' &&
        name in ours &&
        (name !== 'from' || /^[0-9a-f-]{36}$/.test(value)) &&
        (name !== 'to' || /^[0-9a-f-]{36}$/.test(value))
          ? ours[name]
          : value,
      ]),
  );

/** What was told that the asker did not know before asking. */
const told = (body: string, request: string) =>
  [...secrets].filter((secret) => body.includes(secret) && !request.includes(secret));

const addressOf = ({ url }: InjectOptions) => (typeof url === 'string' ? url : '');

const request = (contract: Contract) => {
  const { params, query, body } = contract.example as {
    params?: unknown;
    query?: unknown;
    body?: unknown;
  };
  return exampleRequest(contract, {
    params: aimed(params),
    // Lists are asked for without their filter.
    query: aimed(query, 'state'),
    ...(body === undefined ? {} : { body: Array.isArray(body) ? body : aimed(body) }),
  });
};

const snapshot = async () => {
  const tables = [
    'plans.plan',
    'water.source',
    'water.tanker',
    'water.shift',
    'water.point',
    'water.desk',
    'commitments.need',
    'commitments.promise',
    'commitments.proof',
    'register.place',
    'register.household',
    'register.well',
    'responses.response',
  ];
  const rows = await Promise.all(
    tables.map((table) =>
      sql`select to_jsonb(t) as row from ${sql.table(table)} t order by to_jsonb(t)::text`.execute(
        server.database.owner,
      ),
    ),
  );
  return rows.map((result, i) => [tables[i], result.rows]);
};

const reading = contracts.filter(
  ({ method, permission }) => method === 'GET' && permission !== 'public',
);
describe.each(reading.map((contract) => [contract.id, contract] as const))('%s', (_, contract) => {
  test('tells another town nothing of ours, nor in its refusals', async () => {
    const ask = request(contract);
    for (const [role, cookie] of Object.entries(strangers)) {
      const answer = await server.app.inject({ ...ask, headers: { cookie } });
      expect(answer.statusCode, role).toBeLessThan(500);
      expect(
        told(answer.body, addressOf(ask)),
        `${role} ${addressOf(ask)}: ${answer.body.slice(0, 300)}`,
      ).toEqual([]);
    }
  });
});

const aimable = contracts.filter(
  ({ method, permission, id }) =>
    method !== 'GET' && permission.includes('.') && !id.startsWith('identity.'),
);
describe.each(aimable.map((contract) => [contract.id, contract] as const))('%s', (_, contract) => {
  test('leaves what is ours as it was, and says nothing of it', async () => {
    const before = await snapshot();
    const ask = request(contract);
    for (const [role, cookie] of Object.entries(strangers)) {
      const answer = await server.app.inject({ ...ask, headers: { cookie } });
      expect(answer.statusCode, `${role}: ${answer.body.slice(0, 300)}`).toBeLessThan(500);
      if (answer.statusCode >= 400) RefusalBody.parse(answer.json());
      expect(
        told(answer.body, JSON.stringify(ask)),
        `${role}: ${answer.body.slice(0, 300)}`,
      ).toEqual([]);
    }
    expect(await snapshot()).toEqual(before);
  });
});

test('and the same requests do reach what is ours from within', async () => {
  const { cookie } = await server.as('county-officer', 'county');
  const answers = await Promise.all(
    reading.map((contract) => server.app.inject({ ...request(contract), headers: { cookie } })),
  );
  const reached = new Set(
    answers.flatMap((answer, i) => told(answer.body, addressOf(request(reading[i] as Contract)))),
  );
  expect([...secrets].filter((secret) => !reached.has(secret))).toEqual([]);
});
