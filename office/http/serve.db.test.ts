import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../clock/clock.ts';
import type { Tx } from '../database/connection.ts';
import { type TestDatabase, testDatabase } from '../database/testing/database.ts';
import { createTenant, putDemoAccounts, syncRoles } from '../identity/install.ts';
import { identityEndpoints } from '../identity/server.ts';
import { sessionCookie } from '../identity/session-cookie.ts';
import { officeRooms } from '../rooms.ts';
import { createApp } from './app.ts';
import { contract } from './contract.ts';
import { endpoint } from './endpoint.ts';
import { say } from './say.ts';
import { serve } from './serve.ts';

const tenant = randomUUID();
const root = randomUUID();
const account = randomUUID();
const permission = 'test.act';

let database: TestDatabase;
let app: FastifyInstance;
let cookie: string;
/** What the route under test does, put in by each test. */
let act: (tx: Tx, body: { who: string }) => Promise<{ done: boolean }>;
let attempts: string[] = [];
let logged: string[] = [];

const body = z.strictObject({ who: z.string() });
const output = z.strictObject({ done: z.boolean() });
const example = { body: { who: 'a' }, output: { done: true } };
const deed = contract({
  id: 'test.deed',
  method: 'POST',
  path: '/api/test/deed',
  summary: say('做', 'do'),
  permission,
  body,
  output,
  example,
});
const look = contract({
  id: 'test.look',
  method: 'GET',
  path: '/api/test/look',
  summary: say('看', 'look'),
  permission,
  output,
  example: { output: { done: true } },
});

beforeAll(async () => {
  database = await testDatabase(officeRooms);
  const { owner, app: db } = database;
  await createTenant(owner, { id: tenant, name: '试验县', root: { id: root, level: 'county' } });
  await syncRoles(
    owner,
    tenant,
    [{ id: 'tester', name: say('试', 'tester'), permissions: [permission] }],
    systemClock,
  );
  const login = 'tester';
  await putDemoAccounts(
    owner,
    tenant,
    [{ id: account, login, name: '甲', area: root, roles: [{ role: 'tester', area: root }] }],
    systemClock,
  );

  app = createApp({ log: (line) => logged.push(line) });
  const identity = identityEndpoints({
    demo: true,
    permissions: {},
    newId: randomUUID,
    newToken: () => randomBytes(32).toString('base64url'),
    onLedger: () => {},
  });
  const served = [
    ...identity,
    endpoint(deed, async ({ body: given }, { tx, record, announce }) => {
      attempts.push(given.who);
      record({ action: 'test.done', subject: `who:${given.who}`, area: root });
      announce({ topic: 'test', area: root, id: given.who });
      return act(tx, given);
    }),
    endpoint(look, async (_, { tx }) => act(tx, { who: 'look' })),
  ];
  for (const one of served) serve(app, one, { db, clock: systemClock, sessionCookie });
  await app.ready();
  const step = identity.find(({ contract: { id } }) => id === 'identity.step-in')?.contract;
  const answer = await app.inject({
    method: step?.method ?? 'POST',
    url: step?.path ?? '',
    payload: { account },
  });
  cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
});
afterAll(async () => {
  await app.close();
  await database[Symbol.asyncDispose]();
});

const post = (who: string) =>
  app.inject({ method: 'POST', url: deed.path, headers: { cookie }, payload: { who } });
const entriesOf = async (who: string) =>
  (await sql`select from ledger.entry where subject = ${`who:${who}`}`.execute(database.owner)).rows
    .length;
const rename = (tx: Tx, area: string, name: string) =>
  sql`update register.area set name = ${name} where id = ${area}`.execute(tx);

test('two that wait for each other both end: the one undone is done again, and is in the ledger once', async () => {
  const other = randomUUID();
  await sql`insert into register.area (tenant, id, parent, name, level) values (${tenant}, ${other}, ${root}, '乙', 'town')`.execute(
    database.owner,
  );
  attempts = [];
  act = async (tx, { who }) => {
    const [first, second] = who === 'left' ? [root, other] : [other, root];
    await rename(tx, first, who);
    // Until the other holds its first row too.
    while (new Set(attempts).size < 2) await wait(5);
    await wait(50);
    await rename(tx, second, who);
    return { done: true };
  };
  const answers = await Promise.all([post('left'), post('right')]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect(attempts.length).toBe(3);
  expect(await entriesOf('left')).toBe(1);
  expect(await entriesOf('right')).toBe(1);
});

test('what is undone again and again is refused in words, and leaves nothing', async () => {
  attempts = [];
  act = async (tx) => {
    await sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`.execute(tx);
    return { done: true };
  };
  const answer = await post('never');
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'changed-meanwhile']);
  expect(attempts).toHaveLength(4);
  expect(await entriesOf('never')).toBe(0);
});

test('a route that reads cannot write, whatever its handler does', async () => {
  logged = [];
  act = async (tx) => {
    await rename(tx, root, '改了');
    return { done: true };
  };
  const answer = await app.inject({ method: 'GET', url: look.path, headers: { cookie } });
  expect([answer.statusCode, answer.json().code]).toEqual([500, 'our-fault']);
  expect(logged.join()).toContain('read-only transaction');
  const { rows } = await sql<{
    name: string;
  }>`select name from register.area where id = ${root}`.execute(database.owner);
  expect(rows[0]?.name).not.toBe('改了');
});

test('an answer that breaks its contract saves nothing, and says nothing of what is inside', async () => {
  logged = [];
  act = async (tx) => {
    await rename(tx, root, '不该存');
    return { done: 'yes', secret: 'hidden' } as never;
  };
  const answer = await post('broken');
  expect([answer.statusCode, answer.json().code]).toEqual([500, 'our-fault']);
  expect(answer.body).not.toContain('hidden');
  expect(await entriesOf('broken')).toBe(0);
  const { rows } = await sql<{
    name: string;
  }>`select name from register.area where id = ${root}`.execute(database.owner);
  expect(rows[0]?.name).not.toBe('不该存');
});

test('a row outside of the scope is refused as such', async () => {
  act = async (tx) => {
    await sql`insert into register.place (tenant, id, area, name, kind, lon, lat, provenance, road_class)
      values (${randomUUID()}, ${randomUUID()}, ${root}, 'x', 'test', 113, 27, 'real', 'main')`.execute(
      tx,
    );
    return { done: true };
  };
  const answer = await post('elsewhere');
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'outside-your-area']);
});

test("a fault of our own has a number that the log has too, and nothing of the request's content", async () => {
  logged = [];
  act = () => Promise.reject(new SyntaxError('our own'));
  const answer = await post('13812345678');
  expect([answer.statusCode, answer.json().code]).toEqual([500, 'our-fault']);
  const trace = /number (\S+);/.exec(answer.json().cause.en)?.[1] ?? 'none';
  expect(logged.join()).toContain(trace);
  expect(logged.join()).not.toContain('13812345678');
});
