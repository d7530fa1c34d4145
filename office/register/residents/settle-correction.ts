import { createHash } from 'node:crypto';
import type { InputOf } from '../../http/contract.ts';
import type { Deed } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import type { Actor } from '../../identity/actor.ts';
import type { ResponseKeys } from '../../keys/response-keys.ts';
import { plainPhone } from '../../people/identity.ts';
import { getOpenResponse } from '../../responses/store.ts';
import { saveRow } from '../../tables/save-row.ts';
import { Contact } from '../households/people.contract.ts';
import * as households from '../households/people-store.ts';
import type { settleCorrection as route } from './bring.contract.ts';
import {
  type Brought,
  type Corrected,
  linkAll,
  listCorrected,
  listToBring,
} from './bring-store.ts';
import { keptLasting } from './kept-lasting.ts';
import * as people from './people-store.ts';
import { putResidents } from './put-residents.ts';
import { notCorrected } from './rules.ts';
import { openResident } from './seal-resident.ts';

type Doing = Deed & { actor: Actor };

/** Takes into the lasting register what a response has put right of a household, or leaves it; it is not proposed again. */
export async function settleCorrection(
  { params, body }: InputOf<typeof route>,
  deed: Doing,
  services: { keys: ResponseKeys; newId(): string },
): Promise<Record<string, never>> {
  const { tx, clock } = deed;
  const { response } = await households.getSealed(tx, params.household, true);
  await getOpenResponse(tx, response, clock);
  const [corrected] = await listCorrected(tx, params);
  if (!corrected || body.fields.some((field) => !corrected.fields.includes(field)))
    throw refuse(notCorrected, undefined);
  const { own, lasting } = corrected;
  if (body.take) {
    const patch = {
      ...(body.fields.includes('label') && { label: own.label }),
      ...(body.fields.includes('people') && { people: own.people }),
    };
    if (Object.keys(patch).length > 0) await saveRow(deed, keptLasting, lasting, patch);
    if (body.fields.includes('contact')) await takeContact(deed, services, corrected);
  }
  const [now] = await listToBring(tx, response, [lasting]);
  const brought: Brought = { ...corrected.brought, left: { ...corrected.brought.left } };
  const kept = body.take ? brought : brought.left;
  if (body.fields.includes('label')) kept.label = own.label;
  if (body.fields.includes('people')) kept.people = own.people;
  if (body.fields.includes('contact') && corrected.sealed) {
    brought.contactAs = createHash('sha256').update(corrected.sealed).digest('hex');
    if (body.take && now) brought.contact = now.contact;
  }
  await linkAll(tx, [{ id: params.household, lasting, brought }]);
  return {};
}

/** Who has the same name gets the telephone, who has the same telephone the name; else somebody is added. */
async function takeContact(
  deed: Doing,
  { keys, newId }: { keys: ResponseKeys; newId(): string },
  { household, response, lasting, sealed }: Corrected,
): Promise<void> {
  const { tx, actor } = deed;
  if (!sealed) return;
  const { tenant } = actor;
  const name = households.recordName(tenant, { id: household, response });
  const contact = Contact.parse(keys.open(name, sealed));
  const held = await people.getHousehold(tx, lasting, true);
  const residents = ((await people.listSealed(tx, [lasting])).get(lasting) ?? []).map((one) => ({
    id: one.id,
    told: openResident(keys.register, { tenant, ...one }, one.sealed),
  }));
  const phone = contact.phone && plainPhone(contact.phone);
  const found =
    residents.find(({ told }) => told.name === contact.name) ??
    residents.find(({ told }) => phone !== null && told.phone === phone);
  const relation = found?.told.relation ?? (residents.length === 0 ? 'head' : 'other');
  const asked = {
    id: found?.id ?? newId(),
    household: lasting,
    name: contact.name,
    phone,
    relation,
  };
  for (const { id } of await putResidents(deed, keys.register, [held], [asked]))
    deed.record({ action: 'register.resident-saved', subject: `resident:${id}`, area: held.area });
  deed.announce({ topic: keptLasting.table.id, area: held.area, id: lasting });
}
