import { tankDay } from '@liangbuwu/trucking/check/tank.ts';

/** A village tank through the service hours of a day. Times are seconds since 1970. */
export interface TankRun {
  from: number;
  to: number;
  /** At `from`. */
  level: number;
  /** What people draw from `from` to `to`, at a constant rate. */
  need: number;
  deliveries: readonly { finish: number; litres: number }[];
}

/** What somebody read off the tank, or registered as its level. */
export interface Reading {
  at: number;
  litres: number;
}

export type LevelBasis = 'registered' | 'measured' | 'carried';

export interface StartLevel {
  level: number;
  basis: LevelBasis;
  /** When it was measured, or the end of the day that it is carried over from; null where nobody knows. */
  at: number | null;
}

/** What a day leaves in the tank, whole litres, downwards; a reading within the day counts from its moment on. */
export function tankAfter(run: TankRun, reading?: Reading): number {
  const within = reading && reading.at >= run.from && reading.at <= run.to ? reading : undefined;
  const from = within?.at ?? run.from;
  const level = within?.litres ?? run.level;
  const need = (run.need * (run.to - from)) / (run.to - run.from);
  const deliveries = run.deliveries
    .filter(({ finish }) => !within || finish > from)
    .sort((a, b) => a.finish - b.finish);
  const came = deliveries.reduce((sum, { litres }) => sum + litres, 0);
  const lost =
    from < run.to ? tankDay({ date: '', from, to: run.to }, level, need, deliveries).lost : 0;
  return Math.max(0, Math.floor(level + came - (need - lost) + 1e-6));
}

/**
 * What stands in a village tank when the day begins. The newest word counts: a reading since the last day ended, else what
 * that day left, else what is registered.
 *
 * @param of.begins the second at which the day's service begins.
 * @param of.reading the newest reading of the tank by now.
 * @param of.before the day before, as published and as far as it was recorded; undefined where no plan was in force.
 * @param of.today what is in force for the day itself: a reading made since it began is counted back to its beginning.
 */
export function levelAtStart(of: {
  tank: { litres: number; level: number };
  begins: number;
  reading?: Reading | undefined;
  before?: TankRun | undefined;
  today?: Omit<TankRun, 'level'> | undefined;
}): StartLevel {
  const { tank, begins, reading, before, today } = of;
  const fit = (level: number) => Math.min(tank.litres, Math.max(0, Math.floor(level)));
  if (before && !(reading && reading.at > before.to))
    return { level: fit(tankAfter(before, reading)), basis: 'carried', at: before.to };
  if (!reading) return { level: fit(tank.level), basis: 'registered', at: null };
  const since = reading.at > begins && today ? countedBack(reading, today) : reading.litres;
  return { level: fit(since), basis: 'measured', at: reading.at };
}

function countedBack(
  { at, litres }: Reading,
  { from, to, need, deliveries }: Omit<TankRun, 'level'>,
) {
  const until = Math.min(at, to);
  const drawn = (need * (until - from)) / (to - from);
  const came = deliveries
    .filter(({ finish }) => finish <= at)
    .reduce((sum, delivery) => sum + delivery.litres, 0);
  return litres + drawn - came;
}
