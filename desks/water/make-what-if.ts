import { randomUUID } from 'node:crypto';
import type { InputOf, OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import { findPlanHead, holdId } from '@liangbuwu/office/plans/store.ts';
import { getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { whatIfDesk } from './desk-names.ts';
import { castOf, putPlan } from './make-plan.ts';
import { openDay } from './open-day.ts';
import { getSolvedPlan } from './solved-plan.ts';
import { startByHand } from './start-by-hand.ts';
import type { makeWhatIf as route } from './what-if.contract.ts';
import { assume } from './what-if.ts';

/** Writes the day down as it would be and queues it. The search starts from the plan that it stands beside, with what people decided there. */
export async function makeWhatIf(
  { params, body }: InputOf<typeof route>,
  deed: Deed & { actor: Actor },
  queue: JobQueue,
): Promise<OutputOf<typeof route>> {
  const { tx } = deed;
  await holdId(tx, params.plan);
  const there = await findPlanHead(tx, params.plan);
  if (there) return there;
  const { head, settings: before } = await getSolvedPlan(tx, body.beside);
  const response = await getOpenResponse(tx, head.response, deed.clock);
  const opened = await openDay(tx, { ...head, fair: before.fair, whatIf: body.whatIf }, response);
  const { pins = [], locks = [] } = before.hand ?? {};
  const { problem, cast } = assume(
    { problem: opened.problem, cast: castOf(opened.day) },
    body.whatIf,
    { now: opened.now, newId: randomUUID },
  );
  const hand = { from: head.id, machine: true, moves: [], pins, locks };
  return putPlan(deed, queue, {
    plan: params.plan,
    of: { response: head.response, area: head.area, day: head.day },
    desk: whatIfDesk,
    name: '',
    at: response,
    opened: { ...opened, problem },
    settings: {
      seconds: body.seconds,
      seed: before.seed,
      fair: before.fair,
      starts: Object.fromEntries(opened.starts),
      cast,
      hand: await startByHand(tx, hand, head, { ...opened, problem }),
      went: opened.went,
      whatIf: body.whatIf,
    },
  });
}
