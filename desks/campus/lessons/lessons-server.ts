import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { clockOf, getOpenResponse, getResponse } from '@liangbuwu/office/responses/store.ts';
import { milliseconds } from '@liangbuwu/office/responses/when.ts';
import { getClass, getSchool, listClasses } from '../schools/school-store.ts';
import * as rules from './lesson-rules.ts';
import * as store from './lesson-store.ts';
import * as routes from './lessons.contract.ts';
import type { LessonTimes } from './week.ts';
import { timesFaults, weekFaults } from './week-faults.ts';

export const lessonEndpoints = ({ keys }: { keys: ResponseKeys }): Endpoint[] => [
  endpoint(routes.readLessonTimes, async ({ params, query }, { tx, clock, actor }) => {
    await requireSchool(tx, params.school);
    const of = { tenant: actor.tenant, response: await openId(tx, query.response, clock) };
    return { saved: (await store.listTimes(tx, keys, of)).get(params.school) ?? null };
  }),

  endpoint(routes.putLessonTimes, async ({ params, body }, deed) => {
    const { tx, clock, actor, record, announce } = deed;
    const { school } = params;
    const { times, seen } = body;
    const response = await getOpenResponse(tx, body.response, clock);
    await requireSchool(tx, school);
    const of = { tenant: actor.tenant, response: response.id };
    await store.holdLessons(tx, of, school);
    const before = (await store.listTimes(tx, keys, of)).get(school);
    // Sent again after a lost answer it changes nothing.
    if (before?.version === seen + 1 && isSame(before.times, times)) return { saved: before };
    if ((before?.version ?? 0) !== seen) throw refuse(changedMeanwhile, undefined);
    const faults = timesFaults(times);
    if (faults.length > 0) throw refuse(rules.weekContradicts, undefined, faults);
    if (before) await requireUnused(tx, keys, { ...of, school, before: before.times, times });
    const version = seen + 1;
    const at = clockOf(response).now();
    const whose = { ...of, area: school, version, account: actor.account, at: at.toString() };
    await store.insertVersion(tx, keys, whose, { kind: 'times', content: times });
    record({
      action: 'campus.lesson-times-saved',
      subject: `school:${school}`,
      area: school,
      response: response.id,
      at,
      detail: { version, periods: times.periods.length },
    });
    announce({ topic: 'campus.lessons', area: school, id: school });
    return { saved: { version, by: actor.name, at: milliseconds(at.toString()), times } };
  }),

  endpoint(routes.readLessonPlan, async ({ params, query }, { tx, clock, actor }) => {
    const found = await requireClass(tx, params.class);
    const of = { tenant: actor.tenant, response: await openId(tx, query.response, clock) };
    const versions = await store.listVersions(tx, keys, { ...of, class: found.id });
    const shown = versions.find(({ saved }) => saved.version === query.version) ?? versions[0];
    if (query.version !== undefined && shown?.saved.version !== query.version)
      throw refuse(notFound, { what: say('这一版课程表', 'version of the lesson plan') });
    return {
      times: (await store.listTimes(tx, keys, of)).get(found.school) ?? null,
      plan: shown?.saved ?? null,
      versions: versions.map(({ head }) => head),
      teachers: (await store.listTeachers(tx, [found.id])).get(found.id) ?? [],
    };
  }),

  endpoint(routes.putLessonPlan, async ({ params, body }, deed) => {
    const { tx, clock, actor, record, announce } = deed;
    const { week, seen } = body;
    const response = await getOpenResponse(tx, body.response, clock);
    const found = await requireClass(tx, params.class);
    const area = found.id;
    const of = { tenant: actor.tenant, response: response.id };
    await store.holdLessons(tx, of, found.school);
    const before = (await store.listWeeks(tx, keys, { ...of, classes: [area] })).get(area);
    if (before?.version === seen + 1 && isSame(before.week, week)) return { saved: before };
    if ((before?.version ?? 0) !== seen) throw refuse(changedMeanwhile, undefined);
    const times = (await store.listTimes(tx, keys, of)).get(found.school)?.times;
    const teachers = (await store.listTeachers(tx, [area])).get(area) ?? [];
    const faults = weekFaults(week, { times, teachers: new Set(teachers.map(({ id }) => id)) });
    if (faults.length > 0) throw refuse(rules.weekContradicts, undefined, faults);
    const version = seen + 1;
    const at = clockOf(response).now();
    const whose = { ...of, area, version, account: actor.account, at: at.toString() };
    await store.insertVersion(tx, keys, whose, { kind: 'week', content: week });
    record({
      action: 'campus.lesson-plan-saved',
      subject: `class:${area}`,
      area,
      response: response.id,
      at,
      detail: { version, lessons: week.lessons.length },
    });
    announce({ topic: 'campus.lessons', area, id: area });
    return { saved: { version, by: actor.name, at: milliseconds(at.toString()), week } };
  }),
];

const isSame = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);

/** Once a response has ended its lessons are destroyed. */
async function openId(tx: Tx, id: string, clock: Clock): Promise<string> {
  const response = await getResponse(tx, id, clock);
  if (response.ended) throw refuse(responseClosed, { ended: response.ended });
  return response.id;
}

async function requireSchool(tx: Tx, school: string): Promise<void> {
  await getSchool(tx, school);
  await requireAreas(tx, [school]);
}

async function requireClass(tx: Tx, of: string) {
  const found = await getClass(tx, of);
  await requireAreas(tx, [of]);
  return found;
}

/** A period may go once no class has a lesson in it. */
async function requireUnused(
  tx: Tx,
  keys: ResponseKeys,
  of: store.OfResponse & { school: string; before: LessonTimes; times: LessonTimes },
): Promise<void> {
  const stay = new Set(of.times.periods.map(({ id }) => id));
  const gone = of.before.periods.filter(({ id }) => !stay.has(id));
  if (gone.length === 0) return;
  const classes = (await listClasses(tx, of.school)).map(({ id }) => id);
  const weeks = [...(await store.listWeeks(tx, keys, { ...of, classes })).values()];
  for (const { id, name } of gone) {
    const using = weeks.filter(({ week }) => week.lessons.some(({ period }) => period === id));
    if (using.length > 0) throw refuse(rules.periodInUse, { name, classes: using.length });
  }
}
