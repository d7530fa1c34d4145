import { randomUUID } from 'node:crypto';
import { giveSchoolCode } from '@liangbuwu/campus/batches/batches.contract.ts';
import * as zone from '@liangbuwu/campus/zone/zone.contract.ts';
import type { Place, Round, ZoneFields } from '@liangbuwu/campus/zone/zone.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { refusalOf } from '@liangbuwu/office/register/testing/refusal-of.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hiddenFields, stranger } from './testing/public-page.ts';
import { openEpidemic } from './testing/small-gate.ts';
import { putTwoSchools } from './testing/small-school.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let officer: Call;
let carrier: Call;
let keeper: Call;
let response: string;
let code: string;
const school = randomUUID();
const other = randomUUID();
const name = '司徒钰莹';
const day = '2022-11-10';
const buildings = Array.from({ length: 8 }, (_, i) => ({
  id: randomUUID(),
  name: `${i + 1}号楼`,
  minutes: 12 + 2 * i,
}));
const fields: ZoneFields = {
  opens: 360,
  closes: 1080,
  slot: 60,
  perSlot: 200,
  disinfect: 30,
  carriers: 6,
  perRound: 100,
  buildings,
};
const params = { school };

const board = (by = officer) => by(zone.readZone, { params, query: { response } });
const places = async (): Promise<Partial<Record<Place, number>>> =>
  Object.fromEntries(
    (await board()).places.flatMap(({ place, parcels }) => (parcels ? [[place, parcels]] : [])),
  );
const goTo = (time: string) =>
  county(advanceClock, { params: { response }, body: { to: `${day}T${time}:00+08:00` } });
const plan = (id = randomUUID()) =>
  officer(zone.planCarrying, { params: { school, plan: id }, body: { response } });
const receive = (codes: readonly string[], step = randomUUID()) =>
  officer(zone.receiveParcels, { params: { school, step }, body: { response, codes: [...codes] } });
const leave = (round: Round, step = randomUUID(), by = carrier) =>
  by(zone.leaveWithRound, { params: { round: round.id, step } });
const sign = (
  round: Round,
  of: { missing?: string[]; damaged?: string[]; counted?: number; step?: string; by?: Call } = {},
) => {
  const { missing = [], damaged = [], counted = round.parcels - missing.length } = of;
  return (of.by ?? keeper)(zone.signRound, {
    params: { round: round.id, step: of.step ?? randomUUID() },
    body: { counted, missing, damaged },
  });
};
const rounds = async (state: Round['state']) =>
  (await board()).rounds.filter((one) => one.state === state);
let drawn = 0;
const someone = () => stranger(server.app, `203.0.115.${++drawn}`);

beforeAll(async () => {
  server = await testServer();
  county = await server.as('county-officer', 'county');
  const bureau = await server.as('education-officer', 'county');
  response = await openEpidemic(county, server.areas.county);
  await putTwoSchools(bureau, server, { school, other });
  officer = await server.standing('school-officer', school);
  carrier = await server.standing('dormitory-keeper', school);
  keeper = await server.standing('dormitory-keeper', school);
  ({ code } = await officer(giveSchoolCode, { params, body: { replaces: null } }));
});
afterAll(() => server.close());

test('who brings something books without an account, and sees the own parcels alone', async () => {
  expect((await someone().open(`/p/campus/${code}`)).text).not.toContain('送东西到学校');
  expect((await someone().open(`/p/campus/${code}/zone`)).text).toContain('还没有设接驳区');
  await officer(zone.putZone, { params, body: { response, seen: null, fields } });
  expect((await someone().open(`/p/campus/${code}`)).text).toContain('送东西到学校');
  const page = await someone().open(`/p/campus/${code}/zone?day=2022-11-11`);
  expect(page.text).toMatch(/06:00–07:00 · 还能收 200 件[\s\S]*17:00–18:00/);
  const filled = {
    ...hiddenFields(page),
    slot: '2022-11-11 360',
    building: buildings[2]?.id ?? '',
    to: `${name} 高三1班`,
  };
  const path = `/p/campus/${code}/zone`;
  const many = await someone().send(path, { ...filled, count: '21' });
  expect(many.text).toContain('请填 1 到 20 的整数');
  expect(many.html).toContain(name);
  const booked = await someone().send(path, { ...filled, count: '2' });
  const again = await someone().send(path, { ...filled, count: '2' });
  expect(again.headers.location).toBe(booked.headers.location);
  expect((await someone().send(path, { ...filled, count: '3' })).text).toContain('内容不同');
  expect(
    (
      await someone().send(path, {
        ...filled,
        id: randomUUID(),
        slot: '2022-11-14 360',
        count: '1',
      })
    ).text,
  ).toContain('不在接驳区的时段里');

  const own = String(booked.headers.location).split('?')[0] ?? '';
  const supplier = await officer(zone.bookParcels, {
    params: { school, booking: randomUUID() },
    body: {
      response,
      day: '2022-11-11',
      slot: 360,
      parcels: [{ building: buildings[0]?.id ?? '', to: '高一2班' }],
    },
  });
  const seen = await someone().open(own);
  expect(seen.text).toMatch(/11月11日周五 06:00–07:00[\s\S]*第 1 号 · 3号楼[\s\S]*第 2 号 · 3号楼/);
  expect(seen.text).not.toContain('第 3 号');
  expect(seen.text).not.toContain(name);
  expect(seen.html).toContain('<svg class="qr"');
  const theirs = await someone().open(`/p/campus/parcels/${supplier.secret}`);
  expect(theirs.text).toMatch(/第 3 号 · 1号楼/);
  expect(theirs.text).not.toMatch(/第 [12] 号/);
  expect((await someone().open('/p/campus/parcels/ACDEFHJKMNPQRTVW')).status).toBe(404);
  expect((await board()).later).toBe(3);

  for (const link of [own, `/p/campus/parcels/${supplier.secret}`]) {
    const form = hiddenFields(await someone().open(link));
    await someone().send(`${link}/withdraw`, form);
    await someone().send(`${link}/withdraw`, form);
  }
  expect((await someone().open(own)).text).toMatch(/已取消[\s\S]*已取消/);
  expect((await board()).later).toBe(0);
  const { rows } = await sql<{ row: string }>`select p::text as row from campus.parcel p
    union all select s::text from campus.zone_step s union all select l::text from ledger.entry l`.execute(
    server.database.owner,
  );
  expect(rows.some(({ row }) => row.includes('司徒'))).toBe(false);
});

test('2,400 parcels of a day go through few hands: at any time each is in one place, none is lost, each is signed for', async () => {
  const slots = Array.from({ length: 12 }, (_, i) => 360 + 60 * i);
  for (const slot of slots) {
    const parcels = Array.from({ length: 200 }, (_, i) => ({
      building: buildings[(i * 5 + slot) % 8]?.id ?? '',
      to: `虚构${slot}-${i}`,
    }));
    const booking = { params: { school, booking: randomUUID() } };
    const body = { response, day, slot, parcels };
    const first = await officer(zone.bookParcels, { ...booking, body });
    expect(await officer(zone.bookParcels, { ...booking, body })).toEqual(first);
    const [one] = parcels;
    const more = { ...body, parcels: one ? [one] : [] };
    expect(
      await refusalOf(
        officer(zone.bookParcels, { params: { school, booking: randomUUID() }, body: more }),
      ),
    ).toBe('slot-full');
  }
  expect(await places()).toEqual({ outside: 2400 });
  const { forecast } = await board();
  expect(forecast).toMatchObject({ parcels: 2400 });
  expect(Date.parse(forecast?.bound ?? '')).toBeLessThanOrEqual(Date.parse(forecast?.ends ?? ''));
  expect(await refusalOf(plan())).toBe('nothing-to-carry');

  let missed: string[] = [];
  const counted = async () => {
    const now = await places();
    expect(Object.values(now).reduce((sum, parcels) => sum + parcels, 0)).toBe(2400);
    return now;
  };
  /** All that is planned and ready goes, each carrier once; the first steps are sent twice, as after a lost answer. */
  const carryAll = async () => {
    for (;;) {
      const planned = await rounds('planned');
      if (planned.length === 0) return;
      const next = [...Map.groupBy(planned, (one) => one.carrier).values()].flatMap(
        ([one]) => one ?? [],
      );
      const [first] = next;
      for (const round of next) {
        const step = randomUUID();
        const left = await leave(round, step);
        if (round !== first) continue;
        expect(await leave(round, step)).toEqual(left);
        expect(await refusalOf(leave(round))).toBe('round-moved-on');
      }
      await counted();
      for (const round of next) {
        const step = randomUUID();
        if (missed.length > 0) {
          const signed = await sign(round, { step });
          if (round === first) expect(await sign(round, { step })).toEqual(signed);
          continue;
        }
        const { parcels } = await keeper(zone.openRound, { params: { round: round.id } });
        expect(parcels[0]?.to).toMatch(/^虚构/);
        missed = parcels.slice(0, 2).map(({ id }) => id);
        const damaged = parcels.slice(2, 3).map(({ id }) => id);
        expect(await refusalOf(sign(round, { by: carrier }))).toBe('signed-by-carrier');
        const wrong = { missing: missed, counted: round.parcels };
        expect(await refusalOf(sign(round, wrong))).toBe('parcel-count-differs');
        expect(await refusalOf(sign(round, { missing: [randomUUID()] }))).toBe(
          'parcel-not-in-round',
        );
        expect(await sign(round, { missing: missed, damaged, step })).toMatchObject({
          state: 'signed',
          missing: 2,
          damaged: 1,
        });
      }
    }
  };
  for (const [turn, hour] of ['06', '09', '12', '15'].entries()) {
    if (turn > 0) await goTo(`${hour}:00`);
    const codes: string[] = [];
    for (const slot of slots.slice(3 * turn, 3 * turn + 3)) {
      const query = { response, day, slot };
      const { parcels } = await officer(zone.listParcels, { params, query });
      codes.push(...parcels.map((one) => one.code));
    }
    const step = randomUUID();
    const some = [...codes.slice(0, 400), 'ACDEFHJK'];
    const received = { received: 400, before: 0, unknown: ['ACDEFHJK'] };
    expect(await receive(some, step)).toEqual(received);
    expect(await receive(some, step)).toEqual(received);
    expect(await receive(codes.slice(200))).toMatchObject({ received: 200, before: 200 });
    const id = randomUUID();
    expect(await plan(id)).toEqual(await plan(id));
    if (turn === 0) {
      const [first] = await rounds('planned');
      expect(await refusalOf(leave(first as Round))).toBe('parcels-not-ready');
      expect(await places()).toEqual({ outside: 1800, disinfecting: 600 });
    }
    await goTo(`${hour}:30`);
    await carryAll();
    await counted();
  }
  expect(await places()).toEqual({ signed: 2397, damaged: 1, missing: 2 });
  expect((await board()).late.map(({ id, late }) => [id, late]).sort()).toEqual(
    missed.map((id) => [id, 'missing']).sort(),
  );

  const lost = (await board()).late.map((one) => one.code);
  expect(await receive(lost)).toMatchObject({ received: 2 });
  await plan();
  await carryAll();
  expect(await places()).toEqual({ signed: 2399, damaged: 1 });
  const { rows } = await sql<{ parcel: string; signed: number }>`
    select p.id as parcel, count(s.id)::int as signed from campus.parcel p
    left join campus.zone_step s on s.event = 'sign' and p.id = any(s.parcels)
    where p.state <> 'withdrawn' group by p.id`.execute(server.database.owner);
  expect(rows).toHaveLength(2400);
  const twice = rows.filter(({ signed }) => signed !== 1).map(({ parcel }) => parcel);
  // What was missing stands in two rounds: once as not there.
  expect(twice.sort()).toEqual([...missed].sort());
  const read = await county(listEntries, { query: { action: 'campus.parcels-opened' } });
  expect(read.entries).toHaveLength(1);
});

test('what comes a day early is counted from when it is in, and its building stays', async () => {
  const building = buildings[0]?.id ?? '';
  const { parcels } = await officer(zone.bookParcels, {
    params: { school, booking: randomUUID() },
    body: { response, day: '2022-11-11', slot: 360, parcels: [{ building, to: '高一2班' }] },
  });
  expect(await board()).toMatchObject({ parcels: 2400, later: 1 });
  await receive(parcels.map((one) => one.code));
  expect(await board()).toMatchObject({ parcels: 2401, later: 0 });
  expect(await places()).toEqual({ signed: 2399, damaged: 1, disinfecting: 1 });
  const without = { ...fields, buildings: buildings.slice(1) };
  expect(
    await refusalOf(
      officer(zone.putZone, { params, body: { response, seen: 1, fields: without } }),
    ),
  ).toBe('building-in-use');
});

test('nobody else may, and none of another school sees anything', async () => {
  const [round] = (await board()).rounds;
  const strangers: [who: Call, code: RegExp][] = [
    [await server.standing('volunteer', school), /^not-permitted$/],
    [await server.standing('class-teacher', other), /^not-permitted$/],
    [await server.standing('dormitory-keeper', other), /^(not-found|not-permitted)$/],
    [await server.standing('school-officer', other), /^not-found$/],
  ];
  const asked = { params: { round: round?.id ?? '', step: randomUUID() } };
  for (const [by, refused] of strangers)
    for (const told of [
      await refusalOf(board(by)),
      await refusalOf(by(zone.leaveWithRound, asked)),
      await refusalOf(by(zone.openRound, asked)),
      await refusalOf(by(zone.putZone, { params, body: { response, seen: 1, fields } })),
      await refusalOf(
        by(zone.receiveParcels, {
          params: { school, step: randomUUID() },
          body: { response, codes: ['ACDEFHJK'] },
        }),
      ),
    ])
      expect(told).toMatch(refused);
  const less = { ...fields, carriers: 4 };
  expect(
    await refusalOf(
      officer(zone.putZone, { params, body: { response, seen: null, fields: less } }),
    ),
  ).toBe('changed-meanwhile');
  expect(
    await officer(zone.putZone, { params, body: { response, seen: 1, fields: less } }),
  ).toMatchObject({ version: 2 });
});

test('once the response is closed nobody can tell whom anything was for', async () => {
  const proposer = await server.standing('county-officer', server.areas.county);
  await closeByTwo({ proposer, second: county }, response);
  const { rows } = await sql<{ left: number }>`
    select ((select count(*) from campus.parcel) + (select count(*) from campus.booking))::int as left`.execute(
    server.database.owner,
  );
  expect(rows).toEqual([{ left: 0 }]);
  expect((await board()).parcels).toBe(0);
});
