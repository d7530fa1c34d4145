import { z } from 'zod';

/** The best plan found by a second of the search: each floor's hardship, and metres. */
export const CoursePoint = z.strictObject({
  seconds: z.number().min(0),
  hardship: z.array(z.number().min(0)),
  metres: z.int().min(0),
});
export type CoursePoint = z.infer<typeof CoursePoint>;

/** How a search went: the best so far over time, and what no plan can go below. */
export const Course = z.strictObject({
  points: z.array(CoursePoint),
  bound: z
    .array(z.number().min(0))
    .nullable()
    .describe('a hardship for each floor that no plan can beat; null where it is not known'),
});
export type Course = z.infer<typeof Course>;

const most = 160;

/**
 * The points with one more. Several searches tell in turn of what each has found: the best of them all is what
 * counts. What stays the same is kept with its first and its last second only.
 */
export function alsoHeard(
  points: readonly CoursePoint[],
  { seconds, hardship, metres }: CoursePoint,
): readonly CoursePoint[] {
  const last = points.at(-1);
  const heard = { seconds, hardship: [...hardship], metres };
  // A job that another server took up begins anew.
  if (!last || seconds < last.seconds) return [heard];
  const next = isBetter(heard, last) ? heard : { ...last, seconds };
  if (seconds === last.seconds) return [...points.slice(0, -1), next];
  const level = points.length > 1 && isSame(next, last) && isSame(last, points.at(-2));
  return thinned([...(level ? points.slice(0, -1) : points), next]);
}

/** The points, ended by the plan that was kept in the end. */
export function endedWith(
  points: readonly CoursePoint[],
  end: CoursePoint,
): readonly CoursePoint[] {
  const before = points.filter(({ seconds }) => seconds < end.seconds);
  return [...before, { seconds: end.seconds, hardship: [...end.hardship], metres: end.metres }];
}

function isBetter(one: CoursePoint, other: CoursePoint): boolean {
  const [mine, its] = [figuresOf(one), figuresOf(other)];
  const at = mine.findIndex((value, i) => value !== its[i]);
  return at >= 0 && (mine[at] ?? 0) < (its[at] ?? 0);
}

const isSame = (one: CoursePoint, other: CoursePoint | undefined): boolean =>
  other !== undefined && figuresOf(one).join() === figuresOf(other).join();

const figuresOf = ({ hardship, metres }: CoursePoint) => [...hardship, metres];

function thinned(points: CoursePoint[]): CoursePoint[] {
  if (points.length <= most) return points;
  return points.filter((_, at) => at % 2 === 0 || at === points.length - 1);
}

/** Declared hardships have two decimals. */
const hair = 0.005;

export type Room =
  /** No plan can be better in this floor. */
  | { tier: number; kind: 'none' }
  /** At most this part of the floor's hardship could go; 1 where the bound says nothing. */
  | { tier: number; kind: 'some'; share: number };

/** For each floor, taken by itself, how much better a plan could be at most; undefined where no bound is known. */
export function roomLeft({ points, bound }: Course): Room[] | undefined {
  const last = points.at(-1);
  if (!last || !bound) return undefined;
  return last.hardship.map((value, tier) => {
    const over = value - (bound[tier] ?? 0);
    return over > hair ? { tier, kind: 'some', share: over / value } : { tier, kind: 'none' };
  });
}

/**
 * The floor to show: the first that may still become better and did; else the first that may; else, where all are
 * proven, the last that did.
 */
export function telling(course: Course): number {
  const [first, last] = [course.points[0], course.points.at(-1)];
  const tiers = last?.hardship ?? [];
  const room = roomLeft(course);
  const open = (tier: number) => (room ? room[tier]?.kind === 'some' : (tiers[tier] ?? 0) > hair);
  const moved = (tier: number) => tiers[tier] !== first?.hardship[tier];
  const all = tiers.map((_, tier) => tier);
  return (
    all.find((tier) => open(tier) && moved(tier)) ??
    all.find(open) ??
    all.findLast(moved) ??
    Math.max(0, tiers.length - 1)
  );
}
