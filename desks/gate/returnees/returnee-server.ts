import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { clockOf, getOpenResponse, getResponse } from '@liangbuwu/office/responses/store.ts';
import type { IssueServices } from '../passes/issue.ts';
import { handOver } from './hand-over.ts';
import { recordDay } from './record-day.ts';
import { registerReturnee } from './register-returnee.ts';
import * as routes from './returnee.contract.ts';
import { isMissed } from './returnee.ts';
import { notMonitored, notYetOver } from './returnee-rules.ts';
import * as store from './returnee-store.ts';
import { viewReturnee, viewReturnees } from './view-returnees.ts';

export const returneeEndpoints = (services: IssueServices): Endpoint[] => [
  endpoint(routes.putReturnee, (input, deed) => registerReturnee(input, deed, services)),

  endpoint(routes.recordMonitoring, (input, deed) => recordDay(input, deed, services)),

  endpoint(routes.handOver, (input, deed) => handOver(input, deed, services)),

  endpoint(routes.listOfficials, async ({ query }, { tx }) => {
    await requireAreas(tx, [query.area]);
    const officials = await store.listOfficials(tx, query.area);
    return { officials: officials.map(({ id, name, areaName }) => ({ id, name, areaName })) };
  }),

  endpoint(routes.listReturnees, async ({ query }, { tx, clock, actor }) => {
    const response = await getResponse(tx, query.response, clock);
    const rows = await store.listReturnees(tx, response.id);
    const returnees = await viewReturnees(tx, services.keys, actor.tenant, response, rows);
    const overdue = returnees.filter(({ days }) => days.some(isMissed));
    return { returnees, overdue: overdue.length };
  }),

  endpoint(routes.releaseReturnee, async ({ params }, { tx, clock, actor, record, announce }) => {
    const row = await store.getReturnee(tx, params.returnee, true);
    const response = await getOpenResponse(tx, row.response, clock);
    if (row.state !== 'home' || row.releaseOn === null) throw refuse(notMonitored, undefined);
    if (response.today < row.releaseOn) throw refuse(notYetOver, { on: row.releaseOn });
    await store.release(tx, row.id, { at: response.now, by: actor.account });
    record({
      action: 'gate.returnee-released',
      subject: `returnee:${row.id}`,
      area: row.area,
      response: response.id,
      at: clockOf(response).now(),
    });
    announce({ topic: 'gate.returnees', area: row.area, id: row.id });
    return viewReturnee(tx, services.keys, actor.tenant, response, row.id);
  }),
];
