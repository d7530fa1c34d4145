import { sql } from 'kysely';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/connection.ts';
import { enter } from '../identity/actor.ts';

/** Whose page it is, and the areas that it may hear of: all below any role of the account. */
export interface LiveScope {
  tenant: string;
  account: string;
  areas: ReadonlySet<string>;
  /** Whether some of these areas were a deputy's only, and no longer are. */
  isOver?(): boolean;
}

/** Undefined when the session has ended. */
export async function findLiveScope(
  db: Database,
  token: string,
  clock: Clock,
): Promise<LiveScope | undefined> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      const entered = await enter(tx, token, '', clock.now());
      if (!entered) return undefined;
      const { rows } = await sql<{ area: string }>`
        select area from office.areas() area`.execute(tx);
      const { tenant, account, acting } = entered.actor;
      const ends = acting.map((lent) => Temporal.Instant.from(lent.ends));
      return {
        tenant,
        account,
        areas: new Set(rows.map(({ area }) => area)),
        isOver: () => ends.some((end) => Temporal.Instant.compare(end, clock.now()) <= 0),
      };
    });
}
