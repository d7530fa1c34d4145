import { randomUUID } from 'node:crypto';
import { listNeeds, recordProof } from '@liangbuwu/office/commitments/contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { getPlan, type PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { check } from '@liangbuwu/trucking/check/check.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import * as water from '@liangbuwu/water/contract.ts';
import { getFortnight } from '@liangbuwu/water/fortnight.contract.ts';
import * as registers from '@liangbuwu/water/registers.contract.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { differences, wrongFloors, wrongSums } from './testing/adds-up.ts';
import {
  day,
  makeSmallPlan,
  openDrought,
  pointBody,
  putSmallDay,
  putTestFloors,
} from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

const lossPercent = 10;
const kinds = {
  clinic: {
    litres: { perHead: [40, 40, 60], source: 'Sphere Handbook 2018' },
    weight: { times: 3, source: '县定' },
  },
  school: { litres: { perHead: [3, 3, 3], source: 'UNHCR 2018' }, weight: null },
  'elderly-home': { litres: null, weight: { times: 2, source: '县定' } },
  livestock: {
    litres: { perHead: [0, 20, 30], source: 'Sphere Handbook 2018' },
    weight: { times: 0.5, source: '县定' },
  },
};

let server: TestServer;
let county: Call;
let town: Call;
let ours: Awaited<ReturnType<typeof putSmallDay>>;
/** By kind. */
const point = {
  clinic: randomUUID(),
  school: randomUUID(),
  'elderly-home': randomUUID(),
  livestock: randomUUID(),
};
const heads = { clinic: 20, school: 120, 'elderly-home': 30, livestock: 50 };

beforeAll(async () => {
  server = await testServer({ solve: true });
  const { areas } = server;
  county = await server.as('county-officer', 'county');
  town = await server.as('town-officer');
  const response = await openDrought(county, [areas.county]);
  await putTestFloors(county);
  ours = await putSmallDay(town, { response, town: areas.town, village: areas.village });
  for (const kind of ['clinic', 'school', 'elderly-home', 'livestock'] as const) {
    const body = pointBody({
      town: areas.town,
      village: areas.village,
      place: kind === 'livestock' ? ours.place.far : ours.place.near,
      name: kind,
      people: heads[kind],
    });
    await town(registers.points.put, {
      params: { row: point[kind] },
      body: { ...body, kind, have: kind === 'clinic' ? 155 : 0 },
    });
  }
});
afterAll(() => server.close());

const sheetOf = async (plan?: PlanHead) =>
  (await county(water.getGap, { query: { ...ours.of, ...(plan && { plan: plan.id }) } })).sheet;
const pointsIn = ({ villages }: Awaited<ReturnType<typeof sheetOf>>) =>
  new Map(villages.flatMap(({ points }) => points).map((one) => [one.id, one]));
async function contentOf({ id }: PlanHead) {
  const { problem, result } = await county(getPlan, { params: { plan: id } });
  return { problem: problem as Problem, plan: result as Plan };
}
const putDesk = (loss: number | undefined) =>
  town(water.putDesk, {
    params: { area: ours.of.area },
    body: {
      response: ours.of.response,
      from: 25_200,
      to: 86_400,
      rest: { every: 14_400, seconds: 1200 },
      ...(loss !== undefined && { lossPercent: loss }),
    },
  });

test('where the floors know no kinds, the floors for everybody hold; animals are no people', async () => {
  const sheet = await sheetOf();
  expect(sheet.floors.kinds).toEqual({});
  expect(sheet.total).toMatchObject({ people: 1600 + 170, animals: 50 });
  expect(pointsIn(sheet).get(point.clinic)).toMatchObject({ kind: 'clinic', need: 20 * 20 - 155 });
  expect(wrongSums(sheet)).toEqual([]);
});

test('a new version of the floors has figures and weights by kind, each with its source', async () => {
  const { floors } = await sheetOf();
  const { version: _, ...body } = { ...floors, kinds };
  expect(
    (await county(water.putFloors, { params: { version: 'with-kinds' }, body })).kinds,
  ).toEqual(kinds);
  expect(await county(water.putFloors, { params: { version: 'with-kinds' }, body })).toMatchObject({
    version: 'with-kinds',
  });
  await expect(
    county(water.putFloors, {
      params: { version: 'with-kinds' },
      body: { ...body, kinds: { school: kinds.school } },
    }),
  ).rejects.toMatchObject({ body: { code: 'changed-meanwhile' } });
  const found = pointsIn(await sheetOf());
  expect(
    new Map(
      (Object.keys(point) as (keyof typeof point)[]).map((kind) => [
        kind,
        found.get(point[kind])?.need,
      ]),
    ),
  ).toEqual(
    new Map([
      ['clinic', 20 * 60 - 155],
      ['school', 360],
      ['elderly-home', 600],
      ['livestock', 1500],
    ]),
  );
});

test('losses are kept with the desk, nothing if nobody says so, half at most', async () => {
  expect(await putDesk(undefined)).toMatchObject({ lossPercent: 0 });
  expect((await putDesk(lossPercent)).lossPercent).toBe(lossPercent);
  expect((await town(water.getDay, { query: ours.of })).desk.lossPercent).toBe(lossPercent);
  for (const wrong of [-1, 51]) await expect(putDesk(wrong)).rejects.toMatchObject({ status: 400 });
});

describe('a day with losses, a clinic, a school, a home and livestock', () => {
  let first: PlanHead;

  test('the problem asks for more, with figures and weight of each kind', async () => {
    first = await makeSmallPlan(town, ours.of);
    const { problem, plan } = await contentOf(first);
    expect(check(problem, plan).faults).toEqual([]);
    const own = new Map(problem.points.map((one) => [one.id, one]));
    const gross = (litres: number) => expect.closeTo(litres / 0.9, 9);
    expect(problem.tiers.map(({ litresPerPerson }) => litresPerPerson)).toEqual(
      [7.5, 15, 20].map(gross),
    );
    expect(own.get(point.clinic)).toMatchObject({
      people: 20,
      have: 172,
      weight: 3,
      litresPerPerson: [40, 40, 60].map(gross),
    });
    expect(own.get(point.livestock)).toMatchObject({
      weight: 0.5,
      litresPerPerson: [0, 20, 30].map(gross),
    });
    expect(own.get(point['elderly-home'])).toMatchObject({ weight: 2 });
    expect(own.get(point['elderly-home'])).not.toHaveProperty('litresPerPerson');
  });

  test('the sheet adds up before and after it is published, each point by its own floors', async () => {
    const draft = await sheetOf(first);
    expect(draft.lossPercent).toBe(lossPercent);
    expect(wrongSums(draft)).toEqual([]);
    expect(wrongFloors(draft)).toEqual([]);
    await town(water.publishPlan, { params: { plan: first.id }, body: { replaces: null } });
    expect(await differences(county, ours.of)).toEqual([]);
    const published = await sheetOf();
    expect(published.villages).toEqual(draft.villages);
    expect(published).toMatchObject({ lossPercent, total: draft.total });
    expect(published.total.delivered).toBeGreaterThan(published.total.expected);
  });

  test('who needs all gets all of it after what is spilled', async () => {
    const sheet = await sheetOf();
    const served = [...pointsIn(sheet).values()].filter(
      ({ short, delivered }) => !short && delivered > 0,
    );
    expect(served.length).toBeGreaterThan(2);
    for (const { need, expected, delivered } of served) {
      expect(Math.abs(expected - need)).toBeLessThanOrEqual(1);
      expect(delivered).toBeGreaterThanOrEqual(Math.floor(need / 0.9));
    }
  });

  test('other losses afterwards change no figure of the plan in force', async () => {
    const before = await sheetOf();
    await putDesk(30);
    expect(await sheetOf()).toEqual(before);
    expect(await sheetOf(first)).toMatchObject({ lossPercent });
    await putDesk(lossPercent);
  });

  test('planned again with less water, people are counted without animals', async () => {
    const { sources } = await town(water.getDay, { query: ours.of });
    for (const { id, version: _, state: __, reason: ___, since: ____, ...body } of sources)
      await town(registers.sources.put, {
        params: { row: id },
        body: { ...body, litresPerDay: 4000 },
      });
    const second = await makeSmallPlan(town, ours.of);
    const { problem, plan } = await contentOf(second);
    const animals = problem.points.find(({ id }) => id === point.livestock);
    const counted = second.score?.tiers.map(({ people }) => people) ?? [];
    const all = plan.score.tiers.map(({ people }) => people);
    expect(counted[0]).toBe(all[0]);
    expect((all[2] ?? 0) - (counted[2] ?? 0)).toBeGreaterThan(0);
    expect((all[2] ?? 0) - (counted[2] ?? 0)).toBeLessThanOrEqual((animals?.people ?? 0) + 0.01);
    const { tiers } = await county(water.comparePlans, {
      query: { before: first.id, after: second.id },
    });
    expect(tiers.map(({ people }) => people.after)).toEqual(counted);
    await town(water.publishPlan, { params: { plan: second.id }, body: { replaces: first.id } });
    expect(await differences(county, ours.of)).toEqual([]);
    expect(wrongFloors(await sheetOf(second))).toEqual([]);
  });

  test('what came is less by what is spilled in the fortnight too; animals are not in its people', async () => {
    const to = '2022-11-11T06:00:00+08:00';
    await county(advanceClock, { params: { response: ours.of.response }, body: { to } });
    const { needs } = await county(listNeeds, {
      query: { response: ours.of.response, desk: 'water', day },
    });
    const herd = needs.find(({ subject }) => subject === `point:${point.livestock}`);
    for (const promise of herd?.promises ?? [])
      await town(recordProof, {
        params: { promise: promise.id, proof: randomUUID() },
        body: { side: 'receiver', quantity: 0, at: promise.dueTo },
      });
    const sheet = await sheetOf();
    const fortnight = await county(getFortnight, { query: ours.of });
    const [village] = fortnight.villages;
    const today = (id: string) =>
      village?.points.find((one) => one.id === id)?.days.at(-1)?.perPerson;
    for (const { id, perPerson } of pointsIn(sheet).values()) {
      if (id !== point.livestock) expect(today(id)).toBe(perPerson);
    }
    expect(today(point.livestock)).toBe(0);
    expect(village?.points.find(({ id }) => id === point.livestock)).toMatchObject({
      kind: 'livestock',
      dry: { days: 0 },
    });
    expect(village?.days.at(-1)?.perPerson).toBe(sheet.villages[0]?.perPerson);
    expect(fortnight.total.days.at(-1)?.peopleDry).toBeLessThanOrEqual(sheet.total.people);
  });

  test('the next day begins with what they went short, by their own floors', async () => {
    const query = { ...ours.of, day: '2022-11-11' };
    const { sheet } = await county(water.getGap, { query });
    const herd = pointsIn(sheet).get(point.livestock)?.start;
    // All of thirty litres: as much as all of twenty in a village.
    expect(herd).toMatchObject({ yesterday: 30, owed: 30, factor: 3 });
  });
});

describe('in Excel', () => {
  const of = registers.sheets.find(({ table }) => table === registers.points.table);
  if (!of) throw new Error('points have no sheets');
  const csv = (...rows: string[]) => Buffer.from(`\ufeff${rows.join('\r\n')}`).toString('base64');

  test('a kind comes in by its word, and a sheet without the column brings villages', async () => {
    for (const [header, value, kind] of [
      [',类别', ',学校', 'school'],
      ['', '', 'village'],
    ] as const) {
      const name = `新点${kind}`;
      const sheet = await town(of.upload, {
        body: {
          sheet: randomUUID(),
          area: server.areas.town,
          name: '点.csv',
          content: csv(
            `供水点,村,人数,自有水,位置,水龙头,卸水流量,准备时间${header}`,
            `${name},甲一村,120,0,一组,1,200,120${value}`,
          ),
        },
      });
      const params = { sheet: sheet.id };
      const fields = sheet.headers.map(({ column, field }) => ({ column, field }));
      let now = await town(of.check, {
        params,
        body: { begin: { fields, sameNamed: 'update' } },
      });
      while (now.state !== 'checked') now = await town(of.check, { params, body: { begin: null } });
      expect(now.counts).toMatchObject({ new: 1, refused: 0 });
      while (now.state !== 'written') now = await town(of.write, { params, body: {} });
      const { rows } = await town(registers.points.list, { query: { q: name } });
      expect(rows).toMatchObject([{ name, kind }]);
    }
  });
});
