import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { listNeeds, recordProof } from '@liangbuwu/office/commitments/contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { bePresent, getPlan, listPlans, stopPlan } from '@liangbuwu/office/plans/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { check } from '@liangbuwu/trucking/check/check.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import * as water from '@liangbuwu/water/contract.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  day,
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
let otherOfficer: Call;
let cadre: Call;
let stranger: Call;
let response: string;
let of: SmallDay;
let source: { works: string; well: string };
let tanker: { one: string; two: string };

beforeAll(async () => {
  server = await testServer({ solve: true });
  const { areas } = server;
  const county = await server.as('county-officer', 'county');
  officer = await server.as('town-officer');
  otherOfficer = await server.as('county-officer', 'county');
  cadre = await server.as('village-cadre', 'village');
  stranger = await server.as('town-officer', 'otherTown');
  response = await openDrought(county, [areas.county]);
  await putTestFloors(county);
  ({ of, source, tanker } = await putSmallDay(officer, { response, ...areas }));
});
afterAll(() => server.close());

const make = (by: Call, seconds = 1) => makeSmallPlan(by, of, seconds);

const promisedLitres = async (by: Call) => {
  const { needs } = await by(listNeeds, { query: { response, desk: 'water', day } });
  return needs.flatMap(({ promises }) => promises).reduce((sum, { quantity }) => sum + quantity, 0);
};

describe('a day at the water desk', () => {
  let first: Awaited<ReturnType<typeof make>>;
  let second: Awaited<ReturnType<typeof make>>;

  test('before anything is published every need is open', async () => {
    const { basis, plan, sheet } = await officer(water.getGap, { query: of });
    expect({ basis, plan }).toEqual({ basis: 'nothing', plan: null });
    expect(sheet.total).toMatchObject({ people: 1600, need: 32_000, expected: 0 });
  });

  test('the officer plans it, and the plan passes the checker', async () => {
    first = await make(officer);
    expect(first.state).toBe('solved');
    const { problem, result } = await officer(getPlan, { params: { plan: first.id } });
    expect(check(problem as Problem, result as Plan).faults).toEqual([]);
    const { tankers } = await officer(water.getSchedule, { params: { plan: first.id } });
    const sent = tankers.map((row) => row.tanker);
    expect(sent).not.toEqual([]);
    expect([tanker.one, tanker.two]).toEqual(expect.arrayContaining(sent));
  });

  test('the same request again is the same plan', async () => {
    const again = await officer(water.makePlan, {
      params: { plan: first.id },
      body: { ...of, seconds: 1 },
    });
    expect(again.id).toBe(first.id);
    expect((await officer(listPlans, { query: { ...of, desk: 'water' } })).plans).toHaveLength(1);
  });

  test('a plan that is only solved promises nothing yet', async () => {
    expect(await promisedLitres(officer)).toBe(0);
  });

  test('published, its deliveries are promised, and the gap sheet adds up to it', async () => {
    const draft = await officer(water.getGap, { query: { ...of, plan: first.id } });
    const { promises } = await officer(water.publishPlan, {
      params: { plan: first.id },
      body: { replaces: null },
    });
    expect(promises.made).toBeGreaterThan(0);
    const { basis, sheet } = await officer(water.getGap, { query: of });
    expect(basis).toBe('published');
    expect(sheet).toEqual(draft.sheet);
    expect(await promisedLitres(officer)).toBe(sheet.total.delivered);
  });

  test('a double tap publishes once', async () => {
    const { promises } = await officer(water.publishPlan, {
      params: { plan: first.id },
      body: { replaces: null },
    });
    expect(promises).toEqual({ made: 0, withdrawn: 0, kept: 0 });
  });

  test("the village's cadre sees its own litres and promises, but no plan", async () => {
    const { basis, plan, sheet } = await cadre(water.getGap, { query: of });
    expect({ basis, plan }).toEqual({ basis: 'published', plan: null });
    expect(sheet.villages.map(({ area }) => area)).toEqual([server.areas.village]);
    expect(await promisedLitres(cadre)).toBe(sheet.total.delivered);
    await expect(cadre(listPlans, { query: { ...of, desk: 'water' } })).rejects.toMatchObject({
      status: 403,
    });
  });

  test('an officer of another town sees none of it', async () => {
    await expect(stranger(water.getGap, { query: of })).rejects.toMatchObject({ status: 404 });
    await expect(stranger(water.getDay, { query: of })).rejects.toMatchObject({ status: 404 });
    await expect(stranger(getPlan, { params: { plan: first.id } })).rejects.toMatchObject({
      status: 404,
    });
    await expect(stranger(water.getSchedule, { params: { plan: first.id } })).rejects.toMatchObject(
      { status: 404 },
    );
    expect((await stranger(listPlans, { query: { ...of, desk: 'water' } })).plans).toEqual([]);
    expect((await stranger(listNeeds, { query: { response, desk: 'water', day } })).needs).toEqual(
      [],
    );
    expect((await stranger(water.listDesks, { query: { response } })).desks).toEqual([]);
    for (const call of [
      () =>
        stranger(water.setSourceState, {
          params: { source: source.works },
          body: { response, state: 'closed', reason: 'x' },
        }),
      () => stranger(water.publishPlan, { params: { plan: first.id }, body: { replaces: null } }),
      () => stranger(stopPlan, { params: { plan: first.id } }),
    ]) {
      await expect(call()).rejects.toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
  });

  test('a source is not closed without a reason', async () => {
    await expect(
      officer(water.setSourceState, {
        params: { source: source.works },
        body: { response, state: 'closed', reason: '  ' },
      }),
    ).rejects.toMatchObject({ status: 422, body: { code: 'reason-needed' } });
  });

  test('at nine the main source closes: the new plan keeps what has begun and leaves it from then on', async () => {
    await officer(advanceClock, {
      params: { response },
      body: { to: '2022-11-10T09:00:00+08:00' },
    });
    await officer(water.setSourceState, {
      params: { source: source.works },
      body: { response, state: 'closed', reason: '停电' },
    });
    second = await make(officer);
    expect(second).toMatchObject({ state: 'solved', basedOn: first.id, now: 32_400 });
    const { problem, result } = await officer(getPlan, { params: { plan: second.id } });
    const before = await officer(getPlan, { params: { plan: first.id } });
    const again = { previous: before.result as Plan, now: 32_400 };
    expect(check(problem as Problem, result as Plan, again).faults).toEqual([]);
    const late = (result as Plan).routes
      .flatMap(({ stops }) => stops)
      .filter(
        (stop) => stop.kind === 'fill' && stop.source === source.works && stop.start >= 32_400,
      );
    expect(late).toEqual([]);
  });

  test('side by side, the litres lost are said in words', async () => {
    const found = await officer(water.comparePlans, {
      query: { before: first.id, after: second.id },
    });
    const lost = found.villages.reduce(
      (sum, { expected }) => sum + expected.before - expected.after,
      0,
    );
    expect(lost).toBeGreaterThan(0);
    expect(found.words[0]?.['zh-CN']).toContain('甲一村少');
  });

  test('who has not looked at the plan in force cannot replace it', async () => {
    await expect(
      otherOfficer(water.publishPlan, { params: { plan: second.id }, body: { replaces: null } }),
    ).rejects.toMatchObject({ status: 409, body: { code: 'another-in-force' } });
  });

  test('published, what has begun stays promised, the rest is taken back', async () => {
    const { promises } = await officer(water.publishPlan, {
      params: { plan: second.id },
      body: { replaces: first.id },
    });
    expect(promises.withdrawn).toBeGreaterThan(0);
    const { sheet } = await officer(water.getGap, { query: of });
    expect(await promisedLitres(officer)).toBe(sheet.total.delivered);
    expect(sheet.villages[0]?.points.some(({ short }) => short !== null)).toBe(true);
    const states = (await officer(listPlans, { query: { ...of, desk: 'water' } })).plans.map(
      ({ state }) => state,
    );
    expect(states).toEqual(['published', 'replaced']);
  });

  test('two who publish at once: one does, the other is told who', async () => {
    const [left, right] = [await make(officer), await make(otherOfficer)];
    const results = await Promise.allSettled(
      [left, right].map(({ id }) =>
        officer(water.publishPlan, { params: { plan: id }, body: { replaces: second.id } }),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const rejected = results.find((result) => result.status === 'rejected');
    expect(rejected?.reason.body.code).toBe('another-in-force');
  });

  test('a plan whose time has passed is not published', async () => {
    const { plans } = await officer(listPlans, { query: { ...of, desk: 'water' } });
    const replaces = plans.find(({ state }) => state === 'published')?.id ?? '';
    const { result, settings } = await officer(getPlan, { params: { plan: replaces } });
    const next = (result as Plan).routes
      .flatMap(({ tanker: shift, stops }) =>
        stops.flatMap((stop) =>
          stop.kind !== 'home' && stop.start >= 32_400 ? [{ shift, start: stop.start }] : [],
        ),
      )
      .sort((a, b) => a.start - b.start)[0];
    if (!next) throw new Error('nothing is planned after nine');
    // A plan without that tanker, while that tanker sets out.
    const { shifts } = (settings as { cast: { shifts: Record<string, { tanker: string }> } }).cast;
    const truck = shifts[next.shift]?.tanker ?? '';
    const turn = (state: 'out' | 'ready') =>
      officer(water.setTankerState, {
        params: { tanker: truck },
        body: { response, state, reason: '爆胎' },
      });
    await turn('out');
    const plan = await make(officer);
    await turn('ready');
    const to = Temporal.Instant.from('2022-11-10T00:00:00+08:00')
      .add({ seconds: next.start + 60 })
      .toString();
    await officer(advanceClock, { params: { response }, body: { to } });
    await expect(
      officer(water.publishPlan, { params: { plan: plan.id }, body: { replaces } }),
    ).rejects.toMatchObject({ status: 409, body: { code: 'time-has-passed' } });
  });

  test('both sides prove a delivery; what they say differently is shown, not averaged', async () => {
    const { needs } = await officer(listNeeds, { query: { response, desk: 'water', day } });
    const promise = needs
      .flatMap(({ promises }) => promises)
      .sort((a, b) => (a.dueTo < b.dueTo ? -1 : 1))[0];
    if (!promise) throw new Error('nothing is promised');
    const at = '2022-11-10T09:00:00+08:00';
    const say = (side: 'giver' | 'receiver', quantity: number, proof = randomUUID()) =>
      officer(recordProof, {
        params: { promise: promise.id, proof },
        body: { side, quantity, at },
      });
    const proof = randomUUID();
    expect((await say('giver', promise.quantity, proof)).state).toBe('one-sided');
    expect((await say('giver', promise.quantity, proof)).proofs).toHaveLength(1);
    const disputed = await say('receiver', Math.floor(promise.quantity / 2));
    expect(disputed.state).toBe('disputed');
    expect(disputed.proofs.map(({ quantity }) => quantity)).toEqual([
      promise.quantity,
      Math.floor(promise.quantity / 2),
    ]);
    expect((await say('receiver', promise.quantity)).state).toBe('kept');
  });

  test('a proof of the future is refused', async () => {
    const { needs } = await officer(listNeeds, { query: { response, desk: 'water', day } });
    const promise = needs.flatMap(({ promises }) => promises)[0];
    await expect(
      officer(recordProof, {
        params: { promise: promise?.id ?? '', proof: randomUUID() },
        body: { side: 'giver', quantity: 1, at: '2022-11-10T23:00:00+08:00' },
      }),
    ).rejects.toMatchObject({ body: { code: 'before-it-is-due' } });
  });

  test('a stopped plan keeps the best found so far', async () => {
    const plan = randomUUID();
    await officer(water.makePlan, { params: { plan }, body: { ...of, seconds: 300 } });
    while ((await officer(getPlan, { params: { plan } })).head.state === 'queued') await wait(50);
    await officer(stopPlan, { params: { plan } });
    expect((await solved(officer, of, plan)).state).toBe('solved');
    await expect(officer(stopPlan, { params: { plan } })).rejects.toMatchObject({
      body: { code: 'not-running' },
    });
  });

  test('two who have the day open see each other, not themselves', async () => {
    const here = (by: Call, doing: 'reading' | 'planning') =>
      by(bePresent, { params: { tab: randomUUID() }, body: { ...of, desk: 'water', doing } });
    await here(officer, 'reading');
    await here(officer, 'planning');
    const { present } = await here(otherOfficer, 'reading');
    expect(present).toMatchObject([{ name: 'town-officer town', doing: 'planning' }]);
    const { present: seen } = await officer(listPlans, { query: { ...of, desk: 'water' } });
    expect(seen).toMatchObject([{ name: 'county-officer county', doing: 'reading' }]);
  });

  test('when the service hours are over there is nothing to plan', async () => {
    await officer(advanceClock, {
      params: { response },
      body: { to: '2022-11-11T00:00:00+08:00' },
    });
    await expect(
      officer(water.makePlan, { params: { plan: randomUUID() }, body: { ...of, seconds: 1 } }),
    ).rejects.toMatchObject({ body: { code: 'day-is-over' } });
  });
});
