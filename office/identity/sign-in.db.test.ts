import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/testing/database.ts';
import { officeRooms } from '../rooms.ts';
import { hashToken } from './actor.ts';
import { browser, codeOf } from './testing/browser.ts';
import {
  type County,
  type LaidAccount,
  layAccount,
  layCounty,
  type MovableClock,
  movableClock,
} from './testing/county.ts';
import { testOffice } from './testing/office.ts';
import { planForGood } from './testing/standing-in.ts';

const password = '山里的路 要慢慢开 2022';
let base: TestDatabase;
let county: County;
let officer: LaidAccount;
let clock: MovableClock;
let touched: string[];

beforeAll(async () => {
  base = await testDatabase(officeRooms);
  county = await layCounty(base.owner, '渌口区');
  officer = await layAccount(base.owner, county, {
    login: 'gyf-duty',
    area: county.town,
    roles: [{ role: 'planner', area: county.town }],
    password,
    tile: 2,
  });
});
afterAll(() => base[Symbol.asyncDispose]());
beforeEach(() => {
  clock = movableClock();
  touched = [];
});

const office = (options: { demo?: boolean; trustProxy?: string[] } = {}) =>
  testOffice({
    db: base.app,
    clock,
    onLedger: (tenant) => {
      touched.push(tenant);
    },
    endpoints: [planForGood],
    ...options,
  });

async function ledgerOf(subject: string) {
  const { rows } = await sql<{ action: string; actor: string | null; area: string; body: string }>`
    select action, actor, area, body from ledger.entry where subject = ${subject} order by seq`.execute(
    base.owner,
  );
  return rows;
}

describe('signing in', () => {
  test('with the right password opens a session whose token is nowhere in the database', async () => {
    const page = browser(office());
    const answer = await page.post('/api/identity/login', { login: ' GYF-Duty ', password });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      account: officer.id,
      tenantName: '渌口区',
      permissions: ['water.plan'],
      demo: false,
      roles: [{ role: 'planner', areaName: '渌口区古岳峰镇' }],
    });
    expect(answer.setCookie).toMatch(
      /^lbw_session=[\w-]{43}; .*Path=\/; .*HttpOnly; .*SameSite=Strict/,
    );
    expect(answer.setCookie).not.toContain('Secure');
    const token = answer.cookie as string;
    const { rows } = await sql<{ token_hash: Buffer; expires: string }>`
      select token_hash, expires from identity.session where account = ${officer.id}`.execute(
      base.owner,
    );
    expect(rows.map((row) => row.token_hash.toString('hex'))).toContain(
      hashToken(token).toString('hex'),
    );
    expect((await page.get('/api/identity/me')).body).toMatchObject({
      account: officer.id,
      demo: false,
    });
    expect(touched).toEqual([county.tenant]);
    expect((await ledgerOf(`account:${officer.id}`)).at(-1)).toMatchObject({
      action: 'identity.login',
      actor: officer.id,
      area: county.town,
    });
  });

  test('marks the cookie Secure when a trusted proxy says that the request came over https', async () => {
    const headers = { 'x-forwarded-proto': 'https' };
    const trusting = browser(office({ trustProxy: ['10.0.0.0/8'] }), { headers });
    const answer = await trusting.post('/api/identity/login', { login: 'gyf-duty', password });
    expect(answer.setCookie).toContain('Secure');
    const wary = browser(office(), { headers });
    const other = await wary.post('/api/identity/login', { login: 'gyf-duty', password });
    expect(other.setCookie).not.toContain('Secure');
  });

  test('ends the session that came with the request', async () => {
    const app = office();
    const page = browser(app);
    const first = (await page.post('/api/identity/login', { login: 'gyf-duty', password }))
      .cookie as string;
    const second = (await page.post('/api/identity/login', { login: 'gyf-duty', password })).cookie;
    expect(second).not.toBe(first);
    expect((await browser(app, { token: first }).get('/api/identity/me')).status).toBe(401);
    expect((await page.get('/api/identity/me')).status).toBe(200);
  });

  test('says the same to a wrong password, an unknown login, a disabled account and one without a password', async () => {
    const app = office();
    await layAccount(base.owner, county, { login: 'no-password', area: county.town });
    const disabled = await layAccount(base.owner, county, {
      login: 'gone',
      area: county.town,
      password,
    });
    await sql`update identity.account set disabled = true where id = ${disabled.id}`.execute(
      base.owner,
    );
    const tries = [
      { login: 'gyf-duty', password: 'wrong wrong wrong' },
      { login: 'nobody-at-all', password },
      { login: 'gone', password },
      { login: 'no-password', password },
    ];
    const answers = await Promise.all(
      tries.map((body) => browser(app).post('/api/identity/login', body)),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(codeOf(answers[0] as never)).toBe('wrong-login');
    expect(answers.every(({ setCookie }) => setCookie === undefined)).toBe(true);
  });

  test('is held off after ten failures, for known and unknown logins alike, and recorded once it is', async () => {
    const app = office();
    const held = await layAccount(base.owner, county, {
      login: 'held',
      area: county.town,
      password,
    });
    for (const login of ['held', 'unheard-of']) {
      const page = browser(app, { from: '10.9.9.9' });
      for (let i = 0; i < 10; i++) {
        expect(
          codeOf(await page.post('/api/identity/login', { login, password: `wrong ${i}` })),
        ).toBe('wrong-login');
      }
      const answer = await page.post('/api/identity/login', { login, password });
      expect(answer.status).toBe(429);
      expect(answer.body).toMatchObject({
        code: 'too-often',
        remedy: { 'zh-CN': '请在 900 秒后再试。', en: 'Try again in 900 seconds.' },
      });
    }
    expect(await ledgerOf(`account:${held.id}`)).toMatchObject([
      { action: 'identity.locked', actor: null },
    ]);

    const elsewhere = browser(app, { from: '10.8.8.8' });
    expect((await elsewhere.post('/api/identity/login', { login: 'held', password })).status).toBe(
      200,
    );
    clock.advance({ minutes: 15 });
    const later = browser(app, { from: '10.9.9.9' });
    expect((await later.post('/api/identity/login', { login: 'held', password })).status).toBe(200);
  });

  test('gains nothing from many guesses at the same moment', async () => {
    const app = office();
    await layAccount(base.owner, county, { login: 'burst', area: county.town, password });
    const guesses = Array.from({ length: 25 }, (_, i) =>
      browser(app, { from: '10.7.7.7' }).post('/api/identity/login', {
        login: 'burst',
        password: `guess ${i}`,
      }),
    );
    const codes = (await Promise.all(guesses)).map(codeOf);
    expect(codes.filter((code) => code === 'wrong-login')).toHaveLength(10);
    expect(codes.filter((code) => code === 'too-often')).toHaveLength(15);
  });
});

describe('a session', () => {
  test('ends twelve hours after it was last used, not after it was opened', async () => {
    const page = browser(office());
    await page.post('/api/identity/login', { login: 'gyf-duty', password });
    clock.advance({ hours: 11 });
    const used = await page.get('/api/identity/me');
    expect(used.status).toBe(200);
    expect(used.setCookie).toContain('Expires=Wed, 25 Nov 2026 00:00:00 GMT');
    clock.advance({ hours: 11, minutes: 59 });
    expect((await page.get('/api/identity/me')).status).toBe(200);
    clock.advance({ hours: 12 });
    const ended = await page.get('/api/identity/me');
    expect(ended.status).toBe(401);
    expect(codeOf(ended)).toBe('sign-in-first');
  });

  test('is cleared away once expired, when the next one is opened', async () => {
    const page = browser(office());
    const token = (await page.post('/api/identity/login', { login: 'gyf-duty', password }))
      .cookie as string;
    clock.advance({ hours: 13 });
    await browser(office()).post('/api/identity/login', { login: 'gyf-duty', password });
    const { rows } = await sql`
      select from identity.session where token_hash = ${hashToken(token)}`.execute(base.owner);
    expect(rows).toHaveLength(0);
  });

  test('ends on signing out, for whoever still has its token', async () => {
    const app = office();
    const page = browser(app);
    const token = (await page.post('/api/identity/login', { login: 'gyf-duty', password }))
      .cookie as string;
    const left = await page.post('/api/identity/logout');
    expect(left).toMatchObject({ status: 200, body: {} });
    expect(page.token).toBeUndefined();
    expect((await browser(app, { token }).get('/api/identity/me')).status).toBe(401);
    expect((await ledgerOf(`account:${officer.id}`)).at(-1)).toMatchObject({
      action: 'identity.logout',
    });
    expect((await page.post('/api/identity/logout')).status).toBe(200);
  });

  test('is not accepted from another site', async () => {
    const page = browser(office(), { headers: { origin: 'https://elsewhere.example' } });
    expect(codeOf(await page.post('/api/identity/login', { login: 'gyf-duty', password }))).toBe(
      'other-site',
    );
  });

  test('who is not signed in is told so', async () => {
    for (const token of [undefined, 'short', 'A'.repeat(43)]) {
      const page = browser(office(), token ? { token } : {});
      expect(codeOf(await page.get('/api/identity/me'))).toBe('sign-in-first');
    }
  });
});

describe('a demonstration', () => {
  test('shows its tiles and lets step into one', async () => {
    await layAccount(base.owner, county, { login: 'first-tile', area: county.root, tile: 1 });
    const page = browser(office({ demo: true }));
    const entrance = (await page.get('/api/identity/entrance')).body;
    expect(entrance.demo).toBe(true);
    expect(entrance.tiles.map((tile: { name: string }) => tile.name)).toEqual([
      '某first-tile',
      '某gyf-duty',
    ]);
    expect(entrance.tiles[1]).toEqual({
      account: officer.id,
      name: '某gyf-duty',
      areaName: '渌口区古岳峰镇',
      roles: [{ role: 'planner', name: { 'zh-CN': '计划员', en: 'Planner' } }],
    });
    const answer = await page.post('/api/identity/step-in', { account: officer.id });
    expect(answer).toMatchObject({ status: 200, body: { account: officer.id, demo: true } });
    expect((await page.get('/api/identity/me')).status).toBe(200);
    expect((await ledgerOf(`account:${officer.id}`)).at(-1)).toMatchObject({
      action: 'identity.step-in',
    });
  });

  test('does not let step into an account that is no tile', async () => {
    const other = await layAccount(base.owner, county, { login: 'no-tile', area: county.town });
    const page = browser(office({ demo: true }));
    expect(codeOf(await page.post('/api/identity/step-in', { account: other.id }))).toBe(
      'not-found',
    );
  });

  test('is impossible elsewhere, whatever tiles the database holds', async () => {
    const page = browser(office({ demo: false }));
    expect((await page.get('/api/identity/entrance')).body).toEqual({ demo: false, tiles: [] });
    const answer = await page.post('/api/identity/step-in', { account: officer.id });
    expect(answer.status).toBe(403);
    expect(codeOf(answer)).toBe('not-a-demo');
    expect(answer.setCookie).toBeUndefined();
  });
});

test.each(['password', 'session', 'link'])(
  'the application cannot look into identity.%s',
  async (table) => {
    for (const deed of [
      sql`select * from identity.${sql.ref(table)}`,
      sql`delete from identity.${sql.ref(table)}`,
      sql`truncate identity.${sql.ref(table)}`,
    ]) {
      await expect(deed.execute(base.app)).rejects.toMatchObject({ code: '42501' });
    }
  },
);

test('the application cannot change what a role permits', async () => {
  const widened = sql`update identity.role set permissions = '{identity.administer}'`;
  await expect(widened.execute(base.app)).rejects.toMatchObject({ code: '42501' });
});

describe('what cannot be taken back wants proof of the last minutes', () => {
  const signedIn = async (from?: string, app = office()) => {
    const page = browser(app, from ? { from } : {});
    await page.post('/api/identity/login', { login: 'gyf-duty', password });
    const plan = () => page.post('/api/test/plan-for-good', { area: county.town });
    const prove = (body: object = { password }) => page.post('/api/identity/prove', body);
    return { page, plan, prove };
  };

  test('signing in counts, for five minutes; then the password again, in this session', async () => {
    const app = office();
    const { plan, prove } = await signedIn(undefined, app);
    const elsewhere = await signedIn('10.9.9.9', app);
    clock.advance({ minutes: 4, seconds: 59 });
    expect((await plan()).status).toBe(200);
    clock.advance({ seconds: 1 });
    const refused = await plan();
    expect([refused.status, codeOf(refused)]).toEqual([403, 'prove-first']);
    const wrong = await prove({ password: '不是这个 密码' });
    expect([wrong.status, codeOf(wrong)]).toEqual([403, 'wrong-password']);
    expect(codeOf(await plan())).toBe('prove-first');
    const before = (await ledgerOf(`account:${officer.id}`)).length;
    expect(await prove()).toMatchObject({
      status: 200,
      body: { until: clock.now().add({ minutes: 5 }).toString({ smallestUnit: 'millisecond' }) },
    });
    expect((await plan()).status).toBe(200);
    expect(codeOf(await elsewhere.plan())).toBe('prove-first');
    const entries = await ledgerOf(`account:${officer.id}`);
    expect(entries.slice(before)).toMatchObject([
      { action: 'identity.proved', actor: officer.id, area: county.town },
    ]);
    expect(JSON.stringify(entries)).not.toContain(password);
    expect(await ledgerOf(`area:${county.town}`)).toHaveLength(2);
  });

  test('a wrong one counts with those of signing in', async () => {
    const from = '10.77.0.1';
    const { page, prove } = await signedIn(from);
    for (let i = 0; i < 10; i++)
      expect(codeOf(await prove({ password: '不是这个 密码' }))).toBe('wrong-password');
    expect(codeOf(await prove())).toBe('too-often');
    const again = await page.post('/api/identity/login', { login: 'gyf-duty', password });
    expect(codeOf(again)).toBe('too-often');
    expect((await ledgerOf(`account:${officer.id}`)).at(-1)?.action).toBe('identity.locked');
  });

  test('a role of the demonstration, which has no password, says so itself; elsewhere that is none', async () => {
    const page = browser(office({ demo: true }));
    await page.post('/api/identity/step-in', { account: officer.id });
    clock.advance({ minutes: 6 });
    const plan = () => page.post('/api/test/plan-for-good', { area: county.town });
    expect(codeOf(await plan())).toBe('prove-first');
    expect((await page.post('/api/identity/prove', {})).status).toBe(200);
    expect((await plan()).status).toBe(200);
    const real = await signedIn('10.88.0.1');
    expect(codeOf(await real.prove({}))).toBe('wrong-password');
    expect(codeOf(await browser(office()).post('/api/identity/prove', { password }))).toBe(
      'sign-in-first',
    );
  });
});
