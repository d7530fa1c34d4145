import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeByTwo, recordsOf } from '../../responses/testing/close-response.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { layTown, type Town } from '../testing/town.ts';
import { households, totalHouseholds } from './contract.ts';
import {
  type ImportedHousehold,
  importHouseholds,
  openContact,
  putContact,
  removeContact,
} from './people.contract.ts';

const contact = { name: '王某某', phone: '138 0000 0000' };

let town: Town;
let response: { id: string; name: { 'zh-CN': string } };
let place: string;
beforeAll(async () => {
  town = await layTown();
  place = await town.place('village');
});
beforeEach(async () => {
  response = await town.openResponse('town', 'otherTown');
});
afterAll(() => town[Symbol.asyncDispose]());

const household = (more: Partial<ImportedHousehold> = {}): ImportedHousehold => ({
  id: randomUUID(),
  area: town.areas.village,
  place,
  label: '3组16户',
  people: 1,
  aloneElderly: true,
  cannotCome: true,
  contact,
  ...more,
});
const bring = async (...households: ImportedHousehold[]) =>
  (await town.as('cadre', 'county'))(importHouseholds, {
    body: { response: response.id, households },
  });
const open = (id: string) => ({ params: { household: id }, body: { why: 'deliver' } }) as const;

const ledgerOf = async (subject: string) => {
  const { rows } = await sql<{ body: string }>`
    select body from ledger.entry where subject = ${subject} order by seq`.execute(
    town.database.owner,
  );
  return rows.map(({ body }) => JSON.parse(body));
};

describe('a contact', () => {
  it('is opened by who may see people, and the ledger says who did and what for', async () => {
    const one = household();
    await bring(one);
    const cadre = await town.as('cadre', 'village');
    expect(await cadre(openContact, open(one.id))).toEqual(contact);
    expect(await ledgerOf(`household:${one.id}`)).toMatchObject([
      {
        action: 'register.contact-opened',
        actor: town.accountOf('cadre', 'village'),
        area: town.areas.village,
        response: response.id,
        detail: { why: 'deliver' },
      },
    ]);
  });

  it('is in no list, no row and no line of the ledger as it is', async () => {
    const one = household();
    await bring(one);
    const cadre = await town.as('cadre', 'village');
    await cadre(putContact, {
      params: { household: one.id },
      body: { ...contact, name: '李某某' },
    });
    await cadre(openContact, open(one.id));
    const { rows } = await cadre(households.list, { query: { response: response.id } });
    expect(rows).toMatchObject([{ id: one.id, hasContact: true }]);
    const tables = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`.execute(town.database.owner);
    let looked = 0;
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ row: string }>`
        select t::text as row from ${sql.raw(name)} t`.execute(town.database.owner);
      for (const { row } of rows) {
        looked++;
        expect(row).not.toMatch(/王某某|李某某|138 ?0000 ?0000/);
      }
    }
    expect(looked).toBeGreaterThan(20);
  });

  it('is changed and removed', async () => {
    const one = household({ contact: null });
    await bring(one);
    const cadre = await town.as('cadre', 'village');
    expect(await refusalOf(cadre(openContact, open(one.id)))).toBe('no-contact');
    const params = { household: one.id };
    await cadre(putContact, { params, body: { name: '李某某', phone: null } });
    expect(await cadre(openContact, open(one.id))).toEqual({ name: '李某某', phone: null });
    await cadre(removeContact, { params });
    expect(await refusalOf(cadre(openContact, open(one.id)))).toBe('no-contact');
    expect((await ledgerOf(`household:${one.id}`)).map(({ action }) => action)).toEqual([
      'register.contact-saved',
      'register.contact-opened',
      'register.contact-removed',
    ]);
  });

  it('stays with its household when the rest of it is changed', async () => {
    const one = household();
    await bring(one);
    const writer = await town.as('writer', 'village');
    const { id, contact: _, ...rest } = one;
    const { row } = await writer(households.put, {
      params: { row: id },
      body: { ...rest, response: response.id, people: 5 },
    });
    expect(row).toMatchObject({ people: 5, hasContact: true });
    expect(await (await town.as('cadre', 'village'))(openContact, open(id))).toEqual(contact);
  });

  it('stays shut, and stays, while its household is off the register', async () => {
    const one = household();
    await bring(one);
    const cadre = await town.as('cadre', 'village');
    const params = { row: one.id };
    await cadre(households.remove, { params, body: { version: 1, why: 'moved' } });
    expect(await refusalOf(cadre(openContact, open(one.id)))).toBe('row-removed');
    const put = cadre(putContact, { params: { household: one.id }, body: contact });
    expect(await refusalOf(put)).toBe('row-removed');
    await cadre(households.undo, { params, body: { number: 2 } });
    expect(await cadre(openContact, open(one.id))).toEqual(contact);
  });

  it('does not open in another household’s row', async () => {
    const [one, two] = [household(), household({ label: '3组17户' })];
    await bring(one, two);
    await sql`update register.household set sealed =
      (select sealed from register.household where id = ${one.id}) where id = ${two.id}`.execute(
      town.database.owner,
    );
    const cadre = await town.as('cadre', 'village');
    expect(await refusalOf(cadre(openContact, open(two.id)))).toBe('seal-broken');
  });

  it.each(['1', '电话', '12345678901234567890123', '138-0000-000x'])(
    'with the phone %s is refused',
    async (phone) => {
      const one = household();
      await bring(one);
      const cadre = await town.as('cadre', 'village');
      const put = cadre(putContact, { params: { household: one.id }, body: { name: '王', phone } });
      expect(await refusalOf(put)).toBe('malformed');
    },
  );
});

describe('who reaches contacts', () => {
  it('nobody without the permission, however much else they may', async () => {
    const one = household();
    await bring(one);
    for (const role of ['reader', 'writer'] as const) {
      const call = await town.as(role, 'village');
      const params = { household: one.id };
      expect(await refusalOf(call(openContact, open(one.id)))).toBe('not-permitted');
      expect(await refusalOf(call(putContact, { params, body: contact }))).toBe('not-permitted');
      expect(await refusalOf(call(removeContact, { params }))).toBe('not-permitted');
      const body = { response: response.id, households: [household()] };
      expect(await refusalOf(call(importHouseholds, { body }))).toBe('not-permitted');
    }
  });

  it('no cadre of another village', async () => {
    const one = household();
    await bring(one);
    const cadre = await town.as('cadre', 'otherVillage');
    const params = { household: one.id };
    expect(await refusalOf(cadre(openContact, open(one.id)))).toBe('not-found');
    expect(await refusalOf(cadre(putContact, { params, body: contact }))).toBe('not-found');
    expect(await refusalOf(cadre(removeContact, { params }))).toBe('not-found');
    const theirs = [household({ area: town.areas.otherVillage, id: one.id })];
    const body = { response: response.id, households: theirs };
    expect(await refusalOf(cadre(importHouseholds, { body }))).toBe('not-found');
  });
});

describe('many at once', () => {
  it('are added, changed and left as they are', async () => {
    const [a, b, c] = [
      household({ label: 'a' }),
      household({ label: 'b' }),
      household({ label: 'c' }),
    ];
    expect(await bring(a, b)).toEqual({ added: 2, changed: 0, unchanged: 0, removed: 0 });
    expect(await bring(a, b)).toEqual({ added: 0, changed: 0, unchanged: 2, removed: 0 });
    const changed = { ...b, contact: { ...contact, phone: null } };
    expect(await bring(a, changed, c)).toEqual({ added: 1, changed: 1, unchanged: 1, removed: 0 });
    const { contact: _, ...without } = changed;
    expect(await bring(without)).toEqual({ added: 0, changed: 0, unchanged: 1, removed: 0 });
    expect(await bring({ ...changed, contact: null })).toEqual({
      added: 0,
      changed: 1,
      unchanged: 0,
      removed: 0,
    });
    const cadre = await town.as('cadre', 'village');
    expect(await refusalOf(cadre(openContact, open(b.id)))).toBe('no-contact');
    expect(await cadre(openContact, open(c.id))).toEqual(contact);
  });

  it('have a history each, and what was taken off meanwhile stays off', async () => {
    const [a, b] = [household({ label: 'a' }), household({ label: 'b' })];
    await bring(a, b);
    await bring({ ...a, people: 4 }, b);
    const cadre = await town.as('cadre', 'village');
    const params = { row: a.id };
    const { changes } = await cadre(households.changes, { params });
    expect(changes.map(({ deed }) => deed)).toEqual(['changed', 'added']);
    expect(changes[0]?.fields).toEqual([{ field: 'people', before: 1, after: 4 }]);
    await cadre(households.undo, { params, body: { number: 2 } });
    const { row } = await cadre(households.get, { params });
    expect(row).toMatchObject({ people: 1, hasContact: true });
    await cadre(households.remove, { params, body: { version: row.version, why: 'moved' } });
    expect(await bring({ ...a, people: 7 }, b)).toEqual({
      added: 0,
      changed: 0,
      unchanged: 1,
      removed: 1,
    });
    expect((await cadre(households.get, { params })).removed).toBe(true);
  });

  it('or none: one that is refused takes the others with it', async () => {
    const good = household();
    const far = household({ area: town.areas.county });
    expect(await refusalOf(bring(good, far))).toBe('area-not-covered');
    expect(await refusalOf(bring(good, { ...good, label: 'again' }))).toBe('household-twice');
    const cadre = await town.as('cadre', 'county');
    const { rows } = await cadre(households.list, { query: { response: response.id } });
    expect(rows).toEqual([]);
  });

  it('2,000 in one request', async () => {
    const many = Array.from({ length: 2000 }, (_, i) => household({ label: `${i}` }));
    expect(await bring(...many)).toEqual({ added: 2000, changed: 0, unchanged: 0, removed: 0 });
    const last = many.at(-1) as ImportedHousehold;
    expect(await (await town.as('cadre', 'village'))(openContact, open(last.id))).toEqual(contact);
  });
});

describe('when the response closes', () => {
  it('households are gone, their contacts unreadable even from an old copy; totals stay', async () => {
    const [one, two] = [
      household({ people: 3 }),
      household({ cannotCome: false, aloneElderly: false }),
    ];
    const other = household({ area: town.areas.otherVillage });
    await bring(one, two, other);
    const copy = await sql<{ id: string; sealed: Buffer }>`
      select id, sealed from register.household where id = ${one.id}`.execute(town.database.owner);
    const lead = await town.as('leader', 'county');
    const second = await town.as('second', 'county');
    const closed = await closeByTwo({ proposer: second, second: lead }, response.id);
    // Three households, and of each the change that registered it.
    expect(recordsOf(closed)).toBe(6);

    const query = { response: response.id };
    expect((await lead(households.list, { query })).rows).toEqual([]);
    expect((await lead(totalHouseholds, { query })).areas).toEqual(
      expect.arrayContaining([
        {
          area: town.areas.village,
          name: '白壁村',
          households: 2,
          people: 4,
          aloneElderly: 1,
          cannotCome: 1,
        },
        {
          area: town.areas.otherVillage,
          name: '红旗村',
          households: 1,
          people: 1,
          aloneElderly: 1,
          cannotCome: 1,
        },
      ]),
    );
    const officer = await town.as('reader', 'town');
    const seen = await officer(totalHouseholds, { query });
    expect(seen.areas.map(({ area }) => area)).toEqual([town.areas.village]);
    expect(await refusalOf((await town.as('nobody', 'county'))(totalHouseholds, { query }))).toBe(
      'not-permitted',
    );

    const name = { tenant: town.tenant, response: response.id, record: `household:${one.id}` };
    expect(() => town.keys.open(name, copy.rows[0]?.sealed as Buffer)).toThrow(/key-destroyed/);
    expect(await refusalOf(bring(household()))).toBe('response-closed');
  });

  it('a contact that a restored database brings back stays closed', async () => {
    const one = household();
    await bring(one);
    await town.keys.destroy(response.id);
    const cadre = await town.as('cadre', 'village');
    expect(await refusalOf(cadre(openContact, open(one.id)))).toBe('key-destroyed');
    const params = { household: one.id };
    expect(await refusalOf(cadre(putContact, { params, body: contact }))).toBe('key-destroyed');
  });
});
