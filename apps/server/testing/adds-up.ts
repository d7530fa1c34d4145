import { listNeeds } from '@liangbuwu/office/commitments/contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { getPlan } from '@liangbuwu/office/plans/contract.ts';
import type { Plan } from '@liangbuwu/trucking/water-day.ts';
import { getGap } from '@liangbuwu/water/contract.ts';
import type { SmallDay } from './small-water-day.ts';

export interface PointFigures {
  /** Litres of the promises that stand. */
  promised: number;
  /** What the gap sheet says is promised by tanker. */
  sheet: number;
  /** What the plan in force delivers. */
  plan: number;
}

/** Litres of each point of a day by promises, gap sheet and plan in force: three that must be one figure. */
export async function figuresOf(by: Call, of: SmallDay): Promise<Map<string, PointFigures>> {
  const { plan: head, sheet } = await by(getGap, { query: of });
  if (!head) throw new Error('no plan is in force');
  const { result } = await by(getPlan, { params: { plan: head.id } });
  const { needs } = await by(listNeeds, {
    query: { response: of.response, desk: 'water', day: of.day },
  });
  const promises = new Map(
    needs.map(({ subject, promises }) => [subject.replace('point:', ''), promises]),
  );
  const stops = (result as Plan).routes.flatMap((route) => route.stops);
  return new Map(
    sheet.villages
      .flatMap(({ points }) => points)
      .map(({ id, delivered }) => [
        id,
        {
          promised: (promises.get(id) ?? []).reduce((sum, { quantity }) => sum + quantity, 0),
          sheet: delivered,
          plan: stops.reduce(
            (sum, stop) => sum + (stop.kind === 'deliver' && stop.point === id ? stop.litres : 0),
            0,
          ),
        },
      ]),
  );
}

/** The points whose three figures differ, in words. */
export async function differences(by: Call, of: SmallDay): Promise<string[]> {
  return [...(await figuresOf(by, of))].flatMap(([point, { promised, sheet, plan }]) =>
    promised === sheet && sheet === plan
      ? []
      : [`${point}: promised ${promised}, sheet ${sheet}, plan ${plan}`],
  );
}
