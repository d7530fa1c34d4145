import { listNeeds } from '@liangbuwu/office/commitments/contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { getPlan } from '@liangbuwu/office/plans/contract.ts';
import type { Plan } from '@liangbuwu/trucking/water-day.ts';
import { getGap } from '@liangbuwu/water/contract.ts';
import type { GapSheet, PointGap } from '@liangbuwu/water/gap.ts';
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

/** The points whose three figures differ, and the sums that do not add up, in words. */
export async function differences(by: Call, of: SmallDay): Promise<string[]> {
  const { sheet } = await by(getGap, { query: of });
  const figures = [...(await figuresOf(by, of))].flatMap(([point, figure]) =>
    figure.promised === figure.sheet && figure.sheet === figure.plan
      ? []
      : [`${point}: promised ${figure.promised}, sheet ${figure.sheet}, plan ${figure.plan}`],
  );
  return [...figures, ...wrongSums(sheet)];
}

const add = <T>(rows: readonly T[], amount: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + amount(row), 0);

/**
 * What does not add up within a sheet, in words: litres are those of all points, people those of all but animals, and
 * people have what is delivered less what is spilled. Only for points without a village tank.
 */
export function wrongSums({ floors, lossPercent, villages, total }: GapSheet): string[] {
  const points = villages.flatMap((village) => village.points);
  const wrong: string[] = [];
  const same = (what: string, one: number, other: number) => {
    if (one !== other) wrong.push(`${what}: ${one} is not ${other}`);
  };
  for (const [name, sum, of] of [
    ['total', total, points] as const,
    ...villages.map((village) => [village.name, village, village.points] as const),
  ]) {
    for (const amount of ['have', 'need', 'delivered', 'expected'] as const)
      same(
        `${name} ${amount}`,
        sum[amount],
        add(of, (point) => point[amount]),
      );
    const heads = (animals: boolean) =>
      add(
        of.filter(({ kind }) => (kind === 'livestock') === animals),
        ({ people }) => people,
      );
    same(`${name} people`, sum.people, heads(false));
    same(`${name} animals`, sum.animals, heads(true));
  }
  for (const point of points) {
    const { name, people, have, need, delivered, expected, perPerson } = point;
    const last = litresOf(point, floors).at(-1) ?? 0;
    same(`${name} need`, need, Math.max(0, Math.ceil(people * last - have)));
    same(`${name} expected`, expected, Math.floor((delivered * (100 - lossPercent)) / 100 + 1e-6));
    same(
      `${name} a head`,
      perPerson,
      people === 0 ? 0 : Math.floor(((have + expected) * 10) / people) / 10,
    );
  }
  return wrong;
}

/** What a head of the point should get, in the order of the tiers. */
export function litresOf({ kind }: Pick<PointGap, 'kind'>, floors: GapSheet['floors']): number[] {
  const own = kind === 'village' ? undefined : floors.kinds[kind]?.litres?.perHead;
  return own ?? floors.tiers.map(({ litresPerPerson }) => litresPerPerson);
}

/** Points of a sheet whose first floor missed is not the one that their litres miss, in words; a litre is let go. */
export function wrongFloors({ floors, villages }: GapSheet): string[] {
  return villages
    .flatMap(({ points }) => points)
    .flatMap((point) => {
      const at = litresOf(point, floors).findIndex(
        (litres) => point.have + point.expected + 1 < point.people * litres,
      );
      const missed = floors.tiers[at]?.name ?? null;
      const said = point.short?.tier ?? null;
      return missed === said || missed === null ? [] : [`${point.name}: ${said} is not ${missed}`];
    });
}
