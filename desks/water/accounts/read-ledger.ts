import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { listDeskNeeds } from '../desk-needs.ts';
import { listPromised } from '../promised.ts';
import { readGaps } from '../read-gap.ts';
import { listEntriesBetween } from '../recording/entry-store.ts';
import type { Desk } from '../water.ts';
import { listActiveDays, listAllPoints, listAllSources, listAllTankers } from './accounts-store.ts';
import type { LedgerFacts } from './ledger.ts';

/** What a desk's ledger rests on, from the same gap sheet that the Today page shows. */
export async function readLedger(
  tx: Tx,
  clock: Clock,
  of: { response: string; area: string; from: string; to: string; desk: Desk },
): Promise<LedgerFacts> {
  const days = await listActiveDays(tx, of);
  const needs = Map.groupBy(await listDeskNeeds(tx, of), ({ day }) => day);
  const entries = Map.groupBy(await listEntriesBetween(tx, of), ({ day }) => day);
  const gaps = await readGaps(tx, clock, { ...of, days });
  return {
    days: days.map((day) => ({
      day,
      entries: entries.get(day) ?? [],
      promises: listPromised(needs.get(day) ?? []),
      gap: gaps.get(day)?.sheet,
      lossPercent: of.desk.lossPercent,
    })),
    points: await listAllPoints(tx, of.area),
    sources: await listAllSources(tx),
    tankers: await listAllTankers(tx),
  };
}
