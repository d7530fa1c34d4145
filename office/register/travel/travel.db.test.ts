import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../http/contract.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { layTown, type Town, within } from '../testing/town.ts';
import { travelMatrix } from '../travel-matrix.ts';
import { listTravelEdits, putTravelEdit, readTravel, removeTravelEdit } from './contract.ts';

let town: Town;
let a: string;
let b: string;
let waterworks: string;
beforeAll(async () => {
  town = await layTown();
  a = await town.place('village', { name: '甲', lat: 27.53 });
  b = await town.place('village2', { name: '乙', lat: 27.63 });
  waterworks = await town.place('otherTown', { name: '三门水厂', lat: 27.73, shared: true });
});
afterAll(() => town[Symbol.asyncDispose]());

type Edit = InputOf<typeof putTravelEdit>['body'];
const edit = (from: string, to: string, more: Partial<Edit> = {}) => ({
  params: { from, to },
  body: { way: { seconds: 1500, metres: 12_400 }, reason: '实际跑过', ...more },
});
const matrixOf = async (...places: string[]) =>
  (await town.as('reader', 'town'))(readTravel, { body: { places } });

describe('drive times', () => {
  it('are estimated where nothing is known, and say so', async () => {
    const [x, y] = [
      await town.place('village', { lat: 27.53 }),
      await town.place('village', { lat: 27.63 }),
    ];
    expect(await matrixOf(x, y)).toEqual({
      seconds: [
        [0, 2242],
        [2242, 0],
      ],
      metres: [
        [0, 15_567],
        [15_567, 0],
      ],
      basis: [
        ['edited', 'estimated'],
        ['estimated', 'edited'],
      ],
      attribution: null,
    });
  });

  it('come in the order asked for, a place asked for twice included', async () => {
    const { seconds } = await matrixOf(b, a, b);
    expect(seconds[0]?.[2]).toBe(0);
    expect(seconds[0]?.[1]).toBe(seconds[2]?.[1]);
  });

  it('follow an edit, in its direction only', async () => {
    const officer = await town.as('writer', 'town');
    await officer(putTravelEdit, edit(a, b));
    const { seconds, metres, basis } = await matrixOf(a, b);
    expect([seconds[0]?.[1], metres[0]?.[1], basis[0]?.[1]]).toEqual([1500, 12_400, 'edited']);
    expect(basis[1]?.[0]).toBe('estimated');
    await officer(removeTravelEdit, { params: { from: a, to: b } });
    expect((await matrixOf(a, b)).basis[0]?.[1]).toBe('estimated');
    const again = officer(removeTravelEdit, { params: { from: a, to: b } });
    expect(await refusalOf(again)).toBe('not-found');
  });

  it('end where a way is closed, both ways when asked', async () => {
    const officer = await town.as('writer', 'town');
    await officer(
      putTravelEdit,
      edit(a, waterworks, { way: null, reason: '管制', bothWays: true }),
    );
    const { seconds, metres, basis } = await matrixOf(a, waterworks);
    expect([seconds[0]?.[1], seconds[1]?.[0], metres[0]?.[1]]).toEqual([null, null, null]);
    expect(basis[0]?.[1]).toBe('edited');
    await officer(putTravelEdit, edit(waterworks, a));
    expect((await matrixOf(a, waterworks)).seconds[1]?.[0]).toBe(1500);
  });

  it('are refused for a place that is not seen', async () => {
    const hidden = await town.place('otherVillage');
    const officer = await town.as('reader', 'town');
    const read = officer(readTravel, { body: { places: [a, hidden] } });
    expect(await refusalOf(read)).toBe('not-found');
    const nobody = await town.as('nobody', 'town');
    expect(await refusalOf(nobody(readTravel, { body: { places: [a] } }))).toBe('not-permitted');
  });

  it('of no place are none', async () => {
    await within(town, ['town'], async (tx) => {
      expect((await travelMatrix(tx, [])).seconds).toEqual([]);
    });
  });
});

describe('an edit', () => {
  it('is listed with who made it and why, by the clock of its response', async () => {
    const response = await town.openResponse('town');
    await sql`update responses.response set clock = '2022-11-10T09:30:00+08:00'
      where id = ${response.id}`.execute(town.database.owner);
    const [x, y] = [
      await town.place('village', { name: '子' }),
      await town.place('village', { name: '丑' }),
    ];
    const officer = await town.as('writer', 'town');
    await officer(putTravelEdit, edit(x, y, { response: response.id }));
    const { edits } = await officer(listTravelEdits, { query: { place: x } });
    expect(edits).toEqual([
      {
        from: { place: x, name: '子' },
        to: { place: y, name: '丑' },
        way: { seconds: 1500, metres: 12_400 },
        reason: '实际跑过',
        by: { account: town.accountOf('writer', 'town'), name: 'writer town' },
        at: '2022-11-10T01:30:00.000Z',
      },
    ]);
    const { rows } = await sql<{ body: string }>`
      select body from ledger.entry where subject = ${`travel:${x}/${y}`}`.execute(
      town.database.owner,
    );
    expect(rows.map(({ body }) => JSON.parse(body))).toMatchObject([
      {
        action: 'register.travel-edited',
        response: response.id,
        detail: { seconds: 1500, metres: 12_400 },
        at: '2022-11-10T01:30:00.000Z',
      },
    ]);
  });

  it('must be possible', async () => {
    const officer = await town.as('writer', 'town');
    const put = (way: { seconds: number; metres: number }) =>
      refusalOf(officer(putTravelEdit, edit(a, b, { way })));
    expect(await put({ seconds: 300, metres: 10_001 })).toBe('too-fast');
    expect(await put({ seconds: 0, metres: 1 })).toBe('too-fast');
    expect(await put({ seconds: 300, metres: 10_000 })).toBeUndefined();
    expect(await put({ seconds: 0, metres: 0 })).toBeUndefined();
    expect(await put({ seconds: -1, metres: 0 })).toBe('malformed');
    expect(await refusalOf(officer(putTravelEdit, edit(a, a)))).toBe('same-place');
    expect(await refusalOf(officer(putTravelEdit, edit(a, b, { reason: '' })))).toBe('malformed');
  });

  it('is made by who works at one end of the way', async () => {
    const second = await town.place('otherTown', { shared: true });
    const cadre = await town.as('writer', 'village');
    expect(await refusalOf(cadre(putTravelEdit, edit(a, waterworks)))).toBeUndefined();
    expect(await refusalOf(cadre(putTravelEdit, edit(waterworks, second)))).toBe(
      'travel-elsewhere',
    );
    const params = { from: waterworks, to: second };
    expect(await refusalOf(cadre(removeTravelEdit, { params }))).toBe('travel-elsewhere');
    expect(await refusalOf(cadre(putTravelEdit, edit(a, b)))).toBe('not-found');
    const reader = await town.as('reader', 'town');
    expect(await refusalOf(reader(putTravelEdit, edit(a, b)))).toBe('not-permitted');
    expect(await refusalOf(reader(removeTravelEdit, { params }))).toBe('not-permitted');
    const nobody = await town.as('nobody', 'town');
    expect(await refusalOf(nobody(listTravelEdits, { query: {} }))).toBe('not-permitted');
  });

  it('between two places of elsewhere is kept from being written by the database itself', async () => {
    const second = await town.place('otherTown', { shared: true });
    await within(town, ['village'], async (tx) => {
      const insert = sql`insert into register.travel_edit
        (tenant, from_place, to_place, closed, reason, edited_by, edited_at)
        values (${town.tenant}, ${waterworks}, ${second}, true, 'x', ${randomUUID()}, now())`;
      await expect(insert.execute(tx)).rejects.toThrow(/row-level security/);
    });
  });

  it('is listed only to who sees both ends', async () => {
    const hidden = await town.place('otherVillage', { name: '别村' });
    const county = await town.as('writer', 'county');
    await county(putTravelEdit, edit(hidden, waterworks));
    const officer = await town.as('reader', 'town');
    const { edits } = await officer(listTravelEdits, { query: {} });
    expect(edits.length).toBeGreaterThan(0);
    expect(edits.flatMap(({ from, to }) => [from.place, to.place])).not.toContain(hidden);
  });
});
