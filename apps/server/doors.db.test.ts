import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { readMe } from '@liangbuwu/office/identity/contract.ts';
import { households } from '@liangbuwu/office/register/households/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import * as doors from '@liangbuwu/water/doors/doors.contract.ts';
import type { VisitBody } from '@liangbuwu/water/doors/visit.ts';
import { usualSettings } from '@liangbuwu/water/doors/walks.ts';
import { listRequests, takeRequest } from '@liangbuwu/water/requests/requests.contract.ts';
import { getWalkCalendar } from '@liangbuwu/water/upward/upward.contract.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  day,
  openDrought,
  putSmallDay,
  putTestFloors,
  sixOClock,
} from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let officer: Call;
let cadre: Call;
let volunteer: Call;
let townVolunteer: Call;
let response: string;
let ids: Awaited<ReturnType<typeof putSmallDay>>;
const account = new Map<string, string>();
const house = new Map<string, string>();
const eight = 8 * 3600;
const at = `${day}T05:30:00+08:00`;

beforeAll(async () => {
  server = await testServer();
  const { areas } = server;
  county = await server.as('county-officer', 'county');
  officer = await server.as('town-officer');
  cadre = await server.as('village-cadre', 'village');
  volunteer = await server.as('volunteer', 'village');
  townVolunteer = await server.as('volunteer', 'town');
  const stranger = await server.as('volunteer', 'otherVillage');
  for (const [name, call] of Object.entries({ volunteer, townVolunteer, cadre, stranger }))
    account.set(name, (await call(readMe)).account);
  response = await openDrought(county, [areas.county]);
  await putTestFloors(county);
  ids = await putSmallDay(officer, { response, ...areas });
  // Of doubles the one whose id is smaller counts as the first.
  const rows = Array.from({ length: 6 }, () => randomUUID()).sort();
  for (const [label, people] of [
    ['1号', 1],
    ['2号', 2],
    ['10号', 2],
    ['11号', 1],
    ['20号', 1],
    ['二十号', 1],
  ] as const) {
    const row = rows.shift() ?? '';
    house.set(label, row);
    await officer(households.put, {
      params: { row },
      body: {
        response,
        area: areas.village,
        place: ids.place.near,
        label,
        people,
        cannotCome: true,
      },
    });
  }
});
afterAll(() => server.close());

const the = (of: Map<string, string>, name: string) => {
  const found = of.get(name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};
const sheet = (by: Call = officer) =>
  by(doors.getDoors, { query: { response, area: server.areas.town, day } });
const village = async (by: Call = officer) => {
  const [first] = (await sheet(by)).villages;
  if (!first) throw new Error('there is one village');
  return first;
};
const plan = (
  by: Call,
  who: string[],
  replaces: number | null,
  { id = randomUUID() as string, on = day } = {},
) =>
  by(doors.planDoors, {
    params: { plan: id },
    body: {
      response,
      area: server.areas.village,
      day: on,
      volunteers: who.map((name) => the(account, name)),
      starts: eight,
      settings: usualSettings,
      replaces,
    },
  });
type Given<Body> = Body extends { response: string } ? Omit<Body, 'response' | 'at'> : never;
const visit = (by: Call, said: Given<VisitBody>, id = randomUUID(), when = at) =>
  by(doors.recordVisit, {
    params: { visit: id },
    body: { ...said, response, at: when } as VisitBody,
  });
const own = async (by: Call) => (await by(doors.getVolunteerDays)).days;
const refused = (code: string) => ({ body: { code } });

describe('who is brought water', () => {
  test('is found from the register, in the order of the houses, doubles apart', async () => {
    const { doors: found, toCheck, volunteers } = await village();
    expect(found.map(({ label, litres }) => [label, litres])).toEqual([
      ['1号', 15],
      ['2号', 30],
      ['10号', 30],
      ['11号', 15],
      ['20号', 15],
    ]);
    expect(toCheck).toMatchObject([{ label: '二十号', why: 'doubled', double: '20号' }]);
    const usual = volunteers.filter((one) => one.usual).map(({ id }) => id);
    expect(usual).toContain(the(account, 'volunteer'));
    expect(usual).toContain(the(account, 'townVolunteer'));
    expect(usual).not.toContain(the(account, 'stranger'));
    expect((await village(cadre)).doors).toHaveLength(5);
    const stranger = await server.as('village-cadre', 'otherVillage');
    await expect(sheet(stranger)).rejects.toMatchObject(refused('no-water-desk'));
  });

  test('walks end a quarter of an hour before the sun sets', async () => {
    const { sunset, until } = await sheet();
    expect(sunset).toBeGreaterThan(17.5 * 3600);
    expect(until).toBe((sunset ?? 0) - 900);
  });
});

describe('walks', () => {
  test('are spread over volunteers; each sees their own doors only, the cadre without a walk none', async () => {
    const id = randomUUID();
    const first = await plan(cadre, ['volunteer', 'townVolunteer'], null, { id });
    expect(await plan(cadre, ['volunteer', 'townVolunteer'], null, { id })).toEqual(first);
    expect(first).toMatchObject({ version: 1, unserved: [] });
    const [mine, theirs] = [await own(volunteer), await own(townVolunteer)];
    const labels = (of: typeof mine) => of.flatMap(({ stops }) => stops.map(({ label }) => label));
    expect([...labels(mine), ...labels(theirs)].sort()).toEqual(
      ['1号', '2号', '10号', '11号', '20号'].sort(),
    );
    expect(labels(mine).length).toBeGreaterThan(0);
    expect(labels(theirs).length).toBeGreaterThan(0);
    expect(labels(mine)).toEqual(
      first.walks
        .find((walk) => walk.volunteer.id === the(account, 'volunteer'))
        ?.stops.map(({ label }) => label),
    );
    expect(await own(cadre)).toEqual([]);
    expect(await own(await server.as('volunteer', 'otherVillage'))).toEqual([]);
  });

  test('are planned again only by who has seen the version that holds', async () => {
    await expect(plan(officer, ['volunteer'], null)).rejects.toMatchObject(
      refused('planned-meanwhile'),
    );
    expect(await plan(officer, ['volunteer'], 1)).toMatchObject({ version: 2 });
    expect(await own(townVolunteer)).toEqual([]);
  });

  test('are given only to who may carry water there, by who may plan', async () => {
    await expect(plan(officer, ['stranger'], 2)).rejects.toMatchObject(refused('not-a-volunteer'));
    await expect(plan(volunteer, ['volunteer'], 2)).rejects.toMatchObject(refused('not-permitted'));
    await expect(
      plan(await server.as('town-officer', 'otherTown'), ['volunteer'], 2),
    ).rejects.toMatchObject(refused('no-water-desk'));
  });

  test('are planned for the day itself; one that is over stays as it was, with why', async () => {
    const yesterday = plan(officer, ['volunteer'], null, { on: '2022-11-09' });
    await expect(yesterday).rejects.toMatchObject(refused('walks-of-today-only'));
    await expect(yesterday).rejects.toMatchObject({
      body: { cause: { en: expect.stringContaining('2022-11-09 is over') } },
    });
    await expect(plan(officer, ['volunteer'], null, { on: '2022-11-11' })).rejects.toMatchObject(
      refused('walks-of-today-only'),
    );
  });

  test('are a calendar of one response, with no house and nobody in it', async () => {
    const query = { response, day };
    const file = await volunteer(getWalkCalendar, { query });
    expect(file.type).toMatch(/^text\/calendar/);
    const text = Buffer.from(file.content, 'base64').toString().replaceAll('\r\n ', '');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    const [walk] = (await village()).plan?.walks ?? [];
    expect(text).toContain('DTSTART:20221110T000000Z');
    const ends = new Date(Date.parse('2022-11-10T00:00:00Z') + (walk?.minutes ?? 0) * 60_000);
    expect(text).toContain(`DTEND:${ends.toISOString().replaceAll(/[-:]|\.000/g, '')}`);
    expect(text).toContain('SUMMARY:送水到家：5 户，105 升');
    expect(text).toContain(' 一组');
    for (const [label, id] of house) {
      expect(text).not.toContain(label);
      expect(text).not.toContain(id);
    }
    expect(text).not.toContain(walk?.volunteer.name);
    const asOfficer = { ...query, volunteer: the(account, 'volunteer') };
    expect(await officer(getWalkCalendar, { query: asOfficer })).toEqual(file);
    const missing = { status: 404 };
    await expect(townVolunteer(getWalkCalendar, { query })).rejects.toMatchObject(missing);
    await expect(
      (await server.as('volunteer', 'otherVillage'))(getWalkCalendar, { query: asOfficer }),
    ).rejects.toMatchObject(missing);
    await expect(
      (await server.as('driver'))(getWalkCalendar, { query: asOfficer }),
    ).rejects.toMatchObject(refused('not-permitted'));
    const another = await openDrought(county, [server.areas.otherTown]);
    await expect(
      volunteer(getWalkCalendar, { query: { ...query, response: another } }),
    ).rejects.toMatchObject(missing);
  });

  test('say on the phone whom the register has taken off since', async () => {
    const row = the(house, '11号');
    const { row: found } = await officer(households.get, { params: { row } });
    await officer(households.remove, {
      params: { row },
      body: { version: found.version, why: 'died' },
    });
    const [today] = await own(volunteer);
    expect(today?.stops.find(({ label }) => label === '11号')).toMatchObject({ gone: 'died' });
    expect((await village()).doors.map(({ label }) => label)).not.toContain('11号');
  });
});

describe('visits', () => {
  test('count once, and only at doors that one was given', async () => {
    const id = randomUUID();
    const done = { kind: 'door-done' as const, household: the(house, '1号'), litres: 15 };
    const all = await Promise.all(Array.from({ length: 4 }, () => visit(volunteer, done, id)));
    for (const said of all) expect(said).toMatchObject({ id, kind: 'door-done', litres: 15 });
    expect((await sheet()).visits).toHaveLength(1);
    expect((await own(volunteer))[0]?.visits).toHaveLength(1);
    await expect(visit(volunteer, { ...done, litres: 20 }, id)).rejects.toMatchObject(
      refused('changed-meanwhile'),
    );
    await expect(
      visit(volunteer, { ...done, household: the(house, '二十号') }),
    ).rejects.toMatchObject(refused('not-your-door'));
    await expect(visit(cadre, done)).rejects.toMatchObject(refused('not-your-door'));
    const driver = await server.as('driver');
    await expect(visit(driver, done)).rejects.toMatchObject(refused('not-permitted'));
  });

  test('at a door where water was asked for, the request learns of it', async () => {
    const request = randomUUID();
    const household = the(house, '2号');
    await officer(takeRequest, {
      params: { request },
      body: {
        response,
        point: ids.point.near,
        kind: 'door',
        litres: 40,
        household,
        contact: { phone: '13800000000' },
      },
    });
    const asked = (await village()).doors.find((door) => door.household === household);
    expect(asked).toMatchObject({ litres: 40, request: { id: request } });
    const stateOf = async () =>
      (
        await officer(listRequests, { query: { response, area: server.areas.town, day } })
      ).requests.find(({ id }) => id === request)?.state;
    // It was asked for at six: what was brought before brought something else.
    await visit(volunteer, { kind: 'door-done', household, litres: 30 });
    expect(await stateOf()).toBe('open');
    await visit(volunteer, { kind: 'door-away', household }, randomUUID(), sixOClock);
    expect(await stateOf()).toBe('not-at-home');
    await visit(volunteer, { kind: 'door-worried', household, litres: 0 }, randomUUID(), sixOClock);
    expect(await stateOf()).toBe('not-at-home');
    await visit(volunteer, { kind: 'door-done', household, litres: 40 }, randomUUID(), sixOClock);
    expect(await stateOf()).toBe('done');
  });

  test('a worry waits for somebody to look, whoever looked is written down once', async () => {
    const household = the(house, '10号');
    const worry = await visit(volunteer, { kind: 'door-worried', household, note: '咳得厉害' });
    const held = async () => (await sheet()).visits.find(({ id }) => id === worry.id);
    expect(await held()).toMatchObject({ note: '咳得厉害', look: null });
    await officer(doors.recordLook, {
      params: { look: randomUUID() },
      body: { visit: worry.id, found: 'not-found' },
    });
    expect(await held()).toMatchObject({ look: { found: 'not-found' } });
    const look = randomUUID();
    const looked = () =>
      cadre(doors.recordLook, {
        params: { look },
        body: { visit: worry.id, found: 'helped' },
      });
    expect(await looked()).toMatchObject({ look: { id: look, found: 'helped' } });
    expect(await looked()).toEqual(await held());
    await expect(
      volunteer(doors.recordLook, {
        params: { look: randomUUID() },
        body: { visit: worry.id, found: 'well' },
      }),
    ).rejects.toMatchObject(refused('not-permitted'));
    const [done] = (await sheet()).visits.filter(({ kind }) => kind === 'door-done');
    await expect(
      cadre(doors.recordLook, {
        params: { look: randomUUID() },
        body: { visit: done?.id ?? '', found: 'well' },
      }),
    ).rejects.toMatchObject(refused('nobody-worried'));
  });

  test('whoever has had their water today is on no walk that is planned afterwards', async () => {
    const household = the(house, '20号');
    await visit(volunteer, { kind: 'door-done', household, litres: 15 });
    // Put right: nobody was there, and earlier. What was recorded last counts.
    await visit(volunteer, { kind: 'door-away', household }, randomUUID(), `${day}T05:10:00+08:00`);
    const { visits } = await sheet();
    expect(visits.findLast((one) => one.household === household)?.kind).toBe('door-away');
    const again = await plan(officer, ['volunteer'], 2);
    const labels = again.walks.flatMap(({ stops }) => stops.map(({ label }) => label));
    expect(labels).toEqual(['10号', '20号']);
  });

  test('nobody at home three days running is to be asked after first, until somebody finds them', async () => {
    const household = the(house, '20号');
    const away = async (on: string) => {
      await officer(advanceClock, { params: { response }, body: { to: `${on}T06:00:00+08:00` } });
      const when = `${on}T05:30:00+08:00`;
      await visit(volunteer, { kind: 'door-away', household }, randomUUID(), when);
      // Knocking again is no further day.
      await visit(volunteer, { kind: 'door-away', household }, randomUUID(), when);
    };
    const toCheck = async () =>
      (await village()).toCheck.find((one) => one.household === household && one.why !== 'doubled');
    const look = async (found: 'well' | 'not-found', by = officer) =>
      by(doors.recordLook, {
        params: { look: randomUUID() },
        body: { visit: (await toCheck())?.away.visit ?? '', found },
      });
    await away('2022-11-11');
    expect(await toCheck()).toBeUndefined();
    await away('2022-11-12');
    expect(await toCheck()).toMatchObject({ why: 'never-home', away: { days: 3 } });
    await look('not-found');
    expect(await toCheck()).toMatchObject({ why: 'never-home', away: { days: 3 } });
    await expect(look('well', volunteer)).rejects.toMatchObject(refused('not-permitted'));
    await look('well', cadre);
    expect(await toCheck()).toBeUndefined();
    expect((await village()).doors.map(({ label }) => label)).toContain('20号');
    for (const on of ['2022-11-13', '2022-11-14', '2022-11-15']) await away(on);
    expect(await toCheck()).toMatchObject({ away: { days: 3 } });
    const contact = { phone: '13800000001' };
    const asked = { response, point: ids.point.near, kind: 'door' as const, litres: 20, household };
    await officer(advanceClock, {
      params: { response },
      body: { to: '2022-11-15T07:00:00+08:00' },
    });
    await officer(takeRequest, {
      params: { request: randomUUID() },
      body: { ...asked, contact },
    });
    expect(await toCheck()).toBeUndefined();
  });

  test('a walk is on the phone whatever became of its desk since', async () => {
    await plan(officer, ['volunteer'], null, { on: '2022-11-15' });
    const points = (removed: boolean) =>
      sql`update water.point set removed = ${removed}`.execute(server.database.owner);
    await points(true);
    await expect(sheet()).rejects.toMatchObject(refused('no-water-desk'));
    const [today] = await own(volunteer);
    expect(today?.stops.map(({ label }) => label)).toContain('20号');
    await points(false);
  });

  test('the words go with the response, what was counted stays', async () => {
    await closeByTwo(
      { proposer: await server.as('administrator', 'county'), second: county },
      response,
    );
    const { rows } = await sql<{ notes: number; visits: number }>`
      select (select count(*)::int from water.door_visit_note) as notes,
        (select count(*)::int from water.door_visit) as visits`.execute(server.database.owner);
    expect(rows).toEqual([{ notes: 0, visits: 18 }]);
  });
});
