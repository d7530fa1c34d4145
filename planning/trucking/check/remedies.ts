import type { Plan, Problem } from '../water-day.ts';
import { type CheckCode, type CheckFault, fault, named } from './fault.ts';
import { patchProblem } from './patch.ts';

/** What the stops that are still to be added may put right: they empty a tanker, fill it, and make waits. */
const REPAIRABLE: readonly CheckCode[] = ['tanker-overfull', 'more-than-loaded', 'no-rest'];

/**
 * The form of what remedies promise: each patch can be applied, gives a valid problem, and does not make the
 * plan's stops impossible. Whether the litres can then be added is not looked at.
 *
 * @param rulesBroken the faults that the plan's stops have in a problem.
 */
export function remedyFaults(
  problem: Problem,
  plan: Plan,
  rulesBroken: (patched: Problem) => CheckFault[],
): CheckFault[] {
  return plan.short.flatMap(({ point, remedy }, i): CheckFault[] => {
    if (remedy.patch === null) return [];
    const at = `/short/${i}/remedy/patch`;
    const name = named(point);
    const patched = patchProblem(problem, remedy.patch);
    if ('stuck' in patched) {
      return [
        fault(
          'patch-fails',
          at,
          `${name} 的补救改动无法用于这个问题（${patched.stuck}）`,
          `the patch for ${name} cannot be applied to the problem (${patched.stuck})`,
        ),
      ];
    }
    if ('broken' in patched) {
      const { path, say } = patched.broken;
      return [
        fault(
          'patch-breaks-problem',
          at,
          `改动之后 ${path}：${say['zh-CN']}`,
          `the patched problem breaks the format: ${path} ${say.en}`,
        ),
      ];
    }
    const broken = rulesBroken(patched.problem).find(({ code }) => !REPAIRABLE.includes(code));
    if (!broken) return [];
    return [
      fault(
        'patch-breaks-plan',
        at,
        `改动之后方案不再成立：${broken.at} ${broken.say['zh-CN']}`,
        `the plan does not pass on the patched problem: ${broken.at} ${broken.say.en}`,
      ),
    ];
  });
}
