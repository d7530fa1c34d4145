import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import type { KeptTable } from '@liangbuwu/office/tables/kept-table.ts';
import { saveRow } from '@liangbuwu/office/tables/save-row.ts';
import { getRow } from '@liangbuwu/office/tables/store.ts';
import type { Source, TankerRow } from './registers.ts';
import { noDesk, reasonNeeded } from './rules.ts';
import { findDesk } from './store.ts';

/** Takes a source or a tanker out of use or back, as of now by the response's clock, with the reason. */
export async function turn<Row extends Source | TankerRow>(
  deed: Deed & { actor: Actor },
  kept: KeptTable<Row>,
  id: string,
  to: { response: string; state: Row['state']; reason: string },
): Promise<Row> {
  const { tx, clock } = deed;
  const { row } = await getRow(tx, kept, id);
  if (row.state === to.state) return row;
  const response = await getOpenResponse(tx, to.response, clock);
  // Another response's clock may show another year.
  if (!(await findDesk(tx, { response: to.response, area: row.area })))
    throw refuse(noDesk, undefined);
  const outOfUse = to.state === 'closed' || to.state === 'out';
  if (outOfUse && to.reason === '') throw refuse(reasonNeeded, undefined);
  const at = clockOf(response).now();
  const reason = to.reason || null;
  const patch = {
    state: to.state,
    reason,
    since: at.toString({ smallestUnit: 'millisecond' }),
  } as Partial<Row>;
  const saved = await saveRow(deed, kept, id, patch, {
    as: {
      action: `water.${kept.subject}-turned`,
      // As of every register's texts, the ledger holds that there was one, not what it said.
      detail: { state: to.state },
      moment: { response: response.id, at },
    },
  });
  return saved.row;
}
