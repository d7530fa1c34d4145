import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import { notFound } from '../../http/shared-refusals.ts';
import { getRoot } from '../areas/root.ts';
import { words } from '../scope.ts';
import * as routes from './contract.ts';
import * as store from './store.ts';

export const roadEndpoints: Endpoint[] = [
  endpoint(routes.listRoads, async (_, { tx }) => ({
    roads: await store.listRoads(tx),
    attribution: routes.osmAttribution,
  })),

  endpoint(routes.removeRoads, async ({ params }, { tx, record }) => {
    if (!(await store.deleteRoads(tx, params.roads))) throw refuse(notFound, { what: words.roads });
    record({
      action: 'register.roads-removed',
      subject: `roads:${params.roads}`,
      area: (await getRoot(tx)).id,
    });
    return {};
  }),
];
