import type { Database, Tx } from '@liangbuwu/office/database/connection.ts';
import { withinScope } from '@liangbuwu/office/database/within-scope.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import { announce } from '@liangbuwu/office/live/event.ts';
import { check } from '@liangbuwu/slots/check/check.ts';
import type { Problem, Result } from '@liangbuwu/slots/problem.ts';
import { type Progress, solve } from '@liangbuwu/slots/solve.ts';
import { timesQueue } from './times-queue.ts';
import { findTimesTask, isToStop, setTimesProgress, setTimetable } from './times-store.ts';
import { nextTimetableState, type TimesResult } from './timetable.ts';

/** How often it looks whether somebody wants it stopped, ms. */
const lookEvery = 300;

type Ids = Record<'tenant' | 'area' | 'timetable', string>;

interface Services {
  db: Database;
  queue: JobQueue;
  log(line: string): void;
}

/** Solves timetables one after the other, each in a thread of its own, checked independently before it is believed. */
export async function workOffTimes(
  { db, queue, log }: Services,
  search: typeof solve = solve,
): Promise<void> {
  await queue.work(timesQueue, (given, lost) => solveOne({ db, log }, search, given as Ids, lost));
  await queue.givenUp(timesQueue, async (given) => {
    const ids = given as Ids;
    await withinScope(db, ids, (tx) => turn(tx, ids, 'broke'));
  });
}

async function solveOne(
  { db, log }: Omit<Services, 'queue'>,
  search: typeof solve,
  ids: Ids,
  lost: AbortSignal,
): Promise<void> {
  const within = <T>(deed: (tx: Tx) => Promise<T>): Promise<T> => withinScope(db, ids, deed);
  const task = await within(async (tx) => {
    const found = await findTimesTask(tx, ids.timetable);
    return found && (await turn(tx, ids, 'begun')) ? found : undefined;
  });
  if (!task) return;
  const problem = task.problem as Problem;
  const stop = new AbortController();
  if (task.stop) stop.abort();
  const complain = (fault: unknown) => log(`timetable ${ids.timetable}: ${String(fault)}`);
  const watch = setInterval(() => {
    within((tx) => isToStop(tx, ids.timetable)).then((told) => told && stop.abort(), complain);
  }, lookEvery);
  let last = Promise.resolve();
  const onProgress = (progress: Progress) => {
    last = last.then(() => within((tx) => tell(tx, ids, progress))).catch(complain);
  };
  try {
    const result = await search(problem, {
      seconds: task.seconds,
      signal: AbortSignal.any([stop.signal, lost]),
      onProgress,
    });
    await last;
    if (lost.aborted) return;
    const { faults } = check(problem, result);
    if (faults.length > 0) throw new Error(`the checker found ${faults[0]?.code}`);
    await within((tx) => turn(tx, ids, 'ended', keptOf(result)));
  } finally {
    clearInterval(watch);
  }
}

/** Uses follow from the problem, and changes from what it was based on. */
function keptOf({ placements, changes: _, ...rest }: Result): TimesResult {
  return {
    ...rest,
    placements: placements.map(({ activity, start, way }) => ({ activity, start, way })),
  };
}

/** Whether it happens at all, by the table of states. */
async function turn(
  tx: Tx,
  ids: Ids,
  event: 'begun' | 'ended' | 'broke',
  result?: TimesResult,
): Promise<boolean> {
  const task = await findTimesTask(tx, ids.timetable);
  const state = task && nextTimetableState[task.state][event];
  if (!state) return false;
  await setTimetable(tx, ids.timetable, { state, ...(result && { result }) });
  await announce(tx, ids.tenant, [{ topic: 'campus.times', area: ids.area, id: ids.timetable }]);
  return true;
}

async function tell(tx: Tx, ids: Ids, progress: Progress): Promise<void> {
  await setTimesProgress(tx, ids.timetable, progress);
  await announce(tx, ids.tenant, [{ topic: 'campus.times', area: ids.area, id: ids.timetable }]);
}
