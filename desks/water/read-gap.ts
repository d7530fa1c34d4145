import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { findPublished } from '@liangbuwu/office/plans/store.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import type { getGap } from './contract.ts';
import { listDeskNeeds } from './desk-needs.ts';
import { type GapSheet, gapSheet, type PointFacts, type Served } from './gap.ts';
import { asItCame } from './gap-as-it-came.ts';
import { arrivalOf, pointsOn, type Recorded } from './history.ts';
import { toPeople } from './losses.ts';
import type { PointNeed } from './promised.ts';
import { readHistory, startsOf } from './read-history.ts';
import { noDesk } from './rules.ts';
import * as store from './store.ts';
import { total } from './sums.ts';
import type { Floors } from './water.ts';

/** The gap sheet of what is published: as it came where somebody has spoken of it, else as it is promised. */
export async function readGap(
  tx: Tx,
  clock: Clock,
  of: { response: string; area: string; day: string },
): Promise<OutputOf<typeof getGap>> {
  const gap = (await readGaps(tx, clock, { ...of, days: [of.day] })).get(of.day);
  if (!gap) throw refuse(noDesk, undefined);
  const plan = await findPublished(tx, { ...of, desk: 'water' });
  return {
    basis: gap.published ? 'published' : 'nothing',
    plan: plan ?? null,
    sheet: gap.sheet,
  };
}

/** The gap sheets of some days in order, by day, all read at once. A day without floors or points has none. */
export async function readGaps(
  tx: Tx,
  clock: Clock,
  of: { response: string; area: string; days: readonly string[] },
): Promise<Map<string, { published: boolean; sheet: GapSheet }>> {
  const gaps = new Map<string, { published: boolean; sheet: GapSheet }>();
  const [from, to] = [of.days[0], of.days.at(-1)];
  const desk = await store.findDesk(tx, of);
  if (!desk || from === undefined || to === undefined) return gaps;
  const { area } = of;
  const response = await getResponse(tx, of.response, clock);
  const registered = await store.listPoints(tx, area);
  const versions = await store.listFloors(tx);
  const needs = await listDeskNeeds(tx, { response: response.id, area, from, to });
  const needsOf = Map.groupBy(needs, ({ day }) => day);
  const history = await readHistory(tx, { response, area, from, to });
  const historyOf = Map.groupBy(history, ({ day }) => day);
  const villages = await store.areaNames(tx, [
    ...new Set([...registered, ...history].map((one) => one.area)),
  ]);
  for (const day of of.days) {
    const floors = versions.find(({ validFrom }) => validFrom <= day);
    const inForce = historyOf.get(day) ?? [];
    const points = pointsOn({ day, today: response.today }, registered, inForce);
    if (!floors || points.length === 0) continue;
    const served = servedBy(needsOf.get(day) ?? [], {
      points,
      floors,
      recorded: new Map(inForce.map((one) => [one.point, one])),
      lossPercent: desk.lossPercent,
    });
    const { starts, lossPercent } = await startsOf(tx, {
      response,
      area,
      day,
      desk,
      floors,
      points: registered,
      inForce,
    });
    gaps.set(day, {
      published: points.some(({ id }) => served.has(id)),
      sheet: gapSheet(floors, points, villages, served, starts, lossPercent),
    });
  }
  return gaps;
}

function servedBy(
  needs: readonly PointNeed[],
  of: {
    points: readonly PointFacts[];
    floors: Floors;
    recorded: ReadonlyMap<string, Recorded>;
    lossPercent: number;
  },
): Map<string, Served> {
  const facts = new Map(of.points.map((point) => [point.id, point]));
  return new Map(
    needs.map(({ point: id, outlook, promises }) => {
      const short = outlook?.short ?? null;
      const planned: Served = {
        delivered: total(promises, ({ quantity }) => quantity),
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
      const came = of.recorded.get(id) ?? withoutPlan(promises, of.lossPercent);
      return [id, point && spoken ? asItCame(planned, point, of.floors, came) : planned];
    }),
  );
}

/** What came to a point that no plan of the day knows. */
function withoutPlan(promises: readonly Commitment[], lossPercent: number) {
  const arrivals = promises.map((promise) => arrivalOf(promise, () => 0));
  const litres = total(arrivals, (arrival) => arrival.litres);
  return { got: Math.floor(toPeople(litres, lossPercent)), arrivals, lossPercent };
}
