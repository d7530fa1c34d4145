import { useSay } from '@liangbuwu/ui/language/language.ts';
import { keptFrom, nextPlan, type PlanEvent, planStateWords } from '../../reopening/plan-rules.ts';
import type { Plan } from '../../reopening/reopening.ts';
import { reopeningMessages } from '../messages/reopening.ts';

/** Why a step cannot be taken with this plan, in words; undefined where it can. */
export function useWhyNot(plan: Plan, unsaved: boolean): (event: PlanEvent) => string | undefined {
  const t = reopeningMessages.use();
  const say = useSay();
  return (event) => {
    if (plan.state === 'replaced') return t('why.earlier');
    if (!nextPlan(plan.state, event))
      return t('why.state', { state: say(planStateWords[plan.state]) });
    const hand = keptFrom(event, plan.hands);
    if (hand) return t('why.hand', { hand: say(hand) });
    const { gaps, notInOrder } = plan;
    if (event === 'submitted' && unsaved) return t('why.unsaved');
    if ((event === 'submitted' || event === 'approved') && gaps.length > 0)
      return t('why.gaps', { count: gaps.length });
    if (event === 'approved' && notInOrder.length > 0)
      return t('why.items', { count: notInOrder.length });
    return undefined;
  };
}
