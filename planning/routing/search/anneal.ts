import { draw, type Random } from './random.ts';

/** Something that can be searched: it changes itself, and takes the change back. */
export interface Walk {
  /** Changes what stands; what it costs then. `undefined`: nothing could be done, take it back. */
  propose(): number | undefined;
  /** The change stays. */
  keep(cost: number): void;
  takeBack(): void;
  /**
   * Asked now and then: how hot the search is, in units of cost. It may also change how cost is counted.
   * @param gone share of the search that is over, 0 to 1.
   */
  heat(gone: number, iterations: number): { temperature: number; cost: number };
}

export interface Clock {
  /** Share of the search that is over after so many iterations; 1 ends it. */
  gone(iterations: number): number;
  /** Iterations between two looks at the clock; a power of two. */
  every: number;
}

/**
 * Simulated annealing: a change that makes things dearer by `d` stays with the chance `exp(-d / temperature)` (Kirkpatrick
 * et al. 1983). The loop of every search here.
 * @returns the iterations done.
 */
export function anneal(walk: Walk, clock: Clock, random: Random): number {
  const mask = clock.every - 1;
  let iterations = 0;
  let cost = 0;
  let temperature = 0;
  for (;;) {
    if ((iterations & mask) === 0) {
      const gone = clock.gone(iterations);
      if (gone >= 1) return iterations;
      ({ temperature, cost } = walk.heat(gone, iterations));
    }
    iterations += 1;
    const next = walk.propose();
    if (next !== undefined && next <= cost - temperature * Math.log(draw(random) + 1e-12)) {
      cost = next;
      walk.keep(cost);
    } else walk.takeBack();
  }
}
