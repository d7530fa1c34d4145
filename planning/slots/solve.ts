import { gather } from './gather.ts';
import type { Problem, Result } from './problem.ts';
import { InvalidProblem } from './refuse/invalid-problem.ts';
import { problemFaults } from './refuse/problem-faults.ts';
import type { News, Task } from './search/solve-parts.ts';
import { isProven } from './search/standing.ts';
import { startThread } from './search/threads.ts';
import type { Heard, Order } from './search/worker.ts';

/** How it stands. */
export interface Progress {
  /** Since the call. */
  seconds: number;
  overload: number;
  overloadBound: number;
  /** What the best timetable costs. */
  total: number;
  bound: number;
}

export interface SolveOptions {
  /** Wall time from the call to the result. Default 60. `Infinity`: until all is proven, or the signal. */
  seconds?: number;
  /** When it aborts, the best so far is the result, with its bounds. */
  signal?: AbortSignal;
  /** Called some times a second. */
  onProgress?: (progress: Progress) => void;
  /** The module `search/worker`, where a bundler has put it somewhere else. Default: beside this one. */
  worker?: URL | string;
  /** `highs.wasm` of the package `highs`, likewise. Default: beside its loader. Nothing is ever fetched from a host of others. */
  wasm?: URL | string;
}

const REPORT_EVERY = 250;

/** Part of the time, and most seconds, in which the thread tells what it knows by then. */
const KEPT_SHARE = 0.1;
const MOST_KEPT = 1;

/**
 * Staggers times: for each activity a start and a way, so that no resource takes more than it has, every order is kept, and as few
 * people-minutes as possible are waited, spent apart from siblings, added by the spread of the day, or changed. Solved as
 * mixed-integer programs by HiGHS in a thread, so that there is a bound at any time, and a proof where time allowed.
 *
 * Where not everything has its place the timetable is the one that is least over the capacities, `loads` tell where and when, and
 * `conflicts` which resources are too small. README has the program.
 *
 * @param problem see {@link Problem}; it is not changed.
 * @param options see {@link SolveOptions}.
 * @returns where everything is proven, a function of the problem alone but for `seconds`.
 * @throws InvalidProblem with `faults`, each with code, place, cause and remedy. RangeError for `seconds` below 0.
 */
export async function solve(problem: Problem, options: SolveOptions = {}): Promise<Result> {
  const began = performance.now();
  const { seconds = 60, signal, onProgress } = options;
  if (!(seconds >= 0))
    throw new RangeError(`seconds is ${seconds}; it must be a number of at least 0`);
  const faults = problemFaults(problem);
  if (faults.length > 0) throw new InvalidProblem(faults);
  const gathering = gather(problem);
  const past = (): number => (performance.now() - began) / 1000;
  let next = 0;
  const hear = (news: News): void => {
    gathering.hear(news);
    if (!onProgress || performance.now() < next) return;
    next = performance.now() + REPORT_EVERY;
    onProgress({ seconds: past(), ...gathering.now() });
  };
  const done = gathering.task.standings.every(isProven);
  if (!signal?.aborted && !done) await search(gathering.task, hear, seconds - past(), options);
  return { ...gathering.result(), seconds: past() };
}

/** Until the thread has done all, the time is over or the signal aborts. */
async function search(
  task: Omit<Task, 'seconds'>,
  hear: (news: News) => void,
  seconds: number,
  { signal, worker, wasm }: SolveOptions,
): Promise<void> {
  const thread = await startThread(worker === undefined ? workerModule() : worker);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let halt = (): void => {};
  try {
    await new Promise<void>((resolve, reject) => {
      halt = resolve;
      thread.listen((message) => {
        const heard = message as Heard;
        if (heard.kind === 'news') hear(heard);
        else if (heard.kind === 'done') resolve();
        else reject(new Error(heard.message));
      }, reject);
      signal?.addEventListener('abort', halt, { once: true });
      if (signal?.aborted) resolve();
      if (seconds < Number.POSITIVE_INFINITY)
        timer = setTimeout(resolve, 1000 * Math.max(0, seconds));
      const kept = Math.min(MOST_KEPT, KEPT_SHARE * seconds);
      thread.post({ ...task, seconds: seconds - kept, wasm: wasm?.toString() } satisfies Order);
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', halt);
    thread.end();
  }
}

/** Beside this module, built or not. */
function workerModule(): URL {
  const built = !import.meta.url.endsWith('.ts');
  return new URL(built ? './search/worker.js' : './search/worker.ts', import.meta.url);
}
