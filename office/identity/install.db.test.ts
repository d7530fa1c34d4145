import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/testing/database.ts';
import { say } from '../http/say.ts';
import { officeRooms } from '../rooms.ts';
import { createTenant, ensureFirstAdministrator, putDemoAccounts, syncRoles } from './install.ts';
import { browser, codeOf } from './testing/browser.ts';
import { layAccount, layCounty, movableClock, roles } from './testing/county.ts';
import { newToken, testOffice } from './testing/office.ts';

const clock = movableClock();
let base: TestDatabase;

beforeAll(async () => {
  base = await testDatabase(officeRooms);
});
afterAll(() => base[Symbol.asyncDispose]());

const first = (tenant: string, login = `admin-${tenant.slice(0, 8)}`) =>
  ensureFirstAdministrator(base.owner, {
    tenant,
    role: 'administrator',
    login,
    name: '系统管理员',
    clock,
    newId: randomUUID,
    newToken,
  });

const tokenOf = (made: { link: string } | undefined) => made?.link.split('#')[1] ?? '';

test('a tenant is created once, with its root area', async () => {
  const tenant = {
    id: randomUUID(),
    name: '渌口区',
    root: { id: randomUUID(), level: 'county' as const },
  };
  await createTenant(base.owner, tenant);
  await createTenant(base.owner, { ...tenant, root: { id: randomUUID(), level: 'county' } });
  const { rows } =
    await sql`select id, name, parent from register.area where tenant = ${tenant.id}`.execute(
      base.owner,
    );
  expect(rows).toEqual([{ id: tenant.root.id, name: '渌口区', parent: null }]);
});

describe('the first administrator', () => {
  test('gets a new link at every start until one was used, and never a password', async () => {
    const county = await layCounty(base.owner, '渌口区');
    const app = testOffice({ db: base.app, clock });
    const one = await first(county.tenant);
    const two = await first(county.tenant);
    expect(one?.link).toMatch(/^\/link#[\w-]{43}$/);
    const { rows } =
      await sql`select from identity.account where tenant = ${county.tenant}`.execute(base.owner);
    expect(rows).toHaveLength(1);
    const use = (token: string) =>
      browser(app).post('/api/identity/links/use', { token, password: '竹林 雨伞 三只碗 1987' });
    expect(codeOf(await use(tokenOf(one)))).toBe('link-ended');
    expect((await use(tokenOf(two))).status).toBe(200);
    expect(await first(county.tenant)).toBeUndefined();

    const page = browser(app);
    const login = two?.login ?? '';
    expect(
      (await page.post('/api/identity/login', { login, password: '竹林 雨伞 三只碗 1987' })).body,
    ).toMatchObject({
      permissions: expect.arrayContaining(['identity.administer']),
      roles: [{ role: 'administrator', area: county.root }],
    });
    expect((await page.get('/api/identity/accounts')).status).toBe(200);
  });

  test('is made again where nobody who is left can administer the whole', async () => {
    const county = await layCounty(base.owner, '攸县');
    const password = '竹林 雨伞 三只碗 1987';
    await layAccount(base.owner, county, {
      login: 'town-only',
      area: county.town,
      password,
      roles: [{ role: 'administrator', area: county.town }],
    });
    const left = await layAccount(base.owner, county, {
      login: 'left-long-ago',
      area: county.root,
      password,
      roles: [{ role: 'administrator', area: county.root }],
    });
    expect(await first(county.tenant)).toBeUndefined();
    await sql`update identity.account set disabled = true where id = ${left.id}`.execute(
      base.owner,
    );
    const made = await first(county.tenant, 'left-long-ago');
    expect(made?.login).toBe('left-long-ago');
    const app = testOffice({ db: base.app, clock });
    // Enabled again, but not with the password that it had.
    const page = browser(app);
    expect(
      (await page.post('/api/identity/login', { login: 'left-long-ago', password })).status,
    ).toBe(401);
    const read = await page.post('/api/identity/links/read', { token: tokenOf(made) });
    expect(read.body).toMatchObject({ login: 'left-long-ago', purpose: 'first-administrator' });
  });

  test('is one, of two servers that start at the same moment', async () => {
    const county = await layCounty(base.owner, '茶陵');
    const made = await Promise.all([first(county.tenant), first(county.tenant)]);
    expect(made.filter(Boolean)).toHaveLength(2);
    const { rows } =
      await sql`select from identity.account where tenant = ${county.tenant}`.execute(base.owner);
    expect(rows).toHaveLength(1);
  });
});

describe('the roles', () => {
  test('follow the list: changed, taken away, or kept without permissions while somebody holds them', async () => {
    const county = await layCounty(base.owner, '炎陵');
    await layAccount(base.owner, county, {
      login: 'auditor-here',
      area: county.root,
      roles: [{ role: 'auditor', area: county.root }],
    });
    const list = [
      {
        id: 'administrator',
        name: say('总管', 'Chief'),
        permissions: ['water.plan', 'identity.administer'],
      },
    ];
    await syncRoles(base.owner, county.tenant, list, clock);
    await syncRoles(base.owner, county.tenant, list, clock);
    const { rows } = await sql`select id, name_zh, permissions from identity.role
      where tenant = ${county.tenant} order by id`.execute(base.owner);
    expect(rows).toEqual([
      { id: 'administrator', name_zh: '总管', permissions: ['identity.administer', 'water.plan'] },
      { id: 'auditor', name_zh: '审计员', permissions: [] },
    ]);
    const { rows: entries } = await sql<{ subject: string }>`select subject from ledger.entry
      where tenant = ${county.tenant} and action = 'identity.roles-changed' order by seq`.execute(
      base.owner,
    );
    expect(entries.map(({ subject }) => subject)).toEqual([
      ...roles.map(({ id }) => `role:${id}`),
      'role:administrator',
      'role:auditor',
    ]);
  });
});

test('the people of a demonstration become tiles, without passwords, however often it is laid', async () => {
  const county = await layCounty(base.owner, '醴陵');
  const people = ['demo-officer', 'demo-cadre'].map((login) => ({
    id: randomUUID(),
    login,
    name: `某${login}`,
    area: county.town,
    roles: [{ role: 'planner', area: county.town }],
  }));
  await putDemoAccounts(base.owner, county.tenant, people, clock);
  await putDemoAccounts(base.owner, county.tenant, people, clock);
  const page = browser(testOffice({ db: base.app, clock, demo: true }));
  const { tiles } = (await page.get('/api/identity/entrance')).body;
  expect(tiles.map(({ account }: { account: string }) => account)).toEqual(
    people.map(({ id }) => id),
  );
  const { rows } = await sql`select from identity.password where tenant = ${county.tenant}`.execute(
    base.owner,
  );
  expect(rows).toHaveLength(0);
});
