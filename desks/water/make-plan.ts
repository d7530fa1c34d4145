import type { InputOf, OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import { solveQueue } from '@liangbuwu/office/plans/solving.ts';
import {
  findPlanHead,
  findPublished,
  getPlanHead,
  holdId,
  insertPlan,
} from '@liangbuwu/office/plans/store.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import type { Cast, PlanSettings } from './cast.ts';
import type { makePlan as route } from './contract.ts';
import { clockTime, dayOf } from './day-of.ts';
import { dayProblem } from './plan.ts';
import { withStarts } from './point-start.ts';
import { type Day, readDay } from './read-day.ts';
import { readStarts } from './read-history.ts';
import { dayIsOver } from './rules.ts';

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
  const day = await readDay(tx, body);
  const time = dayOf(response, body.day);
  const now = time.secondOf(response.now);
  if (now >= day.desk.to) throw refuse(dayIsOver, { day: body.day, now: clockTime(now) });

  const published = await findPublished(tx, { ...body, desk: 'water' });
  const starts = await readStarts(tx, { ...day, ...body, response });
  const settings: PlanSettings = {
    seconds: body.seconds,
    seed: body.seed,
    fair: body.fair,
    starts: Object.fromEntries(starts),
    cast: castOf(day),
  };
  const at = clockOf(response).now();
  await insertPlan(tx, actor.tenant, {
    id: params.plan,
    response: body.response,
    area: body.area,
    desk: 'water',
    day: body.day,
    name: body.name,
    basedOn: published?.id ?? null,
    now,
    problem: dayProblem(
      { ...day, points: withStarts(day.points, starts) },
      { name: `water ${body.day}`, date: body.day, secondOf: time.secondOf },
    ),
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
