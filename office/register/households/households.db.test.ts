import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../http/contract.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { layTown, type Town } from '../testing/town.ts';
import { countHouseholds, listHouseholds, putHousehold, removeHousehold } from './contract.ts';

type Fields = InputOf<typeof putHousehold>['body'];

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
    const household = randomUUID();
    const put = (more: Partial<Fields>) =>
      call(putHousehold, { params: { household }, body: fields(more) });
    const first = await put({ aloneElderly: true, people: 1 });
    expect(first).toEqual({
      ...fields({ aloneElderly: true, people: 1 }),
      id: household,
      hasContact: false,
      version: 1,
    });
    expect(await put({ aloneElderly: true, people: 1 })).toEqual(first);
    expect(await put({ people: 3 })).toMatchObject({ people: 3, version: 2 });
    expect(await refusalOf(put({ people: 4, version: 1 }))).toBe('changed-meanwhile');
  });

  it.each([
    ['fewer than no people', { people: -1 }],
    ['half a person', { people: 1.5 }],
    ['no label', { label: ' ' }],
  ])('of %s is refused', async (_, more) => {
    const call = await town.as('writer', 'village');
    const put = call(putHousehold, { params: { household: randomUUID() }, body: fields(more) });
    expect(await refusalOf(put)).toBe('malformed');
  });

  it('belongs to a response that is open and covers where it lives', async () => {
    const call = await town.as('writer', 'county');
    const put = (more: Partial<Fields>) =>
      refusalOf(call(putHousehold, { params: { household: randomUUID() }, body: fields(more) }));
    expect(await put({ response: randomUUID() })).toBe('not-found');
    expect(await put({ area: town.areas.county })).toBe('area-not-covered');
    expect(await put({ area: town.areas.otherVillage })).toBeUndefined();
    expect(await put({ place: randomUUID() })).toBe('not-found');
  });

  it('does not pass from one response to another', async () => {
    const call = await town.as('writer', 'village');
    const household = randomUUID();
    await call(putHousehold, { params: { household }, body: fields() });
    const next = await town.openResponse('town');
    const put = call(putHousehold, { params: { household }, body: fields({ response: next.id }) });
    expect(await refusalOf(put)).toBe('household-of-another-response');
  });

  it('is taken off the register', async () => {
    const call = await town.as('writer', 'village');
    const household = randomUUID();
    await call(putHousehold, { params: { household }, body: fields() });
    const remove = () =>
      refusalOf(call(removeHousehold, { params: { household }, body: { why: 'died' } }));
    expect(await remove()).toBeUndefined();
    expect(await remove()).toBe('not-found');
  });
});

describe('who sees and writes households', () => {
  it('a town’s officer sees none of another town’s, nor counts them', async () => {
    const county = await town.as('writer', 'county');
    const theirs = randomUUID();
    const body = fields({ area: town.areas.otherVillage });
    await county(putHousehold, { params: { household: theirs }, body });
    await county(putHousehold, { params: { household: randomUUID() }, body: fields() });
    const officer = await town.as('writer', 'town');
    const { households } = await officer(listHouseholds, { query: { response } });
    expect(households.map(({ area }) => area)).toEqual([town.areas.village]);
    const { total } = await officer(countHouseholds, { query: { response } });
    expect(total.households).toBe(1);
    const take = { params: { household: theirs }, body: fields() };
    expect(await refusalOf(officer(putHousehold, take))).toBe('not-found');
    const remove = { params: { household: theirs }, body: { why: 'moved' } } as const;
    expect(await refusalOf(officer(removeHousehold, remove))).toBe('not-found');
    const area = town.areas.otherVillage;
    const away = officer(putHousehold, {
      params: { household: randomUUID() },
      body: fields({ area }),
    });
    expect(await refusalOf(away)).toBe('not-found');
  });

  it('only with the permission', async () => {
    const reader = await town.as('reader', 'village');
    const put = reader(putHousehold, { params: { household: randomUUID() }, body: fields() });
    expect(await refusalOf(put)).toBe('not-permitted');
    const remove = { params: { household: randomUUID() }, body: { why: 'moved' } } as const;
    expect(await refusalOf(reader(removeHousehold, remove))).toBe('not-permitted');
    expect((await reader(listHouseholds, { query: { response } })).households).toEqual([]);
    const nobody = await town.as('nobody', 'village');
    const list = nobody(listHouseholds, { query: { response } });
    expect(await refusalOf(list)).toBe('not-permitted');
    const count = nobody(countHouseholds, { query: { response } });
    expect(await refusalOf(count)).toBe('not-permitted');
  });
});

describe('lists and counts', () => {
  const register = async (many: Partial<Fields>[]) => {
    const call = await town.as('writer', 'county');
    for (const more of many) {
      await call(putHousehold, { params: { household: randomUUID() }, body: fields(more) });
    }
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

  it('are narrowed by place, by area and by who needs the door', async () => {
    const second = await town.place('village2');
    await register([
      { label: 'a', aloneElderly: true },
      { label: 'b', cannotCome: true },
      { label: 'c', area: town.areas.village2, place: second },
    ]);
    const call = await town.as('reader', 'town');
    const list = async (query: Record<string, string>) =>
      (await call(listHouseholds, { query: { response, ...query } })).households.map(
        ({ label }) => label,
      );
    expect(await list({})).toEqual(['a', 'b', 'c']);
    expect(await list({ place: second })).toEqual(['c']);
    expect(await list({ area: town.areas.village })).toEqual(['a', 'b']);
    expect(await list({ only: 'alone-elderly' })).toEqual(['a']);
    expect(await list({ only: 'cannot-come' })).toEqual(['b']);
    expect(await list({ only: 'without-contact' })).toEqual(['a', 'b', 'c']);
  });

  it('go on page by page', async () => {
    await register(Array.from({ length: 5 }, (_, i) => ({ label: `同名${i % 2}` })));
    const call = await town.as('reader', 'town');
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const query: { response: string; limit: number; after?: string } = { response, limit: 2 };
      if (next) query.after = next;
      const answer: { households: { id: string }[]; next: string | null } = await call(
        listHouseholds,
        { query },
      );
      seen.push(...answer.households.map(({ id }) => id));
      next = answer.next;
    } while (next);
    expect(seen.length).toBe(5);
    expect(new Set(seen).size).toBe(5);
  });
});
