import type { Score } from '../water-day.ts';

/** How far one tier of a plan is from the bound. */
export interface Gap {
  /** Of the tier. */
  name: string;
  /** No plan declares less; two decimals. */
  bound: number;
  /** Part of the plan's hardship that is above the bound, percent, two decimals; 0: no plan is better in this tier. */
  gap: number;
}

/**
 * A plan beside its bound.
 *
 * Hardships are declared with two decimals; rounded in the same way, a bound stays one.
 *
 * @param score the plan's.
 * @param bounds one for each tier, see `hardshipBound`.
 * @throws RangeError when there are not as many bounds as tiers.
 */
export function gapsOf(score: Score, bounds: readonly number[]): Gap[] {
  if (bounds.length !== score.tiers.length) {
    throw new RangeError(`${bounds.length} bounds for ${score.tiers.length} tiers`);
  }
  return score.tiers.map(({ name, hardship }, k) => {
    const bound = twoDecimals(bounds[k] as number);
    return { name, bound, gap: hardship > bound ? twoDecimals(100 * (1 - bound / hardship)) : 0 };
  });
}

function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}
