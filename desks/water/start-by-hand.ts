import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { getPlanContent } from '@liangbuwu/office/plans/store.ts';
import { byHand } from '@liangbuwu/trucking/plan/by-hand.ts';
import { PlanSettings } from './cast.ts';
import type { HandedPlan } from './hand.ts';
import type { OpenDay } from './open-day.ts';
import { moveNotMade } from './rules.ts';
import { getSolvedPlan } from './solved-plan.ts';

/** Lays the plan that a person starts from upon the day, makes the moves, and keeps what came of it for the search. */
export async function startByHand(
  tx: Tx,
  hand: HandedPlan,
  of: { response: string; area: string; day: string },
  { problem, again }: OpenDay,
): Promise<NonNullable<PlanSettings['hand']>> {
  const { head, plan } = await getSolvedPlan(tx, hand.from);
  const ours = head.response === of.response && head.area === of.area && head.day <= of.day;
  if (!ours) throw refuse(notFound, { what: say('作为底稿的计划', 'plan to start from') });
  const { moves, pins } = hand;
  const { plan: start, moved } = byHand(problem, { ...again, start: plan, moves, pins });
  const failed = moved.findIndex(({ done }) => !done);
  if (failed >= 0) throw refuse(moveNotMade, { number: failed + 1 });
  return { ...hand, start };
}

/** Whether what was short before weighed in a plan: who changes it by hand goes on with the same weights. */
export async function fairAs(tx: Tx, plan: string): Promise<boolean> {
  return PlanSettings.parse((await getPlanContent(tx, plan)).settings).fair;
}
