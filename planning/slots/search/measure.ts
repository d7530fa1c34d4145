import type { Costs } from '../problem.ts';
import { type Instance, sum } from './instance.ts';

/** For each activity the index of its option. */
export type Choice = readonly number[];

export interface Measured extends Costs {
  overload: number;
}

/** What a choice costs, and how much it is over: each worked out from nothing but the choice. */
export function measure(instance: Instance, choice: Choice): Measured {
  const { acts, links, cells, spreads } = instance;
  const chosen = acts.map(({ options }, a) => options[choice[a] ?? 0]);
  const startOf = (a: number): number => chosen[a]?.start ?? 0;
  const loads = cells.map(() => 0);
  const kinds = cells.map(() => new Set<number>());
  chosen.forEach((option, a) => {
    option?.cells.forEach((c, i) => {
      loads[c] = (loads[c] ?? 0) + (option.amounts[i] ?? 0);
      kinds[c]?.add(acts[a]?.kind ?? 0);
    });
  });
  const overload = cells.map(({ from, to, capacity, oneKind }, c) => {
    const mixed = oneKind ? Math.max(0, (kinds[c]?.size ?? 0) - 1) : 0;
    return (to - from) * (Math.max(0, (loads[c] ?? 0) - capacity) + mixed);
  });
  const waiting = sum(chosen.map((option) => option?.waiting ?? 0));
  const changes = sum(chosen.map((option) => option?.changing ?? 0));
  const apart = sum(links.map(({ a, b, price }) => price * Math.abs(startOf(b) - startOf(a))));
  const spread = sum(
    spreads.map((price, phase) => {
      const starts = acts.flatMap((act, a) => (act.phase === phase ? [startOf(a)] : []));
      return starts.length === 0 ? 0 : price * (Math.max(...starts) - Math.min(...starts));
    }),
  );
  const total = waiting + apart + spread + changes;
  return { waiting, apart, spread, changes, total, overload: sum(overload) };
}

/** Less overload, or as much and less cost. */
export function isBetter(
  one: Pick<Measured, 'overload' | 'total'>,
  other: Pick<Measured, 'overload' | 'total'>,
): boolean {
  return one.overload !== other.overload ? one.overload < other.overload : one.total < other.total;
}
