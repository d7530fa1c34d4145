import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { getCourse } from '../../course.contract.ts';
import { alsoHeard, type Course, type CoursePoint } from '../../course.ts';
import { usePermitted } from '../permitted.ts';
import { isRunning } from '../plan/versions.ts';
import { courseQuery } from '../queries.ts';
import { joined } from './joined.ts';

/** How a plan's search went so far: what the server kept, and what was told since the page was opened. */
export function useCourse(plan: PlanHead): {
  course: Course;
  query: ReturnType<typeof useQuery<Course>>;
  unseen: string | undefined;
} {
  const unseen = usePermitted(getCourse.permission);
  const query = useQuery({ ...courseQuery(plan.id), enabled: unseen === undefined });
  const [heard, setHeard] = useState<readonly CoursePoint[]>([]);
  const [last, setLast] = useState<PlanHead['progress']>(null);
  const { progress } = plan;
  if (progress && progress !== last) {
    setLast(progress);
    setHeard(alsoHeard(heard, progress));
  }
  const running = isRunning(plan);
  const course = useMemo(
    () => ({
      points: [...joined(query.data?.points ?? [], heard, running)],
      bound: query.data?.bound ?? null,
    }),
    [query.data, heard, running],
  );
  return { course, query, unseen };
}
