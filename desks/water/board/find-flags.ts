import type { Flag, Known } from './flags.ts';
import { oddStandings } from './flags-at-one-place.ts';
import { oddLoads } from './flags-of-a-load.ts';
import { oddWays } from './flags-on-the-way.ts';

/** Everything about a day's figures that should be looked at, in the order in which it happened. */
export function findFlags(known: Known): Flag[] {
  const order = new Map(known.entries.map((entry, at) => [entry.id, at]));
  const lastOf = ({ entries }: Flag) => Math.max(0, ...entries.map((one) => order.get(one) ?? 0));
  return [...oddLoads(known), ...oddWays(known), ...oddStandings(known)].sort(
    (a, b) => lastOf(a) - lastOf(b),
  );
}
