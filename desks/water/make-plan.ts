import type { InputOf, OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { solveQueue } from '@liangbuwu/office/plans/solving.ts';
import { findPlanHead, getPlanHead, holdId, insertPlan } from '@liangbuwu/office/plans/store.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import type { Cast, PlanSettings } from './cast.ts';
import type { makePlan as route } from './contract.ts';
import { planDesk } from './desk-names.ts';
import { type OpenDay, openDay } from './open-day.ts';
import type { Day } from './read-day.ts';
import { fairAs, startByHand } from './start-by-hand.ts';

/** Writes the day down as a problem and queues it. Where a plan is in force, the new one goes on from it as of now. */
export async function makePlan(
  { params, body }: InputOf<typeof route>,
  deed: Deed & { actor: Actor },
  queue: JobQueue,
): Promise<OutputOf<typeof route>> {
  const { tx } = deed;
  await holdId(tx, params.plan);
  const there = await findPlanHead(tx, params.plan);
  if (there) return there;
  const response = await getOpenResponse(tx, body.response, deed.clock);
  const fair = body.fair ?? (body.hand ? await fairAs(tx, body.hand.from) : true);
  const opened = await openDay(tx, { ...body, fair }, response);
  return putPlan(deed, queue, {
    plan: params.plan,
    of: body,
    desk: planDesk,
    name: body.name,
    at: response,
    opened,
    settings: {
      seconds: body.seconds,
      seed: body.seed,
      fair,
      starts: Object.fromEntries(opened.starts),
      cast: castOf(opened.day),
      hand: body.hand ? await startByHand(tx, body.hand, body, opened) : null,
      went: opened.went,
      whatIf: null,
    },
  });
}

/** Adds a plan to its day and asks for it to be solved, all in this transaction. */
export async function putPlan(
  { tx, actor, record, announce }: Deed & { actor: Actor },
  queue: JobQueue,
  {
    plan,
    of: { response, area, day },
    desk,
    name,
    at: responseNow,
    opened,
    settings,
  }: {
    plan: string;
    of: { response: string; area: string; day: string };
    desk: string;
    name: string;
    at: Response;
    opened: Pick<OpenDay, 'now' | 'problem' | 'inForce'>;
    settings: PlanSettings;
  },
): Promise<PlanHead> {
  const at = clockOf(responseNow).now();
  await insertPlan(tx, actor.tenant, {
    id: plan,
    response,
    area,
    desk,
    day,
    name,
    basedOn: opened.inForce?.id ?? null,
    now: opened.now,
    problem: opened.problem,
    settings,
    madeBy: actor.account,
    madeAt: at.toString(),
  });
  await queue.send(tx, solveQueue, { tenant: actor.tenant, area, plan });
  record({
    action: 'plans.asked-for',
    subject: `plan:${plan}`,
    area,
    response,
    at,
    detail: { desk, day, seconds: settings.seconds },
  });
  announce({ topic: 'plans', area, id: plan });
  return getPlanHead(tx, plan);
}

/** Who is who in the problem of a day. */
export function castOf(day: Day): Cast {
  return {
    shifts: Object.fromEntries(
      day.tankers.flatMap(({ id, name, shifts }) =>
        shifts.map((shift) => [shift.id, { tanker: id, name }]),
      ),
    ),
    points: Object.fromEntries(
      day.points.map(({ id, area, name, kind, have }) => [id, { area, name, kind, have }]),
    ),
    villages: Object.fromEntries(day.villages),
    floors: day.floors.version,
    lossPercent: day.desk.lossPercent,
  };
}
