import type { Fact } from '@liangbuwu/eligibility/table.ts';
import type { RuleFinding } from '../../at-gate/finding.ts';
import type { CheckBody } from '../../checks/check.ts';
import { type Noted, saidOf } from '../rule/answers.ts';
import { isOfThePhone, type Judged } from '../scan/judged.ts';

export type Reason = NonNullable<CheckBody['reason']>;
export type Direction = CheckBody['direction'];

export function checkBody(
  judged: Judged,
  gate: { response: string; gate: string; bundle: number | null },
  decided: { direction: Direction; reason: Reason | null },
  byRule: { asks: readonly Fact[]; noted: Noted; finding: RuleFinding | null },
): CheckBody {
  return {
    ...gate,
    ...decided,
    at: new Date(judged.at).toISOString(),
    shown: judged.shown,
    phone: { verdict: judged.verdict, code: judged.code },
    letThrough: decided.reason === null,
    ...saidOf(byRule.asks, byRule.noted),
    rule: byRule.finding,
  };
}

/** Why somebody is most likely not let through, by what was found of the pass and by what the rule says; undefined: nothing speaks for it. */
export function likelyReason(
  { verdict, shown, code }: Pick<Judged, 'verdict' | 'shown' | 'code'>,
  byRule: Reason | undefined,
): Reason | undefined {
  if (isOfThePhone({ code })) return 'other';
  if (verdict === 'red') return shown.how === 'nothing' ? 'no-pass' : 'pass';
  return byRule;
}
