import type { Clock } from '../clock/clock.ts';
import type { Tx } from '../database/connection.ts';
import { clockOf, getOpenResponse } from '../responses/store.ts';

/** What time it is where something is reported: in a response by its clock, else by the system's. */
export async function nowIn(
  tx: Tx,
  response: string | undefined,
  system: Clock,
): Promise<Temporal.Instant> {
  return response ? clockOf(await getOpenResponse(tx, response, system)).now() : system.now();
}
