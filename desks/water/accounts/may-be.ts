import type { May } from './ledger-sheet.ts';

/**
 * What litres that a tanker does not account for may be. They are named, never explained away.
 *
 * @param open litres filled beyond what was emptied; below zero: emptied beyond what was filled
 * @param holds litres that the tanker holds
 * @param full it filled last, and has not emptied since
 */
export function mayBe(open: number, holds: number, full: boolean): May[] {
  if (open < 0)
    return open >= -holds ? ['filled-before', 'fill-not-recorded'] : ['fill-not-recorded'];
  if (open === 0) return [];
  const unrecorded: May[] = ['delivery-not-recorded', 'spilled'];
  if (open > holds) return unrecorded;
  return full ? ['in-tank', ...unrecorded] : ['spilled', 'in-tank', 'delivery-not-recorded'];
}
