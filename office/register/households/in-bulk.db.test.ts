import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '../../database/connection.ts';
import { Refusal } from '../../http/refusal.ts';
import type { KeptTable } from '../../tables/kept-table.ts';
import { goesInBulk } from '../../tables/may-keep.ts';
import { oneByOne } from '../../tables/one-by-one.ts';
import { moveRow, saveRow } from '../../tables/save-row.ts';
import { type Doing, type Outcome, saveAll, undoAll } from '../../tables/save-rows.ts';
import { layTown, type Town, within } from '../testing/town.ts';
import { ownChecks } from './checks.ts';
import type { Household } from './contract.ts';
import { keptHouseholds } from './kept-households.ts';

const bulk = keptHouseholds(ownChecks);
/** A table that does something at every row has its rows go one after the other. */
const single: KeptTable<Household> = { ...bulk, onSave: async () => {} };

let town: Town;
let response: string;
let other: string;
let place: string;
let hiddenPlace: string;
beforeAll(async () => {
  town = await layTown();
  response = (await town.openResponse('town')).id;
  other = (await town.openResponse('town')).id;
  place = await town.place('village', { name: '白壁村3组' });
  hiddenPlace = await town.place('otherVillage');
});
afterAll(() => town[Symbol.asyncDispose]());

const ids = Array.from({ length: 12 }, () => randomUUID());
const id = (at: number) => ids[at] as string;
const empty = { hasContact: false };
const fields = (more: Partial<Household> = {}) => ({
  response,
  area: town.areas.village,
  place,
  label: '3组16户',
  people: 2,
  aloneElderly: false,
  cannotCome: false,
  ...more,
});

const scope = (tx: Tx, ...areas: (keyof Town['areas'])[]) =>
  sql`select set_config('lbw.areas', ${`{${areas.map((area) => town.areas[area]).join()}}`}, true)`.execute(
    tx,
  );

/** What a scenario leaves behind, without what no two runs have alike. */
async function story(kept: KeptTable<Household>, play: (deed: Doing) => Promise<unknown>) {
  const told: unknown[] = [];
  await within(town, ['town', 'village', 'village2', 'otherVillage'], async (tx) => {
    const deed = {
      tx,
      clock: town.clock,
      from: '',
      actor: { tenant: town.tenant, account: town.accountOf('writer', 'town') },
      record: (entry: unknown) => told.push(entry),
      announce: (event: unknown) => told.push(event),
    } as unknown as Doing;
    const seed = (at: number, more: Partial<Household> = {}) =>
      saveRow(deed, kept, id(at), fields({ label: `${at}组1户`, ...more }), { empty });
    for (const at of [0, 1, 2, 3]) await seed(at);
    await seed(4, { response: other });
    await moveRow(deed, kept, id(2), { removed: true, why: 'moved' });
    await saveRow(deed, kept, id(3), { people: 3 });
    // Somebody else's, which this one's scope does not show.
    await sql`insert into register.household (tenant, id, response, area, place, label, people)
      values (${town.tenant}, ${id(5)}, ${response}, ${town.areas.otherVillage}, ${hiddenPlace}, 'x', 1)`.execute(
      tx,
    );
    await scope(tx, 'town', 'village', 'village2');
    told.push(await play(deed));
    const { rows: stands } = await sql`
      select h.* from register.household h order by array_position(${ids}::uuid[], id)`.execute(tx);
    const { rows: changes } = await sql`
      select * from tables.change order by subject collate "C", number`.execute(tx);
    told.push(stands, changes);
  });
  return told;
}

const codes = (outcomes: readonly Outcome<Household>[]) =>
  outcomes.map((one) => (one instanceof Refusal ? one.body.code : one.change));

test('households go in bulk', () => {
  expect([goesInBulk(bulk), goesInBulk(single)]).toEqual([true, false]);
});

test('written all at once, rows stand as if written one after the other, and the same are refused', async () => {
  let said: ReturnType<typeof codes> = [];
  const play = (kept: KeptTable<Household>) => async (deed: Doing) => {
    const asked = [
      { id: id(0), patch: fields({ label: '0组1户', people: 5 }), expected: 1 },
      { id: id(1), patch: fields({ label: '1组1户' }), expected: 1 },
      { id: id(2), patch: fields({ people: 9 }) },
      { id: id(3), patch: fields({ people: 9 }), expected: 1 },
      { id: id(4), patch: fields({ people: 9 }), expected: 1 },
      { id: id(5), patch: fields({ people: 9 }) },
      { id: id(6), patch: fields({ label: '三组七号', people: 4 }), empty },
      { id: id(0), patch: { people: 6 }, expected: 1 },
      { id: id(0), patch: { people: 6 }, expected: 2 },
      { id: id(7), patch: fields({ area: town.areas.otherVillage }), empty },
      { id: id(8), patch: fields({ place: hiddenPlace }), empty },
      { id: id(9), patch: fields({ response: randomUUID() }), empty },
      { id: id(10), patch: fields({ label: '8组1户', cannotCome: true }), empty },
    ];
    const outcomes = await oneByOne(deed.tx, kept, asked, (these) => saveAll(deed, kept, these));
    said = codes(outcomes);
    return outcomes.map((one) => (one instanceof Refusal ? one.body : { ...one, doubts: [] }));
  };
  const together = await story(bulk, play(bulk));
  expect(said).toEqual([
    2,
    null,
    'row-removed',
    'changed-meanwhile',
    'household-of-another-response',
    'not-found',
    1,
    'changed-meanwhile',
    3,
    'area-elsewhere',
    'not-found',
    'not-found',
    1,
  ]);
  expect(together).toEqual(await story(single, play(single)));
});

test('taken back all at once, too', async () => {
  let said: ReturnType<typeof codes> = [];
  const play = (kept: KeptTable<Household>) => async (deed: Doing) => {
    await saveRow(deed, kept, id(0), { people: 7 });
    await saveRow(deed, kept, id(0), { people: 8 });
    const asked = [
      { id: id(0), number: 2 },
      { id: id(1), number: 1 },
      { id: id(2), number: 2 },
      { id: id(3), number: 2 },
      { id: id(3), number: 2 },
      { id: id(4), number: 9 },
      { id: id(5), number: 1 },
      { id: id(11), number: 1 },
    ];
    const outcomes = await oneByOne(deed.tx, kept, asked, (these) => undoAll(deed, kept, these));
    said = codes(outcomes);
    return outcomes.map((one) => (one instanceof Refusal ? one.body : { ...one, doubts: [] }));
  };
  const together = await story(bulk, play(bulk));
  expect(said).toEqual([
    'changed-since',
    2,
    3,
    3,
    'nothing-to-undo',
    'nothing-to-undo',
    'not-found',
    'not-found',
  ]);
  expect(together).toEqual(await story(single, play(single)));
});
