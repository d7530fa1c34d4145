import { type RawBuilder, sql } from 'kysely';
import type { Database, Tx } from '../database/connection.ts';
import { checkpointsMissing, type LedgerFault } from './faults.ts';
import { checkChain, type StoredEntry } from './verify-chain.ts';
import { checkCheckpoints } from './verify-checkpoints.ts';

export interface LedgerReport {
  intact: boolean;
  tenants: {
    tenant: string;
    name: string;
    /** Entries found good from the first on. */
    entries: number;
    /** Those of them that a signed checkpoint confirms; the others were written since. */
    confirmed: number;
    fault: LedgerFault | undefined;
  }[];
  checkpoints: { lines: number; torn: boolean; fault: LedgerFault | undefined };
}

/**
 * Recomputes every chain from its first entry and holds it against the checkpoints that were signed outside of
 * the database. `owner`: the migration role, which sees all tenants. Runs beside a working server.
 */
export async function verifyLedger(options: {
  owner: Database;
  dataFolder: string;
}): Promise<LedgerReport> {
  // Before the entries: whatever was signed by then is in the snapshot below.
  const checkpoints = await checkCheckpoints(options.dataFolder);
  return options.owner
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const report: LedgerReport = {
        intact: checkpoints.fault === undefined,
        tenants: [],
        checkpoints: {
          lines: checkpoints.lines,
          torn: checkpoints.torn,
          fault: checkpoints.fault,
        },
      };
      for (const { tenant, name, head } of await listChains(tx, [...checkpoints.signed.keys()])) {
        const checked = await checkChain({
          tenant,
          entries: streamEntries(tx, tenant),
          head,
          checkpoints: checkpoints.of(tenant),
        });
        if (checked.entries > 0 && !checkpoints.signed.has(tenant)) {
          checked.fault ??= checkpointsMissing;
        }
        if (checked.fault) report.intact = false;
        report.tenants.push({ tenant, name, ...checked });
      }
      return report;
    });
}

async function listChains(tx: Tx, signed: readonly string[]) {
  const { rows } = await sql<{
    tenant: string;
    name: string | null;
    seq: number | null;
    hash: Buffer | null;
  }>`
    select k.tenant, t.name, ${readable(sql`h.seq`)} as seq, h.hash
    from (
      select tenant from register.tenant
      union select tenant from ledger.head
      union select distinct tenant from ledger.entry
      union select unnest(${signed}::uuid[])
    ) k (tenant)
    left join register.tenant t using (tenant)
    left join ledger.head h using (tenant)
    order by k.tenant`.execute(tx);
  return rows.map(({ tenant, name, seq, hash }) => ({
    tenant,
    name: name ?? tenant,
    head: seq === null || hash === null ? undefined : { seq, hash },
  }));
}

// A number that somebody made up may not fit JavaScript's.
const readable = (seq: RawBuilder<unknown>) =>
  sql`case when ${seq} is not null then greatest(-9007199254740991, least(9007199254740991, ${seq})) end`;

const atOnce = 2_000;
// An inserted entry may have any number that there is.
const lowest = '-9223372036854775808';

async function* streamEntries(tx: Tx, tenant: string): AsyncGenerator<StoredEntry> {
  let after: number | string = lowest;
  for (;;) {
    const { rows } = await sql<StoredEntry>`
      select ${readable(sql`seq`)} as seq, body, previous, hash, area, actor, action, subject, response, at
      from ledger.entry
      where tenant = ${tenant} and seq > ${after}::bigint
      order by seq limit ${atOnce}`.execute(tx);
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < atOnce || !last) return;
    after = last.seq;
  }
}
