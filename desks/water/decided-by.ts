import type { SolveOptions } from '@liangbuwu/trucking/plan/solve.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import type { PlanSettings } from './cast.ts';

/** What a search has to keep of what people decided. Where the machine has no say every tanker is locked. */
export function decidedBy(
  hand: PlanSettings['hand'],
  problem: Problem,
): Pick<SolveOptions, 'start' | 'pins' | 'locks'> {
  if (!hand) return {};
  return {
    start: hand.start as Plan,
    pins: hand.pins,
    locks: hand.machine ? hand.locks : problem.tankers.map(({ id }) => id),
  };
}
