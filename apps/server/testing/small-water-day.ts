import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listPlans, type PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { putPlace } from '@liangbuwu/office/register/places/contract.ts';
import { openResponse } from '@liangbuwu/office/responses/contract.ts';
import * as water from '@liangbuwu/water/contract.ts';
import * as registers from '@liangbuwu/water/registers.contract.ts';
import type { TestServer } from './test-server.ts';

export const day = '2022-11-10';
export const sixOClock = '2022-11-10T06:00:00+08:00';
export const responseName = '抗旱';

/** A drought response over these areas, its clock at six in the morning of the day. */
export async function openDrought(
  by: Call,
  areas: string[],
  clock: string | undefined = sixOClock,
): Promise<string> {
  const response = randomUUID();
  await by(openResponse, {
    params: { response },
    body: {
      kind: 'drought',
      name: { 'zh-CN': responseName, en: 'Drought' },
      starts: '2022-08-17T00:00:00+08:00',
      areas,
      ...(clock ? { clock } : {}),
    },
  });
  return response;
}

/** Floors hold for the whole tenant. */
export async function putTestFloors(by: Call): Promise<void> {
  const tier = (name: 'survival' | 'basic' | 'full', litresPerPerson: number) => ({
    name,
    label: { 'zh-CN': name, en: name },
    litresPerPerson,
    source: 'test',
  });
  await by(water.putFloors, {
    params: { version: 'test' },
    body: {
      validFrom: '2022-01-01',
      tiers: [tier('survival', 7.5), tier('basic', 15), tier('full', 20)],
    },
  });
}

export interface SmallDay {
  response: string;
  area: string;
  day: string;
}

/** One town's desk: a yard, a works and a well, two tankers, two points of one village with 1,600 people. */
export async function putSmallDay(
  officer: Call,
  of: { response: string; town: string; village: string },
) {
  const { response, town, village } = of;
  const place = {
    yard: randomUUID(),
    works: randomUUID(),
    well: randomUUID(),
    near: randomUUID(),
    far: randomUUID(),
  };
  const source = { works: randomUUID(), well: randomUUID() };
  const tanker = { one: randomUUID(), two: randomUUID() };
  const point = { near: randomUUID(), far: randomUUID() };
  const put = (id: string, area: string, name: string, lon: number) =>
    officer(putPlace, {
      params: { place: id },
      body: {
        area,
        name,
        kind: 'point',
        lon,
        lat: 27.5,
        provenance: 'schematic',
        roadClass: 'village',
      },
    });
  await put(place.yard, town, '大院', 113);
  await put(place.works, town, '水厂', 113.02);
  await put(place.well, town, '深井', 112.98);
  await put(place.near, village, '一组', 113.03);
  await put(place.far, village, '二组', 112.95);
  await officer(water.putDesk, {
    params: { area: town },
    body: { response, from: 25200, to: 86400, rest: { every: 14400, seconds: 1200 } },
  });
  const fill = (
    name: string,
    at: string,
    litresPerMinute: number,
    litresPerDay: number | null,
  ) => ({
    area: town,
    place: at,
    name,
    kind: 'other' as const,
    bays: 1,
    litresPerMinute,
    setupSeconds: 120,
    open: [[25200, 64800]] as [number, number][],
    litresPerDay,
    consentUntil: null,
    invented: true,
  });
  await officer(registers.sources.put, {
    params: { row: source.works },
    body: fill('水厂', place.works, 600, null),
  });
  await officer(registers.sources.put, {
    params: { row: source.well },
    body: fill('深井', place.well, 60, 5000),
  });
  for (const [id, name] of [
    [tanker.one, '一号'],
    [tanker.two, '二号'],
  ] as const) {
    await officer(registers.tankers.put, {
      params: { row: id },
      body: {
        area: town,
        home: place.yard,
        name,
        litres: 5000,
        kind: 'sprinkler',
        disinfectedOn: '2022-11-09',
        invented: true,
      },
    });
    const driver = randomUUID();
    await officer(registers.drivers.put, {
      params: { row: driver },
      body: { area: town, name: `${name}车司机` },
    });
    await officer(registers.shifts.put, {
      params: { row: randomUUID() },
      body: { area: town, tanker: id, driver, from: 25200, to: 64800 },
    });
  }
  for (const [id, at, name, people] of [
    [point.near, place.near, '一组', 900],
    [point.far, place.far, '二组', 700],
  ] as const) {
    await officer(registers.points.put, {
      params: { row: id },
      body: pointBody({ town, village, place: at, name, people }),
    });
  }
  return { place, source, tanker, point, of: { response, area: town, day } satisfies SmallDay };
}

export const pointBody = (of: {
  town: string;
  village: string;
  place: string;
  name: string;
  people: number;
}) => ({
  area: of.village,
  desk: of.town,
  place: of.place,
  name: of.name,
  people: of.people,
  have: 0,
  weight: 1,
  taps: 3,
  litresPerMinute: 200,
  setupSeconds: 120,
  open: null,
  maxTankerLitres: null,
  invented: true,
});

/** The plan once it is no longer being solved. */
export async function solved(by: Call, of: SmallDay, plan: string): Promise<PlanHead> {
  for (;;) {
    const { plans } = await by(listPlans, { query: { ...of, desk: 'water' } });
    const found = plans.find(({ id }) => id === plan);
    if (!found) throw new Error('the plan is gone');
    if (found.state !== 'queued' && found.state !== 'solving') return found;
    await wait(100);
  }
}

/** Asks for a plan and waits for it. */
export async function makeSmallPlan(by: Call, of: SmallDay, seconds = 1): Promise<PlanHead> {
  const plan = randomUUID();
  await by(water.makePlan, { params: { plan }, body: { ...of, seconds } });
  return solved(by, of, plan);
}

/** The small day of the test server's town with a plan in force, by its officer; the clock stands at six. */
export async function publishSmallDay(server: TestServer) {
  const { areas } = server;
  const county = await server.as('county-officer', 'county');
  const officer = await server.as('town-officer');
  const response = await openDrought(county, [areas.county]);
  await putTestFloors(county);
  const ids = await putSmallDay(officer, { response, ...areas });
  const plan = await makeSmallPlan(officer, ids.of);
  await officer(water.publishPlan, { params: { plan: plan.id }, body: { replaces: null } });
  return { officer, response, ids };
}
