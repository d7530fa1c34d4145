import { randomUUID } from 'node:crypto';
import { putArrival } from '@liangbuwu/campus/answers/answers.contract.ts';
import * as plans from '@liangbuwu/campus/lessons/lessons.contract.ts';
import * as questions from '@liangbuwu/campus/lessons/questions.contract.ts';
import * as days from '@liangbuwu/campus/lessons/today.contract.ts';
import type { LessonTimes, Week } from '@liangbuwu/campus/lessons/week.ts';
import type { Said } from '@liangbuwu/campus/lessons/where-today.ts';
import { joinHousehold, putMember } from '@liangbuwu/campus/members/members.contract.ts';
import { putClass, putSchool } from '@liangbuwu/campus/schools/schools.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { refusalOf } from '@liangbuwu/office/register/testing/refusal-of.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { disguises } from './testing/disguises.ts';
import { hiddenFields, stranger } from './testing/public-page.ts';
import { openEpidemic } from './testing/small-gate.ts';
import { openHome } from './testing/small-school.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let response: string;
const school = randomUUID();
const classes = { one: randomUUID(), two: randomUUID() };
const accounts: Record<string, string> = {};
const by = {} as Record<
  'keeper' | 'teacher' | 'teacherTwo' | 'mentor' | 'mentorTwo' | 'volunteer',
  Call
>;
const [elder, younger, friend] = [randomUUID(), randomUUID(), randomUUID()];
const pages = {} as Record<'family' | 'friends', string>;
const periods = [randomUUID(), randomUUID()] as const;
const link = 'https://meeting.example.org/yuwen-8866';
const asked = '第十二页的圆锥曲线为什么先配方？';
const told = '先看上节的例三，再配方。';

async function standing(name: keyof typeof by, role: string, area: string): Promise<void> {
  const account = randomUUID();
  accounts[name] = account;
  by[name] = await server.standing(role, area, { account, name });
}

let drawn = 0;
const someone = () => stranger(server.app, `203.0.117.${++drawn}`);
const read = async (of: keyof typeof pages) => (await someone().open(pages[of])).text;
const moveTo = (to: string) => county(advanceClock, { params: { response }, body: { to } });

const times: LessonTimes = {
  periods: [
    { id: periods[0], name: '第1节', from: 480, to: 520 },
    { id: periods[1], name: '第2节', from: 530, to: 570 },
  ],
  links: [{ subject: '语文', teacher: '', link, offline: '必修上册第12页' }],
  invented: true,
};
const lesson = (day: number, period: 0 | 1, subject: string, account: string | null = null) => ({
  day,
  period: periods[period],
  subject,
  teacher: { account, name: '上官老师' },
  room: '301',
  link: null,
  offline: '',
});
const week = (...lessons: Week['lessons']): Week => ({ lessons, links: [] });
const putTimes = (call: Call, seen: number, given = times) =>
  call(plans.putLessonTimes, { params: { school }, body: { response, seen, times: given } });
const putWeek = (call: Call, seen: number, given: Week) =>
  call(plans.putLessonPlan, {
    params: { class: classes.one },
    body: { response, seen, week: given },
  });
const plan = (call: Call, version?: number) =>
  call(plans.readLessonPlan, {
    params: { class: classes.one },
    query: { response, ...(version && { version }) },
  });
const whoIsWhere = (call: Call, area: string = classes.one) =>
  call(days.viewWhoIsWhere, { params: { area }, body: { response } });
const lessonDay = (call: Call) =>
  call(days.viewLessonDay, { params: { class: classes.one }, body: { response } });
const say = (call: Call, said: Said, entry: string = randomUUID()) =>
  call(days.sayToday, { params: { member: elder, entry }, body: { response, said } });
const listed = (call: Call) =>
  call(questions.listClassQuestions, { params: { class: classes.one }, body: { response } });
const own = (call: Call) => call(questions.listOwnQuestions, { body: { response } });
const answer = (call: Call, question: string, text: string, seen = 0) =>
  call(questions.answerOwn, { params: { question }, body: { response, seen, text } });

beforeAll(async () => {
  server = await testServer();
  const { areas } = server;
  county = await server.as('county-officer', 'county');
  const bureau = await server.as('education-officer', 'county');
  response = await openEpidemic(county, areas.county);
  const within = { within: areas.town, name: '试验中学', boards: true };
  await bureau(putSchool, { params: { school }, body: within });
  for (const [name, id] of Object.entries(classes))
    await bureau(putClass, {
      params: { school, class: id },
      body: { name: `${name}班`, stage: 'senior-high', grade: 12 },
    });
  await standing('keeper', 'school-officer', school);
  await standing('teacher', 'class-teacher', classes.one);
  await standing('teacherTwo', 'class-teacher', classes.two);
  await standing('mentor', 'subject-teacher', classes.one);
  await standing('mentorTwo', 'subject-teacher', classes.two);
  await standing('volunteer', 'volunteer', classes.one);
  await moveTo('2022-11-16T20:00:00+08:00');
  for (const [member, area, name] of [
    [elder, classes.one, '司徒钰莹'],
    [younger, classes.two, '司徒沐阳'],
    [friend, classes.two, '令狐秋白'],
  ] as const)
    await by.keeper(putMember, {
      params: { member },
      body: { response, area, name, born: '2005-03' },
    });
  await by.keeper(joinHousehold, { params: { member: younger }, body: { response, with: elder } });
  for (const [of, area, member] of [
    ['family', classes.one, elder],
    ['friends', classes.two, friend],
  ] as const) {
    pages[of] = await openHome(by.keeper, { response, class: area, member });
  }
});
afterAll(() => server.close());

test('a class’s lesson plan goes by the school’s periods, is kept in versions, and is the class’s own', async () => {
  const overlapping = structuredClone(times);
  Object.assign(overlapping.periods[1] ?? {}, { from: 500 });
  await expect(putTimes(by.keeper, 0, overlapping)).rejects.toMatchObject({
    body: { code: 'lessons-contradict', at: [{ path: '/body/times/periods/1', code: 'overlaps' }] },
  });
  expect(await refusalOf(putTimes(by.teacher, 0))).toBe('not-permitted');
  const set = await putTimes(by.keeper, 0);
  expect(await putTimes(by.keeper, 0)).toEqual(set);

  const first = week(lesson(4, 0, '语文', accounts.mentor), lesson(4, 1, '数学'));
  const wrong = week(
    lesson(4, 0, '语文', accounts.mentorTwo),
    lesson(4, 1, '数学'),
    lesson(4, 1, '英语'),
    { ...lesson(5, 1, '物理'), period: randomUUID() },
  );
  await expect(putWeek(by.teacher, 0, wrong)).rejects.toMatchObject({
    body: {
      at: [{ code: 'no-teacher-here' }, { code: 'two-lessons' }, { code: 'no-such-period' }],
    },
  });
  const http = week({ ...lesson(4, 0, '语文'), link: 'http://meeting.example.org/1' });
  expect(await refusalOf(putWeek(by.teacher, 0, http))).toBe('malformed');
  await putWeek(by.teacher, 0, first);
  const second = week(...first.lessons, lesson(1, 0, '英语'));
  expect(await refusalOf(putWeek(by.teacher, 0, second))).toBe('changed-meanwhile');
  await putWeek(by.teacher, 1, second);
  const seen = await plan(by.mentor);
  expect(seen).toMatchObject({ plan: { version: 2, week: second }, times: { times } });
  expect(seen.versions.map(({ version, changed }) => [version, changed])).toEqual([
    [2, 1],
    [1, 2],
  ]);
  expect(seen.teachers.map(({ name, leads }) => [name, leads])).toEqual([
    ['teacher', true],
    ['mentor', false],
  ]);
  expect((await plan(by.teacher, 1)).plan?.week).toEqual(first);
  const without = { ...times, periods: times.periods.slice(1) };
  expect(await refusalOf(putTimes(by.keeper, 1, without))).toBe('period-in-use');
  expect(await refusalOf(putWeek(by.mentor, 2, first))).toBe('not-permitted');
  expect(await refusalOf(plan(by.teacherTwo))).toBe('not-found');
  expect(await refusalOf(putWeek(by.teacherTwo, 2, first))).toBe('not-found');
  expect(await refusalOf(plan(by.volunteer))).toBe('not-permitted');
});

test('who is in the room and who at home: by what is known, by the class teacher’s word, for today alone', async () => {
  const where = async () => (await whoIsWhere(by.teacher)).lines.map(({ today }) => today);
  expect(await where()).toEqual(['home']);
  const arrival = { response, at: '2022-11-17T07:20:00+08:00' };
  await by.keeper(putArrival, { params: { area: school }, body: arrival });
  await moveTo('2022-11-17T07:30:00+08:00');
  expect(await where()).toEqual(['awaited']);
  const entry = randomUUID();
  await say(by.teacher, { today: 'home', why: 'leave' }, entry);
  await say(by.teacher, { today: 'home', why: 'leave' }, entry);
  expect(await refusalOf(say(by.teacher, { today: 'room' }, entry))).toBe('changed-meanwhile');
  expect((await whoIsWhere(by.teacher)).lines).toMatchObject([
    { name: '司徒钰莹', today: 'home', said: { today: 'home', why: 'leave' } },
  ]);
  const forLesson = await lessonDay(by.mentor);
  expect(forLesson.lines).toEqual([{ id: elder, name: '司徒钰莹', today: 'home' }]);
  expect(forLesson.lessons).toMatchObject([
    { from: 480, subject: '语文', room: '301', link, offline: '必修上册第12页' },
    { from: 530, subject: '数学', link: null },
  ]);
  const all = await whoIsWhere(by.keeper, school);
  expect(all.lines).toEqual([]);
  expect(all.classes.map(({ name, counts }) => [name, counts.home, counts.awaited])).toEqual([
    ['one班', 1, 0],
    ['two班', 0, 2],
  ]);
  expect(JSON.stringify(all)).not.toMatch(/司徒|leave/);
  await say(by.teacher, { today: 'known' });
  expect(await where()).toEqual(['awaited']);
  await say(by.teacher, { today: 'home', why: 'road' });
  for (const [call, code] of [
    [by.teacherTwo, 'not-found'],
    [by.volunteer, 'not-permitted'],
  ] as const) {
    expect(await refusalOf(whoIsWhere(call))).toBe(code);
    expect(await refusalOf(lessonDay(call))).toBe(code);
    expect(await refusalOf(say(call, { today: 'room' }))).toBe(code);
  }
  expect(await refusalOf(say(by.mentor, { today: 'room' }))).toBe('not-permitted');
});

test('a family sees its lessons and asks the mentor once; who is meant answers, and the family reads it', async () => {
  const page = await someone().open(pages.family);
  expect(page.text).toMatch(
    /司\* · 今天的课 今天在家听课[\s\S]*08:00–08:40 语文[\s\S]*上官老师[\s\S]*进课堂[\s\S]*网址：https:\/\/meeting\.example\.org\/yuwen-8866[\s\S]*没有网络：必修上册第12页/,
  );
  expect(page.html).toContain(`<a href="${link}" rel="noopener noreferrer">`);
  expect(await read('friends')).not.toMatch(/语文|meeting/);
  const send = (fields: Record<string, string>, path = pages.family) =>
    someone().send(`${path}/ask`, fields);
  const form = { id: randomUUID(), child: elder, question: asked };
  expect((await send(form)).text).toContain('请先在页面上同意');
  for (const path of Object.values(pages))
    await someone().send(`${path}/consent`, {
      ...hiddenFields(await someone().open(path)),
      guardian: '虚构家长',
      agree: 'yes',
    });
  const named = { response, members: [elder], mentor: accounts.mentor ?? '' };
  const wrong = { ...named, mentor: accounts.mentorTwo ?? '' };
  const params = { class: classes.one };
  expect(await refusalOf(by.teacher(days.putMentor, { params, body: wrong }))).toBe('not-a-mentor');
  await by.teacher(days.putMentor, { params, body: named });
  expect(await read('family')).toMatch(/导师：mentor[\s\S]*11月17日周四 20:00 前答复/);
  for (let i = 0; i < 2; i++) expect((await send(form)).status).toBe(303);
  expect((await send({ ...form, question: '别的' })).status).toBe(409);
  expect((await send({ ...form, id: randomUUID() }, pages.friends)).status).toBe(404);

  const [mine, ...more] = (await own(by.mentor)).questions;
  expect(more).toEqual([]);
  expect(mine).toMatchObject({
    pupil: '司徒钰莹',
    text: asked,
    promised: '2022-11-17T12:00:00.000Z',
    mentor: 'mentor',
    answer: null,
  });
  expect((await listed(by.teacher)).questions).toMatchObject([{ id: mine?.id }]);
  expect((await own(by.mentorTwo)).questions).toEqual([]);
  const id = mine?.id ?? '';
  expect(await refusalOf(answer(by.mentorTwo, id, told))).toBe('not-found');
  expect(await refusalOf(listed(by.teacherTwo))).toBe('not-found');
  const byClass = (call: Call, of: string) =>
    call(questions.answerOfClass, {
      params: { class: of, question: id },
      body: { response, seen: 0, text: '问过了。' },
    });
  expect(await refusalOf(byClass(by.teacherTwo, classes.one))).toBe('not-found');
  expect(await refusalOf(byClass(by.teacherTwo, classes.two))).toBe('not-found');
  expect(await refusalOf(own(by.volunteer))).toBe('not-permitted');

  await moveTo('2022-11-17T21:00:00+08:00');
  expect(await read('family')).toMatch(/说好 11月17日周四 20:00 前答复，已经过了/);
  expect((await whoIsWhere(by.keeper, school)).classes).toMatchObject([
    { open: 1, overdue: 1 },
    { open: 0, overdue: 0 },
  ]);
  const first = await answer(by.mentor, id, told);
  expect(await answer(by.mentor, id, told)).toEqual(first);
  expect(await refusalOf(byClass(by.teacher, classes.one))).toBe('changed-meanwhile');
  await answer(by.mentor, id, `${told}。`, 1);
  expect(await read('family')).toMatch(new RegExp(`mentor 11月17日周四 21:00 答复： ${told}。`));
  expect(await read('friends')).not.toMatch(/圆锥|例三/);

  // Of one child only so many wait; asked at night it is the next day of lessons.
  for (let i = 0; i < 5; i++)
    expect((await send({ ...form, id: randomUUID(), question: `问题${i}` })).status).toBe(303);
  expect((await send({ ...form, id: randomUUID() })).text).toContain('5 个问题在等答复');
  expect(await read('family')).toMatch(/11月21日周一 20:00 前答复[\s\S]*已有问题在等答复/);
  // Nobody was seen at home the day after: the word was for one day.
  await moveTo('2022-11-18T08:10:00+08:00');
  expect((await whoIsWhere(by.teacher)).lines).toMatchObject([{ today: 'room', said: null }]);
});

test('a leaked database tells none of it, and closing leaves nothing', async () => {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('campus', 'ledger', 'pgboss', 'office')`.execute(server.database.owner);
  const dump: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{
      row: string;
    }>`select t::text as row from ${sql.raw(name)} t`.execute(server.database.owner);
    dump.push(...rows.map(({ row }) => row));
  }
  const text = [...dump, ...server.logged].join('\n');
  for (const one of [asked, told, link, '上官老师', 'leave', '司徒钰莹'])
    for (const [how, bytes] of disguises(one)) {
      expect(text.includes(bytes.toString('utf8')), `${one} ${how}`).toBe(false);
      expect(text.includes(bytes.toString('hex')), `${one} ${how}, as bytes`).toBe(false);
    }
  const kept = ['lesson_question', 'mentor', 'lesson_today', 'lesson_week', 'lesson_times'];
  const count = async () => {
    const left = [];
    for (const table of kept) {
      const { rows } = await sql<{ rows: number }>`
        select count(*)::int as rows from ${sql.table(`campus.${table}`)}`.execute(
        server.database.owner,
      );
      left.push(rows[0]?.rows ?? 0);
    }
    return left;
  };
  expect(await count()).toEqual([6, 1, 3, 2, 1]);
  const proposer = await server.as('administrator', 'county');
  await closeByTwo({ proposer, second: county }, response);
  expect(await count()).toEqual([0, 0, 0, 0, 0]);
  expect(await refusalOf(plan(by.teacher))).toBe('response-closed');
  expect((await someone().open(pages.family)).status).toBe(404);
});
