import { Worker } from 'node:worker_threads';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';

export interface BoundTask {
  problem: Problem;
  previous?: Plan;
  now?: number;
}

/** A hardship for each floor that no plan of the day can beat, found in a thread of its own; null once it is told to stop. */
export function findBound(task: BoundTask, signal: AbortSignal): Promise<number[] | null> {
  if (signal.aborted) return Promise.resolve(null);
  const worker = new Worker(new URL('./bound-thread.ts', import.meta.url), { workerData: task });
  return new Promise<number[] | null>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => resolve(null));
    signal.addEventListener('abort', () => resolve(null), { once: true });
  }).finally(() => worker.terminate());
}
