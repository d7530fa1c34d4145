import { alsoHeard, type CoursePoint } from '../../course.ts';

/** What was kept before this page listened, and what it heard since. Once the search is over, what was kept is all. */
export function joined(
  kept: readonly CoursePoint[],
  heard: readonly CoursePoint[],
  running: boolean,
): readonly CoursePoint[] {
  if (!running && kept.length > 0) return kept;
  const [first] = heard;
  if (!first) return kept;
  return heard.reduce(
    alsoHeard,
    kept.filter(({ seconds }) => seconds < first.seconds),
  );
}
