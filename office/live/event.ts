import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../database/connection.ts';
import { id } from '../http/fields.ts';

/** Says that something changed, by id only; what it is now is read through the ordinary routes. */
export const LiveEvent = z.strictObject({
  topic: z.string(),
  area: id,
  id: z.string(),
  /** Figures that are nobody's secret within the area, such as a plan's progress. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});
export type LiveEvent = z.infer<typeof LiveEvent>;

/** PostgreSQL delivers it when the transaction commits, to every server that listens. */
export async function announce(tx: Tx, tenant: string, events: readonly LiveEvent[]): Promise<void> {
  for (const event of events) {
    await sql`select pg_notify('liangbuwu', ${JSON.stringify({ tenant, ...event })})`.execute(tx);
  }
}
