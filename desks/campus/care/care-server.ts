import { isDeepStrictEqual } from 'node:util';
import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { openNames } from '@liangbuwu/office/people/read-names.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import {
  clockOf,
  getOpenResponse,
  getResponse,
  holdId,
} from '@liangbuwu/office/responses/store.ts';
import { findMember, getMember, listPlaces } from '../members/member-store.ts';
import { getSchool } from '../schools/school-store.ts';
import type { CampusServices } from '../server.ts';
import { ask } from './ask.ts';
import * as routes from './care.contract.ts';
import { type CareRequest, nextState } from './care.ts';
import * as rules from './care-rules.ts';
import * as store from './care-store.ts';
import { findCounselling, putCounselling } from './counselling-store.ts';

type Acting = Deed & { actor: Actor };

/** The school as its counsellor sees it; whoever else asks is refused. */
async function asCounsellor({ tx, actor }: Acting, school: string): Promise<void> {
  await requireAreas(tx, [school]);
  const may = await store.mayEnterCounsel(tx, { account: actor.account, school });
  if (!may) throw refuse(rules.counsellorOnly, undefined);
}

export const careEndpoints = ({ keys }: Pick<CampusServices, 'keys'>): Endpoint[] => [
  endpoint(routes.listCareRequests, async ({ params: { school }, query }, deed) => {
    const { tx, clock, actor } = deed;
    const response = await getResponse(tx, query.response, clock);
    await asCounsellor(deed, school);
    const rows = await store.listRequests(tx, { response: response.id, school });
    const of = { tenant: actor.tenant, response: response.id };
    const requests = rows.map(({ id }) => id);
    const steps = Map.groupBy(
      await store.listSteps(tx, keys, { ...of, requests }),
      (one) => one.request,
    );
    return {
      now: response.now,
      requests: rows.map((row): CareRequest => {
        const { by, wish } = store.openAbout(keys, actor.tenant, row);
        const { id, askedAt, due, state } = row;
        const last = steps.get(id)?.findLast(({ step }) => step === 'appoint');
        const appointment = state === 'appointed' ? (last?.appointment ?? null) : null;
        return { id, askedAt, due, state, by, urgent: wish.urgent, appointment };
      }),
    };
  }),

  endpoint(routes.openCareRequest, async ({ params: { school, request } }, deed) => {
    const { tx, clock, actor, record } = deed;
    await asCounsellor(deed, school);
    const row = await store.getRequest(tx, { id: request, school });
    const response = await getOpenResponse(tx, row.response, clock);
    const { member: id, wish } = store.openAbout(keys, actor.tenant, row);
    const member = await findMember(tx, id);
    const of = { tenant: actor.tenant, response, persons: member ? [id] : [] };
    const [who] = await openNames(tx, keys, of);
    const place = member && (await listPlaces(tx, [member.area])).get(member.area);
    record({
      action: 'campus.care-read',
      subject: `school:${school}`,
      area: school,
      response: response.id,
      at: clockOf(response).now(),
    });
    return { name: who?.name ?? '', class: place?.areaName ?? '', wish };
  }),

  endpoint(routes.putCareStep, async ({ params, body }, deed) => {
    const { tx, clock, actor, record } = deed;
    const { school, request, step: id } = params;
    await holdId(tx, id);
    await asCounsellor(deed, school);
    const row = await store.getRequest(tx, { id: request, school }, 'lock');
    const response = await getOpenResponse(tx, row.response, clock);
    const of = { tenant: actor.tenant, response: response.id, id };
    const said: store.SaidStep = { step: body.step, appointment: null };
    if (body.step === 'appoint') said.appointment = body.appointment;
    const before = await store.findStep(tx, keys, of);
    if (before) {
      const same = isDeepStrictEqual(before, { request, ...said });
      if (!same) throw refuse(changedMeanwhile, undefined);
      return {};
    }
    const state = nextState(row.state, body.step);
    if (!state) throw refuse(rules.careStepNotNow, undefined);
    if (said.appointment && Date.parse(said.appointment.at) < Date.parse(response.now))
      throw refuse(rules.appointedInPast, undefined);
    await store.insertStep(tx, keys, { ...of, row, recorded: clock.now().toString(), state, said });
    record({
      action: 'campus.care-step',
      subject: `school:${school}`,
      area: school,
      response: response.id,
      at: clockOf(response).now(),
    });
    return {};
  }),

  endpoint(routes.askCounsellor, async ({ params, body }, { tx, clock, actor }) => {
    const { response: of, ...wish } = body;
    const response = await getOpenResponse(tx, of, clock);
    const member = await getMember(tx, { response: response.id, member: params.member });
    const persons = [member.id];
    const [who] = await openNames(tx, keys, { tenant: actor.tenant, response, persons });
    if (who?.withheld !== null) throw refuse(rules.careConsentFirst, undefined);
    await ask(tx, keys, {
      id: params.request,
      tenant: actor.tenant,
      response,
      about: { member: member.id, by: 'teacher', wish },
    });
    return {};
  }),

  endpoint(routes.viewCounselling, async ({ params: { school }, query }, deed) => {
    const { tx, clock, actor } = deed;
    await requireAreas(tx, [school]);
    await getSchool(tx, school);
    const response = await getResponse(tx, query.response, clock);
    const of = { response: response.id, school };
    const kept = await findCounselling(tx, of);
    const counts = await store.countRequests(tx, { ...of, now: response.now });
    const { open = false, lines = [], version = 0 } = kept ?? {};
    return {
      counselling: { open, lines },
      version,
      counsellor: await store.mayEnterCounsel(tx, { account: actor.account, school }),
      counts: {
        asked: rules.toldCount(counts.asked),
        waiting: rules.toldCount(counts.waiting),
        late: rules.toldCount(counts.late),
      },
    };
  }),

  endpoint(routes.putCounselling, async ({ params: { school }, body }, deed) => {
    const { tx, clock, actor, record } = deed;
    const { response: asked, seen, ...said } = body;
    const response = await getOpenResponse(tx, asked, clock);
    await asCounsellor(deed, school);
    await holdId(tx, school);
    const of = { response: response.id, school };
    const kept = await findCounselling(tx, of, 'lock');
    const { version: before = 0, ...was } = kept ?? {};
    if (isDeepStrictEqual(was, said)) return { version: before };
    if (before !== seen) throw refuse(changedMeanwhile, undefined);
    const version = before + 1;
    await putCounselling(tx, { ...of, ...said, tenant: actor.tenant, version });
    record({
      action: 'campus.counselling-set',
      subject: `school:${school}`,
      area: school,
      response: response.id,
      detail: { open: said.open, lines: said.lines.length },
      at: clockOf(response).now(),
    });
    return { version };
  }),
];
