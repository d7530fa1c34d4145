import { expect, test } from 'vitest';
import { parsePlan } from '../format/plan.ts';
import { parseProblem } from '../format/problem.ts';
import type { Plan, Problem, ShortRow, Stop } from '../water-day.ts';
import { check } from './check.ts';
import type { CheckCode } from './fault.ts';
import { score } from './score.ts';
import { twoVillages, twoVillagesPlan } from './two-villages.fixture.ts';

export interface OneFault {
  code: CheckCode;
  at: string;
  /** What is done to the good plan, and to the problem where the plan alone cannot show it. */
  spoil(plan: Plan, problem: Problem): void;
  /** Leaves the declared score as the spoiling left it. */
  ownScore?: true;
  again?: { now: number };
}

export const rowOf = (plan: Plan): ShortRow => {
  const [first] = plan.short;
  if (!first) throw new Error('the plan has a row');
  return first;
};

export const stopsOf = (plan: Plan, route: number): Stop[] => plan.routes[route]?.stops ?? [];

/** Puts these stops in place of the `from`th and all that follow. */
export function drive(plan: Plan, route: number, from: number, ...added: Stop[]): void {
  stopsOf(plan, route).splice(from, Number.POSITIVE_INFINITY, ...added);
}

/** Each is a plan with one fault, refused with its own code at its own place and no other. */
export function refuses(cases: OneFault[]): void {
  test.each(cases.map((one, i) => [i + 1, one.code, one] as const))(
    'plan %i is refused for %s alone',
    (_, code, { at, spoil, ownScore, again }) => {
      const problem = twoVillages();
      const plan = twoVillagesPlan();
      const previous = again && twoVillagesPlan();
      spoil(plan, problem);
      if (!ownScore) plan.score = score(problem, plan, previous, again?.now);
      expect(parseProblem(problem)).toMatchObject({ ok: true });
      expect(parsePlan(plan)).toMatchObject({ ok: true });

      const result = check(problem, plan, { previous, now: again?.now });

      expect(result.faults.map((fault) => [fault.code, fault.at])).toEqual([[code, at]]);
      expect(result.ok).toBe(false);
      expect(result.faults[0]?.say['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(result.faults[0]?.say.en).not.toMatch(/\p{Script=Han}|undefined|NaN/u);
    },
  );
}
