import type { Problem, Solution } from '../problem.ts';
import { solveWatched } from './watch.ts';

/** What the worker is asked, once. */
export interface Task {
  problem: Problem;
  seconds: number;
  seed: number;
}

/** What it answers: plans on the way, then the last one or why there is none. */
export type Answer = { kind: 'better' | 'last'; plan: Solution } | { kind: 'failed'; why: string };

const answer = (message: Answer) => {
  postMessage(message);
};

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  const { problem, seconds, seed } = data;
  try {
    const plan = solveWatched(problem, { seconds, seed }, (better) => {
      answer({ kind: 'better', plan: better });
    });
    answer({ kind: 'last', plan });
  } catch (error) {
    answer({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
  }
});
