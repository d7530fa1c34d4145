import { randomUUID } from 'node:crypto';
import { getBoard } from '@liangbuwu/gate/board/board.contract.ts';
import { giveGateCode } from '@liangbuwu/gate/codes/codes.contract.ts';
import type { Gate } from '@liangbuwu/gate/gate.ts';
import { putGate } from '@liangbuwu/gate/gates/gates.contract.ts';
import { giveHomeLink } from '@liangbuwu/gate/home/home.contract.ts';
import * as own from '@liangbuwu/gate/own/own.contract.ts';
import { mostOfPhone, mostWaiting } from '@liangbuwu/gate/own/own-rules.ts';
import { revokePass } from '@liangbuwu/gate/passes/passes.contract.ts';
import { enterGate } from '@liangbuwu/gate/public/enter.ts';
import * as home from '@liangbuwu/gate/returnees/returnee.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { readFor } from '@liangbuwu/office/people/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disguises } from './testing/disguises.ts';
import { hiddenFields, type OpenedPage, stranger } from './testing/public-page.ts';
import { makeGate, openEpidemic, publishGateRules } from './testing/small-gate.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let clerk: Call;
let cadre: Call;
let response: string;
let gate: Gate;
let code: string;
let browser: ReturnType<typeof stranger>;
let village: { gate: Gate; code: string };

const codeOf = async (of: Gate) =>
  (await county(giveGateCode, { params: { gate: of.id }, body: { replaces: null } })).code ?? '';

beforeAll(async () => {
  server = await testServer();
  county = await server.as('county-officer', 'county');
  clerk = await server.as('town-officer', 'town');
  cadre = await server.as('village-cadre', 'village');
  response = await openEpidemic(county, server.areas.county);
  await publishGateRules(county, await server.as('administrator', 'county'), server.areas.county);
  gate = await makeGate(county, { response, area: server.areas.village, name: '东门' });
  code = await codeOf(gate);
  const entrance = await county(putGate, {
    params: { gate: randomUUID() },
    body: {
      response,
      area: server.areas.otherVillage,
      name: '村口',
      kind: 'village',
      purposes: ['enter-village'],
      invented: true,
    },
  });
  village = { gate: entrance, code: await codeOf(entrance) };
  browser = stranger(server.app);
});
afterAll(() => server.close());

const refused = (code_: string) => ({ body: { code: code_ } });
const person = { name: '司徒钰莹', lastFour: '002X', born: '1988-03', phone: '10907330017' };
const well = { 'f.registered': 'true', 't.temperature': '36.5' };
const site = { purpose: 'enter-site', ...well };
const linkIn = ({ headers }: OpenedPage) => String(headers.location).replace(/\?.*$/, '');
let drawn = 0;
/** Another network each time: a village has many. */
const someone = () =>
  stranger(server.app, `203.0.${113 + Math.floor(++drawn / 200)}.${drawn % 200}`);
const applyFor = (fields: Record<string, string>, at = code) =>
  someone().send(`/p/gate/${at}/apply`, { id: randomUUID(), ...fields });
const waiting = async (by = clerk) => (await by(own.listOwn, { query: { response } })).applications;
const open = (application: string, by = clerk) =>
  by(own.openOwnApplication, { params: { application } });
const issue = (application: string, by = clerk) =>
  by(own.issueOwn, {
    params: { application },
    body: {
      facts: { temperature: 36.5, registered: true },
      until: '2022-11-20T18:00:00+08:00',
    },
  });
/** Everything in every table, as texts. */
const dump = async () => {
  const { owner } = server.database;
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(owner);
  const all: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select t::text as row from ${sql.raw(name)} t`.execute(owner);
    all.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return all;
};

describe('asking', () => {
  test('by a gate’s code opens its area and nothing else; codes that open nothing look alike', async () => {
    const seen = async (typed?: string) =>
      server.database.app.transaction().execute(async (tx) => {
        if (typed !== undefined) await enterGate(tx, typed);
        const { rows } = await sql<{ seen: string[] | null }>`
          select array_agg(distinct area::text) as seen from (select area from gate.gate
            union all select area from gate.own_application union all select area from gate.gate_code) x`.execute(
          tx,
        );
        return rows[0]?.seen ?? [];
      });
    expect(await seen()).toEqual([]);
    expect(await seen('ACDE3467')).toEqual([]);
    expect(await seen(code)).toEqual([server.areas.village]);
    const first = await browser.open(`/p/gate/${code}`);
    expect(first.text).toContain('东门');
    expect(first.text).not.toContain('村口');
    const renewed = await county(giveGateCode, {
      params: { gate: gate.id },
      body: { replaces: code },
    });
    const answers = await Promise.all(
      [code, 'ACDE3467', 'none', "' or 1=1 --"].map((one) =>
        someone().open(`/p/gate/${encodeURIComponent(one)}`),
      ),
    );
    expect(new Set(answers.map(({ html }) => html)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404 });
    code = renewed.code ?? '';
  });

  test('asks for what matters only, a few at a time, and writes nothing anywhere', async () => {
    // The job queue keeps its own time.
    const kept = async () => (await dump()).filter((row) => !row.startsWith('pgboss.'));
    const before = await kept();
    const first = await browser.open(`/p/gate/${code}`);
    expect(first.text).toMatch(/进厂、进工地[\s\S]*开车进场装卸/);
    expect(first.text).not.toContain('返校');
    const ask = (fields: Record<string, string>) =>
      browser.send(`/p/gate/${code}/ask`, { purpose: 'enter-site', ...fields });
    const asked = await ask({});
    expect(asked.text).toMatch(/体温[\s\S]*已扫码登记/);
    expect(asked.text).not.toContain('7 天内到过');
    const feverish = await ask({ ...hiddenFields(asked), 't.temperature': '38' });
    expect(feverish.text).toMatch(
      /不得进厂[\s\S]*体温[\s\S]*第 1 版，第 1 条[\s\S]*以上所填没有保存/,
    );
    // What the rule does not ask is not carried along.
    const stray = await ask({ ...well, 'f.stay': '"high"', 'f.nothing': '1' });
    expect(stray.text).toContain('可以进厂');
    expect(stray.html).not.toMatch(/stay|nothing/);
    expect((await ask({ 'f.registered': '?', 't.temperature': '36.5' })).text).toMatch(
      /还说不准[\s\S]*还不知道：已扫码登记/,
    );
    expect((await ask({ purpose: 'return-to-school' })).text).toContain('这个卡口不查这一项');
    expect((await ask({ at: '2023-11-17T07:00' })).text).toContain('31 天以后');
    expect((await ask({ 't.temperature': '<b>&"' })).html).not.toContain('<b>&');
    expect(feverish.headers['cache-control']).toBe('no-store');
    expect(await kept()).toEqual(before);
  });

  test('where the response has ended, says come through', async () => {
    const at = { area: server.areas.otherVillage, name: '井边' };
    const dry = await openEpidemic(county, at.area, 'drought');
    const poster = await codeOf(await makeGate(county, { response: dry, ...at }));
    expect((await browser.open(`/p/gate/${poster}`)).text).toContain('我能进吗');
    const proposer = await server.as('administrator', 'county');
    await closeByTwo({ proposer, second: county }, dry);
    expect((await browser.open(`/p/gate/${poster}`)).text).toMatch(
      /什么都不用问，直接走[\s\S]*查验已经结束/,
    );
  });
});

describe('applying', () => {
  test('twice is once; the page by its secret shows what became of it; a hand issues it', async () => {
    const id = randomUUID();
    const form = { id, ...site, ...person, at: '2022-11-10T06:00', note: '周五早上到' };
    const one = await browser.send(`/p/gate/${code}/apply`, form);
    // Whoever means now means another moment at the second tap.
    await county(advanceClock, { params: { response }, body: { to: '2022-11-10T06:01:00+08:00' } });
    const two = await browser.send(`/p/gate/${code}/apply`, form);
    expect([one.status, linkIn(one)]).toEqual([303, linkIn(two)]);
    expect(linkIn(one)).toMatch(/^\/p\/gate\/own\/[A-Z0-9]{16}$/);
    expect((await browser.send(`/p/gate/${code}/apply`, { ...form, note: '别的' })).text).toContain(
      '这张表已经交过',
    );
    const link = linkIn(one);
    expect((await browser.open(link)).text).toMatch(/等工作人员看[\s\S]*司\* 002X/);
    const secret = link.slice(-16);
    expect((await dump()).filter((row) => row.includes(secret))).toEqual([]);

    expect(await waiting()).toMatchObject([{ id, holder: { name: '司*', lastFour: '002X' } }]);
    const otherClerk = await server.as('town-officer', 'otherTown');
    expect(await waiting(otherClerk)).toEqual([]);
    await expect(open(id, otherClerk)).rejects.toMatchObject(refused('not-found'));
    await expect(issue(id, otherClerk)).rejects.toMatchObject(refused('not-found'));
    const opened = await open(id);
    expect(opened).toMatchObject({
      said: { holder: { name: person.name, phone: person.phone }, note: '周五早上到' },
      admitted: true,
      decision: { outcome: { en: 'may enter' } },
    });
    const { entries } = await county(listEntries, { query: { action: 'gate.own-opened' } });
    expect(entries).toMatchObject([{ subject: `own-application:${id}` }]);
    expect(JSON.stringify(entries)).not.toContain(person.name);

    expect(await issue(id)).toMatchObject({ id, state: 'issued', onBehalf: false });
    await expect(issue(id)).rejects.toMatchObject(refused('own-decided'));
    await expect(open(id)).rejects.toMatchObject(refused('own-decided'));
    const pass = await browser.open(link);
    expect(pass.text).toMatch(
      /通行证[\s\S]*司\* 002X[\s\S]*[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}[\s\S]*东门/,
    );
    expect(pass.html).toMatch(/<svg class="qr"[^>]*><path d="M4 4h7v1/);
    expect(pass.html).not.toMatch(/36\.5|司徒钰莹|10907330017/);
    await clerk(revokePass, { params: { pass: id }, body: { reason: 'rule-changed' } });
    expect((await browser.open(link)).text).toMatch(/已吊销，不能再用 · 规定有变/);
    // Health stays with the person, for the gate.
    const { rows } = await sql<{ person: string }>`select person from gate.paper
      where pass = ${id}`.execute(server.database.owner);
    const { persons } = await clerk(readFor('gate'), {
      body: { response, persons: [rows[0]?.person ?? ''], facts: ['temperature'] },
    });
    expect(persons[0]?.facts).toMatchObject([{ value: 36.5, how: 'self' }]);
  });

  test('where the rule says no is looked at, and sent back with words; taken back it is gone', async () => {
    const form = { ...site, ...person, 't.temperature': '38' };
    const link = linkIn(await applyFor(form));
    const [held] = await waiting();
    const id = held?.id ?? '';
    expect(await open(id)).toMatchObject({ admitted: false });
    await expect(
      clerk(own.issueOwn, {
        params: { application: id },
        body: { facts: { temperature: 38, registered: true }, until: '2022-11-20T18:00:00+08:00' },
      }),
    ).rejects.toMatchObject(refused('rule-says-no'));
    const words = '退烧以后 <b>再来</b>';
    await clerk(own.sendBackOwn, { params: { application: id }, body: { words } });
    const back = await browser.open(link);
    expect(back.text).toMatch(/退回[\s\S]*退烧以后 <b>再来<\/b>/);
    expect(back.html).not.toContain('<b>再来');

    const second = linkIn(await applyFor({ ...site, ...person }));
    expect((await browser.send(`${second}/withdraw`, { sure: 'yes' })).status).toBe(303);
    expect((await browser.open(second)).text).toContain('已撤回');
    expect(await waiting()).toEqual([]);
  });

  test('a child needs a guardian; what is typed wrongly is said beside what was typed', async () => {
    const child = { ...person, born: '2014-05', name: '令狐沐阳' };
    const again = await applyFor({ ...site, ...child });
    expect(again).toMatchObject({ status: 200 });
    expect(again.text).toContain('不满 14 周岁，要监护人');
    expect(again.html).toContain('value="令狐沐阳"');
    const consent = { guardian: '慕容秋白', relation: 'mother', consent: 'yes' };
    const link = linkIn(await applyFor({ ...site, ...child, ...consent }));
    const [held] = await waiting();
    expect(await issue(held?.id ?? '')).toMatchObject({ state: 'issued' });
    expect((await browser.open(link)).text).toContain('令*');
    const wrong = await applyFor({ ...site, ...person, lastFour: '12AB', phone: 'x' });
    expect(wrong.text).toMatch(/请更正[\s\S]*末四位[\s\S]*电话看不懂/);
    const truck = await applyFor({
      purpose: 'load-vehicle',
      plate: '湘b 12345',
      phone: '13800000000',
      'f.registered': 'true',
    });
    expect((await browser.open(linkIn(truck))).text).toContain('湘B12345');
  });

  test('a gate is not flooded: so many wait at most, and so many of one telephone', async () => {
    const truck = (plate: string, phone: string) =>
      applyFor({ purpose: 'load-vehicle', plate, phone, 'f.registered': 'true' });
    const family = Array.from({ length: mostOfPhone }, (_, i) => `湘B4000${i}`);
    for (const plate of family) expect((await truck(plate, '138 1111 1111')).status).toBe(303);
    expect((await truck('湘B40009', '13811111111')).text).toContain('这个电话已有');
    const left = mostWaiting - (await waiting()).length;
    await sql`insert into gate.own_application (tenant, id, response, area, gate, purpose, at, state, asked_at, recorded,
        said_mark, link, sealed)
      select tenant, gen_random_uuid(), response, area, gate, purpose, at, 'waiting', asked_at, recorded, said_mark,
        sha256(n::text::bytea), sealed
      from (select * from gate.own_application where gate = ${gate.id} limit 1) x, generate_series(1, ${left}) n`.execute(
      server.database.owner,
    );
    expect(await truck('湘B59999', '13900009999')).toMatchObject({
      status: 429,
      text: expect.stringContaining('暂时不再收'),
    });
    // The other gate takes them all the same.
    const there = await applyFor(
      { purpose: 'enter-village', ...person, 'f.stay': '"none"' },
      village.code,
    );
    expect(there.status).toBe(303);
  });
});

test('a household says how a day was, beside the official; its word counts on the board', async () => {
  const returnee = randomUUID();
  const registered = await cadre(home.putReturnee, {
    params: { returnee },
    body: {
      response,
      area: server.areas.village,
      holder: {
        kind: 'person',
        person: randomUUID(),
        name: '诸葛映雪',
        document: { kind: 'other', number: 'HZ7654321' },
        phone: null,
        born: '1990-01',
      },
      arrived: '2022-11-10T05:30:00+08:00',
      from: { place: '郑州市', left: null },
      facts: { stay: 'high' },
      official: null,
      onBehalf: true,
    },
  });
  expect(registered.state).toBe('home');
  const give = (renew = false, by = cadre) =>
    by(giveHomeLink, { params: { returnee }, body: { phone: '0731-1234567', renew } });
  const otherCadre = await server.as('village-cadre', 'otherVillage');
  await expect(give(false, otherCadre)).rejects.toMatchObject(refused('not-found'));
  const { secret } = await give();
  expect((await give()).secret).toBe(secret);
  expect((await dump()).filter((row) => row.includes(secret))).toEqual([]);
  const path = `/p/gate/home/${secret}`;
  // It may be read out, and typed.
  const typed = await browser.send('/p/gate', { code: secret.replace(/.{4}/g, '$& ') });
  expect(linkIn(typed)).toBe(path);
  const before = await browser.open(path);
  expect(before.text).toMatch(
    /诸\* 4321[\s\S]*期满解除[\s\S]*电话 0731-1234567[\s\S]*今天不是监测日/,
  );
  const speak = async (said: string, words = '') =>
    browser.send(`${path}/say`, {
      ...hiddenFields(await browser.open(path)),
      id: randomUUID(),
      said,
      words,
    });
  expect((await speak('visited')).text).toContain('今天不是居家监测的日子');

  await county(advanceClock, {
    params: { response },
    body: { to: '2022-11-11T10:00:00+08:00' },
  });
  const board = async () => (await clerk(getBoard, { query: { gate: gate.id } })).overdue;
  const today = async () => {
    const { returnees, overdue } = await cadre(home.listReturnees, { query: { response } });
    return { day: returnees[0]?.days[0], overdue };
  };
  expect([await board(), (await today()).overdue]).toEqual([0, 0]);
  await cadre(home.recordMonitoring, {
    params: { returnee, visit: randomUUID() },
    body: { day: '2022-11-11', temperature: 36.4 },
  });
  const form = { ...hiddenFields(await browser.open(path)), said: 'nobody', words: '等到中午' };
  expect((await browser.send(`${path}/say`, form)).status).toBe(303);
  expect((await browser.send(`${path}/say`, form)).status).toBe(303);
  expect(await today()).toMatchObject({
    day: { state: 'done', household: { said: 'nobody', words: '等到中午' } },
    overdue: 1,
  });
  expect(await board()).toBe(1);
  expect((await browser.open(path)).text).toMatch(
    /您说：今天没人来[\s\S]*负责人：登记已上门[\s\S]*您：今天没人来/,
  );
  await speak('unwell', '老人咳嗽');
  expect((await today()).day?.household).toMatchObject({ said: 'unwell' });
  expect(await board()).toBe(0);
  const lengths = await sql<{
    length: number;
  }>`select distinct length(sealed) as length from gate.home_word`.execute(server.database.owner);
  expect(lengths.rows).toHaveLength(1);
  for (let i = 2; i < 10; i++) await speak('visited');
  expect((await speak('nobody')).text).toContain('今天已经说过');
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from gate.home_word`.execute(server.database.owner);
  expect(rows[0]?.count).toBe(10);
  // A link that is given anew closes the old one.
  const next = await give(true);
  expect(next.secret).not.toBe(secret);
  expect(await browser.open(path)).toMatchObject({ status: 404 });
  expect((await browser.open(`/p/gate/home/${next.secret}`)).status).toBe(200);
  expect((await browser.open(`/p/gate/own/${next.secret}`)).status).toBe(404);
  // The telephone was of who promised the days until now.
  const { officials } = await cadre(home.listOfficials, { query: { area: gate.area } });
  const other = officials.find(({ id }) => id !== registered.official.id);
  if (!other) throw new Error('a town officer reaches the village');
  await cadre(home.handOver, {
    params: { returnee },
    body: { official: other.id, reason: 'leave' },
  });
  const after = await browser.open(`/p/gate/home/${next.secret}`);
  expect(after.text).toContain(other.name);
  expect(after.text).not.toContain('1234567');
});

test('secrets cannot be tried without end, by address or typed', async () => {
  const thief = stranger(server.app, '198.51.100.9');
  for (let i = 0; i < 30; i++) {
    await thief.open('/p/gate/own/ACDE3467ACDE3467');
    await thief.send('/p/gate', { code: 'ACDE3467ACDE3467' });
  }
  expect((await thief.open(`/p/gate/${code}`)).status).toBe(429);
});

test('nothing that was said leaks, and nothing is left when the response has closed', async () => {
  const personal = [
    person.name,
    person.phone,
    '令狐沐阳',
    '慕容秋白',
    '诸葛映雪',
    '等到中午',
    '老人咳嗽',
    '周五早上到',
    '退烧以后',
  ];
  const leaks = async () => {
    const text = [...(await dump()), ...server.logged].join('\n');
    return personal.flatMap((one) =>
      [...disguises(one)]
        .filter(
          ([, bytes]) =>
            text.includes(bytes.toString('utf8')) || text.includes(bytes.toString('hex')),
        )
        .map(([how]) => `${one} ${how}`),
    );
  };
  expect(await leaks()).toEqual([]);
  const link = linkIn(
    await applyFor({ purpose: 'enter-village', ...person, 'f.stay': '"none"' }, village.code),
  );
  const proposer = await server.as('administrator', 'county');
  await closeByTwo({ proposer, second: county }, response);
  const { rows } = await sql<{ left: number }>`
    select (select count(*)::integer from gate.own_application) + (select count(*)::integer from gate.home_link)
      + (select count(*)::integer from gate.home_word) as left`.execute(server.database.owner);
  expect(rows[0]?.left).toBe(0);
  expect(await browser.open(link)).toMatchObject({ status: 404 });
  expect((await browser.open(`/p/gate/${code}`)).text).toContain('查验已经结束');
  expect((await applyFor({ ...site, ...person })).status).toBe(409);
  expect(await leaks()).toEqual([]);
});
