import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import type { School } from '../campus.ts';
import type { Known } from './plan-parts.ts';
import * as store from './plan-store.ts';
import type { Plan } from './reopening.ts';
import { viewPlan } from './view-plan.ts';

export type PlanDeed = Deed & { actor: Actor };

export async function knownOf(
  tx: Tx,
  { id, boards }: Pick<School, 'id' | 'boards'>,
  { today }: Pick<Response, 'today'>,
): Promise<Known> {
  return { today, boards, grades: (await store.gradesOfSchools(tx, [id])).get(id) ?? [] };
}

export async function shown(
  { tx, actor }: PlanDeed,
  plan: string,
  school: School,
  response: Response,
): Promise<Plan> {
  const stored = await store.getPlan(tx, plan);
  const known = await knownOf(tx, school, response);
  return viewPlan(stored, known, { now: response.now, account: actor.account });
}

/** What was done goes to the ledger without what was written: by ids and figures only. */
export function tell(
  { record, announce }: PlanDeed,
  action: `campus.${string}`,
  of: { plan: string; school: string; response: Response; detail?: Record<string, unknown> },
): void {
  record({
    action,
    subject: `reopening:${of.plan}`,
    area: of.school,
    response: of.response.id,
    at: Temporal.Instant.from(of.response.now),
    ...(of.detail && { detail: of.detail }),
  });
  announce({ topic: 'campus.reopening', area: of.school, id: of.plan });
}
