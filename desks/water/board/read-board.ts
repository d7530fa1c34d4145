import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { findPublished } from '@liangbuwu/office/plans/store.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import { clockIn } from '@liangbuwu/office/responses/when.ts';
import { listDeskNeeds } from '../desk-needs.ts';
import { readDay } from '../read-day.ts';
import { listEntries, listNotes } from '../recording/entry-store.ts';
import { barred } from '../rules.ts';
import { barredWords } from './barred-words.ts';
import { boardSheet } from './board.ts';
import type { BoardSheet } from './board-sheet.ts';

/** A desk's day as it is being carried out, by the response's own clock. */
export async function readBoard(
  tx: Tx,
  clock: Clock,
  of: { response: string; area: string; day: string },
): Promise<BoardSheet> {
  const response = await getResponse(tx, of.response, clock);
  const read = await readDay(tx, of);
  const entries = await listEntries(tx, of);
  const indexOf = new Map(read.positions.map(({ place }, at) => [place, at]));
  const { seconds } = read.travel;
  return boardSheet({
    now: response.now,
    plan: (await findPublished(tx, { ...of, desk: 'water' })) ?? null,
    floors: read.floors,
    needs: await listDeskNeeds(tx, { ...of, from: of.day, to: of.day }),
    entries,
    notes: await listNotes(
      tx,
      entries.map(({ id }) => id),
    ),
    points: read.points.map((point) => ({
      ...point,
      village: read.villages.get(point.area) ?? '',
    })),
    tankers: read.tankers.map((tanker) => ({ ...tanker, out: tanker.state === 'out' })),
    known: {
      tankers: new Map(
        read.tankers.map((tanker) => {
          const why = barred(tanker, of.day);
          // That it went out of use in the course of the day says nothing of what it had carried until then.
          return [tanker.id, { ...tanker, barred: why && why !== 'out' ? barredWords[why] : null }];
        }),
      ),
      sources: new Map(
        read.sources.map((source) => [
          source.id,
          { ...source, closedSince: source.state === 'closed' ? source.since : null },
        ]),
      ),
      points: new Map(
        read.points.map(({ id, name, place, tank }) => [
          id,
          { name, place, tank: tank?.litres ?? null },
        ]),
      ),
      drive: (from, to) => seconds[indexOf.get(from) ?? -1]?.[indexOf.get(to) ?? -1] ?? undefined,
      clock: (at) => clockIn(response, at),
    },
  });
}
