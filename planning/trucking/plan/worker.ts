import { parentPort, workerData } from 'node:worker_threads';
import type { Plan, Problem } from '../water-day.ts';
import { type Notice, openExchange } from './exchange.ts';
import { finishPlan } from './finish.ts';
import type { Pin } from './pins.ts';
import { search } from './search.ts';
import { type Progress, sharedClock, TIDYING } from './solve.ts';
import { progressReporter } from './solve-here.ts';

/** What a planning thread is started with. Times are of `sharedClock`. */
export interface Task {
  problem: Problem;
  previous: Plan | undefined;
  now: number | undefined;
  start: Plan | undefined;
  pins: readonly Pin[] | undefined;
  locks: readonly string[] | undefined;
  seed: number;
  /** Which of the threads it is: each begins otherwise. */
  variant: number;
  iterations: number | undefined;
  began: number;
  searchUntil: number | undefined;
  reports: boolean;
  /** Shared by the threads; once `stop[0]` is not 0, what has been found is kept and nothing more is looked for. */
  stop: Int32Array;
  /** Where the threads show each other what they have. */
  notice: Notice;
}

export type ToMain =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'found'; merit: number[] }
  | { kind: 'plan'; plan: Plan };

export interface ToWorker {
  kind: 'explain';
  until: number | undefined;
}

const task = workerData as Task;
const port = parentPort;
const say = (message: ToMain) => port?.postMessage(message);

const { began, searchUntil, iterations, stop } = task;
const stopped = () => Atomics.load(stop, 0) !== 0;
const share = (done: number): number => {
  if (stopped()) return 1;
  if (searchUntil === undefined) return done >= (iterations ?? 0) ? 1 : done / (iterations ?? 1);
  return (sharedClock() - began) / Math.max(1, searchUntil - began);
};

const report = progressReporter(task.problem, began, (progress) =>
  say({ kind: 'progress', progress }),
);
const { board, best } = search(task.problem, {
  ...task,
  share,
  stopped,
  exchange: openExchange(task.notice, task.variant, searchUntil !== undefined),
  reserve: searchUntil === undefined ? 0 : TIDYING,
  ...(task.reports ? { onBest: report } : {}),
});
port?.once('message', (order: ToWorker) => {
  const { until } = order;
  const over = () => stopped() || (until !== undefined && sharedClock() >= until);
  say({ kind: 'plan', plan: finishPlan(board, task.previous, over) });
});
say({ kind: 'found', merit: [...best.merit] });
