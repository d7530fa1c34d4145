import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { judgeAll } from '../answers/judge-all.ts';
import { onlyPupils } from '../members/member-rules.ts';
import { getMember, listMembers, listPlaces, type Place } from '../members/member-store.ts';
import type { PassServices } from '../passes/settle.ts';
import { getClass } from '../schools/school-store.ts';
import * as rules from './lesson-rules.ts';
import { listTeachers, listTimes, listWeeks } from './lesson-store.ts';
import { lessonsOf } from './lessons-of-day.ts';
import { countQuestions, listMentors, putMentors } from './question-store.ts';
import { seeToday } from './see-today.ts';
import * as routes from './today.contract.ts';
import { findSaid, insertSaid } from './today-store.ts';
import { countToday } from './where-today.ts';

export const todayEndpoints = (services: PassServices): Endpoint[] => [
  endpoint(routes.viewLessonDay, async ({ params, body }, deed) => {
    await requireAreas(deed.tx, [params.class]);
    await getClass(deed.tx, params.class);
    const { lessons, lines, day } = await whoIsWhere(deed, services, {
      response: body.response,
      area: params.class,
    });
    const shown = lines.map(({ id, name, today }) => ({ id, name, today }));
    return { day, lessons: lessons(params.class), counts: countToday(lines), lines: shown };
  }),

  endpoint(routes.viewWhoIsWhere, async ({ params, body }, deed) => {
    const { tx } = deed;
    const { area } = params;
    await requireAreas(tx, [area]);
    const asked = { response: body.response, area };
    const one = await whoIsWhere(deed, services, asked);
    const { response, day, lessons, lines, places } = one;
    const isClass = places.get(area)?.class !== null;
    const mentors = await listMentors(tx, { response: response.id, area });
    const asks = await countQuestions(tx, response);
    const byArea = Map.groupBy(lines, (line) => line.area);
    const classes = [...places.values()]
      .filter((place) => place.class)
      .sort(byGrade)
      .map((place) => ({
        area: place.area,
        name: place.areaName,
        lessons: lessons(place.area).length,
        counts: countToday(byArea.get(place.area) ?? []),
        open: asks.get(place.area)?.open ?? 0,
        overdue: asks.get(place.area)?.overdue ?? 0,
      }));
    return {
      day,
      lessons: isClass ? lessons(area) : [],
      counts: countToday(lines),
      lines: isClass
        ? lines.map(({ id, name, today, said }) => ({
            id,
            name,
            today,
            said:
              said && said.said.today !== 'known'
                ? {
                    today: said.said.today,
                    why: said.said.today === 'home' ? said.said.why : null,
                    at: said.at,
                  }
                : null,
            mentor: mentors.get(id) ?? null,
          }))
        : [],
      classes,
    };
  }),

  endpoint(routes.sayToday, async ({ params, body }, deed) => {
    const { tx, clock, actor, record, announce } = deed;
    const { keys } = services;
    const response = await getOpenResponse(tx, body.response, clock);
    const of = { tenant: actor.tenant, response: response.id };
    await holdId(tx, params.entry);
    const member = await getMember(tx, { response: response.id, member: params.member });
    if (member.kind !== 'pupil') throw refuse(onlyPupils, undefined);
    const there = await findSaid(tx, keys, { ...of, id: params.entry });
    if (there) {
      const same = JSON.stringify(there.said) === JSON.stringify(body.said);
      if (there.member !== member.id || !same) throw refuse(changedMeanwhile, undefined);
      return {};
    }
    await insertSaid(tx, keys, {
      ...of,
      id: params.entry,
      member: member.id,
      area: member.area,
      day: response.today,
      at: response.now,
      recorded: clock.now().toString(),
      by: actor.account,
      said: body.said,
    });
    record({
      action: 'campus.lesson-today-said',
      subject: `person:${member.id}`,
      area: member.area,
      response: response.id,
      at: clockOf(response).now(),
    });
    announce({ topic: 'campus.lessons', area: member.area, id: member.id });
    return {};
  }),

  endpoint(routes.putMentor, async ({ params, body }, deed) => {
    const { tx, clock, actor, record, announce } = deed;
    const area = params.class;
    const response = await getOpenResponse(tx, body.response, clock);
    await requireAreas(tx, [area]);
    await getClass(tx, area);
    const here = (await listMembers(tx, response.id, { area })).filter(
      ({ kind }) => kind === 'pupil',
    );
    const asked = new Set(body.members);
    const found = here.filter(({ id }) => asked.has(id));
    if (found.length < asked.size) throw refuse(onlyPupils, undefined);
    const teachers = (await listTeachers(tx, [area])).get(area) ?? [];
    if (body.mentor !== null && !teachers.some(({ id }) => id === body.mentor))
      throw refuse(rules.notAMentor, undefined);
    const of = { tenant: actor.tenant, response: response.id, area };
    await putMentors(tx, { ...of, members: [...asked], mentor: body.mentor });
    record({
      action: 'campus.mentor-named',
      subject: `class:${area}`,
      area,
      response: response.id,
      at: clockOf(response).now(),
      detail: { pupils: asked.size, mentor: body.mentor },
    });
    announce({ topic: 'campus.lessons', area, id: area });
    return {};
  }),
];

/** Every pupil of a class or school, where they have today’s lessons, and those lessons. */
async function whoIsWhere(
  deed: Deed & { actor: Actor },
  services: PassServices,
  asked: { response: string; area: string },
) {
  const { tx, actor } = deed;
  const { keys } = services;
  const isClass = (await listPlaces(tx, [asked.area])).get(asked.area)?.class != null;
  const judged = await judgeAll(deed, keys, { ...asked, names: isClass });
  const { response, places, governing } = judged;
  const pupils = judged.lines.filter(({ member }) => member.kind === 'pupil');
  const of = { tenant: actor.tenant, response };
  const seen = await seeToday(
    tx,
    services,
    of,
    pupils.map((line) => ({ ...line, by: governing.get(line.member.area) })),
  );
  const ids = { tenant: actor.tenant, response: response.id };
  const times = await listTimes(tx, keys, ids);
  const weeks = await listWeeks(tx, keys, { ...ids, classes: [...places.keys()] });
  const lines = pupils.flatMap(({ member, said: about }) => {
    const is = seen.get(member.id);
    const { id, area } = member;
    return is ? [{ id, area, name: about?.who?.name ?? '', ...is }] : [];
  });
  lines.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1));
  const lessons = (area: string) =>
    lessonsOf(
      response.today,
      weeks.get(area)?.week,
      times.get(places.get(area)?.school ?? '')?.times,
    );
  return { response, day: response.today, places, lines, lessons };
}

const byGrade = (a: Place, b: Place) =>
  (a.class?.grade ?? 99) - (b.class?.grade ?? 99) ||
  a.areaName.localeCompare(b.areaName, 'zh-CN', { numeric: true });
