import { isDeepStrictEqual } from 'node:util';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { outsideResponse } from '@liangbuwu/office/responses/rules.ts';
import { areasCovered, getOpenResponse, getResponse } from '@liangbuwu/office/responses/store.ts';
import type { School } from '../campus.ts';
import { getSchool } from '../schools/school-store.ts';
import { ruleOn } from './governing-rule.ts';
import { listWithPlans } from './list-with-plans.ts';
import { firstArrival } from './parts.ts';
import { knownOf, type PlanDeed, shown, tell } from './plan-deed.ts';
import { nextPlan, notAnEpidemic, planWrongState } from './plan-rules.ts';
import { stepEndpoints } from './plan-steps.ts';
import * as store from './plan-store.ts';
import * as routes from './reopening.contract.ts';
import type { Plan } from './reopening.ts';
import { viewPlan } from './view-plan.ts';

export const reopeningEndpoints: Endpoint[] = [
  endpoint(routes.listReopenings, async ({ query }, { tx, clock, actor }) => {
    const response = await getResponse(tx, query.response, clock);
    return { schools: await listWithPlans(tx, response, actor.account) };
  }),

  endpoint(routes.readReopening, async ({ params, query }, { tx, clock, actor }) => {
    const response = await getResponse(tx, query.response, clock);
    await requireAreas(tx, [params.school]);
    const school = await getSchool(tx, params.school);
    const plans = await store.listPlans(tx, { response: response.id, school: school.id });
    const current = plans.find(({ state }) => state !== 'replaced');
    const stored = query.plan ? plans.find(({ id }) => id === query.plan) : current;
    const known = await knownOf(tx, school, response);
    const day = (stored && firstArrival(stored.parts)) ?? response.today;
    const { id, name, withinName, boards } = school;
    return {
      school: { id, name, withinName, boards, grades: [...known.grades] },
      today: response.today,
      now: response.now,
      ruleOn: day,
      ...(await ruleOn(tx, clock, { school: school.id, day, zone: response.zone })),
      plan: stored ? viewPlan(stored, known, { now: response.now, account: actor.account }) : null,
      earlier: plans
        .filter((one) => one !== current)
        .map(({ id: of, number, state, since }) => ({ id: of, number, state, since })),
    };
  }),

  endpoint(routes.putReopening, async ({ params, body }, deed) => {
    const { tx, clock, actor } = deed;
    const response = await getOpenResponse(tx, body.response, clock);
    await requireAreas(tx, [body.school]);
    const school = await getSchool(tx, body.school);
    if (response.kind !== 'epidemic') throw refuse(notAnEpidemic, undefined);
    if ((await areasCovered(tx, response, [school.id])).size === 0)
      throw refuse(outsideResponse, undefined);
    await store.lockSchoolPlans(tx, response.id, school.id);
    const before = await store.findPlan(tx, params.plan, true);
    const isElsewhere = before && (before.school !== school.id || before.response !== response.id);
    if (isElsewhere) throw refuse(changedMeanwhile, undefined);
    if (before && body.seen === null) {
      // Sent again: what it made is there already.
      if (isDeepStrictEqual(before.parts, body.parts))
        return shown(deed, before.id, school, response);
      throw refuse(changedMeanwhile, undefined);
    }
    if (before) {
      if (before.version !== body.seen) throw refuse(changedMeanwhile, undefined);
      const state = nextPlan(before.state, 'saved');
      if (!state) throw refuse(planWrongState, { state: before.state });
      const since = state === before.state ? before.since : response.now;
      const answers = before.objections.map((_, at) => body.answers[at] ?? '');
      const { parts } = body;
      await store.updateDraft(tx, {
        id: before.id,
        state,
        since,
        parts,
        answers,
        by: actor.account,
      });
    } else {
      if (body.seen !== null) throw refuse(changedMeanwhile, undefined);
      await begin(deed, { id: params.plan, school, response, parts: body.parts });
    }
    tell(deed, before ? 'campus.reopening-changed' : 'campus.reopening-begun', {
      plan: params.plan,
      school: school.id,
      response,
    });
    return shown(deed, params.plan, school, response);
  }),

  ...stepEndpoints,
];

/** The first version, or one that takes the place of an approved one: whoever worked on that worked on this. */
async function begin(
  { tx, actor }: PlanDeed,
  of: { id: string; school: School; response: Response; parts: Plan['parts'] },
): Promise<void> {
  const { id, school, response, parts } = of;
  const plans = await store.listPlans(tx, { response: response.id, school: school.id });
  const current = plans.find(({ state }) => state !== 'replaced');
  if (current) {
    const replaced = nextPlan(current.state, 'begun-anew');
    if (!replaced) throw refuse(changedMeanwhile, undefined);
    await store.movePlan(tx, { ...current, state: replaced, since: response.now });
  }
  await store.insertPlan(tx, actor.tenant, {
    id,
    response: response.id,
    school: school.id,
    since: response.now,
    parts,
    workedOn: [...new Set([...(current?.workedOn ?? []), actor.account])],
  });
}
