import type { Problem } from '../problem.ts';

/** Whether people of a group may fetch at a site: both ways known, and within the limits. */
export function canWalk(problem: Problem, site: number, group: number): boolean {
  const metres = problem.metres[site]?.[group];
  const seconds = problem.seconds[site]?.[group];
  if (metres === null || metres === undefined) return false;
  if (seconds === null || seconds === undefined) return false;
  const limits = { metres: 500, seconds: 1200, queue: 0, ...problem.limits };
  return metres <= limits.metres && seconds + limits.queue <= limits.seconds;
}

/** Thousandths of a litre: whole numbers, so that sums are exact. */
export function millilitres(litres: number): number {
  return Math.round(1000 * litres);
}

export function indexById(list: readonly { id: string }[]): Map<string, number> {
  return new Map(list.map(({ id }, i) => [id, i]));
}
