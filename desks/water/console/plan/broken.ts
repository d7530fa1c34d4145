import { barred, shut } from '../../rules.ts';
import type { DayNames } from './day-names.ts';
import type { Ride } from './follow.ts';

/** A source or tanker that can't be used now, and what of the plan from now on still counts on it. */
export type Broken = {
  kind: 'source' | 'tanker';
  id: string;
  name: string;
  why: 'closed' | 'consent-ended' | 'out' | 'not-disinfected';
  /** Fills at the source, or stops of the tanker, that begin from now on. */
  stops: number;
  litres: number;
};

/** What a plan rests on that is no longer there. Empty: it can be carried out as it is. */
export function brokenBy(
  rides: readonly Ride[],
  { sources, tankers }: Pick<DayNames, 'sources' | 'tankers'>,
  at: { day: string; now: number },
): Broken[] {
  const ahead = rides.filter(
    ({ stretch }) => stretch.from >= at.now && stretch.at !== null && stretch.litres !== null,
  );
  const count = (list: readonly Ride[]) => ({
    stops: list.length,
    litres: list.reduce((sum, { stretch }) => sum + (stretch.litres ?? 0), 0),
  });
  const found: Broken[] = [];
  for (const source of sources.values()) {
    const why = shut(source, at.day);
    const fills = ahead.filter(
      ({ stretch }) => stretch.kind === 'fill' && stretch.at === source.id,
    );
    if (why && fills.length > 0)
      found.push({ kind: 'source', id: source.id, name: source.name, why, ...count(fills) });
  }
  for (const tanker of tankers.values()) {
    const why = barred(tanker, at.day);
    const stops = ahead.filter(
      (ride) => ride.tanker === tanker.id && ride.stretch.kind === 'deliver',
    );
    if (why && stops.length > 0)
      found.push({ kind: 'tanker', id: tanker.id, name: tanker.name, why, ...count(stops) });
  }
  return found;
}
