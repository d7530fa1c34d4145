import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { openNames } from '@liangbuwu/office/people/read-names.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf } from '@liangbuwu/office/responses/store.ts';
import { findMember } from '../../members/member-store.ts';
import { type Run, roomIn, type Tube } from './run.ts';
import * as rules from './run-rules.ts';
import { going, runTopic } from './run-server.ts';
import * as routes from './swabs.contract.ts';
import * as store from './tube-store.ts';

export const swabEndpoints = ({ keys }: { keys: ResponseKeys }): Endpoint[] => [
  endpoint(routes.putTube, async ({ params, body }, deed) => {
    const { tx, actor, record, announce } = deed;
    const { run, response } = await going(deed, params.session);
    const tubes = await store.listTubes(tx, run.session);
    if (tubes.some(({ id }) => id === params.tube)) return {};
    if (body.station > run.samplers) throw refuse(rules.noSuchStation, { most: run.samplers });
    const open = tubes.filter(({ closedAt }) => closedAt === null);
    const own = open.find((one) => one.station === body.station);
    if (own) throw refuse(rules.tubeStillOpen, { code: own.code, room: run.perTube - own.people });
    const left = await store.countLeft(tx, run);
    if (left === 0) throw refuse(rules.nobodyLeft, undefined);
    if (left <= roomIn(tubes, run.perTube)) {
      const stations = [...new Set(open.map((one) => one.station))].sort((a, b) => a - b);
      throw refuse(rules.roomElsewhere, { left, stations: stations.join('、') });
    }
    const of = { ...inRun(run, actor.tenant), id: params.tube, ...body, at: response.now };
    if (!(await store.insertTube(tx, of))) throw refuse(rules.codeTaken, { code: body.code });
    record({
      action: 'campus.tube-opened',
      ...about(run, response, params.tube),
      detail: { station: body.station },
    });
    announce({ topic: runTopic, area: run.school, id: run.session });
    return {};
  }),

  endpoint(routes.putSwab, async ({ params, body }, deed) => {
    const { tx, actor, announce } = deed;
    const { run, response } = await going(deed, params.session);
    const of = inRun(run, actor.tenant);
    const member = await findMember(tx, body.member);
    const areas = run.groups.flatMap((group) => group.areas);
    if (member?.response !== run.response || !areas.includes(member.area))
      throw refuse(rules.notInSession, undefined);
    const persons = [member.id];
    const [who] = await openNames(tx, keys, { tenant: actor.tenant, response, persons });
    const onPaper = who?.withheld !== null;
    const [before] = await store.listSwabs(tx, keys, of, { member: member.id });
    if (before?.id === params.swab) return { onPaper: before.place === null };
    if (before) throw refuse(rules.alreadySampled, { where: whereOf(before, response) });
    const tube = await store.getTube(tx, { ...params, tube: body.tube });
    if (tube.closedAt !== null) throw refuse(rules.tubeClosed, { code: tube.code });
    // Of whom nothing may be kept, only that they came: not where or when, which would tell the tube.
    const place = onPaper ? null : { tube: tube.id, station: tube.station, at: response.now };
    await store.insertSwab(tx, keys, of, { id: params.swab, member: member.id, place });
    const isFull = tube.people + 1 >= run.perTube;
    await store.fillTube(tx, tube.id, {
      people: 1,
      unnamed: onPaper ? 1 : 0,
      closed: isFull ? response.now : null,
    });
    if (isFull) sayClosed(deed, run, response, { ...tube, people: tube.people + 1 });
    if ((await store.countLeft(tx, run)) === 0) await closeRest(deed, run, response);
    announce({ topic: runTopic, area: run.school, id: run.session });
    return { onPaper };
  }),

  endpoint(routes.undoSwab, async ({ params, body }, deed) => {
    const { tx, actor, record, announce } = deed;
    const { run, response } = await going(deed, params.session);
    const of = inRun(run, actor.tenant);
    const [swab] = await store.listSwabs(tx, keys, of, { swab: params.swab });
    if (!swab) return {};
    const tube = await store.getTube(tx, { ...params, tube: swab.place?.tube ?? body.tube });
    const unnamed = swab.place === null ? 1 : 0;
    if (tube.unnamed < unnamed) throw refuse(notFound, { what: say('采样管', 'tube') });
    if (tube.result !== null) throw refuse(rules.tubeReported, { code: tube.code });
    await store.deleteSwab(tx, swab.id);
    await store.fillTube(tx, tube.id, { people: -1, unnamed: -unnamed, closed: null });
    record({ action: 'campus.swab-undone', ...about(run, response, tube.id) });
    announce({ topic: runTopic, area: run.school, id: run.session });
    return {};
  }),
];

export const inRun = ({ session, response, school }: Run, tenant: string) => ({
  tenant,
  response,
  session,
  school,
});

export const about = (run: Run, response: Response, tube: string) => ({
  subject: `tube:${tube}` as const,
  area: run.school,
  response: response.id,
  at: clockOf(response).now(),
});

function whereOf({ place }: store.Swab, { zone }: Response) {
  if (!place) return null;
  const local = Temporal.Instant.from(place.at).toZonedDateTimeISO(zone).toPlainTime();
  return { station: place.station, at: local.toString({ smallestUnit: 'minute' }) };
}

/** The last of all was sampled: no tube waits for anybody any more. */
async function closeRest(deed: Pick<Deed, 'tx' | 'record'>, run: Run, response: Response) {
  const open = (await store.listTubes(deed.tx, run.session)).filter(
    (one) => one.closedAt === null && one.people > 0,
  );
  await store.closeTubes(deed.tx, run.session, response.now);
  for (const tube of open) sayClosed(deed, run, response, tube);
}

function sayClosed(
  { record }: Pick<Deed, 'record'>,
  run: Run,
  response: Response,
  { id, station, people }: Pick<Tube, 'id' | 'station' | 'people'>,
): void {
  record({
    action: 'campus.tube-closed',
    ...about(run, response, id),
    detail: { station, people },
  });
}
