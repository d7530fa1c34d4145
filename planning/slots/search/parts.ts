import { chainsOf, classesOf, join } from './groups.ts';
import type { Act, Instance } from './instance.ts';

/** Activities that have nothing to do with any others. */
export interface Part {
  /** The whole's index of each of its activities, ascending. */
  acts: number[];
  instance: Instance;
}

/**
 * What nothing connects is solved apart: neither a link, nor a cell that they could fill together, nor the spread of a phase.
 * Overload and costs of parts add up to those of the whole.
 */
export function partsOf(instance: Instance): Part[] {
  const { acts, links, cells, spreads } = instance;
  const root = acts.map((_, a) => a);
  for (const [one = 0, ...others] of chainsOf(instance)) {
    for (const other of others) join(root, one, other);
  }
  for (const [c, there] of inCells(instance).entries()) {
    const cell = cells[c];
    const kinds = new Set(there.map(({ a }) => acts[a]?.kind));
    const most = there.reduce((total, { amount }) => total + amount, 0);
    const full = most > (cell?.capacity ?? 0) || (cell?.oneKind && kinds.size > 1);
    if (full) for (const { a } of there) join(root, there[0]?.a ?? a, a);
  }
  spreads.forEach((price, phase) => {
    if (price === 0) return;
    const own = acts.flatMap((act, a) => (act.phase === phase ? [a] : []));
    for (const a of own) join(root, own[0] ?? a, a);
  });
  return classesOf(root).map((own) => {
    const index = new Map(own.map((a, i) => [a, i]));
    const inside = links.flatMap((link) => {
      const [a, b] = [index.get(link.a), index.get(link.b)];
      return a === undefined || b === undefined ? [] : [{ ...link, a, b }];
    });
    const sub = own.map((a) => acts[a] as Act);
    return { acts: own, instance: { ...instance, acts: sub, links: inside } };
  });
}

/** Of each cell, the activities that could be there, and the most that each could take. */
export function inCells({ acts, cells }: Instance): { a: number; amount: number }[][] {
  const there: { a: number; amount: number }[][] = cells.map(() => []);
  acts.forEach(({ options }, a) => {
    const most = new Map<number, number>();
    for (const option of options) {
      option.cells.forEach((c, i) => {
        most.set(c, Math.max(most.get(c) ?? 0, option.amounts[i] ?? 0));
      });
    }
    for (const [c, amount] of most) there[c]?.push({ a, amount });
  });
  return there;
}
