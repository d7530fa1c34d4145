import { announce } from '@liangbuwu/office/live/event.ts';
import type { Keep, Solver, SolverServices } from '@liangbuwu/office/plans/solving.ts';
import { solve } from '@liangbuwu/trucking/plan/solve.ts';
import type { Problem } from '@liangbuwu/trucking/water-day.ts';
import { PlanSettings } from './cast.ts';
import { alsoHeard, type Course, type CoursePoint, endedWith } from './course.ts';
import { putCourse } from './course-store.ts';
import { decidedBy } from './decided-by.ts';
import { planDesk } from './desk-names.ts';
import { findBound } from './find-bound.ts';
import { goingOn } from './going-on.ts';
import { ofPeopleIn, scoreOfPeople } from './people-short.ts';
import { askForTries } from './tries-queue.ts';

const workers = 2;
const keepEvery = 1;

/** Solves a water day in worker threads, with its course kept beside the plan; what one more would give is tried afterwards. */
export function waterSolver(desk: string, { queue, iterations }: SolverServices): Solver {
  return {
    desk,
    async solve(content, previous, { now, signal, onProgress }) {
      const problem = content.problem as Problem;
      const { seconds, seed, hand, cast, went } = PlanSettings.parse(content.settings);
      const again = goingOn(problem, previous, now, went);
      const course: Course = { points: [], bound: null };
      const over = new AbortController();
      const bounded = findBound({ problem, ...again }, AbortSignal.any([signal, over.signal])).then(
        (bound) => {
          course.bound = bound;
        },
        // A plan is worth having without its bound; the tries look for it again.
        () => undefined,
      );
      let kept = { at: -keepEvery, bounded: false };
      const keepIfDue = (at: number): Keep | undefined => {
        const news = course.bound !== null && !kept.bounded;
        if (!news && at < kept.at + keepEvery) return undefined;
        kept = { at, bounded: course.bound !== null };
        return async (tx, of) => {
          await putCourse(tx, of, course);
          if (news)
            await announce(tx, of.tenant, [
              { topic: 'water.course', area: of.plan.area, id: of.plan.id },
            ]);
        };
      };
      try {
        const result = await solve(problem, {
          seconds,
          ...(iterations === undefined ? {} : { iterations }),
          seed,
          workers,
          signal,
          ...again,
          ...decidedBy(hand, problem),
          onProgress: ({ iterations, score, seconds: spent }) => {
            const point = pointOf(spent, score);
            course.points = [...alsoHeard(course.points, point)];
            onProgress({ ...point, of: seconds, iterations }, keepIfDue(point.seconds));
          },
        });
        const last = course.points.at(-1)?.seconds ?? 0;
        course.points = [...endedWith(course.points, pointOf(last, result.score))];
        const keep: Keep = async (tx, of) => {
          await putCourse(tx, of, course);
          if (desk === planDesk) await askForTries(tx, of, queue, { ...content, result });
        };
        const score = scoreOfPeople(problem, result, ofPeopleIn(cast));
        return { result, score, keep };
      } finally {
        over.abort();
        await bounded;
      }
    },
  };
}

const pointOf = (
  seconds: number,
  score: { tiers: { hardship: number }[]; metres: number },
): CoursePoint => ({
  seconds: Math.round(seconds * 10) / 10,
  hardship: score.tiers.map(({ hardship }) => hardship),
  metres: score.metres,
});
