import type { Highs } from 'highs';
import { greedy } from './greedy.ts';
import { mostOf, NOW, type Part, withoutMust } from './part.ts';
import { settle } from './settle.ts';
import { type Standing, standingNow, standingOf } from './standing.ts';

export interface Task {
  parts: Part[];
  /** Most new sites of all parts together. */
  most: number;
  budget: number | null;
  /** For all of it. */
  seconds: number;
}

/** What is known by now of a part with so many new sites; `NOW`: as it is, without `must` sites too. */
export interface News {
  part: number;
  stations: number;
  standing: Standing;
}

/**
 * Guesses, then settles, each part with each number of new sites: the smallest parts first.
 * @param loadHighs called after the guesses
 * @param tell told each time that something better is found or known
 */
export async function solveParts(
  { parts, most, budget, seconds }: Task,
  loadHighs: () => Promise<Highs>,
  tell: (news: News) => void,
): Promise<void> {
  const began = performance.now();
  const known = parts.map(() => new Map<number, Standing>());
  const note = (part: number, stations: number, standing: Standing): void => {
    known[part]?.set(stations, standing);
    tell({ part, stations, standing });
  };
  parts.forEach((part, p) => {
    greedy(part, mostOf(part, most), budget, (stations, { open, served, bound }) => {
      note(p, stations, standingOf(part, open, served.at, bound));
    });
  });
  const highs = await loadHighs();
  let until = began;
  const left = () => Math.max(0, until - performance.now()) / 1000;
  const jobs = parts.flatMap((part, p) => {
    const job = (of: Part, stations: number, as: number, first: () => Standing) => ({
      isDone: () => Object.values(known[p]?.get(as)?.proven ?? {}).every((one) => one),
      run: () => {
        const choice = { most: stations, budget };
        const onStanding = (standing: Standing) => note(p, as, standing);
        settle({ highs, part: of, choice, left, onStanding }, first());
      },
    });
    const now = withoutMust(part);
    const before =
      part.must > 0 ? [job(now, 0, NOW, () => known[p]?.get(NOW) ?? standingNow(now))] : [];
    const numbers = [...(known[p]?.keys() ?? [])];
    const levels = numbers.map((stations) =>
      job(part, stations, stations, () =>
        better(known[p]?.get(stations), known[p]?.get(stations - 1)),
      ),
    );
    return [...before, ...levels];
  });
  // What one does not use of its share is for the others, and then for those that had too little.
  share(jobs);
  share(jobs.filter(({ isDone }) => !isDone()));

  function share(waiting: readonly { run: () => void }[]): void {
    for (const [i, { run }] of waiting.entries()) {
      const over = performance.now() - began;
      until = performance.now() + (1000 * seconds - over) / (waiting.length - i);
      if (left() > 0) run();
    }
  }
}

/** What fewer sites do, more can: a guess is no worse than what is known of one site less. */
function better(guess: Standing | undefined, fewer: Standing | undefined): Standing {
  if (!guess) throw new Error('a number of sites without a guess');
  if (!fewer || fewer.people <= guess.people) return guess;
  return { ...fewer, bound: guess.bound, proven: guess.proven, adds: [] };
}
