import { randomUUID } from 'node:crypto';
import { countOf } from '@liangbuwu/campus/answers/answer.ts';
import * as answers from '@liangbuwu/campus/answers/answers.contract.ts';
import type { Stage } from '@liangbuwu/campus/campus.ts';
import { giveHomeLinks } from '@liangbuwu/campus/home/link.contract.ts';
import * as lists from '@liangbuwu/campus/members/lists/lists.contract.ts';
import * as members from '@liangbuwu/campus/members/members.contract.ts';
import * as overview from '@liangbuwu/campus/overview/overview.contract.ts';
import * as reports from '@liangbuwu/campus/reports/report.contract.ts';
import { putClass, putSchool } from '@liangbuwu/campus/schools/schools.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import type { SchoolReport } from '@liangbuwu/office/people/school-report.ts';
import { refusalOf } from '@liangbuwu/office/register/testing/refusal-of.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import { openSheets } from '@liangbuwu/office/tables/excel/open-sheets.ts';
import { workbookFile } from '@liangbuwu/office/tables/excel/testing/workbook-file.ts';
import { readScenario } from '@liangbuwu/scenario-zhuzhou-2022-11/scenario.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadRules } from './demo/load-rules.ts';
import { disguises } from './testing/disguises.ts';
import { hiddenFields, stranger } from './testing/public-page.ts';
import { openEpidemic } from './testing/small-gate.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let response: string;
/** Each in a town of its own, with the rule that the paper tells of there. */
const schools = { shierzhong: randomUUID(), liling: randomUUID(), youxian: randomUUID() };
type Of = keyof typeof schools;
const classes = {
  one: randomUUID(),
  two: randomUUID(),
  eleven: randomUUID(),
  liling: randomUUID(),
  lilingTen: randomUUID(),
  youxian: randomUUID(),
  youxianPrimary: randomUUID(),
};
const teachers = {} as Record<keyof typeof classes, Call>;
const arrival = '2022-11-17T07:20:00+08:00';
const names = ['司徒钰莹', '令狐沐阳', '慕容秋白'];
const phone = '10907330017';

const pupilIn = async (
  of: keyof typeof classes,
  who: { name?: string; born?: string; phone?: string } = {},
): Promise<string> => {
  const member = randomUUID();
  await teachers[of](members.putMember, {
    params: { member },
    body: { response, area: classes[of], name: `虚构${member}`, born: '2005-03', ...who },
  });
  return member;
};
const view = (of: keyof typeof classes, by = teachers[of]) =>
  by(answers.viewClass, { params: { class: classes[of] }, body: { response } });
const reportFor = (of: keyof typeof classes, member: string, report: SchoolReport) =>
  teachers[of](reports.reportFor, {
    params: { member, fact: randomUUID() },
    body: { response, at: '2022-11-16T20:00:00+08:00', report },
  });
const give = async (of: keyof typeof classes, member: string, renew = false) => {
  const { links } = await teachers[of](giveHomeLinks, {
    params: { class: classes[of] },
    body: { response, members: [member], renew },
  });
  return links[0]?.secret ?? '';
};
let drawn = 0;
const someone = () => stranger(server.app, `203.0.114.${++drawn}`);
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
const factsKept = async (member: string) => {
  const { rows } = await sql<{ fact: string; how: string }>`select fact, how from people.fact
    where person = ${member} order by number`.execute(server.database.owner);
  return rows.map(({ fact, how }) => `${fact} ${how}`);
};

beforeAll(async () => {
  server = await testServer();
  const { areas } = server;
  county = await server.as('county-officer', 'county');
  const administrator = await server.as('administrator', 'county');
  const bureau = await server.as('education-officer', 'county');
  response = await openEpidemic(county, areas.county);
  const lies = { '430211': areas.town, '430281': areas.otherTown, '430223': areas.otherVillage };
  const scenario = readScenario();
  const { facts, sets } = scenario.rulebook;
  const rulebook = {
    ...scenario.rulebook,
    facts,
    sets: sets.filter(
      ({ area, purpose }) => purpose === 'return-to-school' && Object.keys(lies).includes(area),
    ),
  };
  await loadRules(
    {
      scenario: { ...scenario, rulebook },
      administrator,
      area: (id) => lies[id as keyof typeof lies],
    },
    county,
  );
  const within = {
    shierzhong: areas.town,
    liling: areas.otherTown,
    youxian: areas.otherVillage,
  };
  for (const of of Object.keys(schools) as Of[])
    await bureau(putSchool, {
      params: { school: schools[of] },
      body: { within: within[of], name: `${of}中学`, boards: true },
    });
  const made: [keyof typeof classes, Of, Stage, number][] = [
    ['one', 'shierzhong', 'senior-high', 12],
    ['two', 'shierzhong', 'senior-high', 12],
    ['eleven', 'shierzhong', 'senior-high', 11],
    ['liling', 'liling', 'senior-high', 12],
    ['lilingTen', 'liling', 'senior-high', 10],
    ['youxian', 'youxian', 'vocational', 10],
    ['youxianPrimary', 'youxian', 'primary', 1],
  ];
  for (const [of, school, stage, grade] of made) {
    const params = { school: schools[school], class: classes[of] };
    await bureau(putClass, { params, body: { name: `${of}班`, stage, grade } });
    teachers[of] = await server.standing('class-teacher', classes[of]);
  }
  await county(advanceClock, { params: { response }, body: { to: '2022-11-16T20:00:00+08:00' } });
  for (const of of Object.keys(schools) as Of[]) {
    const keeper = await server.standing('school-officer', schools[of]);
    await keeper(answers.putArrival, {
      params: { area: schools[of] },
      body: { response, at: arrival },
    });
  }
});
afterAll(() => server.close());

const tested = '2022-11-16T10:00:00+08:00';
const home = { people: 2, code: 'green', card: true, reported: tested } as const;
const well: Record<Of, SchoolReport> = {
  shierzhong: { risk: 'low', area: '430211', reported: tested },
  liling: {
    risk: 'low',
    contact: false,
    code: 'green',
    symptoms: false,
    atHome: false,
    card: true,
    reported: tested,
    livesWith: home,
  },
  youxian: { from: 'elsewhere', symptoms: false },
};
type Clause = [of: keyof typeof classes, change: Partial<SchoolReport> | null, says: string];
/** Each row of the three tables, by the class that it is asked of; null: nothing was reported. */
const clauses: Clause[] = [
  ['one', {}, 'may-return 可以返校'],
  ['one', { risk: 'high' }, 'not-now 还不到返校的时候 这次返校的是低风险区的师生员工'],
  [
    'one',
    { area: 'other' },
    'not-now 还不到返校的时候 这次返校的是天元、石峰、经开、渌口的师生员工',
  ],
  [
    'one',
    { reported: '2022-11-15T07:19:59+08:00' },
    'not-now 先做核酸 到校时要有48小时内的核酸阴性证明',
  ],
  ['one', { reported: '2022-11-15T07:20:00+08:00' }, 'may-return 可以返校'],
  ['one', { reported: null }, 'not-now 先做核酸 到校时要有48小时内的核酸阴性证明'],
  ['one', null, 'not-reported'],
  ['eleven', null, 'not-now 还不到返校的时候'],
  ['liling', {}, 'may-return 可以返校'],
  ['liling', { risk: 'high' }, 'not-now 暂缓复学 高风险区的师生暂缓复学'],
  ['liling', { contact: true }, 'not-now 暂缓复学 密接的师生暂缓复学'],
  ['liling', { code: 'yellow' }, 'not-now 暂缓复学 红码、黄码的师生暂缓复学'],
  ['liling', { symptoms: true }, 'not-now 暂缓复学 有不适症状的师生暂缓复学'],
  [
    'liling',
    { atHome: true, atHomeUntil: '2022-11-18' },
    'not-now 暂缓复学 在居家隔离期的师生暂缓复学',
  ],
  ['liling', { card: false }, 'not-now 材料不齐 本人和同住人的绿码、行程卡、48小时核酸证明要齐'],
  ['liling', { livesWith: { ...home, code: 'red' } }, 'not-now 材料不齐'],
  ['liling', { livesWith: { ...home, card: false } }, 'not-now 材料不齐'],
  ['liling', { livesWith: { ...home, reported: '2022-11-14T10:00:00+08:00' } }, 'not-now 材料不齐'],
  ['liling', { livesWith: { people: 2, code: 'green', card: true } }, 'missing'],
  ['liling', { livesWith: { people: 0 } }, 'may-return 可以返校'],
  ['lilingTen', {}, 'not-now 还不到返校的时候 先复学的是普通高中三年级，其他年级另行通知'],
  ['youxian', {}, 'may-return 可以返校 高中（含职业高中）和初中11月12日下午起返校'],
  [
    'youxian',
    { from: 'with-cases' },
    'not-now 按规定严格管控 返校前，来自高风险区和有病例地方的师生严格管控',
  ],
  ['youxian', { symptoms: true }, 'not-now 及时处置 有疑似症状要及时处置'],
];
const schoolOf = (of: keyof typeof classes): Of =>
  of.startsWith('liling') ? 'liling' : of.startsWith('youxian') ? 'youxian' : 'shierzhong';

describe('what the rule of the day of return says', () => {
  const asked = new Map<string, Clause>();
  const said = async () => {
    const all = new Map<string, string>();
    for (const of of Object.keys(classes) as (keyof typeof classes)[])
      for (const { id, state, outcome, why } of (await view(of)).lines)
        all.set(id, [state, outcome?.['zh-CN'], why?.['zh-CN']].filter(Boolean).join(' '));
    return all;
  };

  test('follows each clause of the three rules', async () => {
    for (const clause of clauses) {
      const [of, change] = clause;
      const member = await pupilIn(of);
      asked.set(member, clause);
      if (change) await reportFor(of, member, { ...well[schoolOf(of)], ...change });
    }
    const all = await said();
    for (const [member, [of, change, says]] of asked)
      expect(all.get(member), `${of} ${JSON.stringify(change)}`).toMatch(new RegExp(`^${says}`));
    const [late] = [...asked].find(([, [, change]]) => change?.code) ?? [];
    expect(
      await teachers.liling(answers.viewMember, {
        params: { member: late ?? '' },
        body: { response },
      }),
    ).toMatchObject({
      state: 'not-now',
      todo: { 'zh-CN': expect.stringContaining('按社区（村）通知做核酸') },
      again: { 'zh-CN': expect.stringContaining('转绿码的当天') },
      rule: { number: 1, appeal: { 'zh-CN': expect.stringContaining('醴陵市教育部门') } },
      changes: expect.arrayContaining([expect.anything()]),
    });
    const school = await server.standing('school-officer', schools.liling);
    const told = await school(answers.viewSchool, {
      params: { school: schools.liling },
      body: { response },
    });
    expect(told.classes.map(({ name, people }) => [name, people])).toEqual([
      ['lilingTen班', 1],
      ['liling班', 12],
    ]);
    const counted = (state: string) =>
      told.tally.filter((one) => one.state === state).reduce((sum, { people }) => sum + people, 0);
    expect([counted('may-return'), counted('missing'), counted('not-now')]).toEqual([2, 1, 10]);
    expect(JSON.stringify(told)).not.toContain('虚构');
  });

  test('changes with one date for exactly those whom it concerns', async () => {
    const before = await said();
    const moveTo = (at: string) =>
      teachers.one(answers.putArrival, {
        params: { area: classes.one },
        body: { response, at },
      });
    // Two hours later the older of the two tests is too old, and that is all.
    await moveTo('2022-11-17T09:20:00+08:00');
    const after = await said();
    const changed = [...after].filter(([id, says]) => before.get(id) !== says);
    expect(changed.map(([id]) => asked.get(id)?.[1])).toEqual([
      { reported: '2022-11-15T07:20:00+08:00' },
    ]);
    await moveTo('2022-11-16T23:30:00+08:00');
    expect([...(await said()).values()].filter((says) => /11月17日起返校/.test(says))).not.toEqual(
      [],
    );
    await moveTo(arrival);
    expect(await said()).toEqual(before);
  });

  test('takes no more than the rule asks, and no test that is still to come', async () => {
    const member = await pupilIn('one');
    const refused = (report: SchoolReport) => refusalOf(reportFor('one', member, report));
    expect(await refused({ ...well.shierzhong, symptoms: true })).toBe('not-asked');
    expect(await refused({ ...well.shierzhong, livesWith: { people: 1 } })).toBe('not-asked');
    expect(await refused({ reported: '2022-11-17T06:00:00+08:00' })).toBe('test-ahead');
    expect(await refused({})).toBe('malformed');
    expect(await factsKept(member)).toEqual([]);
  });
});

test('攸县: nobody before the hour, and of the schools that are excepted nobody', async () => {
  const moveTo = (area: string, at: string, by: Call) =>
    by(answers.putArrival, { params: { area }, body: { response, at } });
  const saysOf = async (of: string, by: Call) => {
    const { lines } = await by(answers.viewClass, { params: { class: of }, body: { response } });
    return lines.map(({ state, outcome, why }) =>
      [state, outcome?.['zh-CN'], why?.['zh-CN']].join(' '),
    );
  };
  const early = await saysOf(classes.youxian, teachers.youxian);
  await moveTo(classes.youxian, '2022-11-12T11:59:59+08:00', teachers.youxian);
  const late = '高中（含职业高中）和初中11月12日下午起返校';
  expect(await saysOf(classes.youxian, teachers.youxian)).toEqual(
    early.map((says) =>
      says.startsWith('may-return') ? `not-now 还不到返校的时候 ${late}` : says,
    ),
  );
  await moveTo(classes.youxian, arrival, teachers.youxian);
  expect(await saysOf(classes.youxian, teachers.youxian)).toEqual(early);

  const bureau = await server.as('education-officer', 'county');
  for (const ruleName of ['youxian-2', 'shangping', 'gaoguan']) {
    const [school, of, member] = [randomUUID(), randomUUID(), randomUUID()];
    await bureau(putSchool, {
      params: { school },
      body: { within: server.areas.otherVillage, name: ruleName, ruleName, boards: false },
    });
    const stage = ruleName === 'youxian-2' ? 'senior-high' : 'junior-high';
    await bureau(putClass, {
      params: { school, class: of },
      body: { name: `${ruleName}班`, stage, grade: stage === 'senior-high' ? 10 : 7 },
    });
    const teacher = await server.standing('class-teacher', of);
    const body = { response, area: of, name: `虚构${member}`, born: '2005-03' };
    await teacher(members.putMember, { params: { member }, body });
    await teacher(reports.reportFor, {
      params: { member, fact: randomUUID() },
      body: { response, at: '2022-11-16T20:00:00+08:00', report: well.youxian },
    });
    await moveTo(of, arrival, teacher);
    expect(await saysOf(of, teacher)).toEqual([
      'not-now 还不到返校的时候 攸县二中和市上坪、高观两所初中除外',
    ]);
  }
});

describe('the bureau', () => {
  const count = (by: Call, school: string, rule: string | null = null) =>
    by(overview.countSchool, { params: { school }, body: { response, rule } });

  test('sees of each school how many have which answer and why, and no name', async () => {
    const bureau = await server.as('education-officer', 'county');
    const before = await county(listEntries, { query: { action: 'people.read-for-rule' } });
    for (const of of Object.keys(schools) as Of[]) {
      const keeper = await server.standing('school-officer', schools[of]);
      const { tally } = await keeper(answers.viewSchool, {
        params: { school: schools[of] },
        body: { response },
      });
      const counted = await count(bureau, schools[of]);
      expect(counted.tally).toEqual(tally);
      expect(counted.pupils).toBe(tally.reduce((sum, { people }) => sum + people, 0));
      expect(JSON.stringify(counted)).not.toContain('虚构');
    }
    const after = await county(listEntries, { query: { action: 'people.read-for-rule' } });
    const last = before.entries[0]?.seq;
    expect(after.entries.findIndex(({ seq }) => seq === last)).toBe(6);
    expect(await refusalOf(count(teachers.one, schools.shierzhong))).toBe('not-permitted');
    const elsewhere = await server.as('education-officer', 'otherTown');
    expect(await refusalOf(count(elsewhere, schools.shierzhong))).toBe('not-found');
  });

  test('tries another place’s rule: who would return, what it asks more, and nothing changes', async () => {
    const bureau = await server.as('education-officer', 'county');
    const { rules } = await bureau(overview.listReturnRules, {});
    const versionOf = (area: string) => rules.find((rule) => rule.area === area)?.version ?? '';
    const [town, otherVillage] = [versionOf('甲镇'), versionOf('乙一村')];
    const now = await count(bureau, schools.liling);
    // What its families told is enough for the rule of 市二中, but for where they come from.
    const asked = await count(bureau, schools.liling, town);
    expect(asked.tally).not.toEqual(now.tally);
    expect(asked.asks.map(({ fact }) => fact['zh-CN'])).toEqual(['所在区县']);
    // In 攸县 all of the last year might return who come from elsewhere; nobody here was asked whence.
    const away = await count(bureau, schools.shierzhong, otherVillage);
    expect(countOf(away.tally, 'missing')).toBeGreaterThan(0);
    expect(await count(bureau, schools.liling)).toEqual(now);
    expect(await refusalOf(count(bureau, schools.liling, randomUUID()))).toBe('not-a-return-rule');
  });

  test('takes it upward as an Excel file that adds up', async () => {
    const bureau = await server.as('education-officer', 'county');
    const { content } = await bureau(overview.overviewSheet, {
      body: { response, rule: null, language: 'zh-CN' },
    });
    const book = await openSheets(Buffer.from(content, 'base64'));
    const [rows, reasons] = await Promise.all(
      book.names.map(async (name) => {
        const read: unknown[][] = [];
        for await (const { cells } of book.rows(name)) read.push([...cells]);
        return read;
      }),
    );
    const liling = rows?.find(([name]) => name === 'liling中学');
    const { pupils, tally } = await count(bureau, schools.liling);
    expect(liling?.slice(2, 7)).toEqual([
      '还没有起草',
      pupils,
      countOf(tally, 'may-return'),
      countOf(tally, 'missing'),
      countOf(tally, 'not-now'),
    ]);
    const figures = (row: unknown[] = []) => row.slice(3, 12).map(Number);
    const schoolRows = (rows ?? []).filter(([, within]) =>
      ['甲镇', '乙镇', '乙一村'].includes(`${within}`),
    );
    expect(schoolRows).toHaveLength(6);
    expect(figures(rows?.at(-1))).toEqual(
      figures(rows?.at(-1)).map((_, at) =>
        schoolRows.reduce((sum, row) => sum + (figures(row)[at] ?? 0), 0),
      ),
    );
    const people = reasons?.reduce((sum, row) => sum + (Number(row[3]) || 0), 0);
    expect(people).toBe(figures(rows?.at(-1))[0]);
  });
});

describe('who sees it', () => {
  test('a teacher the own class alone; a volunteer and another county’s officer nothing', async () => {
    const member = await pupilIn('one', { phone });
    const strangers = [
      teachers.two,
      await server.standing('school-officer', schools.liling),
      await server.standing('volunteer', classes.one),
      await server.as('education-officer', 'otherTown'),
    ];
    for (const [i, by] of strangers.entries()) {
      const seen = [
        await refusalOf(view('one', by)),
        await refusalOf(by(answers.viewMember, { params: { member }, body: { response } })),
        await refusalOf(by(members.openMemberPhone, { params: { member }, body: { response } })),
        await refusalOf(
          by(giveHomeLinks, {
            params: { class: classes.one },
            body: { response, members: [member], renew: true },
          }),
        ),
      ];
      const allowed = i < 2 ? /not-found|only-pupils/ : /not-permitted/;
      for (const code of seen) expect(code).toMatch(allowed);
    }
    expect(
      await teachers.one(members.openMemberPhone, { params: { member }, body: { response } }),
    ).toMatchObject({ phone });
    const read = await county(listEntries, { query: { action: 'people.read' } });
    expect(read.entries).toMatchObject([
      { subject: `person:${member}`, detail: { purpose: 'contact' } },
    ]);
  });

  test('a list enters who is not there yet; the same telephone proposes brothers and sisters', async () => {
    const [a, b, again] = [randomUUID(), randomUUID(), randomUUID()];
    const bring = (people: { id: string; name: string; born: string; phone?: string }[]) =>
      teachers.two(members.bringMembers, {
        params: { area: classes.two },
        body: { response, people },
      });
    const [one, two] = [
      { id: a, name: '虚构丙', born: '2005-04', phone: '139 0000 0001' },
      { id: b, name: '虚构丁', born: '2005-05' },
    ];
    expect(await bring([one, two])).toEqual({ added: 2, known: 0 });
    expect(await bring([{ ...one, id: again }, two])).toEqual({ added: 0, known: 2 });
    const elder = await pupilIn('one', { phone: '+86 13900000001' });
    const siblings = (by: Call, of: 'one' | 'two') =>
      by(members.listSiblings, { params: { class: classes[of] }, query: { response } });
    expect((await siblings(teachers.two, 'two')).siblings).toEqual([]);
    const keeper = await server.standing('school-officer', schools.shierzhong);
    expect((await siblings(keeper, 'two')).siblings).toEqual([
      { member: a, with: elder, className: 'one班' },
    ]);
    const join = { params: { member: a }, body: { response, with: elder } };
    expect(await refusalOf(teachers.two(members.joinHousehold, join))).toBe('not-found');
    await keeper(members.joinHousehold, join);
    expect((await siblings(keeper, 'two')).siblings).toEqual([]);
    await teachers.two(members.removeMember, { params: { member: b }, query: { response } });
    expect((await view('two')).lines.map(({ name }) => name)).toEqual(['虚构丙']);
  });

  test('an Excel file of a school fills its classes and its staff, seen first, each once however often it is sent', async () => {
    const keeper = await server.standing('school-officer', schools.shierzhong);
    const file = (rows: (string | number | null)[][]) =>
      workbookFile({
        sheets: [{ name: '名单', data: [['姓名', '出生年月', '班级', '身份', '电话'], ...rows] }],
      }).toString('base64');
    const whole = file([
      [names[2] as string, '2005-06', 'one班', null, phone],
      ['虚构丙', 200504, 'two班', '学生', null],
      ['虚构庚', '2006-07', 'two班', null, null],
      ['虚构庚', '2006-07', 'two班', null, null],
      ['虚构辛', '1980-01', null, '教职工', null],
      ['虚构壬', '去年', 'one班', null, null],
    ]);
    const send = (by: Call, area: string, content: string) =>
      by(lists.bringList, { params: { area }, body: { response, content } });
    const look = (by: Call, area: string, content: string) =>
      by(lists.previewList, { params: { area }, body: { response, content } });
    const people = async () => {
      const { rows } = await sql<{ area: string; kind: string; people: number }>`
        select area, kind, count(*)::int as people from campus.member group by 1, 2
        order by 1, 2`.execute(server.database.owner);
      return new Map(rows.map((row) => [`${row.area} ${row.kind}`, row.people]));
    };
    const before = await people();
    const preview = await look(keeper, schools.shierzhong, whole);
    expect(
      preview.places.map(({ name, kind, fresh, known }) => [name, kind, fresh, known]),
    ).toEqual([
      ['shierzhong中学', 'staff', 1, 0],
      ['one班', 'pupil', 1, 0],
      ['two班', 'pupil', 1, 2],
    ]);
    expect(preview).toMatchObject({ faulty: 1, faults: [{ cell: 'B7' }], unread: [] });
    expect(await people()).toEqual(before);

    const both = await Promise.all([1, 2].map(() => send(keeper, schools.shierzhong, whole)));
    expect(both.map(({ added }) => added).sort()).toEqual([0, 3]);
    const after = await people();
    const more = (key: string) => (after.get(key) ?? 0) - (before.get(key) ?? 0);
    expect(more(`${classes.one} pupil`)).toBe(1);
    expect(more(`${classes.two} pupil`)).toBe(1);
    expect(more(`${schools.shierzhong} staff`)).toBe(1);

    // A teacher brings the own class alone.
    const ofOthers = file([['虚构癸', '2006-07', 'one班', null, null]]);
    expect(await send(teachers.two, classes.two, ofOthers)).toEqual({
      added: 0,
      known: 0,
      faulty: 1,
    });
    expect(await refusalOf(send(teachers.two, classes.one, ofOthers))).toBe('not-found');
    expect(await refusalOf(send(teachers.two, schools.shierzhong, whole))).toBe('not-found');
    const noFile = Buffer.from('PK no workbook').toString('base64');
    expect(await refusalOf(look(teachers.two, classes.two, noFile))).toMatch(/sheet|header/);
    expect(await people()).toEqual(after);

    // Staff in no class are a list of their own, and can be pasted as well.
    const paste = (kind: 'pupil' | 'staff') =>
      keeper(members.bringMembers, {
        params: { area: schools.shierzhong },
        body: { response, kind, people: [{ id: randomUUID(), name: '虚构教', born: '1981-01' }] },
      });
    expect(await refusalOf(paste('pupil'))).toBe('not-a-class');
    expect(await paste('staff')).toEqual({ added: 1, known: 0 });
    const { lines } = await keeper(answers.viewClass, {
      params: { class: schools.shierzhong },
      body: { response },
    });
    expect(lines.map(({ name, kind }) => [name, kind])).toEqual([
      ['虚构教', 'staff'],
      ['虚构辛', 'staff'],
    ]);
  });
});

describe('a family’s own page', () => {
  let elder: string;
  let younger: string;
  let path: string;
  const of = (member: string, fields: Record<string, string>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${member}.${name}`, value]));

  test('asks for consent first, of a child under 14 nothing is kept without it', async () => {
    elder = await pupilIn('liling', { name: names[0] as string });
    younger = await pupilIn('youxianPrimary', { name: names[1] as string, born: '2016-05' });
    const bureau = await server.standing('school-officer', server.areas.county);
    await bureau(members.joinHousehold, {
      params: { member: younger },
      body: { response, with: elder },
    });
    expect(
      await refusalOf(
        teachers.youxianPrimary(reports.reportFor, {
          params: { member: younger, fact: randomUUID() },
          body: { response, at: '2022-11-16T19:00:00+08:00', report: well.youxian },
        }),
      ),
    ).toBe('guardian-consent-needed');
    path = `/p/campus/home/${await give('liling', elder)}`;
    const first = await someone().open(path);
    expect(first.text).toMatch(/令\* · youxian中学 youxianPrimary班[\s\S]*先请监护人同意/);
    expect(first.text).not.toContain('提交');
    const early = await someone().send(`${path}/report`, {
      ...hiddenFields(first),
      ...of(younger, { from: 'elsewhere', symptoms: 'false' }),
    });
    expect(early.text).toContain('请先在页面上同意');
    expect(await factsKept(younger)).toEqual([]);
    await someone().send(`${path}/consent`, {
      ...hiddenFields(first),
      guardian: names[2] as string,
      relation: 'mother',
      agree: 'yes',
    });
    expect(await factsKept(younger)).toEqual(['guardian-consent self']);
  });

  test('reports for two children of two schools in one form; sent twice it counts once', async () => {
    const form = await someone().open(path);
    const fields = {
      ...hiddenFields(form),
      ...of(elder, {
        risk: 'low',
        contact: 'false',
        code: 'yellow',
        symptoms: 'false',
        atHome: 'false',
        card: 'true',
        reported: '2022-11-16T10:00',
      }),
      ...of(younger, { from: 'elsewhere', symptoms: 'false' }),
      'h.people': '2',
      'h.code': 'green',
      'h.card': 'true',
      'h.reported': '2022-11-16T10:00',
    };
    for (let i = 0; i < 2; i++)
      expect((await someone().send(`${path}/report`, fields)).status).toBe(303);
    expect(await factsKept(elder)).toEqual(['guardian-consent self', 'school-report self']);
    expect(await factsKept(younger)).toEqual(['guardian-consent self', 'school-report self']);
    const other = { ...fields, [`${younger}.symptoms`]: 'true' };
    expect((await someone().send(`${path}/report`, other)).status).toBe(409);
    const page = await someone().open(path);
    expect(page.text).toMatch(
      /暂缓复学 红码、黄码的师生暂缓复学[\s\S]*按社区（村）通知做核酸[\s\S]*转绿码的当天[\s\S]*醴陵复学 · 第 1 版，第 3 条[\s\S]*醴陵市教育部门/,
    );
    expect(page.text).toMatch(/可以返校：11月17日周四 07:20/);
    expect(page.text).not.toContain(names[0]);
    expect((await view('liling')).lines.find(({ id }) => id === elder)).toMatchObject({
      name: names[0],
      state: 'not-now',
      how: 'self',
      linked: true,
    });
    const { entries } = await county(listEntries, { query: { action: 'people.fact-recorded' } });
    const own = entries.filter(({ subject }) => subject === `person:${elder}`);
    expect(own.map(({ actor, detail }) => [actor, detail.how])).toEqual([
      [null, 'self'],
      [null, 'self'],
    ]);
    expect(JSON.stringify(own)).not.toMatch(/yellow|green/);
  });

  test('all as before is one tap; what makes no sense is said beside what was typed', async () => {
    const form = await someone().open(path);
    expect((await someone().send(`${path}/same`, hiddenFields(form))).status).toBe(303);
    expect((await factsKept(elder)).filter((fact) => fact === 'school-report self')).toHaveLength(
      2,
    );
    const wrong = await someone().send(`${path}/report`, {
      ...hiddenFields(form),
      ...of(elder, { reported: '2022-11-18T10:00', risk: 'low' }),
      'h.people': '99',
    });
    expect(wrong.text).toMatch(
      /请更正[\s\S]*同住几个人[\s\S]*时间看不懂|请更正[\s\S]*时间看不懂[\s\S]*同住几个人/,
    );
    expect(wrong.html).toContain('value="99"');
  });

  test('by a guessed or an old link nothing opens, all alike, and not often', async () => {
    const old = path;
    path = `/p/campus/home/${await give('liling', elder, true)}`;
    const guesses = [old, '/p/campus/home/ACDE3467ACDE3467', '/p/campus/home/none'];
    const pages = await Promise.all(guesses.map((one) => someone().open(one)));
    expect(new Set(pages.map(({ html }) => html)).size).toBe(1);
    expect(pages[0]?.status).toBe(404);
    expect((await someone().open(path)).status).toBe(200);
    const guesser = stranger(server.app, '203.0.115.9');
    let status = 404;
    for (let i = 0; i < 100 && status === 404; i++)
      ({ status } = await guesser.open('/p/campus/home/ACDE3467ACDE3467'));
    expect(status).toBe(429);
  });

  test('a guardian who withdraws is not asked further, and nothing is told of what was reported', async () => {
    const form = await someone().open(path);
    const sent = { ...hiddenFields(form), guardian: names[2] as string, agree: 'no' };
    await someone().send(`${path}/consent`, sent);
    expect((await someone().open(path)).text).toMatch(/等监护人同意[\s\S]*已不同意或撤回/);
    expect((await view('liling')).lines.find(({ id }) => id === elder)).toMatchObject({
      state: 'consent',
      reported: null,
    });
  });
});

test('a leaked database shows no name, telephone or value', async () => {
  const rows = await dump();
  const text = [...rows, ...server.logged].join('\n');
  expect(rows.filter((row) => row.startsWith('people.fact ')).length).toBeGreaterThan(20);
  for (const one of [...names, phone])
    for (const [how, bytes] of disguises(one)) {
      expect(text.includes(bytes.toString('utf8')), `${one} ${how}`).toBe(false);
      expect(text.includes(bytes.toString('hex')), `${one} ${how}, as bytes`).toBe(false);
    }
  const ours = rows.filter((row) => /^(campus|people|ledger)\./.test(row)).join('\n');
  expect(ours).not.toMatch(/yellow|"risk"|with-cases|10:00:00\+08/);
});

test('closing destroys all of it', async () => {
  const proposer = await server.as('administrator', 'county');
  await closeByTwo({ proposer, second: county }, response);
  const { rows } = await sql<{ left: number }>`select ((select count(*) from campus.member)
    + (select count(*) from campus.home_link) + (select count(*) from people.person)
    + (select count(*) from people.fact))::int as left`.execute(server.database.owner);
  expect(rows[0]?.left).toBe(0);
  expect(await refusalOf(view('one'))).toBe('response-closed');
});
