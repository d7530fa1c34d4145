import type { Floors } from '../../water.ts';

export type FloorsStanding = 'in-force' | 'to-come' | 'replaced';

/** The version that holds on a day; `versions` as the server lists them, the latest first. */
export const inForceOn = (versions: readonly Floors[], day: string): Floors | undefined =>
  versions.find(({ validFrom }) => validFrom <= day);

/** Every version with what it is on a day. */
export function standingOn(
  versions: readonly Floors[],
  day: string,
): { floors: Floors; standing: FloorsStanding }[] {
  const held = inForceOn(versions, day);
  return versions.map((floors) => ({
    floors,
    standing: floors === held ? 'in-force' : floors.validFrom > day ? 'to-come' : 'replaced',
  }));
}
