import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import type { PlanContent } from '@liangbuwu/office/plans/store.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import { PlanSettings } from './cast.ts';
import { insertTries, type OfPlan } from './course-store.ts';
import { findFloorsVersion } from './store.ts';
import { trialsOf } from './trials.ts';
import { wording } from './wording.ts';

export const triesQueue = 'water-one-more';

/** Writes down what is to be tried beside a plan that has just been made, and queues it, in the plan's own transaction. */
export async function askForTries(
  tx: Tx,
  of: OfPlan,
  queue: JobQueue,
  content: PlanContent,
): Promise<void> {
  const [problem, plan] = [content.problem as Problem, content.result as Plan];
  const { cast } = PlanSettings.parse(content.settings);
  const floors = await findFloorsVersion(tx, cast.floors);
  if (!floors) return;
  const inWords = wording(problem, cast, floors);
  const tries = trialsOf(problem, plan).map(({ id, kind, say }) => ({
    trial: id,
    kind,
    say: inWords(say),
  }));
  await insertTries(tx, of, tries);
  await queue.send(tx, triesQueue, { tenant: of.tenant, area: of.plan.area, plan: of.plan.id });
}
