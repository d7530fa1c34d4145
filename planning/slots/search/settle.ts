import type { Highs } from 'highs';
import { counted, dealt } from './deal.ts';
import { groupsOf } from './groups.ts';
import type { Instance } from './instance.ts';
import { isBetter, measure } from './measure.ts';
import { type Aim, modelOf } from './model.ts';
import { run } from './run.ts';
import { isProven, type Standing, withChoice } from './standing.ts';

export interface Settling {
  highs: Highs;
  instance: Instance;
  /** Seconds left for this. */
  left: () => number;
  /** Told each time that something better is found or known. */
  onStanding: (standing: Standing) => void;
}

/** Objectives are whole: a bound that misses a whole number by less has only been rounded. */
const ROUNDING = 0.01;

/**
 * The best timetable of a part: least overload, then least cost. Two programs, the second bound by what the first one found; one
 * whose time is over leaves the second unsolved.
 * @param first a timetable to begin with, with bounds
 * @returns the last standing told
 */
export function settle(settling: Settling, first: Standing): Standing {
  let best = first;
  if (best.overload > best.overloadBound) best = leastOverload(settling, best);
  if (best.overload === best.overloadBound && !isProven(best)) best = leastCost(settling, best);
  return best;
}

export function leastOverload(settling: Settling, first: Standing): Standing {
  return solved(settling, first, { kind: 'overload' }, (standing, bound) => ({
    ...standing,
    overloadBound: Math.min(standing.overload, Math.max(standing.overloadBound, bound)),
  }));
}

function leastCost(settling: Settling, first: Standing): Standing {
  const aim: Aim = { kind: 'cost', overload: first.overload };
  return solved(settling, first, aim, (standing, bound) => ({
    ...standing,
    bound: Math.min(standing.total, Math.max(standing.bound, bound)),
  }));
}

function solved(
  { highs, instance, left, onStanding }: Settling,
  first: Standing,
  aim: Aim,
  bounded: (standing: Standing, bound: number) => Standing,
): Standing {
  let best = first;
  const groups = groupsOf(instance);
  const model = modelOf(instance, groups, aim);
  const look = (values: ArrayLike<number>): void => {
    const counts = model.countsOf(values);
    if (!counts) return;
    // What it says of itself is not believed: it is worked out anew.
    const choice = dealt(instance, groups, counts);
    const is = measure(instance, choice);
    if (!isBetter(is, best)) return;
    best = withChoice(best, choice, is);
    onStanding(best);
  };
  const cap = (lowest: number): void => {
    if (!Number.isFinite(lowest)) return;
    const bound = model.base + model.step * Math.ceil(lowest - ROUNDING);
    const next = bounded(best, bound);
    if (next.bound === best.bound && next.overloadBound === best.overloadBound) return;
    best = next;
    onStanding(best);
  };
  const found = run(highs, model, {
    seconds: left(),
    start: model.valuesOf(counted(instance, groups, best.choice)),
    onBetter: look,
    onBound: cap,
  });
  if (found.values) look(found.values);
  cap(found.bound);
  return best;
}
