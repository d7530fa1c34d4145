import { sql } from 'kysely';
import type { Database, Tx } from './connection.ts';

/** A transaction of the system's own: it sees and writes what is a tenant's, and of what lies somewhere what lies in the area. */
export function withinScope<T>(
  db: Database,
  { tenant, area }: { tenant: string; area?: string },
  deed: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('lbw.tenant', ${tenant}, true),
      set_config('lbw.areas', ${area === undefined ? '{}' : `{${area}}`}, true)`.execute(tx);
    return deed(tx);
  });
}
