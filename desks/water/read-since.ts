import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { findPublished } from '@liangbuwu/office/plans/store.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { dayOf } from './day-of.ts';
import { planDesk } from './desk-names.ts';
import { readFloorsOf, readHistory } from './read-history.ts';
import { sinceLines } from './since.ts';
import type { Since } from './since-sheet.ts';
import { findDayBefore, listRowChanges } from './since-store.ts';
import { areaNames } from './store.ts';
import type { Floors } from './water.ts';

/** What changed from the last published day before this one. */
export async function readSince(
  tx: Tx,
  of: { response: Response; area: string; day: string; floors: Floors; limit: number },
): Promise<Since> {
  const { response, area, day } = of;
  const asked = { response: response.id, area };
  const before = await findDayBefore(tx, { ...asked, day });
  const from = before ?? day;
  const recorded = await readHistory(tx, { response, area, from, to: day });
  const today = recorded.filter((one) => one.day === day);
  const published = today.length > 0;
  if (before === undefined) return { before: null, published, lines: [], total: 0 };
  const plan = await findPublished(tx, { ...asked, desk: planDesk, day: before });
  const publishedAt = plan?.publishedAt ?? dayOf(response, before).instantOf(0);
  const changes = await listRowChanges(tx, {
    area,
    after: publishedAt,
    before: dayOf(response, day).instantOf(86_400),
  });
  const lines = sinceLines({
    before: recorded.filter((one) => one.day === before),
    today,
    villages: await areaNames(tx, [...new Set(today.map((one) => one.area))]),
    floorsOf: await readFloorsOf(tx, of.floors),
    changes,
  });
  return {
    before: { day: before, publishedAt },
    published,
    lines: lines.slice(0, of.limit),
    total: lines.length,
  };
}
