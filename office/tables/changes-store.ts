import { sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import type { NewChange } from './store.ts';

/** Adds to the histories of rows, one change each, and says its number. The rows must be held, so that numbers follow. */
export async function appendChanges(
  tx: Tx,
  tenant: string,
  changes: readonly NewChange[],
): Promise<number[]> {
  if (changes.length === 0) return [];
  const rows = changes.map(({ at, ...change }) => ({ ...change, at: at.toString() }));
  const { rows: added } = await sql<{ subject: string; number: number }>`
    insert into tables.change (tenant, subject, number, area, dies_with, deed, fields, why, undoes, at, account)
    select ${tenant}, x.subject, coalesce(
        (select max(c.number) from tables.change c where c.tenant = ${tenant} and c.subject = x.subject), 0) + 1,
      x.area, x."diesWith", x.deed, x.fields, x.why, x.undoes, x.at, x.account
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (subject text collate "C", area uuid, "diesWith" uuid,
      deed text, fields jsonb, why text, undoes integer, at timestamptz, account uuid)
    returning subject, number`.execute(tx);
  const numbers = new Map(added.map(({ subject, number }) => [subject, number]));
  return changes.map(({ subject }) => numbers.get(subject) ?? 0);
}
