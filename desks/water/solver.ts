import { Worker } from 'node:worker_threads';
import type { Solver } from '@liangbuwu/office/plans/solving.ts';
import type { Progress } from '@liangbuwu/trucking/plan/solve.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import { PlanSettings } from './cast.ts';
import type { FromThread, SolveTask } from './solve-thread.ts';

const threads = 2;

/** Solves a water day in worker threads. Before the first plan nothing is under way, and nothing starts before now either. */
export const waterSolver: Solver = {
  desk: 'water',
  async solve(content, previous, { now, signal, onProgress }) {
    const problem = content.problem as Problem;
    const { seconds, seed } = PlanSettings.parse(content.settings);
    const before = (previous?.result as Plan | undefined) ?? nothingYet(problem);
    const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const halt = () => Atomics.store(stop, 0, 1);
    signal.addEventListener('abort', halt, { once: true });
    if (signal.aborted) halt();
    const report = ({ iterations, score, seconds: spent }: Progress) =>
      onProgress({
        seconds: Math.round(spent * 10) / 10,
        of: seconds,
        iterations,
        hardship: score.tiers.map(({ hardship }) => hardship),
        metres: score.metres,
      });
    const tasks = Array.from(
      { length: threads },
      (_, thread): SolveTask => ({
        problem,
        seconds,
        // Far apart, so that the next seed of an officer's is not this one's second thread.
        seed: seed + thread * 1_000_003,
        stop,
        ...(now === null ? {} : { previous: before, now }),
      }),
    );
    const plans = await Promise.all(
      tasks.map((task, thread) => inThread(task, thread === 0 ? report : () => {})),
    );
    signal.removeEventListener('abort', halt);
    const result = plans.reduce((best, plan) => (isBetter(plan, best) ? plan : best));
    return { result, score: result.score };
  },
};

function inThread(task: SolveTask, progressed: (progress: Progress) => void): Promise<Plan> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./solve-thread.ts', import.meta.url), { workerData: task });
    worker.on('message', (message: FromThread) => {
      if ('plan' in message) resolve(message.plan);
      else progressed(message.progress);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a planning thread ended with code ${code}`)));
  });
}

/** By hardship, tier by tier; then by stops changed; then by metres (`water-day/1`). */
function isBetter(plan: Plan, than: Plan): boolean {
  const merit = ({ score }: Plan) => [
    ...score.tiers.map(({ hardship }) => hardship),
    score.changed,
    score.metres,
  ];
  const others = merit(than);
  const differs = merit(plan).findIndex((value, i) => value !== others[i]);
  return differs >= 0 && (merit(plan)[differs] as number) < (others[differs] as number);
}

const nothingYet = (problem: Problem): Plan => ({
  format: 'water-day-plan/1',
  problem: problem.name,
  routes: [],
  score: {
    tiers: problem.tiers.map(({ name }) => ({ name, hardship: 0, worst: 0, people: 0 })),
    metres: 0,
    changed: 0,
  },
  short: [],
});
