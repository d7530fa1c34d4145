import type { Followed, Ride } from './follow.ts';

/** What is chosen, on the map, in the timetable or in a list. */
export type Chosen =
  | { kind: 'ride'; id: string }
  | { kind: 'way'; id: string }
  | { kind: 'road'; id: string }
  | { kind: 'point'; id: string }
  | { kind: 'source'; id: string }
  | { kind: 'tanker'; id: string };

/** What the map and the timetable each show of it. */
export type Highlight = {
  /** The map's feature in the middle of attention, and those that go with it; all others step back. */
  feature: string | undefined;
  features: readonly string[];
  /** The same for the timetable's bars. */
  bar: string | undefined;
  bars: readonly string[];
};

/** How the map's features are called. */
export const feature = {
  point: (id: string) => `point:${id}`,
  source: (id: string) => `source:${id}`,
  home: (place: string) => `home:${place}`,
};

/** What a press on a feature of the map chooses. */
export function findChosen(id: string | undefined): Chosen | undefined {
  const [kind, ...rest] = (id ?? '').split(':');
  if ((kind === 'way' || kind === 'road') && id) return { kind, id };
  if (kind === 'point' || kind === 'source') return { kind, id: rest.join(':') };
  return undefined;
}

const nothing: Highlight = { feature: undefined, features: [], bar: undefined, bars: [] };

/**
 * Joins timetable and map: a stop lights its place and the way to it, a place all its stops, a way all its drives.
 *
 * @param featureAt the feature that stands at a place.
 */
export function highlight(
  chosen: Chosen | undefined,
  { rides, ways, roads, ride }: Followed,
  featureAt: (place: string) => string | undefined,
): Highlight {
  if (!chosen) return nothing;
  const at = (place: string | null | undefined) => (place ? featureAt(place) : undefined);
  const wayOf = (id: string | undefined) => ways.find((way) => way.id === id);
  const ends = (id: string | undefined) => {
    const way = wayOf(id);
    return way ? [way.id, at(way.from), at(way.to)] : [];
  };
  const together = (list: (string | undefined)[]) => [
    ...new Set(list.filter((one) => one !== undefined)),
  ];

  if (chosen.kind === 'ride') {
    const one = ride(chosen.id);
    if (!one) return nothing;
    const here = one.stretch.kind === 'drive' ? one.way : at(one.stretch.place);
    return {
      feature: here,
      features: together([here, ...ends(one.way)]),
      bar: one.id,
      bars: together([one.id, one.drive]),
    };
  }
  if (chosen.kind === 'way') {
    const way = wayOf(chosen.id);
    if (!way) return nothing;
    return { feature: way.id, features: together(ends(way.id)), bar: undefined, bars: way.rides };
  }
  if (chosen.kind === 'road') {
    const road = roads.find(({ id }) => id === chosen.id);
    if (!road) return nothing;
    const [one, other] = road.ends;
    return {
      feature: road.id,
      features: together([road.id, at(one), at(other)]),
      bar: undefined,
      bars: road.ways.flatMap((way) => way.rides),
    };
  }
  const those = rides.filter(belongs(chosen));
  const own = chosen.kind === 'tanker' ? undefined : feature[chosen.kind](chosen.id);
  return {
    feature: own,
    features: together([own, ...those.flatMap((one) => ends(one.way))]),
    bar: undefined,
    bars:
      chosen.kind === 'tanker'
        ? those.map(({ id }) => id)
        : together(those.flatMap(({ id, drive }) => [id, drive])),
  };
}

const belongs =
  (chosen: Extract<Chosen, { kind: 'point' | 'source' | 'tanker' }>) =>
  ({ tanker, stretch }: Ride): boolean =>
    chosen.kind === 'tanker' ? tanker === chosen.id : stretch.at === chosen.id;
