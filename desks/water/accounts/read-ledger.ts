import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import { listNeedsBetween } from '@liangbuwu/office/commitments/store.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { readGap } from '../read-gap.ts';
import { listEntries } from '../recording/entry-store.ts';
import { findFloors, listPoints } from '../store.ts';
import type { Desk } from '../water.ts';
import { listActiveDays, listAllPoints, listAllSources, listAllTankers } from './accounts-store.ts';
import type { LedgerDay, LedgerFacts } from './ledger.ts';

/** What a desk's ledger rests on, from the same gap sheet that the Today page shows. */
export async function readLedger(
  tx: Tx,
  clock: Clock,
  of: { response: string; area: string; from: string; to: string; desk: Desk },
): Promise<LedgerFacts> {
  const points = await listAllPoints(tx, of.area);
  const needs = await listNeedsBetween(tx, { ...of, desk: 'water' });
  const promises = Map.groupBy(
    needs.flatMap(({ day, subject, promises: made }) => {
      const point = subject.replace('point:', '');
      return points.has(point) ? made.map((promise) => ({ day, point, promise })) : [];
    }),
    ({ day }) => day,
  );
  const planned = (await listPoints(tx, of.area)).length > 0;
  const days: LedgerDay[] = [];
  for (const day of await listActiveDays(tx, of)) {
    const asked = { response: of.response, area: of.area, day };
    const gap =
      planned && (await findFloors(tx, day)) ? await readGap(tx, clock, asked) : undefined;
    days.push({
      day,
      entries: await listEntries(tx, asked),
      promises: (promises.get(day) ?? []).map(({ point, promise }) => ({ ...promise, point })),
      gap: gap?.sheet,
      lossPercent: of.desk.lossPercent,
    });
  }
  return { days, points, sources: await listAllSources(tx), tankers: await listAllTankers(tx) };
}
