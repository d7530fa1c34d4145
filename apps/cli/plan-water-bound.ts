import { parentPort, Worker, workerData } from 'node:worker_threads';
import { hardshipBound } from '@liangbuwu/trucking/bound/bound.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';

interface Task {
  problem: Problem;
  previous?: Plan | undefined;
  now?: number | undefined;
}

/** The bound of a problem, reckoned beside the search in a thread of its own. */
export function boundBeside(task: Task): Promise<number[]> {
  const worker = new Worker(new URL(import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread of the bound ended: ${code}`)));
  });
}

if (parentPort) {
  const { problem, previous, now } = workerData as Task;
  parentPort.postMessage(hardshipBound(problem, { previous, now }));
}
