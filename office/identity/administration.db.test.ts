import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
import { testOffice } from './testing/office.ts';

const clock = movableClock();
let base: TestDatabase;
let county: County;
let elsewhere: County;
let app: ReturnType<typeof testOffice>;
/** Holds everything in the whole county. */
let chief: Browser;
let chiefAccount: LaidAccount;
/** Administers one town, and plans there; does not read the ledger. */
let registrar: Browser;
let registrarAccount: LaidAccount;

const signedIn = async (account: LaidAccount, of = county) =>
  browser(app, { token: await laySession(base.app, of, account, clock) });

beforeAll(async () => {
  base = await testDatabase(officeRooms);
  county = await layCounty(base.owner, '渌口区');
  elsewhere = await layCounty(base.owner, '攸县');
  app = testOffice({ db: base.app, clock });
  chiefAccount = await layAccount(base.owner, county, {
    login: 'chief',
    area: county.root,
    roles: [{ role: 'administrator', area: county.root }],
  });
  registrarAccount = await layAccount(base.owner, county, {
    login: 'registrar',
    area: county.town,
    roles: [{ role: 'registrar', area: county.town }],
  });
  chief = await signedIn(chiefAccount);
  registrar = await signedIn(registrarAccount);
});
afterAll(() => base[Symbol.asyncDispose]());

const officer = (login: string, roles: { role: string; area: string }[], area = county.town) =>
  layAccount(base.owner, county, { login, area, roles });

const deeds = (account: LaidAccount, area = county.town) =>
  ({
    create: {
      method: 'post',
      path: '/api/identity/accounts',
      body: { login: `new-${randomUUID().slice(0, 8)}`, name: '新来的', area, roles: [] },
    },
    disable: {
      method: 'put',
      path: `/api/identity/accounts/${account.id}/disabled`,
      body: { disabled: true },
    },
    grant: {
      method: 'post',
      path: `/api/identity/accounts/${account.id}/grant`,
      body: { role: 'planner', area },
    },
    revoke: {
      method: 'post',
      path: `/api/identity/accounts/${account.id}/revoke`,
      body: { role: 'planner', area },
    },
    link: { method: 'post', path: `/api/identity/accounts/${account.id}/link`, body: undefined },
    list: { method: 'get', path: '/api/identity/accounts', body: undefined },
    roles: { method: 'get', path: '/api/identity/roles', body: undefined },
  }) as const;

const deedNames = ['create', 'disable', 'grant', 'revoke', 'link', 'list', 'roles'] as const;

describe.each(deedNames)('identity.administer: %s', (name) => {
  test('allows who holds it in the area', async () => {
    const target = await officer(`target-${name}`, []);
    const { method, path, body } = deeds(target)[name];
    expect((await registrar[method](path, body)).status).toBe(200);
  });

  test('denies who does not', async () => {
    const target = await officer(`denied-${name}`, []);
    const planner = await officer(`planner-${name}`, [{ role: 'planner', area: county.town }]);
    const { method, path, body } = deeds(target)[name];
    const answer = await (await signedIn(planner))[method](path, body);
    expect(answer.status).toBe(403);
    expect(codeOf(answer)).toBe('not-permitted');
    expect(codeOf(await browser(app)[method](path, body))).toBe('sign-in-first');
  });
});

describe('an administrator of a town', () => {
  test('sees the accounts at home or at work there, and no others', async () => {
    await officer('at-home', [{ role: 'planner', area: county.village }]);
    await officer('at-work', [{ role: 'auditor', area: county.town }], county.otherTown);
    await officer('not-here', [{ role: 'planner', area: county.otherTown }], county.otherTown);
    const { accounts } = (await registrar.get('/api/identity/accounts?limit=200')).body;
    const byLogin = new Map<string, { manageable: boolean; roles: { revocable: boolean }[] }>(
      accounts.map((account: { login: string }) => [account.login, account]),
    );
    expect(byLogin.get('at-home')).toMatchObject({
      manageable: true,
      roles: [{ revocable: true }],
    });
    expect(byLogin.get('at-work')).toMatchObject({
      manageable: false,
      roles: [{ revocable: false }],
    });
    expect(byLogin.get('registrar')).toMatchObject({ manageable: false });
    expect(byLogin.has('not-here')).toBe(false);
    expect(byLogin.has('chief')).toBe(false);
  });

  test('reads the list in pages and searches it', async () => {
    for (const login of ['page-a', 'page-b', 'page-c']) await officer(login, []);
    const first = (await registrar.get('/api/identity/accounts?search=page-&limit=2')).body;
    expect(first.accounts.map(({ login }: { login: string }) => login)).toEqual([
      'page-a',
      'page-b',
    ]);
    expect(first.next).toBe('page-b');
    const rest = (await registrar.get('/api/identity/accounts?search=page-&limit=2&after=page-b'))
      .body;
    expect(rest.accounts.map(({ login }: { login: string }) => login)).toEqual(['page-c']);
    expect(rest.next).toBeNull();
  });

  test('cannot grant in another area, nor above', async () => {
    const target = await officer('area-target', []);
    for (const area of [county.otherTown, county.root, elsewhere.town, randomUUID()]) {
      const answer = await registrar.post(`/api/identity/accounts/${target.id}/grant`, {
        role: 'planner',
        area,
      });
      expect(codeOf(answer)).toBe('area-beyond-reach');
    }
  });

  test('cannot grant a permission that it does not hold there', async () => {
    const target = await officer('permission-target', []);
    const answer = await registrar.post(`/api/identity/accounts/${target.id}/grant`, {
      role: 'auditor',
      area: county.town,
    });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({
      code: 'permission-beyond-own',
      cause: { en: 'The role holds permissions that you do not have in this area: ledger.read.' },
    });
  });

  test('does not borrow a permission that it holds in another area only', async () => {
    const both = await officer('two-hats', [
      { role: 'registrar', area: county.town },
      { role: 'auditor', area: county.otherTown },
    ]);
    const target = await officer('borrow-target', []);
    const page = await signedIn(both);
    const here = { role: 'auditor', area: county.town };
    expect(codeOf(await page.post(`/api/identity/accounts/${target.id}/grant`, here))).toBe(
      'permission-beyond-own',
    );
  });

  test('cannot take over nor shut out an account that holds more', async () => {
    const stronger = await officer('stronger', [
      { role: 'planner', area: county.town },
      { role: 'auditor', area: county.town },
    ]);
    const wider = await officer('wider', [{ role: 'planner', area: county.root }]);
    const foreign = await officer('foreign', [], county.otherTown);
    for (const { id } of [stronger, wider, foreign, chiefAccount]) {
      const path = `/api/identity/accounts/${id}`;
      expect(codeOf(await registrar.post(`${path}/link`))).toBe('account-beyond-reach');
      expect(codeOf(await registrar.put(`${path}/disabled`, { disabled: true }))).toBe(
        'account-beyond-reach',
      );
    }
    expect((await chief.post(`/api/identity/accounts/${stronger.id}/link`)).status).toBe(200);
  });

  test('cannot change its own rights', async () => {
    const path = `/api/identity/accounts/${registrarAccount.id}`;
    const grant = { role: 'registrar', area: county.town };
    expect(codeOf(await registrar.post(`${path}/grant`, grant))).toBe('not-oneself');
    expect(codeOf(await registrar.post(`${path}/revoke`, grant))).toBe('not-oneself');
    expect(codeOf(await registrar.post(`${path}/link`))).toBe('not-oneself');
    expect(codeOf(await registrar.put(`${path}/disabled`, { disabled: true }))).toBe('not-oneself');
  });

  test('knows nothing of another tenant', async () => {
    const other = await layAccount(base.owner, elsewhere, {
      login: 'other-tenant',
      area: elsewhere.root,
    });
    expect(codeOf(await chief.post(`/api/identity/accounts/${other.id}/link`))).toBe('not-found');
    const { accounts } = (await chief.get('/api/identity/accounts?search=other-tenant')).body;
    expect(accounts).toEqual([]);
  });
});

describe('creating an account', () => {
  test('gives it roles and records who did it, and no name', async () => {
    const answer = await registrar.post('/api/identity/accounts', {
      login: ' BaiBi-Cadre',
      name: '村干部',
      area: county.village,
      roles: [{ role: 'planner', area: county.village }],
    });
    expect(answer.body).toMatchObject({
      login: 'baibi-cadre',
      name: '村干部',
      area: { id: county.village, name: '渌口区白壁村' },
      disabled: false,
      passwordSet: null,
      roles: [{ role: 'planner', area: { id: county.village }, revocable: true }],
      manageable: true,
    });
    const { rows } = await sql<{ action: string; actor: string; area: string; body: string }>`
      select action, actor, area, body from ledger.entry
      where subject = ${`account:${answer.body.id}`} order by seq`.execute(base.owner);
    expect(rows).toMatchObject([
      { action: 'identity.account-created', actor: registrarAccount.id, area: county.village },
      { action: 'identity.granted', actor: registrarAccount.id, area: county.village },
    ]);
    expect(JSON.parse(rows[1]?.body ?? '').detail).toEqual({
      role: 'planner',
      area: county.village,
    });
    expect(rows.map(({ body }) => body).join()).not.toContain('村干部');
  });

  test('refuses a login that is taken, in another tenant too, and leaves nothing behind', async () => {
    await layAccount(base.owner, elsewhere, { login: 'taken', area: elsewhere.root });
    const answer = await chief.post('/api/identity/accounts', {
      login: 'Taken',
      name: '某人',
      area: county.root,
      roles: [],
    });
    expect(answer.status).toBe(409);
    expect(codeOf(answer)).toBe('login-taken');
  });

  test('refuses roles beyond reach and makes no account', async () => {
    const body = { login: 'half-made', name: '某人', area: county.town };
    for (const [roles, code] of [
      [[{ role: 'auditor', area: county.town }], 'permission-beyond-own'],
      [[{ role: 'planner', area: county.otherTown }], 'area-beyond-reach'],
      [[{ role: 'no-such-role', area: county.town }], 'not-found'],
    ] as const) {
      expect(codeOf(await registrar.post('/api/identity/accounts', { ...body, roles }))).toBe(code);
    }
    expect(
      codeOf(
        await registrar.post('/api/identity/accounts', { ...body, area: county.root, roles: [] }),
      ),
    ).toBe('area-beyond-reach');
    const { rows } = await sql`select from identity.account where login = 'half-made'`.execute(
      base.owner,
    );
    expect(rows).toHaveLength(0);
  });

  test.each([
    [{ login: 'a' }, '/body/login'],
    [{ login: 'with space' }, '/body/login'],
    [{ login: 12 }, '/body/login'],
    [{ name: '' }, '/body/name'],
    [{ area: 'town' }, '/body/area'],
    [{ password: 'x' }, '/body/password'],
  ])('refuses %o and says where', async (wrong, path) => {
    const body = { login: 'fine', name: '某人', area: county.town, roles: [], ...wrong };
    const answer = await chief.post('/api/identity/accounts', body);
    expect(answer.status).toBe(400);
    expect(answer.body.at[0].path).toBe(path);
  });
});

describe('roles', () => {
  test('granted and taken back take effect at the next request', async () => {
    const target = await officer('up-and-down', []);
    const page = await signedIn(target);
    const path = `/api/identity/accounts/${target.id}`;
    const grant = { role: 'registrar', area: county.village };
    expect(codeOf(await page.get('/api/identity/accounts'))).toBe('not-permitted');
    expect((await registrar.post(`${path}/grant`, grant)).body.roles).toHaveLength(1);
    expect((await registrar.post(`${path}/grant`, grant)).body.roles).toHaveLength(1);
    expect((await page.get('/api/identity/accounts')).status).toBe(200);
    expect((await registrar.post(`${path}/revoke`, grant)).body.roles).toEqual([]);
    expect((await registrar.post(`${path}/revoke`, grant)).status).toBe(200);
    expect(codeOf(await page.get('/api/identity/accounts'))).toBe('not-permitted');
    const { rows } = await sql<{ action: string }>`select action from ledger.entry
      where subject = ${`account:${target.id}`} order by seq`.execute(base.owner);
    expect(rows.map(({ action }) => action)).toEqual(['identity.granted', 'identity.revoked']);
  });
});

describe('disabling an account', () => {
  test('ends its sessions at once; enabling it does not bring them back', async () => {
    const target = await officer('to-disable', [{ role: 'planner', area: county.town }]);
    const page = await signedIn(target);
    const path = `/api/identity/accounts/${target.id}/disabled`;
    expect((await page.get('/api/identity/me')).status).toBe(200);
    expect((await registrar.put(path, { disabled: true })).body).toMatchObject({ disabled: true });
    expect((await page.get('/api/identity/me')).status).toBe(401);
    expect((await registrar.put(path, { disabled: false })).body).toMatchObject({
      disabled: false,
    });
    expect((await page.get('/api/identity/me')).status).toBe(401);
  });
});
