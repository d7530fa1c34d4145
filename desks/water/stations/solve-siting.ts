import type { Database, Tx } from '@liangbuwu/office/database/connection.ts';
import { withinScope } from '@liangbuwu/office/database/within-scope.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import { announce } from '@liangbuwu/office/live/event.ts';
import { check } from '@liangbuwu/siting/check/check.ts';
import type { Problem } from '@liangbuwu/siting/problem.ts';
import { type Progress, solve } from '@liangbuwu/siting/solve.ts';
import { nextSitingState, type SitingResult } from './siting.ts';
import { findSitingTask, isToStop, setSiting, setSitingProgress } from './siting-store.ts';
import { sitingQueue } from './sitings-queue.ts';

/** How often it looks whether somebody wants it stopped, ms. */
const lookEvery = 300;

type Ids = Record<'tenant' | 'area' | 'siting', string>;

interface Services {
  db: Database;
  queue: JobQueue;
  log(line: string): void;
}

/** Solves sitings one after the other, each in a thread of its own, checked independently before it is believed. */
export async function workOffSitings(
  { db, queue, log }: Services,
  search: typeof solve = solve,
): Promise<void> {
  await queue.work(sitingQueue, (given, lost) => solveOne({ db, log }, search, given as Ids, lost));
  await queue.givenUp(sitingQueue, async (given) => {
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
    const found = await findSitingTask(tx, ids.siting);
    return found && (await turn(tx, ids, 'begun')) ? found : undefined;
  });
  if (!task) return;
  const problem = task.problem as Problem;
  const stop = new AbortController();
  if (task.stop) stop.abort();
  const complain = (fault: unknown) => log(`siting ${ids.siting}: ${String(fault)}`);
  const watch = setInterval(() => {
    within((tx) => isToStop(tx, ids.siting)).then((told) => told && stop.abort(), complain);
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
    await within((tx) => turn(tx, ids, 'ended', result));
  } finally {
    clearInterval(watch);
  }
}

/** Whether it happens at all, by the table of states. */
async function turn(
  tx: Tx,
  ids: Ids,
  event: 'begun' | 'ended' | 'broke',
  result?: SitingResult,
): Promise<boolean> {
  const task = await findSitingTask(tx, ids.siting);
  const state = task && nextSitingState[task.state][event];
  if (!state) return false;
  await setSiting(tx, ids.siting, { state, ...(result && { result }) });
  await announce(tx, ids.tenant, [{ topic: 'water.siting', area: ids.area, id: ids.siting }]);
  return true;
}

async function tell(tx: Tx, ids: Ids, { seconds, levels }: Progress): Promise<void> {
  await setSitingProgress(tx, ids.siting, { seconds, levels });
  await announce(tx, ids.tenant, [{ topic: 'water.siting', area: ids.area, id: ids.siting }]);
}
