import type { Problem } from '../problem.ts';
import { FaultList, type ProblemFault } from './fault.ts';
import { readClients, readDepots, readVehicles } from './lists.ts';
import { readProfiles } from './matrices.ts';
import { readPinned } from './pinned.ts';
import { readRoutes } from './routes.ts';
import { readSums } from './sums.ts';
import { readRecord, readWhole } from './wholes.ts';

/** Side of the largest matrix whose entries a 32-bit index reaches. */
const MOST_PLACES = 46340;

/**
 * What is wrong with a problem. It may come from anywhere: nothing about its form is taken for granted.
 *
 * Looked at are the form; that every number is whole, not negative and at most `NEVER`; indices; sizes of matrices; windows;
 * that there is a depot, a vehicle and a profile; that no sum can leave its range; that no client is pinned twice or was
 * twice in `previous`; that each pinned beginning has a vehicle and is possible. A beginning is possible when it would keep
 * every rule as a route by itself, driven straight to its end. The later looks are taken only when the earlier find nothing.
 *
 * A client whom no vehicle can reach, or serve, is no fault: the solution says so. Entries of a matrix over `NO_WAY`, keys
 * that are not known and depots listed twice in `reloads` are accepted.
 *
 * @param problem a `Problem`, or anything else.
 * @returns every fault with code (listed in check/codes.md), place, cause and remedy; at most a hundred, then `more-faults`.
 */
export function problemFaults(problem: unknown): ProblemFault[] {
  const faults = new FaultList();
  if (!readRecord(faults, problem, '')) return faults.close();
  const places = { least: 1, most: MOST_PLACES, required: true as const };
  if (!readWhole(faults, problem.places, 'places', places)) return faults.close();
  const claimed = problem as unknown as Problem;
  readProfiles(faults, claimed);
  readDepots(faults, claimed);
  readClients(faults, claimed);
  readVehicles(faults, claimed);
  readRoutes(faults, claimed);
  if (faults.none) readSums(faults, claimed);
  if (faults.none) readPinned(faults, claimed);
  return faults.close();
}
