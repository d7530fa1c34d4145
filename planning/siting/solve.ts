import type { Level, Problem, Result } from './problem.ts';
import { InvalidProblem } from './refuse/invalid-problem.ts';
import { problemFaults } from './refuse/problem-faults.ts';
import { levelOf } from './report.ts';
import { type Board, combine } from './search/combine.ts';
import { type Instance, instanceOf } from './search/instance.ts';
import { mostOf, NOW, type Part, sum, withoutMust } from './search/part.ts';
import { partsOf } from './search/reduce.ts';
import { type Standing, standingNow } from './search/standing.ts';
import { startThread } from './search/threads.ts';
import type { Done, News, Task } from './search/worker.ts';

/** How the levels stand. */
export interface Progress {
  /** Since the call. */
  seconds: number;
  /** For each level in turn. */
  levels: Pick<Level, 'most' | 'people' | 'bound'>[];
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

/**
 * Sites stations: for each number of new ones the choice that serves most people within reach of a walk, no site giving more
 * than its yield; among such choices the cheapest; among these the one that has people walk least. Solved as mixed-integer programs by
 * HiGHS in a thread, so every level comes with a bound, and with a proof where time allowed.
 *
 * Capacitated maximal covering (Church & ReVelle 1974; Current & Storbeck 1988; Pirkul & Schilling 1991); README has the program.
 * Where everything is proven the result is a function of the problem alone, but for `seconds`.
 *
 * @param problem see {@link Problem}; it is not changed.
 * @param options see {@link SolveOptions}.
 * @returns levels from the number of `must` sites to `most`, never fewer people at a later one.
 * @throws InvalidProblem with `faults`, each with code, place, cause and remedy. RangeError for `seconds` below 0.
 */
export async function solve(problem: Problem, options: SolveOptions = {}): Promise<Result> {
  const began = performance.now();
  const { seconds = 60, signal, onProgress } = options;
  if (!(seconds >= 0))
    throw new RangeError(`seconds is ${seconds}; it must be a number of at least 0`);
  const faults = problemFaults(problem);
  if (faults.length > 0) throw new InvalidProblem(faults);
  const instance = instanceOf(problem);
  const parts = partsOf(instance);
  const board = parts.map((part) => firstRow(part, instance.most));
  const now = parts.map((part) => standingNow(withoutMust(part)));
  const past = (): number => (performance.now() - began) / 1000;
  let next = 0;
  const hear = ({ part, stations, standing }: News): void => {
    if (stations === NOW) now[part] = standing;
    else (board[part] as Board[number])[stations] = standing;
    if (!onProgress || performance.now() < next) return;
    next = performance.now() + REPORT_EVERY;
    onProgress({ seconds: past(), levels: curve(parts, board, instance.most) });
  };
  const task = { parts, most: instance.most, budget: instance.budget };
  if (!signal?.aborted) await search(task, hear, seconds - past(), options);
  return { ...resultOf(problem, instance, parts, board, now), seconds: past() };
}

/** Until the thread has done all, the time is over or the signal aborts. */
async function search(
  task: Omit<Task, 'seconds' | 'wasm'>,
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
        const heard = message as News | Done;
        if (heard.kind === 'done') resolve();
        else hear(heard);
      }, reject);
      signal?.addEventListener('abort', halt, { once: true });
      if (signal?.aborted) resolve();
      if (seconds < Number.POSITIVE_INFINITY)
        timer = setTimeout(resolve, 1000 * Math.max(0, seconds));
      thread.post({ ...task, seconds, wasm: wasm?.toString() } satisfies Task);
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', halt);
    thread.end();
  }
}

/** Of every number of new sites something is known at once: that those do who are open anyway. */
function firstRow(part: Part, most: number): Board[number] {
  const row: Board[number] = [];
  for (let k = part.must; k <= mostOf(part, most); k += 1) row[k] = standingNow(part);
  return row;
}

function curve(parts: readonly Part[], board: Board, most: number): Progress['levels'] {
  const least = sum(parts.map(({ must }) => must));
  return combine(parts, board, most).map(({ people, bound }, i) => ({
    most: least + i,
    people,
    bound,
  }));
}

function resultOf(
  problem: Problem,
  instance: Instance,
  parts: readonly Part[],
  board: Board,
  known: readonly Standing[],
): Omit<Result, 'seconds'> {
  const now = parts.map((part, p) => (part.must > 0 ? known[p] : board[p]?.[0]) as Standing);
  const servedNow = sum(now.map(({ people }) => people));
  const least = sum(parts.map(({ must }) => must));
  const levels: Level[] = [];
  combine(parts, board, instance.most).forEach((chosen, i) => {
    const before = levels[i - 1]?.people ?? servedNow;
    levels.push(levelOf({ problem, instance, parts, now }, least + i, chosen, before));
  });
  const inReach = instance.people.filter((_, j) => (instance.reach[j]?.length ?? 0) > 0);
  return {
    people: sum(instance.people),
    inReach: sum(inReach),
    servedNow,
    levels,
    stopped: levels.some(({ proven }) => !(proven.people && proven.cost && proven.walking)),
  };
}

/** Beside this module, built or not. */
function workerModule(): URL {
  const built = !import.meta.url.endsWith('.ts');
  return new URL(built ? './search/worker.js' : './search/worker.ts', import.meta.url);
}
