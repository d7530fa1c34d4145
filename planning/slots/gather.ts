import type { Conflict, Costs, Problem, Result } from './problem.ts';
import { reportOf } from './report.ts';
import { redealt } from './search/deal.ts';
import { first } from './search/first.ts';
import { type Instance, instanceOf, sum } from './search/instance.ts';
import { type Part, partsOf } from './search/parts.ts';
import type { News, Task } from './search/solve-parts.ts';
import { type Standing, standingOf } from './search/standing.ts';

/** A problem that is being solved: what there is to do, and what is known of it by now. */
export interface Gathering {
  task: Omit<Task, 'seconds'>;
  hear: (news: News) => void;
  now: () => Pick<Result, 'overload' | 'overloadBound' | 'bound'> & { total: number };
  /** At any time. */
  result: () => Omit<Result, 'seconds'>;
}

/** @param problem one without faults. */
export function gather(problem: Problem): Gathering {
  const instance = instanceOf(problem);
  if ('because' in instance) return impossible(instance);
  const parts = partsOf(instance);
  const standings = parts.map((part) =>
    standingOf(part.instance, redealt(part.instance, first(part.instance))),
  );
  const now: Gathering['now'] = () => ({
    overload: sum(standings.map(({ overload }) => overload)),
    overloadBound: sum(standings.map(({ overloadBound }) => overloadBound)),
    total: sum(standings.map(({ total }) => total)),
    bound: sum(standings.map(({ bound }) => bound)),
  });
  return {
    task: { parts, standings: [...standings] },
    hear: ({ part, standing }) => {
      standings[part] = standing;
    },
    now,
    result: () => {
      const { overload, overloadBound, total, bound } = now();
      const proven = {
        overload: overload === overloadBound,
        costs: overload === overloadBound && total === bound,
      };
      const short = standings.flatMap((one) => (one.short ? [one.short] : []));
      const said = reportOf(problem, instance, wholeOf(instance, parts, standings), short);
      const unsaid = standings.some((one) => one.overloadBound > 0 && !one.short?.minimal);
      const stopped = !proven.costs || unsaid;
      return { ...said, bound, overload, overloadBound, proven, stopped };
    },
  };
}

/** The option of each activity of all parts. */
function wholeOf(
  { acts }: Instance,
  parts: readonly Part[],
  standings: readonly Standing[],
): number[] {
  const choice = acts.map(() => 0);
  parts.forEach((part, p) => {
    part.acts.forEach((a, i) => (choice[a] = standings[p]?.choice[i] ?? 0));
  });
  return choice;
}

/** Nothing is placed, since no capacity could mend it. */
function impossible(conflict: Conflict): Gathering {
  const costs: Costs = { waiting: 0, apart: 0, spread: 0, changes: 0, total: 0 };
  const none = { overload: 0, overloadBound: 0, bound: 0 };
  return {
    task: { parts: [], standings: [] },
    hear: () => {},
    now: () => ({ ...none, total: 0 }),
    result: () => ({
      ...none,
      placements: [],
      loads: [],
      costs,
      proven: { overload: true, costs: true },
      conflicts: [conflict],
      changes: [],
      stopped: false,
    }),
  };
}
