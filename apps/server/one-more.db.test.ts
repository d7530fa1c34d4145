import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '@liangbuwu/office/clock/clock.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { getPlan } from '@liangbuwu/office/plans/contract.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import type { solve } from '@liangbuwu/trucking/plan/solve.ts';
import { solveHere } from '@liangbuwu/trucking/plan/solve-here.ts';
import * as water from '@liangbuwu/water/contract.ts';
import { getCourse, listTries } from '@liangbuwu/water/course.contract.ts';
import type { Try } from '@liangbuwu/water/one-more.ts';
import * as registers from '@liangbuwu/water/registers.contract.ts';
import { workOffTries } from '@liangbuwu/water/try-one-more.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  makeSmallPlan,
  openDrought,
  pointBody,
  putSmallDay,
  putTestFloors,
  type SmallDay,
  solved,
} from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

/** The search that the tries are made with, as each test wants it: by default a real one, cut short and in this thread. */
let search: typeof solve;
const short: typeof solve = async (problem, options) =>
  solveHere(problem, { ...options, iterations: 20 });
const begun: string[] = [];
/** How many held searches were told to stop. */
let stopped = 0;

let server: TestServer;
let county: Call;
let town: Call;
let of: SmallDay;
let response: string;
let letGo: (() => void)[] = [];

beforeAll(async () => {
  server = await testServer({ solve: true });
  const { app: db } = server.database;
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const services = { db, clock: systemClock, queue: server.queue, log };
  await workOffTries(services, (problem, options) => {
    begun.push(problem.name);
    return search(problem, options);
  });
  county = await server.as('county-officer', 'county');
  town = await server.as('town-officer');
  await putTestFloors(county);
  response = await openDrought(county, [server.areas.county]);
  const day = await putSmallDay(town, { response, ...server.areas });
  ({ of } = day);
  // More people than two tankers can serve: there is something to try.
  await town(registers.points.put, {
    params: { row: randomUUID() },
    body: pointBody({ ...server.areas, place: day.place.far, name: '三组', people: 9000 }),
  });
});
afterEach(() => {
  search = short;
  for (const one of letGo.splice(0)) one();
  begun.length = 0;
  stopped = 0;
});
afterAll(() => server.close());
search = short;

const triesOf = async (plan: string, by = town): Promise<Try[]> =>
  (await by(listTries, { params: { plan } })).tries;
const statesOf = async (plan: string) => new Set((await triesOf(plan)).map(({ state }) => state));
const until = async (happened: () => boolean | Promise<boolean>) => {
  while (!(await happened())) await wait(20);
};
const triesEnd = (plan: string) =>
  until(async () => {
    const states = await statesOf(plan);
    return !states.has('waiting') && !states.has('running');
  });
/** A search that goes on until the test lets it or it is told to stop. */
function holdSearch(): void {
  const open = new Promise<void>((resolve) => letGo.push(resolve));
  search = async (problem, options) => {
    const told = new Promise<void>((resolve) =>
      options?.signal?.addEventListener(
        'abort',
        () => {
          stopped += 1;
          resolve();
        },
        { once: true },
      ),
    );
    await Promise.race([open, told]);
    return short(problem, options);
  };
}

test('a plan keeps how it was found: the best over time, ended by the plan itself, above what no plan can beat', async () => {
  const plan = await makeSmallPlan(town, of);
  await triesEnd(plan.id);
  const { points, bound } = await town(getCourse, { params: { plan: plan.id } });
  expect(points.at(-1)).toMatchObject({
    hardship: plan.score?.tiers.map(({ hardship }) => hardship),
    metres: plan.score?.metres,
  });
  await until(async () => (await town(getCourse, { params: { plan: plan.id } })).bound !== null);
  const known = bound ?? (await town(getCourse, { params: { plan: plan.id } })).bound;
  expect(known).toHaveLength(3);
  for (const [tier, { hardship }] of (plan.score?.tiers ?? []).entries())
    expect(known?.[tier]).toBeLessThanOrEqual(hardship + 0.005);
});

test('what one more would give is tried one after the other, measured by as much time with nothing more', async () => {
  const plan = await makeSmallPlan(town, of);
  await triesEnd(plan.id);
  const tries = await triesOf(plan.id);
  expect(tries.length).toBeGreaterThan(2);
  expect(tries.map(({ number }) => number)).toEqual(tries.map((_, at) => at));
  expect(tries.map(({ kind }) => kind === 'time')).toEqual(tries.map((_, at) => at === 0));
  expect(new Set(tries.map(({ state }) => state))).toEqual(new Set(['solved']));
  expect(tries.filter(({ kind }) => kind === 'tanker').some(({ gain }) => gain?.helps)).toBe(true);
  for (const { gain, say } of tries) {
    expect(gain?.tiers.map(({ name }) => name)).toEqual(['survival', 'basic', 'full']);
    expect(say['zh-CN'] + say.en).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  }
  expect(begun).toHaveLength(tries.length);
});

test('the tries leave the plan as it is', async () => {
  const plan = await makeSmallPlan(town, of);
  const before = await town(getPlan, { params: { plan: plan.id } });
  await triesEnd(plan.id);
  expect(await town(getPlan, { params: { plan: plan.id } })).toEqual(before);
});

test('a plan that a person asks for goes first, and what concerns the older one is let be once it is there', async () => {
  holdSearch();
  const first = await makeSmallPlan(town, of);
  await until(async () => (await statesOf(first.id)).has('running'));
  const second = randomUUID();
  await town(water.makePlan, { params: { plan: second }, body: { ...of, seconds: 2 } });
  // The hold is not released: it can only have given way.
  await until(async () => !(await statesOf(first.id)).has('running'));
  expect((await solved(town, of, second)).state).toBe('solved');
  for (const one of letGo.splice(0)) one();
  search = short;
  await triesEnd(second);
  expect(await statesOf(first.id)).toEqual(new Set(['dropped']));
  expect(await statesOf(second)).toEqual(new Set(['solved']));
});

test('a try that fails says so, and the others go on', async () => {
  let calls = 0;
  search = (problem, options) => {
    calls += 1;
    return calls === 2 ? Promise.reject(new Error('inside')) : short(problem, options);
  };
  const plan = await makeSmallPlan(town, of);
  await triesEnd(plan.id);
  const tries = await triesOf(plan.id);
  expect(tries.map(({ state }) => state === 'failed')).toEqual(tries.map((_, at) => at === 1));
  expect(tries[1]?.gain).toBeNull();
  expect(JSON.stringify(tries)).not.toContain('inside');
});

test('a plan that breaks a rule is not taken for a result', async () => {
  search = async (problem, options) => {
    const plan = await short(problem, options);
    const [route] = plan.routes;
    const delivery = route?.stops.find((stop) => stop.kind === 'deliver');
    if (delivery?.kind === 'deliver') delivery.litres += 50_000;
    return plan;
  };
  const plan = await makeSmallPlan(town, of);
  await triesEnd(plan.id);
  expect(await statesOf(plan.id)).toEqual(new Set(['failed']));
});

test('only who may see the plan sees how it was found and what was tried; another town sees nothing of it', async () => {
  const plan = await makeSmallPlan(town, of);
  await triesEnd(plan.id);
  const leader = await server.as('leader', 'county');
  expect(await triesOf(plan.id, leader)).toEqual(await triesOf(plan.id));
  expect((await leader(getCourse, { params: { plan: plan.id } })).points).not.toEqual([]);
  const cadre = await server.as('village-cadre', 'village');
  const stranger = await server.as('town-officer', 'otherTown');
  for (const route of [getCourse, listTries] as const) {
    await expect(cadre(route, { params: { plan: plan.id } })).rejects.toMatchObject({
      status: 403,
    });
    await expect(stranger(route, { params: { plan: plan.id } })).rejects.toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
  }
});

test('a job that its server left half done is taken up: what was tried stays, the rest is tried', async () => {
  holdSearch();
  const plan = await makeSmallPlan(town, of);
  await until(async () => (await statesOf(plan.id)).has('running'));
  // Some are tried, one is half tried, and the job belongs to nobody any longer, as when its server is killed.
  const { owner } = server.database;
  const tried = { helps: true, tiers: [], litres: 4321, metres: 0 };
  await sql`update water.one_more set state = 'solved', gain = ${JSON.stringify(tried)}::jsonb
    where plan = ${plan.id} and number <= 1`.execute(owner);
  await sql`update water.one_more set state = 'running' where plan = ${plan.id} and number = 2`.execute(
    owner,
  );
  await sql`update pgboss.job set state = 'retry', start_after = now() + interval '1 hour'
    where data ->> 'plan' = ${plan.id} and state = 'active'`.execute(owner);
  await until(() => stopped === 1);
  search = short;
  begun.length = 0;
  await sql`update pgboss.job set start_after = now() where data ->> 'plan' = ${plan.id}`.execute(
    owner,
  );
  await triesEnd(plan.id);
  const tries = await triesOf(plan.id);
  expect(tries.slice(0, 2).map(({ gain }) => gain)).toEqual([tried, tried]);
  expect(new Set(tries.map(({ state }) => state))).toEqual(new Set(['solved']));
  // The first is searched again, to measure the others by it; the second is not.
  expect(begun).toHaveLength(tries.length - 1);
});

test('when its response ends, what was not tried is not tried any more', async () => {
  const closing = await openDrought(county, [server.areas.otherTown]);
  const otherTown = await server.as('town-officer', 'otherTown');
  const second = await putSmallDay(otherTown, {
    response: closing,
    town: server.areas.otherTown,
    village: server.areas.otherVillage,
  });
  await otherTown(registers.points.put, {
    params: { row: randomUUID() },
    body: pointBody({
      town: server.areas.otherTown,
      village: server.areas.otherVillage,
      place: second.place.far,
      name: '三组',
      people: 9000,
    }),
  });
  holdSearch();
  const plan = await makeSmallPlan(otherTown, second.of);
  const running = async () =>
    (await triesOf(plan.id, otherTown)).some((one) => one.state === 'running');
  await until(running);
  await closeByTwo(
    { proposer: await server.as('administrator', 'county'), second: county },
    closing,
  );
  await until(async () =>
    (await triesOf(plan.id, otherTown)).every((one) => one.state === 'dropped'),
  );
});
