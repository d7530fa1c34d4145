import { say } from '@liangbuwu/office/http/say.ts';
import { findGaps } from './gaps.ts';
import { type Known, planParts } from './plan-parts.ts';
import { dueOf, type Hands, handsOf } from './plan-rules.ts';
import type { StoredPlan } from './plan-store.ts';
import type { Finding, Plan } from './reopening.ts';

const isInspection = (event: string) => event === 'inspected' || event === 'inspected-again';

/** How the items stand since the plan was last submitted: of each the latest finding. */
export function findingsOf({ steps, round }: StoredPlan): Finding[] {
  const latest = new Map<string, Finding>();
  for (const step of steps)
    if (step.round === round && isInspection(step.event))
      for (const finding of step.findings) latest.set(finding.item, finding);
  return [...latest.values()];
}

export function handsIn({ workedOn, steps, round }: StoredPlan): Hands {
  const who = (is: (event: string) => boolean) =>
    steps.filter((step) => step.round === round && is(step.event)).map(({ by }) => by.id);
  return {
    workedOn,
    inspected: who(isInspection),
    assessed: who((event) => event === 'assessed'),
  };
}

/** What of it is in the way of being submitted: what the parts lack, and objections without an answer. */
export function gapsOf(plan: StoredPlan, known: Known): Plan['gaps'] {
  const unanswered = plan.objections.flatMap(({ part, words }, at) =>
    plan.answers[at]
      ? []
      : {
          part,
          field: null,
          words: say(`意见还没有答复：${words}`, `an objection waits for its answer: ${words}`),
        },
  );
  return [...findGaps(plan.parts, known), ...unanswered];
}

export const notInOrder = (plan: StoredPlan): Plan['notInOrder'] =>
  findingsOf(plan)
    .filter(({ inOrder }) => !inOrder)
    .map(({ item, toDo, by }) => {
      const name = planParts[item].words;
      return {
        part: item,
        field: null,
        words: say(
          `${name['zh-CN']}：${toDo}${by === null ? '' : `（${by} 前整改）`}`,
          `${name.en}: ${toDo}${by === null ? '' : ` (by ${by})`}`,
        ),
      };
    });

/** A version as who asks may see it, at this moment of its response. */
export function viewPlan(
  plan: StoredPlan,
  known: Known,
  { now, account }: { now: string; account: string },
): Plan {
  const { workedOn: _, round: __, steps, ...rest } = plan;
  const due = dueOf(plan.state, plan.since);
  const isOver = plan.state === 'approved' || plan.state === 'replaced';
  return {
    ...rest,
    findings: findingsOf(plan),
    due,
    overdue: due !== null && Date.parse(now) > Date.parse(due),
    gaps: isOver ? [] : gapsOf(plan, known),
    notInOrder: isOver ? [] : notInOrder(plan),
    steps: steps.map(({ plan: ___, round: ____, ...step }) => step),
    hands: handsOf(handsIn(plan), account),
  };
}
