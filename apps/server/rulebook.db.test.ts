import { randomUUID } from 'node:crypto';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { openResponse } from '@liangbuwu/office/responses/contract.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import { exampleFact, exampleFields } from '@liangbuwu/office/rulebook/contract.examples.ts';
import * as routes from '@liangbuwu/office/rulebook/contract.ts';
import { decideByRules, findRules, tryRules } from '@liangbuwu/office/rulebook/decide.contract.ts';
import {
  proposeEnding,
  publishEnding,
  withdrawEnding,
} from '@liangbuwu/office/rulebook/endings.contract.ts';
import type { VersionFields } from '@liangbuwu/office/rulebook/rulebook.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let clerk: Call;
let second: Call;
let third: Call;
let cadre: Call;
let otherTown: Call;
const set = randomUUID();
const first = randomUUID();
const next = randomUUID();
const epidemic = randomUUID();

/** Set for the demonstration's clock, whatever the day is. */
const now = '2022-11-10T06:00:00+08:00';
const { name: factName, ...factFields } = exampleFact;

beforeAll(async () => {
  server = await testServer();
  clerk = await server.as('county-officer', 'county');
  second = await server.as('administrator', 'county');
  third = await server.as('administrator', 'town');
  cadre = await server.as('village-cadre', 'village');
  otherTown = await server.as('town-officer', 'otherTown');
});
afterAll(() => server.close());

const refused = (code: string) => ({ body: { code } });
const fields = (changed: Partial<VersionFields> = {}): VersionFields => ({
  ...structuredClone(exampleFields),
  ...changed,
});
const draft = (
  version: string,
  changed: Partial<VersionFields> = {},
  seen: number | null = null,
  by = clerk,
) => by(routes.putRuleDraft, { params: { version }, body: { ...fields(changed), set, seen } });
const withCell = (cell: string): VersionFields['table'] => {
  const { table } = fields();
  table.rules = table.rules.map((rule, r) => ({
    ...rule,
    when: [r === 0 ? `<= ${cell}` : `> ${cell}`],
  }));
  return table;
};
const propose = (version: string, seen: number, by = clerk) =>
  by(routes.proposeRules, { params: { version }, body: { seen } });
const publish = (version: string, seen: number, by = second) =>
  by(routes.publishRules, { params: { version }, body: { seen } });
const decide = (at: string, facts: Record<string, number>, area = server.areas.village) =>
  cadre(decideByRules, { body: { purpose: 'return-to-school', area, at, facts } });

test('a rule-set is made once; its area and purpose stay', async () => {
  const body = {
    area: server.areas.town,
    purpose: 'return-to-school' as const,
    kind: 'epidemic' as const,
    name: { 'zh-CN': '返校', en: 'Return to school' },
  };
  const put = (changed: object = {}, id = set, by = clerk) =>
    by(routes.putRuleSet, { params: { set: id }, body: { ...body, ...changed } });
  await expect(put({}, set, otherTown)).rejects.toMatchObject(refused('not-found'));
  expect(await put()).toMatchObject({ id: set, area: { id: server.areas.town }, responses: [] });
  expect((await put({ name: { 'zh-CN': '返校规则', en: 'Return' } })).name.en).toBe('Return');
  await expect(put({ purpose: 'enter-site' })).rejects.toMatchObject(refused('set-is-fixed'));
  await expect(put({}, randomUUID())).rejects.toMatchObject(refused('set-exists'));
});

describe('no rule may use a fact outside its purpose', () => {
  test('what is not in the catalogue is refused at proposing, with the column', async () => {
    const { version } = await draft(first);
    await expect(propose(first, version)).rejects.toMatchObject({
      body: { code: 'not-ready', at: [{ path: '/columns[0]', code: 'fact-unknown' }] },
    });
  });

  test('what is there for another purpose too', async () => {
    const put = (purposes: string[], by = second) =>
      by(routes.putRuleFact, {
        params: { fact: factName },
        body: { ...factFields, purposes: purposes as never },
      });
    await put(['enter-village']);
    await expect(propose(first, 1)).rejects.toMatchObject({
      body: { at: [{ path: '/columns[0]', code: 'fact-outside-purpose' }] },
    });
    await put(['return-to-school', 'enter-village']);
    await expect(put(['return-to-school'], otherTown)).rejects.toMatchObject(
      refused('not-permitted'),
    );
  });
});

test('a case that fails keeps it from being proposed', async () => {
  const { version } = await draft(first, { table: withCell('12') }, 1);
  await expect(propose(first, version)).rejects.toMatchObject({
    body: { at: [{ path: '/cases[0]' }, { path: '/rules[0]', code: 'rule-untested' }] },
  });
  expect((await draft(first, {}, 2)).version).toBe(3);
});

test('who saw an older draft changes nothing', async () => {
  await expect(draft(first, { table: withCell('12') }, 1)).rejects.toMatchObject(
    refused('changed-meanwhile'),
  );
  await expect(draft(first, {}, 3, otherTown)).rejects.toMatchObject(refused('not-found'));
});

test('who proposed a version, and nobody else, withdraws it', async () => {
  await propose(first, 3);
  const withdraw = (by: Call, seen = 4) =>
    by(routes.withdrawRules, { params: { version: first }, body: { seen } });
  await expect(withdraw(second)).rejects.toMatchObject(refused('not-your-proposal'));
  await expect(withdraw(otherTown)).rejects.toMatchObject(refused('not-found'));
  await expect(withdraw(cadre)).rejects.toMatchObject(refused('not-permitted'));
  await expect(withdraw(clerk, 3)).rejects.toMatchObject(refused('changed-meanwhile'));
  expect(await withdraw(clerk)).toMatchObject({
    state: 'draft',
    proposedBy: null,
    sentBack: null,
    version: 5,
  });
  await expect(withdraw(clerk, 5)).rejects.toMatchObject(refused('wrong-state'));
});

test('four eyes: neither who drafted nor who proposed it publishes it', async () => {
  expect(await propose(first, 5)).toMatchObject({ state: 'proposed', version: 6 });
  await expect(draft(first, {}, 6)).rejects.toMatchObject(refused('wrong-state'));
  await expect(publish(first, 6, clerk)).rejects.toMatchObject(refused('four-eyes'));
  const back = await second(routes.sendRulesBack, {
    params: { version: first },
    body: { seen: 6, reason: 'source' },
  });
  expect(back).toMatchObject({ state: 'draft', sentBack: 'source', proposedBy: null });
  await draft(first, {}, 7, second);
  await propose(first, 8, clerk);
  await expect(publish(first, 9, second)).rejects.toMatchObject(refused('four-eyes'));
  await second(routes.sendRulesBack, {
    params: { version: first },
    body: { seen: 9, reason: 'other' },
  });
  const drafted = await draft(first, { from: '2022-11-01T00:00:00+08:00' }, 10, clerk);
  expect(drafted).toMatchObject({
    draftedBy: { name: 'county-officer county' },
    editedBy: [{ name: 'administrator county' }],
  });
  await propose(first, 11);
  // What she saved before somebody else saved over it is in it all the same.
  await expect(publish(first, 12, second)).rejects.toMatchObject(refused('four-eyes'));
});

test('a first version may say what held before; it is the nearest rule, where a response is active', async () => {
  expect((await decide(now, { [factName]: 20 })).nothing?.en).toMatch(/nothing is asked/);
  expect(await publish(first, 12, third)).toMatchObject({ state: 'published', sentBack: null });
  const without = await decide(now, { [factName]: 20 });
  expect(without).toMatchObject({ inForce: null, answer: null });
  await clerk(openResponse, {
    params: { response: randomUUID() },
    body: {
      kind: 'drought',
      name: { 'zh-CN': '抗旱', en: 'Drought' },
      starts: '2022-08-17T00:00:00+08:00',
      areas: [server.areas.county],
      clock: now,
    },
  });
  expect(await decide(now, { [factName]: 20 })).toMatchObject({ inForce: null });
  await clerk(openResponse, {
    params: { response: epidemic },
    body: {
      kind: 'epidemic',
      name: { 'zh-CN': '抗疫', en: 'Epidemic' },
      starts: '2022-10-01T00:00:00+08:00',
      areas: [server.areas.county],
      clock: now,
    },
  });
  expect(await decide(now, { [factName]: 20 })).toMatchObject({
    inForce: { set, version: { id: first }, response: epidemic },
    nothing: null,
    answer: { known: true, outcome: 'return' },
  });
  expect(await decide(now, {})).toMatchObject({ answer: { known: false, ask: [factName] } });
  const elsewhere = await decide(now, { [factName]: 20 }, server.areas.otherVillage);
  expect(elsewhere).toMatchObject({ inForce: null, answer: null });
  const governs = await cadre(findRules, {
    query: {
      purpose: 'return-to-school',
      area: server.areas.village,
      at: '2022-09-30T12:00:00+08:00',
    },
  });
  expect(governs.inForce).toBeNull();
});

test('a published version stays as it is, for the database too', async () => {
  await expect(draft(first, {}, 13)).rejects.toMatchObject(refused('wrong-state'));
  await expect(
    clerk(routes.discardRuleDraft, { params: { version: first } }),
  ).rejects.toMatchObject(refused('wrong-state'));
  await expect(
    sql`update rulebook.version set invented = false where id = ${first}`.execute(
      server.database.owner,
    ),
  ).rejects.toThrow(/stays as it is/);
});

test('history is never rewritten: the next version begins at the response’s now or later', async () => {
  const table = withCell('24');
  const cases = fields().cases;
  await draft(next, { table, cases, from: '2022-11-09T00:00:00+08:00' });
  await propose(next, 1);
  await expect(publish(next, 2)).rejects.toMatchObject(refused('history-stays'));
  await second(routes.sendRulesBack, {
    params: { version: next },
    body: { seen: 2, reason: 'dates' },
  });
  await draft(next, { table, cases, from: '2022-11-11T00:00:00+08:00' }, 3);
  await propose(next, 4);
  await publish(next, 5);
  const outcomeAt = async (at: string) => (await decide(at, { [factName]: 30 })).answer?.outcome;
  expect(await outcomeAt('2022-11-10T23:59:59+08:00')).toBe('return');
  expect(await outcomeAt('2022-11-11T00:00:00+08:00')).toBe('test');
});

test('nor by a first version for another kind of emergency, in a rule-set beside it', async () => {
  const [flood, version] = [randomUUID(), randomUUID()];
  await clerk(routes.putRuleSet, {
    params: { set: flood },
    body: {
      area: server.areas.town,
      purpose: 'return-to-school',
      kind: 'flood',
      name: { 'zh-CN': '汛期返校', en: 'Return after a flood' },
    },
  });
  await clerk(routes.putRuleDraft, {
    params: { version },
    body: { ...fields({ from: '2022-11-01T00:00:00+08:00' }), set: flood, seen: null },
  });
  await propose(version, 1);
  await expect(publish(version, 2)).rejects.toMatchObject(refused('history-stays'));
});

test('what changed is told in words', async () => {
  const { differences } = await cadre(routes.compareRules, {
    params: { version: next },
    query: { from: first },
  });
  expect(differences.map(({ what, after }) => [what, after?.['zh-CN']])).toEqual([
    ['head', '2022-11-11 00:00'],
    ['cell', '≤ 24 小时'],
    ['cell', '> 24 小时'],
  ]);
});

test('a draft may be tried; facts that do not fit are refused at their place', async () => {
  const version = randomUUID();
  await draft(version, { table: withCell('12'), from: '2022-12-01T00:00:00+08:00' });
  const asked = (facts: object) =>
    cadre(tryRules, { params: { version }, body: { facts: facts as never, at: null } });
  expect((await asked({ [factName]: 10 })).outcome).toBe('return');
  await expect(asked({ [factName]: 'many' })).rejects.toMatchObject({
    body: { code: 'facts-unfit', at: [{ path: `/body/facts/${factName}` }] },
  });
  await clerk(routes.discardRuleDraft, { params: { version } });
});

test('a fact that rules in force use cannot lose its purpose, type or values', async () => {
  const put = (changed: object) =>
    second(routes.putRuleFact, { params: { fact: factName }, body: { ...factFields, ...changed } });
  await expect(put({ purposes: ['enter-village'] })).rejects.toMatchObject(refused('fact-in-use'));
  await expect(put({ type: 'string' })).rejects.toMatchObject(refused('fact-in-use'));
  expect(await put({ purposes: ['return-to-school'] })).toMatchObject({ name: factName });
});

test('a version goes out as DMN and comes back as it was', async () => {
  const { file, xml } = await cadre(routes.writeRuleDmn, { params: { version: next } });
  expect(file).toBe('return-to-school-2.dmn');
  const { tables } = await clerk(routes.readRuleDmn, { body: { xml } });
  expect(tables[0]?.table.rules.map(({ when, gives }) => [when, gives])).toEqual([
    [['<= 24'], ['"return"']],
    [['> 24'], ['"test"']],
  ]);
  expect(tables[0]?.issue).toMatchObject({
    from: '2022-11-10T16:00:00.000Z',
    until: null,
    issuer: exampleFields.issuer,
  });
  await expect(clerk(routes.readRuleDmn, { body: { xml: '<a/>' } })).rejects.toMatchObject(
    refused('dmn-unreadable'),
  );
});

describe('a version ends without another in its place', () => {
  const ending = randomUUID();
  const at = '2022-11-13T00:00:00+08:00';
  const end = (given: { version?: string; at?: string; id?: string; by?: Call } = {}) =>
    (given.by ?? clerk)(proposeEnding, {
      params: { ending: given.id ?? randomUUID() },
      body: { version: given.version ?? next, at: given.at ?? at },
    });
  const unfit = (why: RegExp) => ({
    body: {
      code: 'ending-unfit',
      at: [{ path: '/body/at', cause: { en: expect.stringMatching(why) } }],
    },
  });

  test('not before now, not before it begins, and only where one may', async () => {
    await expect(end({ version: first, at: '2022-11-09T00:00:00+08:00' })).rejects.toMatchObject(
      unfit(/stays judged/),
    );
    await expect(end({ at: '2022-11-10T12:00:00+08:00' })).rejects.toMatchObject(
      unfit(/not begun/),
    );
    await expect(end({ by: otherTown })).rejects.toMatchObject(refused('not-found'));
    await expect(end({ by: cadre })).rejects.toMatchObject(refused('not-permitted'));
    const version = randomUUID();
    await draft(version);
    await expect(end({ version })).rejects.toMatchObject(refused('wrong-state'));
    await clerk(routes.discardRuleDraft, { params: { version } });
  });

  test('one proposes, another publishes; until then it holds', async () => {
    const taken = randomUUID();
    expect(await end({ id: taken })).toMatchObject({ until: null, ending: { id: taken } });
    await end({ id: taken });
    await expect(end()).rejects.toMatchObject(refused('ending-proposed'));
    expect(await second(withdrawEnding, { params: { ending: taken } })).toMatchObject({
      ending: null,
    });
    await end({ id: ending });
    const publishIt = (by: Call) => by(publishEnding, { params: { ending } });
    await expect(publishIt(clerk)).rejects.toMatchObject(refused('ending-four-eyes'));
    await expect(publishIt(cadre)).rejects.toMatchObject(refused('not-permitted'));
    expect((await decide(at, { [factName]: 30 })).inForce).not.toBeNull();
    expect(await publishIt(second)).toMatchObject({
      state: 'published',
      until: '2022-11-12T16:00:00.000Z',
      ending: { publishedBy: { name: 'administrator county' } },
    });
    const before = await decide('2022-11-12T23:59:59+08:00', { [factName]: 30 });
    expect(before.inForce).toMatchObject({ version: { id: next } });
    expect((await decide(at, { [factName]: 30 })).inForce).toBeNull();
  });

  test('and that stays: no later, no other way, for the database neither', async () => {
    await expect(end({ at: '2022-11-14T00:00:00+08:00' })).rejects.toMatchObject(
      unfit(/ends before that/),
    );
    await expect(clerk(withdrawEnding, { params: { ending } })).rejects.toMatchObject(
      refused('not-found'),
    );
    await expect(
      sql`delete from rulebook.ending where id = ${ending}`.execute(server.database.owner),
    ).rejects.toThrow(/stays as it is/);
  });
});

test('the ledger has every change by ids, and no fact of anybody', async () => {
  const { entries } = await clerk(listEntries, { query: {} });
  const own = entries.filter(({ action }) => action.startsWith('rulebook.'));
  expect(new Set(own.map(({ action }) => action.slice(9)))).toEqual(
    new Set([
      'set-saved',
      'set-renamed',
      'drafted',
      'proposed',
      'withdrawn',
      'sent-back',
      'published',
      'discarded',
      'fact-saved',
      'ending-proposed',
      'ending-withdrawn',
      'ending-published',
    ]),
  );
  expect(own.find(({ action }) => action === 'rulebook.set-renamed')?.detail).toMatchObject({
    before: { 'zh-CN': '返校' },
    name: { 'zh-CN': '返校规则' },
  });
  expect(own.find(({ action }) => action === 'rulebook.published')?.detail).toMatchObject({ set });
  expect(JSON.stringify(own)).not.toContain('"facts"');
  expect(server.logged.join('\n')).not.toContain(factName);
});

test('once the response is closed nothing is in force any more, and earlier moments are judged as before', async () => {
  const proposer = await server.as('administrator', 'county');
  const { ended } = await closeByTwo({ proposer, second: clerk }, epidemic);
  expect((await decide(ended, { [factName]: 20 })).inForce).toBeNull();
  expect((await decide('2022-11-09T12:00:00+08:00', { [factName]: 30 })).answer).toMatchObject({
    outcome: 'return',
  });
});
