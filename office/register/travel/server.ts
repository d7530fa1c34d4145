import type { Tx } from '../../database/connection.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import { notFound } from '../../http/shared-refusals.ts';
import { nowIn } from '../now.ts';
import { requirePlaces, words } from '../scope.ts';
import { travelMatrix } from '../travel-matrix.ts';
import * as routes from './contract.ts';
import { fastest, kilometresPerHour, samePlace, tooFast, travelElsewhere } from './rules.ts';
import * as store from './store.ts';

export const travelEndpoints: Endpoint[] = [
  endpoint(routes.readTravel, async ({ body }, { tx }) =>
    travelMatrix(tx, body.places, { vehicle: body.vehicle }),
  ),

  endpoint(routes.listTravelEdits, async ({ query }, { tx }) => ({
    edits: await store.listEdits(tx, query.place),
  })),

  endpoint(
    routes.putTravelEdit,
    async ({ params, body }, { tx, clock, actor, record, announce }) => {
      const { from, to } = params;
      if (from.toLowerCase() === to.toLowerCase()) throw refuse(samePlace, undefined);
      const speed = body.way ? kilometresPerHour(body.way) : 0;
      if (speed > fastest) throw refuse(tooFast, { kilometresPerHour: Math.ceil(speed) });
      const area = await getOwnArea(tx, from, to);
      const now = await nowIn(tx, body.response, clock);
      const pairs = body.bothWays ? [params, { from: to, to: from }] : [params];
      for (const pair of pairs) {
        await store.putEdit(tx, actor.tenant, {
          ...pair,
          way: body.way,
          reason: body.reason,
          by: actor.account,
          at: now.toString(),
        });
        record({
          action: 'register.travel-edited',
          subject: `travel:${pair.from}/${pair.to}`,
          area,
          detail: { seconds: body.way?.seconds ?? null, metres: body.way?.metres ?? null },
          ...(body.response ? { response: body.response } : {}),
          at: now,
        });
      }
      announce({ topic: 'register.travel', area, id: from });
      return {};
    },
  ),

  endpoint(routes.removeTravelEdit, async ({ params }, { tx, record, announce }) => {
    const area = await getOwnArea(tx, params.from, params.to);
    if (!(await store.deleteEdit(tx, params.from, params.to))) {
      throw refuse(notFound, { what: words.edit });
    }
    record({
      action: 'register.travel-edit-removed',
      subject: `travel:${params.from}/${params.to}`,
      area,
    });
    announce({ topic: 'register.travel', area, id: params.from });
    return {};
  }),
];

/** The editor's own end of the way; both ends must be seen. */
async function getOwnArea(tx: Tx, from: string, to: string): Promise<string> {
  await requirePlaces(tx, [from, to]);
  const area = await store.findAreaOfEither(tx, from, to);
  if (!area) throw refuse(travelElsewhere, undefined);
  return area;
}
