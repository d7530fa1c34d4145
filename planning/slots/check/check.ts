import type { Problem, Result } from '../problem.ts';
import { conflictFaults } from './conflicts.ts';
import { costFaults } from './costs.ts';
import { type CheckFault, fault } from './fault.ts';
import { loadFaults } from './loads.ts';
import { placementFaults } from './placements.ts';

export interface CheckResult {
  /** No fault was found. */
  ok: boolean;
  faults: CheckFault[];
}

/**
 * Checks a result against every rule of its problem, and works every figure out anew from the placements, minute by minute. It
 * shares no code with the search. That nothing better exists it cannot see: it looks whether what is called proven agrees with the bounds.
 *
 * @param problem one without faults, see `problemFaults`.
 * @param result of that problem.
 * @returns every fault with code (listed in codes.md), place in the result and words.
 */
export function check(problem: Problem, result: Result): CheckResult {
  const faults = [...placementFaults(problem, result), ...conflictFaults(problem, result)];
  // What is worked out from placements makes no sense where these do not; where none are, everything is 0.
  const is = result.placements.length > 0 ? problem : { ...problem, activities: [], together: [] };
  if (faults.length === 0) faults.push(...loadFaults(is, result), ...costFaults(is, result));
  faults.push(...provenFaults(result));
  return { ok: faults.length === 0, faults };
}

function provenFaults({
  costs,
  bound,
  overload,
  overloadBound,
  proven,
  conflicts,
  stopped,
}: Result): CheckFault[] {
  const faults: CheckFault[] = [];
  if (bound > costs.total) {
    faults.push(fault('bound-above', '/bound', '下界高于费用', 'is above the costs'));
  }
  if (overloadBound > overload) {
    const at = '/overloadBound';
    faults.push(fault('bound-above', at, '下界高于超出量', 'is above the overload'));
  }
  const known = overload === overloadBound;
  if (proven.overload !== known || proven.costs !== (known && bound === costs.total)) {
    const zh = '与上下界不符';
    faults.push(fault('wrong-proven', '/proven', zh, 'does not agree with the bounds'));
  }
  const open = conflicts.some((one) => one.because === 'capacity' && !one.minimal);
  const untold = overloadBound > 0 && conflicts.length === 0;
  if (stopped !== (!proven.costs || open || untold)) {
    const zh = '与是否证明不符';
    faults.push(fault('wrong-stopped', '/stopped', zh, 'does not agree with what is proven'));
  }
  return faults;
}
