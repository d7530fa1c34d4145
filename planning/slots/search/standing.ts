import { type Instance, sum } from './instance.ts';
import { type Choice, type Measured, measure } from './measure.ts';

/** The best timetable known of a part, and how much is known of it. */
export interface Standing {
  choice: Choice;
  overload: number;
  /** What it costs. */
  total: number;
  /** No timetable has less overload. */
  overloadBound: number;
  /** None that has as little overload costs less. */
  bound: number;
  /** Resources that are too small together, when that is proven. */
  short: Shortage | undefined;
}

export interface Shortage {
  resources: number[];
  minimal: boolean;
}

/** What can be said of a choice without solving anything: nobody has less than the cheapest option. */
export function standingOf(instance: Instance, choice: Choice): Standing {
  const { overload, total } = measure(instance, choice);
  const cheapest = instance.acts.map(({ options }) =>
    Math.min(...options.map(({ waiting, changing }) => waiting + changing)),
  );
  return { choice, overload, total, overloadBound: 0, bound: sum(cheapest), short: undefined };
}

export function withChoice(standing: Standing, choice: Choice, is: Measured): Standing {
  return { ...standing, choice, overload: is.overload, total: is.total };
}

export function isProven({ overload, overloadBound, total, bound }: Standing): boolean {
  return overload === overloadBound && total === bound;
}
