import type { Plan, Score } from '../water-day.ts';
import { type CheckCode, type CheckFault, fault, named } from './fault.ts';

/** The hardship is declared with two decimals. */
const HALF_CENT = 0.005;
/** How finely `worst` and `people` are declared is left open; whole numbers are the coarsest. */
const HALF = 0.5;

/** The score that a plan declares against the one that its routes have. */
export function declaredFaults(plan: Plan, exact: Score): CheckFault[] {
  const declared = plan.score;
  const faults: CheckFault[] = [];
  const compare = (code: CheckCode, at: string, says: number, is: number, slack: number): void => {
    if (Math.abs(says - is) <= slack + 1e-6 + 1e-12 * is) return;
    const rounded = Math.round(is * 100) / 100;
    faults.push(
      fault(code, at, `写的是 ${says}，应为 ${rounded}`, `says ${says}; it is ${rounded}`),
    );
  };

  const names = exact.tiers.map(({ name }) => name);
  if (
    declared.tiers.length !== names.length ||
    declared.tiers.some(({ name }, t) => name !== names[t])
  ) {
    const list = names.map(named);
    faults.push(
      fault(
        'score-tiers',
        '/score/tiers',
        `应依次为等级 ${list.join('、')}`,
        `must be the tiers ${list.join(', ')} in this order`,
      ),
    );
  } else {
    exact.tiers.forEach((tier, t) => {
      const says = declared.tiers[t] ?? tier;
      const at = `/score/tiers/${t}`;
      compare('score-hardship', `${at}/hardship`, says.hardship, tier.hardship, HALF_CENT);
      compare('score-worst', `${at}/worst`, says.worst, tier.worst, HALF);
      compare('score-people', `${at}/people`, says.people, tier.people, HALF);
    });
  }
  compare('score-metres', '/score/metres', declared.metres, exact.metres, 0);
  compare('score-changed', '/score/changed', declared.changed, exact.changed, 0);
  return faults;
}
