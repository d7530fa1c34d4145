import type { InputOf } from '../../http/contract.ts';
import type { Deed } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import { changedMeanwhile } from '../../http/shared-refusals.ts';
import type { Actor } from '../../identity/actor.ts';
import type { KeptTable } from '../../tables/kept-table.ts';
import { moveRow, saveRow, undoChange } from '../../tables/save-row.ts';
import { getRow, holdRow } from '../../tables/store.ts';
import type { Household } from './contract.ts';
import type * as routes from './findings.contract.ts';
import { householdOfAnotherResponse, mergedWithItself } from './rules.ts';

type Doing = Deed & { actor: Actor };

/** Keeps one of several doubles. What makes a household need the door survives, whichever of them it was written at. */
export async function mergeHouseholds(
  { params, body }: InputOf<typeof routes.mergeHouseholds>,
  deed: Doing,
  kept: KeptTable<Household>,
) {
  await holdAll(deed, [params.row, ...body.others.map(({ id }) => id)]);
  const { row } = await getRow(deed.tx, kept, params.row);
  if (row.version !== body.version) throw refuse(changedMeanwhile, undefined);
  const others: { id: string; change: number }[] = [];
  const merged = { aloneElderly: row.aloneElderly, cannotCome: row.cannotCome };
  for (const { id, version } of body.others) {
    const removed = await moveRow(deed, kept, id, {
      removed: true,
      expected: version,
      why: 'doubled',
    });
    if (removed.row.response !== row.response) throw refuse(householdOfAnotherResponse, undefined);
    merged.aloneElderly ||= removed.row.aloneElderly;
    merged.cannotCome ||= removed.row.cannotCome;
    others.push({ id, change: removed.change ?? 0 });
  }
  const saved = await saveRow(deed, kept, row.id, merged, { expected: body.version });
  return { row: saved.row, change: saved.change, others };
}

export async function separateHouseholds(
  { params, body }: InputOf<typeof routes.separateHouseholds>,
  deed: Doing,
  kept: KeptTable<Household>,
) {
  await holdAll(deed, [params.row, ...body.others.map(({ id }) => id)]);
  if (body.change !== null) await undoChange(deed, kept, params.row, body.change);
  for (const { id, change } of body.others) await undoChange(deed, kept, id, change);
  const { row } = await getRow(deed.tx, kept, params.row);
  return { row };
}

/** In the order of their ids, so that two merges of the same households never wait for each other. */
async function holdAll({ tx }: Doing, ids: readonly string[]): Promise<void> {
  if (new Set(ids).size !== ids.length) throw refuse(mergedWithItself, undefined);
  for (const id of ids.toSorted()) await holdRow(tx, `household:${id}`);
}
