import type { Plan, Problem, Score } from '../water-day.ts';
import { type Day, openDay } from './day.ts';
import { declaredFaults } from './declared.ts';
import { openRoutes } from './drives.ts';
import { type CheckFault, fault, named } from './fault.ts';
import type { Again } from './kept.ts';
import { pointFaults } from './points.ts';
import { remedyFaults } from './remedies.ts';
import { restFaults } from './rest.ts';
import { routeFaults } from './route.ts';
import { bothOrNeither, exactScore, score } from './score.ts';
import { shortRowFaults } from './short-rows.ts';
import { sourceFaults } from './sources.ts';
import { visitFaults } from './visits.ts';

export interface CheckResult {
  /** No fault was found. */
  ok: boolean;
  faults: CheckFault[];
  /** Computed from the routes, not the declared one. */
  score: Score;
}

/**
 * Checks a plan against the rules of `water-day/1`. It shares no code with the planner.
 *
 * Looked at are the rules 1 to 5, what planning again keeps and forbids, the declared score, the rows of `short`, and
 * whether each remedy's patch applies, gives a valid problem and leaves the plan's stops passing. Not looked at: whether
 * the litres of a row could then be added (`promiseFaults` judges a plan that shows it), and what `because` and the
 * texts say.
 *
 * @param problem a valid problem, see `parseProblem`.
 * @param plan a plan of valid form, see `parsePlan`.
 * @param again when planning again: the plan before (of valid form) and the moment, seconds since 00:00; both or neither.
 * @returns every fault with code (listed in codes.md), JSON pointer into the plan and words, and the recomputed score.
 * @throws TypeError when only one of `previous` and `now` is given.
 */
export function check(
  problem: Problem,
  plan: Plan,
  again: { previous?: Plan | undefined; now?: number | undefined } = {},
): CheckResult {
  const from = bothOrNeither(again.previous, again.now);
  const day = openDay(problem);
  const broken = rulesBroken(day, plan, from);
  const faults = [
    ...nameFaults(problem, plan),
    ...broken,
    ...declaredFaults(plan, exactScore(day, plan, from)),
    ...shortRowFaults(problem, plan),
    ...remedyFaults(problem, plan, (patched) =>
      // A plan that fails anyway tells nothing about the patch.
      broken.length > 0 ? [] : rulesBroken(openDay(patched), plan, from),
    ),
  ];
  return {
    ok: faults.length === 0,
    faults,
    score: score(problem, plan, again.previous, again.now),
  };
}

function rulesBroken(day: Day, plan: Plan, again: Again | undefined): CheckFault[] {
  const { drives, faults } = openRoutes(day, plan, again);
  return [
    ...faults,
    ...drives.flatMap((drive) => [
      ...routeFaults(day, drive, again?.now),
      ...visitFaults(day, drive),
      ...restFaults(day, drive),
    ]),
    ...sourceFaults(day, drives),
    ...pointFaults(day, drives),
  ];
}

function nameFaults(problem: Problem, plan: Plan): CheckFault[] {
  if (plan.problem === problem.name) return [];
  return [
    fault(
      'wrong-problem',
      '/problem',
      `方案属于 ${named(plan.problem)}，不是 ${named(problem.name)}`,
      `is a plan of ${named(plan.problem)}, not of ${named(problem.name)}`,
    ),
  ];
}
