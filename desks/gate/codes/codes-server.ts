import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { newCode } from '@liangbuwu/office/public/code.ts';
import { getOpenResponse, getResponse } from '@liangbuwu/office/responses/store.ts';
import { getGate } from '../gates/gate-store.ts';
import * as routes from './codes.contract.ts';
import { insertCode, listCodes, revokeCode } from './codes-store.ts';

/** The codes by which anybody opens a gate's page. */
export const codeEndpoints = (services: { randomInt(below: number): number }): Endpoint[] => [
  endpoint(routes.listGateCodes, async ({ query }, { tx, clock }) => {
    await getResponse(tx, query.response, clock);
    return { codes: await listCodes(tx, query) };
  }),

  endpoint(
    routes.giveGateCode,
    async ({ params, body }, { tx, clock, actor, record, announce }) => {
      const gate = await getGate(tx, params.gate);
      await getOpenResponse(tx, gate.response, clock);
      const at = clock.now().toString({ smallestUnit: 'millisecond' });
      const before = await getCode(tx, gate.id);
      if (body.replaces === null && before.code !== null) return before;
      if (body.replaces !== null) {
        const had = await revokeCode(tx, { gate: gate.id, code: body.replaces, at });
        if (!had) throw refuse(changedMeanwhile, undefined);
      }
      const made = { gate: gate.id, area: gate.area, code: newCode(services.randomInt), at };
      if (!(await insertCode(tx, actor.tenant, made))) throw refuse(changedMeanwhile, undefined);
      record({
        action: body.replaces === null ? 'gate.code-given' : 'gate.code-renewed',
        subject: `gate:${gate.id}`,
        area: gate.area,
        response: gate.response,
      });
      announce({ topic: 'gate.codes', area: gate.area, id: gate.id });
      return getCode(tx, gate.id);
    },
  ),
];

async function getCode(tx: Tx, gate: string): Promise<routes.GateCode> {
  const [found] = await listCodes(tx, { gate });
  if (!found) throw refuse(notFound, { what: say('卡口', 'gate') });
  return found;
}
