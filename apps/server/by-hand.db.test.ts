import { randomUUID } from 'node:crypto';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { getPlan, listPlans } from '@liangbuwu/office/plans/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { check } from '@liangbuwu/trucking/check/check.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import { getHand, tryByHand } from '@liangbuwu/water/by-hand.contract.ts';
import * as water from '@liangbuwu/water/contract.ts';
import { listWhatIfs, makeWhatIf } from '@liangbuwu/water/what-if.contract.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  makeSmallPlan,
  openDrought,
  putSmallDay,
  putTestFloors,
  type SmallDay,
  solved,
} from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let officer: Call;
let county: Call;
let stranger: Call;
let of: SmallDay;
let there: Awaited<ReturnType<typeof putSmallDay>>;
let first: string;

beforeAll(async () => {
  server = await testServer({ solve: true });
  const { areas } = server;
  county = await server.as('county-officer', 'county');
  officer = await server.as('town-officer');
  stranger = await server.as('town-officer', 'otherTown');
  const response = await openDrought(county, [areas.county]);
  await putTestFloors(county);
  there = await putSmallDay(officer, { response, ...areas });
  ({ of } = there);
});
afterAll(() => server.close());

type Delivery = { tanker: string; point: string; start: number; litres: number };

async function deliveriesOf(plan: string): Promise<Delivery[]> {
  const { result } = await officer(getPlan, { params: { plan } });
  return (result as Plan).routes.flatMap(({ tanker, stops }) =>
    stops.flatMap((stop) =>
      stop.kind === 'deliver'
        ? [{ tanker, point: stop.point, start: stop.start, litres: stop.litres }]
        : [],
    ),
  );
}

async function passes(plan: string, previous?: string) {
  const { head, problem, result } = await officer(getPlan, { params: { plan } });
  const before = previous && (await officer(getPlan, { params: { plan: previous } })).result;
  const again = before ? { previous: before as Plan, now: head.now ?? 0 } : {};
  return check(problem as Problem, result as Plan, again).faults;
}

const tried = (plan: string, body: Parameters<typeof officer<typeof tryByHand>>[1]['body']) =>
  officer(tryByHand, { params: { plan }, body });

describe('a plan changed by hand', () => {
  let last: Delivery;
  let saved: string;

  test('nothing changed is the plan as it was, at no cost', async () => {
    ({ id: first } = await makeSmallPlan(officer, of, 2));
    const { moved, comparison, tankers } = await tried(first, { moves: [], pins: [] });
    expect(moved).toEqual([]);
    expect(comparison.words).toEqual([]);
    expect(tankers).toEqual(
      (await officer(water.getSchedule, { params: { plan: first } })).tankers,
    );
    last = (await deliveriesOf(first)).sort((a, b) => b.start - a.start)[0] as Delivery;
  });

  test('a delivery dropped says who loses how much; a load too big says why it cannot be', async () => {
    const { tanker, point, start, litres } = last;
    const dropped = await tried(first, {
      moves: [{ kind: 'drop', tanker, point, start }],
      pins: [],
    });
    expect(dropped.moved).toEqual([{ done: true, tanker, point, start: null, litres: 0 }]);
    const [village] = dropped.comparison.villages;
    expect(village && village.expected.before - village.expected.after).toBe(litres);
    expect(dropped.comparison.words.map(({ en }) => en).join()).toMatch(/loses [\d,]+ L/);
    const { moved } = await tried(first, {
      moves: [{ kind: 'litres', tanker, point, start, litres: 90_000 }],
      pins: [],
    });
    expect(moved).toEqual([{ done: false, because: 'no-load', earliest: null }]);
  });

  test('a move that can no longer be made is refused, and no plan is made', async () => {
    const hand = {
      from: first,
      machine: false,
      moves: [{ kind: 'drop' as const, ...last, litres: undefined, start: last.start + 1 }],
      pins: [],
      locks: [],
    };
    const [move] = hand.moves;
    const { litres: _, ...drop } = move as NonNullable<typeof move>;
    const plan = randomUUID();
    await expect(
      officer(water.makePlan, {
        params: { plan },
        body: { ...of, seconds: 1, hand: { ...hand, moves: [drop] } },
      }),
    ).rejects.toMatchObject({ body: { code: 'move-not-made' } });
    const { plans } = await officer(listPlans, { query: { ...of, desk: 'water' } });
    expect(plans.map(({ id }) => id)).not.toContain(plan);
  });

  test('saved as it is, it is what was tried, and nothing else has changed', async () => {
    const { tanker, point, start } = last;
    const moves = [{ kind: 'drop' as const, tanker, point, start }];
    const preview = await tried(first, { moves, pins: [] });
    saved = randomUUID();
    const body = {
      ...of,
      seconds: 1,
      name: '手工',
      hand: { from: first, machine: false, moves, pins: [], locks: [] },
    };
    await officer(water.makePlan, { params: { plan: saved }, body });
    expect(await solved(officer, of, saved)).toMatchObject({ state: 'solved', name: '手工' });
    expect((await officer(water.getSchedule, { params: { plan: saved } })).tankers).toEqual(
      preview.tankers,
    );
    expect(await passes(saved)).toEqual([]);
    expect((await officer(getHand, { params: { plan: saved } })).hand).toMatchObject({
      from: { plan: first, version: 1 },
      machine: false,
      moves: 1,
    });
    const { entries } = await officer(listEntries, { query: { area: of.area } });
    expect(entries.map(({ subject }) => subject)).toContain(`plan:${saved}`);
  });

  test('the machine plans around what was promised and locked', async () => {
    const all = await deliveriesOf(saved);
    const pinned = all[0] as Delivery;
    const pin = { ...pinned, from: pinned.start, to: pinned.start };
    const locked = all.find(({ tanker }) => tanker !== pinned.tanker)?.tanker;
    const plan = randomUUID();
    const { start: _, ...pinBody } = pin;
    await officer(water.makePlan, {
      params: { plan },
      body: {
        ...of,
        seconds: 2,
        hand: {
          from: saved,
          machine: true,
          moves: [],
          pins: [pinBody],
          locks: locked ? [locked] : [],
        },
      },
    });
    await solved(officer, of, plan);
    expect(await passes(plan)).toEqual([]);
    const after = await deliveriesOf(plan);
    expect(after.filter(({ tanker }) => tanker === locked)).toEqual(
      all.filter(({ tanker }) => tanker === locked),
    );
    expect(
      after.some(
        ({ tanker, point, start, litres }) =>
          tanker === pinned.tanker &&
          point === pinned.point &&
          start === pinned.start &&
          litres >= pinned.litres,
      ),
    ).toBe(true);
    const { hand } = await officer(getHand, { params: { plan } });
    expect(hand?.pins).toEqual([{ pin: pinBody, kept: true }]);
  });

  test('a pin that nobody can keep is said to be broken, not left out silently', async () => {
    const pin = {
      tanker: last.tanker,
      point: last.point,
      litres: 90_000,
      from: 30_000,
      to: 30_000,
    };
    const plan = randomUUID();
    await officer(water.makePlan, {
      params: { plan },
      body: {
        ...of,
        seconds: 1,
        hand: { from: first, machine: true, moves: [], pins: [pin], locks: [] },
      },
    });
    await solved(officer, of, plan);
    expect(await passes(plan)).toEqual([]);
    expect((await officer(getHand, { params: { plan } })).hand?.pins).toEqual([
      { pin, kept: false },
    ]);
  });

  test('who has no part in the town neither tries nor saves, and a made-up plan is not found', async () => {
    const refusal = { body: { code: 'not-found' } };
    await expect(
      stranger(tryByHand, { params: { plan: first }, body: { moves: [], pins: [] } }),
    ).rejects.toMatchObject(refusal);
    await expect(stranger(getHand, { params: { plan: first } })).rejects.toMatchObject(refusal);
    await expect(tried(randomUUID(), { moves: [], pins: [] })).rejects.toMatchObject(refusal);
  });
});

describe('what if', () => {
  const assumed = async (
    whatIf: Parameters<typeof officer<typeof makeWhatIf>>[1]['body']['whatIf'],
  ) => {
    const plan = randomUUID();
    await officer(makeWhatIf, { params: { plan }, body: { beside: first, seconds: 2, whatIf } });
    for (;;) {
      const { whatIfs } = await officer(listWhatIfs, { query: of });
      const found = whatIfs.find((one) => one.plan.id === plan);
      if (found?.comparison) return { ...found, comparison: found.comparison };
      if (!found || found.plan.state === 'failed') throw new Error('it was not solved');
    }
  };
  const nothing = { floors: null, more: [], longer: 0, without: [] };

  test('a source lost costs litres, and is no version of the plan', async () => {
    const { plans: before } = await officer(listPlans, { query: { ...of, desk: 'water' } });
    const { comparison, plan } = await assumed({ ...nothing, without: [there.source.works] });
    const [village] = comparison.villages;
    expect(village?.expected.after).toBeLessThan(village?.expected.before ?? 0);
    const { plans } = await officer(listPlans, { query: { ...of, desk: 'water' } });
    expect(plans).toEqual(before);
    await expect(
      officer(water.publishPlan, { params: { plan: plan.id }, body: { replaces: null } }),
    ).rejects.toMatchObject({ body: { code: 'not-found' } });
  });

  test('a tanker more drives, and has a name', async () => {
    const { comparison } = await assumed({
      ...nothing,
      without: [],
      more: [{ like: there.tanker.one, count: 1 }],
      longer: 7200,
    });
    expect(comparison.tankers.every(({ name }) => name !== '')).toBe(true);
    const [village] = comparison.villages;
    expect(village?.expected.after).toBeGreaterThanOrEqual(village?.expected.before ?? 0);
  });

  test('floors are those assumed: nobody is short of lower ones', async () => {
    const { comparison } = await assumed({ ...nothing, floors: [0, 0, 0] });
    expect(comparison.tiers.map(({ people }) => people.after)).toEqual([0, 0, 0]);
  });

  test('who has no part in the town sees none of it', async () => {
    expect(await stranger(listWhatIfs, { query: of })).toEqual({ whatIfs: [] });
    await expect(
      stranger(makeWhatIf, {
        params: { plan: randomUUID() },
        body: { beside: first, whatIf: { ...nothing, longer: 3600 } },
      }),
    ).rejects.toMatchObject({ body: { code: 'not-found' } });
  });
});

test('in force and under way: what has begun can no longer be moved', async () => {
  await officer(water.publishPlan, { params: { plan: first }, body: { replaces: null } });
  await county(advanceClock, {
    params: { response: of.response },
    body: { to: '2022-11-10T12:00:00+08:00' },
  });
  const noon = 43_200;
  const all = await deliveriesOf(first);
  const begun = all.find(({ start }) => start < noon) as Delivery;
  const { tanker, point, start } = begun;
  const { moved } = await tried(first, {
    moves: [{ kind: 'drop', tanker, point, start }],
    pins: [],
  });
  expect(moved).toEqual([{ done: false, because: 'gone', earliest: null }]);
  const plan = randomUUID();
  await officer(water.makePlan, {
    params: { plan },
    body: {
      ...of,
      seconds: 1,
      hand: { from: first, machine: false, moves: [], pins: [], locks: [] },
    },
  });
  await solved(officer, of, plan);
  expect(await passes(plan, first)).toEqual([]);
  expect((await deliveriesOf(plan)).filter((one) => one.start < noon)).toEqual(
    all.filter((one) => one.start < noon),
  );
});

test('the day after starts from the day before, as it was or with the machine going on', async () => {
  await county(advanceClock, {
    params: { response: of.response },
    body: { to: '2022-11-11T06:00:00+08:00' },
  });
  const next = { ...of, day: '2022-11-11' };
  const { plans } = await officer(listPlans, { query: { ...of, desk: 'water' } });
  const from = plans.find(({ state }) => state === 'published')?.id ?? '';
  for (const machine of [false, true]) {
    const plan = randomUUID();
    await officer(water.makePlan, {
      params: { plan },
      body: { ...next, seconds: 1, hand: { from, machine, moves: [], pins: [], locks: [] } },
    });
    await solved(officer, next, plan);
    expect(await passes(plan)).toEqual([]);
    if (!machine) expect(await deliveriesOf(plan)).toEqual(await deliveriesOf(from));
  }
});
