import { randomUUID } from 'node:crypto';
import type { Batch, BatchLine } from '@liangbuwu/campus/batches/batch.ts';
import {
  announceBatch,
  draftAnnouncement,
  giveSchoolCode,
  listBatches,
  putBatch,
} from '@liangbuwu/campus/batches/batches.contract.ts';
import type { Parts } from '@liangbuwu/campus/reopening/parts.ts';
import {
  approveReopening,
  assessReopening,
  inspectReopening,
  listReopenings,
  putReopening,
  readReopening,
  returnReopening,
  submitReopening,
  withdrawReopening,
} from '@liangbuwu/campus/reopening/reopening.contract.ts';
import { type Finding, Item, type Plan } from '@liangbuwu/campus/reopening/reopening.ts';
import { putClass, putSchool } from '@liangbuwu/campus/schools/schools.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { refusalOf } from '@liangbuwu/office/register/testing/refusal-of.ts';
import { openResponse } from '@liangbuwu/office/responses/contract.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hiddenFields, stranger } from './testing/public-page.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
const school = randomUUID();
const other = randomUUID();
const response = randomUUID();
const classes = [randomUUID(), randomUUID(), randomUUID()] as const;
const people = {} as Record<'keeper' | 'inspector' | 'headquarters' | 'bureau', Call>;

const whole: Parts = {
  epidemicPlan: { adopted: '2022-11-08', checksADay: 3, words: '晨午晚检，异常当场报告' },
  arrivals: {
    grades: [
      { stage: 'senior-high', grade: 11, day: '2022-11-18' },
      { stage: 'senior-high', grade: 12, day: '2022-11-17' },
    ],
    gates: 1,
    words: '',
  },
  lodging: { sittings: 3, beds: 130, words: '' },
  supplies: { people: 140, masks: 1200, thermometers: 2, words: '' },
  logistics: { transferZone: true, utilities: '2022-11-09', words: '' },
  emergency: { isolationRooms: 2, hospital: true, drill: '2022-11-09', words: '' },
  disinfection: { done: '2022-11-10', words: '' },
  training: { staff: 20, trained: 20, words: '' },
  tests: { on: '2022-11-16', samplers: 1, words: '' },
};

beforeAll(async () => {
  server = await testServer();
  const administrator = await server.as('administrator', 'county');
  people.bureau = await server.as('education-officer', 'county');
  await administrator(openResponse, {
    params: { response },
    body: {
      kind: 'epidemic',
      name: { 'zh-CN': '疫情响应', en: 'Epidemic' },
      starts: '2022-11-01T00:00:00+08:00',
      areas: [server.areas.county],
      clock: '2022-11-10T06:00:00+08:00',
    },
  });
  for (const [id, within, name] of [
    [school, server.areas.town, '试验中学'],
    [other, server.areas.otherTown, '别处中学'],
  ] as const) {
    await people.bureau(putSchool, {
      params: { school: id },
      body: { within, name, boards: true },
    });
  }
  for (const [at, grade] of [11, 12, 12].entries())
    await people.bureau(putClass, {
      params: { school, class: classes[at] as string },
      body: { name: `高${grade - 9}${at}班`, stage: 'senior-high', grade },
    });
  people.keeper = await server.standing('school-officer', school);
  people.inspector = await server.as('education-officer', 'town');
  people.headquarters = await server.as('county-officer', 'town');
});
afterAll(() => server.close());

const save = (plan: string, seen: number | null, parts: Parts = whole, answers: string[] = []) =>
  people.keeper(putReopening, {
    params: { plan },
    body: { response, school, seen, parts, answers },
  });
const read = async (call = people.keeper): Promise<Plan> => {
  const { plan } = await call(readReopening, { params: { school }, query: { response } });
  if (!plan) throw new Error('there is no plan');
  return plan;
};
const step = (plan: Plan) => ({
  params: { plan: plan.id, step: randomUUID() },
  body: { seen: plan.version },
});
const findings = (bad?: Finding['item']): Finding[] =>
  Item.options.map((item) =>
    item === bad
      ? { item, inOrder: false, toDo: '口罩再备三百只', by: '2022-11-14' }
      : { item, inOrder: true, toDo: '', by: null },
  );
const inspect = (call: Call, plan: Plan, of = findings()) => {
  const { params, body } = step(plan);
  return call(inspectReopening, { params, body: { ...body, findings: of } });
};

const batch = randomUUID();
const line = (at: number, of: Partial<BatchLine> = {}): BatchLine => ({
  class: classes[at] as string,
  people: 30,
  from: '07:00',
  to: '07:30',
  gate: '南门',
  ...of,
});
const batchBody = (seen: number | null, lines: BatchLine[]) => ({
  response,
  school,
  seen,
  day: '2022-11-17',
  perQuarter: 50,
  lines,
  bring: { 'zh-CN': '口罩', en: 'a mask' },
  contact: { 'zh-CN': '班主任', en: 'the class teacher' },
});
const putLines = (seen: number | null, lines: BatchLine[]) =>
  people.keeper(putBatch, { params: { batch }, body: batchBody(seen, lines) });
const announce = ({ version }: Batch) =>
  people.keeper(announceBatch, {
    params: { batch, announcement: randomUUID() },
    body: { seen: version, words: { 'zh-CN': '十个字以上的一条公告内容', en: 'long enough' } },
  });

describe('a plan', () => {
  const id = randomUUID();

  test('with gaps is kept, says what it lacks, and is not submitted', async () => {
    const parts = { ...whole, emergency: { ...whole.emergency, isolationRooms: 0 } };
    const plan = await save(id, null, parts);
    expect(plan).toMatchObject({ number: 1, state: 'drafting', version: 1, due: null });
    expect(plan.gaps).toMatchObject([{ part: 'emergency', field: 'isolationRooms' }]);
    expect(await save(id, null, parts)).toEqual(plan);
    expect(await refusalOf(people.keeper(submitReopening, step(plan)))).toBe('plan-has-gaps');
    const again = randomUUID();
    expect(await refusalOf(save(again, null))).toBe('changed-meanwhile');
    await save(id, 1);
    expect(await refusalOf(save(id, 1))).toBe('changed-meanwhile');
  });

  test('is the school’s alone to draft, and another town’s officer neither sees nor judges it', async () => {
    const draft = {
      params: { plan: id },
      body: { response, school, seen: 2, parts: whole, answers: [] },
    };
    expect(await refusalOf(people.bureau(putReopening, draft))).toBe('not-permitted');
    const outsider = await server.as('education-officer', 'otherTown');
    const there = { params: { school }, query: { response } };
    expect(await refusalOf(outsider(readReopening, there))).toBe('not-found');
    const { schools } = await outsider(listReopenings, { query: { response } });
    expect(schools.map(({ school: one }) => one)).toEqual([other]);
    const plan = await read();
    expect(await refusalOf(inspect(outsider, plan))).toBe('not-found');
    const elsewhere = await server.standing('school-officer', other);
    expect(await refusalOf(elsewhere(putReopening, draft))).toBe('not-found');
  });

  test('tapped twice is submitted once, and waits with a deadline', async () => {
    const once = step(await read());
    const [first, second] = [
      await people.keeper(submitReopening, once),
      await people.keeper(submitReopening, once),
    ];
    expect(second).toEqual(first);
    expect(first).toMatchObject({
      state: 'submitted',
      version: 3,
      due: '2022-11-11T22:00:00.000Z',
      overdue: false,
    });
    expect(first.steps.map(({ event }) => event)).toEqual(['submitted']);
    expect(await refusalOf(save(id, 3))).toBe('plan-wrong-state');
    expect(await refusalOf(people.headquarters(assessReopening, step(first)))).toBe(
      'plan-wrong-state',
    );
  });

  test('sent back with objections is not submitted until each is answered', async () => {
    const { params, body } = step(await read());
    const objections = [
      { part: 'supplies', reason: 'not-enough', words: '没有算教职员工' },
    ] as const;
    await people.inspector(returnReopening, {
      params,
      body: { ...body, objections: [...objections] },
    });
    const back = await read();
    expect(back).toMatchObject({ state: 'sent-back', objections, answers: [] });
    expect(await refusalOf(people.keeper(submitReopening, step(back)))).toBe('plan-has-gaps');
    const answered = await save(id, back.version, whole, ['已按 140 人重算']);
    expect(answered.gaps).toEqual([]);
    const sent = await people.keeper(submitReopening, step(answered));
    expect(sent.steps.at(-1)).toMatchObject({ event: 'submitted', answers: ['已按 140 人重算'] });
    expect(sent).toMatchObject({ objections: [], hands: ['workedOn'] });
  });

  test('is inspected in all seven items, and nobody takes two of the three steps', async () => {
    const plan = await read();
    const part = findings().slice(1);
    expect(await refusalOf(inspect(people.inspector, plan, part))).toBe(
      'inspection-items-are-others',
    );
    const drafter = await server.standing(['school-officer', 'education-officer'], school);
    await drafter(withdrawReopening, step(plan));
    const drafted = await drafter(putReopening, {
      params: { plan: id },
      body: { response, school, seen: plan.version + 1, parts: whole, answers: [] },
    });
    const sent = await people.keeper(submitReopening, step(drafted));
    expect(await refusalOf(inspect(drafter, sent))).toBe('plan-four-eyes');
    const both = await server.standing(['education-officer', 'county-officer'], server.areas.town);
    const inspected = await inspect(both, sent, findings('supplies'));
    expect(inspected).toMatchObject({ state: 'inspected', hands: ['inspected'] });
    expect(await refusalOf(both(assessReopening, step(inspected)))).toBe('plan-four-eyes');
    const assessed = await people.headquarters(assessReopening, step(inspected));
    expect(await refusalOf(both(approveReopening, step(assessed)))).toBe('plan-four-eyes');
    const agreed = await server.standing(
      ['education-officer', 'county-officer'],
      server.areas.county,
    );
    expect(await refusalOf(agreed(assessReopening, step(assessed)))).toBe('plan-wrong-state');
  });

  test('with an item that is not in order is not approved; only that item is looked at again', async () => {
    const plan = await read(people.bureau);
    expect(plan.notInOrder).toMatchObject([{ part: 'supplies' }]);
    const answer = people.bureau(approveReopening, step(plan));
    await expect(answer).rejects.toThrow(/inspection-items-open.*口罩再备三百只/);
    const whole7 = inspect(people.inspector, plan);
    expect(await refusalOf(whole7)).toBe('inspection-items-are-others');
    const again = await inspect(people.inspector, plan, [
      { item: 'supplies', inOrder: true, toDo: '', by: null },
    ]);
    expect(again).toMatchObject({ state: 'assessed', notInOrder: [] });
    const approved = await people.bureau(approveReopening, step(again));
    expect(approved).toMatchObject({ state: 'approved', due: null });
    expect(await refusalOf(save(id, approved.version))).toBe('plan-wrong-state');
  });

  test('approved, lets batches be made of it; one that does not fit is not announced', async () => {
    const made = await putLines(null, [line(1, { people: 60 }), line(2, { people: 60 })]);
    expect(made.checks.filter(({ ok }) => !ok)).toMatchObject([{ what: 'gate' }]);
    expect(await refusalOf(announce(made))).toBe('batch-does-not-fit');
    const elsewhere = putLines(made.version, [line(0, { class: server.areas.village })]);
    expect(await refusalOf(elsewhere)).toBe('batch-class-elsewhere');
    const { id: _, ...staggered } = await putLines(made.version, [
      line(1, { people: 60 }),
      line(2, { people: 60, from: '07:30', to: '08:00' }),
    ]);
    expect(staggered).toMatchObject({ version: 2, people: 120 });
    expect(staggered.checks.every(({ ok }) => ok)).toBe(true);
    expect(await refusalOf(putLines(1, []))).toBe('changed-meanwhile');
    const bureau = people.bureau(putBatch, { params: { batch }, body: batchBody(2, []) });
    expect(await refusalOf(bureau)).toBe('not-permitted');
  });

  test('is announced in its own words once, and a correction stands beside what was said', async () => {
    const { words } = await people.keeper(draftAnnouncement, { params: { batch } });
    expect(words['zh-CN']).toMatch(/试验中学返校公告（第 1 批）[\s\S]*07:00–07:30，南门：高31班/);
    const browser = stranger(server.app);
    expect((await browser.open('/p/campus/ACDE3467')).status).toBe(404);
    const { code } = await people.keeper(giveSchoolCode, {
      params: { school },
      body: { replaces: null },
    });
    const page = `/p/campus/${code}`;
    expect((await browser.open(page)).text).toContain('学校还没有公告返校批次');
    const announcement = randomUUID();
    const say = (seen: number, of = words, id = announcement) =>
      people.keeper(announceBatch, {
        params: { batch, announcement: id },
        body: { seen, words: of },
      });
    expect(await say(2)).toEqual(await say(2));
    const corrected = { ...words, 'zh-CN': `${words['zh-CN']}\n\n南门改走东侧通道。` };
    await say(2, corrected, randomUUID());
    const { text, html, headers } = await browser.open(page);
    expect(text).toMatch(/高31班.*南门改走东侧通道。.*这一条是更正.*更正以前是这样说的/);
    expect(html).not.toMatch(/<script|\son\w+=|https?:/i);
    expect(headers['cache-control']).toBe('no-cache');
    expect((await browser.open(`${page}?lang=en`)).text).toContain('return to school, batch 1');
    const form = await browser.open(`${page}/read/${announcement}`);
    expect(form.text).toMatch(/高31班 高32班 我们看过了/);
    const fields = { ...hiddenFields(form), class: classes[1] };
    for (let i = 0; i < 2; i++)
      expect((await browser.send(`${page}/read/${announcement}`, fields)).text).toContain('记下了');
    const wrong = { id: randomUUID(), class: classes[0] };
    expect((await browser.send(`${page}/read/${announcement}`, wrong)).status).toBe(422);
    expect((await browser.open(`${page}/read/${randomUUID()}`)).status).toBe(404);
    const { batches } = await people.bureau(listBatches, {
      params: { school },
      query: { response },
    });
    expect(batches[0]?.announcements.map(({ read }) => read)).toEqual([
      [],
      [{ class: classes[1], count: 1 }],
    ]);
    const { code: renewed } = await people.keeper(giveSchoolCode, {
      params: { school },
      body: { replaces: code },
    });
    expect((await browser.open(page)).status).toBe(404);
    expect((await browser.open(`/p/campus/${renewed}`)).status).toBe(200);
  });

  test('changed after it was approved is a new version, and the earlier stays readable', async () => {
    const next = randomUUID();
    const parts = { ...whole, lodging: { ...whole.lodging, beds: 150 } };
    expect(await save(next, null, parts)).toMatchObject({
      number: 2,
      state: 'drafting',
      steps: [],
    });
    const now = await people.keeper(readReopening, { params: { school }, query: { response } });
    expect(now.earlier).toMatchObject([{ id, number: 1, state: 'replaced' }]);
    const query = { response, plan: id };
    const before = await people.keeper(readReopening, { params: { school }, query });
    expect(before.plan).toMatchObject({ number: 1, parts: { lodging: { beds: 130 } } });
    expect(before.plan?.steps.at(-1)?.event).toBe('approved');
    expect(await refusalOf(putLines(2, []))).toBe('no-approved-plan');
  });
});
