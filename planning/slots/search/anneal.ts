import { randomFrom } from '../generate/random.ts';
import { repaired } from './first.ts';
import type { Instance } from './instance.ts';
import { type Choice, isBetter, measure } from './measure.ts';
import { Table } from './table.ts';

/** Steps for each pair of activities; and at most. */
const STEPS = 140;
const MOST_STEPS = 500_000;
const BLOCK = 1000;

/**
 * Looks for a better timetable by simulated annealing (Kirkpatrick, Gelatt & Vecchi 1983): moves one activity, or swaps the starts of
 * two, while what is over the capacities has a price that rises as long as too much is. No clock and no chance: the same timetable always.
 */
export function anneal(instance: Instance, from: Choice): Choice {
  const { acts } = instance;
  const below = randomFrom(1);
  const chance = (): number => (below(1_000_000) + 0.5) / 1_000_000;
  const table = new Table(instance);
  let overload = 0;
  let cost = 0;
  const add = (weight: { overload: number; cost: number }): void => {
    overload += weight.overload;
    cost += weight.cost;
  };
  from.forEach((o, a) => add(table.put(a, o)));
  let best = { choice: table.choice, overload, total: cost };
  const size = Math.max(...acts.map(({ people }) => people));
  const steps = Math.min(MOST_STEPS, STEPS * acts.length ** 2);
  let price = 4;
  let within = 0;
  for (let step = 0; step < steps; step += 1) {
    const heat = 4 * size * (1 - step / steps) ** 2 + 0.01;
    const before = [overload, cost] as const;
    const a = below(acts.length);
    const b = below(2) === 0 ? a : below(acts.length);
    const [wasA, wasB] = [table.at[a] ?? 0, table.at[b] ?? 0];
    const goA =
      a === b ? below(acts[a]?.options.length ?? 1) : asOther(instance, a, b, wasB, below);
    const goB = a === b ? goA : asOther(instance, b, a, wasA, below);
    if (goA < 0 || goB < 0 || (goA === wasA && goB === wasB)) continue;
    add(table.take(a));
    if (a !== b) add(table.take(b));
    let fits = table.fits(a, goA);
    if (fits) {
      add(table.put(a, goA));
      fits = a === b || table.fits(b, goB);
      if (fits && a !== b) add(table.put(b, goB));
    }
    const worse = cost - before[1] + price * (overload - before[0]);
    if (!fits || (worse > 0 && chance() > Math.exp(-worse / heat))) {
      table.take(a);
      table.take(b);
      table.put(a, wasA);
      if (a !== b) table.put(b, wasB);
      [overload, cost] = before;
    } else if (isBetter({ overload, total: cost }, best)) {
      best = { choice: table.choice, overload, total: cost };
    }
    if (overload <= best.overload) within += 1;
    if (step % BLOCK === BLOCK - 1) {
      if (within < 0.2 * BLOCK) price *= 1.3;
      if (within > 0.5 * BLOCK) price /= 1.3;
      within = 0;
    }
  }
  const last = new Table(instance);
  best.choice.forEach((o, a) => last.put(a, o));
  const better = repaired(instance, last);
  return isBetter(measure(instance, better), measure(instance, from)) ? better : from;
}

/** An option of one activity at the start that another has. */
function asOther(
  { acts }: Instance,
  a: number,
  b: number,
  of: number,
  below: (count: number) => number,
): number {
  const start = acts[b]?.options[of]?.start;
  const options = acts[a]?.options ?? [];
  const first = options.findIndex((option) => option.start === start);
  if (first < 0) return -1;
  let count = 1;
  while (options[first + count]?.start === start) count += 1;
  return first + below(count);
}
