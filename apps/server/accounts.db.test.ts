import { randomUUID } from 'node:crypto';
import { type Commitment, listNeeds, resolve } from '@liangbuwu/office/commitments/contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { openSheets } from '@liangbuwu/office/tables/excel/open-sheets.ts';
import { getAccounts } from '@liangbuwu/water/accounts/accounts.contract.ts';
import { getBoard } from '@liangbuwu/water/board/board.contract.ts';
import * as water from '@liangbuwu/water/contract.ts';
import type { FigureName } from '@liangbuwu/water/cost-figures.ts';
import { putCost } from '@liangbuwu/water/exit.contract.ts';
import { recordAsDriver, recordAsKeeper } from '@liangbuwu/water/recording/entry.contract.ts';
import type { DriverEntry, KeeperEntry } from '@liangbuwu/water/recording/entry.ts';
import * as registers from '@liangbuwu/water/registers.contract.ts';
import * as upward from '@liangbuwu/water/upward/upward.contract.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  day,
  makeSmallPlan,
  openDrought,
  putSmallDay,
  putTestFloors,
  type SmallDay,
} from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

type Promised = Commitment & { point: string };

let server: TestServer;
let officer: Call;
let county: Call;
let driver: Call;
let cadre: Call;
let leader: Call;
let response: string;
let of: SmallDay;
let ids: Awaited<ReturnType<typeof putSmallDay>>;
let promises: Promised[];

const clock = (time: string) => `${day}T${time}:00+08:00`;
const tankerOf = ({ giver }: Commitment) => giver.replace('tanker:', '');
const drive = (entry: object) =>
  driver(recordAsDriver, {
    params: { entry: randomUUID() },
    body: { response, ...entry } as DriverEntry,
  });
const keep = (entry: object) =>
  cadre(recordAsKeeper, {
    params: { entry: randomUUID() },
    body: { response, ...entry } as KeeperEntry,
  });
const listPromises = async () => {
  const { needs } = await officer(listNeeds, { query: { response, desk: 'water', day } });
  return needs.flatMap(({ subject, promises: made }) =>
    made.map((one): Promised => ({ ...one, point: subject.slice('point:'.length) })),
  );
};
const fill = (tanker: string, litres: number, time: string, more: object = {}) =>
  drive({
    kind: 'filled',
    tanker,
    source: ids.source.works,
    amount: { litres },
    at: clock(time),
    ...more,
  });
const empty = (promise: Promised, litres: number, more: object = {}) =>
  drive({
    kind: 'emptied',
    tanker: tankerOf(promise),
    point: promise.point,
    promise: promise.id,
    amount: { litres },
    at: promise.dueTo,
    ...more,
  });
const receive = (promise: Promised, litres: number) =>
  keep({
    kind: 'received',
    point: promise.point,
    promise: promise.id,
    amount: { litres },
    at: promise.dueTo,
  });
const accounts = (by = officer, from = day, to = day) =>
  by(getAccounts, { query: { response, area: of.area, from, to } });
const evening = (by = officer) => by(upward.getEvening, { query: { response, day } });
const textOf = ({ content }: { content: string }) => Buffer.from(content, 'base64').toString();
const put = (figure: FigureName, value: number | null, more: object = {}) =>
  officer(putCost, {
    params: { area: of.area, figure },
    body: { response, value, source: '试验', version: 0, ...more },
  });

beforeAll(async () => {
  server = await testServer({ solve: true });
  const { areas } = server;
  county = await server.as('county-officer', 'county');
  officer = await server.as('town-officer');
  driver = await server.as('driver');
  cadre = await server.as('village-cadre', 'village');
  leader = await server.as('leader', 'county');
  response = await openDrought(county, [areas.county]);
  await putTestFloors(county);
  ids = await putSmallDay(officer, { response, ...areas });
  of = ids.of;
  await officer(water.putDesk, {
    params: { area: of.area },
    body: {
      response,
      from: 25200,
      to: 86400,
      rest: { every: 14400, seconds: 1200 },
      lossPercent: 10,
    },
  });
  const plan = await makeSmallPlan(officer, of);
  await officer(water.publishPlan, { params: { plan: plan.id }, body: { replaces: null } });
  await officer(advanceClock, { params: { response }, body: { to: clock('20:00') } });
  promises = await listPromises();
});
afterAll(() => server.close());

describe('before anybody has recorded anything', () => {
  test('the ledger holds promises only, and names the figures that are missing', async () => {
    const { ledger, cost, supplies, chlorine } = await accounts();
    const promised = promises.reduce((sum, { quantity }) => sum + quantity, 0);
    expect(promised).toBeGreaterThan(0);
    expect(ledger.totals).toMatchObject({ filled: 0, came: 0, verified: 0, promised });
    expect(ledger.tankers).toEqual([]);
    expect(cost).toMatchObject({
      cost: null,
      perVerified: null,
      missing: ['kilometre', 'driverHour', 'sourceCubicMetre'],
    });
    expect(supplies.every(({ short }) => short === null)).toBe(true);
    expect(chlorine.missing).toHaveLength(3);
  });
});

describe('a day as it was carried out', () => {
  beforeAll(async () => {
    const [first, second, third] = promises;
    if (!first || !second || !third) throw new Error('the plan promises too little');
    // Both agree; they differ by 800 L and somebody decides; only the driver speaks.
    await fill(tankerOf(first), 5000, '07:10', { doseGrams: 12, chlorine: 0.5 });
    await empty(first, first.quantity, { chlorine: 0.5 });
    await receive(first, first.quantity);
    await fill(tankerOf(second), 5000, '07:20', { doseGrams: 8 });
    await empty(second, second.quantity, { chlorine: 0.1 });
    await receive(second, second.quantity - 800);
    const disputed = (await listPromises()).find(({ id }) => id === second.id);
    await officer(resolve, {
      params: { promise: second.id, resolution: randomUUID() },
      body: {
        quantity: second.quantity - 800,
        reason: '以水池水位差为准',
        heard: disputed?.proofs.map(({ id }) => id) ?? [],
      },
    });
    await empty(third, third.quantity - 100);
    promises = await listPromises();
  });

  test('balances litre by litre; 800 L that only the driver says stand apart', async () => {
    const { ledger } = await accounts();
    const { totals, sources, tankers, deliveries } = ledger;
    expect(sources).toMatchObject([{ source: ids.source.works, fills: 2, filled: 10_000 }]);
    expect(totals.filled - totals.said - totals.open + totals.unknown).toBe(totals.came);
    expect(totals.came + totals.promised - totals.spilled - totals.stays).toBe(totals.reached);
    expect(totals.said).toBe(800);
    expect(tankers.reduce((sum, { said }) => sum + said, 0)).toBe(800);
    const known = (of: string) => deliveries.filter((one) => one.known === of);
    expect(known('resolved')).toMatchObject([
      { giver: promises[1]?.quantity, litres: (promises[1]?.quantity ?? 0) - 800 },
    ]);
    expect(known('both')).toHaveLength(1);
    expect(known('one-side')).toHaveLength(1);
    expect(totals.verified).toBe(
      [...known('both'), ...known('resolved')].reduce((sum, { litres }) => sum + litres, 0),
    );
  });

  test('gap sheet, board, accounts and evening report say the same litres', async () => {
    const { ledger } = await accounts();
    const { sheet } = await officer(water.getGap, { query: of });
    const board = await officer(getBoard, { query: of });
    const { desks, total } = await evening();
    const [desk] = desks;
    expect(ledger.totals.came + ledger.totals.promised).toBe(sheet.total.delivered);
    expect(ledger.totals.reached).toBe(sheet.total.expected);
    expect(ledger.totals).toMatchObject({
      came: board.totals.came,
      verified: board.totals.verified,
    });
    expect(desk?.figures).toMatchObject({
      came: ledger.totals.came,
      verified: ledger.totals.verified,
      promised: ledger.totals.promised,
      cameEver: ledger.totals.came,
      trips: 2,
      deliveries: 3,
    });
    expect(total).toEqual(desk?.figures);
    for (const { id, delivered } of sheet.villages.flatMap(({ points }) => points)) {
      const row = ledger.points.find(({ point }) => point === id);
      expect((row?.came ?? 0) + (row?.promised ?? 0)).toBe(delivered);
    }
    expect(desk?.indicators.find(({ id }) => id === 'litres')?.value).toBe(sheet.total.perPerson);
  });

  test('the evening report counts people in difficulty and the samples that were right', async () => {
    const { desks } = await evening();
    expect(desks).toHaveLength(1);
    expect(desks[0]).toMatchObject({
      plan: 1,
      figures: { peopleNow: 1600, peopleEver: 1600, villages: 1, livestockNow: 0 },
    });
    expect(desks[0]?.figures.kilometres).toBeGreaterThan(0);
    const indicator = (of: string) => desks[0]?.indicators.find(({ id }) => id === of);
    // 0.5 at the source, 0.5 and 0.1 at points.
    expect(indicator('chlorine')).toMatchObject({ value: 2 / 3, of: 3 });
    expect(indicator('tap')?.value).toBe(Math.round((1600 / 6) * 10) / 10);
    expect(indicator('queue')?.value).toBeNull();
  });

  test('the Excel file holds the same figures', async () => {
    const file = await officer(upward.getEveningSheet, { query: { response, day } });
    expect(file.name).toBe(`送水晚报 ${day}.xlsx`);
    const { names, rows } = await openSheets(Buffer.from(file.content, 'base64'));
    expect(names).toHaveLength(1);
    const lines = new Map<unknown, unknown>();
    for await (const { cells } of rows(names[0] ?? '')) lines.set(cells[0], cells[1]);
    const { total } = await evening();
    expect(Number(lines.get('当日送水量'))).toBeCloseTo(total.came / 1000, 6);
    expect(Number(lines.get('当前因旱饮水困难人口'))).toBe(1600);
    expect(lines.has('投入抗旱资金')).toBe(true);
  });

  test('is seen by who may: not by drivers, villages, or another town', async () => {
    expect((await accounts(leader)).ledger.totals.came).toBeGreaterThan(0);
    expect((await evening(county)).desks).toHaveLength(1);
    for (const by of [driver, cadre]) {
      await expect(accounts(by)).rejects.toMatchObject({ status: 403 });
      await expect(evening(by)).rejects.toMatchObject({ status: 403 });
    }
    const other = await server.as('town-officer', 'otherTown');
    await expect(accounts(other)).rejects.toMatchObject({ body: { code: 'no-water-desk' } });
    await expect(evening(other)).rejects.toMatchObject({ body: { code: 'no-water-desk' } });
  });

  test('spans 31 days at most, in order', async () => {
    await expect(accounts(officer, '2022-10-10', day)).rejects.toMatchObject({ status: 400 });
    await expect(accounts(officer, '2022-11-11', day)).rejects.toMatchObject({ status: 400 });
    const { days, ledger } = await accounts(officer, '2022-10-11', day);
    expect(days).toEqual([day]);
    expect(ledger.totals).toEqual((await accounts()).ledger.totals);
  });
});

describe('figures that are registered', () => {
  test('a stock needs the day of its count, a strength is a share', async () => {
    await expect(put('fuelLeft', 500)).rejects.toMatchObject({ body: { code: 'counted-when' } });
    await expect(put('chlorineStrength', 0)).rejects.toMatchObject({
      body: { code: 'must-be-above-zero' },
    });
    await expect(put('chlorineStrength', 101)).rejects.toMatchObject({
      body: { code: 'no-share-above-all' },
    });
  });

  test('give the dose, the cost of a proven m³, and the day on which each supply ends', async () => {
    await put('kilometre', 4);
    await put('driverHour', 30);
    await put('sourceCubicMetre', 2.5);
    await put('chlorineStrength', 65);
    await put('chlorineTarget', 1);
    await put('tankDisinfection', 5);
    await put('moneyLeft', 50_000, { on: day });
    await put('chlorineLeft', 0.05, { on: day });
    const saved = await put('fuelLeft', 500, { on: day });
    expect(saved).toMatchObject({ version: 1, on: day });
    const { chlorine, cost, supplies, ledger } = await accounts();
    // 5 m³ × 5 mg/L ÷ 0.65 = 38.5 g; 12 g × 0.65 ÷ 5 m³ = 1.56 mg/L
    expect(chlorine.rows).toMatchObject([
      { dose: 12, target: 7.7, disinfection: 38.5, strength: 1.56 },
      { dose: 8 },
    ]);
    expect(cost.cost?.sum).toBeGreaterThan(0);
    expect(cost.perVerified).toBeCloseTo(
      (cost.cost?.sum ?? 0) / (ledger.totals.verified / 1000),
      2,
    );
    const supply = (of: string) => supplies.find(({ kind }) => kind === of);
    // 20 g in 10 m³ are 2 g a m³.
    expect(supply('chlorine')).toMatchObject({ basis: 'recorded', of: { each: 2 } });
    const { use, last } = supply('chlorine') ?? {};
    expect(last).toBeCloseTo(0.05 / (use ?? 0), 1);
    expect(supply('money')?.short).not.toBeNull();
    expect(supply('fuel')).toMatchObject({ short: null, missing: ['fuelPerHundredKilometres'] });
    // The same figure again is no new version.
    expect(await put('fuelLeft', 500, { on: day })).toMatchObject({ version: 1 });
    expect(await put('fuelLeft', 500, { on: '2022-11-09', version: 1 })).toMatchObject({
      version: 2,
      on: '2022-11-09',
    });
  });
});

describe('open data', () => {
  test('points go out with their provenance, the drawn ones marked, and without people', async () => {
    const file = await officer(upward.getOpenPoints, { query: { ...of, format: 'geojson' } });
    expect(file.type).toBe('application/geo+json');
    const { features } = JSON.parse(textOf(file));
    expect(features).toHaveLength(2);
    const { ledger } = await accounts();
    const near = features.find(({ id }: { id: string }) => id === ids.point.near);
    expect(near).toMatchObject({
      geometry: { type: 'Point', coordinates: [113.03, 27.5] },
      properties: { name: '一组', heads: 900, provenance: 'schematic', schematic: true },
    });
    expect(near.properties.litresCame).toBe(
      ledger.points.find(({ point }) => point === ids.point.near)?.came,
    );
    const text = textOf(await officer(upward.getOpenPoints, { query: { ...of, format: 'csv' } }));
    expect(text.split('\r\n')).toHaveLength(4);
    for (const told of [text, textOf(file)]) expect(told).not.toMatch(/司机|town-officer/);
  });

  test('a driver takes the own tanker’s day as a calendar; another town finds none', async () => {
    const query = { response, tanker: ids.tanker.one, day };
    const { type, content } = await driver(upward.getCalendar, { query });
    expect(type).toMatch(/^text\/calendar/);
    const text = textOf({ content });
    const stops = promises.filter(
      (promise) => promise.planned && tankerOf(promise) === ids.tanker.one,
    );
    expect(text.match(/SUMMARY:送水/g)).toHaveLength(stops.length);
    expect(text).not.toContain('GEO:');
    await expect(
      driver(upward.getCalendar, { query: { ...query, response: randomUUID() } }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(
      (await server.as('driver', 'otherTown'))(upward.getCalendar, { query }),
    ).rejects.toMatchObject({ status: 404 });
  });
});

test('a day that is over stays as it was, whatever becomes of its points in the register', async () => {
  const before = (await accounts()).ledger.totals;
  const indicators = async () => (await evening()).desks[0]?.indicators;
  const gap = async () => (await officer(water.getGap, { query: of })).sheet.villages;
  const open = async () => {
    const file = await officer(upward.getOpenPoints, { query: { ...of, format: 'geojson' } });
    const { features } = JSON.parse(textOf(file));
    return features.find(({ id }: { id: string }) => id === ids.point.near).properties;
  };
  const told = { indicators: await indicators(), gap: await gap(), open: await open() };
  expect(told.indicators?.find(({ id }) => id === 'tap')).toMatchObject({ of: 1600 });
  await officer(advanceClock, { params: { response }, body: { to: '2022-11-11T06:00:00+08:00' } });
  const { rows } = await officer(registers.points.list, { query: {} });
  const row = rows.find(({ id }) => id === ids.point.far);
  await officer(registers.points.remove, {
    params: { row: ids.point.far },
    body: { version: row?.version ?? 1 },
  });
  await sql`update water.point set people = 5000, taps = 1, have_litres = 90000, kind = 'school'
    where id = ${ids.point.near}`.execute(server.database.owner);
  expect({ indicators: await indicators(), gap: await gap(), open: await open() }).toEqual(told);
  const { ledger } = await accounts();
  expect(ledger.totals).toEqual(before);
  const { totals } = ledger;
  expect(totals.came + totals.promised - totals.spilled - totals.stays).toBe(totals.reached);
  const { total } = await evening();
  expect(total).toMatchObject({ came: before.came, peopleNow: 1600, peopleEver: 1600 });
});
