import { randomUUID } from 'node:crypto';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { putArea } from '@liangbuwu/office/register/areas/contract.ts';
import type { Sheet } from '@liangbuwu/office/tables/sheets/contract.ts';
import * as registers from '@liangbuwu/water/registers.contract.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDrought, putSmallDay, putTestFloors } from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let town: Call;
let otherTown: Call;
beforeAll(async () => {
  server = await testServer();
  county = await server.as('county-officer', 'county');
  town = await server.as('town-officer', 'town');
  otherTown = await server.as('town-officer', 'otherTown');
  await putTestFloors(await server.as('administrator', 'county'));
  const response = await openDrought(county, [server.areas.county]);
  const { place } = await putSmallDay(town, { response, ...server.areas });
  for (const where of [
    { place: place.well },
    { lon: 112.98034, lat: 27.55801, provenance: 'imported' as const },
  ]) {
    await town(registers.sites.put, {
      params: { row: randomUUID() },
      body: {
        area: server.areas.village,
        desk: server.areas.town,
        name: `候选井 ${where.place ?? ''}`,
        kind: 'well',
        ...where,
        yieldLitres: 2400,
        building: 38_000.5,
        running: 420,
        state: 'idea',
        figuresFrom: '测试',
      },
    });
  }
});
afterAll(() => server.close());

type Tables = (typeof registers.registers)[number];
const sheetsOf = ({ table }: Tables) => {
  const found = registers.sheets.find((one) => one.table === table);
  if (!found) throw new Error(`no sheets of ${table.id}`);
  return found;
};
const refused = (code: string) => ({ body: { code } });

const csv = (...rows: string[]) => Buffer.from(`\ufeff${rows.join('\r\n')}`).toString('base64');
const bring = (of: Tables, content: string, by = town) =>
  by(sheetsOf(of).upload, {
    body: { sheet: randomUUID(), area: server.areas.town, name: '表.csv', content },
  });
const begin = ({ headers }: Sheet, sameNamed: Sheet['sameNamed'] = 'update') => ({
  fields: headers.map(({ column, field }) => ({ column, field })),
  sameNamed,
});
async function check(of: Tables, sheet: Sheet, sameNamed?: Sheet['sameNamed'], by = town) {
  const params = { sheet: sheet.id };
  let now = await by(sheetsOf(of).check, { params, body: { begin: begin(sheet, sameNamed) } });
  while (now.state !== 'checked')
    now = await by(sheetsOf(of).check, { params, body: { begin: null } });
  return now;
}
async function write(of: Tables, { id }: Sheet) {
  let now: Sheet;
  do now = await town(sheetsOf(of).write, { params: { sheet: id }, body: {} });
  while (now.state !== 'written');
  return now;
}
async function takeBack(of: Tables, { id }: Sheet) {
  let now: Sheet;
  do now = await town(sheetsOf(of).undo, { params: { sheet: id }, body: {} });
  while (now.state !== 'undone');
  return now;
}
const rowsOf = async (of: Tables, { id }: Sheet, fate?: 'refused' | 'doubled') =>
  (await town(sheetsOf(of).rows, { params: { sheet: id }, query: fate ? { fate } : {} })).rows;
const namesIn = async () =>
  (await town(registers.drivers.list, { query: { limit: 500 } })).rows.map(({ name }) => name);

describe('a round trip', () => {
  test.each(registers.registers.map((of) => [of.table.id, of] as const))(
    '%s: what went out comes back the same, and changes nothing',
    async (_, of) => {
      const out = await town(sheetsOf(of).export, { query: {} });
      expect(out.rows).toBeGreaterThan(0);
      expect(out.name).toMatch(/\.xlsx$/);
      const sheet = await check(of, await bring(of, out.content));
      const { fate, faults } = (await rowsOf(of, sheet)).find((row) => row.fate !== 'same') ?? {};
      expect({ fate, faults }).toEqual({});
      expect(sheet.counts).toEqual({ new: 0, changed: 0, same: out.rows, doubled: 0, refused: 0 });
      expect((await write(of, sheet)).written).toBe(0);
    },
  );

  test('in English too', async () => {
    const out = await town(sheetsOf(registers.points).export, { query: { language: 'en' } });
    const sheet = await check(registers.points, await bring(registers.points, out.content));
    expect(sheet.counts.same).toBe(out.rows);
  });
});

test('a village brings its candidates as a sheet; one without a position, or ruled out without a reason, is refused', async () => {
  const brought = await bring(
    registers.sites,
    csv(
      '候选点,类型,状态,出水量,造价,运行费,出处,经度,纬度,坐标来源,排除原因,所属村,乡镇',
      ...[
        '后山泉,山泉,候选,3600,21000,260,水利站,112.9814,27.5635,导入,,',
        '无位置井,井,候选,3600,21000,260,水利站,,,,,',
        '罗塘,水库,已排除,9000,34000,900,水利站,112.98,27.55,导入,,',
      ].map((row) => `${row}甲一村,甲镇`),
    ),
  );
  const sheet = await check(registers.sites, brought);
  const bad = await rowsOf(registers.sites, sheet, 'refused');
  expect([sheet.counts.new, bad.length]).toEqual([1, 2]);
  await write(registers.sites, sheet);
  const { rows } = await town(registers.sites.list, { query: { q: 'hsq' } });
  expect(rows).toMatchObject([
    { name: '后山泉', kind: 'spring', yieldLitres: 3600, lon: 112.9814, provenance: 'imported' },
  ]);
});

describe('a sheet of drivers', () => {
  const head = '驾驶员,驾照,每日工时,随便写';
  test('is read, checked row by row, and only then written; then taken back as a whole', async () => {
    const before = await namesIn();
    await town(registers.drivers.put, {
      params: { row: randomUUID() },
      body: { area: server.areas.town, name: '司机老', licence: 'C1' },
    });
    const brought = await bring(
      registers.drivers,
      csv(
        '送水司机登记表',
        head,
        '司机新,B2,8,a',
        '司机老,A2,,b',
        '司机新,B2,8,c',
        '司机坏,D9,八十,d',
        '合计,,,',
      ),
    );
    expect(brought).toMatchObject({ state: 'read', rows: 4 });
    expect(brought.headers.map(({ field }) => field)).toEqual([
      'name',
      'licence',
      'hoursPerDay',
      null,
    ]);
    expect(brought.headers[0]?.samples).toEqual(['司机新', '司机老', '司机坏']);
    await expect(
      town(sheetsOf(registers.drivers).write, { params: { sheet: brought.id }, body: {} }),
    ).rejects.toMatchObject(refused('sheet-not-checked'));

    const checked = await check(registers.drivers, brought);
    expect(checked.counts).toEqual({ new: 1, changed: 1, same: 0, doubled: 1, refused: 1 });
    const [bad] = await rowsOf(registers.drivers, checked, 'refused');
    expect(bad).toMatchObject({ number: 6, name: '司机坏' });
    expect(bad?.faults.map(({ field }) => field)).toEqual(['licence', 'hoursPerDay']);
    expect(await namesIn()).not.toContain('司机新');

    expect((await write(registers.drivers, checked)).written).toBe(2);
    const { rows } = await town(registers.drivers.list, { query: { q: '司机老' } });
    expect(rows[0]).toMatchObject({ licence: 'A2' });
    expect(await namesIn()).toContain('司机新');
    const { entries } = await town(listEntries, { query: { subject: `sheet:${checked.id}` } });
    expect(entries[0]?.detail).toMatchObject({ new: 1, changed: 1, written: 2 });

    const undone = await takeBack(registers.drivers, checked);
    expect(undone.written).toBe(0);
    expect((await namesIn()).sort()).toEqual([...before, '司机老'].sort());
    expect((await town(registers.drivers.list, { query: { q: '司机老' } })).rows[0]).toMatchObject({
      licence: 'C1',
    });
    await expect(
      town(sheetsOf(registers.drivers).write, { params: { sheet: checked.id }, body: {} }),
    ).rejects.toMatchObject(refused('sheet-over'));
  });

  test('what headers mean is remembered for the next sheet, also that one means nothing', async () => {
    const brought = await bring(registers.drivers, csv('代号,乡镇,准驾证,要不得', 'x1,,B2,A2'));
    const fields = brought.headers.map(({ column, text, field }) => ({
      column,
      field: text === '要不得' ? 'note' : text === '准驾证' ? null : field,
    }));
    await town(sheetsOf(registers.drivers).check, {
      params: { sheet: brought.id },
      body: { begin: { fields, sameNamed: 'update' } },
    });
    const again = await bring(registers.drivers, csv('代号,乡镇,准驾证,要不得', 'x2,,B2,A2'));
    expect(again.headers.map(({ field, found }) => [field, found])).toEqual([
      ['name', 'remembered'],
      ['area', 'remembered'],
      [null, 'remembered'],
      ['note', 'remembered'],
    ]);
  });

  test('rows of a name that is there are updated, skipped or added, as one says', async () => {
    await town(registers.drivers.put, {
      params: { row: randomUUID() },
      body: { area: server.areas.town, name: '同名司机', licence: 'C1' },
    });
    const brought = await bring(registers.drivers, csv('代号,准驾车型', '同名司机,B2'));
    const fate = async (how: Sheet['sameNamed']) => {
      const { counts } = await check(registers.drivers, brought, how);
      return Object.entries(counts).find(([, count]) => count === 1)?.[0];
    };
    expect([await fate('update'), await fate('skip'), await fate('add')]).toEqual([
      'changed',
      'doubled',
      'new',
    ]);
  });

  test('sent twice it is one sheet', async () => {
    const body = {
      sheet: randomUUID(),
      area: server.areas.town,
      name: 'a.csv',
      content: csv('代号,驾照', 'y,B2'),
    };
    const { upload } = sheetsOf(registers.drivers);
    const [one, two] = [await town(upload, { body }), await town(upload, { body })];
    expect(two).toEqual(one);
  });

  test('a long one is checked and written section by section, and goes on where it stopped', async () => {
    const lines = Array.from({ length: 620 }, (_, at) => `长表${at},B2`);
    const brought = await bring(registers.drivers, csv('代号,驾照', ...lines));
    const params = { sheet: brought.id };
    const { check: go, write: put, undo } = sheetsOf(registers.drivers);
    const first = await town(go, { params, body: { begin: begin(brought) } });
    expect(first).toMatchObject({ state: 'checking', done: 500, rows: 620 });
    const checked = await town(go, { params, body: { begin: null } });
    expect(checked).toMatchObject({ state: 'checked', counts: { new: 620 } });
    const part = await town(put, { params, body: {} });
    expect(part).toMatchObject({ state: 'writing', written: 500 });
    // Two tabs that go on at once write nothing twice.
    await Promise.all([town(put, { params, body: {} }), town(put, { params, body: {} })]);
    expect((await write(registers.drivers, checked)).written).toBe(620);
    await expect(town(go, { params, body: { begin: null } })).rejects.toMatchObject(
      refused('sheet-under-way'),
    );
    expect(await town(undo, { params, body: {} })).toMatchObject({ state: 'undoing', done: 500 });
    expect((await takeBack(registers.drivers, checked)).written).toBe(0);
    expect((await town(registers.drivers.list, { query: { q: '长表' } })).total).toBe(0);
  });

  test('taken back, what somebody changed since stays, and is named', async () => {
    const checked = await check(
      registers.drivers,
      await bring(registers.drivers, csv('代号,驾照', '撤一,B2', '撤二,B2')),
    );
    // One that was there is changed by the sheet, and then by hand.
    await write(registers.drivers, checked);
    const again = await check(
      registers.drivers,
      await bring(registers.drivers, csv('代号,驾照', '撤一,A2', '撤二,A2')),
    );
    await write(registers.drivers, again);
    const { rows } = await town(registers.drivers.list, { query: { q: '撤二' } });
    await town(registers.drivers.put, {
      params: { row: rows[0]?.id ?? '' },
      body: { area: server.areas.town, name: '撤二', licence: 'A1' },
    });
    const undone = await takeBack(registers.drivers, again);
    expect(undone).toMatchObject({ written: 1, counts: { refused: 1 } });
    expect((await rowsOf(registers.drivers, undone, 'refused'))[0]?.name).toBe('撤二');
    const after = (await town(registers.drivers.list, { query: { q: '撤' } })).rows;
    expect(after.map(({ name, licence }) => `${name} ${licence}`).sort()).toEqual([
      '撤一 B2',
      '撤二 A1',
    ]);
  });

  test('a row that somebody changed after the check is not written over', async () => {
    const row = randomUUID();
    const put = (licence: 'B1' | 'B2') =>
      town(registers.drivers.put, {
        params: { row },
        body: { area: server.areas.town, name: '间隙', licence },
      });
    await put('B1');
    const checked = await check(
      registers.drivers,
      await bring(registers.drivers, csv('代号,驾照', '间隙,C1')),
    );
    await put('B2');
    expect(await write(registers.drivers, checked)).toMatchObject({
      written: 0,
      counts: { refused: 1 },
    });
    const { rows } = await town(registers.drivers.list, { query: { q: '间隙' } });
    expect(rows[0]?.licence).toBe('B2');
  });
});

describe('names', () => {
  test('that several have are not guessed; with the code they are told apart, out and in', async () => {
    const twin = randomUUID();
    await county(putArea, {
      params: { area: twin },
      body: { parent: server.areas.otherTown, name: '双名村', level: 'village', code: 'X-2' },
    });
    const mine = randomUUID();
    await county(putArea, {
      params: { area: mine },
      body: { parent: server.areas.otherTown, name: '双名村', level: 'village', code: 'X-1' },
    });
    const of = registers.points;
    const line = (village: string) => `一点,${village},120,0,一组,1,200,120`;
    const brought = await county(sheetsOf(of).upload, {
      body: {
        sheet: randomUUID(),
        area: server.areas.county,
        name: '点.csv',
        content: csv(
          '供水点,村,人数,自有水,位置,水龙头,卸水流量,准备时间',
          line('双名村'),
          line('双名村（X-1）'),
        ),
      },
    });
    const checked = await check(of, brought, 'update', county);
    expect(checked.counts).toMatchObject({ refused: 1, new: 1 });
    const { rows } = await county(sheetsOf(of).rows, {
      params: { sheet: brought.id },
      query: { fate: 'refused' },
    });
    expect(rows[0]?.faults[0]?.remedy['zh-CN']).toContain('双名村（X-1）');
  });

  test('nobody points to what is outside of the own area', async () => {
    const name = (await county(registers.points.list, { query: {} })).rows[0]?.name;
    expect(name).toBeTruthy();
    const of = registers.drivers;
    const checked = await check(of, await bring(of, csv('代号,乡镇', '外人,乙镇')));
    expect(checked.counts.refused).toBe(1);
  });
});

describe('who may', () => {
  test('a neighbour town does not see the sheet, nor go on with it', async () => {
    const brought = await bring(registers.drivers, csv('代号,驾照', 'z,B2'));
    const of = sheetsOf(registers.drivers);
    const params = { sheet: brought.id };
    expect((await otherTown(of.list, { query: {} })).sheets.map(({ id }) => id)).not.toContain(
      brought.id,
    );
    const asks = [
      () => otherTown(of.check, { params, body: { begin: null } }),
      () => otherTown(of.write, { params, body: {} }),
      () => otherTown(of.undo, { params, body: {} }),
      () => otherTown(of.rows, { params, query: {} }),
      () => otherTown(of.discard, { params, body: {} }),
    ];
    for (const ask of asks) await expect(ask()).rejects.toMatchObject({ status: 404 });
  });

  test('a sheet is forgotten with all its cells', async () => {
    const brought = await bring(registers.drivers, csv('代号,驾照', '忘,B2'));
    const of = sheetsOf(registers.drivers);
    await town(of.discard, { params: { sheet: brought.id }, body: {} });
    expect((await town(of.list, { query: {} })).sheets.map(({ id }) => id)).not.toContain(
      brought.id,
    );
  });

  test.each([
    ['no sheet at all', Buffer.from('PK\u0003\u0004 nonsense').toString('base64')],
    ['no header that fits', csv('甲,乙', '1,2')],
    ['nothing', csv('')],
  ])('%s is refused in words', async (_, content) => {
    await expect(bring(registers.drivers, content)).rejects.toMatchObject({
      body: { cause: { 'zh-CN': expect.stringMatching(/\p{Script=Han}/u) } },
    });
  });
});
