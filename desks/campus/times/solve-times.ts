import { type SearchServices, workOffSearches } from '@liangbuwu/office/plans/searches.ts';
import { check } from '@liangbuwu/slots/check/check.ts';
import type { Problem, Result } from '@liangbuwu/slots/problem.ts';
import { type Progress, solve } from '@liangbuwu/slots/solve.ts';
import { timesQueue } from './times-queue.ts';
import { findTimesTask, isToStop, setTimesProgress, setTimetable } from './times-store.ts';
import type { TimesResult } from './timetable.ts';

/** Solves timetables one after the other, each in a thread of its own, checked independently before it is believed. */
export const workOffTimes = (services: SearchServices, search = solve): Promise<void> =>
  workOffSearches<Problem, Progress, Result>(services, {
    queue: timesQueue,
    what: 'timetable',
    topic: 'campus.times',
    findTask: findTimesTask,
    isToStop,
    putProgress: setTimesProgress,
    putState: (tx, id, { state, result }) =>
      setTimetable(tx, id, { state, ...(result && { result: keptOf(result) }) }),
    search,
    check,
  });

/** Uses follow from the problem, and changes from what it was based on. */
function keptOf({ placements, changes: _, ...rest }: Result): TimesResult {
  return {
    ...rest,
    placements: placements.map(({ activity, start, way }) => ({ activity, start, way })),
  };
}
