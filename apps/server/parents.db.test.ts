import { randomUUID } from 'node:crypto';
import { putArrival } from '@liangbuwu/campus/answers/answers.contract.ts';
import { giveSchoolCode } from '@liangbuwu/campus/batches/batches.contract.ts';
import { joinHousehold, putMember } from '@liangbuwu/campus/members/members.contract.ts';
import { listMenus, putMenu, putParentsTelephone } from '@liangbuwu/campus/menu/menu.contract.ts';
import * as questions from '@liangbuwu/campus/questions/questions.contract.ts';
import { reportFor } from '@liangbuwu/campus/reports/report.contract.ts';
import * as told from '@liangbuwu/campus/told/told.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { refusalOf } from '@liangbuwu/office/register/testing/refusal-of.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hiddenFields, stranger } from './testing/public-page.ts';
import { openEpidemic } from './testing/small-gate.ts';
import { openHome, putShierzhong } from './testing/small-school.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let school: Call;
let volunteer: Call;
let response: string;
type Of = 'one' | 'two';
let shierzhong: string;
let classes: Record<Of, string>;
let teachers: Record<Of, Call>;
const [elder, younger, stranger1] = [randomUUID(), randomUUID(), randomUUID()];
const paths = {} as Record<'family' | 'other', string>;
const arrival = '2022-11-17T07:20:00+08:00';
const well = { risk: 'low', area: '430211', reported: '2022-11-16T10:00:00+08:00' } as const;

let drawn = 0;
const someone = () => stranger(server.app, `203.0.117.${++drawn}`);
const open = (of: keyof typeof paths, method: 'GET' | 'HEAD' = 'GET') =>
  someone().open(paths[of], method);
const report = (member: string, risk: 'low' | 'high', by: Call) =>
  by(reportFor, {
    params: { member, fact: randomUUID() },
    body: { response, at: '2022-11-16T20:00:00+08:00', report: { ...well, risk } },
  });
const untold = (of: Of | 'school', by?: Call) =>
  (by ?? (of === 'school' ? school : teachers[of]))(told.viewUntold, {
    params: { area: of === 'school' ? shierzhong : classes[of] },
    body: { response },
  });
const tell = (
  line: { id: string; mark: string } | undefined,
  entry: string = randomUUID(),
  by: Call = teachers.one,
  of: Of = 'one',
) =>
  by(told.putTold, {
    params: { class: classes[of], entry },
    body: { response, how: 'phone', members: [{ member: line?.id ?? '', mark: line?.mark ?? '' }] },
  });
const briefly = async (of: Of) =>
  (await untold(of)).lines.map(({ id, urgency, last, now }) => [
    id,
    urgency,
    last?.state ?? null,
    now.state,
  ]);

beforeAll(async () => {
  server = await testServer();
  county = await server.as('county-officer', 'county');
  response = await openEpidemic(county, server.areas.county);
  ({ school: shierzhong, classes, teachers, keeper: school } = await putShierzhong(server, county));
  volunteer = await server.standing('volunteer', shierzhong);
  await county(advanceClock, { params: { response }, body: { to: '2022-11-16T20:00:00+08:00' } });
  await school(putArrival, { params: { area: shierzhong }, body: { response, at: arrival } });
  for (const [member, of, name] of [
    [elder, 'one', '司徒钰莹'],
    [younger, 'two', '司徒沐阳'],
    [stranger1, 'two', '令狐秋白'],
  ] as const)
    await teachers[of](putMember, {
      params: { member },
      body: { response, area: classes[of], name, born: '2005-03', phone: '10907330017' },
    });
  await school(joinHousehold, { params: { member: younger }, body: { response, with: elder } });
  const link = (of: Of, member: string) =>
    openHome(teachers[of], { response, class: classes[of], member });
  paths.family = await link('one', elder);
  paths.other = await link('two', stranger1);
});
afterAll(() => server.close());

describe('an answer that changes is told', () => {
  test('what the family saw is what is known; a page that only its head was asked of was not read', async () => {
    await report(elder, 'low', teachers.one);
    await report(younger, 'low', teachers.two);
    expect(await briefly('one')).toEqual([[elder, 'never', null, 'may-return']]);
    await open('family', 'HEAD');
    await someone().open(paths.other);
    expect(await briefly('one')).toEqual([[elder, 'never', null, 'may-return']]);
    await open('family');
    expect(await briefly('one')).toEqual([]);
    expect(await briefly('two')).toEqual([]);
  });

  test('whoever would come in vain is in the class’s list until the page is opened', async () => {
    await report(elder, 'high', teachers.one);
    const { lines, classes: counted } = await untold('one');
    expect(lines).toMatchObject([
      {
        id: elder,
        name: '司徒钰莹',
        urgency: 'comes',
        day: '2022-11-17',
        since: '2022-11-16T12:00:00.000Z',
        linked: true,
        last: { state: 'may-return', how: 'page', by: null },
        now: { state: 'not-now' },
      },
    ]);
    expect(counted).toMatchObject([{ counts: { comes: 1, may: 0, other: 0, never: 0 } }]);
    const whole = await untold('school');
    expect(whole.lines).toEqual([]);
    expect(whole.classes.map(({ counts, soonest }) => [counts.comes, soonest])).toEqual([
      [1, '2022-11-17'],
      [0, null],
    ]);
    await open('family');
    await open('family');
    expect((await untold('school')).classes.map(({ counts }) => counts.comes)).toEqual([0, 0]);
  });

  test('is told once with one tap, of what was read, and counts until it changes again', async () => {
    await report(elder, 'low', teachers.one);
    const [line] = (await untold('one')).lines;
    expect(line).toMatchObject({ urgency: 'may', last: { state: 'not-now' } });
    await report(elder, 'high', teachers.one);
    // As it was told before: the family knows it.
    expect(await briefly('one')).toEqual([]);
    expect(await refusalOf(tell(line))).toBe('changed-meanwhile');
    await report(elder, 'low', teachers.one);
    const entry = randomUUID();
    await Promise.all([tell(line, entry), tell(line, entry), tell(line)]);
    await tell(line, entry);
    expect(await briefly('one')).toEqual([]);
    const { entries } = await county(listEntries, { query: { action: 'campus.answer-told' } });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ detail: { how: 'phone', persons: 1 } });
    expect(JSON.stringify(entries)).not.toContain(elder);
    // Another day, by nobody’s report: the whole school is put back at once.
    await school(putArrival, {
      params: { area: shierzhong },
      body: { response, at: '2022-11-18T07:20:00+08:00' },
    });
    expect(await briefly('one')).toEqual([[elder, 'comes', 'may-return', 'may-return']]);
    expect((await untold('one')).lines[0]?.last).toMatchObject({
      how: 'phone',
      by: 'class-teacher',
    });
    await school(putArrival, { params: { area: shierzhong }, body: { response, at: arrival } });
    expect(await briefly('one')).toEqual([]);
  });

  test('follows a child into another class, and no other class, volunteer or family learns of it', async () => {
    const [before] = await briefly('two');
    expect(before?.[0]).toBeUndefined();
    await report(elder, 'high', teachers.one);
    expect(await refusalOf(untold('one', teachers.two))).toBe('not-found');
    expect(await refusalOf(untold('one', volunteer))).toBe('not-permitted');
    const [line] = (await untold('one')).lines;
    expect(await refusalOf(tell(line, randomUUID(), teachers.two))).toBe('not-found');
    expect(await refusalOf(tell(line, randomUUID(), teachers.two, 'two'))).toBe('not-found');
    expect((await open('other')).text).not.toMatch(/司/);
    await school(putMember, {
      params: { member: elder },
      body: { response, area: classes.two, name: '司徒钰莹', born: '2005-03', phone: null },
    });
    expect(await briefly('one')).toEqual([]);
    expect(await briefly('two')).toEqual([[elder, 'comes', 'may-return', 'not-now']]);
    await school(putMember, {
      params: { member: elder },
      body: { response, area: classes.one, name: '司徒钰莹', born: '2005-03', phone: null },
    });
    const { rows } = await sql<{
      row: string;
    }>`select t::text as row from campus.told_answer t`.execute(server.database.owner);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/司徒|may-return|not-now|低风险/);
  });
});

/** What the form for a question carries, beside the one to look for answers. */
const carriedBy = (page: Parameters<typeof hiddenFields>[0]) => {
  const { lang: _, ...carried } = hiddenFields(page);
  return carried;
};
const asked = (by: Call, of: Of | 'school') =>
  by(questions.listQuestions, {
    params: { area: of === 'school' ? shierzhong : classes[of] },
    body: { response },
  });
const publish = (
  by: Call,
  area: string,
  question: string,
  answer: string,
  entry: string = randomUUID(),
) =>
  by(questions.publishAnswer, {
    params: { area, entry },
    body: { response, topic: 'report', question, answer },
  });

describe('questions to the school', () => {
  const text = '虚构老师，核酸报告要几小时内的？';
  let public1: string;

  test('a family asks once however often it is sent, sees what was answered already, and reads its answer alone', async () => {
    await publish(school, shierzhong, '核酸报告要多久以内的？', '到校前48小时内的。');
    const at = `${paths.family}/questions`;
    const form = {
      ...carriedBy(await someone().open(at)),
      child: younger,
      topic: 'report',
      text,
    };
    expect((await someone().open(at)).text).toMatch(/问学校/);
    const similar = await someone().send(at, form);
    expect(similar.text).toMatch(/这些已经回答过[\s\S]*核酸报告要多久以内的[\s\S]*48小时内/);
    expect((await asked(teachers.two, 'two')).questions).toEqual([]);
    const sure = carriedBy(similar);
    expect(sure).toMatchObject({ text, sure: 'yes' });
    for (const _ of [1, 2]) expect((await someone().send(at, sure)).status).toBe(303);
    expect((await someone().open(at)).text).toMatch(
      /几小时内的？ 等学校回答，11月17日周四 20:00 前/,
    );
    const { questions: waiting } = await asked(teachers.two, 'two');
    expect(waiting).toMatchObject([
      {
        class: 'two班',
        child: '司徒沐阳',
        text,
        answer: null,
        answerBy: '2022-11-17T12:00:00.000Z',
      },
    ]);
    const answer = (by: Call, told1: string, seen = 1) =>
      by(questions.answerQuestion, {
        params: { question: waiting[0]?.id ?? '' },
        body: { response, answer: told1, seen },
      });
    expect(await refusalOf(answer(teachers.one, '不是我班的'))).toBe('not-found');
    await Promise.all([answer(teachers.two, '48小时内。'), answer(teachers.two, '48小时内。')]);
    expect(await refusalOf(answer(school, '另一个回答'))).toBe('changed-meanwhile');
    expect((await open('family')).text).toMatch(
      /几小时内的？ 48小时内。 学校 11月16日周三 20:00 回答/,
    );
    expect((await open('other')).text).not.toMatch(/几小时/);
    expect((await asked(teachers.one, 'one')).questions).toEqual([]);
    expect(await refusalOf(asked(volunteer, 'school'))).toBe('not-permitted');
    expect(await refusalOf(asked(teachers.one, 'school'))).toBe('not-found');
  });

  test('the school’s page takes one without an account, publishes in other words, and is found by them', async () => {
    const { code } = await school(giveSchoolCode, {
      params: { school: shierzhong },
      body: { replaces: null },
    });
    public1 = `/p/campus/${code}/questions`;
    const form = carriedBy(await someone().open(public1));
    const sent = { ...form, topic: 'living', text: '住校生的被子怎么消毒' };
    for (const _ of [1, 2])
      expect((await someone().send(public1, sent)).text).toMatch(/学校收到了/);
    const { questions: all } = await asked(school, 'school');
    expect(all.map(({ class: of, child, text: says }) => [of, child, says])).toEqual(
      expect.arrayContaining([
        [null, null, '住校生的被子怎么消毒'],
        ['two班', '司徒沐阳', text],
      ]),
    );
    expect(all).toHaveLength(2);
    expect((await asked(teachers.two, 'two')).questions).toHaveLength(1);
    // Nothing of what was asked is public by itself.
    expect((await someone().open(public1)).text).not.toMatch(/被子|虚构老师/);
    const id = '43020220050312001X';
    expect(await refusalOf(publish(school, shierzhong, '被子怎么消毒？', `找 ${id}`))).toBe(
      'identity-number-in-it',
    );
    const entry = randomUUID();
    for (const _ of [1, 2])
      await publish(teachers.one, classes.one, '被子怎么消毒？', '晒，学校统一收。', entry);
    const find = async (path: string, q: string) =>
      (await someone().open(`${path}?q=${encodeURIComponent(q)}&topic=&lang=zh`)).text;
    expect(await find(public1, '被子')).toMatch(/找到 1 条 被子怎么消毒？ 晒，学校统一收。/);
    expect(await find(`${paths.other}/questions`, '消毒')).toMatch(/找到 1 条 被子怎么消毒？/);
    expect(await find(public1, '羽毛球')).toMatch(/没有找到/);
    const withdraw = (by: Call) =>
      by(questions.withdrawAnswer, { params: { entry }, body: { response } });
    expect(await refusalOf(withdraw(teachers.two))).toBe('not-found');
    await withdraw(school);
    expect(await find(public1, '被子')).toMatch(/没有找到/);
  });

  test('is sealed, and a family that asks without end is told to wait', async () => {
    const at = `${paths.other}/questions`;
    const one = async (i: number) =>
      (
        await someone().send(at, {
          ...carriedBy(await someone().open(at)),
          child: stranger1,
          topic: 'gate',
          text: `第${i}次问：停车`,
        })
      ).status;
    expect([await one(1), await one(2), await one(3), await one(4), await one(5)]).toEqual(
      Array(5).fill(303),
    );
    expect(await one(6)).toBe(409);
    const { rows } = await sql<{
      row: string;
    }>`select q::text as row from campus.question q`.execute(server.database.owner);
    expect(rows).toHaveLength(7);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/停车|被子|核酸|小时/);
    const { entries } = await county(listEntries, { query: {} });
    expect(JSON.stringify(entries)).not.toMatch(/停车|被子|司徒/);
  });
});

test('the family’s page says what there was to eat and by which telephone the school is asked', async () => {
  const menu = (day: string, lunch: string, seen: number | null, by: Call = school) =>
    by(putMenu, {
      params: { school: shierzhong, day },
      body: { meals: { breakfast: '', lunch, supper: '' }, seen },
    });
  await Promise.all([menu('2022-11-16', '番茄炒蛋', null), menu('2022-11-16', '番茄炒蛋', null)]);
  await menu('2022-11-15', '豆腐', null);
  await menu('2022-11-14', '青菜', null);
  await menu('2022-11-15', '豆腐、青菜', 1);
  expect(await refusalOf(menu('2022-11-15', '面', 1))).toBe('changed-meanwhile');
  expect(await refusalOf(menu('2022-11-15', '面', 2, teachers.one))).toBe('not-permitted');
  await school(putParentsTelephone, {
    params: { school: shierzhong },
    body: { telephone: '0731-28280000 转 8', seen: null },
  });
  const kept = await school(listMenus, {
    params: { school: shierzhong },
    query: { from: '2022-11-15', to: '2022-11-16' },
  });
  expect(kept.menus.map(({ day, version }) => [day, version])).toEqual([
    ['2022-11-16', 1],
    ['2022-11-15', 2],
  ]);
  const page = await open('other');
  expect(page.text).toMatch(
    /市二中 two班班主任[\s\S]*0731-28280000 转 8[\s\S]*今天（11月16日周三） 午餐：番茄炒蛋 昨天（11月15日周二） 午餐：豆腐、青菜/,
  );
  expect(page.html).toContain('href="tel:073128280000"');
});
