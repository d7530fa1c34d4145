import type { Clock } from '../clock/clock.ts';
import type { Tx } from '../database/connection.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { clockOf, getResponse } from '../responses/store.ts';
import * as routes from './contract.ts';
import { notRunning } from './rules.ts';
import * as store from './store.ts';

export const planEndpoints = (): Endpoint[] => [
  endpoint(routes.listPlans, async ({ query }, { tx, actor, clock }) => ({
    plans: await store.listPlans(tx, query),
    present: await store.listPresent(tx, query, { account: actor.account, now: clock.now() }),
  })),

  endpoint(routes.getPlan, async ({ params }, { tx }) => ({
    head: await store.getPlanHead(tx, params.plan),
    ...(await store.getPlanContent(tx, params.plan)),
  })),

  endpoint(routes.stopPlan, async ({ params }, { tx, clock, record, announce }) => {
    const plan = await store.getPlanHead(tx, params.plan, true);
    if (plan.state !== 'queued' && plan.state !== 'solving') throw refuse(notRunning, undefined);
    if (await store.askToStop(tx, plan.id)) {
      const at = await timeOf(tx, plan, clock);
      record({
        action: 'plans.stop-asked',
        subject: `plan:${plan.id}`,
        area: plan.area,
        response: plan.response,
        at,
      });
    }
    announce({ topic: 'plans.stop', area: plan.area, id: plan.id });
    return plan;
  }),

  endpoint(routes.renamePlan, async ({ params, body }, { tx, clock, record, announce }) => {
    const plan = await store.getPlanHead(tx, params.plan, true);
    if (plan.name !== body.name) {
      await store.rename(tx, plan.id, body.name);
      const at = await timeOf(tx, plan, clock);
      record({
        action: 'plans.renamed',
        subject: `plan:${plan.id}`,
        area: plan.area,
        response: plan.response,
        at,
      });
      announce({ topic: 'plans', area: plan.area, id: plan.id });
    }
    return { ...plan, name: body.name };
  }),

  endpoint(routes.bePresent, async ({ params, body }, { tx, actor, clock, announce }) => {
    const now = clock.now();
    const news = await store.putPresence(tx, actor.tenant, params.tab, {
      ...body,
      account: actor.account,
      seen: now,
    });
    if (news) announce({ topic: 'plans.presence', area: body.area, id: body.day });
    return { present: await store.listPresent(tx, body, { account: actor.account, now }) };
  }),
];

const timeOf = async (tx: Tx, plan: routes.PlanHead, clock: Clock): Promise<Temporal.Instant> =>
  clockOf(await getResponse(tx, plan.response, clock)).now();
