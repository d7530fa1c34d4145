import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { InputOf, OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { getSchool, listClasses } from '../schools/school-store.ts';
import { dayFaults } from './day-faults.ts';
import { timesProblem } from './plan-times.ts';
import type { makeTimetable as route } from './times.contract.ts';
import { timesQueue } from './times-queue.ts';
import { basedOnNothing, dayContradicts, nobodyComes } from './times-rules.ts';
import * as store from './times-store.ts';
import { type Placed, type TimesBasis, TimesSettings } from './timetable.ts';

/** Writes down what the timetable is made from, and queues it. */
export async function makeTimetable(
  { params, body }: InputOf<typeof route>,
  { tx, actor, clock, record, announce }: Deed & { actor: Actor },
  queue: JobQueue,
): Promise<OutputOf<typeof route>> {
  const { school, basedOn, ...asked } = body;
  await getSchool(tx, school);
  await requireAreas(tx, [school]);
  await store.holdTimes(tx, school);
  const there = await store.findTimetableHead(tx, params.timetable);
  if (there) return there;
  const settings = TimesSettings.parse(asked);
  const previous = basedOn === null ? null : await placedBy(tx, school, basedOn);
  const basis = await readBasis(tx, school, previous);
  const problem = timesProblem(basis.day, settings, previous ?? []);
  if (problem.activities.length === 0) throw refuse(nobodyComes, undefined);
  const at = clock.now();
  await store.insertTimetable(
    tx,
    { tenant: actor.tenant, account: actor.account, at: at.toString() },
    { id: params.timetable, school, basedOn, settings, basis, problem },
  );
  const ids = { tenant: actor.tenant, area: school, timetable: params.timetable };
  await queue.send(tx, timesQueue, ids);
  record({
    action: 'campus.timetable-asked',
    subject: `timetable:${params.timetable}`,
    area: school,
    at,
    detail: { version: basis.version, activities: problem.activities.length, ...settings },
  });
  announce({ topic: 'campus.times', area: school, id: params.timetable });
  const made = await store.findTimetableHead(tx, params.timetable);
  if (!made) throw new Error(`timetable ${params.timetable} is not there after it was written`);
  return made;
}

async function placedBy(tx: Tx, school: string, basedOn: string): Promise<Placed[]> {
  const found = await store.findTimetable(tx, basedOn);
  const placements = found?.school === school ? (found.result?.placements ?? []) : [];
  if (placements.length === 0) throw refuse(basedOnNothing, undefined);
  return placements;
}

/** Classes may have gone since the day was saved: what no longer fits together is said, not planned. */
async function readBasis(tx: Tx, school: string, previous: Placed[] | null): Promise<TimesBasis> {
  const saved = await store.findDay(tx, school);
  if (!saved) throw refuse(nobodyComes, undefined);
  const { day, version } = saved;
  const all = await listClasses(tx, school);
  const faults = dayFaults(day, new Map(all.map(({ id, name }) => [id, name])));
  if (faults.length > 0) throw refuse(dayContradicts, undefined, faults);
  const classes = all.map(({ id, name, stage, grade }) => ({ id, name, stage, grade }));
  return { version, day, classes, previous };
}
