import { NEVER } from '../problem.ts';
import type { Convention } from './instance.ts';
import { type Bounds, LARGEST } from './numbers.ts';

/** How numbers of a file become the whole numbers of a problem. */
export interface Units {
  distance(length: number): number;
  time(moment: number): number;
  /** What a file may give as a time: what still can be counted with as a whole number. */
  timeBounds: Bounds;
}

/** For times like 0.3, which ten times over are a little less than 3. */
const HAIR = 1e-6;

export function unitsOf(convention: Convention): Units {
  if (convention === 'rounded') {
    const nearest = (value: number): number => Math.floor(value + 0.5);
    return { distance: nearest, time: nearest, timeBounds: bounds(NEVER) };
  }
  return {
    distance: (length) => Math.floor(10 * length),
    time: (moment) => Math.floor(10 * moment + HAIR),
    timeBounds: bounds(Math.floor(NEVER / 10)),
  };
}

/** Units of the problem's cost in 1 of the published cost. */
export function scaleOf(convention: Convention): number {
  return convention === 'one-decimal' ? 10 : 1;
}

export const DEMAND: Bounds = { least: 0, most: NEVER, whole: true };

export const POSITION: Bounds = { least: -LARGEST, most: LARGEST, whole: false };

function bounds(most: number): Bounds {
  return { least: 0, most, whole: false };
}

/** Files with more nodes are refused: their matrix alone would take over 1.6 GB. */
export const MOST_NODES = 20_000;
