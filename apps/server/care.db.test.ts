import { randomUUID } from 'node:crypto';
import * as care from '@liangbuwu/campus/care/care.contract.ts';
import { putProgramme } from '@liangbuwu/campus/care/programme.contract.ts';
import { putMember } from '@liangbuwu/campus/members/members.contract.ts';
import * as roster from '@liangbuwu/campus/roster/roster.contract.ts';
import type { ShiftBody } from '@liangbuwu/campus/roster/roster.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import { refusalOf } from '@liangbuwu/office/register/testing/refusal-of.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hiddenFields, stranger } from './testing/public-page.ts';
import { openEpidemic } from './testing/small-gate.ts';
import { agree, openHome, putShierzhong } from './testing/small-school.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let administrator: Call;
let school: Call;
let response: string;
type Of = 'one' | 'two';
let shierzhong: string;
let classes: Record<Of, string>;
let teachers: Record<Of, Call>;
/** The family’s page. */
let path: string;
/** Of a request to talk. */
let ofCare: string;
const [elder, friend] = [randomUUID(), randomUUID()];

let drawn = 0;
const someone = () => stranger(server.app, `203.0.118.${++drawn}`);
const page = async () => (await someone().open(path)).text;

beforeAll(async () => {
  server = await testServer();
  county = await server.as('county-officer', 'county');
  administrator = await server.as('administrator', 'county');
  response = await openEpidemic(county, server.areas.county);
  ({ school: shierzhong, classes, teachers, keeper: school } = await putShierzhong(server, county));
  await county(advanceClock, { params: { response }, body: { to: '2022-11-17T09:35:00+08:00' } });
  for (const [member, of, name] of [
    [elder, 'one', '司徒钰莹'],
    [friend, 'two', '令狐秋白'],
  ] as const)
    await teachers[of](putMember, {
      params: { member },
      body: { response, area: classes[of], name, born: '2005-03', phone: null },
    });
  path = await openHome(teachers.one, { response, class: classes.one, member: elder });
  await agree(someone(), path);
});
afterAll(() => server.close());

test('a request to talk is read by the school’s counsellor alone, counts once, and is shown to its own secret only', async () => {
  const { app, owner } = server.database;
  const params = { school: shierzhong };
  const query = { response };
  const list = (by: Call) => by(care.listCareRequests, { params, query });
  const counsellor = await server.standing('counsellor', shierzhong);
  expect(await page()).not.toMatch(/心理老师/);
  expect((await someone().open(`${path}/care`)).text).toMatch(/还没有在这里接受约谈/);
  const open = (by: Call) =>
    by(care.putCounselling, {
      params,
      body: { response, seen: 0, open: true, lines: [{ name: '虚构热线', number: '000-0000' }] },
    });
  await open(counsellor);
  expect(await page()).toMatch(/想和心理老师谈谈/);

  const form = await someone().open(`${path}/care`);
  expect(form.text).toMatch(/不要等这里[\s\S]*虚构热线 000-0000[\s\S]*24 小时内/);
  const wish = { talks: 'parent', reach: '拨打10907330099', words: '夜里哭得厉害' } as const;
  const fields = { ...hiddenFields(form), ...wish, member: elder, suits: '' };
  const before = await page();
  const [first, second] = [
    await someone().send(`${path}/care`, fields),
    await someone().send(`${path}/care`, fields),
  ];
  const own = String(first?.headers.location).split('?')[0] ?? '';
  expect(own).toMatch(/^\/p\/campus\/care\//);
  expect(second?.headers.location).toBe(first?.headers.location);
  const other = await someone().send(`${path}/care`, { ...fields, words: '别的' });
  expect(other.status).toBe(409);
  // Whoever was given the family’s link sees nothing of it there.
  expect(await page()).toBe(before);
  const typed = await someone().send('/p/campus', { code: own.slice(-16).toLowerCase() });
  expect(typed.headers.location).toContain(own);
  expect((await someone().open(own)).text).toMatch(/收到了 11月18日周五 09:35 前有人联系您/);
  const asked = { params: { member: friend, request: randomUUID() } };
  const forFriend = {
    talks: 'pupil',
    reach: '二班',
    suits: '',
    words: '',
    urgent: true,
  } as const;
  const askFor = (by: Call, body = { ...forFriend, response }) =>
    by(care.askCounsellor, { ...asked, body });
  expect(await refusalOf(askFor(teachers.one))).toBe('not-found');
  expect(await refusalOf(askFor(school))).toBe('not-permitted');
  await askFor(teachers.two);
  await askFor(teachers.two);

  const { requests } = await list(counsellor);
  expect(requests).toMatchObject([
    { id: asked.params.request, by: 'teacher', urgent: true, due: '2022-11-17T03:35:00.000Z' },
    { by: 'family', urgent: false, state: 'asked', appointment: null },
  ]);
  const request = requests[1]?.id ?? '';
  const read = (by: Call) => by(care.openCareRequest, { params: { ...params, request }, body: {} });
  const say = (by: Call, body: InputOf<typeof care.putCareStep>['body'], step = randomUUID()) =>
    by(care.putCareStep, { params: { ...params, request, step }, body });
  expect(await read(counsellor)).toMatchObject({ name: '司徒钰莹', class: 'one班', wish });
  const others: [string, Call, string][] = [
    ['school-officer', school, 'not-permitted'],
    ['class teacher', teachers.one, 'not-permitted'],
    ['bureau', await server.as('education-officer', 'county'), 'not-permitted'],
    ['duty officer', county, 'not-permitted'],
    ['leader', await server.as('leader', 'county'), 'not-permitted'],
    ['volunteer', await server.standing('volunteer', shierzhong), 'not-permitted'],
    ['administrator', administrator, 'counsellor-only'],
    [
      'administrator of the school',
      await server.standing('administrator', shierzhong),
      'counsellor-only',
    ],
    ['counsellor from above', await server.as('counsellor', 'county'), 'counsellor-only'],
    ['counsellor of a class', await server.standing('counsellor', classes.one), 'not-found'],
  ];
  for (const [who, by, code] of others) {
    const refusals = [list(by), read(by), say(by, { step: 'close' }), open(by)].map(refusalOf);
    expect([who, ...(await Promise.all(refusals))]).toEqual([who, code, code, code, code]);
  }
  const counted = (await school(care.viewCounselling, { params, query })).counts;
  expect(counted).toEqual({ asked: null, waiting: null, late: 0 });
  // That the school is within a transaction’s scope shows no row of it.
  const seen = await app.transaction().execute(async (tx) => {
    await sql`select set_config('lbw.tenant', ${server.tenant}, true),
      set_config('lbw.areas', ${`{${shierzhong},${classes.one}}`}, true)`.execute(tx);
    return (await sql`select from campus.care_request`.execute(tx)).rows.length;
  });
  expect(seen).toBe(0);

  const appointment = { at: '2022-11-17T16:30:00+08:00', place: '辅导室' };
  const past = {
    step: 'appoint',
    appointment: { ...appointment, at: '2022-11-17T07:12:00+08:00' },
  } as const;
  expect(await refusalOf(say(counsellor, past))).toBe('appointed-in-past');
  expect(await refusalOf(say(counsellor, { step: 'more' }))).toBe('care-step-not-now');
  const step = randomUUID();
  await say(counsellor, { step: 'appoint', appointment }, step);
  await say(counsellor, { step: 'appoint', appointment }, step);
  expect(await refusalOf(say(counsellor, { step: 'talked' }, step))).toBe('changed-meanwhile');
  const shown = (await someone().open(own)).text;
  expect(shown).toMatch(/约好了 11月17日周四 16:30，辅导室/);
  expect(shown).not.toMatch(/司|哭|10907330099/);
  for (const next of ['talked', 'more', 'close'] as const) await say(counsellor, { step: next });
  expect((await list(counsellor)).requests[1]?.state).toBe('closed');

  const items = [{ at: 1290, what: '睡前放松', reader: '辅导室' }];
  const programme = { params: { ...params, day: '2022-11-17' } };
  const twice = { response, seen: 0, items: [...items, ...items] };
  expect(await refusalOf(school(putProgramme, { ...programme, body: twice }))).toBe(
    'two-broadcasts-at-once',
  );
  await school(putProgramme, { ...programme, body: { response, seen: 0, items } });
  expect(await page()).toMatch(/市二中今天的广播 21:30 睡前放松 · 辅导室/);

  const { rows } = await sql<{ row: string }>`select t::text as row from campus.care_request t
    union all select t::text from campus.care_step t
    union all select body from ledger.entry where body ~ 'campus.care-(read|step)'`.execute(owner);
  // Two requests, four steps, and of the ledger one reading and four steps: never of which request.
  expect(rows).toHaveLength(11);
  const kept = rows.map(({ row }) => row);
  const told = new RegExp([elder, friend, '辅导室', '10907330099', '哭'].join('|'));
  expect([...kept, ...server.logged].filter((text) => told.test(text))).toEqual([]);
  const entries = kept.filter(
    (row) => row.includes('campus.care-read') || row.includes('campus.care-step'),
  );
  expect(entries.filter((row) => row.includes(request))).toEqual([]);
  ofCare = own;
});

test('staff who stay are given shifts that leave them rest, whoever gives them at once', async () => {
  const params = { school: shierzhong };
  const person = randomUUID();
  const enter = (people: readonly { id: string; name: string }[]) =>
    school(roster.addStayers, { params, body: { response, people: [...people] } });
  await enter([{ id: person, name: '虚构留校甲' }]);
  await enter([{ id: person, name: '虚构留校甲' }]);
  const again = enter([{ id: randomUUID(), name: '虚构留校甲' }]);
  expect(await refusalOf(again)).toBe('stayer-twice');
  const give = (of: Partial<ShiftBody>, shift = randomUUID(), by: Call = school) => {
    const usual = { person, duty: 'gate', day: '2022-11-17', begins: 480, ends: 960 } as const;
    const body = { response, shift: { ...usual, ...of } };
    return by(roster.putShift, { params: { ...params, shift }, body });
  };
  // Two hands at once: one of the shifts is kept.
  const both = await Promise.allSettled([give({}), give({ begins: 540, ends: 900 })]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await refusalOf(give({ begins: 1200, ends: 1380 }))).toBe('rest-too-short');
  const night = { duty: 'night', day: '2022-11-18', begins: 1320, ends: 1800 } as const;
  const shift = randomUUID();
  await give(night, shift);
  await give(night, shift);
  for (const day of ['2022-11-19', '2022-11-21']) await give({ ...night, day });
  expect(await refusalOf(give({ ...night, day: '2022-11-20' }))).toBe('too-many-nights');
  const open = (by: Call) =>
    by(roster.openRoster, { params, body: { response, from: '2022-11-17' } });
  expect(await open(school)).toMatchObject({
    people: [{ id: person, name: '虚构留校甲' }],
    shifts: [{ day: '2022-11-17' }, { id: shift }, { day: '2022-11-19' }, { day: '2022-11-21' }],
  });
  const keeper = await server.standing('gate-keeper', shierzhong);
  for (const by of [teachers.one, county, keeper]) {
    expect(await refusalOf(open(by))).toBe('not-permitted');
    expect(await refusalOf(give({ day: '2022-11-24' }, randomUUID(), by))).toBe('not-permitted');
  }
  const elsewhere = await server.standing('school-officer', classes.one);
  expect(await refusalOf(open(elsewhere))).toBe('not-found');
  const { rows } = await sql<{ row: string }>`select t::text as row from campus.stay_person t
    union all select body from ledger.entry where body like '%campus.roster-%'`.execute(
    server.database.owner,
  );
  expect(rows.filter(({ row }) => row.includes('留校甲'))).toEqual([]);
  expect(rows.filter(({ row }) => row.includes('"action"') && row.includes(person))).toEqual([]);
});

test('closing leaves nothing of requests, programmes and rosters', async () => {
  await closeByTwo({ proposer: administrator, second: county }, response);
  const { rows } = await sql<{ left: number }>`select ((select count(*) from campus.care_request)
    + (select count(*) from campus.care_step) + (select count(*) from campus.broadcast_day)
    + (select count(*) from campus.stay_person) + (select count(*) from campus.stay_shift))::int as left`.execute(
    server.database.owner,
  );
  expect(rows[0]?.left).toBe(0);
  expect((await someone().open(ofCare)).status).toBe(404);
});
