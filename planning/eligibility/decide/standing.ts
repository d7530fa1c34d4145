import type { Compiled } from '../compile/compile-table.ts';
import type { Side } from '../compile/facts.ts';
import { regionOf } from '../search/axis.ts';
import type { Value } from '../sfeel/value.ts';

/** The region of an axis that is not known. */
export const UNKNOWN = -1;

/** A fact as it is compared: undefined is missing, null is nothing. */
export type Standing = Value | null | undefined;

/** Where on each axis the facts are; `standings` has one more for the clock. */
export function regionsOf(compiled: Compiled, standings: readonly Standing[]): number[] {
  const { axes } = compiled;
  return axes.map((_, a) => regionIn(compiled, a, standings));
}

/** The same where one fact became another: only its axes move. */
export function regionsWith(
  compiled: Compiled,
  regions: readonly number[],
  standings: readonly Standing[],
  fact: number,
): number[] {
  const moved = [...regions];
  for (const axis of compiled.facts[fact].axes) moved[axis] = regionIn(compiled, axis, standings);
  return moved;
}

export function regionIn(
  { axes, sources, facts }: Compiled,
  a: number,
  standings: readonly Standing[],
): number {
  const axis = axes[a];
  const { minuend, subtrahend, scale } = sources[a];
  const first = standings[numberOf(minuend, facts.length)];
  if (subtrahend === undefined) return first === undefined ? UNKNOWN : regionOf(axis, first);
  const second = standings[numberOf(subtrahend, facts.length)];
  if (first === null || second === null) return regionOf(axis, null);
  if (first === undefined || second === undefined) return UNKNOWN;
  return regionOf(axis, Number(first) * scale[0] - Number(second) * scale[1]);
}

export function numberOf(side: Side, facts: number): number {
  return side === 'clock' ? facts : side;
}
