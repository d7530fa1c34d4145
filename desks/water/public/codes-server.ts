import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { newCode } from '@liangbuwu/office/public/code.ts';
import * as routes from './codes.contract.ts';
import { insertCodes, listCodes, revokeCode } from './codes-store.ts';

/** The codes by which anybody opens a point's page. */
export const codeEndpoints = (services: { randomInt(below: number): number }): Endpoint[] => [
  endpoint(routes.listPointCodes, async ({ query }, { tx }) => ({
    points: await listCodes(tx, query),
  })),

  endpoint(routes.givePointCodes, async ({ body }, { tx, actor, clock, record, announce }) => {
    const given = clock.now().toString({ smallestUnit: 'millisecond' });
    const without = (await listCodes(tx, body)).filter(({ code }) => code === null);
    const made = await insertCodes(
      tx,
      { tenant: actor.tenant, given },
      without.map(({ point, area }) => ({ point, area, code: newCode(services.randomInt) })),
    );
    if (made > 0) {
      record({
        action: 'water.codes-given',
        subject: `desk:${body.area}`,
        area: body.area,
        detail: { codes: made },
      });
      announce({ topic: 'water.codes', area: body.area, id: body.area });
    }
    return { points: await listCodes(tx, body) };
  }),

  endpoint(
    routes.renewPointCode,
    async ({ params, body }, { tx, actor, clock, record, announce }) => {
      const { area } = await getCode(tx, params.point);
      const at = clock.now().toString({ smallestUnit: 'millisecond' });
      const { point } = params;
      if (!(await revokeCode(tx, { point, code: body.replaces, at })))
        throw refuse(changedMeanwhile, undefined);
      const code = newCode(services.randomInt);
      await insertCodes(tx, { tenant: actor.tenant, given: at }, [{ point, area, code }]);
      record({ action: 'water.code-renewed', subject: `point:${point}`, area });
      announce({ topic: 'water.codes', area, id: point });
      return getCode(tx, point);
    },
  ),
];

async function getCode(tx: Tx, point: string): Promise<routes.PointCode> {
  const [found] = await listCodes(tx, { point });
  if (!found) throw refuse(notFound, { what: say('供水点', 'point') });
  return found;
}
