import type { Highs, HighsCallbackMap } from 'highs';
import type { Model } from './model.ts';

export interface Run {
  /** Values of the columns; `undefined`: none was found. */
  values: readonly number[] | undefined;
  /** No solution has a lower objective; −∞ where nothing is known. */
  bound: number;
  /** `bound` and `values` meet. */
  optimal: boolean;
}

export interface RunOptions {
  /** Wall time. */
  seconds: number;
  /** Values to begin with. */
  start?: readonly number[];
  onBetter?: (values: Float64Array) => void;
  onBound?: (bound: number) => void;
}

/** Below 1, since objectives are whole: nothing better can lie in between. */
const WHOLE_GAP = 0.98;

/** HiGHS takes no infinite one. */
const A_YEAR = 365 * 86_400;

/** Solves a model with HiGHS (Huangfu & Hall 2018), until it is proven or the time is over. */
export function run(highs: Highs, { data }: Pick<Model, 'data'>, options: RunOptions): Run {
  const { modelStatus, callbackType } = highs.constants;
  return highs.withModel((model): Run => {
    model.passModel(data);
    model.options.set({
      output_flag: false,
      time_limit: Math.min(Math.max(0, options.seconds), A_YEAR),
      mip_rel_gap: 0,
      mip_abs_gap: WHOLE_GAP,
    });
    if (options.start) model.setSolution({ colValue: options.start });
    const heard: HighsCallbackMap = {
      [callbackType.mipImprovingSolution]: ({ data: { mip_solution } }) => {
        if (mip_solution instanceof Float64Array) options.onBetter?.(mip_solution);
        return undefined;
      },
      // mipLogging is silent where HiGHS is.
      [callbackType.mipInterrupt]: ({ data: { mip_dual_bound } }) => {
        if (mip_dual_bound !== undefined) options.onBound?.(mip_dual_bound);
        return undefined;
      },
    };
    model.run(heard);
    const status = model.getModelStatus();
    const found =
      model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
    const integral = data.integrality?.some((one) => one !== 0) ?? false;
    const optimal = status === modelStatus.optimal;
    const proven = optimal ? model.getObjectiveValue() : Number.NEGATIVE_INFINITY;
    return {
      values: found ? Array.from(model.getSolution().colValue) : undefined,
      bound: integral ? Number(model.info.get('mip_dual_bound')) : proven,
      optimal,
    };
  });
}
