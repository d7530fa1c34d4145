import { randomUUID } from 'node:crypto';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { getBoard } from '@liangbuwu/water/board/board.contract.ts';
import type { BoardSheet } from '@liangbuwu/water/board/board-sheet.ts';
import * as water from '@liangbuwu/water/contract.ts';
import { recordAsKeeper } from '@liangbuwu/water/recording/entry.contract.ts';
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
let officer: Call;
let one: SmallDay;
let other: SmallDay;
beforeAll(async () => {
  server = await testServer({ solve: true });
  const { areas } = server;
  county = await server.as('county-officer', 'county');
  const { response, ids } = await publishSmallDay(server);
  one = ids.of;
  officer = await server.as('town-officer', 'otherTown');
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

test('a roll-call is reported with what is promised; the last count of a point is the one that holds', async () => {
  const { promises, now } = await boardOf(other);
  const [at] = promises;
  if (!at) throw new Error('something is promised to the other desk');
  const count = (litres: number) =>
    officer(recordAsKeeper, {
      params: { entry: randomUUID() },
      body: {
        kind: 'roll-call',
        response: other.response,
        point: at.point,
        homes: 23,
        people: 78,
        litres,
        at: now,
      },
    });
  const reported = async () => {
    const { reports, promises: rows } = await boardOf(other);
    const promised = rows
      .filter(({ point }) => point === at.point)
      .reduce((all, { litres }) => all + litres, 0);
    return { promised, of: reports.filter(({ entry }) => entry.kind === 'roll-call') };
  };
  await count(50_000);
  const first = await reported();
  expect(first.of).toMatchObject([
    { settled: false, promised: first.promised, entry: { homes: 23, people: 78, litres: 50_000 } },
  ]);
  await count(first.promised);
  const { of } = await reported();
  expect(of).toMatchObject([{ settled: true, entry: { litres: first.promised } }]);
});
