import type { SchoolDay } from '../../times/day.ts';
import { type Part, readPart } from '../../times/plan-times.ts';
import type { Load, Placed } from '../../times/timetable.ts';

/** Arrival, a meal or going home, with the times at which somebody starts. */
export interface PhaseColumns {
  id: string;
  step: number;
  times: number[];
}

export interface Chip extends Part {
  activity: string;
  start: number;
  way: string;
}

const phasesIn = ({ arrival, meals, dismissal }: SchoolDay) => [
  { id: 'arrival', step: arrival.step },
  ...meals.map(({ id, starts }) => ({ id, step: starts.step })),
  { id: 'dismissal', step: dismissal.step },
];

/** From the first start that is used to the last one, and those of buses between them. */
export function columnsOf(day: SchoolDay, placements: readonly Placed[]): PhaseColumns[] {
  return phasesIn(day).flatMap(({ id, step }) => {
    const used = placements
      .filter(({ activity }) => readPart(activity).phase === id)
      .map(({ start }) => start);
    return used.length === 0 ? [] : { id, step, times: between(used, step) };
  });
}

function between(used: readonly number[], step: number): number[] {
  const times = new Set(used);
  const last = Math.max(...used);
  for (let at = Math.min(...used); at < last; at += step) times.add(at);
  return [...times].sort((a, b) => a - b);
}

export const chipsOf = (placements: readonly Placed[]): Chip[] =>
  placements.map((one) => ({ ...one, ...readPart(one.activity) }));

/** The stretches of a phase in which its places are used. */
export function loadColumnsOf(
  phases: readonly PhaseColumns[],
  loads: readonly Load[],
): PhaseColumns[] {
  return phases.map(({ id, step, times }, i) => {
    const first = times[0] ?? 0;
    const next = phases[i + 1]?.times[0] ?? Number.POSITIVE_INFINITY;
    const last = Math.max(
      first,
      ...loads.filter(({ from }) => from >= first && from < next).map(({ to }) => to),
    );
    const columns: number[] = [];
    for (let at = first; at < last; at += step) columns.push(at);
    return { id, step, times: columns };
  });
}

/** The most at once in a stretch; undefined: nobody. */
export function fullest(
  loads: readonly Load[],
  resource: string,
  from: number,
  to: number,
): Load | undefined {
  return loads
    .filter((load) => load.resource === resource && load.from < to && load.to > from)
    .reduce<Load | undefined>(
      (most, load) => (most && most.amount >= load.amount ? most : load),
      undefined,
    );
}
