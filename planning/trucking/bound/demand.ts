import type { Day } from './day.ts';
import type { Take } from './take.ts';

/** What points want in one tier: hardship as a convex function of the litres that new deliveries bring. */
export interface Demand {
  weight: Float64Array;
  need: Float64Array;
  /** Litres without a new delivery. */
  least: Float64Array;
  /** Litres that more could help; 0: nothing can. */
  useful: Float64Array;
  /** Litres of use that one delivery can bring. */
  visit: Float64Array;
  /** Hardship that no delivery can help. */
  floor: number;
}

/** Less than this is rounding, not water. */
const HAIR = 1e-6;

export function demandOf(day: Day, takes: readonly Take[], k: number): Demand {
  const { N, K, weight } = day;
  const need = Float64Array.from({ length: N }, (_, p) => day.need[p * K + k] as number);
  const least = Float64Array.from(takes, (take) => take.least);
  const useful = Float64Array.from(takes, ({ most }, p) => {
    const more = Math.min(most, need[p] as number) - (least[p] as number);
    return more > HAIR && (weight[p] as number) > 0 ? more : 0;
  });
  const visit = Float64Array.from(takes, (take, p) => Math.min(take.visit, useful[p] as number));
  const demand = { weight, need, least, useful, visit, floor: 0 };
  for (let p = 0; p < N; p += 1) {
    demand.floor += hardship(demand, p, useful[p] as number);
  }
  return demand;
}

/** Hardship of a point to which `litres` of use are brought. */
export function hardship(demand: Demand, p: number, litres: number): number {
  const need = demand.need[p] as number;
  const lack = need - (demand.least[p] as number) - litres;
  if (lack <= HAIR) return 0;
  const short = lack / need;
  return (demand.weight[p] as number) * short * short;
}

/** Litres of use that a point takes at `price` hardship a litre: the least of hardship + price x litres. */
export function litresAt(demand: Demand, p: number, price: number): number {
  const useful = demand.useful[p] as number;
  if (useful <= 0) return 0;
  const need = demand.need[p] as number;
  const wanted =
    need - (demand.least[p] as number) - (price * need * need) / (2 * (demand.weight[p] as number));
  return Math.min(useful, Math.max(0, wanted));
}

/** The price from which on a point takes nothing. */
export function dearest(demand: Demand, p: number): number {
  const need = demand.need[p] as number;
  return (2 * (demand.weight[p] as number) * (need - (demand.least[p] as number))) / (need * need);
}
