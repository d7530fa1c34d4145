import type { Problem, Tanker } from '../../water-day.ts';
import type { Because } from './because.ts';

export interface SpareKinds {
  /** As the county has them, small ones first; then the same with hours that last all day. */
  kinds: Tanker[];
  because: Extract<Because, 'tankers' | 'tanker-size'>;
}

const KINDS = 8;
const ALL_DAY = 3;
const USUAL = 8000;

/** Kinds of tanker that the county has and that may go to point `p`; where it has none, one that may. */
export function spareKinds(problem: Problem, p: number, now: number): SpareKinds {
  const most = problem.points[p]?.maxTankerLitres ?? Number.POSITIVE_INFINITY;
  const id = unusedId(problem);
  const day = { from: Math.max(now, problem.day.from), to: problem.day.to };
  const seen = new Set<string>();
  const kinds: Tanker[] = [];
  const allDay: Tanker[] = [];
  const add = (list: Tanker[], kind: Tanker) => {
    const key = JSON.stringify(kind);
    if (!seen.has(key)) list.push(kind);
    seen.add(key);
  };
  for (const { home, litres, from, to, rest } of problem.tankers) {
    if (litres > most || litres < 1) continue;
    const kind = { id, home, litres, from, to, ...(rest ? { rest } : {}) };
    add(kinds, kind);
    if (day.from < day.to && (from > day.from || to < day.to)) add(allDay, { ...kind, ...day });
  }
  const bySize = (a: Tanker, b: Tanker) => a.litres - b.litres || a.to - a.from - (b.to - b.from);
  if (kinds.length > 0) {
    const both = [...evenly(kinds.sort(bySize), KINDS), ...evenly(allDay.sort(bySize), ALL_DAY)];
    return { kinds: both, because: 'tankers' };
  }
  const home = problem.tankers[0]?.home ?? problem.sources[0]?.place;
  const litres = Math.min(USUAL, most);
  const tooBig = problem.tankers.length > 0 && problem.tankers.every((one) => one.litres > most);
  return {
    kinds:
      home === undefined || litres < 1 || day.from >= day.to ? [] : [{ id, home, litres, ...day }],
    because: tooBig ? 'tanker-size' : 'tankers',
  };
}

/** From small to big. */
function evenly(kinds: Tanker[], count: number): Tanker[] {
  if (kinds.length <= count) return kinds;
  return Array.from(
    { length: count },
    (_, i) => kinds[Math.floor((i * (kinds.length - 1)) / (count - 1))] as Tanker,
  );
}

/** An id for a further tanker. */
export function unusedId({ tankers }: Problem): string {
  const used = new Set(tankers.map(({ id }) => id));
  let number = tankers.length + 1;
  while (used.has(`added-${number}`)) number += 1;
  return `added-${number}`;
}
