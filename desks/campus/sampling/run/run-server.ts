import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { readNames } from '@liangbuwu/office/people/read-names.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, getOpenResponse, getResponse } from '@liangbuwu/office/responses/store.ts';
import { listMembers, listPlaces } from '../../members/member-store.ts';
import { getSession, readSession } from '../sampling-store.ts';
import * as routes from './run.contract.ts';
import { isCalled, planOf, queueOf, type Run } from './run.ts';
import { groupsWithoutPeople, runEnded } from './run-rules.ts';
import * as store from './run-store.ts';
import { closeTubes, listSampled, listTubes } from './tube-store.ts';

export const runEndpoints = ({ keys }: { keys: ResponseKeys }): Endpoint[] => [
  endpoint(routes.readRun, async ({ params }, { tx, clock }) => {
    const session = await readSession(tx, params.session);
    const run = await store.findRun(tx, params.session);
    const response = await getResponse(tx, session.response, clock);
    const { now } = response;
    const members = await listMembers(tx, response.id, { area: session.school });
    const queue = queueOf(session.groups, members);
    const listed = session.groups.map((_, i) => queue.filter(({ group }) => group === i).length);
    const of = { now, session, run: run ?? null, listed, outside: members.length - queue.length };
    if (!run) return { ...of, calls: [], tubes: [], sampled: [] };
    const [calls, tubes, sampled] = [
      await store.listCalls(tx, run.session),
      await listTubes(tx, run.session),
      await listSampled(tx, run.session),
    ];
    return { ...of, calls, tubes, sampled };
  }),

  endpoint(routes.startRun, async ({ params, body }, { tx, clock, actor, record, announce }) => {
    const session = await getSession(tx, params.session);
    const response = await getOpenResponse(tx, session.response, clock);
    const about = {
      subject: `sampling:${session.id}` as const,
      area: session.school,
      response: response.id,
      at: clockOf(response).now(),
    };
    const run = await store.findRun(tx, session.id, 'lock');
    if (run?.endedAt === null) return {};
    if (run) {
      await store.setEnded(tx, session.id, null);
      record({ action: 'campus.sampling-resumed', ...about });
    } else {
      if (session.version !== body.seen) throw refuse(changedMeanwhile, undefined);
      const members = await listMembers(tx, response.id, { area: session.school });
      const queue = queueOf(session.groups, members);
      const groups = session.groups.map((group, i) => ({
        ...group,
        people: queue.filter((one) => one.group === i).length,
      }));
      const empty = groups.filter(({ people }) => people === 0).map(({ name }) => name);
      if (empty.length > 0) throw refuse(groupsWithoutPeople, { groups: empty.join('、') });
      const of = { tenant: actor.tenant, session: session.id, response: response.id };
      const begun = { school: session.school, groups, at: response.now, by: actor.account };
      await store.insertRun(tx, { ...of, ...begun });
      record({ action: 'campus.sampling-started', ...about, detail: { people: queue.length } });
    }
    announce({ topic: 'campus.sampling', area: session.school, id: session.id });
    announce({ topic: runTopic, area: session.school, id: session.id });
    return {};
  }),

  endpoint(routes.endRun, async ({ params }, { tx, clock, record, announce }) => {
    const run = await store.getRun(tx, params.session, 'lock');
    const response = await getOpenResponse(tx, run.response, clock);
    if (run.endedAt !== null) return {};
    await closeTubes(tx, run.session, response.now);
    await store.setEnded(tx, run.session, response.now);
    const [tubes, sampled] = [await listTubes(tx, run.session), await listSampled(tx, run.session)];
    record({
      action: 'campus.sampling-ended',
      subject: `sampling:${run.session}`,
      area: run.school,
      response: response.id,
      at: clockOf(response).now(),
      detail: { people: sampled.length, tubes: tubes.length },
    });
    announce({ topic: runTopic, area: run.school, id: run.session });
    return {};
  }),

  endpoint(routes.putCall, async ({ params, body }, deed) => {
    const { tx, actor, record, announce } = deed;
    const { run, response } = await going(deed, params.session);
    const made = await store.listCalls(tx, run.session);
    const { number } = body;
    const { calls } = planOf(run);
    const again = made.some((one) =>
      number === null ? one.id === params.call : one.number === number,
    );
    if (again || (number !== null && number >= calls.length)) return {};
    const missing = async () => {
      const sampled = new Set(await listSampled(tx, run.session));
      const queue = queueOf(run.groups, await listMembers(tx, response.id, { area: run.school }));
      const called = isCalled({ calls }, made);
      return queue.filter((one) => called(one) && !sampled.has(one.id)).length;
    };
    const people = number === null ? await missing() : (calls[number]?.people ?? 0);
    const at = response.now;
    const call = { id: params.call, number, people, at };
    await store.insertCall(tx, {
      tenant: actor.tenant,
      session: run.session,
      school: run.school,
      ...call,
    });
    record({
      action: 'campus.sampling-called',
      subject: `sampling:${run.session}`,
      area: run.school,
      response: response.id,
      at: clockOf(response).now(),
      detail: { number, people },
    });
    announce({ topic: runTopic, area: run.school, id: run.session });
    return {};
  }),

  endpoint(routes.openQueue, async ({ params }, deed) => {
    const { tx, clock, actor } = deed;
    const run = await store.getRun(tx, params.session);
    const response = await getOpenResponse(tx, run.response, clock);
    const members = await listMembers(tx, response.id, { area: run.school });
    const queue = queueOf(run.groups, members);
    const persons = queue.map(({ id }) => id);
    const of = { tenant: actor.tenant, response, area: run.school, persons };
    const named = new Map((await readNames(deed, keys, of)).map((one) => [one.id, one]));
    const areaOf = new Map(members.map(({ id, area }) => [id, area]));
    const places = await listPlaces(tx, [...new Set(areaOf.values())]);
    const people = queue.flatMap((one) => {
      const who = named.get(one.id);
      const area = places.get(areaOf.get(one.id) ?? '')?.areaName ?? '';
      return who ? [{ ...one, area, name: who.name, onPaper: who.withheld !== null }] : [];
    });
    return { people };
  }),
];

/** What is said at every swab: not of the campus’s topics, whose pages would read names again each time. */
export const runTopic = 'sampling.run';

/** A session that is going on, locked. */
export async function going(
  { tx, clock }: Pick<Deed, 'tx' | 'clock'>,
  session: string,
): Promise<{ run: Run; response: Response }> {
  const run = await store.getRun(tx, session, 'lock');
  const response = await getOpenResponse(tx, run.response, clock);
  if (run.endedAt !== null) throw refuse(runEnded, undefined);
  return { run, response };
}
