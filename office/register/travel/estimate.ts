import { greatCircleMetres, type Position } from '@liangbuwu/roads/sphere.ts';
import type { RoadClass } from '../places/contract.ts';

/**
 * How a laden tanker gets along, where no road is known. The detour (length of the road : straight line) and the speeds
 * are assumptions for hilly country, to be replaced by imported roads or by edits; the speeds lie within the design
 * speeds of JTG B01-2014 for roads of these kinds (grade III 30–40 km/h, grade IV 20–30 km/h, tracks below).
 */
export const estimates: Record<RoadClass, { detour: number; kilometresPerHour: number }> = {
  main: { detour: 1.3, kilometresPerHour: 40 },
  village: { detour: 1.4, kilometresPerHour: 25 },
  track: { detour: 1.6, kilometresPerHour: 12 },
};

/** A drive between two places, half of it on the kind of road of either: whole seconds and metres. */
export function estimateDrive(
  a: Position & { roadClass: RoadClass },
  b: Position & { roadClass: RoadClass },
): { seconds: number; metres: number } {
  const half = greatCircleMetres(a, b) / 2;
  let seconds = 0;
  let metres = 0;
  for (const { roadClass } of [a, b]) {
    const { detour, kilometresPerHour } = estimates[roadClass];
    metres += half * detour;
    seconds += (half * detour) / (kilometresPerHour / 3.6);
  }
  return { seconds: Math.round(seconds), metres: Math.round(metres) };
}
