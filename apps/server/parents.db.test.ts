import { randomUUID } from 'node:crypto';
import { putArrival } from '@liangbuwu/campus/answers/answers.contract.ts';
import { giveHomeLinks } from '@liangbuwu/campus/home/link.contract.ts';
import { joinHousehold, putMember } from '@liangbuwu/campus/members/members.contract.ts';
import { reportFor } from '@liangbuwu/campus/reports/report.contract.ts';
import { putClass, putSchool } from '@liangbuwu/campus/schools/schools.contract.ts';
import * as told from '@liangbuwu/campus/told/told.contract.ts';
import { systemClock } from '@liangbuwu/office/clock/clock.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { putDemoAccounts } from '@liangbuwu/office/identity/install.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { refusalOf } from '@liangbuwu/office/register/testing/refusal-of.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { readScenario } from '@liangbuwu/scenario-zhuzhou-2022-11/scenario.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadRules } from './demo/load-rules.ts';
import { hiddenFields, stranger } from './testing/public-page.ts';
import { openEpidemic } from './testing/small-gate.ts';
import { type TestServer, testServer, visitor } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let school: Call;
let volunteer: Call;
let response: string;
const shierzhong = randomUUID();
const classes = { one: randomUUID(), two: randomUUID() };
type Of = keyof typeof classes;
const teachers = {} as Record<Of, Call>;
const [elder, younger, stranger1] = [randomUUID(), randomUUID(), randomUUID()];
const paths = {} as Record<'family' | 'other', string>;
const arrival = '2022-11-17T07:20:00+08:00';
const well = { risk: 'low', area: '430211', reported: '2022-11-16T10:00:00+08:00' } as const;

async function standing(role: string, area: string): Promise<Call> {
  const id = randomUUID();
  const account = { id, login: `u${id.slice(0, 8)}`, name: role, area, roles: [{ role, area }] };
  await putDemoAccounts(server.database.owner, server.tenant, [account], systemClock);
  return visitor(server.app, id);
}

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
  const { areas } = server;
  county = await server.as('county-officer', 'county');
  const administrator = await server.as('administrator', 'county');
  const bureau = await server.as('education-officer', 'county');
  response = await openEpidemic(county, areas.county);
  const scenario = readScenario();
  const sets = scenario.rulebook.sets.filter(({ id }) => id === 'school-tianyuan');
  const rulebook = { ...scenario.rulebook, sets };
  await loadRules(
    { scenario: { ...scenario, rulebook }, administrator, area: () => areas.town },
    county,
  );
  await bureau(putSchool, {
    params: { school: shierzhong },
    body: { within: areas.town, name: '市二中', boards: true },
  });
  for (const of of Object.keys(classes) as Of[]) {
    const params = { school: shierzhong, class: classes[of] };
    await bureau(putClass, { params, body: { name: `${of}班`, stage: 'senior-high', grade: 12 } });
    teachers[of] = await standing('class-teacher', classes[of]);
  }
  school = await standing('school-officer', shierzhong);
  volunteer = await standing('volunteer', shierzhong);
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
  const link = async (of: Of, member: string) => {
    const { links } = await teachers[of](giveHomeLinks, {
      params: { class: classes[of] },
      body: { response, members: [member], renew: false },
    });
    return `/p/campus/home/${links[0]?.secret}`;
  };
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
    expect((await untold('one')).lines[0]?.last).toMatchObject({ how: 'phone', by: 'class-teacher' });
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
    const { rows } = await sql<{ row: string }>`select t::text as row from campus.told_answer t`.execute(
      server.database.owner,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/司徒|may-return|not-now|低风险/);
  });
});
