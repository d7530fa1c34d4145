import type { Highs } from 'highs';
import { anneal } from './anneal.ts';
import { redealt } from './deal.ts';
import type { Instance } from './instance.ts';
import { isBetter, measure } from './measure.ts';
import type { Part } from './parts.ts';
import { settle } from './settle.ts';
import { shortageOf } from './shortage.ts';
import { isProven, type Standing, withChoice } from './standing.ts';

export interface Task {
  parts: Part[];
  /** Of each part, what is known before anything is solved. */
  standings: Standing[];
  /** For all of it. */
  seconds: number;
}

/** What is known of a part by now. */
export interface News {
  part: number;
  standing: Standing;
}

/**
 * Settles each part that is not settled yet, the smallest first; then says of those that are proven over the capacities what is too small.
 * @param loadHighs called only where there is something to solve
 * @param tell told each time that something better is found or known
 */
export async function solveParts(
  { parts, standings, seconds }: Task,
  loadHighs: () => Promise<Highs>,
  tell: (news: News) => void,
): Promise<void> {
  const began = performance.now();
  const known = [...standings];
  let until = began;
  const left = (): number => Math.max(0, until - performance.now()) / 1000;
  const open = known.flatMap((standing, part) => (isProven(standing) ? [] : [part]));
  if (open.length === 0) return;
  for (const part of open) {
    const { instance } = parts[part] as Part;
    const standing = annealed(instance, known[part] as Standing);
    if (standing === known[part]) continue;
    known[part] = standing;
    tell({ part, standing });
  }
  const highs = await loadHighs();
  open.sort((a, b) => (parts[a]?.acts.length ?? 0) - (parts[b]?.acts.length ?? 0));
  const settling = (part: number) => ({
    highs,
    instance: (parts[part] as Part).instance,
    left,
    onStanding: (standing: Standing): void => {
      known[part] = standing;
      tell({ part, standing });
    },
  });
  const of = (part: number): Standing => known[part] as Standing;
  const jobs = (again: boolean) =>
    open.flatMap((part) => {
      if (again && isProven(of(part))) return [];
      return [() => void settle(settling(part), of(part))];
    });
  // What one does not use of its share is for the others, and then for those that had too little.
  share(jobs(false));
  share(jobs(true));
  share(
    open.flatMap((part) => {
      if (of(part).overloadBound === 0) return [];
      const { onStanding, ...rest } = settling(part);
      const all = { ...rest, onStanding };
      return [() => onStanding({ ...of(part), short: shortageOf(all, of(part)) })];
    }),
  );

  function share(waiting: readonly (() => void)[]): void {
    for (const [i, run] of waiting.entries()) {
      const over = performance.now() - began;
      until = performance.now() + (1000 * seconds - over) / (waiting.length - i);
      if (left() > 0) run();
    }
  }
}

function annealed(instance: Instance, standing: Standing): Standing {
  const choice = redealt(instance, anneal(instance, standing.choice));
  const is = measure(instance, choice);
  return isBetter(is, standing) ? withChoice(standing, choice, is) : standing;
}
