import { randomUUID } from 'node:crypto';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import * as water from '@liangbuwu/water/contract.ts';
import { drivers, points, shifts, sources, tankers } from '@liangbuwu/water/registers.contract.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  makeSmallPlan,
  openDrought,
  putSmallDay,
  putTestFloors,
} from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let town: Call;
let otherTown: Call;
let cadre: Call;
let day: Awaited<ReturnType<typeof putSmallDay>>;
beforeAll(async () => {
  server = await testServer({ solve: true });
  county = await server.as('county-officer', 'county');
  town = await server.as('town-officer', 'town');
  otherTown = await server.as('town-officer', 'otherTown');
  cadre = await server.as('village-cadre', 'village');
  await putTestFloors(await server.as('administrator', 'county'));
  const response = await openDrought(county, [server.areas.county]);
  day = await putSmallDay(town, { response, ...server.areas });
});
afterAll(() => server.close());

const refused = (code: string) => ({ body: { code } });
const well = () => ({
  area: server.areas.town,
  place: day.place.well,
  name: '红旗村深井',
  kind: 'deep-well' as const,
  bays: 1,
  litresPerMinute: 45,
  setupSeconds: 240,
  open: [[28_800, 43_200]] as [number, number][],
});
const putWell = async (more: Partial<ReturnType<typeof well>> = {}) => {
  const row = randomUUID();
  return (await town(sources.put, { params: { row }, body: { ...well(), ...more } })).row;
};
const changesOf = async (row: string) => (await town(sources.changes, { params: { row } })).changes;
const readWell = async (row: string) => (await town(sources.get, { params: { row } })).row;

describe('a row', () => {
  test('put twice is put once, and its history and the ledger say so', async () => {
    const row = randomUUID();
    const put = () => town(sources.put, { params: { row }, body: well() });
    const first = await put();
    expect(first).toMatchObject({
      change: 1,
      doubts: [],
      row: { ...well(), state: 'open', version: 1 },
    });
    expect(await put()).toMatchObject({ change: null, row: { version: 1 } });
    expect(await changesOf(row)).toMatchObject([{ number: 1, deed: 'added', undone: null }]);
    const { entries } = await town(listEntries, { query: { subject: `source:${row}` } });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ action: 'water.source-put', detail: { deed: 'added' } });
  });

  test('sent twice at the same moment is there once', async () => {
    const row = randomUUID();
    const put = () => town(sources.put, { params: { row }, body: well() });
    const answers = await Promise.all([put(), put(), put()]);
    expect(answers.map(({ change }) => change).sort()).toEqual([1, null, null]);
  });

  test('a change tells the ledger figures, and of texts only that they changed', async () => {
    const { id } = await putWell();
    await town(sources.put, {
      params: { row: id },
      body: { ...well(), bays: 2, consentTerms: '与张三口头约定' },
    });
    const { entries } = await town(listEntries, { query: { subject: `source:${id}` } });
    expect(entries[0]?.detail).toMatchObject({ fields: { bays: [1, 2], consentTerms: true } });
    expect(JSON.stringify(entries)).not.toContain('张三');
  });

  test('that somebody changed meanwhile is not written over', async () => {
    const { id, version } = await putWell();
    const put = (name: string) =>
      town(sources.put, { params: { row: id }, body: { ...well(), name, version } });
    const ends = await Promise.allSettled([put('甲'), put('乙')]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const failed = ends.find((end) => end.status === 'rejected');
    expect(failed?.reason).toMatchObject(refused('changed-meanwhile'));
    expect((await readWell(id)).version).toBe(version + 1);
  });

  test('is found by part of its name, by pinyin and by initials, nothing else', async () => {
    const { id } = await putWell({ name: '杉仙村一号井' });
    for (const q of ['仙村一', 'shanxian', 'sxcyhj']) {
      const { rows, total } = await town(sources.list, { query: { q } });
      expect([total, rows[0]?.id]).toEqual([1, id]);
    }
    expect((await town(sources.list, { query: { q: '%' } })).total).toBe(0);
  });

  test('lists by any field, either way, in sections, each row once', async () => {
    for (const bays of [3, 5, 4]) await putWell({ name: `排序${bays}`, bays });
    const page = (offset: number, sort: string) =>
      town(sources.list, { query: { q: '排序', sort, offset, limit: 2 } });
    const [first, second] = [await page(0, '-bays'), await page(2, '-bays')];
    expect([...first.rows, ...second.rows].map(({ bays }) => bays)).toEqual([5, 4, 3]);
    expect(first.total).toBe(3);
    expect((await page(0, 'bays')).rows.map(({ bays }) => bays)).toEqual([3, 4]);
    // What is no field sorts as if nothing had been said.
    expect((await page(0, 'tenant')).total).toBe(3);
  });

  test('says what areas, places and rows it points to are called', async () => {
    const { names, rows } = await town(shifts.list, { query: {} });
    const [shift] = rows;
    expect(names[shift?.tanker ?? '']).toMatch(/号$/);
    expect(names[shift?.driver ?? '']).toMatch(/司机$/);
    expect(names[shift?.area ?? '']).toBeTruthy();
  });
});

describe('undoing', () => {
  test('takes back one change, and can itself be undone', async () => {
    const { id } = await putWell();
    await town(sources.put, { params: { row: id }, body: { ...well(), bays: 3, name: '新名' } });
    await town(sources.put, { params: { row: id }, body: { ...well(), bays: 3, name: '再改' } });
    const undo = (number: number) => town(sources.undo, { params: { row: id }, body: { number } });
    // The name was changed again since; the third change goes first.
    await expect(undo(2)).rejects.toMatchObject(refused('changed-since'));
    expect((await undo(3)).row).toMatchObject({ name: '新名', bays: 3 });
    await expect(undo(3)).rejects.toMatchObject(refused('nothing-to-undo'));
    expect((await undo(2)).row).toMatchObject({ name: well().name, bays: 1 });
    expect((await undo(5)).row).toMatchObject({ name: '新名', bays: 3 });
    expect((await changesOf(id)).map(({ undoes }) => undoes)).toEqual([5, 2, 3, null, null, null]);
  });

  test('a removed row is gone from lists and plans, and comes back', async () => {
    const { id, version } = await putWell({ name: '要移除的井' });
    await town(sources.remove, { params: { row: id }, body: { version } });
    const listed = async (removed: 'yes' | 'no') =>
      (await town(sources.list, { query: { q: '要移除', removed } })).total;
    expect([await listed('no'), await listed('yes')]).toEqual([0, 1]);
    const inDay = async () =>
      (await town(water.getDay, { query: day.of })).sources.some((one) => one.id === id);
    expect(await inDay()).toBe(false);
    await expect(town(sources.put, { params: { row: id }, body: well() })).rejects.toMatchObject(
      refused('row-removed'),
    );
    await town(sources.undo, { params: { row: id }, body: { number: 2 } });
    expect(await inDay()).toBe(true);
    // What was never there before is removed by undoing its first change.
    await town(sources.undo, { params: { row: id }, body: { number: 1 } });
    expect(await listed('yes')).toBe(1);
  });

  test('closing a source is a change like others, with a word of its own in the ledger', async () => {
    const { id } = await putWell();
    await town(water.setSourceState, {
      params: { source: id },
      body: { response: day.of.response, state: 'closed', reason: '交通管制' },
    });
    expect((await changesOf(id))[0]).toMatchObject({ deed: 'changed', number: 2 });
    expect(
      (await town(sources.undo, { params: { row: id }, body: { number: 2 } })).row,
    ).toMatchObject({ state: 'open', reason: null });
    const { entries } = await town(listEntries, { query: { subject: `source:${id}` } });
    expect(entries.map(({ action }) => action)).toEqual([
      'water.source-undone',
      'water.source-turned',
      'water.source-put',
    ]);
  });

  test('what a plan in force counts on stays, until the day is over', async () => {
    const plan = await makeSmallPlan(town, day.of);
    await town(water.publishPlan, { params: { plan: plan.id }, body: { replaces: null } });
    const remove = async (contract: typeof sources.remove, row: string, version: number) =>
      town(contract, { params: { row }, body: { version } });
    const { tankers: days } = await town(water.getSchedule, { params: { plan: plan.id } });
    const stops = days.flatMap(({ stretches }) => stretches);
    const used = (kind: 'fill' | 'deliver') => stops.find((stop) => stop.kind === kind)?.at ?? '';
    const source = await readWell(used('fill'));
    await expect(remove(sources.remove, source.id, source.version)).rejects.toMatchObject(
      refused('still-in-force'),
    );
    const point = (await town(points.get, { params: { row: used('deliver') } })).row;
    await expect(
      town(points.remove, { params: { row: point.id }, body: { version: point.version } }),
    ).rejects.toMatchObject(refused('still-in-force'));
    const tanker = (await town(tankers.get, { params: { row: days[0]?.tanker ?? '' } })).row;
    await expect(
      town(tankers.remove, { params: { row: tanker.id }, body: { version: tanker.version } }),
    ).rejects.toMatchObject(refused('still-in-force'));
  });
});

describe('who sees and changes what', () => {
  test('a neighbour town neither sees, nor changes, nor undoes', async () => {
    const { id } = await putWell();
    const missing = { status: 404 };
    await expect(otherTown(sources.get, { params: { row: id } })).rejects.toMatchObject(missing);
    await expect(otherTown(sources.changes, { params: { row: id } })).rejects.toMatchObject(
      missing,
    );
    await expect(
      otherTown(sources.undo, { params: { row: id }, body: { number: 1 } }),
    ).rejects.toMatchObject(missing);
    await expect(
      otherTown(sources.put, { params: { row: id }, body: well() }),
    ).rejects.toMatchObject({ status: 404 });
    expect((await otherTown(sources.list, { query: {} })).rows.map((row) => row.id)).not.toContain(
      id,
    );
  });

  test('nobody puts a row into, or moves it to, an area that is not theirs', async () => {
    const { id } = await putWell();
    await expect(
      town(sources.put, { params: { row: id }, body: { ...well(), area: server.areas.otherTown } }),
    ).rejects.toMatchObject(refused('area-elsewhere'));
  });

  test('a cadre reads the own village only, and writes nothing', async () => {
    const { rows } = await cadre(points.list, { query: {} });
    expect(new Set(rows.map(({ area }) => area))).toEqual(new Set([server.areas.village]));
    const [point] = rows;
    await expect(
      cadre(points.remove, {
        params: { row: point?.id ?? '' },
        body: { version: point?.version ?? 1 },
      }),
    ).rejects.toMatchObject(refused('not-permitted'));
  });

  test('two who edit a row see each other, until one leaves', async () => {
    const { id } = await putWell();
    const edit = (by: Call, tab: string, editing: boolean) =>
      by(sources.edit, { params: { row: id, tab }, body: { editing } });
    const [mine, theirs] = [randomUUID(), randomUUID()];
    expect((await edit(town, mine, true)).others).toEqual([]);
    expect((await edit(county, theirs, true)).others).toHaveLength(1);
    expect((await edit(town, mine, true)).others).toHaveLength(1);
    await edit(county, theirs, false);
    expect((await edit(town, mine, true)).others).toEqual([]);
  });
});

describe('who may drive what', () => {
  const driver = async (more: object = {}) => {
    const row = randomUUID();
    await town(drivers.put, {
      params: { row },
      body: { area: server.areas.town, name: `司机${row.slice(0, 4)}`, ...more },
    });
    return row;
  };
  const tanker = async (more: object = {}) => {
    const row = randomUUID();
    await town(tankers.put, {
      params: { row },
      body: {
        area: server.areas.town,
        home: day.place.yard,
        name: `车${row.slice(0, 4)}`,
        kind: 'tanker',
        litres: 8000,
        ...more,
      },
    });
    return row;
  };
  const shift = (of: {
    tanker: string;
    driver: string;
    from?: number;
    to?: number;
    validFrom?: string;
    validUntil?: string;
  }) =>
    town(shifts.put, {
      params: { row: randomUUID() },
      body: { area: server.areas.town, from: 25_200, to: 54_000, ...of },
    });

  test('a licence that does not cover the tanker is refused', async () => {
    const of = { tanker: await tanker({ licence: 'B2' }), driver: await driver({ licence: 'C1' }) };
    await expect(shift(of)).rejects.toMatchObject(refused('licence-too-low'));
    expect((await shift({ ...of, driver: await driver({ licence: 'A2' }) })).doubts).toEqual([]);
    expect((await shift({ ...of, driver: await driver() })).doubts).toMatchObject([
      { field: 'driver' },
    ]);
  });

  test('nobody drives two tankers at once, unless on other days', async () => {
    const who = await driver();
    await shift({ tanker: await tanker(), driver: who, validUntil: '2022-11-20' });
    const again = { tanker: await tanker(), driver: who, from: 50_000, to: 60_000 };
    await expect(shift(again)).rejects.toMatchObject(refused('driver-twice'));
    await shift({ ...again, validFrom: '2022-11-21' });
    await shift({ ...again, from: 54_000, validUntil: '2022-11-20' });
  });

  test('two who give the same driver a shift at the same moment: one does', async () => {
    const who = await driver();
    const ends = await Promise.allSettled([
      shift({ tanker: await tanker(), driver: who }),
      shift({ tanker: await tanker(), driver: who }),
    ]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('more hours than a driver may be on duty are kept, and doubted', async () => {
    const of = { tanker: await tanker(), driver: await driver({ hoursPerDay: 7 }) };
    expect((await shift(of)).doubts).toMatchObject([{ field: 'to' }]);
  });

  test('a driver with shifts is not removed', async () => {
    const who = await driver();
    await shift({ tanker: await tanker(), driver: who });
    await expect(
      town(drivers.remove, { params: { row: who }, body: { version: 1 } }),
    ).rejects.toMatchObject(refused('still-drives'));
  });
});

describe('what may be planned with', () => {
  const put = async (more: object) => {
    const row = randomUUID();
    await town(sources.put, { params: { row }, body: { ...well(), ...more } });
    return row;
  };
  test.each([
    [{ testedOn: '2022-11-09' }, '/body/testResult'],
    [{ consentFrom: '2022-11-10', consentUntil: '2022-11-09' }, '/body/consentUntil'],
    [{ open: [[40_000, 30_000]] }, '/body/open/0'],
    [{ bays: 0 }, '/body/bays'],
  ])('%j is refused where it stands', async (more, path) => {
    await expect(put(more)).rejects.toMatchObject({ body: { at: [{ path }] } });
  });
});
