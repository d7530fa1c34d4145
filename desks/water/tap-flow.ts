import type { Point } from './water.ts';

/** What a tap gives where nobody has measured it: Sphere 2018, 250 people a tap at 7.5 litres a minute. */
const usualTapFlow = 7.5;

export interface TapFlow {
  taps: number;
  /** Litres a minute of one tap. */
  each: number;
  basis: 'registered' | 'usual';
}

/**
 * What people draw through. Where there is no tank the tanker empties through the taps, so that what is registered of
 * the point is their flow; where there is one, that is how fast the tank fills, and nobody has registered the taps'.
 */
export function tapFlow({
  taps,
  litresPerMinute,
  tank,
}: Pick<Point, 'taps' | 'litresPerMinute' | 'tank'>): TapFlow {
  return tank
    ? { taps, each: usualTapFlow, basis: 'usual' }
    : { taps, each: taps === 0 ? 0 : litresPerMinute / taps, basis: 'registered' };
}
