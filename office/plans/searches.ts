import type { Database, Tx } from '../database/connection.ts';
import { withinScope } from '../database/within-scope.ts';
import type { JobQueue } from '../jobs/queue.ts';
import { announce } from '../live/event.ts';
import { nextSearchState, type SearchState } from './search-state.ts';

/** How often it looks whether somebody wants it stopped, ms. */
const lookEvery = 300;

export interface SearchServices {
  db: Database;
  queue: JobQueue;
  log(line: string): void;
}

export interface SearchTask {
  state: SearchState;
  stop: boolean;
  seconds: number;
  problem: unknown;
}

/** A desk's searches in the background: where they are kept, what finds an answer, and who is told. */
export interface Searching<Problem, Progress, Result> {
  queue: string;
  /** Under which name a job carries the id. */
  what: string;
  topic: `${string}.${string}`;
  findTask(tx: Tx, id: string): Promise<SearchTask | undefined>;
  isToStop(tx: Tx, id: string): Promise<boolean>;
  putProgress(tx: Tx, id: string, progress: Progress): Promise<void>;
  /** With a result once it has ended. */
  putState(tx: Tx, id: string, to: { state: SearchState; result?: Result }): Promise<void>;
  search(
    problem: Problem,
    options: { seconds: number; signal: AbortSignal; onProgress(progress: Progress): void },
  ): Promise<Result>;
  /** By the library's independent checker: nothing is believed that has a fault. */
  check(problem: Problem, result: Result): { faults: readonly { code: string }[] };
}

/** Works them off one after the other. A stop keeps the best so far; what a dead server left is taken up by the next. */
export async function workOffSearches<Problem, Progress, Result>(
  { db, queue, log }: SearchServices,
  of: Searching<Problem, Progress, Result>,
): Promise<void> {
  const oneOf = (ids: Record<string, string>): One => ({
    tenant: ids.tenant ?? '',
    area: ids.area ?? '',
    id: ids[of.what] ?? '',
  });
  await queue.work(of.queue, (ids, lost) => solveOne({ db, log }, of, oneOf(ids), lost));
  await queue.givenUp(of.queue, async (ids) => {
    const one = oneOf(ids);
    await withinScope(db, one, (tx) => turn(tx, of, one, 'broke'));
  });
}

type One = Record<'tenant' | 'area' | 'id', string>;

async function solveOne<Problem, Progress, Result>(
  { db, log }: Omit<SearchServices, 'queue'>,
  of: Searching<Problem, Progress, Result>,
  one: One,
  lost: AbortSignal,
): Promise<void> {
  const within = <T>(deed: (tx: Tx) => Promise<T>): Promise<T> => withinScope(db, one, deed);
  const task = await within(async (tx) => {
    const found = await of.findTask(tx, one.id);
    return found && (await turn(tx, of, one, 'begun')) ? found : undefined;
  });
  if (!task) return;
  const problem = task.problem as Problem;
  const stop = new AbortController();
  if (task.stop) stop.abort();
  const complain = (fault: unknown) => log(`${of.what} ${one.id}: ${String(fault)}`);
  const watch = setInterval(() => {
    within((tx) => of.isToStop(tx, one.id)).then((told) => told && stop.abort(), complain);
  }, lookEvery);
  let last = Promise.resolve();
  const onProgress = (progress: Progress) => {
    last = last
      .then(() =>
        within(async (tx) => {
          await of.putProgress(tx, one.id, progress);
          await tell(tx, of, one);
        }),
      )
      .catch(complain);
  };
  try {
    const signal = AbortSignal.any([stop.signal, lost]);
    const result = await of.search(problem, { seconds: task.seconds, signal, onProgress });
    await last;
    if (lost.aborted) return;
    const { faults } = of.check(problem, result);
    if (faults.length > 0) throw new Error(`the checker found ${faults[0]?.code}`);
    await within((tx) => turn(tx, of, one, 'ended', result));
  } finally {
    clearInterval(watch);
  }
}

/** Whether it happens at all, by the table of states. */
async function turn<Problem, Progress, Result>(
  tx: Tx,
  of: Searching<Problem, Progress, Result>,
  one: One,
  event: 'begun' | 'ended' | 'broke',
  result?: Result,
): Promise<boolean> {
  const task = await of.findTask(tx, one.id);
  const state = task && nextSearchState[task.state][event];
  if (!state) return false;
  await of.putState(tx, one.id, { state, ...(result !== undefined && { result }) });
  await tell(tx, of, one);
  return true;
}

const tell = (tx: Tx, { topic }: { topic: `${string}.${string}` }, { tenant, area, id }: One) =>
  announce(tx, tenant, [{ topic, area, id }]);
