import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import { getOpenResponse } from '../../responses/store.ts';
import { page } from '../cursor.ts';
import { requirePlaces } from '../scope.ts';
import type { Counts } from './contract.ts';
import * as routes from './contract.ts';
import { requireCovered } from './coverage.ts';
import { householdOfAnotherResponse } from './rules.ts';
import * as store from './store.ts';

export const householdEndpoints: Endpoint[] = [
  endpoint(routes.listHouseholds, async ({ query }, { tx }) => {
    const found = await store.listHouseholds(tx, query);
    const { rows, next } = page(found, query.limit, (household) => household.label);
    return { households: rows, next };
  }),

  endpoint(routes.countHouseholds, async ({ query }, { tx }) => {
    const places = await store.countByPlace(tx, query);
    return { places, total: places.reduce(add, none) };
  }),

  endpoint(routes.totalHouseholds, async ({ query }, { tx }) => ({
    areas: await store.listTotals(tx, query.response),
  })),

  endpoint(
    routes.putHousehold,
    async ({ params, body }, { tx, clock, actor, record, announce }) => {
      const { version, ...fields } = body;
      const response = await getOpenResponse(tx, body.response, clock);
      await requireCovered(tx, response, [body.area]);
      await requirePlaces(tx, [body.place]);
      const before = await store.lockHousehold(tx, params.household, version);
      if (before && before.response !== response.id) {
        throw refuse(householdOfAnotherResponse, undefined);
      }
      const household = { id: params.household, ...fields };
      if (await store.putHousehold(tx, actor.tenant, household)) {
        record({
          action: 'register.household-saved',
          subject: `household:${params.household}`,
          area: body.area,
          response: response.id,
          detail: { new: before === undefined },
          at: Temporal.Instant.from(response.now),
        });
        announce({ topic: 'register.households', area: body.area, id: params.household });
      }
      return store.getHousehold(tx, params.household);
    },
  ),

  endpoint(routes.removeHousehold, async ({ params, body }, { tx, clock, record, announce }) => {
    const household = await store.getHousehold(tx, params.household);
    const response = await getOpenResponse(tx, household.response, clock);
    await store.deleteHousehold(tx, household.id);
    record({
      action: 'register.household-removed',
      subject: `household:${household.id}`,
      area: household.area,
      response: response.id,
      detail: { why: body.why },
      at: Temporal.Instant.from(response.now),
    });
    announce({ topic: 'register.households', area: household.area, id: household.id });
    return {};
  }),
];

const none: Counts = { households: 0, people: 0, aloneElderly: 0, cannotCome: 0 };

const add = (sum: Counts, one: Counts): Counts => ({
  households: sum.households + one.households,
  people: sum.people + one.people,
  aloneElderly: sum.aloneElderly + one.aloneElderly,
  cannotCome: sum.cannotCome + one.cannotCome,
});
