import type { Proven } from '../problem.ts';
import type { Part } from './part.ts';
import type { Standing } from './standing.ts';

/** For each part, by number of new sites, what is known, from that of its `must` sites to all that it has. */
export type Board = (Standing | undefined)[][];

/** The best of all parts together with at most so many new sites. */
export interface Combined {
  /** For each part the standing that it takes. */
  standings: Standing[];
  people: number;
  bound: number;
  proven: () => Proven;
}

interface Sums {
  people: number;
  cost: number;
  walking: number;
  /** How many new sites the last part has. */
  taken: number;
}

/**
 * Shares a number of new sites out over parts: for each number the best that the parts looked at by now reach together, part by
 * part (dynamic programming). What is best of all is best in each part for its number, since people, cost and walking add up.
 * @param most for each number from that of all `must` sites to `most`
 */
export function combine(parts: readonly Part[], board: Board, most: number): Combined[] {
  const rows = parts.map((part, p) => filled(board[p] ?? [], part.must));
  const least = parts.reduce((total, { must }) => total + must, 0);
  const nobody: Sums = { people: 0, cost: 0, walking: 0, taken: 0 };
  let reached: (Sums | undefined)[] = Array.from({ length: most + 1 }, () => nobody);
  const choices: (Sums | undefined)[][] = [];
  let bounds = reached.map(() => 0);
  rows.forEach((row) => {
    const next: (Sums | undefined)[] = [];
    const nextBounds: number[] = [];
    for (let k = 0; k <= most; k += 1) {
      for (let taken = 0; taken <= Math.min(k, row.length - 1); taken += 1) {
        const before = reached[k - taken];
        const own = row[taken];
        if (!before || !own) continue;
        const sums = {
          people: before.people + own.people,
          cost: before.cost + own.cost,
          walking: before.walking + own.walking,
          taken,
        };
        if (isBetter(sums, next[k])) next[k] = sums;
        const bound = (bounds[k - taken] ?? 0) + own.bound;
        nextBounds[k] = Math.max(nextBounds[k] ?? 0, bound);
      }
    }
    choices.push(next);
    reached = next;
    bounds = nextBounds;
  });
  return Array.from({ length: most - least + 1 }, (_, i): Combined => {
    const k = least + i;
    const standings: Standing[] = [];
    let left = k;
    for (let p = parts.length - 1; p >= 0; p -= 1) {
      const { taken = 0 } = choices[p]?.[left] ?? {};
      standings.unshift(rows[p]?.[taken] as Standing);
      left -= taken;
    }
    const people = reached[k]?.people ?? 0;
    const bound = bounds[k] ?? 0;
    return { standings, people, bound, proven: () => provenOf(rows, k, people, bound) };
  });
}

/**
 * Cost and walking are proven where they are for every number that a part could have in a choice that serves as many; those of
 * the others that a bound shuts out do not matter.
 */
function provenOf(rows: Board, most: number, people: number, bound: number): Proven {
  const none = Array.from({ length: most + 1 }, () => 0);
  const before = [none];
  for (const row of rows) before.push(withBounds(before.at(-1) ?? none, row));
  let after = none;
  const matter: Standing[] = [];
  for (let p = rows.length - 1; p >= 0; p -= 1) {
    const row = rows[p] ?? [];
    const others = bothBounds(before[p] ?? none, after);
    row.slice(0, most + 1).forEach((own, taken) => {
      if (own && own.bound + (others[most - taken] ?? 0) >= people) matter.push(own);
    });
    after = withBounds(after, row);
  }
  const proven = people >= bound;
  const cost = proven && matter.every((own) => own.proven.people && own.proven.cost);
  return { people: proven, cost, walking: cost && matter.every((own) => own.proven.walking) };
}

/** Most that parts and one part more could serve, for each number of new sites. */
function withBounds(bounds: readonly number[], row: Board[number]): number[] {
  const own = bounds.map((_, k) => row[k]?.bound ?? -Infinity);
  return bothBounds(bounds, own);
}

function bothBounds(one: readonly number[], other: readonly number[]): number[] {
  return one.map((_, k) => {
    let most = -Infinity;
    for (let taken = 0; taken <= k; taken += 1) {
      most = Math.max(most, (one[k - taken] ?? 0) + (other[taken] ?? 0));
    }
    return most;
  });
}

/** More sites do no worse than fewer. */
function filled(known: Board[number], from: number): Board[number] {
  const row: (Standing | undefined)[] = [];
  for (let k = from; k < known.length; k += 1) {
    const own = known[k];
    const fewer = row[k - 1];
    if (!own || !fewer || !isBetter(fewer, own)) row[k] = own ?? fewer;
    else {
      const people = fewer.people >= own.bound;
      row[k] = { ...fewer, bound: own.bound, proven: { people, cost: false, walking: false } };
    }
  }
  return row;
}

function isBetter(
  a: Pick<Sums, 'people' | 'cost' | 'walking'>,
  b: Pick<Sums, 'people' | 'cost' | 'walking'> | undefined,
): boolean {
  if (!b || a.people !== b.people) return !b || a.people > b.people;
  return a.cost !== b.cost ? a.cost < b.cost : a.walking < b.walking;
}
