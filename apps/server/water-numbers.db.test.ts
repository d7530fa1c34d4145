import { randomUUID } from 'node:crypto';
import { listNeeds, recordProof } from '@liangbuwu/office/commitments/contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import * as water from '@liangbuwu/water/contract.ts';
import * as registers from '@liangbuwu/water/registers.contract.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differences, figuresOf } from './testing/adds-up.ts';
import {
  day,
  makeSmallPlan,
  openDrought,
  pointBody,
  putSmallDay,
  putTestFloors,
} from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

type Day = Awaited<ReturnType<typeof putSmallDay>>;

let server: TestServer;
let county: Call;
let town: Call;
let otherTown: Call;
let response: string;
let ours: Day;
let theirs: Day;
beforeAll(async () => {
  server = await testServer({ solve: true });
  const { areas } = server;
  county = await server.as('county-officer', 'county');
  town = await server.as('town-officer');
  otherTown = await server.as('town-officer', 'otherTown');
  response = await openDrought(county, [areas.county]);
  await putTestFloors(county);
  ours = await putSmallDay(town, { response, town: areas.town, village: areas.village });
  theirs = await putSmallDay(otherTown, {
    response,
    town: areas.otherTown,
    village: areas.otherVillage,
  });
});
afterAll(() => server.close());

const publish = (by: Call, plan: PlanHead, replaces: string | null) =>
  by(water.publishPlan, { params: { plan: plan.id }, body: { replaces } });
const advance = (time: string) =>
  county(advanceClock, { params: { response }, body: { to: `${day}T${time}:00+08:00` } });
const needsOf = async (by: Call) =>
  (await by(listNeeds, { query: { response, desk: 'water', day } })).needs;
const inForce = async (of: Day) => (await county(water.getGap, { query: of.of })).plan?.id ?? null;
const total = async (of: Day) =>
  [...(await figuresOf(county, of.of)).values()].reduce((sum, { promised }) => sum + promised, 0);

test("the county's officer publishes for one town, and the other town keeps its promises", async () => {
  await publish(otherTown, await makeSmallPlan(otherTown, theirs.of), null);
  const before = await total(theirs);
  expect(before).toBeGreaterThan(0);
  const { promises } = await publish(county, await makeSmallPlan(county, ours.of), null);
  expect(promises.withdrawn).toBe(0);
  expect(await total(theirs)).toBe(before);
  expect(await differences(county, ours.of)).toEqual([]);
  expect(await differences(county, theirs.of)).toEqual([]);
});

test('through a day of replanning promises, sheet and plan stay one figure', async () => {
  for (const time of ['07:40', '08:20', '09:10', '10:30']) {
    await advance(time);
    const turn = (state: 'open' | 'closed') =>
      town(water.setSourceState, {
        params: { source: ours.source.works },
        body: { response, state, reason: '停电' },
      });
    await turn(time < '09' ? 'closed' : 'open');
    await publish(county, await makeSmallPlan(town, ours.of), await inForce(ours));
    expect(await differences(county, ours.of), time).toEqual([]);
  }
  expect(await differences(county, theirs.of)).toEqual([]);
});

test('a delivery recorded before it was due is not promised a second time', async () => {
  const now = (await advance('10:45')).now;
  const early = (await needsOf(town))
    .flatMap(({ promises }) => promises)
    .find(({ dueFrom }) => dueFrom > now);
  if (!early) throw new Error('nothing is promised for later');
  await town(recordProof, {
    params: { promise: early.id, proof: randomUUID() },
    body: { side: 'giver', quantity: early.quantity, at: now },
  });
  await publish(town, await makeSmallPlan(town, ours.of), await inForce(ours));
  const same = (await needsOf(town))
    .flatMap(({ promises }) => promises)
    .filter(({ giver, dueFrom }) => giver === early.giver && dueFrom === early.dueFrom);
  expect(same.map(({ id, state }) => ({ id, state }))).toEqual([
    { id: early.id, state: 'one-sided' },
  ]);
});

test('a plan that leaves out what is under way is not put in force', async () => {
  // Both are made at one time from nothing; one is in force when the other would begin.
  const [first, second] = [
    await makeSmallPlan(county, theirs.of),
    await makeSmallPlan(county, theirs.of, 2),
  ];
  await publish(county, first, await inForce(theirs));
  await advance('11:45');
  const tried = await publish(county, second, first.id).then(
    () => 'published',
    (error: { body: { code: string } }) => error.body.code,
  );
  // Where both had begun the same, it may be; either way nothing is lost or doubled.
  expect(['published', 'time-has-passed']).toContain(tried);
  expect(await differences(county, theirs.of)).toEqual([]);
});

test('a plan keeps the floors that it was made by; a version that is there is not altered', async () => {
  const plan = await makeSmallPlan(county, theirs.of);
  const sheet = async () =>
    (await county(water.getGap, { query: { ...theirs.of, plan: plan.id } })).sheet;
  const before = await sheet();
  const floors = {
    ...before.floors,
    tiers: before.floors.tiers.map((tier) => ({
      ...tier,
      litresPerPerson: tier.litresPerPerson + 5,
    })),
  };
  const put = (by: Call, version: string) => {
    const { version: _, ...body } = floors;
    return by(water.putFloors, { params: { version }, body });
  };
  await put(county, 'test-2');
  await put(county, 'test-2');
  expect(await sheet()).toEqual(before);
  expect((await county(water.getDay, { query: theirs.of })).floors.version).toBe('test-2');
  await expect(put(county, 'test')).rejects.toMatchObject({
    status: 409,
    body: { code: 'changed-meanwhile' },
  });
  await expect(put(town, 'test-3')).rejects.toMatchObject({
    status: 403,
    body: { code: 'area-elsewhere' },
  });
});

test('a correction names an earlier word of the same side on the same promise', async () => {
  const [one, other] = (await needsOf(town)).flatMap(({ promises }) => promises);
  if (!one || !other) throw new Error('two promises are needed');
  const at = (await advance('20:00')).now;
  const say = (
    promise: string,
    side: 'giver' | 'receiver',
    quantity: number,
    corrects?: string,
    proof = randomUUID(),
  ) =>
    town(recordProof, {
      params: { promise, proof },
      body: { side, quantity, at, ...(corrects ? { corrects } : {}) },
    });
  const proof = randomUUID();
  await say(one.id, 'giver', 10, undefined, proof);
  for (const [promise, side, corrects] of [
    [other.id, 'giver', proof],
    [one.id, 'receiver', proof],
    [one.id, 'giver', randomUUID()],
  ] as const) {
    await expect(say(promise, side, 9, corrects)).rejects.toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
  }
  await expect(say(one.id, 'giver', 11, undefined, proof)).rejects.toMatchObject({
    body: { code: 'changed-meanwhile' },
  });
  const after = await say(one.id, 'giver', 9, proof);
  expect(after.proofs.slice(-2).map(({ quantity, corrects }) => [quantity, corrects])).toEqual([
    [10, null],
    [9, proof],
  ]);
});

test('what stands elsewhere is not drawn into a desk', async () => {
  const { areas } = server;
  const foreign = theirs.place.works;
  const source = {
    area: areas.town,
    place: foreign,
    name: 'x',
    kind: 'other' as const,
    bays: 1,
    litresPerMinute: 1,
    setupSeconds: 0,
    open: [],
    litresPerDay: null,
    consentUntil: null,
    invented: true,
  };
  await expect(
    town(registers.sources.put, { params: { row: randomUUID() }, body: source }),
  ).rejects.toMatchObject({ status: 404 });
  const point = pointBody({
    town: areas.otherTown,
    village: areas.village,
    place: ours.place.near,
    name: 'x',
    people: 1,
  });
  await expect(
    town(registers.points.put, { params: { row: randomUUID() }, body: point }),
  ).rejects.toMatchObject({ body: { code: 'area-elsewhere' } });
  await expect(
    town(registers.points.put, {
      params: { row: randomUUID() },
      body: { ...point, desk: areas.town, place: foreign },
    }),
  ).rejects.toMatchObject({ status: 404 });
  const other = await openDrought(county, [areas.otherTown]);
  await expect(
    town(water.putDesk, {
      params: { area: areas.town },
      body: { response: other, from: 0, to: 86_400, rest: null },
    }),
  ).rejects.toMatchObject({ body: { code: 'outside-the-response' } });
  // The clock of a response in which the desk does not stand says nothing about it.
  await expect(
    town(water.setSourceState, {
      params: { source: ours.source.well },
      body: { response: other, state: 'closed', reason: 'x' },
    }),
  ).rejects.toMatchObject({ body: { code: 'no-water-desk' } });
});

test('the largest figures that the forms take are added up, not broken by', async () => {
  const { areas } = server;
  for (const place of [ours.place.near, ours.place.far]) {
    const body = pointBody({
      town: areas.town,
      village: areas.village,
      place,
      name: '极大',
      people: 1_000_000,
    });
    await town(registers.points.put, {
      params: { row: randomUUID() },
      body: { ...body, have: 100_000_000, weight: 1e-9 },
    });
  }
  const { sheet } = await town(water.getGap, { query: ours.of });
  expect(sheet.total.have).toBe(200_000_000);
  const plan = await makeSmallPlan(town, ours.of);
  expect(plan.state).toBe('solved');
  expect(
    (await town(water.getGap, { query: { ...ours.of, plan: plan.id } })).sheet.total.people,
  ).toBeGreaterThan(2_000_000);
});

test('both sides speak at the same moment, one of them tapping twice: each is heard, once', async () => {
  const spoken = (await needsOf(town))
    .flatMap(({ promises }) => promises)
    .filter(({ proofs }) => proofs.length === 0);
  const at = (await advance('21:00')).now;
  expect(spoken.length).toBeGreaterThan(3);
  for (const { id, quantity } of spoken.slice(0, 6)) {
    const say = (side: 'giver' | 'receiver', proof: string) =>
      town(recordProof, { params: { promise: id, proof }, body: { side, quantity, at } });
    const [gave, got] = [randomUUID(), randomUUID()];
    await Promise.all([
      say('giver', gave),
      say('receiver', got),
      say('giver', gave),
      say('receiver', got),
    ]);
    const after = (await needsOf(town))
      .flatMap(({ promises }) => promises)
      .find((promise) => promise.id === id);
    expect(after).toMatchObject({ state: 'kept' });
    expect(after?.proofs.map((proof) => proof.id).sort()).toEqual([gave, got].sort());
  }
});

test('a plan is looked at, and compared, on its own day and in its own town', async () => {
  const [one, other] = [await inForce(ours), await inForce(theirs)];
  const gap = (of: Day['of'], plan: string | null) =>
    county(water.getGap, { query: { ...of, plan: plan ?? '' } });
  expect((await gap(ours.of, one)).basis).toBe('plan');
  await expect(gap(ours.of, other)).rejects.toMatchObject({ status: 404 });
  await expect(gap({ ...ours.of, day: '2022-11-11' }, one)).rejects.toMatchObject({ status: 404 });
  await expect(
    county(water.comparePlans, { query: { before: one ?? '', after: other ?? '' } }),
  ).rejects.toMatchObject({ body: { code: 'nothing-to-compare' } });
});
