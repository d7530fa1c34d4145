import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { areaElsewhere, changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { outsideResponse } from '@liangbuwu/office/responses/rules.ts';
import {
  areasCovered,
  areasInScope,
  clockOf,
  getOpenResponse,
  holdId,
} from '@liangbuwu/office/responses/store.ts';
import { listBelow } from '../members/member-store.ts';
import { getSchool } from '../schools/school-store.ts';
import { findRun } from './run/run-store.ts';
import * as routes from './sampling.contract.ts';
import {
  classesOfGroups,
  sessionIsFixed,
  sessionStarted,
  tooManyPeople,
} from './sampling-rules.ts';
import * as store from './sampling-store.ts';
import { mostPeople, peopleIn, type SamplingSession, type SessionFields } from './session.ts';

export const samplingEndpoints: Endpoint[] = [
  endpoint(routes.listSessions, async ({ params, query }, { tx }) => {
    const school = await getSchool(tx, params.school);
    return { sessions: await store.listSessions(tx, { school: school.id, ...query }) };
  }),

  endpoint(routes.putSession, async ({ params, body }, { tx, clock, actor, record, announce }) => {
    const { seen, ...fields } = body;
    const response = await getOpenResponse(tx, fields.response, clock);
    const school = await getSchool(tx, params.school);
    await requireReached(tx, school.id);
    if (!(await areasCovered(tx, response, [school.id])).has(school.id))
      throw refuse(outsideResponse, undefined);
    const people = peopleIn(fields);
    if (people > mostPeople) throw refuse(tooManyPeople, { people });
    await holdId(tx, params.session);
    const before = await store.findSession(tx, params.session);
    if (before && (before.school !== school.id || before.response !== fields.response))
      throw refuse(sessionIsFixed, undefined);
    // Sent again after a lost answer it changes nothing.
    if (before && isDeepStrictEqual(fieldsOf(before), fields)) return before;
    if ((before?.version ?? null) !== seen) throw refuse(changedMeanwhile, undefined);
    await requireNotStarted(tx, params.session);
    await requireClasses(tx, school.id, fields);
    const row = { tenant: actor.tenant, id: params.session, school: school.id };
    const said = { version: (before?.version ?? 0) + 1, by: actor.account, at: response.now };
    await store.putSession(tx, { ...row, ...said }, fields);
    record({
      action: 'campus.sampling-planned',
      subject: `sampling:${params.session}`,
      area: school.id,
      response: response.id,
      at: clockOf(response).now(),
      detail: { day: fields.day, people, samplers: fields.samplers, perTube: fields.perTube },
    });
    announce({ topic: 'campus.sampling', area: school.id, id: params.session });
    return store.getSession(tx, params.session);
  }),

  endpoint(routes.removeSession, async ({ params, query }, { tx, clock, record, announce }) => {
    const session = await store.getSession(tx, params.session);
    await requireReached(tx, session.school);
    const response = await getOpenResponse(tx, session.response, clock);
    if (session.version !== query.seen) throw refuse(changedMeanwhile, undefined);
    await requireNotStarted(tx, session.id);
    await store.deleteSession(tx, session.id);
    record({
      action: 'campus.sampling-removed',
      subject: `sampling:${session.id}`,
      area: session.school,
      response: response.id,
      at: clockOf(response).now(),
      detail: { day: session.day },
    });
    announce({ topic: 'campus.sampling', area: session.school, id: session.id });
    return {};
  }),
];

function fieldsOf(session: SamplingSession): SessionFields {
  const { id: _, school: __, version: ___, changedBy: ____, changedAt: _____, ...fields } = session;
  return fields;
}

async function requireNotStarted(tx: Tx, session: string): Promise<void> {
  if (await findRun(tx, session)) throw refuse(sessionStarted, undefined);
}

async function requireClasses(
  tx: Tx,
  school: string,
  { groups }: Pick<SessionFields, 'groups'>,
): Promise<void> {
  const named = groups.flatMap(({ areas }) => areas);
  if (named.length === 0) return;
  const own = new Set(await listBelow(tx, school));
  if (new Set(named).size < named.length || named.some((area) => !own.has(area)))
    throw refuse(classesOfGroups, undefined);
}

async function requireReached(tx: Tx, school: string): Promise<void> {
  if (!(await areasInScope(tx, [school])).has(school))
    throw refuse(areaElsewhere, { what: say('这所学校', 'This school') });
}
