import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../testing/refusal-of.ts';
import { layTown, type Town, within } from '../testing/town.ts';
import {
  type Divisions,
  importDivisions,
  listAreas,
  putArea,
  removeArea,
  searchAreas,
} from './contract.ts';

let town: Town;
beforeAll(async () => {
  town = await layTown();
});
afterAll(() => town[Symbol.asyncDispose]());

const add = async (parent: string, name: string, more: { code?: string } = {}) => {
  const area = randomUUID();
  const call = await town.as('writer', 'county');
  await call(putArea, { params: { area }, body: { parent, name, level: 'other', ...more } });
  return area;
};

describe('the tree', () => {
  it('is seen whole by everybody who may read, each told what is within reach', async () => {
    const { areas } = await (await town.as('reader', 'village'))(listAreas, { query: {} });
    const reached = areas.filter(({ inScope }) => inScope).map(({ id }) => id);
    expect(areas.length).toBeGreaterThanOrEqual(6);
    expect(reached).toEqual([town.areas.village]);
  });

  it('is given from any area downwards', async () => {
    const call = await town.as('reader', 'county');
    const { areas } = await call(listAreas, { query: { root: town.areas.otherTown } });
    expect(areas.map(({ id }) => id).sort()).toEqual(
      [town.areas.otherTown, town.areas.otherVillage].sort(),
    );
  });

  it('is refused to who may not read', async () => {
    const call = await town.as('nobody', 'county');
    expect(await refusalOf(call(listAreas, { query: {} }))).toBe('not-permitted');
  });
});

describe('an area', () => {
  it('that no file lists is added, and marked as such', async () => {
    const call = await town.as('writer', 'county');
    const area = randomUUID();
    const body = { parent: town.areas.county, name: '经开区', level: 'county' } as const;
    const added = await call(putArea, { params: { area }, body });
    expect(added).toEqual({ ...body, id: area, code: null, extended: true, inScope: true });
    expect(await call(putArea, { params: { area }, body })).toEqual(added);
    const { areas } = await call(listAreas, { query: { root: area } });
    expect(areas).toEqual([added]);
  });

  it('is renamed and moved, with all below it', async () => {
    const call = await town.as('writer', 'county');
    const above = await add(town.areas.town, '片区');
    const below = await add(above, '一组');
    await call(putArea, {
      params: { area: above },
      body: { parent: town.areas.otherTown, name: '新片区', level: 'other' },
    });
    const { areas } = await call(listAreas, { query: { root: town.areas.otherTown } });
    expect(areas.find(({ id }) => id === above)?.name).toBe('新片区');
    expect(areas.find(({ id }) => id === below)?.parent).toBe(above);
  });

  it('is not moved into itself or below itself', async () => {
    const call = await town.as('writer', 'county');
    const move = (area: string, parent: string) =>
      refusalOf(call(putArea, { params: { area }, body: { parent, name: '环', level: 'other' } }));
    expect(await move(town.areas.town, town.areas.town)).toBe('area-into-itself');
    expect(await move(town.areas.town, town.areas.village)).toBe('area-into-itself');
    expect(await move(town.areas.county, town.areas.village)).toBe('area-into-itself');
  });

  it('two moves at once make no ring', async () => {
    const [a, b] = [await add(town.areas.town, '甲片'), await add(town.areas.town, '乙片')];
    const call = await town.as('writer', 'county');
    const move = (area: string, parent: string) =>
      refusalOf(call(putArea, { params: { area }, body: { parent, name: '片', level: 'other' } }));
    const answers = await Promise.all([move(a, b), move(b, a)]);
    expect(answers.filter((code) => code === 'area-into-itself').length).toBe(1);
    expect(answers.filter((code) => code === undefined).length).toBe(1);
  });

  it('keeps its code for itself', async () => {
    await add(town.areas.county, '有代码', { code: '430200-x' });
    const call = await town.as('writer', 'county');
    const body = {
      parent: town.areas.county,
      name: '又一个',
      level: 'other',
      code: '430200-x',
    } as const;
    const answer = refusalOf(call(putArea, { params: { area: randomUUID() }, body }));
    expect(await answer).toBe('area-code-taken');
  });

  it('is changed only from above it', async () => {
    const cadre = await town.as('writer', 'village');
    const rename = (area: string, parent: string) =>
      refusalOf(
        cadre(putArea, { params: { area }, body: { parent, name: '我的', level: 'village' } }),
      );
    expect(await rename(town.areas.village, town.areas.town)).toBe('not-found');
    expect(await rename(town.areas.otherVillage, town.areas.village)).toBe('not-found');
    expect(await rename(randomUUID(), town.areas.otherVillage)).toBe('not-found');
    expect(await rename(randomUUID(), town.areas.village)).toBeUndefined();
  });

  it('is removed when it was added by hand and holds nothing', async () => {
    const call = await town.as('writer', 'county');
    const above = await add(town.areas.town, '空片区');
    const below = await add(above, '下级');
    const remove = (area: string) => refusalOf(call(removeArea, { params: { area } }));
    expect(await remove(above)).toBe('area-in-use');
    expect(await remove(below)).toBeUndefined();
    expect(await remove(above)).toBeUndefined();
    expect(await remove(above)).toBe('not-found');
    const busy = await add(town.areas.town, '有地点');
    await sql`insert into register.place (tenant, id, area, name, kind, lon, lat, provenance, road_class)
      values (${town.tenant}, ${randomUUID()}, ${busy}, 'x', 'x', 0, 0, 'real', 'main')`.execute(
      town.database.owner,
    );
    expect(await remove(busy)).toBe('area-in-use');
    expect(await remove(town.areas.county)).toBe('area-is-official');
  });

  it('is not written without the permission', async () => {
    const call = await town.as('reader', 'county');
    const body = { parent: town.areas.county, name: '不行', level: 'other' } as const;
    expect(await refusalOf(call(putArea, { params: { area: randomUUID() }, body }))).toBe(
      'not-permitted',
    );
  });
});

describe('the database itself', () => {
  it('keeps areas outside of the scope from being changed or removed', async () => {
    await within(town, ['village'], async (tx) => {
      const renamed = await sql`update register.area set name = '夺'
        where id = ${town.areas.otherTown} returning id`.execute(tx);
      expect(renamed.rows).toEqual([]);
      const removed = await sql`delete from register.area
        where id = ${town.areas.otherVillage} returning id`.execute(tx);
      expect(removed.rows).toEqual([]);
    });
  });

  it('keeps areas from being added outside of it', async () => {
    await within(town, ['village'], async (tx) => {
      const insert = sql`insert into register.area (tenant, id, parent, name, level)
        values (${town.tenant}, ${randomUUID()}, ${town.areas.otherTown}, '夺', 'other')`;
      await expect(insert.execute(tx)).rejects.toThrow(/row-level security/);
    });
  });
});

describe('a file of divisions', () => {
  const divisions: Divisions = {
    county: { '430211': '天元区', '430281': '醴陵市' },
    towns: [
      {
        code: '430211103',
        name: '三门镇',
        county: '天元区',
        villages: [
          { code: '430211103201', name: '响水村' },
          { code: '430211103202', name: '红旗村' },
        ],
      },
    ],
  };
  const bring = async (file: Divisions) =>
    (await town.as('writer', 'county'))(importDivisions, {
      body: { parent: town.areas.county, divisions: file },
    });

  it('comes in once, by code, and again changes nothing but names', async () => {
    expect(await bring(divisions)).toEqual({ added: 5, renamed: 0, unchanged: 0 });
    expect(await bring(divisions)).toEqual({ added: 0, renamed: 0, unchanged: 5 });
    const renamed = structuredClone(divisions);
    (renamed.towns[0] as (typeof renamed.towns)[0]).name = '三门新镇';
    expect(await bring(renamed)).toEqual({ added: 0, renamed: 1, unchanged: 4 });
    const call = await town.as('reader', 'county');
    const { areas } = await call(searchAreas, { query: { q: '430211103202' } });
    expect(areas.map(({ name, path, extended }) => ({ name, path, extended }))).toEqual([
      { name: '红旗村', path: ['渌口区', '天元区', '三门新镇'], extended: false },
    ]);
  });

  it('leaves what was moved by hand where it is', async () => {
    await bring(divisions);
    const call = await town.as('writer', 'county');
    const { areas } = await call(searchAreas, { query: { q: '430211103201' } });
    const village = areas[0] as (typeof areas)[0];
    const body = {
      parent: town.areas.town,
      name: village.name,
      level: village.level,
      code: village.code,
    };
    await call(putArea, { params: { area: village.id }, body });
    await bring(divisions);
    const { areas: after } = await call(listAreas, { query: { root: town.areas.town } });
    expect(after.map(({ id }) => id)).toContain(village.id);
  });

  it('that contradicts itself is refused with every place', async () => {
    const file = structuredClone(divisions);
    const first = file.towns[0] as (typeof file.towns)[0];
    first.county = '天心区';
    first.villages.push(
      { code: '430211103201', name: '再一次' },
      { code: '430281103201', name: '别处' },
    );
    const error = await bring(file).catch((refusal: unknown) => refusal);
    expect(error).toMatchObject({
      status: 422,
      body: {
        code: 'divisions-inconsistent',
        at: [
          { path: '/body/divisions/towns/0/county', code: 'other-county' },
          { path: '/body/divisions/towns/0/villages/2/code', code: 'code-twice' },
          { path: '/body/divisions/towns/0/villages/3/code', code: 'other-town' },
        ],
      },
    });
  });

  it('goes only below an area in scope', async () => {
    const call = await town.as('writer', 'town');
    const body = { parent: town.areas.county, divisions };
    expect(await refusalOf(call(importDivisions, { body }))).toBe('not-found');
    const reader = await town.as('reader', 'county');
    expect(await refusalOf(reader(importDivisions, { body }))).toBe('not-permitted');
  });
});

describe('searching', () => {
  it.each([
    ['by name', '白壁', '白壁村'],
    ['by pinyin', 'baibi', '白壁村'],
    ['by pinyin with spaces and capitals', 'Bai Bi', '白壁村'],
    ['by initials', 'gyf', '古岳峰镇'],
    ['by code', '430212', '渌口区'],
  ])('%s', async (_, q, name) => {
    const { areas } = await (await town.as('reader', 'county'))(searchAreas, { query: { q } });
    expect(areas[0]?.name).toBe(name);
  });

  it('tells places of one name apart by what is above them', async () => {
    const { areas } = await (await town.as('reader', 'county'))(searchAreas, {
      query: { q: '红旗村' },
    });
    const paths = areas.map(({ path }) => path.join('/'));
    expect(paths).toContain('渌口区/古岳峰镇');
    expect(paths).toContain('渌口区/三门镇');
  });

  it.each(['%', '_', '\\'])('takes %s as what it is', async (q) => {
    const { areas } = await (await town.as('reader', 'county'))(searchAreas, { query: { q } });
    expect(areas).toEqual([]);
  });
});
