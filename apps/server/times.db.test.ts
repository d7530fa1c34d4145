import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { putArrival } from '@liangbuwu/campus/answers/answers.contract.ts';
import { putMember } from '@liangbuwu/campus/members/members.contract.ts';
import { previewArrivals, setArrivals } from '@liangbuwu/campus/times/arrivals.contract.ts';
import { readClassTimes } from '@liangbuwu/campus/times/class-times.contract.ts';
import type { SchoolDay } from '@liangbuwu/campus/times/day.ts';
import { workOffTimes } from '@liangbuwu/campus/times/solve-times.ts';
import {
  getSchoolDay,
  getTimetable,
  listTimetables,
  makeTimetable,
  publishTimetable,
  putSchoolDay,
  stopTimetable,
  takeBackTimetable,
} from '@liangbuwu/campus/times/times.contract.ts';
import { timesQueue } from '@liangbuwu/campus/times/times-queue.ts';
import type { Timetable } from '@liangbuwu/campus/times/timetable.ts';
import { withinScope } from '@liangbuwu/office/database/within-scope.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { refusalOf } from '@liangbuwu/office/register/testing/refusal-of.ts';
import { solve } from '@liangbuwu/slots/solve.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEpidemic } from './testing/small-gate.ts';
import { putSmallSchool } from './testing/small-school.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

/** As each test wants it: by default the real one. */
let search: typeof solve = solve;

let server: TestServer;
let bureau: Call;
let keeper: Call;
let small: Awaited<ReturnType<typeof putSmallSchool>>;
let other: typeof small;

beforeAll(async () => {
  server = await testServer();
  const log = (line: string) => process.stderr.write(`${line}\n`);
  await workOffTimes({ db: server.database.app, queue: server.queue, log }, (problem, options) =>
    search(problem, options),
  );
  bureau = await server.as('education-officer', 'county');
  small = await putSmallSchool(bureau, server.areas.town);
  other = await putSmallSchool(bureau, server.areas.otherTown, '别处小学');
  keeper = await server.standing('school-officer', small.school);
});
afterAll(() => server.close());

const put = async (day: SchoolDay) => {
  const params = { school: small.school };
  const { saved } = await keeper(getSchoolDay, { params });
  return keeper(putSchoolDay, { params, body: { version: saved?.version ?? 0, day } });
};
const ask = (more: { basedOn?: string; seconds?: number } = {}) =>
  keeper(makeTimetable, {
    params: { timetable: randomUUID() },
    body: { school: small.school, seconds: 600, ...more },
  });
const solved = async (timetable: string): Promise<Timetable> => {
  for (;;) {
    const found = await keeper(getTimetable, { params: { timetable } });
    if (found.state === 'solved' || found.state === 'failed') return found;
    await wait(50);
  }
};
const list = () => keeper(listTimetables, { params: { school: small.school } });
const startsOf = ({ result }: Timetable) =>
  new Map(result?.placements.map(({ activity, start }) => [activity, start]));

test('what a school has is saved whole, in the version that was read, and must make sense', async () => {
  expect(await refusalOf(ask())).toBe('nobody-comes');
  const params = { school: small.school };
  expect(await keeper(getSchoolDay, { params })).toEqual({ saved: null });
  const { saved } = await put(small.day);
  expect(saved).toMatchObject({ version: 1, by: 'school-officer', day: small.day });
  const again = { params, body: { version: 0, day: small.day } };
  expect(await refusalOf(keeper(putSchoolDay, again))).toBe('changed-meanwhile');
  const broken = structuredClone(small.day);
  Object.assign(broken.classes[1] ?? {}, { boarders: 41 });
  await expect(put(broken)).rejects.toMatchObject({
    body: {
      code: 'school-day-contradicts',
      at: [{ path: '/body/day/classes/1/people', code: 'more-than-all' }],
    },
  });
});

test('a school officer plans: proven, checked, one after the other through the gate', async () => {
  const timetable = randomUUID();
  const body = { school: small.school, seconds: 600 };
  const first = await keeper(makeTimetable, { params: { timetable }, body });
  expect((await keeper(makeTimetable, { params: { timetable }, body })).made).toBe(first.made);
  const { state, number, result, basis } = await solved(timetable);
  expect([state, number, basis.version, basis.day]).toEqual(['solved', 1, 1, small.day]);
  expect(result).toMatchObject({ overload: 0, conflicts: [], stopped: false });
  expect(result?.proven).toEqual({ overload: true, costs: true });
  // 40 pupils at 7:30, 40 five minutes and 40 ten minutes later, both ways; one class of three eats twenty minutes away.
  expect(result?.costs).toMatchObject({ waiting: 2 * 40 * 15 + 40 * 20, apart: 0 });
  expect(result?.costs.spread).toBe(30 * (10 + 10 + 20));
});

test('another school’s officer sees none of it, a class teacher may not', async () => {
  const id = (await list()).timetables[0]?.id ?? '';
  const stranger = await server.standing('school-officer', other.school);
  const theirs = { params: { school: small.school } };
  const asked = [
    stranger(getSchoolDay, theirs),
    stranger(putSchoolDay, { ...theirs, body: { version: 1, day: small.day } }),
    stranger(listTimetables, theirs),
    stranger(getTimetable, { params: { timetable: id } }),
    stranger(stopTimetable, { params: { timetable: id } }),
    stranger(publishTimetable, { params: { timetable: id }, body: { replaces: null } }),
    stranger(makeTimetable, {
      params: { timetable: randomUUID() },
      body: { school: small.school },
    }),
  ];
  const codes = await Promise.all(asked.map(refusalOf));
  expect(new Set(codes)).toEqual(new Set(['not-found']));
  const teacher = await server.standing('class-teacher', small.classes[0] ?? '');
  expect(await refusalOf(teacher(getTimetable, { params: { timetable: id } }))).toBe(
    'not-permitted',
  );
  const leader = await server.as('leader', 'county');
  expect((await leader(getTimetable, { params: { timetable: id } })).number).toBe(1);
  expect(
    await refusalOf(
      leader(publishTimetable, { params: { timetable: id }, body: { replaces: null } }),
    ),
  ).toBe('not-permitted');
});

test('a change in one class changes few; published is one, and earlier ones stay', async () => {
  const before = (await list()).timetables[0]?.id ?? '';
  const inForce = await keeper(publishTimetable, {
    params: { timetable: before },
    body: { replaces: null },
  });
  expect(inForce).toMatchObject({ timetable: before, by: 'school-officer' });
  const was = startsOf(await solved(before));
  // A class teacher has the times of the own class, and of no other.
  const [mine = '', others = ''] = small.classes;
  const teacher = await server.standing('class-teacher', mine);
  const timesOf = (id: string) => teacher(readClassTimes, { params: { class: id } });
  const seen = (await timesOf(mine)).inForce;
  expect(seen?.number).toBe(1);
  expect(seen?.times.map(({ phase, mode, minute }) => [phase, mode, minute])).toEqual([
    ['arrival', 'walk', was.get(`arrival walk ${mine}`)],
    ['meal', null, [...was].find(([one]) => one.endsWith(`meal ${mine}`))?.[1]],
    ['dismissal', 'walk', was.get(`dismissal walk ${mine}`)],
  ]);
  expect(seen?.times.map(({ meal, way }) => meal ?? way)).toEqual(['正门', '午餐', '正门']);
  expect(await refusalOf(timesOf(others))).toBe('not-found');
  const day = structuredClone(small.day);
  // The class that eats alone has two more; another one stays at home.
  const alone = [...was].filter(([activity]) => activity.includes(' meal '));
  const starts = alone.map(([, start]) => start);
  const [single] =
    alone.find(([, start]) => starts.filter((one) => one === start).length === 1) ?? [];
  const [, , bigger] = (single ?? '').split(' ');
  const stays = day.classes.find((one) => one.class !== bigger);
  for (const one of day.classes) if (one.class === bigger) one.people = 42;
  if (stays) stays.home = true;
  await put(day);
  const after = await solved((await ask({ basedOn: before })).id);
  expect(after).toMatchObject({ basedOn: { id: before, number: 1 }, basis: { version: 2 } });
  // Who stays at home is gone, and 42 take six minutes at the gate: nobody else moves where the price of moving says so.
  const now = startsOf(after);
  expect([...was.keys()].filter((activity) => !now.has(activity))).toHaveLength(3);
  const moved = [...now].filter(([activity, start]) => was.get(activity) !== start);
  expect(moved.length).toBeLessThanOrEqual(2);
  const params = { timetable: after.id };
  expect(await refusalOf(keeper(publishTimetable, { params, body: { replaces: null } }))).toBe(
    'changed-meanwhile',
  );
  await keeper(publishTimetable, { params, body: { replaces: before } });
  expect((await list()).inForce.timetable).toBe(after.id);
  expect(await refusalOf(keeper(takeBackTimetable, { params: { timetable: before } }))).toBe(
    'timetable-not-in-force',
  );
  expect(await keeper(takeBackTimetable, { params })).toMatchObject({ timetable: null });
  expect(await timesOf(mine)).toEqual({ inForce: null });
  expect(startsOf(await solved(before))).toEqual(was);
});

test('the times in force set the classes’ arrivals on a day, once, as they were seen to change', async () => {
  const county = await server.as('county-officer', 'county');
  const response = await openEpidemic(county, server.areas.county);
  const id = (await list()).timetables.find(({ number }) => number === 1)?.id ?? '';
  const params = { timetable: id };
  const day = '2022-11-17';
  const look = (by = keeper) => by(previewArrivals, { params, query: { response, day } });
  expect(await refusalOf(look())).toBe('timetable-not-in-force');
  await keeper(publishTimetable, { params, body: { replaces: null } });
  const [first, second] = small.classes as [string, string];
  await keeper(putMember, {
    params: { member: randomUUID() },
    body: { response, area: second, name: '虚构甲', born: '2013-03' },
  });
  const reads = async () => {
    const query = { action: 'people.read-for-rule' };
    return (await county(listEntries, { query })).entries.length;
  };
  const hand = (area: string, at: string) =>
    keeper(putArrival, { params: { area }, body: { response, at } });
  await hand(small.school, '2022-11-17T07:00:00+08:00');
  const starts = startsOf(await solved(id));
  const minuteOf = (area: string) => starts.get(`arrival walk ${area}`) ?? 0;
  const instantOf = (minute: number) =>
    new Date(Date.parse('2022-11-17T00:00:00+08:00') + minute * 60_000).toISOString();
  await hand(first, instantOf(minuteOf(first)));
  const shown = await look();
  expect(shown.without).toEqual([]);
  expect(shown.lines.map(({ area, changes }) => [area, changes])).toEqual(
    small.classes.map((area) => [area, area !== first]),
  );
  expect(shown.lines[1]?.was).toBe('2022-11-16T23:00:00.000Z');
  const seen = shown.lines.flatMap(({ area, was, changes }) => (changes ? [{ area, was }] : []));
  const set = (by = keeper, of = day) =>
    by(setArrivals, { params, body: { response, day: of, seen } });

  const teacher = await server.standing('class-teacher', first);
  const stranger = await server.standing('school-officer', other.school);
  for (const by of [teacher, stranger]) expect(await refusalOf(set(by))).toBe('not-found');
  expect(await refusalOf(set(keeper, '2022-10-31'))).toBe('arrival-day-is-over');
  // Somebody set one of them by hand in between: it is shown anew first.
  await hand(second, '2022-11-17T06:00:00+08:00');
  expect(await refusalOf(set())).toBe('changed-meanwhile');
  await hand(second, '2022-11-17T07:00:00+08:00');

  const before = await reads();
  const both = await Promise.all([set(), set()]);
  expect(both.map((one) => one.set).sort()).toEqual([0, 2]);
  const { lines } = await look();
  expect(lines.map(({ area, was }) => [area, was && Date.parse(was)])).toEqual(
    small.classes.map((area) => [area, Date.parse(instantOf(minuteOf(area)))]),
  );
  // The passes of all of them are settled at once, which reads what they reported once.
  expect(await reads()).toBe(before + 1);
  const { entries } = await county(listEntries, { query: { action: 'campus.arrival-set' } });
  expect(entries.filter(({ detail }) => detail.timetable === id)).toHaveLength(2);
  await keeper(takeBackTimetable, { params });
});

test('what does not fit is told with why, and not published', async () => {
  const day = structuredClone(small.day);
  if (day.canteen) day.canteen.seats = 39;
  await put(day);
  const { id, result } = await solved((await ask()).id);
  expect(result?.conflicts).toMatchObject([
    { because: 'capacity', resources: [{ resource: 'seats', capacity: 39, activities: 3 }] },
  ]);
  const body = { replaces: null };
  expect(await refusalOf(keeper(publishTimetable, { params: { timetable: id }, body }))).toBe(
    'timetable-does-not-fit',
  );
  await put(small.day);
});

test('one that is being solved is stopped, and what was found so far stays with its bound', async () => {
  search = async (problem, options) => {
    await new Promise((told) => options?.signal?.addEventListener('abort', told, { once: true }));
    return solve(problem, options);
  };
  const { id } = await ask();
  const params = { timetable: id };
  while ((await keeper(getTimetable, { params })).state !== 'solving') await wait(50);
  expect(await refusalOf(keeper(publishTimetable, { params, body: { replaces: null } }))).toBe(
    'timetable-not-solved',
  );
  expect(await keeper(stopTimetable, { params })).toMatchObject({ stop: true });
  const { state, result } = await solved(id);
  search = solve;
  expect(state).toBe('solved');
  expect(result?.placements).toHaveLength(9);
  expect(result?.bound).toBeLessThanOrEqual(result?.costs.total ?? 0);
});

test('what a dead server left in the middle is taken up again', async () => {
  search = async () => {
    throw new Error('as if this server had gone');
  };
  const { id } = await ask();
  while ((await keeper(getTimetable, { params: { timetable: id } })).state !== 'solving')
    await wait(50);
  search = solve;
  expect((await solved(id)).result?.proven.costs).toBe(true);
});

test('a result that the independent checker does not believe is never kept', async () => {
  search = async (problem, options) => {
    const result = await solve(problem, options);
    return { ...result, costs: { ...result.costs, total: 0 }, bound: 0 };
  };
  const { id } = await ask();
  const ids = { tenant: server.tenant, area: small.school };
  const job = async () => {
    const { rows } = await sql<{ state: string }>`select state from pgboss.job
      where name = ${timesQueue} and data ->> 'timetable' = ${id}`.execute(server.database.owner);
    return rows[0]?.state;
  };
  while (!['retry', 'failed'].includes((await job()) ?? '')) await wait(50);
  const kept = await withinScope(server.database.app, ids, (tx) =>
    sql<{ result: unknown }>`select result from campus.timetable where id = ${id}`.execute(tx),
  );
  expect(kept.rows).toEqual([{ result: null }]);
  search = solve;
  expect((await solved(id)).state).toBe('solved');
});
