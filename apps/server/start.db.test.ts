import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDatabase } from '@liangbuwu/office/database/cluster/cluster.ts';
import { openDatabase } from '@liangbuwu/office/database/connection.ts';
import { client } from '@liangbuwu/office/http/client.ts';
import { readEntrance } from '@liangbuwu/office/identity/contract.ts';
import { readScenario } from '@liangbuwu/scenario-zhuzhou-2022-11/scenario.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { copyDemo } from './testing/prepared-demo.ts';
import { failingServer, type SpawnedServer, spawnServer } from './testing/spawned-server.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangbuwu-start-'));
  await chmod(folder, 0o711);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const oneLine = (said: string) =>
  said
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('✗'));
/** Each is a tile of the entrance. */
const posts = readScenario().users.length;
const data = (name: string) => ({ LIANGBUWU_DATA: join(folder, name) });

describe('a setting that cannot be used ends the start with one line that says the remedy', () => {
  const cases: [string, Record<string, string>, RegExp][] = [
    ['a port that is none', { PORT: '70000' }, /PORT=70000 is not a port\. Use a whole number/],
    [
      'a database address that is none',
      { DATABASE_URL: 'mysql://x/y' },
      /DATABASE_URL is not a complete PostgreSQL URL/,
    ],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/liangbuwu' },
      /cannot be reached.*Check the address/,
    ],
    ['a switch that is neither on nor off', { LIANGBUWU_DEMO: 'maybe' }, /Use on or off/],
    ['a countdown of no time', { LIANGBUWU_CLOSING_HOURS: '0' }, /from 1 to 2160/],
    ['a proxy that is no address', { LIANGBUWU_TRUST_PROXY: 'nginx' }, /is not an address/],
  ];
  test.each(cases)('%s', async (name, env, says) => {
    const { status, out, said } = await failingServer({ ...data(name), ...env });
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(oneLine(said)).toEqual([expect.stringMatching(says)]);
    expect(oneLine(said)[0]).toMatch(/\p{Script=Han}/u);
    expect(said).not.toMatch(/\n\s+at /);
  });
});

describe('the demonstration', () => {
  let server: SpawnedServer;
  beforeAll(async () => {
    // The first start, which took from files what a demonstration has, was the one that made it.
    await copyDemo(join(folder, 'demo'));
    server = await spawnServer(data('demo'));
  });
  afterAll(() => server.end('SIGTERM'));

  test('is there, with its plan in force', async () => {
    expect(await (await fetch(`${server.url}/api/health`)).json()).toMatchObject({
      status: 'ok',
      database: 'embedded',
    });
    const { demo, tiles } = await client(server.url, fetch)(readEntrance);
    expect([demo, tiles.length]).toEqual([true, posts]);
  });

  test('answers to the names of this machine only', async () => {
    const { request } = await import('node:http');
    const asked = request(`${server.url}/api/health`, { headers: { host: 'evil.example' } }).end();
    const [answer] = await once(asked, 'response');
    expect(answer.statusCode).toBe(403);
  });

  test('a second server on its folder is refused in one line', async () => {
    const { status, said } = await failingServer(data('demo'));
    expect(status).toBe(1);
    expect(oneLine(said)).toHaveLength(1);
    expect(said).toContain('folder-in-use');
  });

  test('its folder is not served to others', async () => {
    await server.end('SIGTERM');
    const { status, said } = await failingServer({ ...data('demo'), HOST: '0.0.0.0' });
    expect(status).toBe(1);
    expect(oneLine(said)).toEqual([expect.stringContaining('choose another data folder')]);
  });

  test('a start loads nothing again, and leaves no process when it is ended', async () => {
    server = await spawnServer(data('demo'));
    expect(server.said()).not.toContain('loading the demonstration');
    const { tiles } = await client(server.url, fetch)(readEntrance);
    expect(tiles).toHaveLength(posts);
    expect(await server.end('SIGTERM')).toBe(0);
    const left = await readFile(join(folder, 'demo', 'postmaster.pid'), 'utf8').catch(
      () => undefined,
    );
    expect(left).toBeUndefined();
  });
});

test('a port that is taken is named, and the database is stopped again', async () => {
  const taken: Server = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  const { status, said } = await failingServer({ ...data('demo'), PORT: String(port) });
  taken.close();
  expect(status).toBe(1);
  expect(oneLine(said)).toEqual([
    expect.stringContaining(`Port ${port} is taken. Stop what uses it`),
  ]);
});

describe('a database of the administrator’s own', () => {
  const name = `external_${randomUUID().slice(0, 8)}`;
  const url = withDatabase(inject('clusterUrl'), name);
  beforeAll(async () => {
    const admin = openDatabase(inject('clusterUrl'), { connections: 1 });
    await sql`create database ${sql.id(name)}`.execute(admin);
    await admin.destroy();
  });

  test('seeds nothing, steps nobody in, and gives the first administrator a link that works once', async () => {
    const server = await spawnServer({ ...data('external'), DATABASE_URL: url });
    try {
      expect(await (await fetch(`${server.url}/api/health`)).json()).toMatchObject({
        database: 'external',
      });
      expect(await (await fetch(`${server.url}/api/identity/entrance`)).json()).toEqual({
        demo: false,
        tiles: [],
      });
      const token = /\/link#([\w-]{43})/.exec(server.said())?.[1] ?? '';
      const post = (path: string, body: object) =>
        fetch(server.url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      const password = '抗旱 2022 一起扛过去';
      expect(
        (await post('/api/identity/links/use', { token, password: 'short' })).status,
      ).toBeGreaterThanOrEqual(400);
      expect((await post('/api/identity/links/use', { token, password })).status).toBe(200);
      expect(
        (await post('/api/identity/links/use', { token, password })).status,
      ).toBeGreaterThanOrEqual(400);
      expect(
        (await post('/api/identity/login', { login: 'admin', password: 'wrong password!' })).status,
      ).toBe(401);
      const login = await post('/api/identity/login', { login: 'admin', password });
      expect(login.status).toBe(200);
      expect(login.headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Strict/i);
    } finally {
      await server.end('SIGTERM');
    }
    const again = await spawnServer({ ...data('external'), DATABASE_URL: url });
    expect(again.said()).not.toContain('/link#');
    await again.end('SIGTERM');
  });

  test('an application role that row-level security would not hold is refused', async () => {
    const { status, said } = await failingServer({
      ...data('external'),
      DATABASE_URL: url,
      DATABASE_APP_URL: url,
    });
    expect(status).toBe(1);
    expect(oneLine(said)).toEqual([expect.stringContaining('bypasses row-level security')]);
  });

  test('an ordinary role of the administrator’s is let in', async () => {
    const role = `web_${randomUUID().slice(0, 8)}`;
    const admin = openDatabase(inject('clusterUrl'), { connections: 1 });
    await sql`create role ${sql.id(role)} login password 'only-in-tests'`.execute(admin);
    await admin.destroy();
    const appUrl = new URL(url);
    appUrl.username = role;
    appUrl.password = 'only-in-tests';
    const server = await spawnServer({
      ...data('external'),
      DATABASE_URL: url,
      DATABASE_APP_URL: appUrl.href,
    });
    expect((await fetch(`${server.url}/api/identity/entrance`)).status).toBe(200);
    await server.end('SIGTERM');
  });
});
