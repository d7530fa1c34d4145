import { randomUUID } from 'node:crypto';
import type { CarriedRule } from '@liangbuwu/gate/bundle/carried-rule.ts';
import { listGates, putGate, rotateKey } from '@liangbuwu/gate/gates/gates.contract.ts';
import { readSetUp, setInUse } from '@liangbuwu/gate/gates/set-up.contract.ts';
import type { Application } from '@liangbuwu/gate/passes/pass.ts';
import { mostIssued } from '@liangbuwu/gate/passes/pass-rules.ts';
import * as passes from '@liangbuwu/gate/passes/passes.contract.ts';
import * as home from '@liangbuwu/gate/returnees/returnee.contract.ts';
import type { Arrival } from '@liangbuwu/gate/returnees/returnee.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { readFor } from '@liangbuwu/office/people/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import { rulesInForce, verify } from '@liangbuwu/passes/index.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleOf, type GateDesk, gateDesk, refused } from './testing/gate-desk.ts';
import { gateNow, makeGate, publishGateRules } from './testing/small-gate.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let desk: GateDesk;
let county: Call;
let clerk: Call;
let cadre: Call;
let keeper: Call;
let otherKeeper: Call;
let response: string;
let gate: GateDesk['gate'];
let other: GateDesk['other'];
let person: GateDesk['person'];
let truck: GateDesk['truck'];
let apply: GateDesk['apply'];
let print: GateDesk['print'];

beforeAll(async () => {
  server = await testServer();
  const officer = await server.as('county-officer', 'county');
  await publishGateRules(officer, await server.as('administrator', 'county'), server.areas.county);
  desk = await gateDesk(server);
  ({ county, clerk, cadre, keeper, otherKeeper, response, gate, other } = desk);
  ({ person, truck, apply, print } = desk);
});
afterAll(() => server.close());

const at = Math.floor(Date.parse(gateNow) / 1000);

describe('a pass', () => {
  test('asks for what is missing, and is issued once it is there', async () => {
    const pass = randomUUID();
    const application = person({ facts: { registered: true } });
    const asking = await apply(application, pass);
    expect(asking).toMatchObject({ state: 'asking', number: null, holder: { name: '欧*' } });
    expect(asking.decision.ask.map(({ name }) => name)).toEqual(['temperature']);
    // What it is for stays: its row says under which purpose, and for which gate, it was judged.
    await expect(apply(truck('湘B10101', { facts: {} }), pass)).rejects.toMatchObject(
      refused('changed-meanwhile'),
    );
    const whole = { ...application, facts: { temperature: 36.5, registered: true } };
    const issued = await apply(whole, pass);
    expect(issued).toMatchObject({
      state: 'issued',
      decision: { known: true, outcome: { en: 'may enter' }, number: 1 },
    });
    expect(await apply(whole, pass)).toEqual(issued);
    await expect(apply({ ...whole, onBehalf: false }, pass)).rejects.toMatchObject(
      refused('changed-meanwhile'),
    );
  });

  test('is refused with what the rule says, and where to turn', async () => {
    // Which outcome is a pass its rule says; what was a pass before rules said so is none by this one.
    expect(await apply(truck('湘B10102', { facts: { registered: false } }))).toMatchObject({
      state: 'refused',
      decision: { outcome: { en: 'registers first' } },
    });
    expect(await apply(person({ facts: { temperature: 38 } }))).toMatchObject({
      state: 'refused',
      decision: {
        outcome: { en: 'does not enter' },
        appeal: { en: 'The liaison officer' },
        because: expect.arrayContaining([expect.anything()]),
      },
    });
  });

  test('verifies at its gate without a network, and at no other; its code is amber', async () => {
    const { id } = await apply(truck('陕A12345'));
    const printed = await print(id);
    const here = await bundleOf(keeper, gate);
    expect(
      await verify(printed.text, { bundle: here.bundle, at, area: gate.number }),
    ).toMatchObject({
      code: 'valid',
      pass: { plate: '陕A12345' },
    });
    const [code] = printed.codes;
    const typed = { bundle: here.bundle, at, area: gate.number, lastFour: '2345' };
    expect(await verify(code?.code ?? '', typed)).toMatchObject({ code: 'typed-code' });
    const there = await bundleOf(otherKeeper, other);
    expect(
      await verify(printed.text, { bundle: there.bundle, at, area: other.number }),
    ).toMatchObject({ code: 'other-area' });
  });

  test('of somebody with the same document is the same person', async () => {
    const application = person();
    const first = await apply(application);
    const second = await apply({
      ...application,
      holder: { ...application.holder, person: randomUUID() } as Application['holder'],
    });
    const { rows } = await sql<{ person: string }>`select person from gate.paper
      where pass = any(${[first.id, second.id]}::uuid[])`.execute(server.database.owner);
    expect(new Set(rows.map((row) => row.person)).size).toBe(1);
  });

  test('keeps what is about health with the person, for the gate, and nothing that no rule asks', async () => {
    const application = person({
      facts: { temperature: 36.9, registered: true, 'proof hours': 12 },
    });
    await apply(application);
    const holder = application.holder as Extract<Application['holder'], { kind: 'person' }>;
    const { persons } = await clerk(readFor('gate'), {
      body: { response, persons: [holder.person], facts: ['temperature', 'test-time'] },
    });
    expect(persons[0]?.facts).toMatchObject([{ fact: 'temperature', value: 36.9 }]);
  });

  test('is issued for the own gates only, for what they check, for 31 days at most', async () => {
    await expect(apply(person({ gates: [other.id] }))).rejects.toMatchObject(refused('not-found'));
    await expect(apply(person({ purpose: 'enter-village' }))).rejects.toMatchObject(
      refused('wrong-purpose'),
    );
    await expect(apply(truck('湘B12345', { purpose: 'enter-site' }))).rejects.toMatchObject(
      refused('wrong-purpose'),
    );
    await expect(apply(person({ until: '2022-12-30T00:00:00+08:00' }))).rejects.toMatchObject(
      refused('wrong-times'),
    );
    await expect(
      apply(
        person({
          holder: { ...person().holder, document: { kind: 'other', number: 'ABCDEFG' } } as never,
        }),
      ),
    ).rejects.toMatchObject(refused('no-last-four'));
  });

  test('is revoked with a reason; the next bundle knows', async () => {
    const { id } = await apply(person());
    const { text } = await print(id);
    await expect(
      cadre(passes.revokePass, { params: { pass: randomUUID() }, body: { reason: 'lost' } }),
    ).rejects.toMatchObject(refused('not-found'));
    const revoked = await cadre(passes.revokePass, {
      params: { pass: id },
      body: { reason: 'lost' },
    });
    expect(revoked.state).toBe('revoked');
    const { bundle } = await bundleOf(keeper, gate);
    expect((await verify(text, { bundle, at, area: gate.number })).code).toBe('revoked');
    await expect(print(id)).rejects.toMatchObject(refused('not-in-force'));
  });

  test('is renewed with many, each judged anew: what is about health is asked for again', async () => {
    const [one, two] = [await apply(truck('湘B11111')), await apply(person())];
    const body = {
      response,
      until: '2022-12-05T10:00:00+08:00',
      passes: [one, two].map(({ id }) => ({ pass: id, renewed: randomUUID() })),
    };
    const { results } = await clerk(passes.renewPasses, { body });
    expect(results.map(({ state }) => state)).toEqual(['issued', 'asking']);
    expect((await clerk(passes.renewPasses, { body })).results).toEqual(results);
    const renewed = await clerk(passes.getPass, { params: { pass: results[0]?.renewed ?? '' } });
    expect(renewed).toMatchObject({ renews: one.id, holder: { plate: '湘B11111' } });
  });
});

test('an account that issues without end is held back, and its lead is told and may allow more', async () => {
  const thief = await server.as('town-officer', 'county');
  const all = { response, until: '2022-12-05T10:00:00+08:00' };
  const own = [];
  for (let i = 0; i < 20; i++)
    own.push((await apply(truck(`湘B2${1000 + i}`), undefined, thief)).id);
  const many = own.map((pass) => ({ pass, renewed: randomUUID() }));
  const { results } = await thief(passes.renewPasses, { body: { ...all, passes: many } });
  expect(results.every(({ state }) => state === 'issued')).toBe(true);
  await expect(apply(truck('湘B29999'), undefined, thief)).rejects.toMatchObject({
    status: 429,
    body: { code: 'too-many-issued', remedy: { en: expect.stringMatching(/Telephone/) } },
  });
  // Renewed twice it is the same pass.
  const twice = own.slice(0, 2).map((pass) => ({ pass, renewed: randomUUID() }));
  const same = await thief(passes.renewPasses, { body: { ...all, passes: twice } });
  expect(same.results).toEqual(results.slice(0, 2));
  const again = results
    .slice(0, 2)
    .map(({ renewed }) => ({ pass: renewed ?? '', renewed: randomUUID() }));
  const bulk = await thief(passes.renewPasses, { body: { ...all, passes: again } });
  expect(bulk.results.map(({ state }) => state)).toEqual(['limit', 'limit']);
  const { entries } = await county(listEntries, { query: { action: 'gate.limit-reached' } });
  expect(entries[0]?.detail).toMatchObject({ hour: mostIssued.hour });
  const { issuers } = await county(passes.listIssuers, { query: { response } });
  const { account } = issuers.find(({ hour }) => hour === mostIssued.hour) ?? { account: '' };
  const params = { allowance: randomUUID() };
  const allow = (by: Call, more = 5) =>
    by(passes.allowMore, { params, body: { response, account, more } });
  await expect(allow(thief)).rejects.toMatchObject(refused('not-permitted'));
  expect(await allow(county)).toEqual(await allow(county));
  await expect(allow(county, 6)).rejects.toMatchObject(refused('changed-meanwhile'));
  const after = await county(passes.listIssuers, { query: { response } });
  expect(after.issuers.find((one) => one.account === account)?.more).toBe(5);
  expect((await apply(truck('湘B29998'), undefined, thief)).state).toBe('issued');
});

describe('a bundle', () => {
  test('has the rules in force, no name and no pass, and grows', async () => {
    const { fetched, bundle } = await bundleOf(keeper, gate);
    const rules = rulesInForce(bundle.bundle, at);
    expect(rules.map(({ id }) => id)).toEqual(['enter-site', 'load-vehicle']);
    const carried = JSON.parse(rules[0]?.content ?? '') as CarriedRule;
    expect(carried).toMatchObject({ number: 1, appeal: { en: 'The liaison officer' } });
    expect(carried.table).toBeUndefined();
    expect(JSON.stringify(bundle.bundle)).not.toContain('欧');
    await expect
      .poll(async () => (await bundleOf(keeper, gate)).fetched.sequence)
      .toBeGreaterThan(fetched.sequence);
  });

  test('is for who may check there', async () => {
    await expect(bundleOf(otherKeeper, gate)).rejects.toMatchObject(refused('not-found'));
    const leader = await server.as('leader', 'county');
    await expect(bundleOf(leader, gate)).rejects.toMatchObject(refused('not-permitted'));
    expect((await keeper(listGates, { query: {} })).gates.map(({ id }) => id)).toEqual([gate.id]);
    await expect(
      keeper(putGate, {
        params: { gate: randomUUID() },
        body: {
          response,
          area: server.areas.village,
          name: '侧门',
          kind: 'site',
          purposes: ['enter-site'],
          place: null,
          invented: true,
        },
      }),
    ).rejects.toMatchObject(refused('not-permitted'));
  });

  test('a key that is changed goes on to verify; a stolen one does not', async () => {
    const first = await apply(truck('湘B33333'));
    const { text } = await print(first.id);
    const found = async (printed: string) =>
      (
        await verify(printed, {
          bundle: (await bundleOf(keeper, gate)).bundle,
          at,
          area: gate.number,
        })
      ).code;
    const signing = async () => {
      const { keys } = await county(readSetUp, { query: { response } });
      const held = keys.find(({ use, until }) => use === 'issuer' && until === null);
      if (!held) throw new Error('a response with gates has a key');
      return held;
    };
    const rotate = (key: string, why: 'routine' | 'stolen', by = county, confirm = '疫情响应') =>
      by(rotateKey, { body: { response, key, why, confirm } });
    const old = await signing();
    expect(old).toMatchObject({ passes: expect.any(Number), inForce: expect.any(Number) });
    await expect(rotate(old.id, 'routine', clerk)).rejects.toMatchObject(refused('not-permitted'));
    await expect(rotate(old.id, 'routine', county, '疫情')).rejects.toMatchObject(
      refused('response-not-typed'),
    );
    const changed = await rotate(old.id, 'routine');
    expect(await rotate(old.id, 'routine')).toEqual(changed);
    expect(await found(text)).toBe('valid');
    const next = await print((await apply(truck('湘B33334'))).id);
    const { id: newer, passes: signed } = await signing();
    expect(signed).toBe(1);
    await rotate(newer, 'stolen');
    expect(await found(text)).toBe('valid');
    expect(await found(next.text)).toBe('key-compromised');
    // It is learnt later that the first one had been stolen too.
    await rotate(old.id, 'stolen');
    expect(await found(text)).toBe('key-compromised');
    await expect(print(first.id)).rejects.toMatchObject(refused('key-was-stolen'));
    expect(await clerk(passes.getPass, { params: { pass: first.id } })).toMatchObject({
      state: 'issued',
      keyStolen: true,
    });
    const { entries } = await county(listEntries, { query: { action: 'gate.key-changed' } });
    expect(entries.map(({ detail }) => detail)).toMatchObject([
      { why: 'stolen', passes: old.inForce },
      { why: 'stolen', passes: 1 },
      { why: 'routine' },
    ]);
  });
});

test('a gate says at the field what is wrong, lies where the register says, and is put out of use and back', async () => {
  const yard = await makeGate(county, { response, area: server.areas.village, name: '后门' });
  const { id: _, areaName: __, number: ___, place: ____, ...own } = yard;
  const put = (patch: Partial<typeof own & { place: string }>, id = yard.id) =>
    county(putGate, { params: { gate: id }, body: { ...own, ...patch } });
  const at = (path: string) => ({ body: { at: [{ path }] } });
  await expect(put({ area: server.areas.otherVillage })).rejects.toMatchObject(at('/body/area'));
  await expect(put({ place: randomUUID() })).rejects.toMatchObject(at('/body/place'));
  const place = randomUUID();
  await sql`insert into register.place (tenant, id, area, name, kind, lon, lat, provenance, road_class)
    values (${server.tenant}, ${place}, ${server.areas.village}, '后门口', 'gate', 113, 27, 'schematic', 'village')`.execute(
    server.database.owner,
  );
  await expect(put({ place })).rejects.toMatchObject({
    body: { code: 'place-hidden', at: [{ path: '/body/place' }] },
  });
  await sql`update register.place set shared = true where id = ${place}`.execute(
    server.database.owner,
  );
  await put({ place });
  await put({ name: '后门（货）' });
  const { id } = await apply(truck('湘B34001', { gates: [yard.id, gate.id] }));
  const find = async () =>
    (await clerk(readSetUp, { query: { response } })).gates.find((one) => one.id === yard.id);
  expect(await find()).toMatchObject({
    name: '后门（货）',
    place: { name: '后门口', lon: 113 },
    passes: 1,
    outOfUse: null,
  });
  expect((await find())?.keepers.length).toBeGreaterThan(0);
  await expect(keeper(readSetUp, { query: { response } })).rejects.toMatchObject(
    refused('not-permitted'),
  );
  const use = (inUse: boolean, by = county) =>
    by(setInUse, { params: { gate: yard.id }, body: { inUse } });
  await expect(use(false, clerk)).rejects.toMatchObject(refused('not-permitted'));
  expect(await use(false)).toEqual(await use(false));
  await expect(bundleOf(keeper, yard)).rejects.toMatchObject(refused('gate-out-of-use'));
  await expect(apply(truck('湘B34002', { gates: [yard.id] }))).rejects.toMatchObject(
    refused('gate-out-of-use'),
  );
  const inUse = async (all?: 'yes') =>
    (await keeper(listGates, { query: { ...(all && { all }) } })).gates.map((one) => one.id);
  expect(await inUse()).not.toContain(yard.id);
  expect(await inUse('yes')).toContain(yard.id);
  // What it was renewed for opens the other gate only.
  const { results } = await clerk(passes.renewPasses, {
    body: {
      response,
      until: '2022-11-20T18:00:00+08:00',
      passes: [{ pass: id, renewed: randomUUID() }],
    },
  });
  const renewed = await clerk(passes.getPass, { params: { pass: results[0]?.renewed ?? '' } });
  expect(renewed.gates).toEqual([gate.id]);
  await use(true);
  expect(await inUse()).toContain(yard.id);
});

describe('one who came home', () => {
  const arrival = (of: Partial<Arrival> = {}): Arrival => ({
    response,
    area: server.areas.village,
    holder: person().holder as Arrival['holder'],
    arrived: '2022-11-10T05:30:00+08:00',
    from: { place: '郑州市', left: null },
    facts: { stay: 'high' },
    official: null,
    onBehalf: true,
    ...of,
  });
  const register = (body: Arrival, returnee: string = randomUUID(), by = cadre) =>
    by(home.putReturnee, { params: { returnee }, body });
  const clockTo = (now: string) =>
    county(advanceClock, { params: { response }, body: { to: now } });

  test('is asked for what is missing, and free where the rule says so', async () => {
    const returnee = randomUUID();
    const body = arrival({ facts: {} });
    const asking = await register(body, returnee);
    expect(asking).toMatchObject({ state: 'asking', days: [], holder: { name: '欧*' } });
    expect(asking.decision.ask.map(({ name }) => name)).toEqual(['stay']);
    expect(await register({ ...body, facts: { stay: 'none' } }, returnee)).toMatchObject({
      state: 'free',
      releaseOn: null,
    });
    const otherCadre = await server.as('village-cadre', 'otherVillage');
    await expect(register(arrival(), undefined, otherCadre)).rejects.toMatchObject(
      refused('not-found'),
    );
    await expect(register(arrival(), undefined, keeper)).rejects.toMatchObject(
      refused('not-permitted'),
    );
  });

  test('has days that a named official promises, is missed where nobody came, and released on the day', async () => {
    const body = arrival();
    const { id, days, releaseOn, official } = await register(body);
    expect(official.name).toMatch(/village-cadre/);
    expect(days.map(({ day, state }) => [day, state])).toEqual(
      [11, 12, 13, 14, 15, 16, 17].map((on) => [`2022-11-${on}`, 'to-come']),
    );
    expect(releaseOn).toBe('2022-11-18');
    const visit = randomUUID();
    const visited = (day: string, of = visit) =>
      cadre(home.recordMonitoring, {
        params: { returnee: id, visit: of },
        body: { day, temperature: 36.4 },
      });
    await expect(visited('2022-11-11')).rejects.toMatchObject(refused('not-yet'));
    await clockTo('2022-11-12T21:00:00+08:00');
    await visited('2022-11-11');
    const seen = await visited('2022-11-11');
    expect(seen.days.slice(0, 3).map(({ state }) => state)).toEqual(['done', 'overdue', 'to-come']);
    await expect(visited('2022-11-25', randomUUID())).rejects.toMatchObject(
      refused('not-monitored'),
    );
    const list = await cadre(home.listReturnees, { query: { response } });
    expect(list.overdue).toBe(1);
    const release = () => cadre(home.releaseReturnee, { params: { returnee: id } });
    await expect(release()).rejects.toMatchObject({
      body: { code: 'not-yet-over', cause: { en: expect.stringContaining('2022-11-18') } },
    });
    // Another official goes on from here: what is over stays with who promised it.
    const town = await server.as('town-officer', 'town');
    const handOver = (official: string, by: Call = town) =>
      by(home.handOver, { params: { returnee: id }, body: { official, reason: 'leave' } });
    const { officials } = await cadre(home.listOfficials, {
      query: { area: server.areas.village },
    });
    const next = officials.find((one) => one.id !== official.id);
    const { gates } = await county(readSetUp, { query: { response } });
    const guard = gates
      .flatMap(({ keepers }) => keepers)
      .find((one) => !officials.some((named) => named.id === one.id));
    if (!next || !guard) throw new Error('a town officer reaches the village, and a guard does');
    const stranger = await server.as('village-cadre', 'otherVillage');
    await expect(handOver(next.id, stranger)).rejects.toMatchObject(refused('not-found'));
    await expect(handOver(next.id, keeper)).rejects.toMatchObject(refused('not-permitted'));
    await expect(handOver(guard.id)).rejects.toMatchObject({
      body: { code: 'not-an-official', at: [{ path: '/body/official' }] },
    });
    const handed = await handOver(next.id);
    expect(handed.official.id).toBe(next.id);
    expect(handed.days.map((one) => one.official)).toEqual([
      ...Array(2).fill(official.name),
      ...Array(5).fill(next.name),
    ]);
    expect(handed.days.map((one) => one.state)).toEqual(seen.days.map((one) => one.state));
    expect(await handOver(next.id)).toEqual(handed);
    const { entries } = await county(listEntries, {
      query: { action: 'gate.monitoring-handed-over' },
    });
    expect(entries).toHaveLength(1);
    expect(entries[0]?.detail).toMatchObject({ to: next.id, reason: 'leave' });
    const { rows: kept } = await sql<{ state: string; count: number }>`
      select p.state, count(*)::integer as count from commitments.promise p
      join commitments.need n on n.tenant = p.tenant and n.id = p.need
      where n.subject = ${`returnee:${id}`} group by p.state order by p.state`.execute(
      server.database.owner,
    );
    expect(kept).toEqual([
      { state: 'made', count: 6 },
      { state: 'one-sided', count: 1 },
      { state: 'withdrawn', count: 5 },
    ]);
    await clockTo('2022-11-18T08:00:00+08:00');
    await expect(handOver(official.id)).rejects.toMatchObject(refused('nothing-left-to-hand-over'));
    expect(await release()).toMatchObject({ state: 'released' });
    const { persons } = await cadre(readFor('home'), {
      body: { response, persons: [body.holder.person], facts: ['temperature'] },
    });
    expect(persons[0]?.facts).toMatchObject([{ value: 36.4 }]);
  });
});

test('when the response closes, whose passes they were is gone, and nothing can be signed', async () => {
  const { id } = await apply(truck('湘B77777'));
  const proposer = await server.as('administrator', 'county');
  await closeByTwo({ proposer, second: county }, response);
  const { rows } = await sql<{ papers: number; passes: number }>`
    select (select count(*)::integer from gate.paper where response = ${response})
      + (select count(*)::integer from gate.reading where response = ${response})
      + (select count(*)::integer from gate.returnee_paper where response = ${response}) as papers,
      (select count(*)::integer from gate.pass where response = ${response}) as passes`.execute(
    server.database.owner,
  );
  expect(rows[0]).toMatchObject({ papers: 0, passes: expect.any(Number) });
  await expect(print(id)).rejects.toMatchObject(refused('response-closed'));
  await expect(bundleOf(keeper, gate)).rejects.toMatchObject(refused('response-closed'));
  const dump = await sql<{ row: string }>`select to_jsonb(p)::text as row from gate.pass p`.execute(
    server.database.owner,
  );
  expect(dump.rows.map(({ row }) => row).join()).not.toMatch(/欧|B77777/);
});
