import { levelAtStart, type Reading, type TankRun } from './carry-over.ts';
import type { PointStart } from './day-start.ts';
import { owedAfter, weightAfter } from './fairness.ts';
import type { Recorded } from './history.ts';
import { lastFloor } from './kinds.ts';
import { toBring } from './losses.ts';
import type { Floors, Point } from './water.ts';

/** Seconds since 1970 of a day's second. */
export type EpochOf = (day: string, second: number) => number;

/**
 * What the days before leave a point with.
 *
 * @param of.begins the second of the day at which service begins.
 * @param of.past the days before, oldest first, the last is yesterday; undefined where no plan was in force.
 * @param of.floors in force today: what a head goes short counts by its share of its kind's last floor.
 * @param of.today what is in force for the day itself.
 * @param of.fair whether what it went short weighs.
 */
export function pointStart(of: {
  point: Pick<Point, 'kind' | 'tank'>;
  floors: Floors;
  day: string;
  begins: number;
  past: readonly (Recorded | undefined)[];
  today: Recorded | undefined;
  reading: Reading | undefined;
  fair: boolean;
  epochOf: EpochOf;
}): PointStart {
  const { point, floors, day, past, today, reading, fair, epochOf } = of;
  const { yesterday, owed, factor } = owedAfter(
    past.map((one) => one?.short ?? null),
    shareOf(point.kind, floors),
  );
  const tank =
    point.tank &&
    levelAtStart({
      tank: point.tank,
      begins: epochOf(day, of.begins),
      reading,
      before: tankRun(past.at(-1), epochOf),
      today: today && runOf(today, epochOf),
    });
  return {
    yesterday,
    owed,
    factor: fair ? factor : 1,
    weighed: fair,
    tank: tank && {
      ...tank,
      at: tank.at === null ? null : new Date(tank.at * 1000).toISOString(),
    },
  };
}

/** A litre short of three counts as much as seven short of twenty. */
function shareOf(kind: Point['kind'], floors: Floors): number {
  const own = lastFloor(kind, floors);
  return own === 0 ? 1 : lastFloor('village', floors) / own;
}

const tankRun = (one: Recorded | undefined, epochOf: EpochOf): TankRun | undefined =>
  one?.tank ? { ...runOf(one, epochOf), level: one.tank.level } : undefined;

const runOf = ({ day, from, to, need, lossPercent, arrivals }: Recorded, epochOf: EpochOf) => ({
  from: epochOf(day, from),
  to: epochOf(day, to),
  // What is spilled leaves the tank too.
  need: toBring(need, lossPercent),
  deliveries: arrivals.map(({ finish, litres }) => ({ finish: epochOf(day, finish), litres })),
});

/** The points as the day's plan takes them: their weights, and what stands in their tanks. */
export function withStarts(
  points: readonly Point[],
  starts: ReadonlyMap<string, PointStart>,
): Point[] {
  return points.map((point) => {
    const start = starts.get(point.id);
    if (!start) return point;
    return {
      ...point,
      weight: weightAfter(point.weight, start.factor),
      tank: point.tank && start.tank ? { ...point.tank, level: start.tank.level } : point.tank,
    };
  });
}
