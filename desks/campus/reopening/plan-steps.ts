import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { type RefusalKind, refuse } from '@liangbuwu/office/http/refusal.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { getSchool } from '../schools/school-store.ts';
import { knownOf, type PlanDeed, shown, tell } from './plan-deed.ts';
import {
  handsOf,
  itemsAreOthers,
  itemsOpen,
  keptFrom,
  nextPlan,
  type PlanEvent,
  planFourEyes,
  planHasGaps,
  planWrongState,
} from './plan-rules.ts';
import * as store from './plan-store.ts';
import * as routes from './reopening.contract.ts';
import { type Finding, Item, type Objection, type Plan } from './reopening.ts';
import { findingsOf, gapsOf, handsIn, notInOrder } from './view-plan.ts';

/** Each step that judges a plan, or puts it before those who do. */
export const stepEndpoints: Endpoint[] = [
  endpoint(routes.submitReopening, ({ params, body }, deed) =>
    take(deed, { ...params, ...body, event: 'submitted' }),
  ),
  endpoint(routes.withdrawReopening, ({ params, body }, deed) =>
    take(deed, { ...params, ...body, event: 'withdrawn' }),
  ),
  endpoint(routes.inspectReopening, ({ params, body }, deed) =>
    take(deed, { ...params, ...body, event: 'inspected' }),
  ),
  endpoint(routes.assessReopening, ({ params, body }, deed) =>
    take(deed, { ...params, ...body, event: 'assessed' }),
  ),
  endpoint(routes.approveReopening, ({ params, body }, deed) =>
    take(deed, { ...params, ...body, event: 'approved' }),
  ),
  endpoint(routes.returnReopening, ({ params, body }, deed) =>
    take(deed, { ...params, ...body, event: 'sent-back' }),
  ),
];

type Taken = Extract<
  PlanEvent,
  'submitted' | 'withdrawn' | 'inspected' | 'assessed' | 'approved' | 'sent-back'
>;

async function take(
  deed: PlanDeed,
  of: {
    plan: string;
    step: string;
    seen: number;
    event: Taken;
    findings?: readonly Finding[];
    objections?: readonly Objection[];
  },
): Promise<Plan> {
  const { tx, clock, actor } = deed;
  const plan = await store.getPlan(tx, of.plan, true);
  const response = await getOpenResponse(tx, plan.response, clock);
  const school = await getSchool(tx, plan.school);
  const isAgain = of.event === 'inspected' && findingsOf(plan).length > 0;
  const event = isAgain ? 'inspected-again' : of.event;
  const before = await store.findStep(tx, of.step);
  if (before) {
    // Sent twice it counts once.
    if (before.plan !== plan.id || before.by !== actor.account)
      throw refuse(changedMeanwhile, undefined);
    return shown(deed, plan.id, school, response);
  }
  if (plan.version !== of.seen) throw refuse(changedMeanwhile, undefined);
  const state = nextPlan(plan.state, event);
  if (!state) throw refuse(planWrongState, { state: plan.state });
  const words = keptFrom(event, handsOf(handsIn(plan), actor.account));
  if (words) throw refuse(planFourEyes, { words });
  if (event === 'submitted' || event === 'approved')
    refuseAll(planHasGaps, gapsOf(plan, await knownOf(tx, school, response)));
  if (event === 'approved') refuseAll(itemsOpen, notInOrder(plan));
  const { findings = [], objections = [] } = of;
  if (of.event === 'inspected' && !areTheItems(findings, findingsOf(plan)))
    throw refuse(itemsAreOthers, undefined);
  const round = event === 'submitted' ? plan.round + 1 : plan.round;
  await store.insertStep(tx, actor.tenant, {
    id: of.step,
    plan: plan.id,
    school: plan.school,
    round,
    event,
    by: actor.account,
    at: response.now,
    recorded: clock.now().toString(),
    findings,
    objections,
    answers: event === 'submitted' ? plan.answers : [],
  });
  await store.movePlan(tx, {
    ...plan,
    state,
    // Looked at again, it waits for the same step since the same moment.
    since: state === plan.state ? plan.since : response.now,
    round,
    objections: keptObjections(event, plan.objections, objections),
    answers: event === 'sent-back' || event === 'submitted' ? [] : plan.answers,
    workedOn: submits(event) ? [...new Set([...plan.workedOn, actor.account])] : plan.workedOn,
  });
  tell(deed, `campus.reopening-${event}`, {
    plan: plan.id,
    school: plan.school,
    response,
    detail: {
      number: plan.number,
      ...(findings.length > 0 && {
        inOrder: findings.filter(({ inOrder }) => inOrder).map(({ item }) => item),
        notInOrder: findings.filter(({ inOrder }) => !inOrder).map(({ item }) => item),
      }),
      ...(objections.length > 0 && {
        objections: objections.map(({ part, reason }) => `${part}: ${reason}`),
      }),
    },
  });
  return shown(deed, plan.id, school, response);
}

const submits = (event: PlanEvent) => event === 'submitted' || event === 'withdrawn';

/** They are answered with the submission, and stand in its step from then on. */
const keptObjections = (
  event: PlanEvent,
  had: readonly Objection[],
  given: readonly Objection[],
): readonly Objection[] => (event === 'sent-back' ? given : event === 'submitted' ? [] : had);

/** First all of them, then those that were not in order. */
function areTheItems(given: readonly Finding[], had: readonly Finding[]): boolean {
  const open = had.filter(({ inOrder }) => !inOrder).map(({ item }) => item);
  const looked = given.map(({ item }) => item);
  return had.length === 0
    ? Item.options.every((item) => looked.includes(item))
    : looked.every((item) => open.includes(item));
}

/** What is in the way, in one sentence. */
function refuseAll(kind: RefusalKind<{ words: Say }>, all: readonly { words: Say }[]): void {
  if (all.length === 0) return;
  const words = say(
    all.map((one) => one.words['zh-CN']).join('；'),
    all.map((one) => one.words.en).join('; '),
  );
  throw refuse(kind, { words });
}
