import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, getOpenResponse, getResponse } from '@liangbuwu/office/responses/store.ts';
import { listArrivals, putArrival } from '../answers/arrival-store.ts';
import { listMembers } from '../members/member-store.ts';
import { type PassServices, settlePasses } from '../passes/settle.ts';
import { listClasses } from '../schools/school-store.ts';
import * as routes from './arrivals.contract.ts';
import { arrivalLines, arrivalMinutes } from './arrivals.ts';
import { dayIsOver, notInForce } from './times-rules.ts';
import { findInForce, findTimetable, holdTimes } from './times-store.ts';
import type { Timetable } from './timetable.ts';

export const arrivalEndpoints = (services: PassServices): Endpoint[] => [
  endpoint(routes.previewArrivals, async ({ params, query }, deed) => {
    const { tx, clock } = deed;
    const timetable = await getWithinReach(tx, params.timetable);
    const response = await getResponse(tx, query.response, clock);
    return readLines(tx, timetable, response, query.day);
  }),

  endpoint(routes.setArrivals, async ({ params, body }, deed) => {
    const { tx, clock, actor, record, announce } = deed;
    const timetable = await getWithinReach(tx, params.timetable);
    const { school } = timetable;
    const response = await getOpenResponse(tx, body.response, clock);
    await holdTimes(tx, school);
    const { lines } = await readLines(tx, timetable, response, body.day);
    const changing = lines.filter(({ changes }) => changes);
    // Sent again after a broken connection it is done already.
    if (changing.length === 0) return { set: 0, issued: 0, withdrawn: 0 };
    const seen = new Map(body.seen.map(({ area, was }) => [area, momentOf(was)]));
    const asSeen = changing.every(({ area, was }) => seen.get(area) === momentOf(was));
    if (!asSeen || seen.size !== changing.length) throw refuse(changedMeanwhile, undefined);
    const at = clockOf(response).now();
    for (const { area, becomes } of changing) {
      await putArrival(tx, { tenant: actor.tenant, response: response.id, area, at: becomes });
      record({
        action: 'campus.arrival-set',
        subject: `area:${area}`,
        area,
        response: response.id,
        at,
        detail: { at: becomes, timetable: timetable.id },
      });
      announce({ topic: 'campus.members', area, id: area });
    }
    const members = (await listMembers(tx, response.id, { area: school })).filter(({ area }) =>
      seen.has(area),
    );
    const settled = await settlePasses(deed, services, {
      tenant: actor.tenant,
      response,
      members,
      area: school,
    });
    return { set: changing.length, ...settled };
  }),
];

const momentOf = (at: string | null) => (at === null ? null : Date.parse(at));

async function getWithinReach(tx: Deed['tx'], id: string): Promise<Timetable> {
  const found = await findTimetable(tx, id);
  if (!found) throw refuse(notFound, { what: say('时间表', 'timetable') });
  await requireAreas(tx, [found.school]);
  return found;
}

async function readLines(tx: Tx, timetable: Timetable, response: Response, day: string) {
  const { school, id } = timetable;
  if ((await findInForce(tx, school)).timetable !== id) throw refuse(notInForce, undefined);
  if (day < response.today) throw refuse(dayIsOver, undefined);
  const classes = await listClasses(tx, school);
  const lines = arrivalLines({
    classes,
    minutes: arrivalMinutes(timetable),
    arrivals: await listArrivals(tx, response.id),
    school,
    day,
    zone: response.zone,
  });
  const told = new Set(lines.map(({ area }) => area));
  return { lines, without: classes.flatMap(({ id: of, name }) => (told.has(of) ? [] : [name])) };
}
