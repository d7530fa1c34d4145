import type { Problem, Solution } from '../problem.ts';
import { solveHere } from '../solve-here.ts';

/** What the worker is asked, once. */
export interface Task {
  problem: Problem;
  seconds: number;
  seed: number;
}

/** What it answers: plans on the way, then the last one or why there is none. */
export type Answer = { kind: 'better' | 'last'; plan: Solution } | { kind: 'failed'; why: string };

/** Milliseconds between two plans, or so many times as long as the last one took to show. */
const SHOW_EVERY = 200;
const SHOW_SHARE = 20;

const answer = (message: Answer) => {
  postMessage(message);
};

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  const { problem, seconds, seed } = data;
  try {
    let next = 0;
    let shown: { missing: number; cost: number } | undefined;
    const plan = solveHere(problem, {
      seconds,
      seed,
      onProgress({ missing, cost, solution }) {
        const began = performance.now();
        if (began < next || (shown?.missing === missing && shown.cost === cost)) return;
        shown = { missing, cost };
        answer({ kind: 'better', plan: solution() });
        const took = performance.now() - began;
        next = performance.now() + Math.max(SHOW_EVERY, SHOW_SHARE * took);
      },
    });
    answer({ kind: 'last', plan });
  } catch (error) {
    answer({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
  }
});
