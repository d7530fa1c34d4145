import type { Interval } from '../water-day.ts';
import { type Day, shortest } from './day.ts';
import type { Reach } from './reach.ts';

/** What people of one point can get, in litres. */
export interface Take {
  /** Without any new delivery. */
  least: number;
  /** Were every tanker theirs alone. */
  most: number;
  /** That one delivery can bring. */
  visit: number;
}

/** A tank may stand one litre over its size after a delivery, and a hair for rounding. */
const OVER = 1 + 1e-6;

export function takeOf(day: Day, reach: Reach, p: number): Take {
  const { problem, K, S } = day;
  const point = problem.points[p];
  const need = day.need[p * K + K - 1] ?? 0;
  const kept = day.kept[p] ?? [];
  const first = reach.first[p] as number;
  const reached = first < Number.POSITIVE_INFINITY;
  if (!point?.storage) {
    const least = kept.reduce(
      (sum, { time, litres }) => sum + (time <= problem.day.to ? litres : 0),
      0,
    );
    const room = reached ? (day.room[p] as number) : 0;
    return { least, most: least + room, visit: room };
  }
  const { litres, level } = point.storage;
  const service = shortest(day, S + p);
  const times = reached
    ? (day.open[S + p] as Interval[]).map(
        ([from, to]): Interval => [
          Math.max(first, from + service),
          Math.min(to, reach.last[p] as number),
        ],
      )
    : [];
  const supply = times.filter(([from, to]) => from <= to);
  const most = drawn(problem.day, need, level, litres + OVER, kept, supply);
  return { least: drawn(problem.day, need, level, 0, kept, []), most, visit: litres + OVER };
}

/** Litres drawn in the day from a tank that is kept full whenever `supply` allows. */
function drawn(
  { from, to }: { from: number; to: number },
  need: number,
  level: number,
  full: number,
  kept: readonly { time: number; litres: number }[],
  supply: readonly Interval[],
): number {
  if (to <= from) return need;
  const moment = (time: number): number => Math.min(Math.max(time, from), to);
  const rate = need / (to - from);
  const times = [from, to, ...supply.flat(), ...kept.map(({ time }) => time)].map(moment);
  times.sort((a, b) => a - b);
  let holds = level;
  let lost = 0;
  let next = 0;
  times.forEach((time, i) => {
    for (; next < kept.length; next += 1) {
      const inflow = kept[next];
      if (!inflow || moment(inflow.time) > time) break;
      holds += inflow.litres;
    }
    const until = times[i + 1] ?? to;
    const fed = supply.some(([a, b]) => moment(a) <= time && time <= moment(b));
    if (fed) holds = Math.max(holds, full);
    if (supply.some(([a, b]) => moment(a) <= time && until <= moment(b) && time < until)) return;
    const wanted = rate * (until - time);
    lost += Math.max(0, wanted - holds);
    holds = Math.max(0, holds - wanted);
  });
  return need - lost;
}
