import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../http/contract.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { layTown, type Town } from '../testing/town.ts';
import { type Household, households } from './contract.ts';
import {
  listDoubles,
  listFindings,
  mergeHouseholds,
  separateHouseholds,
} from './findings.contract.ts';

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

const put = async (more: Partial<Fields>): Promise<Household> => {
  const call = await town.as('writer', 'county');
  const body = {
    response,
    area: town.areas.village,
    place,
    label: '3组16户',
    people: 2,
    aloneElderly: false,
    cannotCome: false,
    ...more,
  };
  return (await call(households.put, { params: { row: randomUUID() }, body })).row;
};
const counts = async (area: 'village' | 'town' | 'county' = 'county') => {
  const call = await town.as('reader', area);
  const { findings } = await call(listFindings, { query: { response } });
  return Object.fromEntries(findings.map(({ id, households: found }) => [id, found]));
};
const doubles = async (by: 'label' | 'sound', page = {}) => {
  const call = await town.as('reader', 'county');
  const answer = await call(listDoubles, { query: { response, by, ...page } });
  return {
    ...answer,
    groups: answer.groups.map((group) => group.map(({ label }) => label).sort()),
  };
};
const only = async (finding: string) => {
  const call = await town.as('reader', 'county');
  const { rows } = await call(households.list, { query: { response, only: finding } });
  return rows.map(({ label }) => label).sort();
};

describe('what is looked for', () => {
  it('nothing where nothing is wrong', async () => {
    await put({});
    await put({ label: '3组17户' });
    await put({ label: '3组16户', area: town.areas.otherVillage });
    const found = await counts();
    // The last one fetches its water in another village.
    expect(found).toEqual({
      doubled: 0,
      'sounds-alike': 0,
      'place-elsewhere': 1,
      nobody: 0,
      'many-people': 0,
    });
  });

  it('the same house number in one village, however it is written', async () => {
    await put({});
    await put({ label: '三组十六号' });
    await put({ label: '３组十六户' });
    await put({ label: '3组17户' });
    expect((await counts()).doubled).toBe(3);
    expect(await doubles('label')).toMatchObject({
      groups: [['3组16户', '三组十六号', '３组十六户'].sort()],
      total: 1,
      names: { [place]: '白壁村3组', [town.areas.village]: '白壁村' },
    });
    expect(await only('doubled')).toEqual(['3组16户', '三组十六号', '３组十六户'].sort());
  });

  it('house numbers of one point that sound alike', async () => {
    const other = await town.place('village');
    await put({ label: '李家湾3号' });
    await put({ label: '李家弯三号' });
    await put({ label: '李家湾4号' });
    await put({ label: '里家湾4号', place: other });
    expect(await counts()).toMatchObject({ doubled: 0, 'sounds-alike': 2 });
    expect(await doubles('sound')).toMatchObject({ groups: [['李家弯三号', '李家湾3号'].sort()] });
    expect(await only('sounds-alike')).toEqual(['李家弯三号', '李家湾3号'].sort());
  });

  it('a point in another village, nobody, and too many', async () => {
    const far = await town.place('village2');
    const above = await town.place('town');
    await put({ label: 'far', place: far });
    await put({ label: 'above', place: above });
    await put({ label: 'nobody', people: 0 });
    await put({ label: 'fifteen', people: 15 });
    await put({ label: 'many', people: 16 });
    expect(await counts()).toMatchObject({ 'place-elsewhere': 1, nobody: 1, 'many-people': 1 });
    expect(await only('place-elsewhere')).toEqual(['far']);
    expect(await only('nobody')).toEqual(['nobody']);
    expect(await only('many-people')).toEqual(['many']);
  });

  it('in one’s own areas only, and only with the permission', async () => {
    await put({ people: 0 });
    await put({ people: 0, area: town.areas.otherVillage });
    expect([(await counts()).nobody, (await counts('village')).nobody]).toEqual([2, 1]);
    const nobody = await town.as('nobody', 'county');
    for (const asked of [
      () => nobody(listFindings, { query: { response } }),
      () => nobody(listDoubles, { query: { response, by: 'label' } }),
    ])
      expect(await refusalOf(asked())).toBe('not-permitted');
  });

  it('groups come section by section', async () => {
    for (const label of ['1号', '一号', '2号', '二号', '3号', '三号']) await put({ label });
    expect((await doubles('label', { limit: 2 })).groups).toHaveLength(2);
    const last = await doubles('label', { limit: 2, offset: 2 });
    expect([last.groups.length, last.total]).toEqual([1, 3]);
  });

  it('not those that were taken off the register', async () => {
    const one = await put({});
    await put({ label: '三组十六户' });
    const call = await town.as('writer', 'village');
    const body = { version: 1, why: 'doubled' };
    await call(households.remove, { params: { row: one.id }, body });
    expect((await counts()).doubled).toBe(0);
  });
});

describe('merging doubles', () => {
  const merge = async (
    kept: Household,
    others: Household[],
    by = 'village' as 'village' | 'county',
  ) =>
    (await town.as('writer', by))(mergeHouseholds, {
      params: { row: kept.id },
      body: {
        version: kept.version,
        others: others.map(({ id, version }) => ({ id, version })),
      },
    });
  const stateOf = async ({ id }: Household) => {
    const call = await town.as('reader', 'county');
    const { row, removed } = await call(households.get, { params: { row: id } });
    return { ...row, removed };
  };

  it('keeps one, takes the others off as doubled, and forgets nobody who cannot come', async () => {
    const one = await put({});
    const [two, three] = [await put({ cannotCome: true }), await put({ aloneElderly: true })];
    const merged = await merge(one, [two, three]);
    expect(merged).toMatchObject({
      row: { id: one.id, people: 2, cannotCome: true, aloneElderly: true },
      change: 2,
      others: [
        { id: two.id, change: 2 },
        { id: three.id, change: 2 },
      ],
    });
    expect((await stateOf(two)).removed).toBe(true);
    const call = await town.as('reader', 'village');
    const { changes } = await call(households.changes, { params: { row: three.id } });
    expect(changes[0]).toMatchObject({ deed: 'removed', why: 'doubled' });
  });

  it('is taken back in one step', async () => {
    const [one, two] = [await put({}), await put({ cannotCome: true })];
    const { change, others } = await merge(one, [two]);
    const call = await town.as('writer', 'village');
    const separate = () =>
      call(separateHouseholds, { params: { row: one.id }, body: { change, others } });
    await separate();
    expect(await stateOf(one)).toMatchObject({ removed: false, cannotCome: false });
    expect(await stateOf(two)).toMatchObject({ removed: false, cannotCome: true });
    expect(await refusalOf(separate())).toBe('nothing-to-undo');
  });

  it('is all or nothing, whatever somebody did meanwhile', async () => {
    const [one, two, three] = [await put({}), await put({}), await put({})];
    const stale = { ...three, version: 7 };
    expect(await refusalOf(merge(one, [two, stale]))).toBe('changed-meanwhile');
    expect(await refusalOf(merge({ ...one, version: 7 }, [two]))).toBe('changed-meanwhile');
    expect(await refusalOf(merge(one, [one]))).toBe('merged-with-itself');
    expect((await stateOf(two)).removed).toBe(false);
    await merge(one, [two]);
    expect(await refusalOf(merge(three, [two]))).toBe('changed-meanwhile');
    const gone = { ...two, version: 2 };
    expect(await refusalOf(merge(three, [gone]))).toBe('row-removed');
    expect((await stateOf(three)).version).toBe(1);
  });

  it('two who merge the same the other way round at once: one household stays', async () => {
    const [one, two] = [await put({}), await put({})];
    const ends = await Promise.allSettled([merge(one, [two]), merge(two, [one])]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await counts('village')).doubled).toBe(0);
    const states = await Promise.all([stateOf(one), stateOf(two)]);
    expect(states.filter(({ removed }) => !removed)).toHaveLength(1);
  });

  it('not across responses, not without the permission, not in another village', async () => {
    const one = await put({});
    const before = response;
    response = (await town.openResponse('town')).id;
    const elsewhere = await put({});
    expect(await refusalOf(merge(one, [elsewhere]))).toBe('household-of-another-response');
    response = before;
    const two = await put({});
    const body = { version: 1, others: [{ id: two.id, version: 1 }] };
    const params = { row: one.id };
    const reader = await town.as('reader', 'village');
    expect(await refusalOf(reader(mergeHouseholds, { params, body }))).toBe('not-permitted');
    const back = { change: null, others: [{ id: two.id, change: 1 }] };
    expect(await refusalOf(reader(separateHouseholds, { params, body: back }))).toBe(
      'not-permitted',
    );
    const stranger = await town.as('writer', 'otherVillage');
    expect(await refusalOf(stranger(mergeHouseholds, { params, body }))).toBe('not-found');
    expect(await refusalOf(stranger(separateHouseholds, { params, body: back }))).toBe('not-found');
  });
});
