import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../http/contract.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { layTown, start, type Town, within } from '../testing/town.ts';
import { changeWellState, listWellChanges, listWells, putWell } from './contract.ts';

type Fields = InputOf<typeof putWell>['body'];

let town: Town;
let place: string;
beforeAll(async () => {
  town = await layTown();
  place = await town.place('village');
});
afterAll(() => town[Symbol.asyncDispose]());

const dug = '2022-10-20T00:00:00.000Z';
const now = '2022-11-09T22:00:00.000Z';
const fields = (more: Partial<Fields> = {}): Fields => ({
  area: town.areas.village,
  place,
  name: '白壁村1号供水站',
  kind: 'station',
  depthMetres: 60.5,
  yieldLitresPerDay: 9000,
  invented: true,
  first: { state: 'flowing', reason: '新打井', since: dug },
  ...more,
});
const register = async (more: Partial<Fields> = {}) => {
  const well = randomUUID();
  await (await town.as('writer', 'county'))(putWell, { params: { well }, body: fields(more) });
  return well;
};

describe('a well', () => {
  it('is registered with its first state, and the same again changes nothing', async () => {
    const call = await town.as('writer', 'village');
    const well = randomUUID();
    const saved = await call(putWell, { params: { well }, body: fields() });
    const { first: _, ...rest } = fields();
    expect(saved).toEqual({
      ...rest,
      id: well,
      state: 'flowing',
      reason: '新打井',
      since: dug,
      version: 1,
    });
    expect(await call(putWell, { params: { well }, body: fields() })).toEqual(saved);
    const { changes } = await call(listWellChanges, { params: { well } });
    expect(changes).toEqual([
      {
        number: 1,
        from: null,
        to: 'flowing',
        reason: '新打井',
        since: dug,
        recorded: now,
        by: { account: town.accountOf('writer', 'village'), name: 'writer village' },
      },
    ]);
  });

  it('keeps its state when the rest of it is changed', async () => {
    const well = await register();
    const call = await town.as('writer', 'village');
    await call(changeWellState, {
      params: { well },
      body: { from: 'flowing', to: 'dry', reason: '抽干' },
    });
    const body = fields({ depthMetres: 80, version: 2 });
    const saved = await call(putWell, { params: { well }, body });
    expect(saved).toMatchObject({ depthMetres: 80, state: 'dry', version: 3 });
    expect(await refusalOf(call(putWell, { params: { well }, body }))).toBe('changed-meanwhile');
  });

  it('keeps every state it was in, with who said so and why', async () => {
    const well = await register();
    const call = await town.as('writer', 'village');
    const change = (
      from: 'flowing' | 'low',
      to: 'low' | 'barred',
      reason: string,
      since?: string,
    ) =>
      call(changeWellState, {
        params: { well },
        body: { from, to, reason, ...(since ? { since } : {}) },
      });
    await change('flowing', 'low', '水位下降', '2022-11-01T08:00:00+08:00');
    const barred = await change('low', 'barred', '浑浊');
    expect(barred).toMatchObject({ state: 'barred', reason: '浑浊', since: now, version: 3 });
    const { changes } = await call(listWellChanges, { params: { well } });
    expect(changes.map(({ number, from, to, since }) => ({ number, from, to, since }))).toEqual([
      { number: 3, from: 'low', to: 'barred', since: now },
      { number: 2, from: 'flowing', to: 'low', since: '2022-11-01T00:00:00.000Z' },
      { number: 1, from: null, to: 'flowing', since: dug },
    ]);
  });

  it('lives by the clock of the response in which something is reported', async () => {
    const response = await town.openResponse('town');
    await sql`update responses.response set clock = '2022-11-10T09:30:00+08:00'
      where id = ${response.id}`.execute(town.database.owner);
    const well = await register();
    const call = await town.as('writer', 'village');
    const changed = await call(changeWellState, {
      params: { well },
      body: { from: 'flowing', to: 'dry', reason: '抽干', response: response.id },
    });
    expect(changed.since).toBe('2022-11-10T01:30:00.000Z');
  });

  it('changes only from the state that was seen, into another, not in the future, in order', async () => {
    const well = await register();
    const call = await town.as('writer', 'village');
    const change = (body: InputOf<typeof changeWellState>['body']) =>
      refusalOf(call(changeWellState, { params: { well }, body }));
    const reason = '看过';
    expect(await change({ from: 'flowing', to: 'flowing', reason })).toBe('well-state-same');
    expect(await change({ from: 'low', to: 'dry', reason })).toBe('changed-meanwhile');
    const later = '2022-11-10T06:00:01+08:00';
    expect(await change({ from: 'flowing', to: 'dry', reason, since: later })).toBe(
      'well-state-ahead',
    );
    const earlier = '2022-10-19T00:00:00Z';
    expect(await change({ from: 'flowing', to: 'dry', reason, since: earlier })).toBe(
      'well-state-before',
    );
    expect(await change({ from: 'flowing', to: 'dry', reason: ' ' })).toBe('malformed');
    const race = await Promise.all([
      change({ from: 'flowing', to: 'dry', reason }),
      change({ from: 'flowing', to: 'low', reason }),
    ]);
    expect(race.filter((code) => code === 'changed-meanwhile').length).toBe(1);
    expect(race.filter((code) => code === undefined).length).toBe(1);
  });

  it('is not registered in a state of the future', async () => {
    const first = { state: 'dry', reason: '', since: '2022-11-11T00:00:00+08:00' } as const;
    expect(await refusalOf(register({ first }))).toBe('well-state-ahead');
  });
});

describe('a well’s history', () => {
  it('cannot be altered by the application', async () => {
    const well = await register();
    for (const statement of [
      sql`update register.well_state set reason = '改' where well = ${well}`,
      sql`delete from register.well_state where well = ${well}`,
      sql`truncate register.well_state`,
    ]) {
      await within(town, ['county'], async (tx) => {
        await expect(statement.execute(tx)).rejects.toThrow(/permission denied/);
      });
    }
  });

  it('is seen by whoever sees the well, and nobody else', async () => {
    const well = await register();
    const cadre = await town.as('reader', 'otherVillage');
    expect(await refusalOf(cadre(listWellChanges, { params: { well } }))).toBe('not-found');
    await within(town, ['otherVillage'], async (tx) => {
      const { rows } = await sql`select from register.well_state where well = ${well}`.execute(tx);
      expect(rows).toEqual([]);
    });
  });
});

describe('who sees and writes wells', () => {
  it('those of the area, with the permission', async () => {
    const mine = await register({ name: '可见' });
    const elsewhere = await town.place('otherVillage');
    const theirs = await register({ area: town.areas.otherVillage, place: elsewhere });
    const cadre = await town.as('writer', 'village');
    const { wells } = await cadre(listWells, { query: { limit: 500 } });
    const ids = wells.map(({ id }) => id);
    expect(ids).toContain(mine);
    expect(ids).not.toContain(theirs);
    const dry = { from: 'flowing', to: 'dry', reason: '看过' } as const;
    expect(await refusalOf(cadre(changeWellState, { params: { well: theirs }, body: dry }))).toBe(
      'not-found',
    );
    expect(await refusalOf(cadre(putWell, { params: { well: theirs }, body: fields() }))).toBe(
      'not-found',
    );
    const reader = await town.as('reader', 'village');
    expect(await refusalOf(reader(changeWellState, { params: { well: mine }, body: dry }))).toBe(
      'not-permitted',
    );
    expect(await refusalOf(reader(putWell, { params: { well: mine }, body: fields() }))).toBe(
      'not-permitted',
    );
    const nobody = await town.as('nobody', 'village');
    expect(await refusalOf(nobody(listWells, { query: {} }))).toBe('not-permitted');
    expect(await refusalOf(nobody(listWellChanges, { params: { well: mine } }))).toBe(
      'not-permitted',
    );
  });

  it('lists are narrowed by area, place and state', async () => {
    const spot = await town.place('village2');
    const area = town.areas.village2;
    const first = { state: 'dry', reason: '', since: start } as const;
    const well = await register({ area, place: spot, first });
    const call = await town.as('reader', 'county');
    const list = async (query: Record<string, string>) =>
      (await call(listWells, { query })).wells.map(({ id }) => id);
    expect(await list({ area })).toEqual([well]);
    expect(await list({ place: spot, state: 'dry' })).toEqual([well]);
    expect(await list({ place: spot, state: 'low' })).toEqual([]);
  });
});
