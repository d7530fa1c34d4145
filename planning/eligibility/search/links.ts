import type { Range } from '../sfeel/read-cell.ts';
import type { Links } from './diagram.ts';

/** An axis that is not known: the facts which it lacks, and what it may be. */
export interface OpenAxis {
  /** Missing facts, by number; `undefined`: that side is known, or there is none. */
  minuend: number | undefined;
  subtrahend: number | undefined;
  /** What the known side adds to the difference of the missing ones. */
  offset: number;
  /** What of a unit of the axis one of its facts is: dates count in days, their differences in milliseconds. */
  scale: number;
  /** Undefined: null. */
  ranges: readonly (Range | undefined)[];
}

/** What of an axis says whether it hangs together with others. */
type Ends = Pick<OpenAxis, 'minuend' | 'subtrahend'> & {
  /** It may be null: then so is one of its facts, in all of its axes. */
  isNullable: boolean;
};

/** `a − b ≤ most`, or `<` where it is strict; −1 stands for zero. */
interface Bound {
  a: number;
  b: number;
  most: number;
  strict: boolean;
}

/** Which axes share a missing fact on a round, or one that may be null: the others can be chosen each for itself. */
export function linkedAxes(axes: readonly Ends[]): boolean[] {
  const linked = axes.map(() => true);
  const uses = new Map<number, number>();
  for (const axis of axes)
    for (const fact of factsOf(axis)) uses.set(fact, (uses.get(fact) ?? 0) + 1);
  const shares = axes.map(
    (axis) => axis.isNullable && factsOf(axis).some((fact) => (uses.get(fact) ?? 0) > 1),
  );
  for (let changed = true; changed; ) {
    changed = false;
    const degree = new Map<number, number>();
    axes.forEach((axis, i) => {
      if (!linked[i]) return;
      for (const fact of factsOf(axis)) degree.set(fact, (degree.get(fact) ?? 0) + 1);
    });
    axes.forEach((axis, i) => {
      const hangs = factsOf(axis).some((fact) => degree.get(fact) === 1);
      if (linked[i] && hangs && !shares[i]) {
        linked[i] = false;
        changed = true;
      }
    });
  }
  return linked;
}

/** Follows what is chosen on linked axes, as a system of difference constraints: there is a solution where no round of them is negative (Bellman 1958). */
export function linksOf(axes: readonly OpenAxis[], linked: readonly boolean[]): Links {
  const chosen: [axis: number, range: Range | undefined][] = [];
  return {
    linked,
    choose(axis, atom) {
      chosen.push([axis, axes[axis].ranges[atom]]);
      return canBe(axes, chosen);
    },
    undo: () => void chosen.pop(),
  };
}

function canBe(
  axes: readonly OpenAxis[],
  chosen: readonly [axis: number, range: Range | undefined][],
): boolean {
  const real = new Set<number>();
  const bounds: Bound[] = [];
  for (const [i, range] of chosen) {
    if (!range) continue;
    for (const fact of factsOf(axes[i])) real.add(fact);
    bounds.push(...boundsOf(axes[i], range));
  }
  // Null is a difference only where one of the two is.
  for (const [i, range] of chosen) {
    if (!range && factsOf(axes[i]).every((fact) => real.has(fact))) return false;
  }
  for (const [i, range] of chosen) {
    const [only, ...others] = factsOf(axes[i]);
    if (!range && others.length === 0 && real.has(only)) return false;
  }
  return hasSolution(bounds);
}

function factsOf({ minuend, subtrahend }: Pick<OpenAxis, 'minuend' | 'subtrahend'>): number[] {
  return [minuend, subtrahend].filter((fact) => fact !== undefined);
}

function boundsOf({ minuend, subtrahend, offset, scale }: OpenAxis, range: Range): Bound[] {
  const [a, b] = [minuend ?? -1, subtrahend ?? -1];
  const bounds: Bound[] = [];
  if (range.hi !== undefined) {
    const most = (Number(range.hi) - offset) * scale;
    bounds.push({ a, b, most, strict: range.hiOpen });
  }
  if (range.lo !== undefined) {
    const most = (offset - Number(range.lo)) * scale;
    bounds.push({ a: b, b: a, most, strict: range.loOpen });
  }
  return bounds;
}

function hasSolution(bounds: readonly Bound[]): boolean {
  const distance = new Map<number, [sum: number, strict: number]>();
  for (const { a, b } of bounds) {
    distance.set(a, [0, 0]);
    distance.set(b, [0, 0]);
  }
  for (let round = 0; round <= distance.size; round += 1) {
    let changed = false;
    for (const { a, b, most, strict } of bounds) {
      const [sum, stricts] = distance.get(b) ?? [0, 0];
      const [old, oldStricts] = distance.get(a) ?? [0, 0];
      const [next, nextStricts] = [sum + most, stricts + Number(strict)];
      if (next < old || (next === old && nextStricts > oldStricts)) {
        distance.set(a, [next, nextStricts]);
        changed = true;
      }
    }
    if (!changed) return true;
  }
  return false;
}
