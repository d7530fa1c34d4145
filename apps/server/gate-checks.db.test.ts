import { randomUUID } from 'node:crypto';
import { compile } from '@liangbuwu/eligibility/compile/compile.ts';
import { judgeAtGate } from '@liangbuwu/gate/at-gate/judge-at-gate.ts';
import { getBoard, getLedgerSheet } from '@liangbuwu/gate/board/board.contract.ts';
import type { CarriedRule } from '@liangbuwu/gate/bundle/carried-rule.ts';
import type { Application } from '@liangbuwu/gate/passes/pass.ts';
import * as passes from '@liangbuwu/gate/passes/passes.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { readFor } from '@liangbuwu/office/people/contract.ts';
import { putPlace } from '@liangbuwu/office/register/places/contract.ts';
import { putTravelEdit } from '@liangbuwu/office/register/travel/contract.ts';
import { rulesInForce } from '@liangbuwu/passes/index.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleOf, type GateDesk, gateDesk, refused, scan } from './testing/gate-desk.ts';
import { makeGate, openEpidemic, publishAtGate, publishGateRules } from './testing/small-gate.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let desk: GateDesk;
let administrator: Call;

beforeAll(async () => {
  server = await testServer();
  const officer = await server.as('county-officer', 'county');
  administrator = await server.as('administrator', 'county');
  await publishGateRules(officer, administrator, server.areas.county);
});
afterAll(() => server.close());

// First of all: from the next test on there is an epidemic as well.
test('a county with a drought only has no rule in force, and its gate asks for nothing', async () => {
  const officer = await server.as('county-officer', 'county');
  const drought = await openEpidemic(officer, server.areas.county, 'drought');
  const at = { response: drought, area: server.areas.village, name: '村口' };
  const dry = await makeGate(officer, at);
  const guard = await server.as('gate-keeper', 'village');
  const { bundle } = await bundleOf(guard, dry);
  expect(bundle.bundle.rules).toEqual([]);
  const dryDesk = await gateDesk(server, drought);
  const body = dryDesk.truck('湘B12345', { gates: [dry.id] });
  await expect(dryDesk.apply(body, undefined, officer)).rejects.toMatchObject(
    refused('nothing-asked'),
  );
  const { check: passed } = await dryDesk.check({ gate: dry.id }, undefined, guard);
  expect(passed).toMatchObject({
    server: { verdict: 'green', code: 'nothing-asked' },
    rule: { server: null },
    flags: [],
  });
});

/** A pass that opens both gates, and its text. */
async function passForBoth(plate: string): Promise<{ text: string }> {
  const both = await server.as('town-officer', 'county');
  const { id } = await desk.apply(
    desk.truck(plate, { gates: [desk.gate.id, desk.other.id] }),
    undefined,
    both,
  );
  return desk.print(id, both);
}

describe('a check', () => {
  beforeAll(async () => {
    desk = await gateDesk(server);
  });

  test('200 that sync later, twice over, count exactly once', async () => {
    const { text } = await desk.print((await desk.apply(desk.truck('湘B44444'))).id);
    const ids = Array.from({ length: 200 }, () => randomUUID());
    const send = () =>
      Promise.all(
        ids.map((id, i) => desk.check({ shown: scan(text), direction: i % 2 ? 'out' : 'in' }, id)),
      );
    await send();
    const [again] = await send();
    expect(again?.check).toMatchObject({
      pass: { kind: 'vehicle' },
      server: { code: 'valid' },
      flags: [],
    });
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::integer as count from gate."check"
      where id = any(${ids}::uuid[])`.execute(server.database.owner);
    expect(rows[0]?.count).toBe(200);
    await expect(desk.check({ shown: scan(text), direction: 'out' }, ids[0])).rejects.toMatchObject(
      refused('changed-meanwhile'),
    );
  });

  test('of a pass that was revoked meanwhile is flagged', async () => {
    const { id } = await desk.apply(desk.truck('湘B55555'));
    const { text } = await desk.print(id);
    await desk.clerk(passes.revokePass, { params: { pass: id }, body: { reason: 'misused' } });
    const { check: found } = await desk.check({ shown: scan(text) });
    expect(found).toMatchObject({
      phone: { code: 'valid' },
      server: { verdict: 'red', code: 'revoked' },
      flags: ['revoked-meanwhile'],
    });
  });

  test('of a pass that is at two gates at once is flagged at both', async () => {
    const { text } = await passForBoth('湘B66666');
    const first = randomUUID();
    expect((await desk.check({ shown: scan(text) }, first)).check.flags).toEqual([]);
    const there = await desk.check(
      { shown: scan(text), gate: desk.other.id },
      undefined,
      desk.otherKeeper,
    );
    const met = { least: 900, basis: 'unplaced', at: '2022-11-09T22:00:00.000Z' };
    expect(there.check).toMatchObject({
      flags: ['two-gates'],
      elsewhere: [{ ...met, gate: '东门' }],
    });
    expect((await desk.check({ shown: scan(text) }, first)).check).toMatchObject({
      flags: ['two-gates'],
      elsewhere: [{ ...met, gate: '西门' }],
    });
  });

  test('of a pass that was shown where it opens nothing is no second use, whichever came first', async () => {
    const { text } = await desk.print((await desk.apply(desk.truck('湘B66667'))).id);
    const astray = { shown: scan(text), gate: desk.other.id };
    const phone = { verdict: 'red', code: 'other-area' } as const;
    const first = await desk.check(
      { ...astray, phone, letThrough: false, reason: 'pass' },
      undefined,
      desk.otherKeeper,
    );
    expect(first.check.server.code).toBe('other-area');
    expect((await desk.check({ shown: scan(text) })).check).toMatchObject({
      flags: [],
      elsewhere: [],
    });
  });

  test('finds forged what a phone let through', async () => {
    const { check: found } = await desk.check({ shown: scan('LBW1:NOT-A-PASS') });
    expect(found.flags).toEqual(['finds-otherwise']);
    const nothing = await desk.check({ phone: { verdict: 'red', code: 'no-pass' } });
    expect(nothing.check).toMatchObject({
      server: { code: 'no-pass' },
      flags: ['let-through-red'],
    });
  });

  test('is of its time, and has a reason where nobody is let through', async () => {
    await expect(desk.check({ at: '2022-11-10T07:00:00+08:00' })).rejects.toMatchObject(
      refused('not-yet'),
    );
    await expect(desk.check({ at: '2022-10-10T07:00:00+08:00' })).rejects.toMatchObject(
      refused('before-the-response'),
    );
    await expect(desk.check({ letThrough: false })).rejects.toMatchObject(refused('malformed'));
    await expect(desk.check({}, undefined, desk.otherKeeper)).rejects.toMatchObject(
      refused('not-found'),
    );
  });
});

test('the board shows who is inside, what was refused and what to look into; a sheet has no name', async () => {
  const yard = await makeGate(desk.county, {
    response: desk.response,
    area: server.areas.village,
    name: '北门',
  });
  const of = { gate: yard.id };
  const { id } = await desk.apply(desk.truck('湘B88888', { gates: [yard.id] }));
  const { text } = await desk.print(id);
  const shown = { how: 'scan' as const, text };
  await desk.check({ ...of, shown, at: '2022-11-10T05:10:00+08:00' });
  await desk.check({ ...of, shown, at: '2022-11-10T05:40:00+08:00', direction: 'out' });
  await desk.check({ ...of, shown, at: '2022-11-10T05:50:00+08:00' });
  await desk.check({
    ...of,
    phone: { verdict: 'red', code: 'no-pass' },
    letThrough: false,
    reason: 'no-pass',
  });
  const board = await desk.clerk(getBoard, { query: of });
  expect(board).toMatchObject({
    day: '2022-11-10',
    inside: [{ id, kind: 'vehicle', since: '2022-11-09T21:50:00.000Z' }],
    hours: [
      { hour: 5, in: 2, out: 1, refused: 0 },
      { hour: 6, in: 0, out: 0, refused: 1 },
    ],
    refusals: [{ reason: 'no-pass', count: 1 }],
  });
  // The pass was issued at six: it cannot have been shown before.
  expect(board.flagged.map(({ server: { code } }) => code)).toEqual(
    Array(3).fill('issued-in-future'),
  );
  await expect(desk.otherKeeper(getBoard, { query: of })).rejects.toMatchObject(
    refused('not-permitted'),
  );
  const sheet = { ...of, from: '2022-11-10', to: '2022-11-10' };
  const { name, content } = await desk.clerk(getLedgerSheet, { query: sheet });
  expect(name).toBe('北门 卡口台账 2022-11-10.xlsx');
  expect(Buffer.from(content, 'base64').subarray(0, 2).toString()).toBe('PK');
  await expect(
    desk.clerk(getLedgerSheet, { query: { ...sheet, from: '2022-09-01' } }),
  ).rejects.toMatchObject(refused('ledger-too-long'));
});

describe('two gates that have a place', () => {
  const at = (time: string) => `2022-11-10T${time}:00+08:00`;
  /** A shared place in either village, some way apart. */
  const placeIn = async (area: string, lat: number, shared = true) => {
    const place = randomUUID();
    const body = { area, name: `卡口 ${lat}`, kind: 'gate', lon: 112.99, lat, shared };
    await administrator(putPlace, {
      params: { place },
      body: { ...body, provenance: 'schematic', roadClass: 'main' },
    });
    return place;
  };
  const seen = async (text: string, gate: 'gate' | 'other', time: string) => {
    const body = { shown: scan(text), gate: desk[gate].id, at: at(time) };
    const by = gate === 'gate' ? desk.keeper : desk.otherKeeper;
    return (await desk.check(body, undefined, by)).check.elsewhere;
  };

  test('are compared by the drive between them: an estimate, then what somebody put right', async () => {
    const { village, otherVillage } = server.areas;
    const hidden = await placeIn(village, 27.5, false);
    const [from, to] = [await placeIn(village, 27.53), await placeIn(otherVillage, 27.63)];
    const put = ({ id, area, name }: GateDesk['gate'], place: string) =>
      makeGate(desk.county, { response: desk.response, area, name, place }, id);
    await expect(put(desk.gate, hidden)).rejects.toMatchObject(refused('place-hidden'));
    await expect(put(desk.gate, randomUUID())).rejects.toMatchObject(refused('not-found'));
    expect(await put(desk.gate, from)).toMatchObject({ place: from });
    await put(desk.other, to);

    // 14.5 km, which a laden tanker is thought to take 1,301 s for.
    const estimated = { least: 651, basis: 'estimated' };
    const { text } = await passForBoth('湘B66668');
    await seen(text, 'gate', '05:00');
    expect(await seen(text, 'other', '05:10')).toEqual([
      { ...estimated, gate: '东门', at: '2022-11-09T21:00:00.000Z' },
    ]);
    expect(await seen(text, 'gate', '05:21')).toEqual([]);

    const way = { seconds: 1800, metres: 14_000 };
    await administrator(putTravelEdit, {
      params: { from, to },
      body: { way, reason: '实际跑过', bothWays: false },
    });
    const next = await passForBoth('湘B66669');
    await seen(next.text, 'gate', '04:00');
    expect(await seen(next.text, 'other', '04:29')).toMatchObject([
      { least: 1800, basis: 'edited', gate: '东门' },
    ]);
    // The way back is as it was thought to be.
    expect(await seen(next.text, 'gate', '04:45')).toEqual([]);
    expect(await seen(next.text, 'other', '05:15')).toEqual([]);
  });
});

describe('by the rule of the moment', () => {
  let rules: { today: string; tomorrow: string };
  const well = { temperature: 36.5, mask: true, facts: { symptoms: false } };
  const finding = (verdict: 'green' | 'amber' | 'red', outcome: string | null) => ({
    version: rules.today,
    verdict,
    outcome,
  });
  let text: string;

  beforeAll(async () => {
    rules = await publishAtGate(desk.county, administrator, server.areas.village);
    ({ text } = await desk.print((await desk.apply(desk.truck('湘B66670'))).id));
  });

  test('a bundle carries what the phone decides by, and what begins at midnight', async () => {
    const { bundle } = await bundleOf(desk.keeper, desk.gate);
    const say = (time: string, facts: Record<string, number | boolean>) => {
      const at = `2022-11-${time}+08:00`;
      const carried = rulesInForce(bundle.bundle, Date.parse(at) / 1000).filter(
        ({ id }) => id === 'at-the-gate',
      );
      expect(carried).toHaveLength(1);
      const { version, table } = JSON.parse(carried[0]?.content ?? '') as CarriedRule;
      if (!table) throw new Error('it has a table');
      return [version, judgeAtGate(compile(table), facts, at).outcome];
    };
    const feverish = { temperature: 38, mask: true, symptoms: false };
    expect(say('10T23:59:59', feverish)).toEqual([rules.today, 'stop']);
    expect(say('11T00:00:00', feverish)).toEqual([rules.tomorrow, 'pass']);
    expect(say('13T05:59:59', { mask: false })).toEqual([rules.tomorrow, 'mask']);
    const there = await bundleOf(desk.otherKeeper, desk.other);
    expect(there.bundle.bundle.rules.map(({ id }) => id)).toEqual(['enter-site', 'load-vehicle']);
  });

  test('the server judges again, and keeps of what was seen that which is not about a person', async () => {
    const rule = finding('green', 'pass');
    const { check: passed } = await desk.check({ shown: scan(text), ...well, rule });
    expect(passed).toMatchObject({
      rule: { phone: rule, server: rule },
      flags: [],
      measured: true,
      mask: true,
      facts: {},
    });
    const { rows } = await sql<{ row: string }>`select to_jsonb(c)::text as row from gate."check" c
      where id = ${passed.id}`.execute(server.database.owner);
    expect(rows[0]?.row).not.toMatch(/symptoms|36\.5/);
    const { check: elsewhere } = await desk.check(
      { ...well, gate: desk.other.id, rule: null, phone: { verdict: 'red', code: 'no-pass' } },
      undefined,
      desk.otherKeeper,
    );
    expect(elsewhere).toMatchObject({ rule: { server: null }, measured: false, mask: null });
  });

  test.each([
    ['a phone that found otherwise', { ...well, temperature: 38 }, 'pass', ['finds-otherwise']],
    ['red, and let through', { ...well, temperature: 38 }, 'stop', ['let-through-red']],
    ['what was not looked at', { temperature: 36.5, mask: true }, null, ['not-asked']],
    [
      'a value that the rule does not know',
      { ...well, facts: { symptoms: 'x' } },
      null,
      ['not-asked'],
    ],
  ] as const)('flags %s', async (_, said, outcome, flags) => {
    const verdict = outcome === 'pass' ? 'green' : outcome === 'stop' ? 'red' : 'amber';
    const rule = finding(verdict, outcome);
    const { check: found } = await desk.check({ shown: scan(text), ...said, rule });
    expect(found.flags).toEqual(flags);
  });

  test('flags what a phone could not know, and not that it was let through', async () => {
    const said = { shown: scan(text), ...well, temperature: 38 };
    const { check: found } = await desk.check({ ...said, rule: null });
    expect(found).toMatchObject({ flags: ['rule-unknown'], rule: { server: { outcome: 'stop' } } });
    const old = { version: rules.tomorrow, verdict: 'red', outcome: 'mask' } as const;
    const turned = { letThrough: false, reason: 'mask' } as const;
    const { check: turnedAway } = await desk.check({ ...said, ...well, ...turned, rule: old });
    expect(turnedAway.flags).toEqual(['rule-unknown']);
  });

  test('keeps a temperature with the person, else sealed; it is told nowhere', async () => {
    const application = desk.person();
    const { text } = await desk.print((await desk.apply(application)).id);
    const measured = await desk.check({ ...well, shown: scan(text), temperature: 37.1 });
    expect(measured.check).toMatchObject({ measured: true });
    expect(JSON.stringify(measured)).not.toContain('37.1');
    const holder = application.holder as Extract<Application['holder'], { kind: 'person' }>;
    const { persons } = await desk.clerk(readFor('gate'), {
      body: { response: desk.response, persons: [holder.person], facts: ['temperature'] },
    });
    expect(persons[0]?.facts[0]).toMatchObject({ value: 37.1, how: 'device' });
    const stranger = await desk.check({
      phone: { verdict: 'red', code: 'no-pass' },
      letThrough: false,
      reason: 'no-pass',
      temperature: 38.2,
    });
    const { rows } = await sql<{ sealed: Buffer }>`select sealed from gate.reading
      where check_id = ${stranger.check.id}`.execute(server.database.owner);
    expect(rows[0]?.sealed.toString('latin1')).not.toContain('38.2');
  });
});
