import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../database/connection.ts';
import { enterTenant } from '../../identity/store.ts';
import { append, type LedgerEntry } from '../append.ts';

/** Appends as the application does, one transaction for each entry; returns nothing, as a handler gets nothing. */
export async function write(
  app: Database,
  tenant: string,
  entries: readonly LedgerEntry[],
  recorded = Temporal.Instant.from('2026-11-24T01:00:00Z'),
): Promise<void> {
  for (const entry of entries) {
    await app.transaction().execute(async (tx) => {
      await enterTenant(tx, tenant);
      await append(tx, [entry], { actor: null, recorded });
    });
  }
}

export const numbered = (area: string, count: number, from = 1): LedgerEntry[] =>
  Array.from({ length: count }, (_, i) => ({
    action: 'water.delivered',
    subject: `delivery:${from + i}`,
    area,
    detail: { litres: 1000 + from + i },
  }));

/** What somebody with the owner's rights could do: compute the chain anew from a number on, its head included. */
export const recompute = (tenant: string, from: number): RawBuilder<unknown> =>
  sql`do ${sql.lit(`
  declare
    e record; before bytea; own bytea;
  begin
    select hash into before from ledger.entry where tenant = '${tenant}' and seq = ${from - 1};
    before := coalesce(before, decode(repeat('00', 32), 'hex'));
    for e in select seq, body from ledger.entry where tenant = '${tenant}' and seq >= ${from} order by seq loop
      own := sha256(before || convert_to(e.body, 'UTF8'));
      update ledger.entry set previous = before, hash = own where tenant = '${tenant}' and seq = e.seq;
      before := own;
    end loop;
    update ledger.head set hash = before,
      seq = (select max(seq) from ledger.entry where tenant = '${tenant}') where tenant = '${tenant}';
  end`)}`;
