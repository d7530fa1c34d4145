import { firstOpen, freeSites, type Part, sum } from './part.ts';
import { type Served, serve } from './serve.ts';

/** A choice and what can be said of it. */
export interface Guess {
  open: number[];
  served: Served;
  /** No choice of so many serves more. */
  bound: number;
}

/** Against what adding fractions in another order makes of a whole number. */
const ROUNDING = 1e-6;

export function wholeBelow(value: number): number {
  return Math.floor(value + ROUNDING);
}

/**
 * Opens one site after another, each time the one that serves most people more; only those whose last known gain could
 * still be the greatest are looked at again (Minoux 1978). People served by a choice, divided if need be, are submodular: a
 * site adds the less the more are open. So what is served then, and the greatest gains together, bound every choice
 * (Nemhauser, Wolsey & Fisher 1978).
 * @param most how many new sites, `must` included
 * @param budget for building; `null`: no limit
 * @param onGuess told the guess of each number, from that of the `must` sites to `most`
 */
export function greedy(
  part: Part,
  most: number,
  budget: number | null,
  onGuess: (stations: number, guess: Guess) => void,
): void {
  const everybody = sum(part.classes.map(({ people }) => people));
  const open = firstOpen(part);
  let money =
    budget === null
      ? Number.POSITIVE_INFINITY
      : budget - sum(open.map((i) => part.building[i] ?? 0));
  let served = serve(part, open);
  const gains = new Map(
    freeSites(part).map((i) => [i, serve(part, [...open, i]).divided - served.divided]),
  );
  const bounds: number[] = [];
  for (let stations = part.must; stations <= most; stations += 1) {
    if (stations > part.must) {
      const best = bestOf();
      if (best) {
        gains.delete(best.site);
        open.push(best.site);
        money -= part.building[best.site] ?? 0;
        served = best.served;
      }
    }
    const top = [...gains.values()].sort((a, b) => b - a);
    for (let k = stations; k <= most; k += 1) {
      const bound = served.divided + sum(top.slice(0, k - part.must));
      bounds[k] = Math.min(bounds[k] ?? everybody, bound, everybody);
    }
    const bound = Math.max(served.people, wholeBelow(bounds[stations] ?? everybody));
    onGuess(stations, { open: open.toSorted((a, b) => a - b), served, bound });
  }

  function bestOf(): { site: number; served: Served } | undefined {
    let best: { site: number; gain: number; served: Served } | undefined;
    const inOrder = [...gains].sort(([a, x], [b, y]) => y - x || a - b);
    for (const [site, known] of inOrder) {
      if (best && known <= best.gain) break;
      if ((part.building[site] ?? 0) > money) continue;
      const tried = serve(part, [...open, site]);
      const gain = tried.divided - served.divided;
      gains.set(site, gain);
      if (gain > (best?.gain ?? 0)) best = { site, gain, served: tried };
    }
    return best;
  }
}
