import type { Call } from '@liangbuwu/office/http/client.ts';
import { putFloors } from '@liangbuwu/water/contract.ts';
import { listFloors } from '@liangbuwu/water/floors.contract.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putTestFloors } from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
beforeAll(async () => {
  server = await testServer();
  county = await server.as('county-officer', 'county');
  await putTestFloors(county);
});
afterAll(() => server.close());

test('every version is listed, the latest first, with where one must be to add one', async () => {
  const [first] = (await county(listFloors)).versions;
  if (!first) throw new Error('the test floors are not listed');
  const { version: _, ...body } = first;
  const tiers = body.tiers.map((tier) => ({ ...tier, source: 'GB/T 43521-2023' }));
  for (const [version, validFrom] of [
    ['later', '2022-12-01'],
    ['same-day-a', '2022-06-01'],
    ['same-day-b', '2022-06-01'],
  ] as const)
    await county(putFloors, { params: { version }, body: { ...body, tiers, validFrom } });
  const { versions, whole } = await county(listFloors);
  expect(versions.map(({ version }) => version)).toEqual([
    'later',
    'same-day-b',
    'same-day-a',
    'test',
  ]);
  expect(versions[0]?.tiers).toEqual(tiers);
  expect(versions.at(-1)).toEqual(first);
  expect(whole).toEqual({ id: server.areas.county, name: '试验县' });
});

test('who reads the water desk sees them wherever they are; who does not is refused', async () => {
  const cadre = await server.as('village-cadre', 'village');
  expect((await cadre(listFloors)).versions).toHaveLength(4);
  const stranger = await server.as('driver', 'otherTown');
  expect((await stranger(listFloors)).whole?.id).toBe(server.areas.county);
  const nobody = await server.app.inject({ method: 'GET', url: listFloors.path });
  expect(nobody.statusCode).toBe(401);
});

test('a version in which a higher floor is below a lower one is refused where it is', async () => {
  const [first] = (await county(listFloors)).versions;
  if (!first) throw new Error('the test floors are not listed');
  const { version: _, ...body } = first;
  const [survival, basic, full] = body.tiers;
  if (!survival || !basic || !full) throw new Error('three floors');
  await expect(
    county(putFloors, {
      params: { version: 'upside-down' },
      body: { ...body, tiers: [survival, { ...basic, litresPerPerson: 5 }, full] },
    }),
  ).rejects.toMatchObject({ status: 400, body: { at: [{ path: '/body/tiers' }] } });
});
