import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { getSchool, listClasses } from '../schools/school-store.ts';
import { dayFaults } from './day-faults.ts';
import { makeTimetable } from './make-timetable.ts';
import * as routes from './times.contract.ts';
import * as rules from './times-rules.ts';
import * as store from './times-store.ts';
import type { Timetable } from './timetable.ts';

export const timesEndpoints = (queue: JobQueue): Endpoint[] => [
  endpoint(routes.getSchoolDay, async ({ params }, { tx }) => {
    await requireSchool(tx, params.school);
    return { saved: (await store.findDay(tx, params.school)) ?? null };
  }),

  endpoint(
    routes.putSchoolDay,
    async ({ params, body }, { tx, actor, clock, record, announce }) => {
      const { school } = params;
      await requireSchool(tx, school);
      await store.holdTimes(tx, school);
      const before = await store.findDay(tx, school);
      if ((before?.version ?? 0) !== body.version) throw refuse(changedMeanwhile, undefined);
      const classes = await listClasses(tx, school);
      const faults = dayFaults(body.day, new Map(classes.map(({ id, name }) => [id, name])));
      if (faults.length > 0) throw refuse(rules.dayContradicts, undefined, faults);
      const at = clock.now();
      const version = body.version + 1;
      const { tenant, account } = actor;
      await store.putDay(
        tx,
        { tenant, account, at: at.toString() },
        { school, version, day: body.day },
      );
      record({
        action: 'campus.school-day-saved',
        subject: `school:${school}`,
        area: school,
        at,
        detail: { version, classes: body.day.classes.length },
      });
      announce({ topic: 'campus.times', area: school, id: school });
      return { saved: (await store.findDay(tx, school)) ?? null };
    },
  ),

  endpoint(routes.makeTimetable, (input, deed) => makeTimetable(input, deed, queue)),

  endpoint(routes.listTimetables, async ({ params }, { tx }) => {
    await requireSchool(tx, params.school);
    return {
      timetables: await store.listTimetables(tx, params.school),
      inForce: await store.findInForce(tx, params.school),
    };
  }),

  endpoint(routes.getTimetable, ({ params }, { tx }) => getTimetable(tx, params.timetable)),

  endpoint(routes.stopTimetable, async ({ params }, { tx, announce }) => {
    const { school, id } = await getTimetable(tx, params.timetable);
    await store.setStop(tx, id);
    announce({ topic: 'campus.times', area: school, id });
    const { basis: _, result: _result, ...head } = await getTimetable(tx, id);
    return head;
  }),

  endpoint(routes.publishTimetable, async ({ params, body }, deed) => {
    const { tx, actor, clock, record, announce } = deed;
    const { id, school, number, state, result } = await getTimetable(tx, params.timetable);
    if (state !== 'solved' || !result) throw refuse(rules.notSolved, undefined);
    if (result.overload > 0 || result.placements.length === 0)
      throw refuse(rules.doesNotFit, undefined);
    await store.holdTimes(tx, school);
    const now = await store.findInForce(tx, school);
    // Sent again after a broken connection it is still published once.
    if (now.timetable === id) return now;
    if (now.timetable !== body.replaces) throw refuse(changedMeanwhile, undefined);
    const at = clock.now();
    const whose = { tenant: actor.tenant, account: actor.account, at: at.toString() };
    await store.insertPublished(tx, whose, { school, timetable: id });
    record({
      action: 'campus.timetable-published',
      subject: `timetable:${id}`,
      area: school,
      at,
      detail: { number },
    });
    announce({ topic: 'campus.times', area: school, id });
    return store.findInForce(tx, school);
  }),

  endpoint(routes.takeBackTimetable, async ({ params }, { tx, actor, clock, record, announce }) => {
    const { id, school, number } = await getTimetable(tx, params.timetable);
    await store.holdTimes(tx, school);
    const now = await store.findInForce(tx, school);
    if (now.timetable !== id) throw refuse(rules.notInForce, undefined);
    const at = clock.now();
    const whose = { tenant: actor.tenant, account: actor.account, at: at.toString() };
    await store.insertPublished(tx, whose, { school, timetable: null });
    record({
      action: 'campus.timetable-taken-back',
      subject: `timetable:${id}`,
      area: school,
      at,
      detail: { number },
    });
    announce({ topic: 'campus.times', area: school, id });
    return store.findInForce(tx, school);
  }),
];

async function requireSchool(tx: Tx, school: string): Promise<void> {
  await getSchool(tx, school);
  await requireAreas(tx, [school]);
}

async function getTimetable(tx: Tx, id: string): Promise<Timetable> {
  const found = await store.findTimetable(tx, id);
  if (!found) throw refuse(notFound, { what: say('时间表', 'timetable') });
  return found;
}
