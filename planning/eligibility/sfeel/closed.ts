import type { ValueType } from '../table.ts';
import type { Range } from './read-cell.ts';
import { isDiscrete } from './value.ts';

/** Of whole values the bounds that are in the range. */
export function closed(range: Range | undefined, type: ValueType | undefined): Range | undefined {
  if (!range || type === undefined || !isDiscrete(type)) return range;
  const { lo, hi, loOpen, hiOpen } = range;
  return {
    ...(lo !== undefined && { lo: loOpen ? Math.floor(Number(lo)) + 1 : lo }),
    loOpen: false,
    ...(hi !== undefined && { hi: hiOpen ? Math.ceil(Number(hi)) - 1 : hi }),
    hiOpen: false,
  };
}
