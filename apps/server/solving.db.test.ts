import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { bePresent, getPlan, listPlans, stopPlan } from '@liangbuwu/office/plans/contract.ts';
import { type Solver, solveQueue } from '@liangbuwu/office/plans/solving.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import * as water from '@liangbuwu/water/contract.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  openDrought,
  putSmallDay,
  putTestFloors,
  type SmallDay,
  solved,
} from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

type Solving = Parameters<Solver['solve']>;
const noScore = { tiers: [], metres: 0, changed: 0 };
const good = {
  result: { format: 'water-day-plan/1', routes: [], short: [], score: noScore },
  score: noScore,
};

/** A desk's solver, as each test wants it: it stands where a planner stands, outside of the office. */
let solve: Solver['solve'];
const begun: string[] = [];

let server: TestServer;
let county: Call;
let town: Call;
let of: SmallDay;
let tidy: (() => void)[] = [];
beforeAll(async () => {
  const solver: Solver = { desk: 'water', solve: (...given: Solving) => solve(...given) };
  server = await testServer({ solve: [solver] });
  county = await server.as('county-officer', 'county');
  town = await server.as('town-officer');
  await putTestFloors(county);
  ({ of } = await putSmallDay(town, {
    response: await openDrought(county, [server.areas.county]),
    ...server.areas,
  }));
});
afterEach(() => {
  for (const one of tidy.splice(0)) one();
  begun.length = 0;
});
afterAll(() => server.close());

const ask = async (plan = randomUUID(), day = of) => {
  await town(water.makePlan, { params: { plan }, body: { ...day, seconds: 1 } });
  return plan;
};
const actionsOf = async (plan: string) => {
  const { entries } = await county(listEntries, { query: { subject: `plan:${plan}` } });
  return entries.map(({ action }) => action).sort();
};
const until = async (happened: () => boolean | Promise<boolean>) => {
  while (!(await happened())) await wait(20);
};
/** A solver that ends only when the test lets it, or when it is told to stop. */
function held() {
  let go: () => void = () => {};
  const open = new Promise<void>((resolve) => {
    go = resolve;
  });
  tidy.push(go);
  solve = async (_, __, { signal }) => {
    begun.push('solve');
    await Promise.race([
      open,
      new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())),
    ]);
    return good;
  };
  return go;
}

test('a solver that fails leaves a plan that says so in words, an entry, and no trace of the fault to its reader', async () => {
  solve = () => Promise.reject(new Error('secret of the inside'));
  const plan = await solved(town, of, await ask());
  expect(plan).toMatchObject({ state: 'failed', score: null });
  expect(plan.failure?.['zh-CN']).toMatch(/重新规划/);
  expect(plan.failure?.en).toMatch(/Plan again/);
  expect(JSON.stringify(await town(getPlan, { params: { plan: plan.id } }))).not.toContain(
    'secret',
  );
  expect(await actionsOf(plan.id)).toEqual(['plans.asked-for', 'plans.failed']);
  await expect(
    town(water.publishPlan, { params: { plan: plan.id }, body: { replaces: null } }),
  ).rejects.toMatchObject({ status: 409, body: { code: 'not-solved-yet' } });
});

test('a job whose plan is gone, and one whose area it never was, are worked off without harm', async () => {
  solve = async () => good;
  for (const area of [of.area, server.areas.otherTown]) {
    await server.database.app
      .transaction()
      .execute((tx) =>
        server.queue.send(tx, solveQueue, { tenant: server.tenant, area, plan: randomUUID() }),
      );
  }
  const after = await solved(town, of, await ask());
  expect(after.state).toBe('solved');
  const { rows } = await sql<{ state: string }>`
    select distinct state::text from pgboss.job where name = ${solveQueue}`.execute(
    server.database.owner,
  );
  expect(rows.map(({ state }) => state)).not.toContain('failed');
});

test('stopped while it waits behind another, a plan never begins', async () => {
  const go = held();
  const first = await ask();
  await until(() => begun.length === 1);
  const second = await ask();
  await town(stopPlan, { params: { plan: second } });
  await town(stopPlan, { params: { plan: second } });
  go();
  expect((await solved(town, of, first)).state).toBe('solved');
  expect((await solved(town, of, second)).state).toBe('stopped');
  expect(begun).toHaveLength(1);
  expect(await actionsOf(second)).toEqual(['plans.asked-for', 'plans.stop-asked', 'plans.stopped']);
});

test('a solver that gives nothing when it is stopped leaves a stopped plan, not a failed one', async () => {
  solve = (_, __, { signal, onProgress }) =>
    new Promise((_resolve, reject) => {
      const beat = setInterval(
        () => onProgress({ seconds: 0, of: 1, iterations: 0, hardship: [], metres: 0 }),
        20,
      );
      signal.addEventListener('abort', () => {
        clearInterval(beat);
        reject(signal.reason);
      });
    });
  const plan = await ask();
  await until(async () => (await town(getPlan, { params: { plan } })).head.state === 'solving');
  await town(stopPlan, { params: { plan } });
  expect(await solved(town, of, plan)).toMatchObject({ state: 'stopped', failure: null });
});

test('the result that comes late, of a server thought dead, does not undo what is in force by then', async () => {
  const go = held();
  const plan = await ask();
  await until(() => begun.length === 1);
  // Another server has solved it meanwhile, and an officer has published it.
  await sql`update plans.plan set state = 'published', result = ${JSON.stringify(good.result)}::jsonb where id = ${plan}`.execute(
    server.database.owner,
  );
  go();
  const { rows } = await sql<{
    state: string;
  }>`select state from plans.plan where id = ${plan}`.execute(server.database.owner);
  expect(rows).toEqual([{ state: 'published' }]);
  await until(async () => {
    const jobs = await sql<{ active: number }>`
      select count(*)::int as active from pgboss.job where name = ${solveQueue} and state in ('created', 'active')`.execute(
      server.database.owner,
    );
    return jobs.rows[0]?.active === 0;
  });
  expect((await town(getPlan, { params: { plan } })).head.state).toBe('published');
  expect(await actionsOf(plan)).toEqual(['plans.asked-for']);
  await sql`update plans.plan set state = 'replaced' where id = ${plan}`.execute(
    server.database.owner,
  );
});

test('tapped many times at once, one plan is asked for; asked for by several, each has its own number', async () => {
  solve = async () => good;
  const one = randomUUID();
  await Promise.all(Array.from({ length: 6 }, () => ask(one)));
  const others = await Promise.all(Array.from({ length: 8 }, () => ask()));
  for (const plan of [one, ...others]) await solved(town, of, plan);
  const { plans } = await town(listPlans, { query: { ...of, desk: 'water' } });
  expect(plans.filter(({ id }) => id === one)).toHaveLength(1);
  expect(plans.map(({ version }) => version)).toEqual(plans.map((_, i) => plans.length - i));
  expect(await actionsOf(one)).toEqual(['plans.asked-for', 'plans.solved']);
});

test('who left the page is no longer shown after a minute, and who says otherwise under the same tab is heard', async () => {
  const tab = randomUUID();
  const query = { ...of, desk: 'water' };
  const other = await server.as('county-officer', 'county');
  const shown = async () => (await other(listPlans, { query })).present.map(({ doing }) => doing);
  await town(bePresent, { params: { tab }, body: { ...query, doing: 'reading' } });
  expect(await shown()).toEqual(['reading']);
  await town(bePresent, { params: { tab }, body: { ...query, doing: 'planning' } });
  expect(await shown()).toEqual(['planning']);
  await sql`update plans.presence set seen = seen - interval '61 seconds' where tab = ${tab}`.execute(
    server.database.owner,
  );
  expect(await shown()).toEqual([]);
  await other(bePresent, { params: { tab: randomUUID() }, body: { ...query, doing: 'reading' } });
  const { rows } = await sql`select from plans.presence where tab = ${tab}`.execute(
    server.database.owner,
  );
  expect(rows).toEqual([]);
});

test("who is present in another town's day is not seen there, and cannot be said to be", async () => {
  const stranger = await server.as('town-officer', 'otherTown');
  const body = { ...of, desk: 'water', doing: 'reading' as const };
  await expect(stranger(bePresent, { params: { tab: randomUUID() }, body })).rejects.toMatchObject({
    body: { code: 'outside-your-area' },
  });
  expect((await stranger(listPlans, { query: { ...of, desk: 'water' } })).present).toEqual([]);
});

test('a plan that is being solved when its response ends is stopped, and one that waits never begins', async () => {
  const response = await openDrought(county, [server.areas.otherTown]);
  const otherTown = await server.as('town-officer', 'otherTown');
  const second = await putSmallDay(otherTown, {
    response,
    town: server.areas.otherTown,
    village: server.areas.otherVillage,
  });
  const go = held();
  const plans = [randomUUID(), randomUUID()] as const;
  for (const plan of plans)
    await otherTown(water.makePlan, { params: { plan }, body: { ...second.of, seconds: 1 } });
  await until(() => begun.length === 1);
  await closeByTwo(
    { proposer: await server.as('administrator', 'county'), second: county },
    response,
  );
  go();
  for (const plan of plans)
    expect((await solved(otherTown, second.of, plan)).state).toBe('stopped');
  expect(begun).toHaveLength(1);
});

test('what a plan is told of itself is in the time of its response', async () => {
  solve = async () => good;
  const plan = await solved(town, of, await ask());
  expect(plan.madeAt).toBe('2022-11-09T22:00:00.000Z');
  expect(plan.finishedAt).toBe('2022-11-09T22:00:00.000Z');
  const { entries } = await county(listEntries, { query: { subject: `plan:${plan.id}` } });
  expect(new Set(entries.map(({ at }) => at))).toEqual(new Set(['2022-11-09T22:00:00.000Z']));
});

test('a plan whose result cannot be kept, however often it is tried, does not wait for ever', async () => {
  let tried = 0;
  solve = async () => {
    tried += 1;
    return { ...good, result: { ...good.result, problem: 'a\u0000b' } };
  };
  const plan = await solved(town, of, await ask());
  expect(plan.state).toBe('failed');
  expect(plan.failure?.['zh-CN']).toMatch(/重新规划/);
  expect(tried).toBe(4);
  expect(await actionsOf(plan.id)).toEqual(['plans.asked-for', 'plans.failed']);
  const { rows } = await sql<{ output: string }>`
    select coalesce(output::text, '') as output from pgboss.job where data ->> 'plan' = ${plan.id}`.execute(
    server.database.owner,
  );
  expect(rows.map(({ output }) => output).join()).not.toContain('format');
});
