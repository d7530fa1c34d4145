import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallOf, InputOf } from '../../http/contract.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { layTown, type Town, within } from '../testing/town.ts';
import { countHouseholds, households } from './contract.ts';

type Fields = InputOf<typeof households.put>['body'];

let town: Town;
let response: string;
let place: string;
beforeAll(async () => {
  town = await layTown();
  place = await town.place('village', { name: '白壁村3组' });
});
beforeEach(async () => {
  response = (await town.openResponse('town', 'otherTown')).id;
});
afterAll(() => town[Symbol.asyncDispose]());

const fields = (more: Partial<Fields> = {}): Fields => ({
  response,
  area: town.areas.village,
  place,
  label: '3组16户',
  people: 2,
  aloneElderly: false,
  cannotCome: false,
  ...more,
});

describe('a household', () => {
  it('is registered, changed, and the same again changes nothing', async () => {
    const call = await town.as('writer', 'village');
    const row = randomUUID();
    const put = (more: Partial<Fields>) =>
      call(households.put, { params: { row }, body: fields(more) });
    const first = await put({ aloneElderly: true, people: 1 });
    expect(first).toEqual({
      row: {
        ...fields({ aloneElderly: true, people: 1 }),
        id: row,
        hasContact: false,
        version: 1,
      },
      change: 1,
      doubts: [],
    });
    expect(await put({ aloneElderly: true, people: 1 })).toEqual({ ...first, change: null });
    expect(await put({ people: 3 })).toMatchObject({ row: { people: 3, version: 2 }, change: 2 });
    expect(await refusalOf(put({ people: 4, version: 1 }))).toBe('changed-meanwhile');
  });

  it.each([
    ['fewer than no people', { people: -1 }],
    ['half a person', { people: 1.5 }],
    ['no label', { label: ' ' }],
  ])('of %s is refused', async (_, more) => {
    const call = await town.as('writer', 'village');
    const put = call(households.put, { params: { row: randomUUID() }, body: fields(more) });
    expect(await refusalOf(put)).toBe('malformed');
  });

  it('belongs to a response that is open and covers where it lives', async () => {
    const call = await town.as('writer', 'county');
    const put = (more: Partial<Fields>) =>
      refusalOf(call(households.put, { params: { row: randomUUID() }, body: fields(more) }));
    expect(await put({ response: randomUUID() })).toBe('not-found');
    expect(await put({ area: town.areas.county })).toBe('area-not-covered');
    expect(await put({ area: town.areas.otherVillage })).toBeUndefined();
    expect(await put({ place: randomUUID() })).toBe('not-found');
  });

  it('does not pass from one response to another', async () => {
    const call = await town.as('writer', 'village');
    const row = randomUUID();
    await call(households.put, { params: { row }, body: fields() });
    const next = await town.openResponse('town');
    const put = call(households.put, { params: { row }, body: fields({ response: next.id }) });
    expect(await refusalOf(put)).toBe('household-of-another-response');
  });

  it('that looks wrong is kept, and doubted', async () => {
    const call = await town.as('writer', 'town');
    const doubts = async (more: Partial<Fields>) =>
      (
        await call(households.put, { params: { row: randomUUID() }, body: fields(more) })
      ).doubts.map(({ field }) => field);
    expect(await doubts({})).toEqual([]);
    expect(await doubts({ label: '三组十六号' })).toEqual(['label']);
    expect(await doubts({ label: '白壁村３组１６户' })).toEqual(['label']);
    expect(await doubts({ label: '3组17户', people: 0 })).toEqual(['people']);
    const elsewhere = await town.place('village2');
    expect(await doubts({ label: '3组18户', people: 16, place: elsewhere })).toEqual([
      'place',
      'people',
    ]);
  });
});

describe('taking a household off the register', () => {
  const removed = async () => {
    const call = await town.as('writer', 'village');
    const row = randomUUID();
    await call(households.put, { params: { row }, body: fields() });
    const remove = (why?: string) =>
      call(households.remove, {
        params: { row },
        body: { version: 1, ...(why && { why }) },
      });
    return { call, row, remove };
  };
  const listed = async (query: { removed?: 'yes' }) => {
    const call = await town.as('reader', 'village');
    return (await call(households.list, { query: { response, ...query } })).total;
  };

  it('asks why, and keeps it in the history alone', async () => {
    const { call, row, remove } = await removed();
    expect(await refusalOf(remove())).toBe('malformed');
    expect(await refusalOf(remove('tired-of-it'))).toBe('malformed');
    await remove('died');
    const { changes } = await call(households.changes, { params: { row } });
    expect(changes[0]).toMatchObject({ deed: 'removed', why: 'died' });
    const { rows } = await sql<{ body: string }>`
      select body from ledger.entry where subject = ${`household:${row}`} order by seq`.execute(
      town.database.owner,
    );
    expect(rows.map(({ body }) => JSON.parse(body).detail)).toEqual([
      {
        change: 1,
        deed: 'added',
        fields: Object.fromEntries(
          ['area', 'response', 'place', 'label', 'people', 'aloneElderly', 'cannotCome'].map(
            (field) => [field, true],
          ),
        ),
      },
      { change: 2, deed: 'removed', fields: {} },
    ]);
  });

  it('takes it out of lists and counts until it is undone', async () => {
    const { call, row, remove } = await removed();
    await remove('moved');
    expect([await listed({}), await listed({ removed: 'yes' })]).toEqual([0, 1]);
    const { total } = await call(countHouseholds, { query: { response } });
    expect(total.households).toBe(0);
    const put = call(households.put, { params: { row }, body: fields({ people: 5 }) });
    expect(await refusalOf(put)).toBe('row-removed');
    await call(households.undo, { params: { row }, body: { number: 2 } });
    expect([await listed({}), await listed({ removed: 'yes' })]).toEqual([1, 0]);
  });
});

describe('who sees and writes households', () => {
  it('a town’s officer sees none of another town’s, nor counts, changes or undoes them', async () => {
    const county = await town.as('writer', 'county');
    const theirs = randomUUID();
    const body = fields({ area: town.areas.otherVillage });
    await county(households.put, { params: { row: theirs }, body });
    await county(households.put, { params: { row: randomUUID() }, body: fields() });
    const officer = await town.as('writer', 'town');
    const { rows } = await officer(households.list, { query: { response } });
    expect(rows.map(({ area }) => area)).toEqual([town.areas.village]);
    const { total } = await officer(countHouseholds, { query: { response } });
    expect(total.households).toBe(1);
    const params = { row: theirs };
    const refusals = [
      officer(households.get, { params }),
      officer(households.changes, { params }),
      officer(households.put, { params, body: fields() }),
      officer(households.remove, { params, body: { version: 1, why: 'moved' } }),
      officer(households.undo, { params, body: { number: 1 } }),
    ].map(refusalOf);
    expect(new Set(await Promise.all(refusals))).toEqual(new Set(['not-found']));
    const away = officer(households.put, {
      params: { row: randomUUID() },
      body: fields({ area: town.areas.otherVillage }),
    });
    expect(await refusalOf(away)).toBe('area-elsewhere');
  });

  it('only with the permission', async () => {
    const reader = await town.as('reader', 'village');
    const params = { row: randomUUID() };
    expect(await refusalOf(reader(households.put, { params, body: fields() }))).toBe(
      'not-permitted',
    );
    const body = { version: 1, why: 'moved' };
    expect(await refusalOf(reader(households.remove, { params, body }))).toBe('not-permitted');
    expect((await reader(households.list, { query: { response } })).rows).toEqual([]);
    const nobody = await town.as('nobody', 'village');
    expect(await refusalOf(nobody(households.list, { query: { response } }))).toBe('not-permitted');
    expect(await refusalOf(nobody(countHouseholds, { query: { response } }))).toBe('not-permitted');
  });

  it('row-level security holds the table and its history, whatever a statement asks for', async () => {
    const county = await town.as('writer', 'county');
    for (const area of [town.areas.village, town.areas.otherVillage])
      await county(households.put, { params: { row: randomUUID() }, body: fields({ area }) });
    await within(town, ['village'], async (tx) => {
      const { rows } = await sql<{ area: string }>`
        select area from register.household where response = ${response}
        union all select area from tables.change where dies_with = ${response}`.execute(tx);
      expect(rows.map(({ area }) => area)).toEqual([town.areas.village, town.areas.village]);
    });
  });
});

describe('lists and counts', () => {
  const register = async (many: Partial<Fields>[]) => {
    const call = await town.as('writer', 'county');
    for (const more of many) {
      await call(households.put, { params: { row: randomUUID() }, body: fields(more) });
    }
  };
  type Asked = Omit<NonNullable<CallOf<typeof households.list>['query']>, 'response'>;
  const list = async (query: Asked = {}) => {
    const call = await town.as('reader', 'town');
    const { rows } = await call(households.list, { query: { response, ...query } });
    return rows.map(({ label }) => label);
  };

  it('count households and people by place', async () => {
    const second = await town.place('village', { name: '白壁村5组' });
    await register([
      { people: 1, aloneElderly: true, cannotCome: true },
      { people: 4, label: '3组17户' },
      { people: 2, label: '5组1户', place: second, cannotCome: true },
    ]);
    const call = await town.as('reader', 'village');
    expect(await call(countHouseholds, { query: { response } })).toEqual({
      places: [
        { place, name: '白壁村3组', households: 2, people: 5, aloneElderly: 1, cannotCome: 1 },
        {
          place: second,
          name: '白壁村5组',
          households: 1,
          people: 2,
          aloneElderly: 0,
          cannotCome: 1,
        },
      ],
      total: { households: 3, people: 7, aloneElderly: 1, cannotCome: 2 },
    });
    const area = town.areas.village2;
    expect((await call(countHouseholds, { query: { response, area } })).total.households).toBe(0);
  });

  it('are narrowed by place, by area, by who needs the door and by what is looked for', async () => {
    const second = await town.place('village2');
    await register([
      { label: 'a', aloneElderly: true },
      { label: 'b', cannotCome: true },
      { label: 'c', area: town.areas.village2, place: second, people: 0 },
    ]);
    expect(await list()).toEqual(['a', 'b', 'c']);
    expect(await list({ place: second })).toEqual(['c']);
    expect(await list({ area: town.areas.village })).toEqual(['a', 'b']);
    expect(await list({ only: 'alone-elderly' })).toEqual(['a']);
    expect(await list({ only: 'cannot-come' })).toEqual(['b']);
    expect(await list({ only: 'without-contact' })).toEqual(['a', 'b', 'c']);
    expect(await list({ only: 'nobody' })).toEqual(['c']);
    for (const unknown of ['whatever', 'constructor'])
      expect(await refusalOf(list({ only: unknown }))).toBe('malformed');
  });

  it('are found by house number, pinyin and initials, sorted by what names them', async () => {
    const second = await town.place('village', { name: '阿婆井' });
    await register([{ label: '李家湾3号' }, { label: '王家坝8号', place: second }]);
    for (const q of ['家湾', 'lijiawan', 'ljw3']) expect(await list({ q })).toEqual(['李家湾3号']);
    expect(await list({ q: '%' })).toEqual([]);
    expect((await list({ sort: 'place' }))[0]).toBe('王家坝8号');
    expect((await list({ sort: '-place' }))[0]).toBe('李家湾3号');
  });

  it('go on section by section, each household once', async () => {
    await register(Array.from({ length: 5 }, (_, i) => ({ label: `同名${i % 2}` })));
    const call = await town.as('reader', 'town');
    const seen: string[] = [];
    for (const offset of [0, 2, 4]) {
      const query = { response, limit: 2, offset };
      seen.push(...(await call(households.list, { query })).rows.map(({ id }) => id));
    }
    expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
  });
});
