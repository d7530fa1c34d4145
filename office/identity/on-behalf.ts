import { sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import type { LedgerEntry } from '../ledger/append.ts';

/** A grant by which a permission is held: one's own, or that of a lender whom one stands in for. */
export interface Through {
  lender: string | null;
  area: string;
}

/**
 * Whose permission a deed in an area rests on: one's own wherever it reaches there, else that of whom one stands in
 * for. `through` has the own grants first; `above` is the area with all above it. Null: one's own.
 */
export function lenderOf(through: readonly Through[], above: ReadonlySet<string>): string | null {
  const covering = through.find(({ area }) => above.has(area));
  return (covering ?? through[0])?.lender ?? null;
}

/** The entries, each with the account on whose behalf it was done where the actor could only do it as a deputy. */
export async function sayOnWhoseBehalf(
  tx: Tx,
  through: readonly Through[],
  entries: readonly LedgerEntry[],
): Promise<readonly LedgerEntry[]> {
  if (entries.length === 0 || through.every(({ lender }) => lender === null)) return entries;
  const above = await listAbove(
    tx,
    entries.map(({ area }) => area),
  );
  return entries.map((entry) => {
    const lender = lenderOf(through, above.get(entry.area) ?? new Set());
    return lender && !entry.onBehalfOf ? { ...entry, onBehalfOf: lender } : entry;
  });
}

/** Each of these areas with all above it, itself included. */
export async function listAbove(
  tx: Tx,
  areas: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ area: string; above: string[] }>`
    with recursive above (area, id) as (
      select a.id, a.id from register.area a where a.id = any(${[...new Set(areas)]}::uuid[])
      union
      select u.area, a.parent from above u join register.area a on a.id = u.id where a.parent is not null
    ) select area, array_agg(id) as above from above group by area`.execute(tx);
  return new Map(rows.map((row) => [row.area, new Set(row.above)]));
}
