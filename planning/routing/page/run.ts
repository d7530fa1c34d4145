import type { Solution } from '../problem.ts';
import type { Answer, Task } from './search.worker.ts';
// oxlint-disable-next-line import/default -- the builder makes this export.
import SearchWorker from './search.worker.ts?worker&inline';

/** What a run tells as it goes. */
export interface Listener {
  better(plan: Solution): void;
  /** The time is up; `better` had the last plan before. */
  ended(): void;
  failed(why: string): void;
}

/**
 * Searches in a worker of its own.
 * @returns ends the run at once; nothing more is told. The plan last told is the best so far.
 */
export function startRun(task: Task, listener: Listener): () => void {
  const worker = new SearchWorker();
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    if (data.kind === 'failed') {
      worker.terminate();
      listener.failed(data.why);
      return;
    }
    listener.better(data.plan);
    if (data.kind === 'better') return;
    worker.terminate();
    listener.ended();
  };
  worker.onerror = ({ message }) => {
    worker.terminate();
    listener.failed(message || 'Worker');
  };
  worker.postMessage(task);
  return () => worker.terminate();
}
