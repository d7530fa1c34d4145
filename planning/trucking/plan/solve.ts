import { Worker } from 'node:worker_threads';
import type { Plan, Problem } from '../water-day.ts';
import { newNotice } from './exchange.ts';
import type { Pin } from './pins.ts';
import type { Task, ToMain, ToWorker } from './worker.ts';

/** How a search stands: the best found so far. */
export interface Progress {
  /** Since the call. */
  seconds: number;
  /** Of the worker that reports. */
  iterations: number;
  score: { tiers: { name: string; hardship: number }[]; changed: number; metres: number };
}

export interface SolveOptions {
  /** Wall time from the call to the plan, reasons included. Default 10. Ignored when `iterations` is given. */
  seconds?: number;
  /** Iterations of each worker; the plan is then a function of problem, seed, workers, iterations, previous and now. */
  iterations?: number;
  /** Any whole number. Default 1. */
  seed?: number;
  /** Threads that search, 1 or more. Default 2. */
  workers?: number;
  /** When it aborts, the search ends and the promise is resolved with the best plan so far, its reasons not looked into. */
  signal?: AbortSignal;
  /** Called some times a second, and once at the end of the search. */
  onProgress?: (progress: Progress) => void;
  /** The plan to go on from. */
  previous?: Plan;
  /** Seconds since 00:00; stops of `previous` that started before it are kept. Default 0: none. */
  now?: number;
  /** A plan to begin the search from, in place of what is left of `previous`: its stops before `now` are left out. */
  start?: Plan;
  /**
   * Deliveries to keep, whatever the search changes. Each is laid down in place of what stands in its way; one that cannot
   * be driven stays wanting, see `brokenPins`.
   */
  pins?: readonly Pin[];
  /** Tankers (ids of the problem) whose stops stay as `start` or `previous` has them, as far as they can be driven. */
  locks?: readonly string[];
}

/** Part of the time, and most seconds, that are kept for finding out why points are short. */
const REASONS_SHARE = 0.08;
const REASONS_LEAST = 0.05;
const REASONS_MOST = 1.5;
/** Part of the search's time in which the plan is tidied. */
export const TIDYING = 0.02;
/** Part of the time for reasons in which the plan is handed over. */
const HANDING_OVER = 0.3;

/** Seconds of `seconds` that the search may take. */
export function searchSeconds(seconds: number): number {
  return Math.max(0, seconds - Math.min(REASONS_MOST, REASONS_SHARE * seconds + REASONS_LEAST));
}

/** Milliseconds on a clock that all threads share. */
export function sharedClock(): number {
  return performance.timeOrigin + performance.now();
}

/**
 * Plans a day of water trucking (`water-day/1`) in worker threads.
 *
 * First plans are made by sending the tanker that is free first on the trip that relieves most hardship a second;
 * they are then improved by ruin and recreate under simulated annealing (Schrimpf et al. 2000; Christiaens & Vanden
 * Berghe 2020, SISR), each route timed exactly against bays, windows, village tanks and rests. Litres, seconds and
 * metres are whole numbers, as in the format.
 *
 * @param problem a valid problem (see `parseProblem`); it is not changed.
 * @param options see {@link SolveOptions}.
 * @returns a plan that keeps every rule, with its score, and for each point that is short in some tier one row with a
 * tested reason. With `previous`, it is never worse than what is left of that plan.
 * @throws RangeError for options that are not in their range.
 */
export async function solve(problem: Problem, options: SolveOptions = {}): Promise<Plan> {
  const began = sharedClock();
  const {
    seconds = 10,
    iterations,
    seed = 1,
    workers = 2,
    signal,
    onProgress,
    previous,
    now,
    start,
    pins,
    locks,
  } = options;
  demandRange('seconds', seconds, 0, false);
  demandRange('workers', workers, 1, true);
  demandRange('seed', seed, Number.MIN_SAFE_INTEGER, true);
  if (iterations !== undefined) demandRange('iterations', iterations, 0, true);
  if (now !== undefined) demandRange('now', now, 0, true);
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const halt = () => Atomics.store(stop, 0, 1);
  signal?.addEventListener('abort', halt, { once: true });
  if (signal?.aborted) halt();

  const notice = newNotice(workers, problem.tankers.length, problem.tiers.length);
  const timed = iterations === undefined;
  const crew = Array.from({ length: workers }, (_, variant) => {
    const task: Task = {
      problem,
      previous,
      now,
      start,
      pins,
      locks,
      seed,
      variant,
      iterations,
      began,
      searchUntil: timed ? began + 1000 * searchSeconds(seconds) : undefined,
      reports: onProgress !== undefined,
      stop,
      notice,
    };
    return new Worker(new URL('./worker.ts', import.meta.url), { workerData: task });
  });
  try {
    const found = await Promise.all(
      crew.map((worker) =>
        answer(worker, 'found', (message) => {
          if (message.kind === 'progress') onProgress?.(message.progress);
        }),
      ),
    );
    let best = 0;
    found.forEach((one, i) => {
      if (compare(one.merit, found[best]?.merit ?? []) < 0) best = i;
    });
    const worker = crew[best] as Worker;
    const until = began + 1000 * (seconds - HANDING_OVER * (seconds - searchSeconds(seconds)));
    const order: ToWorker = { kind: 'explain', until: timed ? until : undefined };
    worker.postMessage(order);
    return (await answer(worker, 'plan')).plan;
  } finally {
    signal?.removeEventListener('abort', halt);
    await Promise.all(crew.map((worker) => worker.terminate()));
  }
}

function demandRange(name: string, value: number, least: number, whole: boolean): void {
  if (value >= least && (!whole || Number.isSafeInteger(value))) return;
  throw new RangeError(
    `${name} is ${value}; it must be ${whole ? 'a whole number' : 'a number'} of at least ${least}`,
  );
}

function compare(a: number[], b: number[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The next message of one kind from a worker; others go to `aside`. */
function answer<Kind extends ToMain['kind']>(
  worker: Worker,
  kind: Kind,
  aside: (message: ToMain) => void = () => {},
): Promise<Extract<ToMain, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const off = () => {
      worker.off('message', hear);
      worker.off('error', fail);
      worker.off('exit', gone);
    };
    const hear = (message: ToMain) => {
      if (message.kind !== kind) {
        aside(message);
        return;
      }
      off();
      resolve(message as Extract<ToMain, { kind: Kind }>);
    };
    const fail = (error: unknown) => {
      off();
      reject(error);
    };
    const gone = (code: number) => fail(new Error(`a planning thread ended with code ${code}`));
    worker.on('message', hear);
    worker.on('error', fail);
    worker.on('exit', gone);
  });
}
