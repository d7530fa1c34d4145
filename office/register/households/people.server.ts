import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { Refusal, refuse } from '../../http/refusal.ts';
import type { ResponseKeys } from '../../keys/response-keys.ts';
import { clockOf, getOpenResponse, getResponse } from '../../responses/store.ts';
import { requirePlaces } from '../scope.ts';
import type { RegisterServices } from '../services.ts';
import { requireCovered } from './coverage.ts';
import * as routes from './people.contract.ts';
import { Contact } from './people.contract.ts';
import * as store from './people-store.ts';
import { householdOfAnotherResponse, householdTwice, noContact } from './rules.ts';

export function peopleEndpoints({ keys }: RegisterServices): Endpoint[] {
  return [
    endpoint(routes.openContact, async ({ params, body }, { tx, clock, actor, record }) => {
      const household = await store.getSealed(tx, params.household);
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

    endpoint(routes.importHouseholds, async ({ body }, { tx, clock, actor, record, announce }) => {
      const ids = body.households.map((household) => household.id.toLowerCase());
      const twice = ids.find((id, i) => ids.indexOf(id) !== i);
      if (twice) throw refuse(householdTwice, { id: twice });
      const response = await getOpenResponse(tx, body.response, clock);
      await requireCovered(
        tx,
        response,
        body.households.map(({ area }) => area),
      );
      await requirePlaces(
        tx,
        body.households.map(({ place }) => place),
      );
      const there = await store.lockSealed(tx, ids);
      if ([...there.values()].some((household) => household.response !== response.id)) {
        throw refuse(householdOfAnotherResponse, undefined);
      }
      const rows = body.households.map(({ contact, ...household }, i) => {
        const id = ids[i] as string;
        const name = store.recordName(actor.tenant, { id, response: response.id });
        const sealed = sealContact(keys, name, contact, there.get(id)?.sealed ?? null);
        return { ...household, id, sealed };
      });
      const written = await store.putHouseholds(
        tx,
        { tenant: actor.tenant, response: response.id },
        rows,
      );
      for (const [area, saved] of Map.groupBy(written, (row) => row.area)) {
        const added = saved.filter((row) => row.added).length;
        record({
          action: 'register.households-imported',
          subject: `area:${area}`,
          area,
          response: response.id,
          detail: { added, changed: saved.length - added },
          at: clockOf(response).now(),
        });
        announce({ topic: 'register.households', area, id: area });
      }
      const added = written.filter((row) => row.added).length;
      return {
        added,
        changed: written.length - added,
        unchanged: rows.length - written.length,
      };
    }),
  ];
}

type Name = ReturnType<typeof store.recordName>;

/** What to store: the same bytes where nothing changed, so that importing again changes no row. */
function sealContact(
  keys: ResponseKeys,
  name: Name,
  contact: Contact | null | undefined,
  before: Buffer | null,
): Buffer | null {
  if (contact === undefined) return before;
  if (contact === null) return null;
  return before && opensTo(keys, name, before, contact) ? before : keys.seal(name, contact);
}

function opensTo(keys: ResponseKeys, name: Name, sealed: Buffer, contact: Contact): boolean {
  try {
    const held = Contact.parse(keys.open(name, sealed));
    return held.name === contact.name && held.phone === contact.phone;
  } catch (error) {
    // What does not open is sealed anew; where the key is gone, sealing says so.
    if (error instanceof Refusal) return false;
    throw error;
  }
}
