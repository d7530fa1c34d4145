import { randomUUID } from 'node:crypto';
import { bringMembers } from '@liangbuwu/campus/members/members.contract.ts';
import { consentFor } from '@liangbuwu/campus/reports/report.contract.ts';
import * as results from '@liangbuwu/campus/sampling/results/results.contract.ts';
import * as runs from '@liangbuwu/campus/sampling/run/run.contract.ts';
import { planOf } from '@liangbuwu/campus/sampling/run/run.ts';
import * as swabs from '@liangbuwu/campus/sampling/run/swabs.contract.ts';
import {
  listSessions,
  putSession,
  removeSession,
} from '@liangbuwu/campus/sampling/sampling.contract.ts';
import type { SessionFields } from '@liangbuwu/campus/sampling/session.ts';
import { putClass, putSchool } from '@liangbuwu/campus/schools/schools.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { refusalOf } from '@liangbuwu/office/register/testing/refusal-of.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import { readScenario } from '@liangbuwu/scenario-zhuzhou-2022-11/scenario.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadRules } from './demo/load-rules.ts';
import { openEpidemic } from './testing/small-gate.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let bureau: Call;
let keeper: Call;
let response: string;
const school = randomUUID();
const other = randomUUID();
/** The sealed school of the page, building by building. */
const buildings = [
  [48, 48, 47, 47],
  [46, 46, 46, 46],
  [44, 44, 44, 44],
  [42, 41, 41, 41],
  [39, 39],
];
const classes = buildings.flat().map(() => randomUUID());
const session = randomUUID();
/** Of two children nobody's guardian has said anything. */
const children: string[] = [randomUUID(), randomUUID()];

beforeAll(async () => {
  server = await testServer();
  county = await server.as('county-officer', 'county');
  bureau = await server.as('education-officer', 'county');
  response = await openEpidemic(county, server.areas.county);
  const scenario = readScenario();
  const { facts, sets } = scenario.rulebook;
  const own = sets.filter(
    ({ area, purpose }) => area === '430211' && purpose === 'return-to-school',
  );
  await loadRules(
    {
      scenario: { ...scenario, rulebook: { ...scenario.rulebook, facts, sets: own } },
      administrator: await server.as('administrator', 'county'),
      area: () => server.areas.town,
    },
    county,
  );
  await clockTo('2022-11-16T06:00:00+08:00');
  for (const id of [school, other]) {
    const body = { within: server.areas.town, name: `中学${id.slice(0, 4)}`, boards: true };
    await bureau(putSchool, { params: { school: id }, body });
  }
  keeper = await server.standing('school-officer', school, { name: '采样专班' });
  for (const [i, size] of buildings.flat().entries()) {
    const params = { school, class: classes[i] as string };
    const body = {
      name: `高三${i + 1}班`,
      stage: 'senior-high' as const,
      grade: 12,
      invented: true,
    };
    await bureau(putClass, { params, body });
    const people = Array.from({ length: size }, (_, k) => ({
      id: (i === 0 && children[k]) || randomUUID(),
      name: `虚构${i}之${k}`,
      born: i === 0 && k < 2 ? '2010-05' : '2005-03',
      phone: '10907330017',
    }));
    await keeper(bringMembers, {
      params: { area: params.class },
      body: { response, people },
    });
  }
});
afterAll(() => server.close());

const clockTo = (to: string) => county(advanceClock, { params: { response }, body: { to } });
const areasOf = (building: number) => {
  const before = buildings.slice(0, building).flat().length;
  return classes.slice(before, before + (buildings[building]?.length ?? 0));
};
const planned = (): SessionFields => ({
  response,
  day: '2022-11-16',
  place: '体育馆',
  start: 25_200,
  samplers: 3,
  perTube: 10,
  swab: 20,
  tube: 45,
  mostWait: 600,
  late: 120,
  groups: [190, 184, 176, 165, 78].map((people, i) => ({
    name: `${i + 1}号楼`,
    people,
    walk: 180,
    areas: areasOf(i),
  })),
});
const of = { session };
const see = (by = keeper) => by(runs.readRun, { params: of });
const facts = async (member: string) => {
  const { rows } = await sql<{ fact: string; how: string }>`select fact, how from people.fact
    where person = ${member} order by number`.execute(server.database.owner);
  return rows.map(({ fact, how }) => `${fact} ${how}`);
};

test('a school plans its sampling, once however often it is sent, and nobody writes over what they have not seen', async () => {
  const fields = planned();
  const params = { school, session: randomUUID() };
  const put = (by: Call, body: Partial<SessionFields>, seen: number | null) =>
    by(putSession, { params, body: { ...fields, ...body, seen } });
  const made = await put(keeper, {}, null);
  expect(made).toMatchObject({ ...fields, school, version: 1, changedBy: '采样专班' });
  expect(await put(keeper, {}, null)).toEqual(made);
  expect((await put(keeper, { samplers: 4 }, 1)).version).toBe(2);
  expect(await refusalOf(put(keeper, { samplers: 5 }, 1))).toBe('changed-meanwhile');
  const crowd = {
    groups: Array.from({ length: 5 }, () => ({ name: '楼', people: 5000, walk: 0, areas: [] })),
  };
  expect(await refusalOf(put(keeper, crowd, 2))).toBe('too-many-people-in-a-session');
  const twice = {
    groups: [1, 2].map(() => ({ name: '楼', people: 5, walk: 0, areas: classes.slice(0, 1) })),
  };
  expect(await refusalOf(put(keeper, twice, 2))).toBe('classes-of-groups');

  const list = (by: Call) => by(listSessions, { params: { school }, query: { response } });
  expect((await list(bureau)).sessions).toMatchObject([{ samplers: 4, version: 2 }]);
  const elsewhere = await server.as('education-officer', 'otherTown');
  expect((await list(elsewhere)).sessions).toEqual([]);
  expect(await refusalOf(put(elsewhere, {}, null))).toBe('area-elsewhere');
  const moved = { params: { ...params, school: other }, body: { ...fields, seen: 2 } };
  expect(await refusalOf(bureau(putSession, moved))).toBe('session-is-fixed');

  expect(await refusalOf(keeper(removeSession, { params, query: { seen: 1 } }))).toBe(
    'changed-meanwhile',
  );
  await keeper(removeSession, { params, query: { seen: 2 } });
  expect((await list(keeper)).sessions).toEqual([]);
});

const stations = [1, 2, 3].map((number) => ({ number, tube: '', room: 0 }));
const taken = new Map<string, string>();

/** A station takes whoever comes next, until nobody does or those who are left fit in at another. */
async function take(at: (typeof stations)[number], queue: string[]): Promise<void> {
  for (let member = queue.shift(); member; member = queue.shift()) {
    if (at.room === 0) {
      const id = randomUUID();
      const code = `T${at.number}-${String(taken.size).padStart(4, '0')}`;
      const body = { station: at.number, code };
      const refused = await refusalOf(keeper(swabs.putTube, { params: { ...of, tube: id }, body }));
      if (refused === 'room-elsewhere') {
        queue.push(member);
        return;
      }
      expect(refused).toBeUndefined();
      Object.assign(at, { tube: id, room: 10 });
    }
    const body = { tube: at.tube, member };
    const swab = { params: { ...of, swab: randomUUID() }, body };
    // Each tenth is tapped twice.
    const twice = taken.size % 10 === 5;
    const sent = [keeper(swabs.putSwab, swab), ...(twice ? [keeper(swabs.putSwab, swab)] : [])];
    for (const { onPaper } of await Promise.all(sent))
      expect(onPaper).toBe(children.includes(member));
    taken.set(member, at.tube);
    at.room--;
  }
}

async function takeAll(queue: string[]): Promise<void> {
  while (queue.length > 0) await Promise.all(stations.map((at) => take(at, queue)));
}

test('793 people come to three stations as planned: 80 tubes, everybody in one', async () => {
  await keeper(putSession, { params: { school, session }, body: { ...planned(), seen: null } });
  expect(await see()).toMatchObject({ run: null, listed: [190, 184, 176, 165, 78], outside: 0 });
  expect(await refusalOf(keeper(runs.openQueue, { params: of, body: {} }))).toBe('run-not-started');
  await keeper(runs.startRun, { params: of, body: { seen: 1 } });
  await keeper(runs.startRun, { params: of, body: { seen: 1 } });
  expect(
    await refusalOf(
      keeper(putSession, {
        params: { school, session },
        body: { ...planned(), day: '2022-11-17', seen: 1 },
      }),
    ),
  ).toBe('session-started');
  const elsewhere = await server.as('school-officer', 'otherTown');
  expect(await refusalOf(elsewhere(runs.openQueue, { params: of, body: {} }))).toBe('not-found');

  const { people } = await keeper(runs.openQueue, { params: of, body: {} });
  expect(people).toHaveLength(793);
  expect(
    people
      .filter(({ onPaper }) => onPaper)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...children].sort());
  const begun = await see();
  if (!begun.run) throw new Error('it has not begun');
  const plan = planOf(begun.run);
  const late: string[] = [];
  for (const [number, { parts }] of plan.calls.entries()) {
    const call = { params: { ...of, call: randomUUID() }, body: { number } };
    await Promise.all([keeper(runs.putCall, call), keeper(runs.putCall, call)]);
    const called = people
      .filter((one) =>
        parts.some(
          ({ group, from, to }) =>
            group === String(one.group) && from <= one.number && one.number <= to,
        ),
      )
      .map(({ id }) => id);
    // One of each call comes only when called again.
    late.push(...called.splice(7, 1));
    await takeAll(called);
  }
  await keeper(runs.putCall, { params: { ...of, call: randomUUID() }, body: { number: null } });
  const missed = await see();
  expect(missed.calls).toHaveLength(15);
  expect(missed.calls.at(-1)).toMatchObject({ number: null, people: 14 });

  // Two stations at once, the same person: once, and the other is told where.
  const [first, second] = stations.filter(({ room }) => room > 1);
  const [one = '', another = ''] = late;
  const both = await Promise.allSettled(
    [first, second].map((at) =>
      keeper(swabs.putSwab, {
        params: { ...of, swab: randomUUID() },
        body: { tube: at?.tube ?? '', member: one },
      }),
    ),
  );
  const [refused] = both.flatMap((said) => (said.status === 'rejected' ? [said.reason] : []));
  expect(refused.body).toMatchObject({ code: 'already-sampled' });
  expect(refused.body.cause['zh-CN']).toMatch(/06:00 已在 \d 号台/);
  const won = both[0]?.status === 'fulfilled' ? first : second;
  if (won) won.room--;
  taken.set(one, won?.tube ?? '');
  // Somebody else was meant: taken back, they are on the list again.
  const mistaken = { ...of, swab: randomUUID() };
  const tube = first?.tube ?? '';
  await keeper(swabs.putSwab, { params: mistaken, body: { tube, member: another } });
  await keeper(swabs.undoSwab, { params: mistaken, body: { tube } });
  expect((await see()).sampled).not.toContain(another);
  await takeAll(late.slice(1));

  const done = await see();
  expect(done.tubes).toHaveLength(plan.tubes);
  expect(plan.tubes).toBe(80);
  expect(done.tubes.reduce((sum, { people }) => sum + people, 0)).toBe(plan.people);
  expect(done.tubes.every(({ closedAt }) => closedAt !== null)).toBe(true);
  expect(new Set(done.sampled)).toEqual(new Set(people.map(({ id }) => id)));
  expect(done.sampled).toHaveLength(793);
  const filled = Map.groupBy(taken, ([, tube]) => tube);
  for (const { id, people, unnamed } of done.tubes) {
    const inIt = (filled.get(id) ?? []).map(([member]) => member);
    expect(inIt).toHaveLength(people);
    expect(unnamed).toBe(inIt.filter((member) => children.includes(member)).length);
  }
  await keeper(runs.endRun, { params: of, body: {} });
  const extra = { params: { ...of, tube: randomUUID() }, body: { station: 1, code: 'LATE' } };
  expect(await refusalOf(keeper(swabs.putTube, extra))).toBe('run-ended');
});

test('a result is kept of those in its tube, where the rule asks for it and nobody has to consent first', async () => {
  const { tubes } = await see();
  const [child = ''] = children;
  const withChild = tubes.find(({ id }) => id === taken.get(child));
  const inTube = (tube: string) =>
    [...taken].filter(([, of]) => of === tube).map(([member]) => member);
  const [negative, positive] = tubes.filter(({ unnamed }) => unnamed === 0);
  if (!withChild || !negative || !positive) throw new Error('tubes are missing');
  const report = (
    tube: string,
    body: { result: 'negative' | 'positive' | 'retest'; seen?: number; reported?: string },
  ) =>
    keeper(results.putResult, {
      params: { ...of, tube },
      body: { reported: '2022-11-16T19:00:00+08:00', seen: 1, ...body },
    });
  expect(await refusalOf(report(negative.id, { result: 'negative' }))).toBe('report-ahead');
  await clockTo('2022-11-16T20:00:00+08:00');
  for (const { id } of [negative, withChild]) {
    await report(id, { result: 'negative' });
    await report(id, { result: 'negative' });
  }
  for (const member of [...inTube(negative.id), ...inTube(withChild.id)])
    expect(await facts(member)).toEqual(children.includes(member) ? [] : ['school-report import']);
  expect(await refusalOf(report(negative.id, { result: 'positive' }))).toBe('changed-meanwhile');
  const names = { params: { ...of, tube: negative.id }, body: {} };
  expect(await refusalOf(keeper(results.openTubePeople, names))).toBe('nobody-followed');

  await report(positive.id, { result: 'retest' });
  expect(await facts(inTube(positive.id)[0] ?? '')).toEqual([]);
  await report(positive.id, { result: 'positive', seen: 2 });
  const params = { ...of, tube: positive.id };
  const { people } = await keeper(results.openTubePeople, { params, body: {} });
  expect(people).toHaveLength(10);
  expect(people[0]).toMatchObject({ phone: '10907330017', called: null, outcome: null });
  const [one] = people;
  if (!one) throw new Error('nobody is followed up');
  const put = (seen: number, outcome: 'negative' | null) =>
    keeper(results.putFollowUp, {
      params: { ...params, followUp: one.id },
      body: {
        called: true,
        isolatedAt: '凤凰岭隔离点',
        code: 'S0001',
        outcome: outcome && { result: outcome, reported: '2022-11-16T19:30:00+08:00' },
        seen,
      },
    });
  await put(1, null);
  expect(await refusalOf(put(1, null))).toBe('changed-meanwhile');
  await put(2, 'negative');
  const after = (await see()).tubes.find(({ id }) => id === positive.id);
  expect(after).toMatchObject({ result: 'positive', followUps: 10, followed: 1 });
  const counts = await Promise.all(inTube(positive.id).map(facts));
  expect(counts.map(({ length }) => length).sort()).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 2]);
  // Nobody else's.
  expect((await see()).tubes.filter(({ result }) => result === 'positive')).toHaveLength(1);

  await keeper(consentFor, {
    params: { member: child, fact: randomUUID() },
    body: {
      response,
      at: '2022-11-16T19:30:00+08:00',
      guardian: '虚构',
      relation: 'mother',
      by: 'paper',
    },
  });
  await report(withChild.id, { result: 'positive', seen: 2 });
  expect(await facts(child)).toEqual(['guardian-consent on-behalf']);
});

test('neither tables nor the ledger nor the log tell who is in which tube, and closing destroys it', async () => {
  const { owner } = server.database;
  const { rows } = await sql<{
    row: string;
  }>`select t::text as row from campus.sampling_swab t`.execute(owner);
  expect(rows).toHaveLength(793);
  const swabRows = rows.map(({ row }) => row).join('\n');
  expect([...taken.values()].some((tube) => swabRows.includes(tube))).toBe(false);
  const { rows: followed } = await sql<{ row: string }>`
    select t::text as row from campus.sampling_follow_up t`.execute(owner);
  const followUps = followed.map(({ row }) => row).join('\n');
  expect([...taken.keys()].some((member) => followUps.includes(member))).toBe(false);
  const { rows: entries } = await sql<{ body: string }>`select body from ledger.entry`.execute(
    owner,
  );
  const said = [...entries.map(({ body }) => body), ...server.logged].join('\n');
  expect(said).toContain('campus.tube-closed');
  expect(said).not.toMatch(/凤凰岭|"positive"|"negative"|S0001/);
  for (const [member, tube] of taken)
    expect(entries.some(({ body }) => body.includes(member) && body.includes(tube))).toBe(false);

  const proposer = await server.as('administrator', 'county');
  await closeByTwo({ proposer, second: county }, response);
  const { rows: left } = await sql<{
    left: number;
  }>`select ((select count(*) from campus.sampling_swab)
    + (select count(*) from campus.sampling_tube) + (select count(*) from campus.sampling_follow_up)
    + (select count(*) from campus.member))::int as left`.execute(owner);
  expect(left[0]?.left).toBe(0);
});
