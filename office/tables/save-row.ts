import { Refusal } from '../http/refusal.ts';
import type { KeptRow } from './contract.ts';
import type { KeptTable } from './kept-table.ts';
import {
  type Doing,
  moveAll,
  type Outcome,
  type RowToMove,
  type RowToSave,
  type Saved,
  saveAll,
  undoAll,
} from './save-rows.ts';

/** Registers a row or changes it, with its history, its entry in the ledger and the news to open pages. */
export async function saveRow<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  id: string,
  patch: Partial<Omit<Row, 'id' | 'version'>>,
  how: Omit<RowToSave<Row>, 'id' | 'patch'> = {},
): Promise<Saved<Row>> {
  return only(await saveAll(deed, kept, [{ id, patch, ...how }]));
}

/** Takes a row off the register, or brings it back. */
export async function moveRow<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  id: string,
  to: Omit<RowToMove, 'id'>,
): Promise<Saved<Row>> {
  return only(await moveAll(deed, kept, [{ id, ...to }]));
}

/** Takes back one change, unless what it changed was changed again since. */
export async function undoChange<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  id: string,
  number: number,
): Promise<Saved<Row>> {
  return only(await undoAll(deed, kept, [{ id, number }]));
}

function only<Row>([outcome]: Outcome<Row>[]): Saved<Row> {
  if (!outcome) throw new Error('nothing came of the row');
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
}
