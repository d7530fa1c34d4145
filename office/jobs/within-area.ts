import { sql } from 'kysely';
import type { Database, Tx } from '../database/connection.ts';

/** One transaction of a job, which sees and writes what lies in the job's area only. */
export function withinArea<T>(
  db: Database,
  ids: { tenant: string; area: string },
  deed: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('lbw.tenant', ${ids.tenant}, true),
      set_config('lbw.areas', ${`{${ids.area}}`}, true)`.execute(tx);
    return deed(tx);
  });
}
