import type { Problem, VehicleType } from '../problem.ts';
import { type FaultList, say } from './fault.ts';
import { findObstruction } from './obstruction.ts';

/** That there is a vehicle for each pinned beginning, and that each could be a route by itself. Expects a well-formed problem. */
export function readPinned(faults: FaultList, problem: Problem): void {
  const used = problem.vehicles.map(() => 0);
  for (const [i, beginning] of (problem.pinned ?? []).entries()) {
    const at = `pinned[${i}]`;
    if (beginning.visits.length === 0) {
      const cause = say('固定开头没有停靠', 'fixes nothing: it has no visits');
      faults.add('pinned-empty', at, cause, say('删去这一项', 'leave the entry out'));
      continue;
    }
    const { count } = problem.vehicles[beginning.vehicle] as VehicleType;
    const nth = (used[beginning.vehicle] ?? 0) + 1;
    used[beginning.vehicle] = nth;
    if (nth > count) {
      const cause = say(
        `第 ${beginning.vehicle} 种车辆的第 ${nth} 个固定开头，只有 ${count} 辆`,
        `is beginning ${nth} of vehicle type ${beginning.vehicle}, of which there are ${count}`,
      );
      const remedy = say('增加 count，或减少固定开头', 'raise count, or pin fewer beginnings');
      faults.add('pinned-too-many', at, cause, remedy);
    }
    const obstruction = findObstruction(problem, beginning, at);
    if (!obstruction) continue;
    const remedy = say(
      '缩短固定开头，或放宽它违反的限制',
      'shorten the beginning, or loosen the rule that it breaks',
    );
    faults.add('pinned-impossible', obstruction.at, obstruction.cause, remedy);
  }
}
