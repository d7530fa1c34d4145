import type { Range } from '../sfeel/read-cell.ts';
import type { ValueType } from '../table.ts';

/** Neighbouring ranges in their order as one, but of texts, which are named one by one; undefined is null. */
export function merged(
  list: readonly (Range | undefined)[],
  type: ValueType | undefined,
): (Range | undefined)[] {
  const ranges: (Range | undefined)[] = [];
  for (const range of list) {
    const last = ranges.at(-1);
    if (type !== 'string' && range && last && touches(last, range)) {
      ranges[ranges.length - 1] = {
        ...(last.lo !== undefined && { lo: last.lo }),
        loOpen: last.loOpen,
        ...(range.hi !== undefined && { hi: range.hi }),
        hiOpen: range.hiOpen,
      };
    } else ranges.push(range);
  }
  return ranges;
}

function touches(a: Range, b: Range): boolean {
  return a.hi !== undefined && a.hi === b.lo && !(a.hiOpen && b.loOpen);
}
