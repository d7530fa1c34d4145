import type { Interval, Point, Problem, Source, Stop, Tanker } from '../water-day.ts';

export interface Way {
  seconds: number;
  metres: number;
}

/** A problem with its lists opened by id. */
export interface Day {
  problem: Problem;
  tankers: Map<string, Tanker>;
  sources: Map<string, Source>;
  points: Map<string, Point>;
  /** From one place to another; undefined where the way is closed, or one of them unknown. */
  findWay(from: string | undefined, to: string | undefined): Way | undefined;
  /** Where a stop is; undefined when the problem does not know its source, point or tanker. */
  findPlace(stop: Stop, tanker: string): string | undefined;
  windows(point: Point): readonly Interval[];
}

export function openDay(problem: Problem): Day {
  const { travel } = problem;
  const rows = new Map<string | undefined, number>(problem.places.map((place, i) => [place.id, i]));
  const tankers = new Map(problem.tankers.map((tanker) => [tanker.id, tanker]));
  const sources = new Map(problem.sources.map((source) => [source.id, source]));
  const points = new Map(problem.points.map((point) => [point.id, point]));
  const serviceWindow: Interval[] = [[problem.day.from, problem.day.to]];

  function findWay(from?: string, to?: string): Way | undefined {
    const row = rows.get(from);
    const column = rows.get(to);
    if (row === undefined || column === undefined) return undefined;
    if (row === column) return { seconds: 0, metres: 0 };
    const seconds = travel.seconds[row]?.[column] ?? undefined;
    const metres = travel.metres[row]?.[column] ?? undefined;
    return seconds === undefined || metres === undefined ? undefined : { seconds, metres };
  }

  return {
    problem,
    tankers,
    sources,
    points,
    findWay,
    findPlace: (stop, tanker) =>
      stop.kind === 'home'
        ? tankers.get(tanker)?.home
        : stop.kind === 'fill'
          ? sources.get(stop.source)?.place
          : points.get(stop.point)?.place,
    windows: (point) => point.open ?? serviceWindow,
  };
}
