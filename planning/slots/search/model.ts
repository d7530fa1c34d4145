import type { ModelData } from 'highs';
import type { Counts } from './deal.ts';
import type { Group } from './groups.ts';
import { type Act, divisor, type Instance, sum } from './instance.ts';
import { limitRows } from './limit-rows.ts';
import { linkRows } from './link-rows.ts';
import { type Entry, Program } from './program.ts';
import { spreadOf } from './spread.ts';

/** What a model looks for: least overload; or, with no more than so much overload, least cost. */
export type Aim = { kind: 'overload' } | { kind: 'cost'; overload: number };

export interface Model {
  data: ModelData;
  /** Objectives are whole multiples of `step` and `base` together: cost = base + step × objective. */
  step: number;
  base: number;
  /** Of a solution's values. `undefined`: they are not counts. */
  countsOf: (values: ArrayLike<number>) => Counts | undefined;
  /** All values, from counts. */
  valuesOf: (counts: Counts) => number[];
}

/** A slot of a group, and its columns: one for each option, saying how many have it. */
export interface Slot {
  act: Act;
  /** How many there are. */
  count: number;
  first: number;
}

/** The mixed-integer program, see README. */
export function modelOf(instance: Instance, groups: readonly Group[], aim: Aim): Model {
  const program = new Program();
  const priced = aim.kind === 'cost';
  let base = 0;
  const slots = groups.map((group) =>
    (group.members[0] ?? []).map((a): Slot => {
      const act = instance.acts[a] as Act;
      const count = group.members.length;
      const direct = act.options.map(({ waiting }) => (priced ? waiting : 0));
      const first = program.columns;
      const slot = { act, count, first };
      direct.forEach((cost) => program.column(cost, count, true));
      program.exactly(
        direct.map((_, o): Entry => [first + o, 1]),
        count,
      );
      return slot;
    }),
  );
  const all = slots.flat();
  if (priced) groups.forEach((group, g) => (base += keepRows(program, instance, group, slots[g])));
  totals(program, all);
  groups.forEach(({ links }, g) => linkRows(program, links, slots[g] ?? [], priced));
  const spreads = priced
    ? instance.spreads.map((price, p) => spreadOf(program, all, p, price))
    : [];
  base += sum(spreads.map((spread) => spread?.base ?? 0));
  limitRows(program, instance, all, aim, spreads);
  const step = program.cost.reduce((a, b) => divisor(a, Math.abs(b)), 0) || 1;
  return {
    data: program.data(step),
    step,
    base,
    countsOf: (values) => {
      const counts = slots.map((own) =>
        own.map(({ act, first }) => act.options.map((_, o) => Math.round(values[first + o] ?? 0))),
      );
      const good = counts.every((own, g) =>
        own.every((of, s) => sum(of) === slots[g]?.[s]?.count && of.every((one) => one >= 0)),
      );
      return good ? counts : undefined;
    },
    valuesOf: (counts) => {
      const given = new Map<number, number>();
      slots.forEach((own, g) => {
        own.forEach(({ first }, s) => {
          counts[g]?.[s]?.forEach((count, o) => given.set(first + o, count));
        });
      });
      return program.filled(given);
    },
  };
}

/**
 * What changes cost. Of activities that stand alone, as many keep an option as had it before and have it now: k ≤ y and k ≤ q. Chains
 * in one group all had the same before.
 * @returns what it costs when all change
 */
function keepRows(
  program: Program,
  { acts, change }: Instance,
  { members }: Group,
  slots: readonly Slot[] = [],
): number {
  if (change === 0) return 0;
  let base = 0;
  slots.forEach(({ act, first, count }, s) => {
    const before = members.map((member) => acts[member[s] ?? 0]?.previous);
    const price = change * act.people;
    const had = before.filter((one) => one !== undefined).length;
    base += price * had;
    act.options.forEach((_, o) => {
      const own = before.filter((one) => one === o).length;
      const column = first + o;
      if (own === count) program.cost[column] = (program.cost[column] ?? 0) - price;
      else if (own > 0) {
        const kept = program.column(-price, own, false, (v) => Math.min(own, v[column] ?? 0));
        program.atMost(
          [
            [kept, 1],
            [column, -1],
          ],
          0,
        );
      }
    });
  });
  return base;
}

/**
 * How many start at each time, of all that a phase has. Implied, but whole, and HiGHS branches on them: 9 or 10 classes at
 * noon halves the tree, which class of them does not.
 */
function totals(program: Program, slots: readonly Slot[]): void {
  const together = new Map<string, { entries: Entry[]; most: number }>();
  for (const { act, first, count } of slots) {
    const starts = new Set<number>();
    act.options.forEach(({ start }, o) => {
      const key = `${act.phase} ${start}`;
      const total = together.get(key) ?? { entries: [], most: 0 };
      total.entries.push([first + o, 1]);
      if (!starts.has(start)) total.most += count;
      starts.add(start);
      together.set(key, total);
    });
  }
  for (const { entries, most } of together.values()) {
    if (entries.length < 2) continue;
    const fill = (v: readonly number[]): number => sum(entries.map(([at]) => v[at] ?? 0));
    program.exactly([[program.column(0, most, true, fill), -1], ...entries], 0);
  }
}
