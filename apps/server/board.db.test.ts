import type { Call } from '@liangbuwu/office/http/client.ts';
import { getBoard } from '@liangbuwu/water/board/board.contract.ts';
import type { BoardSheet } from '@liangbuwu/water/board/board-sheet.ts';
import * as water from '@liangbuwu/water/contract.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  makeSmallPlan,
  publishSmallDay,
  putSmallDay,
  type SmallDay,
} from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let county: Call;
let one: SmallDay;
let other: SmallDay;
beforeAll(async () => {
  server = await testServer({ solve: true });
  const { areas } = server;
  county = await server.as('county-officer', 'county');
  const { response, ids } = await publishSmallDay(server);
  one = ids.of;
  const officer = await server.as('town-officer', 'otherTown');
  const second = await putSmallDay(officer, {
    response,
    town: areas.otherTown,
    village: areas.otherVillage,
  });
  other = second.of;
  const plan = await makeSmallPlan(officer, other);
  await officer(water.publishPlan, { params: { plan: plan.id }, body: { replaces: null } });
});
afterAll(() => server.close());

const boardOf = (of: SmallDay): Promise<BoardSheet> => county(getBoard, { query: of });

test('two desks of one response: whoever reads both sees at each what is promised to its own points', async () => {
  const [first, second] = [await boardOf(one), await boardOf(other)];
  for (const [of, sheet] of [
    [one, first],
    [other, second],
  ] as const) {
    const { points } = await county(water.getDay, { query: of });
    const own = points.map(({ id }) => id);
    expect(sheet.promises.length).toBeGreaterThan(0);
    expect(sheet.promises.filter(({ point }) => !own.includes(point))).toEqual([]);
    const gap = await county(water.getGap, { query: of });
    expect(sheet.totals.promised).toBe(gap.sheet.total.delivered);
  }
});
