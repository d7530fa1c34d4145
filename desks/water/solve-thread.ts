import { parentPort, workerData } from 'node:worker_threads';
import type { Progress } from '@liangbuwu/trucking/plan/solve.ts';
import { type SolveHereOptions, solveHere } from '@liangbuwu/trucking/plan/solve-here.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';

/** What a thread is started with. It stops, and keeps the best found so far, once `stop[0]` is not 0. */
export interface SolveTask extends Pick<SolveHereOptions, 'previous' | 'now' | 'seconds' | 'seed'> {
  problem: Problem;
  stop: Int32Array;
}

export type FromThread = { progress: Progress } | { plan: Plan };

const { problem, stop, ...options } = workerData as SolveTask;
const say = (message: FromThread) => parentPort?.postMessage(message);
const plan = solveHere(problem, {
  ...options,
  stop: () => Atomics.load(stop, 0) !== 0,
  onProgress: (progress) => say({ progress }),
});
say({ plan });
