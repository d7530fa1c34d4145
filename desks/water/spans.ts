import type { Shift } from './water.ts';

/** Shifts in the order of the day, those that follow on each other (or overlap) joined under the first one's id. */
export function spans(shifts: readonly Shift[]): Pick<Shift, 'id' | 'from' | 'to'>[] {
  const joined: Pick<Shift, 'id' | 'from' | 'to'>[] = [];
  for (const { id, from, to } of [...shifts].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ id, from, to });
  }
  return joined;
}
