import type { Model } from './model.ts';
import type { Tuning } from './walk.ts';

/** How all searches of a call are tuned. */
export interface CallTuning extends Tuning {
  /** Clients from which on the map is divided between the searches. */
  divideFrom: number;
  /** Undivided, every so many meetings all go on from where the best stands. */
  followEvery: number;
  /** Meetings of the searches. */
  rounds: number;
}

/** Heat at which a search begins that begins from given routes: it looks around them. */
const WARM = 0.1;
/** Iterations a client that it takes to cool down from `hot`; with fewer, a search begins cooler. */
const LEISURE = 200;
const LEAST_HOT = 0.08;

/**
 * @param warm begins from given routes.
 * @param iterations that may be expected, of all searches together.
 */
export function tuningFor(model: Model, warm: boolean, iterations: number): CallTuning {
  const leisure = iterations / Math.max(1, model.N) / LEISURE;
  return {
    reach: 40,
    blinks: 0.01,
    size: 10,
    longest: 10,
    hot: warm ? WARM : Math.max(LEAST_HOT, Math.min(1, leisure ** 2)),
    cold: 0.01,
    divideFrom: 250,
    rounds: 30,
    followEvery: 6,
  };
}
