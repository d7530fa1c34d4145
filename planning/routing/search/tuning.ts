import type { Model } from './model.ts';
import type { RegionTuning } from './regions.ts';
import type { Tuning } from './walk.ts';

/** How all searches of a call are tuned. */
export interface CallTuning extends Tuning {
  /** Clients from which on the map is divided between the searches. */
  divideFrom: number;
  /** Undivided, every so many meetings all go on from where the best stands. */
  followEvery: number;
  /** Meetings of the searches. */
  rounds: number;
  /** Share of the call in which all is cooled as a whole; after it, region by region. */
  wholeShare: number;
  regions: RegionTuning;
}

/** Heat at which a search begins that begins from given routes: it looks around them. */
const WARM = 0.1;
/** Iterations a client that it takes to cool down from `hot`; with fewer, a search begins cooler. */
const LEISURE = 200;
const LEAST_HOT = 0.08;
/** From so many clients on the end of a search goes region by region. */
const MANY = 250;
/** From so many on the map is divided between the searches. */
const DIVIDED = 350;
/** Iterations a client from which on windows leave enough for the regions; with fewer, cooling as a whole needs them. */
const PLENTY = 2000;
/** How often each client is in a region that is cooled, unless there is only time for the fewest iterations. */
const TURNS = 10;
const FEWEST = 200;

/**
 * Figures found by trial, on generated instances (`bench/routing/generate.ts`) and on some of those that are compared;
 * `docs/adr/0009` says which and why.
 *
 * @param warm begins from given routes.
 * @param iterations that may be expected, of all searches together.
 */
export function tuningFor(model: Model, warm: boolean, iterations: number): CallTuning {
  const { times, trips } = model.uses;
  const many = model.N >= MANY;
  const each = iterations / Math.max(1, model.N);
  const wholeShare = many ? (times && (trips || each < PLENTY) ? 0.8 : 0.6) : 1;
  // Iterations are few where there are trips.
  const hottest = trips ? 0.5 : 1;
  return {
    // Who is near in cost and time may still not fit: with windows more are worth a look.
    reach: times && !trips ? 100 : 40,
    blinks: 0.01,
    size: 10,
    longest: 10,
    hot: warm ? WARM : Math.max(LEAST_HOT, Math.min(hottest, (each / LEISURE) ** 2)),
    cold: many ? 0.03 : 0.01,
    divideFrom: DIVIDED,
    rounds: 60,
    followEvery: 6,
    wholeShare,
    regions: {
      // Windows leave fewer ways from one good plan to another: it takes more room and more heat.
      size: times ? 120 : 80,
      hot: warm ? WARM : times ? 1 : 0.3,
      cold: 0.02,
      iterations: Math.max(FEWEST, (each * (1 - wholeShare)) / TURNS),
    },
  };
}
