import type { Board } from './board.ts';

/** Less than this is rounding, not water. */
const HAIR = 1e-6;

/** Hardship of a tier over all points, exact. */
function hardshipOf(board: Board, k: number): number {
  const { day } = board;
  let sum = 0;
  for (let p = 0; p < day.N; p += 1) {
    const need = day.need[p * day.K + k] as number;
    const got = board.got[p] as number;
    if (need - got <= HAIR) continue;
    const short = 1 - got / need;
    sum += (day.weight[p] as number) * short * short;
  }
  return sum;
}

/** What decides between two plans, first difference first: hardships rounded as declared, changed stops, metres. */
export type Merit = Float64Array;

export function meritOf(board: Board, merit: Merit = new Float64Array(board.day.K + 2)): Merit {
  const K = board.day.K;
  for (let k = 0; k < K; k += 1) merit[k] = Math.round(hardshipOf(board, k) * 100) / 100;
  merit[K] = board.changed;
  merit[K + 1] = board.metres;
  return merit;
}

/** Below zero: `a` is better. */
export function compareMerit(a: Merit, b: Merit): number {
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
