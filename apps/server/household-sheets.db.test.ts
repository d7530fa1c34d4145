import { randomUUID } from 'node:crypto';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { householdSheets, households } from '@liangbuwu/office/register/households/contract.ts';
import { closeByTwo, recordsOf } from '@liangbuwu/office/responses/testing/close-response.ts';
import type { Sheet } from '@liangbuwu/office/tables/sheets/contract.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDrought, putSmallDay, putTestFloors } from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let town: Call;
let cadre: Call;
let place: { near: string; far: string };
let response: string;
beforeAll(async () => {
  server = await testServer();
  county = await server.as('county-officer', 'county');
  town = await server.as('town-officer', 'town');
  cadre = await server.as('village-cadre', 'village');
  await putTestFloors(county);
  const first = await openDrought(county, [server.areas.county]);
  ({ place } = await putSmallDay(town, { response: first, ...server.areas }));
});
beforeEach(async () => {
  response = await openDrought(county, [server.areas.county]);
});
afterAll(() => server.close());

const refused = (code: string) => ({ body: { code } });
const csv = (...rows: string[]) => Buffer.from(`\ufeff${rows.join('\r\n')}`).toString('base64');
const bring = (content: string, by = town, area: keyof TestServer['areas'] = 'town') =>
  by(householdSheets.upload, {
    body: { sheet: randomUUID(), response, area: server.areas[area], name: '户.csv', content },
  });
async function check(
  sheet: Sheet,
  {
    by = town,
    sameNamed = 'update' as Sheet['sameNamed'],
    fields = {} as Record<string, string | null>,
  } = {},
) {
  const params = { sheet: sheet.id };
  const means = sheet.headers.map(({ column, text, field }) => ({
    column,
    field: text in fields ? (fields[text] ?? null) : field,
  }));
  let now = await by(householdSheets.check, {
    params,
    body: { begin: { fields: means, sameNamed } },
  });
  while (now.state !== 'checked')
    now = await by(householdSheets.check, { params, body: { begin: null } });
  return now;
}
async function write({ id }: Sheet, by = town) {
  let now: Sheet;
  do now = await by(householdSheets.write, { params: { sheet: id }, body: {} });
  while (now.state !== 'written');
  return now;
}
async function takeBack({ id }: Sheet, by = town) {
  let now: Sheet;
  do now = await by(householdSheets.undo, { params: { sheet: id }, body: {} });
  while (now.state !== 'undone');
  return now;
}
const rowsOf = async ({ id }: Sheet, fate: 'refused' | 'doubled' | 'new', by = town) =>
  (await by(householdSheets.rows, { params: { sheet: id }, query: { fate } })).rows;
const listed = async (by = town) =>
  (await by(households.list, { query: { response, limit: 500 } })).rows;
const put = async (label: string, more: { people?: number; village?: 'village' } = {}) =>
  (
    await town(households.put, {
      params: { row: randomUUID() },
      body: {
        response,
        area: server.areas.village,
        place: place.near,
        label,
        people: more.people ?? 3,
      },
    })
  ).row;
const query = async <T>(text: string) =>
  (await sql.raw<T>(text).execute(server.database.owner)).rows;

const head = '门牌,村,供水点,人数,独居老人,需送水到家';
const line = (label: string, people: number | string, village = '甲一村', point = '一组') =>
  `${label},${village},${point},${people},否,否`;

test('a round trip changes nothing; what went out stands in the ledger, in figures', async () => {
  for (const label of ['3组1户', '3组2户', '十组三号', '16-2']) await put(label);
  const out = await town(householdSheets.export, { query: { response } });
  expect(out).toMatchObject({ rows: 4, name: expect.stringMatching(/^住户 2022-11-10\.xlsx$/) });
  const sheet = await check(await bring(out.content));
  expect(sheet.counts).toEqual({ new: 0, changed: 0, same: 4, doubled: 0, refused: 0 });
  expect((await write(sheet)).written).toBe(0);
  const { entries } = await town(listEntries, {
    query: { response, action: 'register.household-sheet-out' },
  });
  expect(entries).toMatchObject([{ subject: `area:${server.areas.village}`, detail: { rows: 4 } }]);
});

test('what is exported is what the list is narrowed to', async () => {
  await put('凤凰1户');
  await put('凤凰2户', { people: 0 });
  await put('梧桐1户');
  const rows = async (narrowed: { q?: string; only?: string; place?: string }) =>
    (await town(householdSheets.export, { query: { response, ...narrowed } })).rows;
  expect(await rows({ q: 'fenghuang' })).toBe(2);
  expect(await rows({ only: 'nobody' })).toBe(1);
  expect(await rows({ place: place.near })).toBe(3);
  expect(await rows({ place: place.far })).toBe(0);
  await expect(rows({ only: 'no-such' })).rejects.toMatchObject(refused('malformed'));
  await expect(town(householdSheets.export, { query: {} as never })).rejects.toMatchObject(
    refused('malformed'),
  );
});

describe('a sheet of households', () => {
  test('every row is told what becomes of it; written, and taken back as a whole', async () => {
    const old = await put('3组16户');
    await put('3组20户');
    const brought = await bring(
      csv(
        head,
        line('三组十六号', 5),
        line('3组17户', 2),
        line('３组１７户', 2),
        line('3组18户', '很多'),
        line('3组19户', 2, '没有村'),
        line('3组20户', 3),
      ),
    );
    const checked = await check(brought);
    expect(checked.counts).toEqual({ new: 1, changed: 1, same: 1, doubled: 1, refused: 2 });
    expect((await rowsOf(checked, 'doubled'))[0]?.name).toBe('３组１７户');
    expect(await listed()).toHaveLength(2);
    expect((await write(checked)).written).toBe(2);
    expect(
      (await listed()).map(({ id, label, people, version }) => [
        id === old.id,
        label,
        people,
        version,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [true, '三组十六号', 5, 2],
        [false, '3组17户', 2, 1],
      ]),
    );
    const entries = (await town(listEntries, { query: { response } })).entries;
    expect(entries.find(({ action }) => action === 'register.household-sheet')).toMatchObject({
      detail: { new: 1, changed: 1, written: 2 },
    });
    expect(JSON.stringify(entries)).not.toMatch(/组/);

    expect((await takeBack(checked)).written).toBe(0);
    expect((await listed()).map(({ label, people }) => [label, people])).toEqual(
      expect.arrayContaining([
        ['3组16户', 3],
        ['3组20户', 3],
      ]),
    );
    expect(await listed()).toHaveLength(2);
  });

  test('that could be several registered ones is refused until it says which', async () => {
    await put('3组16户');
    await put('三组十六号');
    const checked = await check(await bring(csv(head, line('３组16号', 4), line('3组16户', 4))));
    expect(checked.counts).toMatchObject({ refused: 1, doubled: 1 });
    const [row] = await rowsOf(checked, 'refused');
    expect(row?.faults[0]?.cause['zh-CN']).toContain('登记了 2 条');
    // Written just alike it is that one.
    expect((await check(await bring(csv(head, line('3组16户', 4))))).counts).toMatchObject({
      changed: 1,
    });
  });

  test('of another response is not touched, whatever its id', async () => {
    const before = await put('3组16户');
    const out = await town(householdSheets.export, { query: { response } });
    response = await openDrought(county, [server.areas.county]);
    const checked = await check(await bring(out.content));
    expect(checked.counts).toMatchObject({ refused: 1, same: 0, new: 0 });
    expect(await listed()).toEqual([]);
    const { row } = await town(households.get, { params: { row: before.id } });
    expect(row).toEqual(before);
  });

  test('is refused before it is written where it lies outside of the response', async () => {
    response = await openDrought(county, [server.areas.otherTown]);
    await expect(bring(csv(head, line('1户', 1)))).rejects.toMatchObject(
      refused('outside-the-response'),
    );
    // Who is above brings it for the one area that the response covers.
    const checked = await check(await bring(csv(head, line('1户', 1)), county, 'county'), {
      by: county,
    });
    expect(checked.counts).toMatchObject({ refused: 1 });
    const [row] = await rowsOf(checked, 'refused', county);
    expect(row?.faults[0]?.cause.en).toContain('outside of the areas that the response covers');
    const { rows } = await sql<{ area: string }>`
      select area from tables.sheet where id = ${checked.id}`.execute(server.database.owner);
    expect(rows).toEqual([{ area: server.areas.otherTown }]);
  });

  test('a cadre brings the own village only', async () => {
    await expect(bring(csv(head, line('1户', 1)), cadre, 'town')).rejects.toMatchObject(
      refused('area-elsewhere'),
    );
    const brought = await bring(
      csv(head, line('1户', 1), line('2户', 1, '乙一村'), line('3户', 1, '甲镇')),
      cadre,
      'village',
    );
    const checked = await check(brought, { by: cadre });
    expect(checked.counts).toMatchObject({ new: 1, refused: 2 });
    expect((await write(checked, cadre)).written).toBe(1);
    expect(await listed(cadre)).toMatchObject([{ label: '1户', area: server.areas.village }]);
    // The town sees it, another village does not.
    const sheets = async (by: Call) =>
      (await by(householdSheets.list, { query: { response } })).sheets.map(({ id }) => id);
    expect(await sheets(town)).toEqual([checked.id]);
    expect(await sheets(await server.as('village-cadre', 'otherVillage'))).toEqual([]);
  });

  test('two who bring the same at once: neither writes over the other', async () => {
    const { id } = await put('3组16户');
    const [one, two] = [
      await check(await bring(csv(head, line('3组16户', 4)))),
      await check(await bring(csv(head, line('3组16户', 5)), cadre, 'village'), { by: cadre }),
    ];
    const ends = await Promise.all([write(one), write(two, cadre)]);
    expect(ends.map(({ written }) => written).sort()).toEqual([0, 1]);
    expect(ends.map(({ counts }) => counts.refused).sort()).toEqual([0, 1]);
    const { row } = await town(households.get, { params: { row: id } });
    expect(row.version).toBe(2);
    // And two tabs that go on with one sheet write nothing twice.
    const lines = Array.from({ length: 1100 }, (_, at) => line(`长${at}户`, 2));
    const long = await check(await bring(csv(head, ...lines)));
    const params = { sheet: long.id };
    await Promise.all([1, 2].map(() => town(householdSheets.write, { params, body: {} })));
    expect((await write(long)).written).toBe(1100);
    expect((await town(households.list, { query: { response } })).total).toBe(1101);
    expect((await takeBack(long)).written).toBe(0);
    expect((await town(households.list, { query: { response } })).total).toBe(1);
  });
});

describe('what is kept of a file', () => {
  const fileOf = (bird: string, phone: string) =>
    csv(
      '组号,村,供水点,人数,手机号码,备用栏',
      `${bird}1户,甲一村,一组,2,${phone}1,鸳鸯甲`,
      `${bird}2户,甲一村,一组,2,${phone}2,鸳鸯乙`,
    );
  const file = fileOf('凤凰', '138000011');
  const cells = async ({ id }: Sheet) =>
    JSON.stringify(await query(`select * from tables.sheet_row where sheet = '${id}'`)) +
    JSON.stringify(await query(`select * from tables.sheet where id = '${id}'`));

  test('a telephone never; what nobody chose only until the check begins', async () => {
    const brought = await bring(file);
    expect(brought.headers.map(({ text, field, dropped }) => [text, field, dropped])).toEqual([
      ['组号', null, false],
      ['村', 'area', false],
      ['供水点', 'place', false],
      ['人数', 'people', false],
      ['手机号码', null, true],
      ['备用栏', null, false],
    ]);
    const samples = brought.headers.map((header) => header.samples);
    expect(samples).toEqual([[], ['甲一村'], ['一组'], ['2'], [], []]);
    expect(await cells(brought)).not.toContain('1380000');
    const checked = await check(brought, { fields: { 组号: 'label' } });
    expect(checked.counts).toMatchObject({ new: 2 });
    expect(await cells(checked)).not.toMatch(/1380000|鸳鸯/);
    // What is gone cannot be chosen any more.
    const again = await check(checked, { fields: { 备用栏: 'label', 组号: null } });
    expect(again.headers.at(-1)).toMatchObject({ field: null, dropped: true });
    expect(again.counts).toMatchObject({ refused: 2 });
  });

  test('what headers mean is remembered while the response lasts, and nothing of it outlives it', async () => {
    const own = fileOf('麒麟', '139000022');
    const first = await check(await bring(own), { fields: { 组号: 'label' } });
    await write(first);
    const again = await bring(own);
    expect(again.headers[0]).toMatchObject({ field: 'label', found: 'remembered' });
    await bring(csv(head, line('喜鹊1户', 3)));
    const closed = await closeByTwo(
      { proposer: await server.as('administrator', 'county'), second: county },
      response,
    );
    // Two households with a change each, and the rows of three sheets.
    expect(recordsOf(closed)).toBe(2 + 2 + 5);
    expect(await query(`select id from tables.sheet where response = '${response}'`)).toEqual([]);
    expect(await query("select text from tables.header where text = '组号'")).toEqual([]);
    const tables = await query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    for (const { name } of tables)
      for (const { row } of await query<{ row: string }>(`select t::text as row from ${name} t`))
        expect(row, name).not.toMatch(/麒麟|喜鹊|qilin|xique|13900002/);
    expect(server.logged.join('\n')).not.toMatch(/麒麟|喜鹊|qilin|xique|13900002/);
    for (const sheet of [first, again]) {
      const params = { sheet: sheet.id };
      await expect(town(householdSheets.write, { params, body: {} })).rejects.toMatchObject(
        refused('not-found'),
      );
    }
    await expect(bring(file)).rejects.toMatchObject(refused('response-closed'));
  });

  test('a sheet that nobody went on with for a day is forgotten when the next one comes', async () => {
    const left = await bring(file);
    await sql`update tables.sheet set at = at - interval '25 hours' where id = ${left.id}`.execute(
      server.database.owner,
    );
    await bring(csv(head, line('1户', 1)));
    expect(await query(`select id from tables.sheet where id = '${left.id}'`)).toEqual([]);
  });
});

test('who reads the register only may take it out, and bring nothing in', async () => {
  const leader = await server.as('leader', 'county');
  expect(await leader(householdSheets.export, { query: { response } })).toMatchObject({ rows: 0 });
  await expect(bring(csv(head, line('1户', 1)), leader, 'county')).rejects.toMatchObject(
    refused('not-permitted'),
  );
});
