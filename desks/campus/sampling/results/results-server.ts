import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ReadPerson } from '@liangbuwu/office/people/contract.ts';
import { readPeople } from '@liangbuwu/office/people/read-people.ts';
import type { Reading } from '@liangbuwu/office/people/reading-limit.ts';
import { mostAtOnce } from '@liangbuwu/office/people/rules.ts';
import { getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { findMember, listPlaces } from '../../members/member-store.ts';
import type { CampusServices } from '../../server.ts';
import type { Tube } from '../run/run.ts';
import { runTopic } from '../run/run-server.ts';
import { getRun } from '../run/run-store.ts';
import { about, inRun } from '../run/swabs-server.ts';
import { getTube, listSwabs, setResult } from '../run/tube-store.ts';
import { isFollowed, nothingDone } from './follow-up.ts';
import * as followUps from './follow-up-store.ts';
import { noteTest } from './note-test.ts';
import { nobodyFollowed, reportAhead, tubeOpen } from './result-rules.ts';
import * as routes from './results.contract.ts';

type Acting = Deed & { actor: Actor };
type Services = Pick<CampusServices, 'keys' | 'newId' | 'gate'> & Reading;

export const resultEndpoints = (services: Services): Endpoint[] => [
  endpoint(routes.putResult, (input, deed) => putResult(input, deed, services)),

  endpoint(routes.openTubePeople, async ({ params }, deed) => {
    const { tx, actor } = deed;
    const { run, tube } = await inTube(deed, params);
    if (!isFollowed(tube.result)) throw refuse(nobodyFollowed, undefined);
    const of = { ...inRun(run, actor.tenant), tube: tube.id };
    const kept = [];
    for (const one of await followUps.listFollowUps(tx, services.keys, of)) {
      const member = await findMember(tx, one.member);
      if (member) kept.push({ ...one, area: member.area });
    }
    const who = new Map<string, ReadPerson>();
    for (let i = 0; i < kept.length; i += mostAtOnce) {
      const persons = kept.slice(i, i + mostAtOnce).map(({ member }) => member);
      const asked = { response: run.response, persons, facts: [] };
      for (const person of (await readPeople('contact', asked, deed, services)).persons)
        who.set(person.id, person);
    }
    const places = await listPlaces(tx, [...new Set(kept.map(({ area }) => area))]);
    const people = kept.map(({ member, area, ...one }) => ({
      ...one,
      name: who.get(member)?.name ?? '',
      phone: who.get(member)?.phone ?? null,
      area: places.get(area)?.areaName ?? '',
    }));
    people.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1));
    return { people };
  }),

  endpoint(routes.putFollowUp, async ({ params, body }, deed) => {
    const { tx, actor, record, announce } = deed;
    const { run, response, tube } = await inTube(deed, params);
    const of = { ...inRun(run, actor.tenant), tube: tube.id };
    const all = await followUps.listFollowUps(tx, services.keys, of);
    const before = all.find(({ id }) => id === params.followUp);
    if (!before) throw refuse(notFound, { what: say('跟进', 'follow-up') });
    const { outcome, seen } = body;
    const next = {
      ...before,
      called: body.called ? (before.called ?? response.now) : null,
      isolatedAt: body.isolatedAt,
      code: body.code,
      outcome: outcome?.result ?? null,
      outcomeAt: outcome?.reported ?? null,
    };
    if (before.version !== seen) throw refuse(changedMeanwhile, undefined);
    requireReported(outcome?.reported, { response, tube });
    const version = before.version + 1;
    await followUps.putFollowUp(tx, services.keys, of, { ...next, version });
    if (next.outcome !== before.outcome || next.outcomeAt !== before.outcomeAt) {
      const reported = outcome?.result === 'negative' ? outcome.reported : null;
      const members = [before.member];
      await noteTest(deed, services, { response, school: run.school, members, reported });
    }
    record({ action: 'campus.tube-followed-up', ...about(run, response, tube.id) });
    announce({ topic: runTopic, area: run.school, id: run.session });
    const { id: _, member: __, ...said } = next;
    return { ...said, version };
  }),
];

async function putResult(
  { params, body }: InputOf<typeof routes.putResult>,
  deed: Acting,
  services: Services,
): Promise<Record<string, never>> {
  const { tx, actor, record, announce } = deed;
  const { run, response, tube } = await inTube(deed, params);
  const { result, reported } = body;
  const isSame = tube.result === result && sameMoment(tube.reportedAt, reported);
  // Sent again after a lost answer it changes nothing.
  if (isSame) return {};
  if (tube.version !== body.seen) throw refuse(changedMeanwhile, undefined);
  if (tube.closedAt === null) throw refuse(tubeOpen, { code: tube.code });
  requireReported(reported, { response, tube });
  await setResult(tx, tube.id, { result, reported });
  const of = inRun(run, actor.tenant);
  const members = (await listSwabs(tx, services.keys, of, 'all'))
    .filter(({ place }) => place?.tube === tube.id)
    .map(({ member }) => member);
  const noLonger = result === 'positive' || tube.result === 'negative';
  if (result === 'negative' || noLonger)
    await noteTest(deed, services, {
      response,
      school: run.school,
      members,
      reported: result === 'negative' ? reported : null,
    });
  if (isFollowed(tube.result) && !isFollowed(result)) await followUps.deleteFollowUps(tx, tube.id);
  if (isFollowed(result) && !isFollowed(tube.result))
    for (const member of members) {
      const kept = { id: services.newId(), member, ...nothingDone, version: 1 };
      await followUps.putFollowUp(tx, services.keys, { ...of, tube: tube.id }, kept);
    }
  // Not which result: the ledger stays, and beside it stand those about whom something was recorded.
  record({ action: 'campus.tube-result', ...about(run, response, tube.id) });
  announce({ topic: runTopic, area: run.school, id: run.session });
  return {};
}

async function inTube({ tx, clock }: Deed, params: { session: string; tube: string }) {
  const run = await getRun(tx, params.session, 'lock');
  const response = await getOpenResponse(tx, run.response, clock);
  return { run, response, tube: await getTube(tx, params) };
}

function requireReported(
  reported: string | undefined,
  { response, tube }: { response: { now: string }; tube: Pick<Tube, 'closedAt'> },
): void {
  if (reported === undefined) return;
  const at = Date.parse(reported);
  // Reports tell minutes.
  const closed = tube.closedAt === null ? 0 : Date.parse(tube.closedAt) - 60_000;
  if (at > Date.parse(response.now) || at < closed) throw refuse(reportAhead, undefined);
}

const sameMoment = (a: string | null, b: string) => a !== null && Date.parse(a) === Date.parse(b);
