import { check } from './check/check.ts';
import type { CheckFault } from './check/fault.ts';
import { checkUnserved } from './check/unserved.ts';
import type { Problem, Solution } from './problem.ts';

/** What is wrong with a solution: its routes, its cost, and what it says about whom it leaves out. */
export function faultsOf(problem: Problem, solution: Solution): CheckFault[] {
  return [...check(problem, solution).faults, ...checkUnserved(problem, solution)];
}
