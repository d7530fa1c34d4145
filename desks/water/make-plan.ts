import type { InputOf, OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import { solveQueue } from '@liangbuwu/office/plans/solving.ts';
import { findPlanHead, getPlanHead, holdId, insertPlan } from '@liangbuwu/office/plans/store.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import type { Cast, PlanSettings } from './cast.ts';
import type { makePlan as route } from './contract.ts';
import { openDay } from './open-day.ts';
import type { Day } from './read-day.ts';
import { fairAs, startByHand } from './start-by-hand.ts';

/** Writes the day down as a problem and queues it. Where a plan is in force, the new one goes on from it as of now. */
export async function makePlan(
  { params, body }: InputOf<typeof route>,
  deed: Deed & { actor: Actor },
  queue: JobQueue,
): Promise<OutputOf<typeof route>> {
  const { tx, actor, record, announce } = deed;
  await holdId(tx, params.plan);
  const there = await findPlanHead(tx, params.plan);
  if (there) return there;
  const response = await getOpenResponse(tx, body.response, deed.clock);
  const fair = body.fair ?? (body.hand ? await fairAs(tx, body.hand.from) : true);
  const opened = await openDay(tx, { ...body, fair }, response);
  const settings: PlanSettings = {
    seconds: body.seconds,
    seed: body.seed,
    fair,
    starts: Object.fromEntries(opened.starts),
    cast: castOf(opened.day),
    hand: body.hand ? await startByHand(tx, body.hand, body, opened) : null,
  };
  const at = clockOf(response).now();
  await insertPlan(tx, actor.tenant, {
    id: params.plan,
    response: body.response,
    area: body.area,
    desk: 'water',
    day: body.day,
    name: body.name,
    basedOn: opened.inForce?.id ?? null,
    now: opened.now,
    problem: opened.problem,
    settings,
    madeBy: actor.account,
    madeAt: at.toString(),
  });
  await queue.send(tx, solveQueue, { tenant: actor.tenant, area: body.area, plan: params.plan });
  record({
    action: 'plans.asked-for',
    subject: `plan:${params.plan}`,
    area: body.area,
    response: body.response,
    at,
    detail: { desk: 'water', day: body.day, seconds: body.seconds },
  });
  announce({ topic: 'plans', area: body.area, id: params.plan });
  return getPlanHead(tx, params.plan);
}

function castOf(day: Day): Cast {
  return {
    shifts: Object.fromEntries(
      day.tankers.flatMap(({ id, name, shifts }) =>
        shifts.map((shift) => [shift.id, { tanker: id, name }]),
      ),
    ),
    points: Object.fromEntries(day.points.map(({ id, area, name }) => [id, { area, name }])),
    villages: Object.fromEntries(day.villages),
    floors: day.floors.version,
  };
}
