import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import { masked } from '../../people/identity.ts';
import { rowRemoved } from '../../tables/refusals.ts';
import type { RegisterServices } from '../services.ts';
import { importLasting } from './import-lasting.ts';
import * as routes from './people.contract.ts';
import * as store from './people-store.ts';
import { dropResident, putResidents } from './put-residents.ts';
import { openResident, phoneMark } from './seal-resident.ts';
import { lastingTable } from './table.ts';

/** The people of the lasting register: one is opened at a time, and the ledger hears of it. */
export function residentEndpoints({ keys: { register } }: RegisterServices): Endpoint[] {
  const show = (tenant: string, one: store.SealedResident) => {
    const { name, phone, relation } = openResident(register, { tenant, ...one }, one.sealed);
    const { id, version } = one;
    return { id, shown: masked(name), relation, hasPhone: phone !== null, version };
  };
  return [
    endpoint(routes.listResidents, async ({ params }, { tx, actor }) => {
      const household = await store.getHousehold(tx, params.row);
      const people = (await store.listSealed(tx, [household.id])).get(household.id) ?? [];
      return { residents: people.map((one) => show(actor.tenant, one)).sort(headFirst) };
    }),

    endpoint(routes.openResident, async ({ params, body }, { tx, actor, record }) => {
      const one = await store.getSealed(tx, params.resident);
      const told = openResident(register, { tenant: actor.tenant, ...one }, one.sealed);
      record({
        action: 'register.resident-opened',
        subject: `resident:${one.id}`,
        area: one.area,
        detail: { why: body.why },
      });
      return told;
    }),

    endpoint(routes.putResident, async ({ params, body }, deed) => {
      const household = await store.getHousehold(deed.tx, body.household, true);
      if (household.removed) throw refuse(rowRemoved, undefined);
      const asked = { id: params.resident, ...body };
      const [written] = await putResidents(deed, register, [household], [asked]);
      if (!written) return {};
      deed.record({
        action: 'register.resident-saved',
        subject: `resident:${written.id}`,
        area: household.area,
        detail: { household: household.id },
      });
      deed.announce({ topic: lastingTable.id, area: household.area, id: household.id });
      return {};
    }),

    endpoint(routes.eraseResident, async ({ params, body }, deed) => {
      const one = await store.getSealed(deed.tx, params.resident);
      await store.getHousehold(deed.tx, one.household, true);
      await dropResident(deed, register, one);
      deed.record({
        action: 'register.resident-erased',
        subject: `resident:${one.id}`,
        area: one.area,
        detail: { why: body.why },
      });
      deed.announce({ topic: lastingTable.id, area: one.area, id: one.household });
      return {};
    }),

    endpoint(routes.findResidents, async ({ body }, { tx, actor, record }) => {
      const key = await store.hasKey(tx);
      const found = key
        ? await store.findByPhone(tx, phoneMark(register, actor.tenant, body.phone))
        : [];
      if (found.length === 0)
        record({
          action: 'register.telephone-sought',
          subject: `account:${actor.account}`,
          area: await store.widestArea(tx),
        });
      for (const { id, area } of found)
        record({ action: 'register.telephone-sought', subject: `resident:${id}`, area });
      return {
        residents: found.map((one) => ({
          ...show(actor.tenant, one),
          household: one.household,
          label: one.label,
          area: one.area,
        })),
      };
    }),

    endpoint(routes.eraseHousehold, async ({ params, body }, { tx, record, announce }) => {
      await store.getHousehold(tx, params.row, true);
      const { area, persons } = await store.eraseHousehold(tx, params.row);
      record({
        action: 'register.lasting-household-erased',
        subject: `lasting-household:${params.row}`,
        area,
        detail: { why: body.why, residents: persons },
      });
      announce({ topic: lastingTable.id, area, id: params.row });
      return {};
    }),

    endpoint(routes.importLasting, (input, deed) => importLasting(input, deed, register)),
  ];
}

const headFirst = (a: { relation: string }, b: { relation: string }) =>
  Number(b.relation === 'head') - Number(a.relation === 'head');
