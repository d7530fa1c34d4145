import type { Floors, PointKind } from './water.ts';

/** Patients, pupils and the old are people; animals are counted beside them, never among them. */
export const isOfPeople = (kind: PointKind): boolean => kind !== 'livestock';

const ownOf = (kind: PointKind, { kinds }: Pick<Floors, 'kinds'>) =>
  kind === 'village' ? undefined : kinds[kind];

/** The floors as they hold for a kind of point: the same tiers, with its own litres a head and their source. */
export function floorsFor(kind: PointKind, floors: Floors): Floors {
  const own = ownOf(kind, floors)?.litres;
  if (!own) return floors;
  const tiers = floors.tiers.map((tier, at) => ({
    ...tier,
    litresPerPerson: own.perHead[at] ?? tier.litresPerPerson,
    source: own.source,
  }));
  return { ...floors, tiers };
}

/** The last floor of a kind, litres a head. */
export const lastFloor = (kind: PointKind, floors: Floors): number =>
  floorsFor(kind, floors).tiers.at(-1)?.litresPerPerson ?? 0;

/** What the registered weight of a point of this kind is multiplied by. */
export const weightOfKind = (kind: PointKind, floors: Pick<Floors, 'kinds'>): number =>
  ownOf(kind, floors)?.weight?.times ?? 1;

/** Whether what somebody gets there can be held against the floors that hold for everybody. */
export const isGeneral = (kind: PointKind, floors: Pick<Floors, 'kinds'>): boolean =>
  isOfPeople(kind) && !ownOf(kind, floors)?.litres;

/**
 * Those whose litres a head say something together: who is held against the floors for everybody; where there are none,
 * the other people; where there are none either, the animals. Three litres a pupil beside twenty at home are no average
 * of anybody.
 */
export function averaged<T extends { kind: PointKind }>(
  points: readonly T[],
  floorsOf: (point: T) => Pick<Floors, 'kinds'>,
): readonly T[] {
  const general = points.filter((point) => isGeneral(point.kind, floorsOf(point)));
  if (general.length > 0) return general;
  const people = points.filter(({ kind }) => isOfPeople(kind));
  return people.length > 0 ? people : points;
}

/** What is counted where these are averaged: their kind, if all are of one. */
export function kindOf(points: readonly { kind: PointKind }[]): PointKind {
  const [first, ...others] = new Set(points.map(({ kind }) => kind));
  return first !== undefined && others.length === 0 ? first : 'village';
}
