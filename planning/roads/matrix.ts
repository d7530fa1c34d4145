import type { RoadGraph } from './graph.ts';
import { networkOf } from './network.ts';
import type { Profile } from './profile.ts';
import { RoadsRefused } from './refused.ts';
import { Search } from './search.ts';
import type { Snap } from './segment-grid.ts';
import { greatCircleMetres, isPosition, type Position } from './sphere.ts';

export interface MatrixOptions {
  /** A point farther than this from every road is off the map of roads, in metres. Default 500. */
  snapLimit?: number;
  /** How fast the stretch between a point and its road is driven, in km/h. Default 10, an assumption. */
  offRoadKilometresPerHour?: number;
}

export interface MatrixRow {
  /** Whole seconds to each point in the order given; null where there is no way. */
  seconds: (number | null)[];
  /** Whole metres along that same, quickest way. */
  metres: (number | null)[];
  /** Where this point meets the roads and how many metres away that is; null beyond the limit. */
  snapped: Snapped | null;
}

export interface Snapped {
  lon: number;
  lat: number;
  metres: number;
}

export interface RoadMatrix {
  /** `seconds[from][to]`; not symmetric, since streets may be one-way. */
  seconds: (number | null)[][];
  metres: (number | null)[][];
  /** By point, as in {@link MatrixRow}. */
  snapped: (Snapped | null)[];
}

/**
 * Driving times and distances between points, each to each.
 *
 * Every point is put onto the nearest stretch that the vehicle may drive (motorways and tiny networks of their own
 * excepted). Between two such points the quickest way counts; the stretches between the points and their roads are
 * added at `offRoadKilometresPerHour`. Two points nearer to each other than to their roads are joined directly. From a point to
 * itself it is 0, even off the roads. Turns cost nothing and turn restrictions are not known.
 *
 * @param graph from `buildGraph` or `decodeGraph`; what is derived from it for a profile is kept while both live
 * @param points positions in degrees, WGS-84
 * @param profile `car`, `truck` or your own; km/h and tonnes
 * @throws {RoadsRefused} `not-a-position`, `bad-profile`, `bad-snap-limit`
 */
export function matrix(
  graph: RoadGraph,
  points: readonly Position[],
  profile: Profile,
  options: MatrixOptions = {},
): RoadMatrix {
  const rows = [...matrixRows(graph, points, profile, options)];
  return {
    seconds: rows.map((row) => row.seconds),
    metres: rows.map((row) => row.metres),
    snapped: rows.map((row) => row.snapped),
  };
}

/**
 * As {@link matrix}, row by row: each `next()` is one search, so that a caller with other work can do it in between.
 */
export function* matrixRows(
  graph: RoadGraph,
  points: readonly Position[],
  profile: Profile,
  options: MatrixOptions = {},
): Generator<MatrixRow, void, void> {
  const snaps = snap(graph, points, profile, options);
  const offRoad = (options.offRoadKilometresPerHour ?? 10) / 3.6;
  const search = new Search(networkOf(graph, profile));
  const seconds = new Float64Array(points.length);
  const metres = new Float64Array(points.length);
  for (let i = 0; i < points.length; i++) {
    const source = snaps[i];
    if (source) search.run(source, snaps, seconds, metres);
    const row: MatrixRow = {
      seconds: [],
      metres: [],
      snapped: source ? { lon: source.lon, lat: source.lat, metres: source.metres } : null,
    };
    for (let j = 0; j < points.length; j++) {
      const target = snaps[j];
      const leg = i === j ? still : source && target ? join(j, source, target) : undefined;
      row.seconds.push(leg && leg.seconds < Infinity ? Math.round(leg.seconds) : null);
      row.metres.push(leg && leg.metres < Infinity ? Math.round(leg.metres) : null);
    }
    yield row;

    function join(j: number, a: Snap, b: Snap): { seconds: number; metres: number } {
      const beside = a.metres + b.metres;
      const direct = greatCircleMetres(points[i] as Position, points[j] as Position);
      const byRoad = {
        seconds: (seconds[j] as number) + beside / offRoad,
        metres: (metres[j] as number) + beside,
      };
      const across = { seconds: direct / offRoad, metres: direct };
      return direct <= beside && across.seconds < byRoad.seconds ? across : byRoad;
    }
  }
}

const still = { seconds: 0, metres: 0 };

function snap(
  graph: RoadGraph,
  points: readonly Position[],
  profile: Profile,
  options: MatrixOptions,
): (Snap | undefined)[] {
  const limit = options.snapLimit ?? 500;
  if (!(limit >= 0 && limit < Infinity) || !((options.offRoadKilometresPerHour ?? 10) > 0)) {
    throw new RoadsRefused(
      'bad-snap-limit',
      {
        'zh-CN': '吸附距离或便道时速无效。',
        en: 'The snap limit or the off-road speed is no use.',
      },
      {
        'zh-CN': '吸附距离应为不小于 0 的米数，时速应大于 0。',
        en: 'Give a limit of at least 0 metres and a speed above 0.',
      },
    );
  }
  const { grid } = networkOf(graph, profile);
  return points.map((point, i) => {
    if (!isPosition(point)) {
      throw new RoadsRefused(
        'not-a-position',
        {
          'zh-CN': `第 ${i + 1} 个点的经纬度（${point.lon}，${point.lat}）无效。`,
          en: `Point ${i} (lon ${point.lon}, lat ${point.lat}) is no position.`,
        },
        {
          'zh-CN': '经度应在 ±180 之内，纬度应在 ±90 之内。',
          en: 'Longitude must lie within ±180, latitude within ±90.',
        },
      );
    }
    return grid.find(point, limit);
  });
}
