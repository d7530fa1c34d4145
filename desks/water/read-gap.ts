import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { findPublished } from '@liangbuwu/office/plans/store.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import type { getGap } from './contract.ts';
import { listDeskNeeds } from './desk-needs.ts';
import { gapSheet, type Served } from './gap.ts';
import { asItCame } from './gap-as-it-came.ts';
import { arrivalOf } from './history.ts';
import { toPeople } from './losses.ts';
import { readHistory, readStartsShown } from './read-history.ts';
import { noDesk } from './rules.ts';
import * as store from './store.ts';

/** What came to a point that no plan of the day knows. */
function withoutPlan(promises: readonly Commitment[], lossPercent: number) {
  const arrivals = promises.map((promise) => arrivalOf(promise, () => 0));
  const litres = arrivals.reduce((sum, arrival) => sum + arrival.litres, 0);
  return { got: Math.floor(toPeople(litres, lossPercent)), arrivals, lossPercent };
}

/** The gap sheet of what is published: as it came where somebody has spoken of it, else as it is promised. */
export async function readGap(
  tx: Tx,
  clock: Clock,
  of: { response: string; area: string; day: string },
): Promise<OutputOf<typeof getGap>> {
  const desk = await store.findDesk(tx, of);
  const floors = await store.findFloors(tx, of.day);
  const points = await store.listPoints(tx, of.area);
  if (!desk || !floors || points.length === 0) throw refuse(noDesk, undefined);
  const villages = await store.areaNames(tx, [...new Set(points.map(({ area }) => area))]);
  const needs = await listDeskNeeds(tx, { ...of, from: of.day, to: of.day });
  const response = await getResponse(tx, of.response, clock);
  const history = await readHistory(tx, { response, area: of.area, from: of.day, to: of.day });
  const recorded = new Map(history.map((one) => [one.point, one]));
  const facts = new Map(points.map((point) => [point.id, point]));
  const served = new Map<string, Served>();
  for (const { point: id, outlook, promises } of needs) {
    const short = outlook?.short ?? null;
    const planned: Served = {
      delivered: promises.reduce((sum, { quantity }) => sum + quantity, 0),
      expected: outlook?.expected ?? 0,
      short: short && {
        tier: short.tier,
        litres: short.missing,
        because: short.because,
        say: short.say,
        remedy: short.remedy,
      },
    };
    const point = facts.get(id);
    const spoken = promises.some(({ proofs }) => proofs.length > 0);
    const came = recorded.get(id) ?? withoutPlan(promises, desk.lossPercent);
    served.set(id, point && spoken ? asItCame(planned, point, floors, came) : planned);
  }
  const { starts, lossPercent } = await readStartsShown(tx, {
    ...of,
    response,
    desk,
    floors,
    points,
  });
  const plan = await findPublished(tx, { ...of, desk: 'water' });
  return {
    basis: points.some(({ id }) => served.has(id)) ? 'published' : 'nothing',
    plan: plan ?? null,
    sheet: gapSheet(floors, points, villages, served, starts, lossPercent),
  };
}
