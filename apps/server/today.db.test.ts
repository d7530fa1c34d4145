import { randomUUID } from 'node:crypto';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import * as water from '@liangbuwu/water/contract.ts';
import { type CostName, costNames } from '@liangbuwu/water/cost-figures.ts';
import { getExit, putCost } from '@liangbuwu/water/exit.contract.ts';
import { measureTank } from '@liangbuwu/water/fortnight.contract.ts';
import { points, sources, tankers } from '@liangbuwu/water/registers.contract.ts';
import { getRunway } from '@liangbuwu/water/runway.contract.ts';
import { getSince } from '@liangbuwu/water/since.contract.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  makeSmallPlan,
  openDrought,
  pointBody,
  putSmallDay,
  putTestFloors,
  type SmallDay,
} from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

const one = '2022-11-10';
const two = '2022-11-11';

let server: TestServer;
let officer: Call;
let cadre: Call;
let stranger: Call;
let leader: Call;
let response: string;
let area: string;
let small: Awaited<ReturnType<typeof putSmallDay>>;
let plans: string[] = [];

const of = (day: string): SmallDay => ({ response, area, day });
const since = (by: Call, day: string, limit = 50) => by(getSince, { query: { ...of(day), limit } });
const runway = (by: Call, day: string) => by(getRunway, { query: of(day) });
const exit = (by: Call, day: string) => by(getExit, { query: of(day) });
const advance = (to: string) => officer(advanceClock, { params: { response }, body: { to } });

async function publish(day: string) {
  const plan = await makeSmallPlan(officer, of(day));
  await officer(water.publishPlan, { params: { plan: plan.id }, body: { replaces: null } });
  plans = [...plans, plan.id];
}

const registers = { points, sources, tankers };
/** A row of a register, with some fields as they are to be. */
async function edit(table: keyof typeof registers, row: string, to: object) {
  const found = await officer(registers[table].get, { params: { row } });
  const { id: _, version: __, ...rest } = found.row as Record<string, unknown>;
  const { state: ___, reason: ____, since: _____, ...body } = rest;
  await officer(registers[table].put, { params: { row }, body: { ...body, ...to } as never });
}
const turnWorks = (state: 'open' | 'closed', reason = '') =>
  officer(water.setSourceState, {
    params: { source: small.source.works },
    body: { response, state, reason },
  });

/** What a plan drives, works, takes and delivers, as its timetable has it. */
async function workOf(plan: string) {
  const { tankers } = await officer(water.getSchedule, { params: { plan } });
  const stretches = tankers.flatMap((tanker) => tanker.stretches);
  const litres = (kind: string) =>
    stretches.filter((one) => one.kind === kind).reduce((sum, one) => sum + (one.litres ?? 0), 0);
  return {
    metres: tankers.reduce((sum, tanker) => sum + tanker.metres, 0),
    seconds: tankers.reduce(
      (sum, { stretches: own }) => sum + (own.at(-1)?.to ?? 0) - (own[0]?.from ?? 0),
      0,
    ),
    filled: litres('fill'),
    delivered: litres('deliver'),
    fills: tankers.flatMap(({ tanker, stretches: own }) =>
      own.flatMap(({ kind, at, litres: taken }) =>
        kind === 'fill' ? [{ tanker, source: at, litres: taken ?? 0 }] : [],
      ),
    ),
  };
}

beforeAll(async () => {
  server = await testServer({ solve: true });
  const { areas } = server;
  const county = await server.as('county-officer', 'county');
  officer = await server.as('town-officer');
  cadre = await server.as('village-cadre', 'village');
  stranger = await server.as('town-officer', 'otherTown');
  leader = await server.as('leader', 'county');
  response = await openDrought(county, [areas.county]);
  await putTestFloors(county);
  small = await putSmallDay(officer, { response, ...areas });
  area = small.of.area;
  await edit('points', small.point.near, { tankLitres: 9000, tankLevel: 3000 });
  await edit('tankers', small.tanker.one, { clearedUntil: '2022-11-13' });
  await edit('sources', small.source.well, {
    kind: 'deep-well',
    consentUntil: '2022-11-15',
    testedOn: one,
    testResult: 'passed',
    testAgainBy: '2022-11-12',
  });
});
afterAll(() => server.close());

describe('before anything is published', () => {
  test('there is nothing to compare with, and that is said', async () => {
    expect(await since(officer, one)).toEqual({
      before: null,
      published: false,
      lines: [],
      total: 0,
    });
  });

  test('the runway knows the registers only', async () => {
    const { fetched, ends, sources, tanks, unregistered } = await runway(officer, one);
    expect(fetched).toBeNull();
    expect(ends.map(({ kind, from, litres }) => [kind, from, litres])).toEqual([
      ['test', '2022-11-13', null],
      ['clearance', '2022-11-14', null],
      ['consent', '2022-11-16', null],
    ]);
    expect(sources.find(({ id }) => id === small.source.well)).toMatchObject({
      consentLeft: 5,
      testLeft: 2,
      litresPerDay: 5000,
      used: null,
    });
    // 900 people draw 18,000 litres from 07:00 to 24:00: 3,000 last 2 h 50 min.
    expect(tanks).toEqual([
      {
        point: small.point.near,
        name: '一组',
        village: '甲一村',
        level: 3000,
        at: 25_200,
        basis: 'measured',
        need: 18_000,
        dry: { day: one, second: 35_400 },
        next: null,
      },
    ]);
    expect(unregistered.map(({ kind, rows }) => [kind, rows.map(({ name }) => name)])).toEqual([
      ['test', ['水厂']],
      ['clearance', ['二号']],
    ]);
  });

  test('the exit names what is missing', async () => {
    const { figures, trucked, exit: sums } = await exit(officer, one);
    expect(figures.map(({ value, version }) => [value, version])).toEqual(
      costNames.map(() => [null, 0]),
    );
    expect(trucked).toBeNull();
    expect(sums).toEqual({ missing: [...costNames], trucking: null, station: null, payback: null });
  });
});

describe('the first published day', () => {
  beforeAll(() => publish(one));

  test('what ends takes with it what the plan fetches by it, together once', async () => {
    const { fills, filled } = await workOf(plans[0] ?? '');
    const { fetched, ends, sources } = await runway(officer, one);
    const litres = (by: (fill: (typeof fills)[number]) => boolean) =>
      fills.filter(by).reduce((sum, fill) => sum + fill.litres, 0);
    expect(fetched).toBe(filled);
    const [, clearance, consent] = ends;
    expect(clearance?.litres).toBe(litres(({ tanker }) => tanker === small.tanker.one));
    expect(consent?.litres).toBe(litres(({ source }) => source === small.source.well));
    expect(consent?.together).toBe(
      litres(({ tanker, source }) => tanker === small.tanker.one || source === small.source.well),
    );
    for (const { id, used } of sources) expect(used).toBe(litres(({ source }) => source === id));
  });

  test('a tank lasts from what stands in it now, a reading counts more, and the next tanker is said', async () => {
    const promised = (await runway(officer, one)).tanks[0]?.next;
    expect(promised?.litres).toBeGreaterThan(0);
    await advance('2022-11-10T07:30:00+08:00');
    await officer(measureTank, {
      params: { point: small.point.near, reading: randomUUID() },
      body: { response, litres: 600 },
    });
    const [tank] = (await runway(officer, one)).tanks;
    expect(tank).toMatchObject({
      level: 600,
      at: 27_000,
      basis: 'measured',
      dry: { day: one, second: 27_000 + 2040 },
    });
  });

  test('the trucking is the sum of its timetable', async () => {
    const { metres, seconds, filled, delivered } = await workOf(plans[0] ?? '');
    const tenth = (value: number) => Math.round(value * 10) / 10;
    expect((await exit(officer, one)).trucked).toEqual({
      days: 1,
      from: one,
      to: one,
      kilometres: tenth(metres / 1000),
      hours: tenth(seconds / 3600),
      filled: tenth(filled / 1000),
      delivered: tenth(delivered / 1000),
    });
    expect(delivered).toBeGreaterThan(0);
  });
});

describe('since the day before', () => {
  const added = randomUUID();

  test('turned off and on again is no news', async () => {
    await advance('2022-11-10T20:00:00+08:00');
    await turnWorks('closed', '检修');
    await turnWorks('open');
    expect(await since(officer, two)).toMatchObject({
      before: { day: one },
      published: false,
      lines: [],
      total: 0,
    });
  });

  test('what was turned off, closed, added and removed says why, by whom and when', async () => {
    await advance('2022-11-11T06:00:00+08:00');
    const { areas } = server;
    await turnWorks('closed', '停电');
    await officer(registers.points.put, {
      params: { row: added },
      body: pointBody({
        ...areas,
        place: small.place.far,
        name: '三组',
        people: 100,
      }),
    });
    await edit('points', small.point.far, { wayClosed: true, wayClosedWhy: '塌方' });
    const told = { at: '2022-11-10T22:00:00.000Z', by: 'town-officer town' };
    expect((await since(officer, two)).lines).toEqual([
      {
        kind: 'turned',
        of: 'source',
        id: small.source.works,
        name: '水厂',
        to: 'off',
        reason: '停电',
        ...told,
      },
      { kind: 'way', id: small.point.far, name: '二组', to: 'closed', reason: '塌方', ...told },
      { kind: 'registered', of: 'point', deed: 'added', names: ['三组'], count: 1, ...told },
    ]);
  });

  test('published, the village that fell below the floor stands right after what explains it', async () => {
    await publish(two);
    const { published, lines, total } = await since(officer, two);
    const { sheet } = await officer(water.getGap, { query: of(two) });
    expect({ published, total }).toEqual({ published: true, total: 4 });
    expect(lines.map(({ kind }) => kind)).toEqual(['turned', 'way', 'village', 'registered']);
    expect(lines[2]).toMatchObject({
      kind: 'village',
      name: '甲一村',
      people: 1700,
      after: sheet.villages[0]?.perPerson,
      missed: 'survival',
      reached: null,
    });
    const first = await since(officer, two, 1);
    expect(first).toMatchObject({ lines: [lines[0]], total: 4 });
  });

  test('the day before stays as it was seen', async () => {
    expect(await since(officer, one)).toMatchObject({ before: null, published: true });
  });
});

describe('the cost figures', () => {
  const put = (
    by: Call,
    figure: CostName,
    value: number | null,
    version: number,
    part: { source?: string; invented?: boolean } = {},
  ) =>
    by(putCost, {
      params: { area, figure },
      body: { response, value, source: '合同', version, ...part },
    });
  const refused = (code: string, status: number) => ({ status, body: { code } });

  test('are registered with their source, sent twice once, and stand in the ledger', async () => {
    const saved = await put(officer, 'kilometre', 4.5, 0, { invented: true });
    expect(saved).toEqual({
      figure: 'kilometre',
      value: 4.5,
      source: '合同',
      invented: true,
      on: null,
      version: 1,
      at: '2022-11-10T22:00:00.000Z',
      by: 'town-officer town',
    });
    expect(await put(officer, 'kilometre', 4.5, 0, { invented: true })).toEqual(saved);
    const changed = await put(officer, 'kilometre', 5, 1);
    expect(changed).toMatchObject({ value: 5, version: 2, invented: false });
    const { entries } = await officer(listEntries, { query: { action: 'water.cost-put' } });
    expect(entries.map(({ subject, detail }) => [subject, detail])).toEqual([
      [
        `desk:${area}`,
        { figure: 'kilometre', version: 2, value: [4.5, 5], invented: [true, false] },
      ],
      [
        `desk:${area}`,
        {
          figure: 'kilometre',
          version: 1,
          value: [null, 4.5],
          invented: [false, true],
          source: true,
        },
      ],
    ]);
  });

  test('former versions are kept, and the application cannot alter them', async () => {
    const { rows } = await sql`select version, value::float8 as value from water.cost_figure
      order by version`.execute(server.database.owner);
    expect(rows).toEqual([
      { version: 1, value: 4.5 },
      { version: 2, value: 5 },
    ]);
    await expect(
      sql`update water.cost_figure set value = 1`.execute(server.database.app),
    ).rejects.toThrow(/permission denied/);
  });

  test('who has not seen the last version does not write over it', async () => {
    await expect(put(officer, 'kilometre', 6, 1)).rejects.toMatchObject(
      refused('changed-meanwhile', 409),
    );
  });

  test('need a source, and what is divided by is more than zero', async () => {
    await expect(put(officer, 'driverHour', 30, 0, { source: ' ' })).rejects.toMatchObject(
      refused('source-needed', 422),
    );
    await expect(put(officer, 'stationYears', 0, 0)).rejects.toMatchObject(
      refused('must-be-above-zero', 422),
    );
    expect(await put(officer, 'sourceCubicMetre', 0, 0)).toMatchObject({ value: 0 });
  });

  test('all there, the sums are made; one taken back, they are not', async () => {
    const rest: [CostName, number][] = [
      ['driverHour', 30],
      ['stationBuilding', 60_000],
      ['stationYears', 10],
      ['stationCubicMetre', 2],
      ['stationCubicMetresPerDay', 20],
    ];
    for (const [figure, value] of rest) await put(officer, figure, value, 0);
    const { trucked, exit: sums } = await exit(leader, two);
    expect(trucked).toMatchObject({ days: 2, from: one, to: two });
    if (!trucked || !sums.trucking || !sums.station) throw new Error('no sums were made');
    expect(sums.missing).toEqual([]);
    expect(sums.trucking.day).toBeCloseTo(trucked.kilometres * 5 + trucked.hours * 30, 2);
    expect(sums.trucking.month).toBeCloseTo(sums.trucking.day * 30, 2);
    expect(sums.station.building).toBe(500);
    expect(sums.station.replaces).toBe(Math.min(20, trucked.delivered));
    expect(sums.payback?.kind).toBe('months');
    await put(officer, 'stationYears', null, 1);
    const after = (await exit(officer, two)).exit;
    expect(after).toMatchObject({ missing: ['stationYears'], station: null, payback: null });
    expect(after.trucking).toEqual(sums.trucking);
  });

  test('are entered by who keeps the desk’s registers, for the own desk only', async () => {
    for (const by of [cadre, leader])
      await expect(put(by, 'driverHour', 31, 1)).rejects.toMatchObject(
        refused('not-permitted', 403),
      );
    await expect(put(stranger, 'driverHour', 31, 1)).rejects.toMatchObject(
      refused('no-water-desk', 404),
    );
  });
});

describe('who sees it', () => {
  test.each([
    ['since', since],
    ['runway', runway],
    ['exit', exit],
  ] as const)('%s: whoever reaches the whole desk', async (_, read) => {
    expect(await read(leader, two)).toEqual(await read(officer, two));
    expect(await read(await server.as('driver'), two)).toEqual(await read(officer, two));
    for (const by of [cadre, stranger])
      await expect(read(by, two)).rejects.toMatchObject({
        status: 404,
        body: { code: 'no-water-desk' },
      });
  });
});
