import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/testing/database.ts';
import { officeRooms } from '../rooms.ts';
import { type Browser, browser, codeOf } from './testing/browser.ts';
import {
  type County,
  type LaidAccount,
  layAccount,
  layCounty,
  laySession,
  movableClock,
} from './testing/county.ts';
import { newToken, testOffice } from './testing/office.ts';

const clock = movableClock();
const oldPassword = '山里的路 要慢慢开 2022';
const password = '竹林 雨伞 三只碗 1987';
let base: TestDatabase;
let county: County;
let app: ReturnType<typeof testOffice>;
let administrator: Browser;

beforeAll(async () => {
  base = await testDatabase(officeRooms);
  county = await layCounty(base.owner, '渌口区');
  app = testOffice({ db: base.app, clock });
  const chief = await layAccount(base.owner, county, {
    login: 'chief',
    area: county.root,
    roles: [{ role: 'administrator', area: county.root }],
  });
  administrator = browser(app, { token: await laySession(base.app, county, chief, clock) });
});
afterAll(() => base[Symbol.asyncDispose]());

const someone = (login: string) =>
  layAccount(base.owner, county, { login, area: county.town, password: oldPassword });

async function linkFor(account: LaidAccount): Promise<string> {
  const { body } = await administrator.post(`/api/identity/accounts/${account.id}/link`);
  const [page, token] = body.link.split('#');
  expect(page).toBe('/link');
  return token;
}

const use = (token: string, chosen = password) =>
  browser(app).post('/api/identity/links/use', { token, password: chosen });
const signIn = (login: string, given: string) =>
  browser(app).post('/api/identity/login', { login, password: given });

test('sets a password once, ends every session, and is stored only as a hash', async () => {
  const account = await someone('forgetful');
  const session = await laySession(base.app, county, account, clock);
  const token = await linkFor(account);
  const { rows: stored } = await sql<{ text: string }>`
    select l::text as text from identity.link l where account = ${account.id}`.execute(base.owner);
  expect(stored).toHaveLength(1);
  expect(stored[0]?.text).not.toContain(token);

  const read = await browser(app).post('/api/identity/links/read', { token });
  expect(read.body).toEqual({
    login: 'forgetful',
    name: '某forgetful',
    purpose: 'reset',
    expires: clock.now().add({ hours: 24 }).toString({ smallestUnit: 'millisecond' }),
  });
  expect((await use(token)).body).toEqual({ login: 'forgetful' });
  expect((await browser(app, { token: session }).get('/api/identity/me')).status).toBe(401);
  expect((await signIn('forgetful', oldPassword)).status).toBe(401);
  expect((await signIn('forgetful', password)).status).toBe(200);
  const again = await use(token, '另一个 很长的 密码 吧');
  expect(again.status).toBe(410);
  expect(codeOf(again)).toBe('link-ended');
  expect(codeOf(await browser(app).post('/api/identity/links/read', { token }))).toBe('link-ended');

  const { rows } = await sql<{ action: string; body: string }>`select action, body from ledger.entry
    where subject = ${`account:${account.id}`} order by seq`.execute(base.owner);
  expect(rows.map(({ action }) => action)).toEqual([
    'identity.link-made',
    'identity.link-used',
    'identity.login',
  ]);
  const all = rows.map(({ body }) => body).join();
  expect(all).not.toContain(token);
  expect(all).not.toContain(password);
  const listed = await administrator.get('/api/identity/accounts?search=forgetful');
  expect(listed.body.accounts[0].passwordSet).toBe(
    clock.now().toString({ smallestUnit: 'millisecond' }),
  );
});

test('two uses at the same moment set one password', async () => {
  const account = await someone('twice');
  const token = await linkFor(account);
  const chosen = ['竹林 雨伞 三只碗 一九', '江边 石头 两头牛 二零'];
  const answers = await Promise.all(chosen.map((each) => use(token, each)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410]);
  const winner = answers.findIndex(({ status }) => status === 200);
  expect((await signIn('twice', chosen[winner] as string)).status).toBe(200);
  expect((await signIn('twice', chosen[1 - winner] as string)).status).toBe(401);
});

test('ends after 24 hours, and when a newer one is made', async () => {
  const account = await someone('late');
  const first = await linkFor(account);
  const second = await linkFor(account);
  expect(codeOf(await use(first))).toBe('link-ended');
  clock.advance({ hours: 23, minutes: 59 });
  expect((await browser(app).post('/api/identity/links/read', { token: second })).status).toBe(200);
  clock.advance({ minutes: 1 });
  expect(codeOf(await use(second))).toBe('link-ended');
});

test('says why a password will not do, and is still good afterwards', async () => {
  const chief = await layAccount(base.owner, county, {
    login: 'chief-2',
    area: county.root,
    roles: [{ role: 'administrator', area: county.root }],
  });
  administrator = browser(app, { token: await laySession(base.app, county, chief, clock) });
  const token = await linkFor(await someone('picky'));
  for (const [weak, why] of [
    ['短密码', '密码只有 3 个字，至少要 12 个。'],
    ['picky-picky-picky', '密码里含有您的登录名或姓名。'],
    ['qwertyuiop12345', '密码太容易猜：多是重复、连续或常见的字符。'],
  ] as const) {
    const answer = await use(token, weak);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: 'weak-password',
      cause: { 'zh-CN': why },
      at: [{ path: '/body/password' }],
    });
  }
  expect((await use(token)).status).toBe(200);
});

test('is of no use to a disabled account, nor is a made-up one', async () => {
  const account = await someone('leaver');
  const token = await linkFor(account);
  await administrator.put(`/api/identity/accounts/${account.id}/disabled`, { disabled: true });
  expect(codeOf(await use(token))).toBe('link-ended');
  expect(codeOf(await use(newToken()))).toBe('link-ended');
  expect((await use('too-short')).status).toBe(400);
});
