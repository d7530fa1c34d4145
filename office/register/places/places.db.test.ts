import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal-of.ts';
import { layTown, type Town, within } from '../testing/town.ts';
import { listPlaces, type PlaceFields, putPlace, readPlace, searchPlaces } from './contract.ts';

let town: Town;
beforeAll(async () => {
  town = await layTown();
});
afterAll(() => town[Symbol.asyncDispose]());

const fields = (more: Partial<PlaceFields> = {}): PlaceFields => ({
  area: town.areas.village,
  name: '白壁村3组供水点',
  aliases: ['坝塘老井'],
  kind: 'point',
  lon: 112.99123,
  lat: 27.53123,
  provenance: 'imported',
  source: '村里报的',
  roadClass: 'track',
  shared: false,
  invented: true,
  ...more,
});

describe('a place', () => {
  it('is added and read back as it was given', async () => {
    const call = await town.as('writer', 'village');
    const place = randomUUID();
    const { place: saved, doubts } = await call(putPlace, { params: { place }, body: fields() });
    expect(saved).toEqual({ id: place, ...fields(), version: 1 });
    expect(doubts).toEqual([]);
    expect(await call(readPlace, { params: { place } })).toEqual(saved);
  });

  it('put again with the same content it stays as it is, ledger included', async () => {
    const call = await town.as('writer', 'village');
    const place = randomUUID();
    const lines = async () => {
      const { rows } = await sql<{ body: string }>`
        select body from ledger.entry where subject = ${`place:${place}`} order by seq`.execute(
        town.database.owner,
      );
      return rows.map(({ body }) => JSON.parse(body).action as string);
    };
    await call(putPlace, { params: { place }, body: fields() });
    const again = await call(putPlace, { params: { place }, body: fields() });
    expect(again.place.version).toBe(1);
    expect(await lines()).toEqual(['register.place-saved']);
    const moved = await call(putPlace, { params: { place }, body: fields({ lat: 27.54 }) });
    expect(moved.place.version).toBe(2);
    expect((await lines()).length).toBe(2);
  });

  it('that another changed meanwhile is not overwritten', async () => {
    const call = await town.as('writer', 'village');
    const place = randomUUID();
    await call(putPlace, { params: { place }, body: fields() });
    const put = (name: string) =>
      refusalOf(call(putPlace, { params: { place }, body: { ...fields({ name }), version: 1 } }));
    const answers = await Promise.all([put('甲'), put('乙')]);
    expect(answers.filter((code) => code === 'changed-meanwhile').length).toBe(1);
    expect(answers.filter((code) => code === undefined).length).toBe(1);
    const missing = call(putPlace, {
      params: { place: randomUUID() },
      body: { ...fields(), version: 1 },
    });
    expect(await refusalOf(missing)).toBe('changed-meanwhile');
  });

  it('is kept with its doubts', async () => {
    const call = await town.as('writer', 'village');
    const put = async (more: Partial<PlaceFields>) => {
      const answer = await call(putPlace, { params: { place: randomUUID() }, body: fields(more) });
      return answer.doubts.map(({ code }) => code);
    };
    expect(await put({ lon: 2.35221, lat: 48.85661 })).toEqual(['outside-china']);
    expect(await put({ lon: 112.7771, lat: 27.7771 })).toEqual([]);
    expect(await put({ lon: 112.7771, lat: 27.7771 })).toEqual(['same-spot']);
  });

  it.each([
    [{ lon: 181 }, '/body/lon'],
    [{ lat: -91 }, '/body/lat'],
    [{ name: '' }, '/body/name'],
    [{ roadClass: 'path' as 'track' }, '/body/roadClass'],
  ])('with %j is refused where it stands', async (more, path) => {
    const call = await town.as('writer', 'village');
    const error = await call(putPlace, {
      params: { place: randomUUID() },
      body: fields(more),
    }).catch((refusal: unknown) => refusal);
    expect(error).toMatchObject({ status: 400, body: { at: [{ path }] } });
  });
});

describe('who sees and changes places', () => {
  it('a cadre sees those of the village only, and those that are shared', async () => {
    const mine = await town.place('village');
    const other = await town.place('otherVillage');
    const waterworks = await town.place('otherTown', { shared: true, kind: 'source' });
    const call = await town.as('reader', 'village');
    const { places } = await call(listPlaces, { query: { limit: 500 } });
    const ids = places.map(({ id }) => id);
    expect(ids).toContain(mine);
    expect(ids).toContain(waterworks);
    expect(ids).not.toContain(other);
    expect(await refusalOf(call(readPlace, { params: { place: other } }))).toBe('not-found');
    const all = await (await town.as('reader', 'county'))(listPlaces, { query: { limit: 500 } });
    expect(all.places.map(({ id }) => id)).toEqual(
      expect.arrayContaining([mine, other, waterworks]),
    );
  });

  it('nobody changes a place of elsewhere, shared or not, seen or hidden', async () => {
    const call = await town.as('writer', 'village');
    for (const shared of [true, false]) {
      const place = await town.place('otherVillage', { shared });
      const take = (area: string) =>
        refusalOf(call(putPlace, { params: { place }, body: fields({ area }) }));
      expect(await take(town.areas.village)).toBe('not-found');
      expect(await take(town.areas.otherVillage)).toBe('not-found');
    }
    const mine = await town.place('village');
    const away = { params: { place: mine }, body: fields({ area: town.areas.otherVillage }) };
    expect(await refusalOf(call(putPlace, away))).toBe('not-found');
  });

  it('only with the permission', async () => {
    const reader = await town.as('reader', 'village');
    const write = reader(putPlace, { params: { place: randomUUID() }, body: fields() });
    expect(await refusalOf(write)).toBe('not-permitted');
    const nobody = await town.as('nobody', 'village');
    expect(await refusalOf(nobody(listPlaces, { query: {} }))).toBe('not-permitted');
    const place = await town.place('village');
    expect(await refusalOf(nobody(readPlace, { params: { place } }))).toBe('not-permitted');
    expect(await refusalOf(nobody(searchPlaces, { query: { q: 'x' } }))).toBe('not-permitted');
  });

  it('the database itself lets a shared place be read, and not written, from elsewhere', async () => {
    const shared = await town.place('otherVillage', { shared: true });
    const hidden = await town.place('otherVillage');
    await within(town, ['village'], async (tx) => {
      const seen = await sql<{ id: string }>`select id from register.place
        where id in (${shared}, ${hidden})`.execute(tx);
      expect(seen.rows.map(({ id }) => id)).toEqual([shared]);
      const changed =
        await sql`update register.place set name = '夺' where id = ${shared} returning id`.execute(
          tx,
        );
      expect(changed.rows).toEqual([]);
    });
  });
});

describe('lists', () => {
  it('go on page by page, by name, each place once', async () => {
    const area = 'village2';
    const names = ['丙点', '甲点', '乙点', '甲点', '丁点'];
    for (const name of names) await town.place(area, { name, kind: 'paged' });
    const call = await town.as('reader', area);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const query = { kind: 'paged', limit: 2, ...(after ? { after } : {}) };
      const answer = await call(listPlaces, { query });
      expect(answer.places.length).toBeLessThanOrEqual(2);
      seen.push(...answer.places.map(({ id }) => id));
      after = answer.next ?? undefined;
    } while (after);
    expect(seen.length).toBe(5);
    expect(new Set(seen).size).toBe(5);
  });

  it('of an area hold what lies below it', async () => {
    const below = await town.place('otherVillage', { kind: 'deep' });
    const call = await town.as('reader', 'county');
    const list = async (area: string) =>
      (await call(listPlaces, { query: { area, kind: 'deep' } })).places.map(({ id }) => id);
    expect(await list(town.areas.otherTown)).toEqual([below]);
    expect(await list(town.areas.town)).toEqual([]);
  });

  it('refuse a page that is none', async () => {
    const call = await town.as('reader', 'county');
    expect(await refusalOf(call(listPlaces, { query: { after: 'nonsense' } }))).toBe('malformed');
  });
});

it.each([
  ['name', '虎啸'],
  ['other name', '坝塘虎'],
  ['pinyin', 'huxiao'],
  ['initials', 'hx'],
  ['initials of the other name', 'bth'],
])('a place is found by its %s', async (_, q) => {
  await town.place('village', { name: '虎啸供水点', aliases: ['坝塘虎井'] });
  const { places } = await (await town.as('reader', 'village'))(searchPlaces, { query: { q } });
  expect(places[0]).toMatchObject({ name: '虎啸供水点', areaName: '白壁村' });
  const other = await (await town.as('reader', 'otherTown'))(searchPlaces, { query: { q } });
  expect(other.places).toEqual([]);
});
