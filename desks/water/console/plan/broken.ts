import { type BarredWhy, barred, type ShutWhy, shut } from '../../rules.ts';
import type { DayNames } from './day-names.ts';
import type { Ride } from './follow.ts';

/** A source or tanker that can't be used now, and what of the plan from now on still counts on it. */
export type Broken = {
  kind: 'source' | 'tanker';
  id: string;
  name: string;
  why: ShutWhy | BarredWhy;
  /** Fills at the source, or stops of the tanker, that begin from now on. */
  stops: number;
  litres: number;
};

type Resting = { kind: 'source' | 'tanker'; one: { id: string } };

/** What of a plan, from now on, would be lost without a source or tanker. */
export function restingOn(
  rides: readonly Ride[],
  { kind, one }: Resting,
  now: number,
): Pick<Broken, 'stops' | 'litres'> {
  const lost = rides.filter(
    ({ tanker, stretch }) =>
      stretch.from >= now &&
      (kind === 'source'
        ? stretch.kind === 'fill' && stretch.at === one.id
        : stretch.kind === 'deliver' && tanker === one.id),
  );
  const litres = lost.reduce((sum, { stretch }) => sum + (stretch.litres ?? 0), 0);
  return { stops: lost.length, litres };
}

/** What a plan rests on that is no longer there. Empty: it can be carried out as it is. */
export function brokenBy(
  rides: readonly Ride[],
  { sources, tankers }: Pick<DayNames, 'sources' | 'tankers'>,
  at: { day: string; now: number },
): Broken[] {
  const gone = [
    ...[...sources.values()].map((one) => ({
      kind: 'source' as const,
      one,
      why: shut(one, at.day),
    })),
    ...[...tankers.values()].map((one) => ({
      kind: 'tanker' as const,
      one,
      why: barred(one, at.day),
    })),
  ];
  return gone.flatMap(({ kind, one, why }): Broken[] => {
    if (!why) return [];
    const lost = restingOn(rides, { kind, one }, at.now);
    return lost.stops > 0 ? [{ kind, id: one.id, name: one.name, why, ...lost }] : [];
  });
}
