import type { Weights } from './board.ts';

/**
 * Weights for a search in which tiers before `active` are to stay met, `active` is what counts now, and later tiers
 * weigh `later` of the one before each; `nearly`: `active` is all but met, so it is pulled to exactly none as well; `active` = K: every tier is as good as it can be, and metres count.
 */
export function weightsFor(K: number, active: number, later: number, nearly: boolean): Weights {
  const square = new Float64Array(K);
  const line = new Float64Array(K);
  if (active >= K) {
    for (let k = 0; k < K; k += 1) {
      square[k] = 1e6 * 4 ** (K - 1 - k);
      line[k] = 1e6 * 4 ** (K - 1 - k);
    }
    return { square, line, metre: 1, changed: 1e5 };
  }
  for (let k = 0; k < K; k += 1) {
    if (k < active) {
      square[k] = 20 * 20 ** (active - 1 - k);
      line[k] = 2 * 20 ** (active - 1 - k);
    } else {
      square[k] = later ** (k - active);
      if (k === active && nearly) {
        square[k] = 5;
        line[k] = 1;
      }
    }
  }
  return { square, line, metre: 2e-6, changed: 0.02 };
}

/** Weights in which each tier weighs `ratio` of the one before it. */
export function evenWeights(K: number, ratio: number): Weights {
  const square = Float64Array.from({ length: K }, (_, k) => ratio ** k);
  return { square, line: new Float64Array(K), metre: 2e-6, changed: 0.02 };
}
