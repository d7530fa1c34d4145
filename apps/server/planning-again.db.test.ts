import { randomUUID } from 'node:crypto';
import { listNeeds } from '@liangbuwu/office/commitments/contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { getPlan } from '@liangbuwu/office/plans/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { check } from '@liangbuwu/trucking/check/check.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import { getBoard } from '@liangbuwu/water/board/board.contract.ts';
import * as water from '@liangbuwu/water/contract.ts';
import { recordAsDriver } from '@liangbuwu/water/recording/entry.contract.ts';
import { getDriverDays } from '@liangbuwu/water/recording/field-day.contract.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, makeSmallPlan, publishSmallDay } from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let officer: Call;
let driver: Call;
let response: string;
let ids: Awaited<ReturnType<typeof publishSmallDay>>['ids'];

beforeAll(async () => {
  server = await testServer({ solve: true });
  ({ officer, response, ids } = await publishSmallDay(server));
  driver = await server.as('driver');
});
afterAll(() => server.close());

const instantOf = (second: number) =>
  Temporal.Instant.from(`${day}T00:00:00+08:00`).add({ seconds: second }).toString();
const board = async () => officer(getBoard, { query: ids.of });
const stopsOf = async () => {
  const { days } = await driver(getDriverDays, { query: {} });
  if (!days[0]?.plan) throw new Error('no plan is in force');
  return { plan: days[0].plan.id, stops: days[0].stops };
};
const emptied = (
  stop: { tanker: string; at: string; finish: number; promise: { id: string } | null },
  litres: number,
  second = stop.finish,
) =>
  driver(recordAsDriver, {
    params: { entry: randomUUID() },
    body: {
      kind: 'emptied',
      response,
      tanker: stop.tanker,
      point: stop.at,
      promise: stop.promise?.id ?? null,
      amount: { litres },
      at: instantOf(second),
    },
  });

describe('a day that did not go as planned', () => {
  let short: Awaited<ReturnType<typeof stopsOf>>['stops'][number];
  let missing: typeof short;

  test('at noon: one delivery came short, one was passed over, the source closes', async () => {
    const { plan, stops } = await stopsOf();
    const byTanker = Map.groupBy(
      stops.filter(({ kind, finish }) => kind === 'deliver' && finish < 12 * 3600 - 1800),
      ({ tanker }) => tanker,
    );
    const [own = []] = [...byTanker.values()].sort((a, b) => b.length - a.length);
    const [first, second, third] = own;
    if (!first || !second || !third) throw new Error('too few deliveries by noon');
    await officer(advanceClock, { params: { response }, body: { to: instantOf(12 * 3600) } });
    await emptied(first, Math.floor(first.litres / 2));
    await emptied(third, third.litres);
    [short, missing] = [first, second];

    const before = await board();
    const row = before.promises.find(({ promise }) => promise.id === second.promise?.id);
    expect(row?.standing).toBe('late');

    await officer(water.setSourceState, {
      params: { source: ids.source.works },
      body: { response, state: 'closed', reason: '停电' },
    });
    const next = await makeSmallPlan(officer, ids.of);
    const { settings, problem, result } = await officer(getPlan, { params: { plan: next.id } });
    const went = (settings as { went: { plan: Plan; differing: unknown[] } | null }).went;
    expect(went?.differing).toEqual(
      expect.arrayContaining([
        { point: short.at, planned: short.litres, came: Math.floor(short.litres / 2) },
        { point: missing.at, planned: missing.litres, came: 0 },
      ]),
    );
    const again = { previous: went?.plan as Plan, now: 12 * 3600 };
    expect(check(problem as Problem, result as Plan, again).faults).toEqual([]);
    const { promises } = await officer(water.publishPlan, {
      params: { plan: next.id },
      body: { replaces: plan },
    });
    // What was passed over, at least.
    expect(promises.withdrawn).toBeGreaterThan(0);
  });

  test('what was passed over is taken back, what came stays proven, nothing is promised twice', async () => {
    const { promises } = await board();
    expect(promises.some(({ promise }) => promise.id === missing.promise?.id)).toBe(false);
    expect(promises.find(({ promise }) => promise.id === short.promise?.id)?.promise).toMatchObject(
      { state: 'one-sided', quantity: short.litres },
    );
    const { needs } = await officer(listNeeds, { query: { response, desk: 'water', day } });
    const due = needs.flatMap(({ subject, promises: made }) =>
      made.map(({ giver, dueFrom }) => `${subject} ${giver} ${dueFrom}`),
    );
    expect(new Set(due).size).toBe(due.length);
  });

  test('a delivery that came before its time is not planned once more', async () => {
    const { plan, stops } = await stopsOf();
    const early = stops.find(({ kind, start }) => kind === 'deliver' && start > 12 * 3600 + 600);
    // With the works closed the well alone gives little: there may be nothing left to come early.
    if (!early) return;
    await emptied(early, early.litres, 12 * 3600 - 60);
    const next = await makeSmallPlan(officer, ids.of);
    const { result } = await officer(getPlan, { params: { plan: next.id } });
    const same = (result as Plan).routes
      .flatMap(({ stops: all }) => all)
      .filter((stop) => stop.kind === 'deliver' && stop.start === early.start);
    expect(same).toEqual([]);
    await officer(water.publishPlan, { params: { plan: next.id }, body: { replaces: plan } });
    const { needs } = await officer(listNeeds, { query: { response, desk: 'water', day } });
    const kept = needs
      .flatMap(({ promises }) => promises)
      .filter(({ id }) => id === early.promise?.id);
    expect(kept).toMatchObject([{ state: 'one-sided' }]);
  });
});
