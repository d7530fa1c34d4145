import { randomUUID } from 'node:crypto';
import * as rooms from '@liangbuwu/campus/boarding/rooms/rooms.contract.ts';
import type { RoomFields } from '@liangbuwu/campus/boarding/rooms/rooms.ts';
import * as stores from '@liangbuwu/campus/boarding/stores/stores.contract.ts';
import type { StoreItemFields } from '@liangbuwu/campus/boarding/stores/stores.ts';
import { bringMembers, putMember } from '@liangbuwu/campus/members/members.contract.ts';
import { putClass } from '@liangbuwu/campus/schools/schools.contract.ts';
import { listNeeds } from '@liangbuwu/office/commitments/contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { refusalOf } from '@liangbuwu/office/register/testing/refusal-of.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEpidemic } from './testing/small-gate.ts';
import { putTwoSchools } from './testing/small-school.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let officer: Call;
let response: string;
const school = randomUUID();
const other = randomUUID();
const day = '2022-11-10';
const item = randomUUID();
const params = { school, item };
const rice: StoreItemFields = {
  name: '大米',
  unit: '公斤',
  use: { per: 'head-day', quantity: 0.4 },
  source: '食堂上月用量',
  lead: 2,
  floor: 3,
  cover: 7,
};

const board = (by = officer) => by(stores.readStores, { params: { school }, query: { response } });
const itemNow = async () => (await board()).items[0]?.standing;
const goTo = (time: string) =>
  county(advanceClock, { params: { response }, body: { to: `${time}:00+08:00` } });
const enter = (
  of: { kind?: 'count' | 'delivery'; quantity: number; at: string } & Partial<{
    noted: number;
    promise: string;
    corrects: string;
  }>,
  entry = randomUUID(),
  by = officer,
) => {
  const { kind = 'delivery', at, ...rest } = of;
  const body = { response, kind, at: `${at}:00+08:00`, ...rest };
  return by(stores.putStoreEntry, { params: { ...params, entry }, body });
};
const ask = (quantity: number, need = randomUUID()) =>
  officer(stores.askForStores, { params: { ...params, need }, body: { response, quantity } });
const promise = (need: string, quantity: number, id = randomUUID(), giver = '粮油批发部') =>
  officer(stores.promiseStores, {
    params: { need, promise: id },
    body: { giver, quantity, due: '2022-11-12T09:00:00+08:00' },
  });

beforeAll(async () => {
  server = await testServer();
  county = await server.as('county-officer', 'county');
  const bureau = await server.as('education-officer', 'county');
  response = await openEpidemic(county, server.areas.county);
  await putTwoSchools(bureau, server, { school, other });
  officer = await server.standing('school-officer', school);
});
afterAll(() => server.close());

test('2,400 people: an item is counted, and says how many days it lasts; what was counted wrong stays beside its correction', async () => {
  expect(await board()).toEqual({ inside: null, items: [], needs: [] });
  const put = (fields: StoreItemFields, seen: number | null, id = item) =>
    officer(stores.putStoreItem, {
      params: { school, item: id },
      body: { response, seen, fields },
    });
  expect(await put(rice, null)).toEqual(await put(rice, null));
  expect(await refusalOf(put(rice, null, randomUUID()))).toBe('store-item-twice');
  expect((await itemNow())?.state).toBe('no-people');
  const inside = (people: number | null, seen: number | null) =>
    officer(stores.putInside, {
      params: { school },
      body: { response, people, seen, source: '值班室' },
    });
  expect(await inside(2400, null)).toEqual(await inside(2400, null));
  expect(await refusalOf(inside(2500, null))).toBe('changed-meanwhile');
  expect((await itemNow())?.state).toBe('uncounted');

  const wrong = randomUUID();
  const first = { kind: 'count', quantity: 48_000, at: `${day}T05:00` } as const;
  expect(await enter(first, wrong)).toEqual(await enter(first, wrong));
  expect(await refusalOf(enter({ ...first, quantity: 1 }, wrong))).toBe('changed-meanwhile');
  expect(await refusalOf(enter({ ...first, at: `${day}T07:00` }))).toBe('not-yet');
  const right = { ...first, quantity: 4840, corrects: wrong };
  await enter(right);
  expect(await refusalOf(enter(right))).toBe('store-entry-not-to-correct');
  const { entries } = await officer(stores.listStoreEntries, { params, query: { response } });
  expect(entries.map(({ quantity, corrected }) => [quantity, corrected]).sort()).toEqual([
    [48_000, true],
    [4840, false],
  ]);
  // 960 kg a day; an hour has gone since.
  expect(await itemNow()).toMatchObject({
    now: 4800,
    daysLeft: 5,
    runsOut: '2022-11-15',
    orderBy: '2022-11-13',
    state: 'enough',
    ask: 1920,
  });
  const unused = randomUUID();
  await put({ ...rice, name: '面粉' }, null, unused);
  const remove = (id: string) =>
    officer(stores.removeStoreItem, { params: { school, item: id }, query: { response } });
  expect([await remove(unused), await remove(unused)]).toEqual([{}, {}]);
  expect(await refusalOf(remove(item))).toBe('store-item-counted');
});

test('need, promise, proof: below its floor it is asked for once, two suppliers promise, what is counted is the proof', async () => {
  await goTo('2022-11-12T18:00');
  expect(await itemNow()).toMatchObject({ now: 2400, state: 'below', ask: 4320 });
  const need = randomUUID();
  expect(await ask(4320, need)).toMatchObject({ state: 'open', standing: true, day: '2022-11-12' });
  expect(await ask(4320, need)).toMatchObject({ id: need });
  // Two tabs: whoever comes second is told.
  const both = await Promise.allSettled([ask(4320), ask(4320)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await refusalOf(ask(4320))).toBe('already-asked');

  const [half, rest, gone] = [randomUUID(), randomUUID(), randomUUID()];
  expect(await refusalOf(promise(need, 2000, half, '张先生 13800000000'))).toBe('malformed');
  expect(await promise(need, 2000, half)).toMatchObject({ state: 'promised', promised: 2000 });
  expect(await promise(need, 2000, half)).toMatchObject({ promised: 2000 });
  expect(await refusalOf(promise(need, 2001, half))).toBe('changed-meanwhile');
  await promise(need, 500, gone);
  const back = (id: string) => officer(stores.takePromiseBack, { params: { need, promise: id } });
  expect(await back(gone)).toEqual(await back(gone));

  const load = randomUUID();
  const came = { quantity: 1900, noted: 2000, at: '2022-11-12T17:00', promise: half };
  expect(await enter(came, load)).toEqual(await enter(came, load));
  expect(await refusalOf(enter(came))).toBe('load-counted-already');
  expect(await refusalOf(back(half))).toBe('promise-came');
  // 1,900 of 2,000 is within what counts as the same; nothing of the other half is promised: the need stands.
  expect((await board()).needs[0]).toMatchObject({
    arrived: 1900,
    standing: true,
    state: 'promised',
    promises: [{ id: half, state: 'kept', planned: false }],
  });
  await enter({ ...came, quantity: 1000, corrects: load });
  expect((await board()).needs[0]).toMatchObject({
    arrived: 1000,
    promises: [{ state: 'disputed' }],
  });
  await promise(need, 3320, rest);
  await enter({ quantity: 3320, at: '2022-11-12T17:30', promise: rest });
  const [settled] = (await board()).needs;
  expect(settled).toMatchObject({
    arrived: 4320,
    standing: false,
    // Only the school has spoken of the second load, so the office does not call the need met.
    state: 'promised',
  });
  expect(settled?.promises.map(({ state }) => state).sort()).toEqual(['disputed', 'one-sided']);
  expect((await itemNow())?.now).toBe(2400 + 4320);
  const { needs } = await county(listNeeds, {
    query: { response, desk: 'campus', day: '2022-11-12' },
  });
  expect(needs).toMatchObject([{ quantity: 4320, unit: '公斤', outlook: { expected: 4320 } }]);
});

test('a need is withdrawn with what nobody brought, and both sides in agreement make it met', async () => {
  const first = randomUUID();
  await ask(100, first);
  await promise(first, 100);
  const withdraw = () => officer(stores.withdrawStoreNeed, { params: { need: first } });
  expect(await withdraw()).toMatchObject({ state: 'withdrawn', standing: false, promises: [] });
  expect(await withdraw()).toMatchObject({ state: 'withdrawn' });
  expect(await refusalOf(promise(first, 100))).toBe('need-is-over');
  const [second, kept] = [randomUUID(), randomUUID()];
  await ask(100, second);
  await promise(second, 100, kept);
  const load = randomUUID();
  const came = { quantity: 100, noted: 100, at: '2022-11-12T18:00', promise: kept };
  await enter(came, load);
  const need = async () => (await board()).needs.find(({ id }) => id === second);
  expect(await need()).toMatchObject({ state: 'met', standing: false });
  await enter({ ...came, quantity: 60, noted: 60, corrects: load });
  expect(await need()).toMatchObject({ state: 'promised', standing: true, arrived: 60 });
});

const ofSchool = { params: { school } };
const beds = (by = officer) => by(rooms.readRooms, { ...ofSchool, query: { response } });
const sleepers = async () =>
  (await officer(rooms.openSleepers, { ...ofSchool, body: { response } })).people;
const room = (name: string, fields: Partial<RoomFields> = {}) => ({
  id: randomUUID(),
  seen: null,
  fields: { building: '3号楼', name, kind: 'any' as const, beds: 4, ...fields },
});
const put = (...list: { id: string; seen: number | null; fields: RoomFields }[]) =>
  officer(rooms.putRooms, { ...ofSchool, body: { response, rooms: list } });
const fillWith = (area: string, ...list: { id: string }[]) =>
  officer(rooms.fillRooms, {
    ...ofSchool,
    body: { response, area, rooms: list.map(({ id }) => id) },
  });
const give = (member: string, bed: { room: string; number: number } | null) =>
  officer(rooms.giveBed, { params: { school, member }, body: { response, bed } });

test('beds: a class is put together, nobody has two, a bed is one person’s, and who has none is on one list', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  for (const [of, name] of [
    [first, '高三1班'],
    [second, '高三2班'],
  ] as const) {
    const at = { school, class: of };
    await officer(putClass, { params: at, body: { name, stage: 'senior-high', grade: 12 } });
    const pupils = Array.from({ length: 6 }, (_, i) => ({
      id: randomUUID(),
      name: `司徒${name}${i}`,
      born: `2005-0${i + 1}`,
    }));
    const params = { area: of };
    await officer(bringMembers, { params, body: { response, people: pupils } });
  }
  const teacher = randomUUID();
  await officer(putMember, {
    params: { member: teacher },
    body: { response, area: school, kind: 'staff', name: '欧阳老师', born: '1980-01' },
  });
  const [a, b, staff] = [room('301'), room('302', { beds: 6 }), room('101', { kind: 'staff' })];
  expect(await put(a, b, staff)).toEqual({ saved: 3 });
  expect(await put(a, b, staff)).toEqual({ saved: 0 });
  expect(await refusalOf(put(room('301')))).toBe('room-twice');
  expect(await refusalOf(fillWith(first, staff))).toBe('room-for-others');
  expect(await fillWith(first, a, b)).toEqual({ withBed: 6, without: 0 });
  expect(await fillWith(first, a, b)).toEqual({ withBed: 6, without: 0 });
  // Two tabs put the other class into the same four beds at once.
  const both = await Promise.all([fillWith(second, b), fillWith(second, b)].map(refusalOf));
  expect(both.sort()).toEqual(['no-free-bed', undefined]);
  const { rows } = await sql<{ beds: number; people: number }>`select
    count(distinct (room, bed))::int as beds, count(distinct member)::int as people from campus.bed`.execute(
    server.database.owner,
  );
  expect(rows).toEqual([{ beds: 10, people: 10 }]);
  expect(await beds()).toMatchObject({
    members: 13,
    withBed: 10,
    rooms: [
      { fields: { name: '101' }, taken: 0 },
      { taken: 4, classes: [{ name: '高三1班', people: 4 }] },
      { taken: 6 },
    ],
  });
  const people = await sleepers();
  const without = people.filter(({ bed }) => bed === null);
  expect(without.map(({ name }) => name.slice(0, 2)).sort()).toEqual(['司徒', '司徒', '欧阳']);
  const [pupil] = without.filter(({ kind }) => kind === 'pupil');
  const lying = people.find(({ bed }) => bed?.room === a.id && bed.number === 1);
  const id = pupil?.id ?? '';
  expect(await refusalOf(give(id, { room: a.id, number: 1 }))).toBe('bed-in-use');
  expect(await refusalOf(give(id, { room: a.id, number: 5 }))).toBe('no-such-bed');
  expect(await refusalOf(give(id, { room: staff.id, number: 1 }))).toBe('room-for-others');
  expect(await refusalOf(put({ ...a, seen: 1, fields: { ...a.fields, beds: 3 } }))).toBe(
    'bed-in-use',
  );
  await give(lying?.id ?? '', null);
  await give(lying?.id ?? '', null);
  await give(id, { room: a.id, number: 1 });
  await give(id, { room: a.id, number: 1 });
  await give(teacher, { room: staff.id, number: 2 });
  expect((await beds()).withBed).toBe(11);
  const remove = (of: { id: string }) =>
    officer(rooms.removeRoom, { params: { school, room: of.id }, query: { response } });
  expect(await refusalOf(remove(a))).toBe('room-in-use');

  const keeper = await server.standing('dormitory-keeper', school);
  const linen = () =>
    keeper(rooms.changeLinen, {
      ...ofSchool,
      body: { response, rooms: [a.id], day: '2022-11-08' },
    });
  expect([await linen(), await linen()]).toEqual([{}, {}]);
  expect((await beds(keeper)).rooms[1]?.linen).toEqual({
    changed: '2022-11-08',
    due: '2022-11-15',
  });
  const building = (name: string) =>
    keeper(rooms.openBuilding, { ...ofSchool, body: { response, building: name } });
  expect((await building('3号楼')).people).toHaveLength(11);
  expect((await building('4号楼')).people).toEqual([]);
  expect(await refusalOf(keeper(rooms.openSleepers, { ...ofSchool, body: { response } }))).toBe(
    'not-permitted',
  );
  const teaching = await server.standing('class-teacher', second);
  expect(await refusalOf(beds(teaching))).toBe('not-permitted');
  const { entries } = await county(listEntries, { query: {} });
  expect(JSON.stringify(entries)).not.toMatch(/司徒|欧阳/);
  expect(entries.filter(({ action }) => action === 'people.names-read')).toHaveLength(2);
});

test('nobody else may, and none of another school sees anything', async () => {
  const strangers: [who: Call, code: RegExp][] = [
    [await server.standing('volunteer', school), /^not-permitted$/],
    [await server.standing('class-teacher', other), /^not-permitted$/],
    [await server.standing('dormitory-keeper', school), /^not-permitted$/],
    [await server.standing('school-officer', other), /^not-found$/],
  ];
  const [need] = (await board()).needs;
  for (const [by, refused] of strangers)
    for (const told of [
      await refusalOf(board(by)),
      await refusalOf(enter({ kind: 'count', quantity: 1, at: `${day}T05:00` }, undefined, by)),
      await refusalOf(by(stores.withdrawStoreNeed, { params: { need: need?.id ?? '' } })),
      await refusalOf(by(rooms.openSleepers, { ...ofSchool, body: { response } })),
      await refusalOf(
        by(rooms.giveBed, { params: { school, member: item }, body: { response, bed: null } }),
      ),
      await refusalOf(by(stores.listStoreEntries, { params, query: { response } })),
    ])
      expect(told).toMatch(refused);
  const neighbour = await server.standing('town-officer', server.areas.otherTown);
  const query = { response, desk: 'campus', day: '2022-11-12' };
  expect(await neighbour(listNeeds, { query })).toEqual({ needs: [] });
  const bureau = await server.as('education-officer', 'county');
  expect((await board(bureau)).items).toHaveLength(1);
  expect(
    await refusalOf(enter({ kind: 'count', quantity: 1, at: `${day}T05:00` }, undefined, bureau)),
  ).toBe('not-permitted');
});

test('once the response is closed, counts stay, nobody can tell who slept where, and nothing is added', async () => {
  const proposer = await server.standing('county-officer', server.areas.county);
  await closeByTwo({ proposer, second: county }, response);
  expect((await board()).items[0]?.standing.counted?.quantity).toBe(4840);
  const { rows } = await sql<{
    left: number;
  }>`select count(*)::int as left from campus.bed`.execute(server.database.owner);
  expect(rows).toEqual([{ left: 0 }]);
  expect(await beds()).toMatchObject({ members: 0, withBed: 0 });
  expect(await refusalOf(ask(5))).toBe('response-closed');
});
