import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/testing/database.ts';
import { browser } from '../identity/testing/browser.ts';
import {
  type County,
  type LaidAccount,
  layAccount,
  layCounty,
  laySession,
  type MovableClock,
  movableClock,
} from '../identity/testing/county.ts';
import { testOffice } from '../identity/testing/office.ts';
import { layLongSession } from '../identity/testing/standing-in.ts';
import { officeRooms } from '../rooms.ts';
import type { LiveEvent } from './contract.ts';
import { announce } from './event.ts';
import { type LiveHub, type LiveOptions, liveHub } from './hub.ts';

let base: TestDatabase;
let county: County;
let elsewhere: County;
let officer: LaidAccount;
let chief: LaidAccount;
let clock: MovableClock;
let app: ReturnType<typeof testOffice>;
let hub: LiveHub;
let url: string;
const logged: string[] = [];
const heard: LiveEvent[] = [];
const pages: Page[] = [];

beforeAll(async () => {
  base = await testDatabase(officeRooms);
  county = await layCounty(base.owner, '渌口区');
  elsewhere = await layCounty(base.owner, '攸县');
  officer = await layAccount(base.owner, county, {
    login: 'officer',
    area: county.town,
    roles: [{ role: 'planner', area: county.town }],
  });
  chief = await layAccount(base.owner, county, {
    login: 'chief',
    area: county.root,
    roles: [{ role: 'administrator', area: county.root }],
  });
});
afterAll(() => base[Symbol.asyncDispose]());
beforeEach(async () => {
  clock = movableClock();
  await start();
});
afterEach(async () => {
  for (const page of pages.splice(0)) page.leave();
  await hub.close();
  await app.close();
  logged.length = 0;
  heard.length = 0;
});

async function start(options: Partial<LiveOptions> = {}): Promise<void> {
  app = testOffice({ db: base.app, clock });
  hub = await liveHub(app, {
    db: base.app,
    url: base.appUrl,
    clock,
    log: (line) => logged.push(line),
    onEvent: (event) => heard.push(event),
    backOff: 20,
    ...options,
  });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
}

async function restart(options: Partial<LiveOptions>): Promise<void> {
  await hub.close();
  await app.close();
  await start(options);
}

interface Page {
  /** The next message, comments left out. */
  next(): Promise<{ topic: string; id?: string }>;
  /** Everything up to the end of the stream, as it came. */
  rest(): Promise<string>;
  /** Reads until the stream has said this. */
  until(text: string): Promise<string>;
  leave(): void;
}

async function open(account: LaidAccount, headers: Record<string, string> = {}): Promise<Page> {
  return openWith(await laySession(base.app, county, account, clock), headers);
}

async function openWith(token: string, headers: Record<string, string> = {}): Promise<Page> {
  const leaving = new AbortController();
  const answer = await fetch(`${url}/api/live`, {
    headers: { cookie: `lbw_session=${token}`, ...headers },
    signal: leaving.signal,
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(answer.headers.get('x-accel-buffering')).toBe('no');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('no body');
  let text = '';
  const more = async (): Promise<boolean> => {
    const { value, done } = await reader.read();
    text += value ?? '';
    return !done;
  };
  const page: Page = {
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end < 0) {
          if (!(await more())) throw new Error(`the stream ended: ${text}`);
          continue;
        }
        const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
        text = text.slice(end + 2);
        if (data) return JSON.parse(data);
      }
    },
    async rest() {
      while (await more());
      return text;
    },
    async until(wanted) {
      while (!text.includes(wanted)) if (!(await more())) throw new Error('the stream ended');
      return text;
    },
    leave: () => leaving.abort(),
  };
  pages.push(page);
  return page;
}

const tell = (tenant: string, ...events: LiveEvent[]) =>
  base.app.transaction().execute((tx) => announce(tx, tenant, events));
const event = (
  area: string | null,
  topic = 'water.plan',
  detail?: LiveEvent['detail'],
): LiveEvent => ({
  topic,
  area,
  id: randomUUID(),
  ...(detail ? { detail } : {}),
});

describe('an open page hears', () => {
  test('what happens in the areas of its account and below, in order, and nothing else', async () => {
    const page = await open(officer);
    const mine = event(county.town, 'one', { progress: 0.5, state: '求解' });
    const below = event(county.village, 'two');
    await tell(county.tenant, event(county.root), event(county.otherTown), mine);
    await tell(elsewhere.tenant, event(elsewhere.town), event(county.town, 'of another tenant'));
    await tell(county.tenant, below);
    expect(await page.next()).toEqual(mine);
    expect(await page.next()).toEqual(below);
  });

  test('what is of the whole tenant, wherever its account lies, and of no other tenant', async () => {
    const page = await open(officer);
    const ours = event(null, 'responses.clock');
    await tell(elsewhere.tenant, event(null, 'responses.clock'));
    await tell(county.tenant, ours);
    expect(await page.next()).toEqual(ours);
  });

  test('nothing of a transaction that is undone', async () => {
    const page = await open(officer);
    await base.app
      .transaction()
      .execute(async (tx) => {
        await announce(tx, county.tenant, [event(county.town, 'undone')]);
        throw new Error('undone');
      })
      .catch(() => {});
    await tell(county.tenant, event(county.town, 'done'));
    expect((await page.next()).topic).toBe('done');
  });

  test('a beat now and then, and when to come back', async () => {
    await restart({ heartbeatEvery: 20 });
    const page = await open(officer);
    expect(await page.until(':\n\n:\n\n')).toContain('retry: 2000\n');
  });

  test('to read again, when it was here before', async () => {
    const page = await open(officer, { 'last-event-id': '7' });
    expect(await page.next()).toEqual({ topic: 'resync' });
  });
});

test('who is not signed in is refused', async () => {
  for (const cookie of ['', `lbw_session=${'A'.repeat(43)}`]) {
    const answer = await fetch(`${url}/api/live`, { headers: { cookie } });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'sign-in-first' });
  }
});

describe('the stream ends', () => {
  test('on signing out', async () => {
    const token = await laySession(base.app, county, officer, clock);
    const page = await openWith(token);
    await browser(app, { token }).post('/api/identity/logout');
    expect(await page.rest()).not.toContain('data:');
  });

  test('when the account is disabled, and another one goes on', async () => {
    const target = await layAccount(base.owner, county, {
      login: 'to-disable',
      area: county.town,
      roles: [{ role: 'planner', area: county.town }],
    });
    const page = await open(target);
    const other = await open(officer);
    const administrator = browser(app, { token: await laySession(base.app, county, chief, clock) });
    await administrator.put(`/api/identity/accounts/${target.id}/disabled`, { disabled: true });
    expect(await page.rest()).not.toContain('data:');
    await tell(county.tenant, event(county.town, 'still here'));
    expect((await other.next()).topic).toBe('still here');
  });

  test('when the session has expired, at the next look', async () => {
    await restart({ recheckEvery: 20 });
    const page = await open(officer);
    clock.advance({ hours: 12 });
    expect(await page.rest()).not.toContain('data:');
  });

  test('when the server closes', async () => {
    const page = await open(officer);
    const closing = app.close();
    expect(await page.rest()).not.toContain('data:');
    await closing;
  });
});

test('a role that is taken back is felt at once, and one that is granted too', async () => {
  const target = await layAccount(base.owner, county, {
    login: 'moving',
    area: county.town,
    roles: [{ role: 'planner', area: county.town }],
  });
  const page = await open(target);
  const administrator = browser(app, { token: await laySession(base.app, county, chief, clock) });
  const path = `/api/identity/accounts/${target.id}`;
  await administrator.post(`${path}/grant`, { role: 'planner', area: county.otherTown });
  expect(await page.next()).toEqual({ topic: 'resync' });
  await tell(county.tenant, event(county.otherTown, 'new area'));
  expect((await page.next()).topic).toBe('new area');
  await administrator.post(`${path}/revoke`, { role: 'planner', area: county.town });
  expect(await page.next()).toEqual({ topic: 'resync' });
  await tell(
    county.tenant,
    event(county.town, 'old area'),
    event(county.otherTown, 'new area again'),
  );
  expect((await page.next()).topic).toBe('new area again');
});

test('what is heard as a deputy only is heard to the last second, and no longer', async () => {
  const deputy = await layAccount(base.owner, county, { login: 'deputy', area: county.village });
  const page = await openWith(await layLongSession(base.app, county, deputy, clock.now()));
  const away = browser(app, { token: await laySession(base.app, county, officer, clock) });
  const today = '2026-11-24';
  await away.post('/api/identity/me/deputyships', {
    deputy: deputy.id,
    reason: 'rest',
    from: today,
    to: today,
  });
  expect(await page.next()).toEqual({ topic: 'resync' });
  // 24:00 in Shanghai.
  const end = Temporal.Instant.from('2026-11-24T16:00:00Z');
  clock.advance(clock.now().until(end.subtract({ seconds: 1 })));
  await tell(county.tenant, event(county.town, 'lent'));
  expect((await page.next()).topic).toBe('lent');
  clock.advance({ seconds: 1 });
  await tell(county.tenant, event(county.town, 'over'));
  expect(await page.next()).toEqual({ topic: 'resync' });
  await tell(county.tenant, event(county.town, 'still over'), event(null, 'for everybody'));
  expect((await page.next()).topic).toBe('for everybody');
});

test('after the line to the database was lost every page is told to read again, and hears on', async () => {
  const page = await open(officer);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'liangbuwu live' and datname = current_database()`.execute(base.owner);
  expect(await page.next()).toEqual({ topic: 'resync' });
  expect(logged).toEqual(['live: the connection to the database is lost, connecting again']);
  await tell(county.tenant, event(county.town, 'back again'));
  expect((await page.next()).topic).toBe('back again');
});

test('a page that does not read is passed over, then told to read again, and the others hear all', async () => {
  const slow = await open(officer);
  const quick = await open(officer);
  const detail = { text: '水'.repeat(2_000) };
  const rounds = 3_600;
  for (let i = 0; i < rounds; i += 20) {
    const batch = Array.from({ length: 20 }, (_, j) =>
      event(county.town, `round ${i + j}`, detail),
    );
    await tell(county.tenant, ...batch);
    for (const { topic } of batch) expect((await quick.next()).topic).toBe(topic);
  }
  let read = 0;
  while ((await slow.next()).topic !== 'resync') read += 1;
  expect(read).toBeLessThan(rounds);
  await tell(county.tenant, event(county.town, 'afterwards'));
  expect((await slow.next()).topic).toBe('afterwards');
});

test('a page that reads nothing for two beats is let go', async () => {
  await restart({ heartbeatEvery: 50 });
  const page = await open(officer);
  const detail = { text: '水'.repeat(2_000) };
  for (let i = 0; i < 36; i++) {
    await tell(
      county.tenant,
      ...Array.from({ length: 100 }, () => event(county.town, 'flood', detail)),
    );
  }
  await sleep(300);
  await expect(page.rest()).rejects.toThrow('terminated');
});

test('the server itself hears every event', async () => {
  const told = event(county.otherTown, 'plans.stop');
  const page = await open(chief);
  await tell(county.tenant, told);
  await page.next();
  expect(heard).toEqual([told]);
});

test('an event too large for one notification is a fault of ours, said at once', async () => {
  await expect(
    tell(county.tenant, event(county.town, 'x', { text: 'x'.repeat(8_000) })),
  ).rejects.toThrow('more than 7900 bytes');
});
