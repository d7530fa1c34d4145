import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { PlanContent } from '@liangbuwu/office/plans/store.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import type { DeliverStop, FillStop, Plan } from '@liangbuwu/trucking/water-day.ts';
import { asItWent, type Happened, type Unplanned, type Went } from './as-it-went.ts';
import { patience } from './board/standing.ts';
import { PlanSettings } from './cast.ts';
import { dayOf } from './day-of.ts';
import { listDeskNeeds } from './desk-needs.ts';
import { arrivalOf } from './history.ts';
import { findTankerOf, giverOf, listPromised } from './promised.ts';
import type { Entry } from './recording/entry.ts';
import { listEntries } from './recording/entry-store.ts';

/** Seconds between a fill as planned and as recorded, beyond which the one is not taken for the other. */
const nearFill = 3 * 3600;

/** The plan in force as the field says it went by now; null where nobody has recorded anything. */
export async function readAsItWent(
  tx: Tx,
  of: { response: Response; area: string; day: string; now: number },
  inForce: PlanContent | undefined,
): Promise<Went | null> {
  if (!inForce?.result) return null;
  const { response, area, day, now } = of;
  const entries = (await listEntries(tx, { response: response.id, area, day })).filter(
    ({ corrected }) => !corrected,
  );
  const promises = listPromised(
    await listDeskNeeds(tx, { response: response.id, area, from: day, to: day }),
  );
  if (promises.every(({ proofs }) => proofs.length === 0) && entries.length === 0) return null;
  const { cast } = PlanSettings.parse(inForce.settings);
  const plan = inForce.result as Plan;
  const { secondOf, instantOf } = dayOf(response, day);
  const tankerOf = (shift: string) => cast.shifts[shift]?.tanker ?? shift;
  const fills = matchFills(plan, entries, tankerOf, secondOf);
  const keyOf = (point: string, giver: string, due: string) => [point, giver, due].join(' ');
  const planned = new Map(
    promises.map((promise) => [keyOf(promise.point, promise.giver, promise.dueFrom), promise]),
  );
  const heardLast = lastHeard(entries);

  const happened = (shift: string, stop: FillStop | DeliverStop): Happened => {
    if (stop.kind === 'fill') {
      const entry = fills.get(stop);
      return entry && { litres: entry.litres ?? 0, at: secondOf(entry.at) };
    }
    const tanker = tankerOf(shift);
    const promise = planned.get(keyOf(stop.point, giverOf(tanker), instantOf(stop.start)));
    if (!promise) return undefined;
    const last = promise.proofs.at(-1);
    if (last) return { litres: arrivalOf(promise, secondOf).litres, at: secondOf(last.at) };
    // Its phone was heard of what came later, and says nothing of this: it was not brought.
    const over = stop.finish + patience.word * 60 < now;
    return over && (heardLast.get(tanker) ?? '') > promise.dueTo ? 'not-brought' : undefined;
  };
  const unplanned = promises.flatMap((promise): Unplanned[] => {
    const last = promise.proofs.at(-1);
    const tanker = findTankerOf(promise);
    const route = plan.routes.find(({ tanker: shift }) => tankerOf(shift) === tanker);
    if (promise.planned || !last || !route) return [];
    const { litres } = arrivalOf(promise, secondOf);
    return [{ shift: route.tanker, point: promise.point, litres, at: secondOf(last.at) }];
  });
  return asItWent(plan, { now, of: happened, unplanned });
}

/** When each tanker was last somewhere, by its driver. */
function lastHeard(entries: readonly Entry[]): Map<string, string> {
  const heard = new Map<string, string>();
  for (const { kind, tanker, at } of entries) {
    if (tanker && (kind === 'filled' || kind === 'emptied' || kind === 'arrived'))
      heard.set(tanker, at > (heard.get(tanker) ?? '') ? at : (heard.get(tanker) ?? ''));
  }
  return heard;
}

/** Each planned fill with the recorded one that is nearest in time, each recorded one once. */
function matchFills(
  plan: Plan,
  entries: readonly Entry[],
  tankerOf: (shift: string) => string,
  secondOf: (instant: string) => number,
): Map<FillStop, Entry> {
  const free = new Set(entries.filter(({ kind }) => kind === 'filled'));
  const matched = new Map<FillStop, Entry>();
  for (const { tanker: shift, stops } of plan.routes) {
    for (const stop of stops) {
      if (stop.kind !== 'fill') continue;
      const off = (entry: Entry) => Math.abs(secondOf(entry.at) - stop.finish);
      const [nearest] = [...free]
        .filter(({ tanker, source }) => tanker === tankerOf(shift) && source === stop.source)
        .filter((entry) => off(entry) <= nearFill)
        .sort((a, b) => off(a) - off(b));
      if (!nearest) continue;
      free.delete(nearest);
      matched.set(stop, nearest);
    }
  }
  return matched;
}
