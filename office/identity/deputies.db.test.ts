import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/testing/database.ts';
import { officeRooms } from '../rooms.ts';
import { enter } from './actor.ts';
import { type Browser, browser, codeOf } from './testing/browser.ts';
import {
  type County,
  type LaidAccount,
  layAccount,
  layCounty,
  movableClock,
} from './testing/county.ts';
import { testOffice } from './testing/office.ts';
import { layLongSession, planForGood, planIn } from './testing/standing-in.ts';

// 24 November 2026, 09:00 in Shanghai.
const clock = movableClock();
const leave = { reason: 'leave', from: '2026-11-25', to: '2026-11-26' };
const starts = Temporal.Instant.from('2026-11-24T16:00:00Z');
const ends = Temporal.Instant.from('2026-11-26T16:00:00Z');
const during = starts.add({ hours: 9 });
const second = { seconds: 1 };

let base: TestDatabase;
let county: County;
let elsewhere: County;
let app: ReturnType<typeof testOffice>;

/** Somebody with a session of 60 days, so that only the leave decides. */
interface Person extends LaidAccount {
  token: string;
  page: Browser;
}

let count = 0;
async function somebody(
  roles: { role: string; area: string }[],
  area = county.town,
  of = county,
): Promise<Person> {
  count += 1;
  const account = await layAccount(base.owner, of, {
    login: `person-${String(count).padStart(3, '0')}`,
    area,
    roles,
  });
  const token = await layLongSession(base.app, of, account, clock.now());
  return { ...account, token, page: browser(app, { token }) };
}
const planner = (area = county.town) => somebody([{ role: 'planner', area }]);
const cadre = () => somebody([], county.village);

const name = (by: Person, deputy: LaidAccount, more: object = {}) =>
  by.page.post('/api/identity/me/deputyships', { ...leave, deputy: deputy.id, ...more });

/** The areas in which somebody holds the permission at an instant; undefined where it is not held at all. */
const areasAt = (person: Person, at: Temporal.Instant, permission = 'water.plan') =>
  base.app.transaction().execute(async (tx) => {
    const entered = await enter(tx, person.token, permission, at);
    if (!entered?.allowed) return undefined;
    const { rows } = await sql<{ area: string }>`select area from office.areas() area`.execute(tx);
    return new Set(rows.map(({ area }) => area));
  });

beforeAll(async () => {
  base = await testDatabase(officeRooms);
  county = await layCounty(base.owner, '渌口区');
  elsewhere = await layCounty(base.owner, '攸县');
  app = testOffice({ db: base.app, clock, endpoints: [planIn, planForGood] });
});
afterAll(() => base[Symbol.asyncDispose]());

describe('what a deputy borrows', () => {
  test('counts from the first day 00:00 to the last day 24:00, not a second before or after', async () => {
    const [officer, deputy] = [await planner(), await cadre()];
    const named = await name(officer, deputy);
    expect(named.body).toMatchObject({
      account: { id: officer.id },
      deputy: { id: deputy.id },
      starts: '2026-11-24T16:00:00.000Z',
      ends: '2026-11-26T16:00:00.000Z',
      state: 'to-come',
      mayEnd: true,
    });
    expect(await areasAt(deputy, starts.subtract(second))).toBeUndefined();
    const lent = new Set([county.town, county.village]);
    for (const at of [starts, during, ends.subtract(second)])
      expect(await areasAt(deputy, at)).toEqual(lent);
    expect(await areasAt(deputy, ends)).toBeUndefined();
    // Who is away keeps what is theirs.
    expect(await areasAt(officer, during)).toEqual(lent);
  });

  test('comes on top of the own, and is told apart from it', async () => {
    const officer = await planner(county.otherTown);
    const deputy = await planner();
    await name(officer, deputy);
    expect(await areasAt(deputy, starts.subtract(second))).toEqual(
      new Set([county.town, county.village]),
    );
    expect(await areasAt(deputy, during)).toEqual(
      new Set([county.town, county.village, county.otherTown]),
    );
    const entered = await base.app
      .transaction()
      .execute((tx) => enter(tx, deputy.token, 'water.plan', during));
    expect(entered?.actor.roles.map(({ area }) => area)).toEqual([county.town]);
    expect(entered?.actor.acting).toMatchObject([
      {
        account: officer.id,
        until: '2026-11-26',
        ends: '2026-11-26T16:00:00.000Z',
        roles: [{ role: 'planner', area: county.otherTown }],
      },
    ]);
  });

  test('is only what the other holds at the time: taken back or disabled, it is gone at once', async () => {
    const [officer, deputy] = [await planner(), await cadre()];
    await name(officer, deputy);
    const disable = (disabled: boolean) =>
      sql`update identity.account set disabled = ${disabled} where id = ${officer.id}`.execute(
        base.owner,
      );
    await disable(true);
    expect(await areasAt(deputy, during)).toBeUndefined();
    await disable(false);
    expect(await areasAt(deputy, during)).toBeDefined();
    await sql`delete from identity.assignment where account = ${officer.id}`.execute(base.owner);
    expect(await areasAt(deputy, during)).toBeUndefined();
  });

  test('ends early by either side, at once, and not by a third', async () => {
    for (const side of ['officer', 'deputy'] as const) {
      const people = { officer: await planner(), deputy: await cadre() };
      const { body } = await name(people.officer, people.deputy);
      const path = `/api/identity/me/deputyships/${body.id}/end`;
      const third = await (await planner()).page.post(path);
      expect(third.status).toBe(403);
      expect(codeOf(third)).toBe('not-yours-to-end');
      expect((await people[side].page.post(path)).status).toBe(200);
      expect((await people[side].page.post(path)).status).toBe(200);
      expect(await areasAt(people.deputy, during)).toBeUndefined();
      const { rows } = await sql<{
        action: string;
        actor: string;
      }>`select action, actor from ledger.entry
        where subject = ${`account:${people.officer.id}`} order by seq`.execute(base.owner);
      expect(rows).toEqual([
        { action: 'identity.deputy-named', actor: people.officer.id },
        { action: 'identity.deputy-ended', actor: people[side].id },
      ]);
    }
  });
});

describe('is not handed on', () => {
  test('by a deputy of one’s own: the third gets what is the deputy’s own, and no more', async () => {
    const [officer, deputy, third] = [
      await planner(),
      await somebody([{ role: 'auditor', area: county.village }]),
      await cadre(),
    ];
    await name(officer, deputy);
    expect((await name(deputy, third)).status).toBe(200);
    expect(await areasAt(third, during)).toBeUndefined();
    expect(await areasAt(third, during, 'ledger.read')).toEqual(new Set([county.village]));
  });

  test('by who has nothing of their own', async () => {
    const [officer, deputy, third] = [await planner(), await cadre(), await cadre()];
    await name(officer, deputy, { from: '2026-11-24' });
    const answer = await name(deputy, third);
    expect(answer.status).toBe(409);
    expect(codeOf(answer)).toBe('nothing-to-lend');
  });

  test('by granting: an administrator’s deputy administers, and grants nothing borrowed', async () => {
    const chief = await somebody([{ role: 'administrator', area: county.root }], county.root);
    const [deputy, target] = [await planner(), await planner()];
    await name(chief, deputy, { from: '2026-11-24' });
    const { accounts } = (await deputy.page.get('/api/identity/accounts?limit=200')).body;
    const shown = accounts.find(({ id }: { id: string }) => id === chief.id);
    expect(shown).toMatchObject({ manageable: false, roles: [{ revocable: false }] });
    const path = `/api/identity/accounts/${target.id}`;
    const grant = { role: 'auditor', area: county.town };
    expect(codeOf(await deputy.page.post(`${path}/grant`, grant))).toBe('permission-beyond-own');
    const away = { ...leave, deputy: (await cadre()).id };
    const chiefs = `/api/identity/accounts/${chief.id}`;
    expect(codeOf(await deputy.page.post(`${chiefs}/deputyships`, away))).toBe(
      'account-beyond-reach',
    );
    expect(codeOf(await deputy.page.post(`${chiefs}/link`))).toBe('account-beyond-reach');
  });
});

describe('in the ledger', () => {
  test('a deed says for whom, where only the other’s permission reaches', async () => {
    const officer = await planner(county.otherTown);
    const deputy = await planner(county.town);
    await name(officer, deputy, { from: '2026-11-24' });
    for (const area of [county.town, county.otherTown])
      expect((await deputy.page.post('/api/test/plan', { area })).status).toBe(200);
    const { rows } = await sql<{ area: string; body: string }>`select area, body from ledger.entry
      where action = 'test.planned' and actor = ${deputy.id} order by seq`.execute(base.owner);
    expect(rows.map(({ area, body }) => [area, JSON.parse(body).onBehalfOf])).toEqual([
      [county.town, undefined],
      [county.otherTown, officer.id],
    ]);
  });

  test('where proof is wanted a deputy gives the own password, and acts on behalf all the same', async () => {
    const officer = await planner(county.otherTown);
    const password = '山里的路 要慢慢开 2022';
    const deputy = await layAccount(base.owner, county, {
      login: 'deputy-with-password',
      area: county.town,
      password,
    });
    await name(officer, deputy, { from: '2026-11-24' });
    const token = await layLongSession(base.app, county, deputy, clock.now());
    const page = browser(app, { token });
    clock.advance({ minutes: 6 });
    const plan = () => page.post('/api/test/plan-for-good', { area: county.otherTown });
    expect(codeOf(await plan())).toBe('prove-first');
    expect((await page.post('/api/identity/prove', { password })).status).toBe(200);
    expect((await plan()).status).toBe(200);
    const { rows } = await sql<{ body: string }>`select body from ledger.entry
      where action = 'test.planned-for-good' and actor = ${deputy.id}`.execute(base.owner);
    expect(rows.map(({ body }) => JSON.parse(body).onBehalfOf)).toEqual([officer.id]);
  });

  test('naming is one’s own deed, and holds no name', async () => {
    const [officer, deputy] = [await planner(), await cadre()];
    const { body: named } = await name(officer, deputy);
    const { rows } = await sql<{ body: string }>`select body from ledger.entry
      where action = 'identity.deputy-named' and actor = ${officer.id}`.execute(base.owner);
    const [entry] = rows.map(({ body }) => JSON.parse(body));
    expect(entry).toMatchObject({ subject: `account:${officer.id}`, area: county.town });
    expect(entry).not.toHaveProperty('onBehalfOf');
    expect(entry.detail).toEqual({
      ...leave,
      zone: 'Asia/Shanghai',
      deputyship: named.id,
      deputy: deputy.id,
    });
  });
});

describe('naming', () => {
  test('is refused with the reason', async () => {
    const [officer, deputy] = [await planner(), await cadre()];
    const foreign = await somebody([], elsewhere.town, elsewhere);
    const refused = async (more: object, to: LaidAccount = deputy) => name(officer, to, more);
    expect(codeOf(await refused({}, officer))).toBe('deputy-of-oneself');
    expect(codeOf(await refused({}, foreign))).toBe('not-found');
    expect(codeOf(await refused({}, { id: randomUUID(), login: '' }))).toBe('not-found');
    expect(codeOf(await refused({ from: '2026-11-23' }))).toBe('leave-in-the-past');
    for (const [more, path] of [
      [{ to: '2026-11-24' }, '/body/to'],
      [{ to: '2028-11-24' }, '/body/to'],
      [{ reason: '感冒发烧' }, '/body/reason'],
      [{ note: '感冒发烧' }, '/body/note'],
      [{ zone: 'Europe/Berlin' }, '/body/zone'],
    ] as const) {
      const answer = await refused(more);
      expect(answer.status).toBe(400);
      expect(answer.body.at[0].path).toBe(path);
    }
    expect((await refused({})).status).toBe(200);
    const twice = await refused({ from: '2026-11-26', to: '2026-11-30' }, await cadre());
    expect(twice.status).toBe(409);
    expect(codeOf(twice)).toBe('leave-overlaps');
    expect((await refused({ from: '2026-11-27', to: '2026-11-27' })).status).toBe(200);
  });

  test('two at the same moment make one', async () => {
    const officer = await planner();
    const others = [await cadre(), await cadre(), await cadre()];
    const answers = await Promise.all(others.map((deputy) => name(officer, deputy)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('offers who works in the area above one’s own and below it, not who is disabled', async () => {
    const [near, gone] = [await planner(county.otherTown), await cadre()];
    await sql`update identity.account set disabled = true where id = ${gone.id}`.execute(
      base.owner,
    );
    const asked = await cadre();
    const find = async (login: string) =>
      (await asked.page.get(`/api/identity/me/colleagues?search=${login}`)).body.colleagues;
    expect(await find(near.login)).toMatchObject([{ id: near.id }]);
    expect(await find(gone.login)).toEqual([]);
    expect(await find(asked.login)).toEqual([]);
  });
});

describe('identity.administer', () => {
  test('allows to name a deputy, see all now and to come, and end it; within reach', async () => {
    const registrar = await somebody([{ role: 'registrar', area: county.town }]);
    const [officer, deputy] = [await planner(), await cadre()];
    const wider = await planner(county.root);
    const path = (of: Person) => `/api/identity/accounts/${of.id}`;
    const body = { ...leave, deputy: deputy.id };
    const { colleagues } = (await registrar.page.get(`${path(officer)}/colleagues?limit=100`)).body;
    expect(colleagues.map(({ id }: { id: string }) => id)).toContain(deputy.id);
    const made = await registrar.page.post(`${path(officer)}/deputyships`, body);
    expect(made.body).toMatchObject({ namedBy: { id: registrar.id }, account: { id: officer.id } });
    expect(codeOf(await registrar.page.post(`${path(wider)}/deputyships`, body))).toBe(
      'account-beyond-reach',
    );
    expect(codeOf(await registrar.page.post(`${path(registrar)}/deputyships`, body))).toBe(
      'not-oneself',
    );
    const other = await somebody([{ role: 'planner', area: county.otherTown }], county.otherTown);
    await name(other, await somebody([], county.otherTown));
    await name(wider, await cadre(), { from: '2026-11-24', to: '2026-11-24' });
    const { deputyships } = (await registrar.page.get('/api/identity/deputyships')).body;
    const of = (person: Person) =>
      deputyships.find(({ account }: { account: { id: string } }) => account.id === person.id);
    expect(of(officer)).toMatchObject({ state: 'to-come', mayEnd: true });
    expect(of(wider)).toMatchObject({ state: 'now', mayEnd: false });
    expect(of(other)).toBeUndefined();
    const end = (id: string) => registrar.page.post(`/api/identity/deputyships/${id}/end`);
    expect(codeOf(await end(of(wider).id))).toBe('account-beyond-reach');
    expect((await end(made.body.id)).status).toBe(200);
    expect(await areasAt(deputy, during)).toBeUndefined();
  });

  test('is needed for it', async () => {
    const [officer, deputy] = [await planner(), await cadre()];
    const { body } = await name(officer, deputy);
    const account = `/api/identity/accounts/${officer.id}`;
    const answers = [
      await deputy.page.get('/api/identity/deputyships'),
      await deputy.page.get(`${account}/colleagues`),
      await deputy.page.get(`${account}/sight`),
      await deputy.page.post(`${account}/deputyships`, { ...leave, deputy: deputy.id }),
      await deputy.page.post(`/api/identity/deputyships/${body.id}/end`),
    ];
    expect(answers.map(codeOf)).toEqual(Array(5).fill('not-permitted'));
  });
});

describe('row-level security', () => {
  test('shows a deputyship to its tenant only, and lets nothing of it be changed but its end', async () => {
    const [officer, deputy] = [await planner(), await cadre()];
    const { body } = await name(officer, deputy);
    const within = <T>(tenant: string | undefined, statement: ReturnType<typeof sql<T>>) =>
      base.app.transaction().execute(async (tx) => {
        if (tenant) await sql`select set_config('lbw.tenant', ${tenant}, true)`.execute(tx);
        return statement.execute(tx);
      });
    const all = sql`select from identity.deputyship where id = ${body.id}`;
    expect((await within(undefined, all)).rows).toHaveLength(0);
    expect((await within(elsewhere.tenant, all)).rows).toHaveLength(0);
    expect((await within(county.tenant, all)).rows).toHaveLength(1);
    const held = sql`select from identity.grants(${county.tenant}, ${deputy.id}, ${during.toString()})`;
    expect((await within(elsewhere.tenant, held)).rows).toHaveLength(0);
    for (const statement of [
      sql`delete from identity.deputyship where id = ${body.id}`,
      sql`update identity.deputyship set ends = ends + interval '1 day' where id = ${body.id}`,
      sql`update identity.deputyship set deputy = account where id = ${body.id}`,
    ])
      await expect(within(county.tenant, statement)).rejects.toThrow(/permission denied/);
  });
});
