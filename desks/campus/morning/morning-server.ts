import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { getPlace, listMembers } from '../members/member-store.ts';
import { type PassServices, settlePasses } from '../passes/settle.ts';
import * as routes from './morning.contract.ts';
import { sayWhere } from './put-whereabouts.ts';
import { seeMorning } from './view-morning.ts';

export const morningEndpoints = (services: PassServices): Endpoint[] => [
  endpoint(routes.viewMorning, async ({ params, body }, deed) => {
    await requireAreas(deed.tx, [params.area]);
    return seeMorning(deed, services, { ...params, ...body });
  }),

  endpoint(routes.putWhereabouts, (input, deed) => sayWhere(input, deed, services.keys)),

  endpoint(routes.settleAllPasses, async ({ params, body }, deed) => {
    const { tx, clock, actor, record, announce } = deed;
    const { area } = params;
    const response = await getOpenResponse(tx, body.response, clock);
    await requireAreas(tx, [area]);
    await getPlace(tx, area);
    const members = await listMembers(tx, response.id, { area });
    const of = { tenant: actor.tenant, response, members, area };
    const settled = await settlePasses(deed, services, of);
    record({
      action: 'campus.passes-settled',
      subject: `area:${area}`,
      area,
      response: response.id,
      at: clockOf(response).now(),
      detail: { ...settled },
    });
    announce({ topic: 'campus.members', area, id: area });
    return settled;
  }),
];
