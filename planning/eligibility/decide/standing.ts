import type { Compiled } from '../compile/compile-table.ts';
import type { Side } from '../compile/facts.ts';
import { regionOf } from '../search/axis.ts';
import type { Value } from '../sfeel/value.ts';

/** The region of an axis that is not known. */
export const UNKNOWN = -1;

/** A fact as it is compared: undefined is missing, null is nothing. */
export type Standing = Value | null | undefined;

/** Where on each axis the facts are; `standings` has one more for the clock. */
export function regionsOf(
  { axes, sources, facts }: Compiled,
  standings: readonly Standing[],
): number[] {
  return axes.map((axis, a) => {
    const { minuend, subtrahend, scale } = sources[a];
    const first = standings[numberOf(minuend, facts.length)];
    if (subtrahend === undefined) return first === undefined ? UNKNOWN : regionOf(axis, first);
    const second = standings[numberOf(subtrahend, facts.length)];
    if (first === null || second === null) return regionOf(axis, null);
    if (first === undefined || second === undefined) return UNKNOWN;
    return regionOf(axis, Number(first) * scale[0] - Number(second) * scale[1]);
  });
}

export function numberOf(side: Side, facts: number): number {
  return side === 'clock' ? facts : side;
}
