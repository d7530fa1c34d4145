import { randomUUID } from 'node:crypto';
import { listNeeds, type Need, recordProof } from '@liangbuwu/office/commitments/contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { getPlan, type PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { putArea } from '@liangbuwu/office/register/areas/contract.ts';
import { putPlace } from '@liangbuwu/office/register/places/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { check } from '@liangbuwu/trucking/check/check.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import * as water from '@liangbuwu/water/contract.ts';
import { getFortnight, measureTank } from '@liangbuwu/water/fortnight.contract.ts';
import type { Fortnight } from '@liangbuwu/water/fortnight-sheet.ts';
import { takeOver } from '@liangbuwu/water/migrations/0010-days-before.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openDrought,
  pointBody,
  putSmallDay,
  putTestFloors,
  type SmallDay,
  solved,
} from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

const one = '2022-11-10';
const two = '2022-11-11';
const people = 800;

let server: TestServer;
let officer: Call;
let cadre: Call;
let stranger: Call;
let response: string;
let area: string;
let near: string;
/** A point with a tank, in a village of its own. */
let hill: string;
let hillBody: Omit<ReturnType<typeof pointBody>, 'tank'> & {
  tank: { litres: number; level: number };
};

beforeAll(async () => {
  server = await testServer({ solve: true });
  const { areas } = server;
  const county = await server.as('county-officer', 'county');
  officer = await server.as('town-officer');
  cadre = await server.as('village-cadre', 'village');
  stranger = await server.as('town-officer', 'otherTown');
  response = await openDrought(county, [areas.county]);
  await putTestFloors(county);
  const day = await putSmallDay(officer, { response, ...areas });
  area = day.of.area;
  near = day.point.near;
  // So little that nobody gets all.
  const { sources } = await officer(water.getDay, { query: day.of });
  const works = sources.find(({ id }) => id === day.source.works);
  if (!works) throw new Error('the works are gone');
  const { id: _, state: __, reason: ___, since: ____, ...body } = works;
  await officer(water.putSource, {
    params: { source: works.id },
    body: { ...body, litresPerDay: 20_000 },
  });
  const village = randomUUID();
  const place = randomUUID();
  hill = randomUUID();
  const administrator = await server.as('administrator', 'county');
  await administrator(putArea, {
    params: { area: village },
    body: { parent: areas.town, name: '甲二村', level: 'village' },
  });
  await officer(putPlace, {
    params: { place },
    body: {
      area: village,
      name: '坡上',
      kind: 'point',
      lon: 113.01,
      lat: 27.52,
      provenance: 'schematic',
      roadClass: 'village',
    },
  });
  hillBody = {
    ...pointBody({ town: areas.town, village, place, name: '坡上', people }),
    tank: { litres: 9000, level: 3000 },
  };
  await officer(water.putPoint, { params: { point: hill }, body: hillBody });
});
afterAll(() => server.close());

const of = (day: string): SmallDay => ({ response, area, day });
const advance = (to: string) => officer(advanceClock, { params: { response }, body: { to } });

async function make(day: string, part: { fair?: boolean } = {}): Promise<PlanHead> {
  const plan = randomUUID();
  await officer(water.makePlan, { params: { plan }, body: { ...of(day), seconds: 4, ...part } });
  return solved(officer, of(day), plan);
}
const publish = (plan: PlanHead, replaces: string | null = null) =>
  officer(water.publishPlan, { params: { plan: plan.id }, body: { replaces } });

async function contentOf({ id }: PlanHead) {
  const { problem, result, settings } = await officer(getPlan, { params: { plan: id } });
  return { problem: problem as Problem, plan: result as Plan, settings };
}
const hillIn = ({ points }: Problem) => points.find(({ id }) => id === hill);

async function pointOf(by: Call, day: string, point: string, plan?: string) {
  const { sheet } = await by(water.getGap, { query: { ...of(day), ...(plan && { plan }) } });
  return sheet.villages.flatMap(({ points }) => points).find(({ id }) => id === point);
}

/** Both sides say that so much of what was promised to a point came. */
async function prove(need: Need | undefined, share: number) {
  for (const promise of need?.promises ?? []) {
    for (const side of ['giver', 'receiver'] as const) {
      await officer(recordProof, {
        params: { promise: promise.id, proof: randomUUID() },
        body: { side, quantity: promise.quantity * share, at: promise.dueTo },
      });
    }
  }
}

const sheetFor = (by: Call, day = two): Promise<Fortnight> => by(getFortnight, { query: of(day) });
const villageIn = ({ villages }: Fortnight, name: string) =>
  villages.find((village) => village.name === name);

describe('the first day', () => {
  test('every point has its own weight, and the tank the level that was registered, with since when', async () => {
    const plan = await make(one);
    const { problem, settings } = await contentOf(plan);
    expect(problem.points.map(({ weight }) => weight)).toEqual([1, 1, 1]);
    expect(hillIn(problem)?.storage).toEqual({ litres: 9000, level: 3000 });
    expect(settings).toMatchObject({
      fair: true,
      starts: {
        [hill]: {
          yesterday: null,
          owed: 0,
          factor: 1,
          tank: { level: 3000, basis: 'measured', at: '2022-11-09T22:00:00.000Z' },
        },
      },
    });
    await publish(plan);
  });

  test('what was promised to the hill did not come; what was promised to the near point did', async () => {
    await advance('2022-11-11T00:00:00+08:00');
    const { needs } = await officer(listNeeds, { query: { response, desk: 'water', day: one } });
    const needOf = (point: string) => needs.find(({ subject }) => subject === `point:${point}`);
    await prove(needOf(hill), 0);
    await prove(needOf(near), 1);
    const sheet = await sheetFor(officer, one);
    expect(sheet.days).toHaveLength(14);
    expect(sheet.villages.map(({ name }) => name)).toEqual(['甲二村', '甲一村']);
    expect(villageIn(sheet, '甲二村')).toMatchObject({
      known: 1,
      mean: 3.7,
      dry: { days: 1, unknown: 0, from: one, to: one, goesOn: true },
    });
    expect(villageIn(sheet, '甲二村')?.days.at(-1)).toEqual({
      perPerson: 3.7,
      basis: 'proven',
      below: 'survival',
      peopleDry: people,
      differing: 0,
    });
    expect(villageIn(sheet, '甲一村')?.days.at(-1)?.basis).toBe('partly-proven');
    expect(sheet.villages.flatMap(({ days }) => days.slice(0, 13))).toEqual(
      Array.from({ length: 26 }, () => ({
        perPerson: null,
        basis: 'unknown',
        below: null,
        peopleDry: 0,
        differing: 0,
      })),
    );
  });
});

describe('the second day', () => {
  let fair: PlanHead;
  let plain: PlanHead;

  test('before it is planned the page says what would weigh', async () => {
    await advance('2022-11-11T06:00:00+08:00');
    expect((await pointOf(officer, two, hill))?.start).toEqual({
      yesterday: 16.3,
      owed: 16.3,
      factor: 2.6,
      weighed: true,
      tank: { level: 0, basis: 'carried', at: '2022-11-10T16:00:00.000Z' },
    });
  });

  test('who went short weighs more, the tank starts as the day before left it, and the plan keeps why', async () => {
    fair = await make(two);
    const { problem, plan, settings } = await contentOf(fair);
    expect(hillIn(problem)).toMatchObject({ weight: 2.6, storage: { litres: 9000, level: 0 } });
    expect(settings).toMatchObject({ fair: true, starts: { [hill]: { owed: 16.3, factor: 2.6 } } });
    expect(check(problem, plan).faults).toEqual([]);
  });

  test('so it gets more than the day before, and more than by a plan that does not count it', async () => {
    plain = await make(two, { fair: false });
    const { problem, settings } = await contentOf(plain);
    expect(hillIn(problem)?.weight).toBe(1);
    expect(settings).toMatchObject({
      fair: false,
      starts: { [hill]: { owed: 16.3, factor: 1, weighed: false } },
    });
    const [more, less] = [
      await pointOf(officer, two, hill, fair.id),
      await pointOf(officer, two, hill, plain.id),
    ];
    expect(more?.perPerson).toBeGreaterThan(less?.perPerson ?? 0);
    expect(more?.perPerson).toBeGreaterThan(3.7);
  });

  test('published, both days stand in the fortnight, however often the day is planned again', async () => {
    await publish(fair);
    const first = villageIn(await sheetFor(officer), '甲二村');
    expect(first).toMatchObject({ known: 2 });
    expect(first?.days.at(-2)).toMatchObject({ perPerson: 3.7, basis: 'proven' });
    expect(first?.days.at(-1)).toMatchObject({
      perPerson: (await pointOf(officer, two, hill))?.perPerson,
      basis: 'promised',
    });
    const again = await make(two);
    await publish(again, fair.id);
    expect(villageIn(await sheetFor(officer), '甲二村')?.known).toBe(2);
  });

  test('days whose plan was published before this was kept are taken over from their plans', async () => {
    const before = await sheetFor(officer);
    await sql`delete from water.point_day`.execute(server.database.owner);
    expect((await sheetFor(officer)).total.known).toBe(0);
    await takeOver(server.database.owner);
    expect(await sheetFor(officer)).toEqual(before);
  });
});

describe('a tank that somebody has read', () => {
  const reading = randomUUID();
  const measure = (by: Call, point: string, litres: number, id = randomUUID()) =>
    by(measureTank, { params: { point, reading: id }, body: { response, litres } });
  const levelTomorrow = async () => (await pointOf(officer, '2022-11-12', hill))?.start?.tank;

  test('counts from then on, sent twice once', async () => {
    await advance('2022-11-12T05:30:00+08:00');
    expect(await levelTomorrow()).toMatchObject({ basis: 'carried' });
    const said = { litres: 700, at: '2022-11-11T21:30:00.000Z' };
    expect(await measure(officer, hill, 700, reading)).toEqual(said);
    expect(await measure(officer, hill, 700, reading)).toEqual(said);
    expect(await levelTomorrow()).toEqual({ level: 700, basis: 'measured', at: said.at });
    await expect(measure(officer, hill, 800, reading)).rejects.toMatchObject({
      body: { code: 'changed-meanwhile' },
    });
  });

  test('cannot hold more than it does, and must be there', async () => {
    await expect(measure(officer, hill, 9001)).rejects.toMatchObject({
      status: 422,
      body: { code: 'more-than-it-holds' },
    });
    await expect(measure(cadre, near, 10)).rejects.toMatchObject({
      body: { code: 'no-village-tank' },
    });
  });

  test('is read by its own village, and by nobody from elsewhere', async () => {
    for (const by of [cadre, stranger]) {
      await expect(measure(by, hill, 10)).rejects.toMatchObject({ status: 404 });
    }
  });

  test('a level registered anew counts as read, one that is sent along again does not', async () => {
    await advance('2022-11-12T05:45:00+08:00');
    const put = (level: number, name = '坡上') =>
      officer(water.putPoint, {
        params: { point: hill },
        body: { ...hillBody, name, tank: { litres: 9000, level } },
      });
    await put(3000, '坡上新名');
    expect(await levelTomorrow()).toMatchObject({ level: 700 });
    await put(1200);
    expect(await levelTomorrow()).toMatchObject({ level: 1200, basis: 'measured' });
  });
});

describe('who sees the fortnight', () => {
  test('a cadre sees the own village only, and totals of it', async () => {
    const sheet = await sheetFor(cadre);
    expect(sheet.villages.map(({ name }) => name)).toEqual(['甲一村']);
    expect(sheet.total.mean).toBe(sheet.villages[0]?.mean);
    expect(sheet.villages).toEqual((await sheetFor(officer)).villages.slice(1));
  });

  test('an officer of another town sees none of it', async () => {
    await expect(sheetFor(stranger)).rejects.toMatchObject({
      status: 404,
      body: { code: 'no-water-desk' },
    });
  });
});
