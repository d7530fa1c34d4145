import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/testing/database.ts';
import { say } from '../http/say.ts';
import { identityWords } from '../identity/ledger-words.ts';
import { type Browser, browser, codeOf } from '../identity/testing/browser.ts';
import {
  type County,
  type LaidAccount,
  layAccount,
  layCounty,
  laySession,
  movableClock,
} from '../identity/testing/county.ts';
import { testOffice } from '../identity/testing/office.ts';
import { officeRooms } from '../rooms.ts';
import type { LedgerEntry } from './append.ts';
import { append } from './append.ts';
import type { Entry } from './contract.ts';
import { ledgerEndpoints } from './server.ts';
import { gatherWords } from './words.ts';

const clock = movableClock();
const words = gatherWords([identityWords, { 'water.delivered': say('送水', 'Water delivered') }]);
const response = randomUUID();
let base: TestDatabase;
let county: County;
let auditor: Browser;
let townAuditor: Browser;
let driver: LaidAccount;
let app: ReturnType<typeof testOffice>;

const entry = (more: Partial<LedgerEntry>): LedgerEntry => ({
  action: 'water.delivered',
  subject: 'delivery:1',
  area: county.town,
  ...more,
});

beforeAll(async () => {
  base = await testDatabase(officeRooms);
  county = await layCounty(base.owner, '渌口区');
  const elsewhere = await layCounty(base.owner, '攸县');
  app = testOffice({ db: base.app, clock, endpoints: ledgerEndpoints({ words }) });
  driver = await layAccount(base.owner, county, { login: 'driver', area: county.town });
  const signedIn = async (login: string, area: string, role = 'auditor') => {
    const account = await layAccount(base.owner, county, { login, area, roles: [{ role, area }] });
    return browser(app, { token: await laySession(base.app, county, account, clock) });
  };
  auditor = await signedIn('auditor', county.root);
  townAuditor = await signedIn('town-auditor', county.town);
  const write = (tenant: string, entries: LedgerEntry[]) =>
    base.owner.transaction().execute(async (tx) => {
      const { enterTenant } = await import('../identity/store.ts');
      await enterTenant(tx, tenant);
      await append(tx, entries, {
        actor: tenant === county.tenant ? driver.id : null,
        recorded: clock.now(),
      });
    });
  await write(county.tenant, [
    entry({
      at: Temporal.Instant.from('2022-11-09T15:59:59.999Z'),
      subject: 'delivery:day-before',
    }),
    entry({ at: Temporal.Instant.from('2022-11-09T16:00:00Z'), subject: 'delivery:first' }),
    entry({
      at: Temporal.Instant.from('2022-11-10T15:59:59.5Z'),
      subject: 'delivery:last',
      response,
    }),
    entry({ at: Temporal.Instant.from('2022-11-10T16:00:00Z'), subject: 'delivery:day-after' }),
    entry({
      area: county.village,
      subject: 'village-tank:1',
      onBehalfOf: driver.id,
      detail: { litres: 900 },
    }),
    entry({ area: county.otherTown, subject: 'delivery:other-town' }),
    entry({ action: 'gone-desk.did', subject: 'delivered:1' }),
  ]);
  await write(elsewhere.tenant, [entry({ area: elsewhere.town, subject: 'delivery:elsewhere' })]);
});
afterAll(() => base[Symbol.asyncDispose]());

async function read(page: Browser, query: string): Promise<Entry[]> {
  const answer = await page.get(`/api/ledger/entries?${query}`);
  expect(answer.status).toBe(200);
  return answer.body.entries;
}
const subjects = (entries: Entry[]) => entries.map(({ subject }) => subject);

describe('ledger.read', () => {
  test('allows who holds it, in its areas only', async () => {
    const all = subjects(await read(auditor, 'limit=100'));
    expect(all).toContain('delivery:other-town');
    expect(all).toContain('role:planner');
    expect(all).not.toContain('delivery:elsewhere');
    const town = subjects(await read(townAuditor, 'limit=100'));
    expect(town).toContain('village-tank:1');
    expect(town).toContain('delivery:first');
    expect(town).not.toContain('delivery:other-town');
    expect(town).not.toContain('role:planner');
  });

  test('denies who does not', async () => {
    const planner = await layAccount(base.owner, county, {
      login: 'planner',
      area: county.town,
      roles: [{ role: 'planner', area: county.town }],
    });
    const page = browser(app, { token: await laySession(base.app, county, planner, clock) });
    for (const path of ['/api/ledger/entries', '/api/ledger/actions']) {
      expect(codeOf(await page.get(path))).toBe('not-permitted');
      expect(codeOf(await browser(app).get(path))).toBe('sign-in-first');
    }
  });
});

test('an entry says who, what, where, when and on whose behalf, in words', async () => {
  const [found] = await read(auditor, `subject=village-tank:1`);
  expect(found).toMatchObject({
    action: 'water.delivered',
    label: { 'zh-CN': '送水', en: 'Water delivered' },
    actor: { id: driver.id, name: '某driver' },
    onBehalfOf: { id: driver.id, name: '某driver' },
    area: { id: county.village, name: '渌口区白壁村' },
    response: null,
    at: '2026-11-24T01:00:00.000Z',
    recorded: '2026-11-24T01:00:00.000Z',
    detail: { litres: 900 },
  });
  const [gone] = await read(auditor, 'action=gone-desk.did');
  expect(gone?.label).toEqual({ 'zh-CN': 'gone-desk.did', en: 'gone-desk.did' });
});

describe('the filter', () => {
  test('by days includes both ends, in the zone of the response', async () => {
    const query = 'from=2022-11-10&to=2022-11-10';
    expect(subjects(await read(auditor, query))).toEqual(['delivery:last', 'delivery:first']);
    expect(subjects(await read(auditor, `${query}&zone=UTC`))).toEqual([
      'delivery:day-after',
      'delivery:last',
    ]);
  });

  test('by subject: one, or all of a kind', async () => {
    expect(subjects(await read(auditor, 'subject=delivered'))).toEqual(['delivered:1']);
    expect(subjects(await read(auditor, 'subject=delivery:first'))).toEqual(['delivery:first']);
    expect(await read(auditor, 'subject=deliver')).toEqual([]);
  });

  test('by response, by actor, by area with all below it', async () => {
    expect(subjects(await read(auditor, `response=${response}`))).toEqual(['delivery:last']);
    expect(await read(auditor, `actor=${driver.id}`)).toHaveLength(7);
    expect(await read(auditor, `actor=${randomUUID()}`)).toEqual([]);
    expect(subjects(await read(auditor, `area=${county.town}&action=water.delivered`))).toEqual([
      'village-tank:1',
      'delivery:day-after',
      'delivery:last',
      'delivery:first',
      'delivery:day-before',
    ]);
    expect(subjects(await read(auditor, `area=${county.village}`))).toEqual(['village-tank:1']);
    expect(subjects(await read(townAuditor, `area=${county.root}`))).not.toContain(
      'delivery:other-town',
    );
  });

  test.each(['limit=0', 'limit=101', 'from=yesterday', 'actor=me', 'sort=asc', 'before=0'])(
    'refuses %s and says where',
    async (query) => {
      const answer = await auditor.get(`/api/ledger/entries?${query}`);
      expect(answer.status).toBe(400);
      expect(answer.body.at[0].path).toBe(
        `/query/${query === 'sort=asc' ? '' : query.split('=')[0]}`.replace(/\/$/, '/sort'),
      );
    },
  );
});

test('pages lead from the newest to the oldest, each entry once', async () => {
  const seen: number[] = [];
  let next: number | null = null;
  do {
    const { body } = await auditor.get(
      `/api/ledger/entries?limit=3${next ? `&before=${next}` : ''}`,
    );
    seen.push(...body.entries.map(({ seq }: Entry) => seq));
    next = body.next;
  } while (next !== null);
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual((await read(auditor, 'limit=100')).map(({ seq }) => seq));
});

test('the actions are listed in words', async () => {
  const { actions } = (await auditor.get('/api/ledger/actions')).body;
  expect(actions).toContainEqual({
    action: 'water.delivered',
    label: { 'zh-CN': '送水', en: 'Water delivered' },
  });
  expect(actions).toHaveLength(Object.keys(words).length);
});

test('an action belongs to one room', () => {
  expect(() => gatherWords([identityWords, { 'identity.login': say('登录', 'x') }])).toThrow(
    'identity.login',
  );
});
