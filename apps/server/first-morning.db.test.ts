import { randomUUID } from 'node:crypto';
import { putArrival, viewClass } from '@liangbuwu/campus/answers/answers.contract.ts';
import * as cases from '@liangbuwu/campus/checks/cases.contract.ts';
import * as checks from '@liangbuwu/campus/checks/checks.contract.ts';
import type { Exception } from '@liangbuwu/campus/checks/checks.ts';
import { clockOfCase } from '@liangbuwu/campus/checks/health-case.ts';
import {
  joinHousehold,
  putMember,
  removeMember,
} from '@liangbuwu/campus/members/members.contract.ts';
import {
  putWhereabouts,
  settleAllPasses,
  viewMorning,
} from '@liangbuwu/campus/morning/morning.contract.ts';
import type { Where } from '@liangbuwu/campus/morning/morning.ts';
import { reportFor } from '@liangbuwu/campus/reports/report.contract.ts';
import { putResult } from '@liangbuwu/campus/sampling/results/results.contract.ts';
import { endRun, startRun } from '@liangbuwu/campus/sampling/run/run.contract.ts';
import { putSwab, putTube } from '@liangbuwu/campus/sampling/run/swabs.contract.ts';
import { putSession } from '@liangbuwu/campus/sampling/sampling.contract.ts';
import { putCheck } from '@liangbuwu/gate/checks/checks.contract.ts';
import type { Gate } from '@liangbuwu/gate/gate.ts';
import { putGate } from '@liangbuwu/gate/gates/gates.contract.ts';
import {
  listPasses,
  printPass,
  renewPasses,
  revokePass,
} from '@liangbuwu/gate/passes/passes.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import { refusalOf } from '@liangbuwu/office/register/testing/refusal-of.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import {
  getRuleSet,
  proposeRules,
  publishRules,
  putRuleDraft,
} from '@liangbuwu/office/rulebook/contract.ts';
import { verify } from '@liangbuwu/passes/index.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stableId } from './demo/stable-id.ts';
import { bundleOf } from './testing/gate-desk.ts';
import { hiddenFields, stranger } from './testing/public-page.ts';
import { openEpidemic } from './testing/small-gate.ts';
import { agree, openHome, putShierzhong } from './testing/small-school.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let administrator: Call;
let response: string;
let gate: Gate;
let keeper: Call;
let school: Call;
let path: string;
type Of = 'one' | 'two';
let shierzhong: string;
let classes: Record<Of, string>;
let teachers: Record<Of, Call>;
type CheckBody = InputOf<typeof checks.putCheck>['body'];
type StepBody = InputOf<typeof cases.putCaseStep>['body'];
const [elder, younger, friend] = [randomUUID(), randomUUID(), randomUUID()];
const tested = '2022-11-16T10:00:00+08:00';
const well = { risk: 'low', area: '430211', reported: tested } as const;

let drawn = 0;
const someone = () => stranger(server.app, `203.0.116.${++drawn}`);
const page = async () => (await someone().open(path)).text;
/** What a family reports for both children; the same form sent as often as is said. */
async function report(risks: readonly ['low' | 'high', 'low' | 'high'], times = 1) {
  const fields = [elder, younger].flatMap((child, i) => [
    [`${child}.risk`, risks[i] ?? ''],
    [`${child}.area`, '430211'],
    [`${child}.reported`, '2022-11-16T10:00'],
  ]);
  const sent = { ...hiddenFields(await someone().open(path)), ...Object.fromEntries(fields) };
  for (let i = 0; i < times; i++)
    expect((await someone().send(`${path}/report`, sent)).status).toBe(303);
}
const passesOf = async (person: string) => {
  const { rows } = await sql<{ id: string; state: string; reason: string | null; day: string }>`
    select p.id, p.state, p.revoke_reason as reason, (p."from" at time zone 'Asia/Shanghai')::date::text as day
    from gate.pass p join gate.paper s on s.tenant = p.tenant and s.pass = p.id
    where s.person = ${person} order by p.recorded`.execute(server.database.owner);
  return rows;
};
const statesOf = async (person: string) =>
  (await passesOf(person)).map(({ state, reason }) => [state, ...(reason ? [reason] : [])].join());
const codeOn = (text: string) => /报短码 (\S+)/.exec(text)?.[1];
const morning = (of: Of | 'school', by?: Call, day: string | null = '2022-11-17') =>
  (by ?? (of === 'school' ? school : teachers[of]))(viewMorning, {
    params: { area: of === 'school' ? shierzhong : classes[of] },
    body: { response, day },
  });
const say = (member: string, where: Where, by: Call = school, entry: string = randomUUID()) =>
  by(putWhereabouts, { params: { member, entry }, body: { response, where } });
const now = { '7:12': '2022-11-17T07:12:00+08:00', '7:20': '2022-11-17T07:20:00+08:00' };
/** How the bundle of the gate finds a pass on the morning itself. */
async function findAtGate(text: string, lastFour?: string) {
  const { bundle } = await bundleOf(keeper, gate);
  const at = Date.parse(now['7:12']) / 1000;
  const fresh = { ...bundle, staleAt: at + 60, expiresAt: at + 120 };
  return verify(text, { bundle: fresh, at, area: gate.number, ...(lastFour && { lastFour }) });
}

beforeAll(async () => {
  server = await testServer();
  county = await server.as('county-officer', 'county');
  administrator = await server.as('administrator', 'county');
  response = await openEpidemic(county, server.areas.county);
  ({ school: shierzhong, classes, teachers, keeper: school } = await putShierzhong(server, county));
  gate = await county(putGate, {
    params: { gate: randomUUID() },
    body: {
      response,
      area: shierzhong,
      name: '东校门',
      kind: 'school',
      purposes: ['return-to-school'],
      place: null,
      invented: true,
    },
  });
  keeper = await server.standing('gate-keeper', shierzhong);
  await county(advanceClock, { params: { response }, body: { to: '2022-11-16T20:00:00+08:00' } });
  for (const [member, of, name] of [
    [elder, 'one', '司徒钰莹'],
    [younger, 'two', '司徒沐阳'],
    [friend, 'two', '令狐秋白'],
  ] as const)
    await teachers[of](putMember, {
      params: { member },
      body: {
        response,
        area: classes[of],
        name,
        born: '2005-03',
        phone: member === friend ? null : '10907330017',
      },
    });
  await school(joinHousehold, { params: { member: younger }, body: { response, with: elder } });
  path = await openHome(teachers.one, { response, class: classes.one, member: elder });
  await agree(someone(), path);
});
afterAll(() => server.close());

describe('a pass that comes of an answer', () => {
  test('there is none before the day is known; then the family’s page has it, once however often the form is sent', async () => {
    await report(['low', 'low']);
    expect(await page()).toMatch(/学校还没有定到校时间/);
    expect(await statesOf(elder)).toEqual([]);
    await school(putArrival, {
      params: { area: shierzhong },
      body: { response, at: now['7:20'] },
    });
    expect(await statesOf(elder)).toEqual(['issued']);
    await report(['low', 'low'], 2);
    await school(putArrival, {
      params: { area: shierzhong },
      body: { response, at: now['7:20'] },
    });
    expect(await passesOf(elder)).toMatchObject([{ state: 'issued', day: '2022-11-17' }]);
    expect(await page()).toMatch(
      /进校通行证：11月17日周四[\s\S]*司\* 0017[\s\S]*东校门[\s\S]*11月17日周四 07:20[\s\S]*手机末四位（0017）/,
    );
  });

  test('opens the school’s gate on that day, scanned and typed, and says nothing of the rule’s facts', async () => {
    const [pass] = await passesOf(elder);
    const { text } = await county(printPass, { params: { pass: pass?.id ?? '' } });
    expect(await findAtGate(text)).toMatchObject({ verdict: 'green', code: 'valid' });
    const code = codeOn(await page()) ?? '';
    expect(await findAtGate(code, '0017')).toMatchObject({ verdict: 'amber' });
    expect(await findAtGate(code, '0018')).toMatchObject({ verdict: 'red' });
    const { passes } = await county(listPasses, { query: { response } });
    const told = passes.find(({ id }) => id === pass?.id);
    expect(told).toMatchObject({
      holder: { name: '司*', lastFour: '0017' },
      purpose: 'return-to-school',
    });
    expect(JSON.stringify(told)).not.toMatch(/司徒|"risk"|10:00:00/);
    // Nobody’s limit of issuing, and nobody’s to renew: it goes with the answer.
    const renewed = { pass: pass?.id ?? '', renewed: randomUUID() };
    const body = { response, until: '2022-11-20T00:00:00+08:00', passes: [renewed] };
    expect((await county(renewPasses, { body })).results).toMatchObject([
      { state: 'not-in-force' },
    ]);
  });

  test('is withdrawn when the answer changes, in the bundle and in words; and comes again with it', async () => {
    const [first] = await passesOf(younger);
    const { text } = await county(printPass, { params: { pass: first?.id ?? '' } });
    await report(['low', 'high']);
    expect(await statesOf(elder)).toEqual(['issued']);
    expect(await statesOf(younger)).toEqual(['revoked,answer']);
    expect(await findAtGate(text)).toMatchObject({ verdict: 'red', code: 'revoked' });
    expect(await page()).toMatch(
      /进校通行证：11月17日[\s\S]*还不到返校的时候[\s\S]*11月17日周四的进校通行证已收回[\s\S]*留在家里[\s\S]*怎么办/,
    );
    await report(['low', 'low']);
    expect(await statesOf(younger)).toEqual(['revoked,answer', 'issued']);
    // A teacher who reports for them, and a day that moves, count alike.
    const by = { response, at: '2022-11-16T20:00:00+08:00' };
    await teachers.two(reportFor, {
      params: { member: younger, fact: randomUUID() },
      body: { ...by, report: { ...well, risk: 'high' } },
    });
    await teachers.one(putArrival, {
      params: { area: classes.one },
      body: { response, at: '2022-11-18T07:20:00+08:00' },
    });
    expect((await statesOf(younger)).at(-1)).toBe('revoked,answer');
    expect(await passesOf(elder)).toMatchObject([
      { state: 'revoked', day: '2022-11-17' },
      { state: 'issued', day: '2022-11-18' },
    ]);
    expect(await page()).toMatch(/进校通行证：11月18日周五/);
    await teachers.one(putArrival, {
      params: { area: classes.one },
      body: { response, at: now['7:20'] },
    });
    expect((await statesOf(elder)).at(-1)).toBe('issued');
  });

  test('comes of a sampled tube’s result too, and goes when the result is another one', async () => {
    const [member, session, tube] = [randomUUID(), randomUUID(), randomUUID()];
    await teachers.two(putMember, {
      params: { member },
      body: { response, area: classes.two, name: '虚构待测', born: '2005-03', phone: null },
    });
    await teachers.two(reportFor, {
      params: { member, fact: randomUUID() },
      body: {
        response,
        at: '2022-11-16T20:00:00+08:00',
        report: { risk: 'low', area: '430211', reported: null },
      },
    });
    expect(await statesOf(member)).toEqual([]);
    await school(putSession, {
      params: { school: shierzhong, session },
      body: {
        response,
        day: '2022-11-16',
        place: '体育馆',
        start: 72_000,
        samplers: 1,
        perTube: 10,
        swab: 20,
        tube: 45,
        mostWait: 600,
        late: 120,
        groups: [{ name: '二班', people: 3, walk: 60, areas: [classes.two] }],
        seen: null,
      },
    });
    const params = { session };
    await school(startRun, { params, body: { seen: 1 } });
    await school(putTube, { params: { ...params, tube }, body: { station: 1, code: 'A0001' } });
    await school(putSwab, { params: { ...params, swab: randomUUID() }, body: { tube, member } });
    await school(endRun, { params, body: {} });
    const result = (seen: number, told: 'negative' | 'retest') =>
      school(putResult, {
        params: { ...params, tube },
        body: { result: told, reported: '2022-11-16T20:00:00+08:00', seen },
      });
    await result(1, 'negative');
    expect(await statesOf(member)).toEqual(['issued']);
    await result(2, 'retest');
    expect(await statesOf(member)).toEqual(['revoked,answer']);
    await teachers.two(removeMember, { params: { member }, query: { response } });
  });

  test('what somebody at the gate desk revoked is not given again by itself', async () => {
    await teachers.two(reportFor, {
      params: { member: friend, fact: randomUUID() },
      body: { response, at: '2022-11-16T20:00:00+08:00', report: well },
    });
    const [pass] = await passesOf(friend);
    await county(revokePass, { params: { pass: pass?.id ?? '' }, body: { reason: 'misused' } });
    const settle = { params: { area: classes.two }, body: { response } };
    expect(await teachers.two(settleAllPasses, settle)).toEqual({ issued: 0, withdrawn: 0 });
    expect(await statesOf(friend)).toEqual(['revoked,misused']);
  });

  test('a rule that changes is seen as a difference, and settled by one tap', async () => {
    const set = { params: { set: stableId('rule-set school-tianyuan') } };
    const [held] = (await county(getRuleSet, set)).versions.filter(
      ({ state }) => state === 'published',
    );
    if (!held) throw new Error('no rule');
    const { issuer, document, source, appeal, invented, table, cases } = held;
    /** The same rule, but that whom it let in it gives this. */
    const put = async (supersedes: string, outcome: string) => {
      const params = { version: randomUUID() };
      const rules = table.rules.map((rule) =>
        rule.gives[0] === '"return"' ? { ...rule, gives: [`"${outcome}"`] } : rule,
      );
      const body = {
        issuer,
        document,
        source,
        appeal,
        invented,
        until: null,
        from: '2022-11-16T20:00:00+08:00',
        supersedes: [supersedes],
        table: { ...table, rules },
        cases: cases.map((one) => {
          const letIn = 'outcome' in one.expect && one.expect.outcome === 'return';
          return letIn ? { ...one, expect: { outcome } } : one;
        }),
        set: set.params.set,
        seen: null,
      };
      const drafted = await county(putRuleDraft, { params, body });
      const { version } = await county(proposeRules, { params, body: { seen: drafted.version } });
      await administrator(publishRules, { params, body: { seen: version } });
      return params.version;
    };
    const stopped = await put(held.id, 'not-yet');
    expect((await morning('one')).astray).toBe(1);
    expect(await page()).toMatch(/进校通行证已收回/);
    const settle = { params: { area: shierzhong }, body: { response } };
    expect(await school(settleAllPasses, settle)).toEqual({ issued: 0, withdrawn: 1 });
    expect((await morning('one')).astray).toBe(0);
    await put(stopped, 'return');
    expect(await school(settleAllPasses, settle)).toMatchObject({ withdrawn: 0 });
    expect((await statesOf(elder)).at(-1)).toBe('issued');
  });
});

describe('the first morning', () => {
  test('a class sees its own, a school every class; whoever else sees nothing', async () => {
    const own = await morning('one');
    expect(own.lines).toMatchObject([
      { name: '司徒钰莹', now: 'awaited', pass: 'issued', seen: null },
    ]);
    expect(own.classes).toMatchObject([{ name: 'one班', expected: 1 }]);
    const all = await morning('school');
    expect(all.classes.map(({ name }) => name)).toEqual(['one班', 'two班']);
    expect(all.lines).toEqual([]);
    const others: [Call, RegExp][] = [
      [teachers.two, /not-found/],
      [await server.standing('volunteer', classes.one), /not-permitted/],
      [keeper, /not-permitted/],
    ];
    for (const [by, code] of others) {
      expect(await refusalOf(morning('one', by))).toMatch(code);
      expect(await refusalOf(say(elder, 'gate', by))).toMatch(code);
      const settle = { params: { area: classes.one }, body: { response } };
      expect(await refusalOf(by(settleAllPasses, settle))).toMatch(code);
      const ledger = { params: { class: classes.one }, body: { response } };
      expect(await refusalOf(by(viewClass, ledger))).toMatch(code);
    }
  });

  test('the gate’s checks arrive by themselves; who was refused is looked after in one tap', async () => {
    await report(['low', 'low']);
    const texts = new Map<string, string>();
    for (const child of [elder, younger]) {
      const pass = (await passesOf(child)).findLast(({ state }) => state === 'issued');
      const { text } = await county(printPass, { params: { pass: pass?.id ?? '' } });
      texts.set(child, text);
    }
    await teachers.two(reportFor, {
      params: { member: younger, fact: randomUUID() },
      body: { response, at: '2022-11-16T20:00:00+08:00', report: { ...well, risk: 'high' } },
    });
    await county(advanceClock, { params: { response }, body: { to: now['7:20'] } });
    const check = (child: string, letThrough: boolean) =>
      keeper(putCheck, {
        params: { check: randomUUID() },
        body: {
          response,
          gate: gate.id,
          at: now['7:12'],
          direction: 'in',
          shown: { how: 'scan', text: texts.get(child) ?? '' },
          phone: letThrough
            ? { verdict: 'green', code: 'valid' }
            : { verdict: 'red', code: 'revoked' },
          bundle: null,
          letThrough,
          reason: letThrough ? null : 'pass',
        },
      });
    await check(elder, true);
    await check(younger, false);
    expect((await morning('one')).lines).toMatchObject([
      { now: 'arrived', seen: { gate: '东校门' } },
    ]);
    const refusedLine = async () =>
      (await morning('school')).lines.find(({ id }) => id === younger);
    expect(await refusedLine()).toMatchObject({
      now: 'refused',
      class: 'two班',
      seen: {
        letThrough: false,
        refused: { 'zh-CN': '通行证无效' },
        next: { 'zh-CN': expect.stringContaining('不要让孩子自己回去') },
      },
    });
    // A new pass does not make the child at the gate forgotten.
    await report(['low', 'low']);
    expect(await refusedLine()).toMatchObject({ now: 'refused', pass: 'issued' });
    const entry = randomUUID();
    await say(younger, 'isolation', teachers.two, entry);
    await say(younger, 'isolation', teachers.two, entry);
    await say(younger, 'isolation');
    expect(await refusedLine()).toMatchObject({ now: 'waits', where: { by: 'class-teacher' } });
    expect(await refusalOf(say(younger, 'fetched', teachers.two, entry))).toBe('changed-meanwhile');
    await say(younger, 'fetched');
    expect(await refusedLine()).toMatchObject({ now: 'gone', where: { where: 'fetched' } });
    const { rows } = await sql<{ kept: string }>`
      select w::text as kept from campus.whereabouts w`.execute(server.database.owner);
    expect(rows).toHaveLength(2);
    expect(rows.map(({ kept }) => kept).join()).not.toMatch(/isolation|fetched/);
  });

  test('a class is checked once however often it is sent; a fever opens a case whose clock runs, and nothing is kept of a child without consent', async () => {
    const { owner } = server.database;
    const child = randomUUID();
    await teachers.two(putMember, {
      params: { member: child },
      body: { response, area: classes.two, name: '令狐小满', born: '2012-05', phone: null },
    });
    const unwell = (member: string, temperature: number): Exception => ({
      member,
      temperature,
      symptoms: ['cough'],
      absent: null,
    });
    const check = (said: Partial<CheckBody> = {}, by = teachers.two, id: string = randomUUID()) =>
      by(checks.putCheck, {
        params: { class: classes.two, check: id },
        body: {
          response,
          day: '2022-11-17',
          kind: 'morning',
          seen: 0,
          exceptions: [unwell(friend, 38.2), unwell(child, 37.9)],
          ...said,
        },
      });
    const see = (by: Call, area: string) =>
      by(checks.viewChecks, { params: { area }, query: { response } });

    expect(await refusalOf(see(teachers.one, classes.two))).toBe('not-found');
    expect(await refusalOf(check({}, teachers.one))).toBe('not-found');
    const volunteer = await server.standing('volunteer', shierzhong);
    expect(await refusalOf(check({}, volunteer))).toBe('not-permitted');
    expect(await refusalOf(check({ kind: 'noon' }))).toBe('check-ahead');
    expect(await refusalOf(check({ day: '2022-11-16' }))).toBe('check-not-today');
    expect(await refusalOf(check({ exceptions: [unwell(elder, 38)] }))).toBe('not-in-class');

    // A double tap and another tab.
    const id = randomUUID();
    const sent = await Promise.all([
      check({}, teachers.two, id),
      check({}, teachers.two, id),
      check(),
    ]);
    expect(sent.map(({ onPaper }) => onPaper)).toEqual([[child], [child], [child]]);
    expect(sent.map(({ opened }) => opened).sort()).toEqual([0, 0, 2]);
    expect(await refusalOf(check({ exceptions: [] }))).toBe('changed-meanwhile');
    expect(await refusalOf(check({ exceptions: [] }, teachers.two, id))).toBe('changed-meanwhile');
    const corrected = { seen: 1, exceptions: [unwell(friend, 38.4), unwell(child, 37.9)] };
    expect(await check(corrected)).toMatchObject({ opened: 0 });
    const all = await see(school, shierzhong);
    expect(
      all.classes.map(({ name, checks }) => [name, ...checks.map((one) => one.state)]),
    ).toEqual([
      ['one班', 'due', 'ahead', 'ahead'],
      ['two班', 'done', 'ahead', 'ahead'],
    ]);
    expect(all.classes[1]?.checks[0]?.done).toMatchObject({
      number: 2,
      people: 3,
      exceptions: 2,
      unwell: 2,
      absent: 0,
      unnamed: 1,
      by: 'class-teacher',
    });
    expect(all.cases).toHaveLength(2);
    const due = Date.parse('2022-11-17T09:20:00+08:00');
    expect(all.cases.every((one) => Date.parse(one.due) === due)).toBe(true);
    const [ofFriend, ofChild] = [false, true].map(
      (unnamed) => all.cases.find((one) => one.unnamed === unnamed)?.id ?? '',
    ) as [string, string];
    const { people, said } = await teachers.two(checks.openCheckList, {
      params: { class: classes.two },
      body: { response },
    });
    expect(people.filter(({ onPaper }) => onPaper).map(({ id }) => id)).toEqual([child]);
    expect(said).toEqual([
      { kind: 'morning', number: 2, exceptions: [unwell(friend, 38.4)], unnamed: 1 },
    ]);
    const open = (of: string, by = teachers.two) =>
      by(cases.openCase, { params: { case: of }, body: {} });
    expect(await refusalOf(open(ofFriend, teachers.one))).toBe('not-found');
    expect(await open(ofFriend)).toMatchObject({
      person: { id: friend, name: '令狐秋白', found: { temperature: 38.4, symptoms: ['cough'] } },
    });
    expect(await open(ofChild)).toEqual({ person: null });

    const step = (of: string, body: StepBody, id: string = randomUUID(), by = teachers.two) =>
      by(cases.putCaseStep, { params: { case: of, step: id }, body });
    const told = randomUUID();
    expect(await refusalOf(step(ofFriend, { step: 'told' }, told, teachers.one))).toBe('not-found');
    expect(await refusalOf(step(ofFriend, { step: 'fetched' }))).toBe('guardian-first');
    for (const one of [ofFriend, ofChild]) await step(one, { step: 'isolation' });
    // Where somebody is, is said once for both pages.
    const careLine = (await morning('school')).lines.find(({ id }) => id === friend);
    expect(careLine).toMatchObject({ now: 'waits', where: { where: 'isolation' } });
    const { rows: wheres } = await sql<{ member: string }>`select member from campus.whereabouts
      where member = any(${[child, friend]}::uuid[])`.execute(owner);
    expect(wheres).toEqual([{ member: friend }]);
    await Promise.all([
      step(ofFriend, { step: 'told' }, told),
      step(ofFriend, { step: 'told' }, told),
    ]);
    await step(ofFriend, { step: 'told' });
    expect(await refusalOf(step(ofFriend, { step: 'outcome', outcome: 'confirmed' }))).toBe(
      'case-step-not-now',
    );

    await county(advanceClock, {
      params: { response },
      body: { to: '2022-11-17T09:35:00+08:00' },
    });
    const caseNow = async (of: string) => {
      const { cases, now } = await see(teachers.two, classes.two);
      const found = cases.find((one) => one.id === of);
      return found && { ...found, clock: clockOfCase(found, now) };
    };
    expect(await caseNow(ofFriend)).toMatchObject({
      phase: 'isolated',
      clock: { is: 'overdue', minutes: 15 },
    });
    const reported = (at: string): StepBody => ({ step: 'reported', to: '天元区疾控中心', at });
    const ahead = reported('2022-11-17T09:40:00+08:00');
    expect(await refusalOf(step(ofFriend, ahead))).toBe('reported-ahead');
    for (const one of [ofFriend, ofChild]) {
      await step(one, { step: 'told' });
      await step(one, reported('2022-11-17T09:30:00+08:00'));
      await step(one, { step: 'fetched' });
      expect(await caseNow(one)).toMatchObject({
        phase: 'away',
        reported: { to: '天元区疾控中心', by: 'class-teacher' },
        clock: { is: 'reported', late: 10 },
      });
      await step(one, { step: 'outcome', outcome: 'confirmed' });
      expect((await caseNow(one))?.phase).toBe('over');
    }
    // The morning’s check said again opens nothing anew, and a case that is over stays so.
    const again = { seen: 2, exceptions: [...corrected.exceptions, unwell(younger, 36.5)] };
    again.exceptions[2] = { ...unwell(younger, 36.5), symptoms: [] };
    expect(await check(again)).toMatchObject({ opened: 0 });

    const { rows: kept } = await sql<{ checks: number; cases: number; facts: number }>`select
      (select count(*) from campus.class_check)::int as checks,
      (select count(*) from campus.health_case)::int as cases,
      (select count(*) from people.fact where person = ${child})::int as facts`.execute(owner);
    expect(kept).toEqual([{ checks: 3, cases: 2, facts: 0 }]);
    const { rows: clear } = await sql<{ row: string }>`
      select t::text as row from campus.class_check t union all select t::text from campus.health_case t
      union all select t::text from campus.health_case_step t`.execute(owner);
    const { rows: entries } = await sql<{ body: string }>`select body from ledger.entry`.execute(
      owner,
    );
    const ofChecks = entries.filter(({ body }) => /campus\.(check|case|exceptions)-/.test(body));
    expect(ofChecks.filter(({ body }) => body.includes('campus.case-opened'))).toHaveLength(2);
    expect(ofChecks.some(({ body }) => /"minutes": ?130/.test(body))).toBe(true);
    const inTheClear = [...clear.map(({ row }) => row), ...ofChecks.map(({ body }) => body)];
    const who = new RegExp([friend, child, younger, '令狐'].join('|'));
    expect([...inTheClear, ...server.logged].filter((text) => who.test(text))).toEqual([]);
    expect(inTheClear.filter((text) => /cough|38\.4|confirmed|fetched/.test(text))).toEqual([]);
  });

  test('who leaves a class takes the pass along, and closing leaves nothing', async () => {
    await teachers.one(removeMember, { params: { member: elder }, query: { response } });
    expect((await statesOf(elder)).at(-1)).toBe('revoked,answer');
    await closeByTwo({ proposer: administrator, second: county }, response);
    const { rows } = await sql<{ left: number }>`select ((select count(*) from campus.whereabouts)
      + (select count(*) from campus.class_check) + (select count(*) from campus.health_case)
      + (select count(*) from campus.health_case_step)
      + (select count(*) from gate.paper) + (select count(*) from people.fact))::int as left`.execute(
      server.database.owner,
    );
    expect(rows[0]?.left).toBe(0);
  });
});
