import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { solve } from '@liangbuwu/siting/solve.ts';
import { publishPlan } from '@liangbuwu/water/contract.ts';
import { putCost } from '@liangbuwu/water/exit.contract.ts';
import { points, sites } from '@liangbuwu/water/registers.contract.ts';
import {
  getSiting,
  listSitings,
  makeSiting,
  stopSiting,
} from '@liangbuwu/water/stations/siting.contract.ts';
import type { Siting } from '@liangbuwu/water/stations/siting.ts';
import { workOffSitings } from '@liangbuwu/water/stations/solve-siting.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  makeSmallPlan,
  openDrought,
  putSmallDay,
  putTestFloors,
  type SmallDay,
} from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

/** As each test wants it: by default the real one. */
let search: typeof solve = solve;

let server: TestServer;
let town: Call;
let otherTown: Call;
let day: Awaited<ReturnType<typeof putSmallDay>>;
let of: Omit<SmallDay, 'day'>;
beforeAll(async () => {
  server = await testServer({ solve: true });
  const log = (line: string) => process.stderr.write(`${line}\n`);
  await workOffSitings({ db: server.database.app, queue: server.queue, log }, (problem, options) =>
    search(problem, options),
  );
  const county = await server.as('county-officer', 'county');
  town = await server.as('town-officer');
  otherTown = await server.as('town-officer', 'otherTown');
  await putTestFloors(county);
  const response = await openDrought(county, [server.areas.county]);
  day = await putSmallDay(town, { response, ...server.areas });
  of = { response, area: server.areas.town };
});
afterAll(() => server.close());

const refused = (code: string) => ({ body: { code } });
const candidate = () => ({
  area: server.areas.village,
  desk: server.areas.town,
  name: '一组后山井',
  kind: 'well' as const,
  // 0.001 degrees of longitude are 99 m here.
  lon: 113.031 as number | null,
  lat: 27.5 as number | null,
  provenance: 'schematic' as 'schematic' | null,
  place: null as string | null,
  yieldLitres: 6000,
  building: 40_000,
  running: 400,
  state: 'idea' as 'idea' | 'existing' | 'ruled-out',
  figuresFrom: '测试',
});
const put = async (more: Partial<ReturnType<typeof candidate>> & { reason?: string } = {}) => {
  const row = randomUUID();
  return (await town(sites.put, { params: { row }, body: { ...candidate(), ...more } })).row;
};
const ask = async (more: Record<string, number> = {}) => {
  const siting = randomUUID();
  return town(makeSiting, { params: { siting }, body: { ...of, ...more } });
};
const solved = async (siting: string): Promise<Siting> => {
  for (;;) {
    const found = await town(getSiting, { params: { siting } });
    if (found.state === 'solved' || found.state === 'failed') return found;
    await wait(50);
  }
};

test('without a candidate there is nothing to solve', async () => {
  await expect(ask()).rejects.toMatchObject(refused('no-candidates'));
  const out = await put({ state: 'ruled-out', reason: '水质不合格' });
  await expect(ask()).rejects.toMatchObject(refused('no-candidates'));
  await town(sites.remove, { params: { row: out.id }, body: { version: 1 } });
});

test('a site needs a position, one only, and a reason where it is ruled out', async () => {
  const faulty = { body: { code: 'malformed' } };
  await expect(put({ lon: null, lat: null, provenance: null })).rejects.toMatchObject(faulty);
  await expect(put({ place: day.place.near })).rejects.toMatchObject(faulty);
  await expect(put({ state: 'ruled-out' })).rejects.toMatchObject(faulty);
});

test('a small case is proven optimal: people first, then money; who is left is told with why', async () => {
  // 900 and 700 people need 20 L each; 6,000 L serve 300, and the dearer twin is not built.
  const cheap = await put();
  const dear = await put({ name: '一组贵井', building: 90_000 });
  const farPlace = await put({
    name: '二组井',
    place: day.place.far,
    lon: null,
    lat: null,
    provenance: null,
    yieldLitres: 20_000,
    building: 70_000,
  });
  const head = await ask({ most: 3 });
  expect(head).toMatchObject({ state: 'queued', by: expect.any(String), day: '2022-11-10' });
  const { state, basis, result } = await solved(head.id);
  expect(state).toBe('solved');
  expect(basis).toMatchObject({
    litresPerPerson: 20,
    detour: 1.3,
    trucking: null,
    missing: ['kilometre', 'driverHour', 'sourceCubicMetre'],
    supplied: 0,
  });
  expect(result).toMatchObject({ people: 1600, inReach: 1600, servedNow: 0, stopped: false });
  const [now, ...levels] = result?.levels ?? [];
  expect(now).toMatchObject({ most: 0, people: 0, stations: [] });
  expect(levels.map(({ people, gain, bound }) => [people, gain, bound])).toEqual([
    [700, 700, 700],
    [1000, 300, 1000],
    [1300, 300, 1300],
  ]);
  for (const { proven } of levels)
    expect(proven).toEqual({ people: true, cost: true, walking: true });
  expect(levels.map(({ stations }) => new Set(stations.map(({ site }) => site)))).toEqual([
    new Set([farPlace.id]),
    new Set([cheap.id, farPlace.id]),
    new Set([cheap.id, dear.id, farPlace.id]),
  ]);
  expect(levels[1]).toMatchObject({
    building: 110_000,
    // 1,000 people × 20 L × 30 days.
    saved: { cubicMetres: 600, byTanker: null, payback: null },
    unserved: [{ group: day.point.near, people: 600, because: 'yield' }],
  });
});

test('what people still need leaves out their own water; what exists counts once', async () => {
  const [near] = (await town(points.list, { query: { q: '一组' } })).rows;
  if (!near) throw new Error('no point');
  const { id, version, ...fields } = near;
  const saved = await town(points.put, {
    params: { row: id },
    body: { ...fields, have: 18_000, version },
  });
  const { basis } = await solved((await ask()).id);
  expect(basis.supplied).toBe(900);
  expect(basis.groups.map(({ id: group }) => group)).toEqual([day.point.far]);
  await town(points.put, {
    params: { row: id },
    body: { ...fields, version: saved.row.version },
  });
});

test('money saved and payback come from the published days and the registered figures', async () => {
  const plan = await makeSmallPlan(town, { ...of, day: '2022-11-10' });
  await town(publishPlan, { params: { plan: plan.id }, body: { replaces: null } });
  for (const figure of ['kilometre', 'driverHour', 'sourceCubicMetre'] as const) {
    await town(putCost, {
      params: { area: of.area, figure },
      body: { response: of.response, value: 5, source: '测试', version: 0 },
    });
  }
  const { basis, result } = await solved((await ask({ most: 1 })).id);
  expect(basis).toMatchObject({ missing: [], days: 1 });
  const trucking = basis.trucking ?? 0;
  expect(trucking).toBeGreaterThan(5);
  const level = result?.levels[1];
  const byTanker = (level?.saved.cubicMetres ?? 0) * trucking;
  expect(level?.saved.byTanker).toBeCloseTo(byTanker, 1);
  expect(level?.saved.payback).toBeCloseTo(70_000 / (byTanker - 400), 3);
});

test('asked twice under one id it is one; it is listed, and another town sees nothing of it', async () => {
  const siting = randomUUID();
  const body = { ...of, most: 1 };
  const first = await town(makeSiting, { params: { siting }, body });
  expect((await town(makeSiting, { params: { siting }, body })).made).toBe(first.made);
  await solved(siting);
  const { sitings } = await town(listSitings, { query: of });
  expect(sitings.filter(({ id }) => id === siting)).toHaveLength(1);
  // The latest first, though the response's clock stands still.
  expect(sitings[0]?.id).toBe(siting);
  expect(sitings.map(({ number }) => number)).toEqual(sitings.map((_, at) => sitings.length - at));
  await expect(otherTown(getSiting, { params: { siting } })).rejects.toMatchObject(
    refused('not-found'),
  );
  await expect(otherTown(stopSiting, { params: { siting } })).rejects.toMatchObject(
    refused('not-found'),
  );
  await expect(otherTown(listSitings, { query: of })).rejects.toMatchObject(
    refused('no-water-desk'),
  );
});

test('one that is being solved is stopped, and what was found so far stays with its bound', async () => {
  search = async (problem, options) => {
    await new Promise((told) => options?.signal?.addEventListener('abort', told, { once: true }));
    return solve(problem, options);
  };
  const { id } = await ask({ most: 1 });
  for (;;) {
    const { state } = await town(getSiting, { params: { siting: id } });
    if (state === 'solving') break;
    await wait(50);
  }
  expect(await town(stopSiting, { params: { siting: id } })).toMatchObject({ stop: true });
  const { state, result } = await solved(id);
  expect([state, result?.stopped]).toEqual(['solved', true]);
  for (const { people, bound } of result?.levels ?? []) expect(people).toBeLessThanOrEqual(bound);
  search = solve;
});

test('stopping one that is done changes nothing', async () => {
  const { id } = await ask({ most: 1 });
  await solved(id);
  expect(await town(stopSiting, { params: { siting: id } })).toMatchObject({
    state: 'solved',
    stop: false,
  });
});
