import type { Instance } from './instance.ts';
import { reduced, startsOf } from './links.ts';
import { type Choice, isBetter, measure } from './measure.ts';
import { isLess, Table, type Weight } from './table.ts';

/** Times around all activities, and swaps tried, at most: the caller waits for it. */
const MOST_ROUNDS = 30;
const MOST_SWAPS = 40_000;

/**
 * A first timetable: activities one after the other, each where it adds least overload, then least cost; then moved and
 * swapped as long as that helps. The best of several orders. It satisfies every link; it may be over capacities.
 */
export function first(instance: Instance): Choice {
  const { acts } = instance;
  const all = acts.map((_, a) => a);
  const size = (a: number): number => acts[a]?.people ?? 0;
  const room = (a: number): number => acts[a]?.options.length ?? 0;
  const cheapest = (a: number): number =>
    Math.min(...(acts[a]?.options.map(({ waiting, start }) => start + waiting / 1e9) ?? []));
  const orders = [
    all.toSorted((a, b) => room(a) - room(b) || size(b) - size(a)),
    all.toSorted((a, b) => size(b) - size(a)),
    all.toSorted((a, b) => cheapest(a) - cheapest(b) || size(b) - size(a)),
  ];
  const before = all.toSorted((a, b) => asBefore(instance, a) - asBefore(instance, b));
  if (acts.some(({ previous }) => previous !== undefined)) orders.push(before);
  const choices = orders.map((order) => repaired(instance, placed(instance, order)));
  return choices.reduce((best, next) =>
    isBetter(measure(instance, next), measure(instance, best)) ? next : best,
  );
}

/** Those first that were somewhere before. */
function asBefore({ acts }: Instance, a: number): number {
  return (acts[a]?.previous ?? -1) >= 0 ? 0 : 1;
}

function placed(instance: Instance, order: readonly number[]): Table {
  const table = new Table(instance);
  let domains: (readonly number[])[] = instance.acts.map(startsOf);
  for (const a of order) {
    const options = instance.acts[a]?.options ?? [];
    const weighed = options
      .flatMap((option, o) =>
        domains[a]?.includes(option.start) ? [{ o, weight: table.weigh(a, o) }] : [],
      )
      .sort((x, y) => compare(x.weight, y.weight));
    for (const { o } of weighed) {
      // One of them goes on: what is reduced has a timetable for its least starts at the least.
      const next = reduced(domains.with(a, [options[o]?.start ?? 0]), instance.links);
      if (!next) continue;
      domains = next;
      table.put(a, o);
      break;
    }
  }
  return table;
}

function compare(a: Weight, b: Weight): number {
  return a.overload - b.overload || a.cost - b.cost;
}

/** Moves one activity, or swaps two of a phase, while that makes it better. */
export function repaired(instance: Instance, table: Table): Choice {
  const { acts } = instance;
  let left = MOST_SWAPS;
  for (let round = 0; round < MOST_ROUNDS && left > 0; round += 1) {
    let better = false;
    for (let a = 0; a < acts.length; a += 1) {
      if (moved(instance, table, a)) better = true;
      for (let b = a + 1; b < acts.length; b += 1) {
        if (left <= 0 || acts[a]?.phase !== acts[b]?.phase) continue;
        left -= 1;
        if (swapped(instance, table, a, b)) better = true;
      }
    }
    if (!better) break;
  }
  return table.choice;
}

function moved({ acts }: Instance, table: Table, a: number): boolean {
  const from = table.at[a] ?? -1;
  const gained = table.take(a);
  let best = from;
  let least: Weight = { overload: -gained.overload, cost: -gained.cost };
  acts[a]?.options.forEach((_, o) => {
    if (o === from || !table.fits(a, o)) return;
    const weight = table.weigh(a, o);
    if (!isLess(weight, least)) return;
    least = weight;
    best = o;
  });
  table.put(a, best);
  return best !== from;
}

/** Each to the other's start, by whichever of its ways is best. */
function swapped({ acts }: Instance, table: Table, a: number, b: number): boolean {
  const [from, to] = [table.at[a] ?? -1, table.at[b] ?? -1];
  const startOfA = acts[a]?.options[from]?.start;
  const startOfB = acts[b]?.options[to]?.start;
  if (startOfA === startOfB) return false;
  const outA = table.take(a);
  const outB = table.take(b);
  const before = { overload: -outA.overload - outB.overload, cost: -outA.cost - outB.cost };
  const inA = bestAt(acts, table, a, startOfB);
  const weightA = inA < 0 ? undefined : table.put(a, inA);
  const inB = inA < 0 ? -1 : bestAt(acts, table, b, startOfA);
  const weightB = inB < 0 ? undefined : table.put(b, inB);
  if (weightA && weightB) {
    const after = {
      overload: weightA.overload + weightB.overload,
      cost: weightA.cost + weightB.cost,
    };
    if (isLess(after, before)) return true;
  }
  table.take(b);
  table.take(a);
  table.put(a, from);
  table.put(b, to);
  return false;
}

function bestAt(
  acts: Instance['acts'],
  table: Table,
  a: number,
  start: number | undefined,
): number {
  let best = -1;
  let least: Weight | undefined;
  acts[a]?.options.forEach((option, o) => {
    if (option.start !== start || !table.fits(a, o)) return;
    const weight = table.weigh(a, o);
    if (least && !isLess(weight, least)) return;
    least = weight;
    best = o;
  });
  return best;
}
