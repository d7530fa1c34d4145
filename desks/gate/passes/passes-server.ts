import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import {
  clockOf,
  getOpenResponse,
  getResponse,
  holdId,
} from '@liangbuwu/office/responses/store.ts';
import { listNumbers } from '../gates/gate-store.ts';
import { apply } from './apply.ts';
import type { IssueServices } from './issue.ts';
import { keyWasStolen, mostIssued, notForYourself, notInForce } from './pass-rules.ts';
import * as store from './pass-store.ts';
import * as routes from './passes.contract.ts';
import { renew } from './renew.ts';
import { openPaper, view, viewAll } from './view.ts';

export const passEndpoints = (services: IssueServices): Endpoint[] => [
  endpoint(routes.applyForPass, (input, deed) => apply(input, deed, services)),

  endpoint(routes.renewPasses, (input, deed) => renew(input, deed, services)),

  endpoint(routes.listPasses, async ({ query }, { tx, clock, actor }) => {
    await getResponse(tx, query.response, clock);
    const rows = await store.listPasses(tx, query);
    return { passes: await viewAll(tx, services.keys, actor.tenant, rows) };
  }),

  endpoint(routes.getPass, ({ params }, { tx, actor }) =>
    view(tx, services.keys, actor.tenant, params.pass),
  ),

  endpoint(routes.printPass, async ({ params }, { tx, clock, actor, record }) => {
    const row = await store.getPass(tx, params.pass);
    const response = await getOpenResponse(tx, row.response, clock);
    const paperRow = (await store.listPapers(tx, [row.id])).get(row.id);
    if (row.state !== 'issued' || !paperRow) throw refuse(notInForce, undefined);
    if (row.keyStolen) throw refuse(keyWasStolen, undefined);
    const { text, codes } = openPaper(
      services.keys,
      { tenant: actor.tenant, response: row.response },
      paperRow,
    );
    const names = await listNumbers(tx, row.response);
    record({
      action: 'gate.pass-printed',
      subject: `pass:${row.id}`,
      area: row.area,
      response: row.response,
      at: clockOf(response).now(),
    });
    return {
      text: text ?? '',
      codes: codes.map(({ gate, code }) => ({
        gate,
        code,
        name: names.find(({ id }) => id === gate)?.name ?? '',
      })),
      pass: await view(tx, services.keys, actor.tenant, row.id),
    };
  }),

  endpoint(routes.revokePass, async ({ params, body }, { tx, clock, actor, record, announce }) => {
    const row = await store.getPass(tx, params.pass, true);
    const response = await getOpenResponse(tx, row.response, clock);
    if (row.state !== 'issued') throw refuse(notInForce, undefined);
    await store.revokeAt(tx, [row.id], {
      at: response.now,
      by: actor.account,
      reason: body.reason,
    });
    record({
      action: 'gate.pass-revoked',
      subject: `pass:${row.id}`,
      area: row.area,
      response: row.response,
      at: clockOf(response).now(),
      detail: { reason: body.reason },
    });
    announce({ topic: 'gate.passes', area: row.area, id: row.id });
    const { id, state, revokedAt } = await store.getPass(tx, row.id);
    return { id, state, revokedAt };
  }),

  endpoint(routes.listIssuers, async ({ query }, { tx, clock }) => {
    await getResponse(tx, query.response, clock);
    const now = clock.now();
    const since = (hours: number) => now.subtract({ hours }).toString();
    const issuers = await store.listIssuers(tx, {
      response: query.response,
      hour: since(1),
      day: since(24),
      now: now.toString(),
    });
    return { limits: mostIssued, issuers };
  }),

  endpoint(routes.allowMore, async ({ params, body }, { tx, clock, actor, record, announce }) => {
    const response = await getOpenResponse(tx, body.response, clock);
    if (body.account === actor.account) throw refuse(notForYourself, undefined);
    const until = clock.now().add({ hours: 24 }).toString({ smallestUnit: 'millisecond' });
    const of = { tenant: actor.tenant, response: response.id };
    await holdId(tx, params.allowance);
    const row = { id: params.allowance, ...body, until, by: actor.account };
    const before = await store.findAllowance(tx, row.id);
    if (before && isSameAllowance(before, { ...body, by: actor.account }))
      return { until: before.until };
    if (!(await store.insertAllowance(tx, of, row))) throw refuse(changedMeanwhile, undefined);
    const area = (response.areas[0] as { id: string }).id;
    record({
      action: 'gate.more-allowed',
      subject: `account:${body.account}`,
      area,
      response: response.id,
      detail: { more: body.more },
    });
    announce({ topic: 'gate.limit', area, id: body.account });
    return { until };
  }),
];

const isSameAllowance = (a: store.Allowance, b: Omit<store.Allowance, 'until'>): boolean =>
  a.response === b.response && a.account === b.account && a.more === b.more && a.by === b.by;
