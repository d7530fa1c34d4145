import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { saveRow } from '@liangbuwu/office/tables/save-row.ts';
import { getRow } from '@liangbuwu/office/tables/store.ts';
import { keptPoints } from './kept-tables.ts';
import type { PointRow } from './registers.ts';
import { noDesk, reasonNeeded } from './rules.ts';
import { findDesk } from './store.ts';

type Turned = Pick<PointRow, 'wayClosed' | 'wayClosedWhy'> | Pick<PointRow, 'have'>;

/** What has changed at a point in the middle of a day: its way, or what its own wells still give. */
export async function turnPoint(
  deed: Deed & { actor: Actor },
  id: string,
  response: string,
  patch: Turned,
): Promise<PointRow> {
  const { tx, clock } = deed;
  const { row } = await getRow(tx, keptPoints, id);
  const same = (Object.keys(patch) as (keyof PointRow)[]).every(
    (field) => row[field] === (patch as Partial<PointRow>)[field],
  );
  if (same) return row;
  const open = await getOpenResponse(tx, response, clock);
  if (!(await findDesk(tx, { response: open.id, area: row.desk }))) throw refuse(noDesk, undefined);
  if ('wayClosed' in patch && patch.wayClosed && !patch.wayClosedWhy)
    throw refuse(reasonNeeded, undefined);
  const saved = await saveRow(deed, keptPoints, id, patch, {
    as: {
      action: 'water.point-turned',
      // As of every register's texts, the ledger holds that there was one, not what it said.
      detail: 'have' in patch ? patch : { wayClosed: patch.wayClosed },
      moment: { response: open.id, at: clockOf(open).now() },
    },
  });
  return saved.row;
}
