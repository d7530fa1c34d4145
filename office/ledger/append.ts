import { sql } from 'kysely';
import type { Tx } from '../database/connection.ts';

/**
 * One line of the ledger. `detail` holds figures and ids, never a person's name, phone or health: a person
 * appears as the key of the record that dies with the response.
 */
export interface LedgerEntry {
  action: `${string}.${string}`;
  /** `kind:id` of what was done something to. */
  subject: string;
  area: string;
  response?: string;
  /** The account on whose behalf the actor did it. */
  onBehalfOf?: string;
  detail?: Record<string, unknown>;
  /** The response's time, where the deed belongs to one; else the system's. */
  at?: Temporal.Instant;
}

export async function append(
  tx: Tx,
  entries: readonly LedgerEntry[],
  by: { actor: string | null; recorded: Temporal.Instant },
): Promise<void> {
  if (entries.length === 0) return;
  const lines = entries.map(({ at, ...entry }) => ({
    ...entry,
    actor: by.actor,
    at: iso(at ?? by.recorded),
    recorded: iso(by.recorded),
  }));
  await sql`select ledger.append(${JSON.stringify(lines)}::jsonb)`.execute(tx);
}

// All of one length, so that their order as texts is their order in time.
const iso = (at: Temporal.Instant) => at.toString({ smallestUnit: 'millisecond' });
