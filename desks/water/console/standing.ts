import type { GapSheet, PointGap, VillageGap } from '../gap.ts';
import { floorsFor, isGeneral, isOfPeople } from '../kinds.ts';
import type { Floors, Tier } from '../water.ts';

/** The first floor that is missed, or that none is. Worst first. */
export const standings = ['survival', 'basic', 'full', 'enough'] as const;
export type Standing = (typeof standings)[number];

export const rankOf = (standing: Standing): number => standings.indexOf(standing);

export type PointStanding = PointGap & { standing: Standing };
export type VillageStanding = Omit<VillageGap, 'points'> & {
  standing: Standing;
  points: PointStanding[];
};

/** How many people fall below a floor, whoever falls below a lower one included. */
export type BelowFloor = {
  tier: Tier;
  villages: VillageStanding[];
  people: number;
  /** Whether it is the floor for everybody that they fall below, and so its litres. */
  general: boolean;
};

export type SheetStanding = {
  floors: Floors;
  lossPercent: number;
  villages: VillageStanding[];
  total: GapSheet['total'];
  below: BelowFloor[];
  /** Animals that miss some floor of theirs. */
  animalsShort: number;
  /** Of those that miss the worst floor that anybody misses, the one that is shortest of it. */
  shortest: { village: VillageStanding; point: PointStanding } | undefined;
};

/**
 * What the plan says a point misses; where no plan speaks of it, the figures do. A litre is let go: what people can
 * take is rounded down, what they need is rounded up.
 */
export function standingOf(point: PointGap, floors: Floors): Standing {
  if (point.short)
    return floors.tiers.find(({ name }) => name === point.short?.tier)?.name ?? 'full';
  if (point.people === 0 || point.expected + 1 >= point.need) return 'enough';
  return standingAt(point.perPerson, floorsFor(point.kind, floors));
}

/** Where so many litres a head stand against floors. */
export function standingAt(perPerson: number, floors: Floors): Standing {
  return floors.tiers.find(({ litresPerPerson }) => perPerson < litresPerPerson)?.name ?? 'enough';
}

/** The gap sheet with everybody's standing, worst first. A village stands where its people do. */
export function readSheet(sheet: GapSheet): SheetStanding {
  const { floors, lossPercent, total } = sheet;
  const villages = sheet.villages.map((village): VillageStanding => {
    const points = village.points
      .map((point) => ({ ...point, standing: standingOf(point, floors) }))
      .sort(worstFirst);
    const worst = points.find(({ kind }) => isOfPeople(kind)) ?? points[0];
    return { ...village, points, standing: worst?.standing ?? 'enough' };
  });
  villages.sort(worstFirst);
  const below = floors.tiers.map((tier) => {
    const under = ({ kind, standing }: PointStanding) =>
      isOfPeople(kind) && rankOf(standing) <= rankOf(tier.name);
    const points = villages.flatMap((village) => village.points.filter(under));
    return {
      tier,
      villages: villages.filter((village) => village.points.some(under)),
      people: points.reduce((sum, { people }) => sum + people, 0),
      general: points.every(({ kind }) => isGeneral(kind, floors)),
    };
  });
  const animalsShort = villages
    .flatMap(({ points }) => points)
    .filter(({ kind, standing }) => !isOfPeople(kind) && standing !== 'enough')
    .reduce((sum, { people }) => sum + people, 0);
  const shortest = findShortest(villages);
  return { floors, lossPercent, villages, total, below, animalsShort, shortest };
}

const worstFirst = (
  a: { standing: Standing; perPerson: number },
  b: { standing: Standing; perPerson: number },
): number => rankOf(a.standing) - rankOf(b.standing) || a.perPerson - b.perPerson;

function findShortest(villages: readonly VillageStanding[]): SheetStanding['shortest'] {
  const worst = villages[0]?.standing;
  if (worst === undefined || worst === 'enough') return undefined;
  return villages
    .flatMap((village) => village.points.map((point) => ({ village, point })))
    .filter(({ point }) => isOfPeople(point.kind) && point.standing === worst && point.short)
    .sort((a, b) => (b.point.short?.litres ?? 0) - (a.point.short?.litres ?? 0))[0];
}
