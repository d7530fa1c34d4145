import { listNeedsBetween } from '@liangbuwu/office/commitments/store.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { findPointOf, type PointNeed } from './promised.ts';
import { listPointIds } from './store.ts';

/** What a desk's points need, and what is promised to them: a response holds the needs of all its desks. */
export async function listDeskNeeds(
  tx: Tx,
  of: { response: string; area: string; from: string; to: string },
): Promise<PointNeed[]> {
  const points = await listPointIds(tx, of.area);
  const needs = await listNeedsBetween(tx, { ...of, desk: 'water' });
  return needs.flatMap((need) => {
    const point = findPointOf(need);
    return point !== undefined && points.has(point) ? [{ ...need, point }] : [];
  });
}
