import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { findPublished, getPlanContent } from '@liangbuwu/office/plans/store.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import type { Went } from './as-it-went.ts';
import { clockTime, dayOf } from './day-of.ts';
import type { PointStart } from './day-start.ts';
import { goingOn } from './going-on.ts';
import { dayProblem } from './plan.ts';
import { withStarts } from './point-start.ts';
import { readAsItWent } from './read-as-it-went.ts';
import { type Day, readDay } from './read-day.ts';
import { readStarts } from './read-history.ts';
import { dayIsOver } from './rules.ts';
import { assumedFloors, type WhatIf } from './what-if.ts';

export interface OpenDay {
  day: Day;
  /** Second of the day that it is. */
  now: number;
  starts: Map<string, PointStart>;
  problem: Problem;
  inForce: PlanHead | undefined;
  /** How that went by now; null: nobody has recorded anything. */
  went: Went | null;
  /** What is under way. */
  again: { previous?: Plan; now?: number };
}

/** A day that can still be planned, as a problem, with what is under way of it. Of `whatIf` only the floors are heeded here. */
export async function openDay(
  tx: Tx,
  of: { response: string; area: string; day: string; fair: boolean; whatIf?: WhatIf | null },
  response: Response,
): Promise<OpenDay> {
  const read = await readDay(tx, of);
  const day = { ...read, floors: assumedFloors(read.floors, of.whatIf ?? null) };
  const time = dayOf(response, of.day);
  const now = time.secondOf(response.now);
  if (now >= day.desk.to) throw refuse(dayIsOver, { day: of.day, now: clockTime(now) });
  const { desk, points, floors } = day;
  const { area, fair } = of;
  const starts = await readStarts(tx, {
    response,
    area,
    day: of.day,
    desk,
    points,
    floors,
    fair,
  });
  const problem = dayProblem(
    { ...day, points: withStarts(day.points, starts) },
    { name: `water ${of.day}`, date: of.day, secondOf: time.secondOf },
  );
  const inForce = await findPublished(tx, { ...of, desk: 'water' });
  const before = inForce && (await getPlanContent(tx, inForce.id));
  const went = await readAsItWent(tx, { response, area, day: of.day, now }, before);
  return { day, now, starts, problem, inForce, went, again: goingOn(problem, before, now, went) };
}
