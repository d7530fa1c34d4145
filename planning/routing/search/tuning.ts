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

export function tuningFor(_model: Model, _warm: boolean): CallTuning {
  return {
    reach: 40,
    blinks: 0.01,
    size: 10,
    longest: 10,
    hot: 1,
    cold: 0.01,
    divideFrom: 250,
    rounds: 30,
    followEvery: 6,
    ...override,
  };
}

const override: Partial<CallTuning> = JSON.parse(process.env.LBW_TUNE ?? '{}');
