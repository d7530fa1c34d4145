import { randomUUID } from 'node:crypto';
import { type Commitment, listNeeds, resolve } from '@liangbuwu/office/commitments/contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { madeByHeader } from '@liangbuwu/office/http/contract.ts';
import { readMe } from '@liangbuwu/office/identity/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import * as water from '@liangbuwu/water/contract.ts';
import { recordAsDriver, recordAsKeeper } from '@liangbuwu/water/recording/entry.contract.ts';
import type { DriverEntry, KeeperEntry } from '@liangbuwu/water/recording/entry.ts';
import { getDriverDays, getKeeperDays } from '@liangbuwu/water/recording/field-day.contract.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, makeSmallPlan, publishSmallDay, type SmallDay } from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let officer: Call;
let driver: Call & { cookie: string };
let cadre: Call;
let otherDriver: Call;
let otherCadre: Call;
let response: string;
let of: SmallDay;
let ids: Awaited<ReturnType<typeof publishSmallDay>>['ids'];

beforeAll(async () => {
  server = await testServer({ solve: true });
  ({ officer, response, ids } = await publishSmallDay(server));
  of = ids.of;
  driver = await server.as('driver');
  cadre = await server.as('village-cadre', 'village');
  otherDriver = await server.as('driver', 'otherTown');
  otherCadre = await server.as('village-cadre', 'otherVillage');
  await officer(advanceClock, { params: { response }, body: { to: clock('20:00') } });
});
afterAll(() => server.close());

const clock = (time: string) => `${day}T${time}:00+08:00`;
type Given<Body> = Body extends { response: string } ? Omit<Body, 'response'> : never;
const drive = (entry: Given<DriverEntry>, id = randomUUID(), by: Call = driver) =>
  by(recordAsDriver, { params: { entry: id }, body: { response, ...entry } as DriverEntry });
const keep = (entry: Given<KeeperEntry>, id = randomUUID(), by = cadre) =>
  by(recordAsKeeper, { params: { entry: id }, body: { response, ...entry } as KeeperEntry });

const promises = async (): Promise<(Commitment & { point: string })[]> => {
  const { needs } = await officer(listNeeds, { query: { response, desk: 'water', day } });
  return needs.flatMap(({ subject, promises: of }) =>
    of.map((one) => ({ ...one, point: subject.slice('point:'.length) })),
  );
};
const silent = async () => {
  const found = (await promises()).find(({ proofs, planned }) => planned && proofs.length === 0);
  if (!found) throw new Error('every promise has been spoken of');
  return found;
};
const tankerOf = ({ giver }: Commitment) => giver.replace('tanker:', '');
const emptied = (promise: Commitment & { point: string }, litres: number) => ({
  kind: 'emptied' as const,
  tanker: tankerOf(promise),
  point: promise.point,
  promise: promise.id,
  amount: { litres },
  at: promise.dueTo,
});
const received = (promise: Commitment & { point: string }, litres: number) => ({
  kind: 'received' as const,
  point: promise.point,
  promise: promise.id,
  amount: { litres },
  at: promise.dueTo,
});

describe("a driver's phone", () => {
  test('is given its tanker’s stops in order of time, with promises, sources and points', async () => {
    // Which of them the plan sends is the search's business.
    const [promised] = await promises();
    const tanker = promised ? tankerOf(promised) : '';
    const { days } = await driver(getDriverDays, { query: { tanker } });
    expect(days).toHaveLength(1);
    const [one] = days;
    expect(one?.stops.length).toBeGreaterThan(1);
    expect(one?.stops.every((stop) => stop.tanker === tanker)).toBe(true);
    const starts = one?.stops.map(({ start }) => start) ?? [];
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    const deliveries = one?.stops.filter(({ kind }) => kind === 'deliver') ?? [];
    expect(deliveries.length).toBeGreaterThan(0);
    for (const { litres, promise, at } of deliveries) {
      expect(promise).toMatchObject({ quantity: litres, state: 'made' });
      expect(one?.points.map(({ id }) => id)).toContain(at);
    }
    expect(one?.sources.map(({ id }) => id).sort()).toEqual(Object.values(ids.source).sort());
    expect((await otherDriver(getDriverDays, { query: {} })).days).toEqual([]);
  });

  test('says that a tank is emptied: one side’s proof, once, however often it is sent', async () => {
    const promise = await silent();
    const id = randomUUID();
    const all = await Promise.all(
      Array.from({ length: 5 }, () => drive(emptied(promise, promise.quantity), id)),
    );
    for (const { promise: told, entry } of all) {
      expect(told).toMatchObject({ id: promise.id, state: 'one-sided' });
      expect(told?.proofs).toMatchObject([{ id, side: 'giver', quantity: promise.quantity }]);
      expect(entry).toMatchObject({ id, litres: promise.quantity, day, promise: promise.id });
    }
    await expect(drive(emptied(promise, 1), id)).rejects.toMatchObject({
      body: { code: 'changed-meanwhile' },
    });
  });

  test('reads a gauge before and after', async () => {
    const promise = await silent();
    const body = emptied(promise, 0);
    await expect(drive({ ...body, amount: { before: 1000, after: 4000 } })).rejects.toMatchObject({
      body: { code: 'gauge-runs-backwards' },
    });
    const { entry } = await drive({ ...body, amount: { before: 4000, after: 1000 } });
    expect(entry).toMatchObject({ litres: 3000, before: 4000, after: 1000 });
    const filled = await drive({
      kind: 'filled',
      tanker: ids.tanker.one,
      source: ids.source.works,
      amount: { before: 1000, after: 5000 },
      doseGrams: 12.5,
      at: clock('07:30'),
    });
    expect(filled).toMatchObject({ entry: { litres: 4000, doseGrams: 12.5 }, promise: null });
  });

  test('brings water that nobody had planned: it counts, marked as unplanned', async () => {
    const before = (await promises()).length;
    const { promise } = await drive({
      kind: 'emptied',
      tanker: ids.tanker.two,
      point: ids.point.far,
      promise: null,
      amount: { litres: 700 },
      at: clock('05:00'),
    });
    expect(promise).toMatchObject({ planned: false, quantity: 700, state: 'one-sided' });
    expect(await promises()).toHaveLength(before + 1);
    // The village says the same of it, without knowing whose tanker it was.
    const confirmed = await keep({
      kind: 'received',
      point: ids.point.far,
      promise: null,
      amount: { litres: 700 },
      at: clock('05:10'),
    });
    expect(confirmed.promise).toMatchObject({ id: promise?.id, state: 'kept' });
  });

  test('may be heard after the village: its word finds the delivery that the village spoke of', async () => {
    const { promise } = await keep({
      kind: 'received',
      point: ids.point.far,
      promise: null,
      amount: { litres: 900 },
      at: clock('01:00'),
    });
    expect(promise).toMatchObject({ planned: false, giver: 'other', state: 'one-sided' });
    const second = await drive({
      kind: 'emptied',
      tanker: ids.tanker.two,
      point: ids.point.far,
      promise: null,
      amount: { litres: 900 },
      at: clock('01:10'),
    });
    expect(second.promise).toMatchObject({ id: promise?.id, state: 'kept' });
  });

  test('is not heard of the future, of another town, or before the response began', async () => {
    const promise = await silent();
    const body = emptied(promise, 100);
    for (const [at, code] of [
      [clock('20:03'), 'not-yet'],
      ['2022-08-16T10:00:00+08:00', 'before-the-response'],
    ] as const)
      await expect(drive({ ...body, at })).rejects.toMatchObject({ body: { code } });
    await expect(drive(body, randomUUID(), otherDriver)).rejects.toMatchObject({ status: 404 });
    expect((await silent()).id).toBe(promise.id);
    // A phone's clock may be a little ahead.
    await expect(drive({ ...body, at: clock('20:01') })).resolves.toMatchObject({});
  });

  test('tells of delays, closed ways, breakdowns, and accepts a plan', async () => {
    const { days } = await driver(getDriverDays, { query: {} });
    const plan = days[0]?.plan?.id ?? '';
    const tanker = ids.tanker.one;
    const at = clock('09:00');
    for (const body of [
      { kind: 'delayed', tanker, minutes: 20, why: 'traffic', at },
      { kind: 'way-closed', tanker, point: ids.point.near, why: 'checkpoint', at },
      { kind: 'broken-down', tanker, why: 'tyre', note: '左后轮', at },
      { kind: 'arrived', tanker, point: ids.point.near, at },
      { kind: 'accepted', tanker, plan, at },
    ] as const)
      expect((await drive(body)).entry).toMatchObject({ kind: body.kind, promise: null });
    const after = await driver(getDriverDays, { query: { tanker } });
    expect(after.days[0]?.tankers.find(({ id }) => id === tanker)?.accepted).toBe(plan);
    await expect(drive({ kind: 'accepted', tanker, plan: randomUUID(), at })).rejects.toMatchObject(
      { status: 404 },
    );
  });
});

describe('the second key', () => {
  test('is the village’s: what it says differently stands beside, and is resolved by name', async () => {
    const promise = await silent();
    await drive(emptied(promise, promise.quantity));
    const less = Math.floor(promise.quantity / 2);
    const { promise: disputed } = await keep(received(promise, less));
    expect(disputed?.state).toBe('disputed');
    const heard = disputed?.proofs.map(({ id }) => id) ?? [];
    const decide = (by: Call, resolution: string, quantity = less, looked = heard) =>
      by(resolve, {
        params: { promise: promise.id, resolution },
        body: { quantity, reason: '以水池水位差为准', heard: looked },
      });
    for (const by of [driver, cadre])
      await expect(decide(by, randomUUID())).rejects.toMatchObject({ status: 403 });
    await expect(
      decide(await server.as('town-officer', 'otherTown'), randomUUID()),
    ).rejects.toMatchObject({ status: 404 });
    await expect(decide(officer, randomUUID(), less, heard.slice(1))).rejects.toMatchObject({
      body: { code: 'changed-meanwhile' },
    });
    const id = randomUUID();
    const [resolved, atOnce] = await Promise.all([decide(officer, id), decide(officer, id)]);
    expect(atOnce).toEqual(resolved);
    expect(resolved).toMatchObject({
      state: 'partly-kept',
      resolution: { id, quantity: less, by: { name: 'town-officer town' } },
    });
    expect(resolved.proofs.map(({ quantity }) => quantity)).toEqual([promise.quantity, less]);
    expect(await decide(officer, id)).toEqual(resolved);
    await expect(decide(officer, randomUUID())).rejects.toMatchObject({
      body: { code: 'nothing-to-resolve' },
    });

    // Somebody speaks again: what was decided without hearing that no longer holds.
    const { promise: again } = await keep({
      ...received(promise, promise.quantity),
      corrects: heard[1],
    });
    expect(again).toMatchObject({ state: 'kept', resolution: null });
  });

  test('corrects by a new entry; the one before stays', async () => {
    const promise = await silent();
    const { entry: first } = await keep(received(promise, 10));
    const { entry, promise: told } = await keep({
      ...received(promise, promise.quantity),
      corrects: first.id,
    });
    expect(entry.corrects).toBe(first.id);
    expect(told?.proofs.map(({ quantity }) => quantity)).toEqual([10, promise.quantity]);
    const { days } = await cadre(getKeeperDays, { query: {} });
    const mine = days[0]?.entries.filter((one) => one.promise === promise.id);
    expect(mine?.map(({ corrected }) => corrected).sort()).toEqual([false, true]);
    await expect(keep({ ...received(promise, 5), corrects: randomUUID() })).rejects.toMatchObject({
      body: { code: 'nothing-to-correct' },
    });
    await expect(drive({ ...emptied(promise, 5), corrects: first.id })).rejects.toMatchObject({
      body: { code: 'corrects-another' },
    });
  });

  test('acts for somebody without a phone, and it is recorded', async () => {
    const promise = await silent();
    const { entry } = await keep({ ...received(promise, 100), onBehalfOf: '3组组长' });
    expect(entry.onBehalfOf).toBe('3组组长');
  });

  test('is given its village only', async () => {
    const { days } = await cadre(getKeeperDays, { query: {} });
    expect(days[0]?.points.map(({ id }) => id).sort()).toEqual(Object.values(ids.point).sort());
    expect(new Set(days[0]?.entries.map(({ side }) => side))).toEqual(new Set(['keeper']));
    expect((await otherCadre(getKeeperDays, { query: {} })).days).toEqual([]);
    const promise = (await promises())[0];
    if (!promise) throw new Error('nothing is promised');
    await expect(keep(received(promise, 1), randomUUID(), otherCadre)).rejects.toMatchObject({
      status: 404,
    });
  });
});

test('a day planned anew: what was taken back and came all the same is counted', async () => {
  await officer(advanceClock, { params: { response }, body: { to: '2022-11-11T06:00:00+08:00' } });
  const next = { ...of, day: '2022-11-11' };
  const plan = await makeSmallPlan(officer, next);
  await officer(water.publishPlan, { params: { plan: plan.id }, body: { replaces: null } });
  const { needs } = await officer(listNeeds, {
    query: { response, desk: 'water', day: next.day },
  });
  const gone = needs.flatMap(({ subject, promises: made }) =>
    made.map((one) => ({ ...one, point: subject.slice('point:'.length) })),
  )[0];
  if (!gone) throw new Error('nothing is promised');
  await officer(water.setTankerState, {
    params: { tanker: tankerOf(gone) },
    body: { response, state: 'out', reason: '检修' },
  });
  const again = await makeSmallPlan(officer, next);
  await officer(water.publishPlan, { params: { plan: again.id }, body: { replaces: plan.id } });
  await officer(advanceClock, { params: { response }, body: { to: '2022-11-11T20:00:00+08:00' } });
  const { promise } = await drive({ ...emptied(gone, 300) });
  expect(promise?.id).not.toBe(gone.id);
  expect(promise).toMatchObject({ state: 'one-sided', proofs: [{ quantity: 300 }] });
});

test('what was recorded under one account is not taken from another’s session', async () => {
  const promise = await silent();
  const { cookie } = await server.as('town-officer');
  const { account } = await driver(readMe);
  const send = (madeBy: string, by: string) =>
    server.app.inject({
      method: 'PUT',
      url: `/api/water/driver/entries/${randomUUID()}`,
      headers: { cookie: by, [madeByHeader]: madeBy },
      payload: { response, ...emptied(promise, 10) },
    });
  const refused = await send(account, cookie);
  expect({ status: refused.statusCode, code: refused.json().code }).toEqual({
    status: 401,
    code: 'other-account',
  });
  expect((await send(account, driver.cookie)).statusCode).toBe(200);
});

test('a promise of another day is not what is spoken of, whatever a phone says', async () => {
  const promise = (await promises()).find(({ planned }) => planned);
  if (!promise) throw new Error('nothing is promised');
  const later = (days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
  await officer(advanceClock, { params: { response }, body: { to: `${later(2)}T12:00:00+08:00` } });
  const night = `${later(1)}T00:20:00+08:00`;
  expect((await drive({ ...emptied(promise, 900), at: night })).promise?.id).toBe(promise.id);
  const noon = `${later(2)}T11:00:00+08:00`;
  const told = await drive({ ...emptied(promise, 800), at: noon });
  expect(told.entry.day).toBe(later(2));
  expect(told.promise?.id).not.toBe(promise.id);
});

test('when the response ends the words that people wrote go, and what was counted stays', async () => {
  const { entry, promise } = await drive({
    kind: 'emptied',
    tanker: ids.tanker.two,
    point: ids.point.far,
    promise: null,
    amount: { litres: 900 },
    at: clock('04:00'),
    note: '找王某开的门',
  });
  if (!promise) throw new Error('what came is not counted');
  const less = 450;
  const { promise: disputed } = await keep({
    kind: 'received',
    point: ids.point.far,
    promise: promise.id,
    amount: { litres: less },
    at: clock('04:10'),
  });
  const decided = await officer(resolve, {
    params: { promise: promise.id, resolution: randomUUID() },
    body: {
      quantity: less,
      reason: '问过王某',
      heard: disputed?.proofs.map(({ id }) => id) ?? [],
    },
  });
  expect(decided.resolution?.reason).toBe('问过王某');
  const county = await server.as('county-officer', 'county');
  await closeByTwo(
    { proposer: await server.as('administrator', 'county'), second: county },
    response,
  );
  const kept = (await promises()).find(({ id }) => id === promise.id);
  expect(kept).toMatchObject({
    state: 'partly-kept',
    resolution: { quantity: less, reason: null },
  });
  expect(kept?.proofs.map(({ id }) => id)).toContain(entry.id);
  const { rows } = await sql<{ words: string }>`
    select to_jsonb(n)::text as words from water.entry_note n where response = ${response}
    union all select to_jsonb(r)::text from commitments.resolution_reason r where response = ${response}
    union all select to_jsonb(e)::text from water.entry e where to_jsonb(e)::text like '%王某%'
    union all select to_jsonb(l)::text from ledger.entry l where to_jsonb(l)::text like '%王某%'`.execute(
    server.database.owner,
  );
  expect(rows).toEqual([]);
});
