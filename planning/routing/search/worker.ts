import { type Search, search } from './search.ts';
import { parent } from './threads.ts';

/** What a search thread is sent; it answers with `Progress`, then `Found`. */
export type Task = Omit<Search, 'clock' | 'onBest'> & { reports: boolean };

export interface Progress {
  kind: 'progress';
  missing: number;
  cost: number;
  iterations: number;
}

export interface Found {
  kind: 'found';
  missing: number;
  cost: number;
  lists: Int32Array[];
  iterations: number;
}

const REPORT_EVERY = 100;

const main = await parent();
main.onMessage((message) => {
  const task = message as Task;
  let next = 0;
  const clock = () => performance.timeOrigin + performance.now();
  const { best, iterations } = search({
    ...task,
    clock,
    onBest: ({ missing, cost }, done) => {
      if (!task.reports || clock() < next) return;
      next = clock() + REPORT_EVERY;
      main.post({ kind: 'progress', missing, cost, iterations: done } satisfies Progress);
    },
  });
  const found: Found = {
    kind: 'found',
    missing: best.missing,
    cost: best.cost,
    lists: best.lists,
    iterations,
  };
  main.post(found);
});
