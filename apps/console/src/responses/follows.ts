import type { RuleSet, VersionHead } from '@liangbuwu/office/rulebook/rulebook.ts';
import { standingOf } from '@liangbuwu/office/rulebook/rules.ts';
import type { Response } from '../shell/use-situation.ts';

export type BookedSet = RuleSet & { versions: readonly VersionHead[] };

type Following = { set: BookedSet; version: VersionHead; standing: 'in-force' | 'coming' };

/** Areas that were chosen, each with all above it: from itself upwards. */
type Paths = readonly (readonly string[])[];

const touches = (paths: Paths, area: { id: string; path: readonly string[] }) =>
  paths.some((path) => path.includes(area.id) || area.path.includes(path[0] ?? ''));

/** Which rules a response of this kind puts in force in these areas, now and later. */
export function rulesThatFollow(of: {
  sets: readonly BookedSet[];
  kind: Response['kind'];
  paths: Paths;
  at: string;
}): Following[] {
  const every = of.sets.flatMap(({ versions }) => versions);
  return of.sets
    .filter(({ kind, area }) => kind === of.kind && touches(of.paths, area))
    .flatMap((set) =>
      set.versions.flatMap((version): Following[] => {
        const { standing } = standingOf(version, every, of.at);
        return standing === 'in-force' || standing === 'coming' ? [{ set, version, standing }] : [];
      }),
    )
    .sort((a, b) => Date.parse(a.version.from) - Date.parse(b.version.from));
}

/** Open responses of the same kind that cover some of these areas already. */
export const alreadyOpen = (
  responses: readonly Response[],
  of: { kind: Response['kind']; paths: Paths; pathOf: (area: string) => readonly string[] },
): Response[] =>
  responses.filter(
    ({ kind, ended, areas }) =>
      kind === of.kind &&
      ended === null &&
      areas.some(({ id }) => touches(of.paths, { id, path: of.pathOf(id) })),
  );

/** `2022-11-10T06:00` on the clocks of a zone, as an instant. Zones that put their clocks forward in summer are not offered. */
export function instantIn(
  zone: { findMoment: (at: number) => { day: string; time: string } | undefined },
  local: string,
): string {
  const as = Date.parse(`${local}:00Z`);
  const moment = zone.findMoment(as);
  if (!moment) return '';
  return new Date(2 * as - Date.parse(`${moment.day}T${moment.time}:00Z`)).toISOString();
}
