import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Call } from '../../http/client.ts';
import { closeByTwo } from '../../responses/testing/close-response.ts';
import { households } from '../households/contract.ts';
import { openContact, putContact } from '../households/people.contract.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { layTown, type Town } from '../testing/town.ts';
import * as bring from './bring.contract.ts';
import { confirmLasting, type LastingFields, lastingHouseholds } from './contract.ts';
import * as people from './people.contract.ts';

// Nobody's: no mobile network has these figures.
const head = { name: '司徒钰莹', phone: '109 0733 0017', relation: 'head' } as const;
const child = { name: '令狐沐阳', phone: null, relation: 'child' } as const;

let town: Town;
let cadre: Call;
let place: string;
beforeAll(async () => {
  town = await layTown();
  cadre = await town.as('cadre', 'village');
  place = await town.place('village');
});
afterAll(() => town[Symbol.asyncDispose]());

const fields = (more: Partial<LastingFields> = {}) => ({
  area: town.areas.village,
  place,
  label: `3组${Math.floor(Math.random() * 1e9)}户`,
  people: 2,
  ...more,
});
const lay = async (more: Partial<LastingFields> = {}, by = cadre) =>
  (
    await by(lastingHouseholds.put, {
      params: { row: randomUUID() },
      body: fields(more),
    })
  ).row.id;
const read = async (row: string) => (await cadre(lastingHouseholds.get, { params: { row } })).row;
const admit = async (
  household: string,
  told: people.ResidentTold,
  resident: string = randomUUID(),
) => {
  await cadre(people.putResident, { params: { resident }, body: { household, ...told } });
  return resident;
};
const openDrought = async () => (await town.openResponse('town')).id;
const offers = async (response: string, by = cadre) =>
  by(bring.listOffers, { query: { response } });
const offered = async (response: string, lasting: string) =>
  (await offers(response)).rows.find((one) => one.lasting === lasting);
const bringIn = async (response: string, lasting: string, id = randomUUID()) =>
  Object.assign(
    await cadre(bring.bringHouseholds, { body: { response, households: [{ lasting, id }] } }),
    { id },
  );
const inResponse = async (row: string) => (await cadre(households.get, { params: { row } })).row;
const change = async (response: string, row: string, more: object) => {
  const { id: _, hasContact: __, version: ___, ...body } = await inResponse(row);
  await cadre(households.put, { params: { row }, body: { ...body, response, ...more } });
};
const corrected = async (response: string) =>
  (await cadre(bring.listCorrections, { query: { response } })).corrections;
const ledger = async (subject: string) => {
  const { rows } = await sql<{ body: string }>`
    select body from ledger.entry where subject = ${subject} order by seq`.execute(
    town.database.owner,
  );
  return rows.map(({ body }) => JSON.parse(body));
};

describe('who may', () => {
  test('the area and the permission decide', async () => {
    const row = await lay();
    const resident = await admit(row, head);
    const elsewhere = await town.as('cadre', 'otherVillage');
    const writer = await town.as('writer', 'village');
    const of = { params: { row } };
    expect((await writer(lastingHouseholds.get, of)).row.named).toBe(1);
    for (const run of [
      () => elsewhere(lastingHouseholds.get, of),
      () => elsewhere(people.listResidents, of),
      () => elsewhere(people.openResident, { params: { resident }, body: { why: 'reach' } }),
      () => elsewhere(people.eraseHousehold, { ...of, body: { why: 'moved' } }),
      () => elsewhere(people.eraseResident, { params: { resident }, body: { why: 'moved' } }),
      () =>
        elsewhere(people.putResident, {
          params: { resident: randomUUID() },
          body: { household: row, ...child },
        }),
    ])
      expect(await refusalOf(run())).toBe('not-found');
    expect(
      await refusalOf(elsewhere(lastingHouseholds.put, { ...of, body: fields({ place: null }) })),
    ).toBe('area-elsewhere');
    for (const run of [
      () => writer(people.listResidents, of),
      () => writer(people.openResident, { params: { resident }, body: { why: 'reach' } }),
      () => writer(people.eraseHousehold, { ...of, body: { why: 'moved' } }),
    ])
      expect(await refusalOf(run())).toBe('not-permitted');
    expect(
      (await elsewhere(people.findResidents, { body: { phone: head.phone } })).residents,
    ).toEqual([]);
  });
});

describe('its people', () => {
  test('are listed masked, opened one at a time with a purpose, and found by telephone', async () => {
    const row = await lay();
    const resident = await admit(row, head);
    await admit(row, child);
    const { residents } = await cadre(people.listResidents, { params: { row } });
    expect(residents.map(({ shown, relation, hasPhone }) => [shown, relation, hasPhone])).toEqual([
      ['司*', 'head', true],
      ['令*', 'child', false],
    ]);
    expect(await read(row)).toMatchObject({ named: 2, hasPhone: true });
    const open = { params: { resident }, body: { why: 'reach' } } as const;
    expect(await cadre(people.openResident, open)).toEqual({ ...head, phone: '10907330017' });
    const found = await cadre(people.findResidents, { body: { phone: '+86 10907330017' } });
    expect(found.residents.map(({ household }) => household)).toContain(row);
    expect(await ledger(`resident:${resident}`)).toMatchObject([
      { action: 'register.resident-saved', detail: { household: row } },
      { action: 'register.resident-opened', detail: { why: 'reach' } },
      { action: 'register.telephone-sought' },
    ]);
    expect(await refusalOf(admit(row, { ...child, relation: 'head' }))).toBe('head-twice');
    expect(await refusalOf(admit(await lay(), head, resident))).toBe('resident-elsewhere');
    // Again as they are they change nothing; as somebody else saw them, they are not written over.
    await admit(row, head, resident);
    expect(await ledger(`resident:${resident}`)).toHaveLength(3);
    const body = { household: row, ...head, name: '司徒玉莹', version: 7 };
    expect(await refusalOf(cadre(people.putResident, { params: { resident }, body }))).toBe(
      'changed-meanwhile',
    );
  });

  test('follow their household to another village, and do not open beside another', async () => {
    const [row, other] = [await lay(), await lay()];
    const resident = await admit(row, head);
    const county = await town.as('cadre', 'county');
    const body = fields({ area: town.areas.otherVillage, place: null });
    await county(lastingHouseholds.put, { params: { row }, body });
    const open = { params: { resident }, body: { why: 'reach' } } as const;
    const there = await town.as('cadre', 'otherVillage');
    expect(await there(people.openResident, open)).toMatchObject({ name: head.name });
    expect(await refusalOf(cadre(people.openResident, open))).toBe('not-found');
    await sql`update register.resident set household = ${other}, area = ${town.areas.village}
      where id = ${resident}`.execute(town.database.owner);
    expect(await refusalOf(cadre(people.openResident, open))).toBe('seal-broken');
    await sql`delete from register.resident where id = ${resident}`.execute(town.database.owner);
  });

  test('are erased with the history of their household, of villages that it left too', async () => {
    const row = await lay({ label: '朝阳屋场7号' });
    const gone = await admit(row, child);
    const resident = await admit(row, head);
    await cadre(people.eraseResident, { params: { resident: gone }, body: { why: 'moved' } });
    expect(await read(row)).toMatchObject({ named: 1, hasPhone: true });
    const county = await town.as('cadre', 'county');
    const body = fields({ area: town.areas.village2, label: '朝阳屋场8号' });
    await county(lastingHouseholds.put, { params: { row }, body });
    const there = await town.as('cadre', 'village2');
    const changes = () =>
      sql`select fields::text from tables.change where subject = ${`lasting-household:${row}`}`.execute(
        town.database.owner,
      );
    expect((await changes()).rows).toHaveLength(2);
    await there(people.eraseHousehold, { params: { row }, body: { why: 'asked' } });
    expect((await changes()).rows).toEqual([]);
    expect(await refusalOf(there(people.listResidents, { params: { row } }))).toBe('not-found');
    const left = await sql`select from register.resident where id = ${resident}`.execute(
      town.database.owner,
    );
    expect(left.rows).toEqual([]);
    const entries = await ledger(`lasting-household:${row}`);
    expect(entries.at(-1)).toMatchObject({
      action: 'register.lasting-household-erased',
      detail: { why: 'asked', residents: 1 },
    });
    expect(JSON.stringify(entries)).not.toMatch(/朝阳/);
  });
});

test('who was not confirmed for a year is to be confirmed', async () => {
  const old = await lay({ label: '老屋1户', confirmed: '2021-11-10' });
  const never = await lay({ label: '老屋2户' });
  const lately = await lay({ label: '老屋3户', confirmed: '2021-11-11' });
  const { rows } = await cadre(lastingHouseholds.list, {
    query: { only: 'to-confirm', q: '老屋' },
  });
  expect(rows.map(({ id }) => id)).toEqual([old, never]);
  expect(rows).not.toContainEqual(expect.objectContaining({ id: lately }));
  const said = await cadre(confirmLasting, { params: { row: never } });
  expect(said).toEqual({ confirmed: '2022-11-10' });
  expect((await read(never)).confirmed).toBe('2022-11-10');
});

describe('into a response', () => {
  test('a household is brought once, then only what changed, and what the response added stays', async () => {
    const row = await lay();
    await admit(row, head);
    const response = await openDrought();
    const before = await offers(response);
    expect(await offered(response, row)).toMatchObject({ kind: 'new', people: 2 });
    const { id, ...done } = await bringIn(response, row);
    expect(done).toEqual({ added: 1, joined: 0, changed: 0, unchanged: 0 });
    expect((await offers(response)).added).toBe(before.added - 1);
    const contact = { name: head.name, phone: '10907330017' };
    const open = { params: { household: id }, body: { why: 'deliver' } } as const;
    expect(await cadre(openContact, open)).toEqual(contact);
    await change(response, id, { cannotCome: true, aloneElderly: true });

    // Under whichever id: it is there.
    expect(await bringIn(response, row)).toMatchObject({ added: 0, unchanged: 1 });
    expect(await offered(response, row)).toBeUndefined();

    await cadre(lastingHouseholds.put, { params: { row }, body: { ...fields(), people: 5 } });
    const { label } = await read(row);
    const old = (await inResponse(id)).label;
    expect(await offered(response, row)).toMatchObject({
      kind: 'changed',
      changes: [
        { field: 'label', before: old, after: label },
        { field: 'people', before: 2, after: 5 },
      ],
    });
    expect(await bringIn(response, row)).toMatchObject({ changed: 1 });
    expect(await inResponse(id)).toMatchObject({ people: 5, label, cannotCome: true });
    expect(await offered(response, row)).toBeUndefined();

    // A telephone that changed in the register is taken over, whatever else the response has.
    const [resident] = (await cadre(people.listResidents, { params: { row } })).residents;
    await admit(row, { ...head, phone: '10907330018' }, resident?.id);
    expect(await offered(response, row)).toMatchObject({ changes: [{ field: 'contact' }] });
    await bringIn(response, row);
    expect(await cadre(openContact, open)).toEqual({ ...contact, phone: '10907330018' });

    // Taken off the response's register it stays so.
    const { version } = await inResponse(id);
    await cadre(households.remove, { params: { row: id }, body: { version, why: 'mistake' } });
    await cadre(lastingHouseholds.put, { params: { row }, body: { ...fields(), people: 6 } });
    expect(await offered(response, row)).toBeUndefined();
    expect(await bringIn(response, row)).toMatchObject({ unchanged: 1 });
  });

  test('one that the response has by its house number is joined, and keeps its own', async () => {
    const row = await lay({ label: '三组四十二号', people: 2 });
    const response = await openDrought();
    const id = randomUUID();
    const own = { response, area: town.areas.village, place, label: '3组42户', people: 4 };
    await cadre(households.put, { params: { row: id }, body: { ...own, cannotCome: true } });
    expect(await offered(response, row)).toMatchObject({ kind: 'joins', changes: [] });
    const double = await lay({ label: '3组42号' });
    const asked = [row, double].map((lasting) => ({ lasting, id: randomUUID() }));
    const done = await cadre(bring.bringHouseholds, { body: { response, households: asked } });
    expect(done).toEqual({ added: 1, joined: 1, changed: 0, unchanged: 0 });
    expect(await inResponse(id)).toMatchObject({ people: 4, label: '3组42户', cannotCome: true });
    expect(await corrected(response)).toMatchObject([
      {
        household: id,
        lasting: row,
        changes: [
          { field: 'label', before: '三组四十二号', after: '3组42户' },
          { field: 'people', before: 2, after: 4 },
        ],
      },
    ]);
  });

  test('ten at once bring it once', async () => {
    const row = await lay();
    const response = await openDrought();
    const done = await Promise.all(Array.from({ length: 10 }, () => bringIn(response, row)));
    expect(done.reduce((sum, { added }) => sum + added, 0)).toBe(1);
  });

  test('not without a point, not outside of the response, not when it has ended', async () => {
    const homeless = await lay({ place: null });
    const county = await town.as('cadre', 'county');
    const outside = await lay({ area: town.areas.otherVillage }, county);
    const response = await openDrought();
    expect((await offers(response, county)).rows.map(({ lasting }) => lasting)).not.toContain(
      outside,
    );
    expect(await offered(response, homeless)).toBeUndefined();
    expect((await offers(response)).withoutPlace).toBe(1);
    expect(await refusalOf(bringIn(response, homeless))).toBe('lasting-without-place');
    expect(await refusalOf(bringIn(response, outside))).toBe('not-found');
    const asked = { response, households: [{ lasting: outside, id: randomUUID() }] };
    expect(await refusalOf(county(bring.bringHouseholds, { body: asked }))).toBe(
      'area-not-covered',
    );
  });
});

describe('the way back', () => {
  test('is open for house number, figure and telephone, by a person; never for what the emergency adds', async () => {
    const row = await lay();
    const resident = await admit(row, head);
    const response = await openDrought();
    const { id } = await bringIn(response, row);
    expect(await corrected(response)).toEqual([]);
    await change(response, id, {
      label: '3组77户',
      people: 9,
      cannotCome: true,
      aloneElderly: true,
    });
    const put = { params: { household: id }, body: { name: head.name, phone: '10907330019' } };
    await cadre(putContact, put);
    const [one] = await corrected(response);
    expect(one?.changes.map(({ field }) => field)).toEqual(['label', 'people', 'contact']);
    expect(JSON.stringify(one)).not.toMatch(/10907330019|司徒/);

    const settle = (take: boolean, ...these: bring.CorrectedField[]) =>
      cadre(bring.settleCorrection, { params: { household: id }, body: { take, fields: these } });
    await settle(true, 'label', 'contact');
    expect(await read(row)).toMatchObject({ label: '3组77户', people: 2 });
    const open = { params: { resident }, body: { why: 'correct' } } as const;
    expect(await cadre(people.openResident, open)).toMatchObject({ phone: '10907330019' });
    await settle(false, 'people');
    expect(await corrected(response)).toEqual([]);
    expect(await offered(response, row)).toBeUndefined();
    expect(await refusalOf(settle(true, 'people'))).toBe('not-corrected');
    // The next change is proposed again.
    await change(response, id, { people: 8 });
    expect(await corrected(response)).toMatchObject([
      { changes: [{ field: 'people', before: 2, after: 8 }] },
    ]);
  });

  test('closing takes the response’s copy, and the register keeps nothing of the emergency', async () => {
    const row = await lay();
    const resident = await admit(row, head);
    const response = await openDrought();
    const whole = async () => {
      const { rows } = await sql<{ row: string }>`
        select h::text as row from register.lasting_household h where id = ${row} union all
        select r::text from register.resident r where household = ${row} union all
        select c::text from tables.change c where subject = ${`lasting-household:${row}`}`.execute(
        town.database.owner,
      );
      return rows;
    };
    const before = await whole();
    const { id } = await bringIn(response, row);
    await change(response, id, { cannotCome: true, aloneElderly: true, people: 7 });
    const copy = await sql<{ sealed: Buffer }>`
      select sealed from register.household where id = ${id}`.execute(town.database.owner);
    const proposer = await town.as('leader', 'county');
    await closeByTwo({ proposer, second: await town.as('second', 'county') }, response);

    expect(await whole()).toEqual(before);
    const links = await sql`select from register.household where lasting = ${row}`.execute(
      town.database.owner,
    );
    expect(links.rows).toEqual([]);
    const name = { tenant: town.tenant, response, record: `household:${id}` };
    expect(
      await refusalOf((async () => town.keys.open(name, copy.rows[0]?.sealed as Buffer))()),
    ).toBe('key-destroyed');
    const { rows: told } = await sql<{ body: string }>`
      select body from ledger.entry where body like ${`%${row}%`}`.execute(town.database.owner);
    expect(told.map(({ body }) => body).join('\n')).not.toContain(id);
    expect(told.map(({ body }) => body).join('\n')).not.toContain(response);
    // The next emergency knows them again, but not what the last one knew.
    const open = { params: { resident }, body: { why: 'reach' } } as const;
    expect(await cadre(people.openResident, open)).toMatchObject({ name: head.name });
    const next = await openDrought();
    const again = await bringIn(next, row);
    expect(again.added).toBe(1);
    expect(await inResponse(again.id)).toMatchObject({
      people: 2,
      cannotCome: false,
      aloneElderly: false,
    });
  });
});

test('its key lies beside those of responses, and one that is lost is not made anew', async () => {
  const row = await lay();
  const resident = await admit(row, head);
  const file = join(town.folder, 'keys', `register-${town.tenant}.key`);
  const key = await readFile(file);
  expect(key).toHaveLength(32);
  const open = () =>
    refusalOf(cadre(people.openResident, { params: { resident }, body: { why: 'reach' } }));
  rmSync(file);
  expect(await open()).toBe('register-key-missing');
  expect(await refusalOf(admit(row, child))).toBe('register-key-missing');
  expect(readdirSync(join(town.folder, 'keys'))).not.toContain(`register-${town.tenant}.key`);
  await writeFile(file, Buffer.alloc(32, 7));
  expect(await open()).toBe('seal-broken');
  expect(await refusalOf(admit(row, child))).toBe('register-key-missing');
  await writeFile(file, key);
  await admit(row, child);
});

test('many are registered at once with their people; again it changes nothing', async () => {
  const id = randomUUID();
  const residents = [{ id: randomUUID(), ...head }];
  const body = { households: [{ id, ...fields(), residents }] };
  expect(await cadre(people.importLasting, { body })).toMatchObject({ added: 1, unchanged: 0 });
  expect(await cadre(people.importLasting, { body })).toMatchObject({ added: 0, unchanged: 1 });
  expect(await read(id)).toMatchObject({ named: 1, hasPhone: true });
});
