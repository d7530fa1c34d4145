import { sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import type { LiveEvent } from './contract.ts';

export type { LiveEvent };

/** The one channel that every server listens on; identity's functions write to it by this name too. */
export const channel = 'liangbuwu';

// PostgreSQL takes less than 8000 bytes in one notification.
const mostBytes = 7_900;

/** PostgreSQL delivers it when the transaction commits, to every server that listens. */
export async function announce(
  tx: Tx,
  tenant: string,
  events: readonly LiveEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const payloads = events.map((event) => {
    const payload = JSON.stringify({ tenant, ...event });
    if (Buffer.byteLength(payload) > mostBytes) {
      throw new RangeError(`live event ${event.topic} has more than ${mostBytes} bytes`);
    }
    return payload;
  });
  await sql`select pg_notify(${channel}, payload) from unnest(${payloads}::text[]) payload`.execute(
    tx,
  );
}

/** Every open page of the account asks again, when the transaction commits, whether and what it may see. */
export async function recheck(tx: Tx, tenant: string, account: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${JSON.stringify({ tenant, recheck: account })})`.execute(
    tx,
  );
}
