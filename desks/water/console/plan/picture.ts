import type { MapLine, MapPicture, MapPlace, Position } from '@liangbuwu/ui/map/picture.ts';
import { shut } from '../../rules.ts';
import type { Source } from '../../water.ts';
import type { PointStanding, Standing } from '../standing.ts';
import type { Day, DayNames } from './day-names.ts';
import type { Followed, Road, Way } from './follow.ts';
import { feature } from './highlight.ts';

/** What the map says of things, in the reader's language. */
export type PictureWords = {
  sources: string;
  points: string;
  homes: string;
  ways: string;
  source: (source: Source) => string;
  point: (id: string, standing: PointStanding | undefined) => string;
  home: (place: string) => string;
  way: (way: Way) => string;
  road: (road: Road) => string;
  /** From one place to another; `both` where the direction does not matter. */
  between: (from: string, to: string, both: boolean) => string;
};

type Mark = Pick<MapPlace, 'shape' | 'tone' | 'size'>;

/** Shape and colour both tell how a point stands, so that either is enough. */
export const pointMarks: Record<Standing, Mark> = {
  survival: { shape: 'hexagon', tone: 'bad', size: 'large' },
  basic: { shape: 'triangle', tone: 'warn', size: 'normal' },
  full: { shape: 'disc', tone: 'plain', size: 'normal' },
  enough: { shape: 'disc', tone: 'ok', size: 'normal' },
};

export const sourceMarks: Record<Source['kind'], Mark> = {
  waterworks: { shape: 'square', tone: 'accent', size: 'large' },
  'deep-well': { shape: 'pentagon', tone: 'accent', size: 'normal' },
  other: { shape: 'diamond', tone: 'accent', size: 'normal' },
};

export const homeMark: Mark = { shape: 'diamond', tone: 'plain', size: 'small' };

/** The day on a map: sources, points by the floor that they miss, yards, and the ways given. */
export function dayPicture(given: {
  day: Day;
  date: string;
  names: DayNames;
  standings: ReadonlyMap<string, PointStanding>;
  ways: readonly Way[];
  roads: readonly Road[];
  words: PictureWords;
}): MapPicture {
  const { day, date, names, standings, ways, roads, words } = given;
  const at = (place: string): Position | undefined => {
    const position = names.positions.get(place);
    return position && [position.lon, position.lat];
  };
  const places: MapPlace[] = [];
  const put = (place: string, rest: Omit<MapPlace, 'at'>) => {
    const position = at(place);
    if (position) places.push({ ...rest, at: position });
  };
  for (const home of new Set(day.tankers.map((tanker) => tanker.home))) {
    put(home, {
      id: feature.home(home),
      label: names.place(home),
      note: words.home(home),
      group: words.homes,
      ...homeMark,
    });
  }
  for (const point of day.points) {
    const standing = standings.get(point.id);
    put(point.place, {
      id: feature.point(point.id),
      label: point.name,
      note: words.point(point.id, standing),
      group: words.points,
      ...(standing ? pointMarks[standing.standing] : pointMarks.enough),
      ...(!standing && { tone: 'unknown' as const }),
    });
  }
  for (const source of day.sources) {
    const closed = shut(source, date) !== undefined;
    put(source.place, {
      id: feature.source(source.id),
      label: source.name,
      note: words.source(source),
      group: words.sources,
      ...sourceMarks[source.kind],
      ...(closed && { tone: 'unknown' as const, struck: true }),
    });
  }
  const along = (from: string, to: string): [Position, Position] | undefined => {
    const [start, end] = [at(from), at(to)];
    return start && end && [start, end];
  };
  const lines = [
    ...roads.flatMap((road): MapLine[] => {
      const [one, other] = road.ends;
      const path = along(one, other);
      if (!path) return [];
      const label = words.between(one, other, true);
      return [
        {
          id: road.id,
          label,
          note: words.road(road),
          group: words.ways,
          path,
          tone: 'unknown',
          dash: 'dotted',
        },
      ];
    }),
    ...ways.flatMap((way): MapLine[] => {
      const path = along(way.from, way.to);
      if (!path) return [];
      const tone = { series: names.order(way.tanker) };
      const label = words.between(way.from, way.to, false);
      return [
        {
          id: way.id,
          label,
          note: words.way(way),
          group: words.ways,
          path,
          tone,
          arrows: true,
          offset: 3,
        },
      ];
    }),
  ];
  return { places, lines };
}

/** Which of the map's features stands at a place: a source or point before a yard. */
export function featuresByPlace(day: Day): ReadonlyMap<string, string> {
  return new Map([
    ...day.tankers.map(({ home }) => [home, feature.home(home)] as const),
    ...day.points.map(({ place, id }) => [place, feature.point(id)] as const),
    ...day.sources.map(({ place, id }) => [place, feature.source(id)] as const),
  ]);
}

/** Whose routes are looked at. */
export type Routes = 'all' | 'none' | { tanker: string };

/**
 * What is drawn of the routes: the looked-at tanker's ways and whatever a choice is about, in the tankers' colours. Of
 * all tankers at once only the roads: seven routes over one another tell nothing.
 */
export function routesShown(
  { ways, roads }: Pick<Followed, 'ways' | 'roads'>,
  routes: Routes,
  lit: readonly string[],
): { ways: readonly Way[]; roads: readonly Road[] } {
  const also = new Set(lit);
  const looked = typeof routes === 'object' ? routes.tanker : undefined;
  return {
    ways: ways.filter((way) => way.tanker === looked || also.has(way.id)),
    roads: routes === 'all' ? roads : roads.filter(({ id }) => also.has(id)),
  };
}

export type Provenances = Record<'real' | 'imported' | 'schematic', number>;

/** How many positions come from where; a single schematic one makes the whole map schematic. */
export function provenancesOf({ positions }: Pick<Day, 'positions'>): Provenances {
  const count: Provenances = { real: 0, imported: 0, schematic: 0 };
  for (const { provenance } of positions) count[provenance] += 1;
  return count;
}
