import { isDeepStrictEqual } from 'node:util';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import {
  clockOf,
  getOpenResponse,
  getResponse,
  holdId,
} from '@liangbuwu/office/responses/store.ts';
import { getSchool } from '../schools/school-store.ts';
import * as routes from './programme.contract.ts';
import { byTime, findTwice, twoAtOnce } from './programme.ts';
import * as store from './programme-store.ts';

export const programmeEndpoints: Endpoint[] = [
  endpoint(routes.viewProgramme, async ({ params: { school, day }, query }, { tx, clock }) => {
    await requireAreas(tx, [school]);
    await getSchool(tx, school);
    const { id: response } = await getResponse(tx, query.response, clock);
    const of = { response, school, day };
    const kept = await store.findDay(tx, of);
    const before = (await store.findBefore(tx, of)) ?? null;
    return { school, day, items: kept?.items ?? [], version: kept?.version ?? 0, before };
  }),

  endpoint(routes.putProgramme, async ({ params: { school, day }, body }, deed) => {
    const { tx, clock, actor, record, announce } = deed;
    await requireAreas(tx, [school]);
    await getSchool(tx, school);
    const response = await getOpenResponse(tx, body.response, clock);
    await holdId(tx, school);
    const items = byTime(body.items);
    const at = findTwice(items);
    if (at !== undefined) throw refuse(twoAtOnce, { at });
    const of = { response: response.id, school, day };
    const { version: before = 0, items: was } = (await store.findDay(tx, of)) ?? {};
    if (isDeepStrictEqual(was, items)) return { version: before };
    if (before !== body.seen) throw refuse(changedMeanwhile, undefined);
    const version = before + 1;
    await store.putDay(tx, { ...of, tenant: actor.tenant, items, version });
    record({
      action: 'campus.programme-saved',
      subject: `school:${school}`,
      area: school,
      response: response.id,
      detail: { day, items: items.length },
      at: clockOf(response).now(),
    });
    announce({ topic: 'campus.programme', area: school, id: school });
    return { version };
  }),
];
