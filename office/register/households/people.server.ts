import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import { clockOf, getOpenResponse, getResponse } from '../../responses/store.ts';
import { rowRemoved } from '../../tables/refusals.ts';
import type { RegisterServices } from '../services.ts';
import { importHouseholds } from './import-households.ts';
import * as routes from './people.contract.ts';
import { Contact } from './people.contract.ts';
import * as store from './people-store.ts';
import { noContact } from './rules.ts';
import { opensTo } from './seal-contact.ts';

export function peopleEndpoints({ keys }: RegisterServices): Endpoint[] {
  return [
    endpoint(routes.openContact, async ({ params, body }, { tx, clock, actor, record }) => {
      const household = await store.getSealed(tx, params.household);
      if (household.removed) throw refuse(rowRemoved, undefined);
      if (!household.sealed) throw refuse(noContact, undefined);
      const response = await getResponse(tx, household.response, clock);
      const contact = Contact.parse(
        keys.open(store.recordName(actor.tenant, household), household.sealed),
      );
      record({
        action: 'register.contact-opened',
        subject: `household:${household.id}`,
        area: household.area,
        response: household.response,
        detail: { why: body.why },
        at: clockOf(response).now(),
      });
      return contact;
    }),

    endpoint(routes.putContact, async ({ params, body }, { tx, clock, actor, record }) => {
      const household = await store.getSealed(tx, params.household, true);
      if (household.removed) throw refuse(rowRemoved, undefined);
      const response = await getOpenResponse(tx, household.response, clock);
      const name = store.recordName(actor.tenant, household);
      if (household.sealed && opensTo(keys, name, household.sealed, body)) return {};
      await store.setSealed(tx, household.id, keys.seal(name, body));
      record({
        action: 'register.contact-saved',
        subject: `household:${household.id}`,
        area: household.area,
        response: household.response,
        at: clockOf(response).now(),
      });
      return {};
    }),

    endpoint(routes.removeContact, async ({ params }, { tx, clock, record }) => {
      const household = await store.getSealed(tx, params.household, true);
      if (!household.sealed) return {};
      const response = await getResponse(tx, household.response, clock);
      await store.setSealed(tx, household.id, null);
      record({
        action: 'register.contact-removed',
        subject: `household:${household.id}`,
        area: household.area,
        response: household.response,
        at: clockOf(response).now(),
      });
      return {};
    }),

    endpoint(routes.importHouseholds, (input, deed) => importHouseholds(input, deed, keys)),
  ];
}
