import { randomUUID } from 'node:crypto';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { households } from '@liangbuwu/office/register/households/contract.ts';
import { listFindings } from '@liangbuwu/office/register/households/findings.contract.ts';
import { listDifferingPoints } from '@liangbuwu/water/households.contract.ts';
import { points } from '@liangbuwu/water/registers.contract.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDrought, putSmallDay, putTestFloors } from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let town: Call;
let cadre: Call;
let response: string;
let day: Awaited<ReturnType<typeof putSmallDay>>;
beforeAll(async () => {
  server = await testServer();
  const county = await server.as('county-officer', 'county');
  town = await server.as('town-officer', 'town');
  cadre = await server.as('village-cadre', 'village');
  await putTestFloors(county);
  response = await openDrought(county, [server.areas.county]);
  day = await putSmallDay(town, { response, ...server.areas });
});
afterAll(() => server.close());

const put = async (by: Call, more: { place: string; label: string; people: number }) =>
  (
    await by(households.put, {
      params: { row: randomUUID() },
      body: { response, area: server.areas.village, ...more },
    })
  ).row;
const only = async (by: Call, finding: string) => {
  const { rows } = await by(households.list, { query: { response, only: finding } });
  return rows.map(({ label }) => label);
};

test('points that count others than their households have are listed, the most different first', async () => {
  // Planned for 900 and 700.
  await put(cadre, { place: day.place.near, label: '一号', people: 15 });
  for (let i = 0; i < 70; i++)
    await put(town, { place: day.place.far, label: `二组${i}号`, people: 10 });
  const differing = async (by: Call) =>
    (await by(listDifferingPoints, { query: { response } })).points;
  expect(await differing(town)).toMatchObject([
    { place: day.place.near, name: '一组', planned: 900, registered: 15, households: 1 },
  ]);
  expect(await differing(cadre)).toHaveLength(1);
  const stranger = await server.as('village-cadre', 'otherVillage');
  expect(await differing(stranger)).toEqual([]);
  expect(await only(stranger, 'point-removed')).toEqual([]);
});

test('households are found whose point is taken off the register, until it is brought back', async () => {
  expect(await only(town, 'point-removed')).toEqual([]);
  const params = { row: day.point.near };
  const { row } = await town(points.get, { params });
  await town(points.remove, { params, body: { version: row.version } });
  for (const by of [town, cadre]) expect(await only(by, 'point-removed')).toEqual(['一号']);
  const { findings } = await cadre(listFindings, { query: { response } });
  expect(findings.find(({ id }) => id === 'point-removed')).toMatchObject({ households: 1 });
  await town(points.undo, { params, body: { number: 2 } });
  expect(await only(town, 'point-removed')).toEqual([]);
});

test('two who edit a household: the second is told, neither writes over the other', async () => {
  const {
    id,
    version,
    hasContact: _,
    ...body
  } = await put(cadre, {
    place: day.place.near,
    label: '三号',
    people: 2,
  });
  const edit = (by: Call, tab: string) =>
    by(households.edit, {
      params: { row: id, tab },
      body: { editing: true },
    });
  expect((await edit(town, randomUUID())).others).toEqual([]);
  expect((await edit(cadre, randomUUID())).others).toHaveLength(1);
  const save = (by: Call, people: number) =>
    by(households.put, { params: { row: id }, body: { ...body, people, version } });
  const ends = await Promise.allSettled([save(town, 3), save(cadre, 4)]);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(ends.find((end) => end.status === 'rejected')?.reason).toMatchObject({
    body: { code: 'changed-meanwhile' },
  });
});
